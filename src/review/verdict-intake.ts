import type { Review } from '../app/review-leads.ts';
import { UsageError } from '../domain/errors.ts';
import type { VerdictPost } from './page/review-api.ts';

/**
 * Where verdicts come in, on any connection. Those of one reviewer are taken one after the other, as they arrive: side by side, a verdict and its undoing
 * could end as the verdict. Of a page's words for one lead, one that comes after a later one, or a second time, changes nothing.
 */
export interface VerdictIntake {
  /** Done when all of it is saved. A word that is refused does not keep back those behind it; a post that comes again meanwhile has the same answer. */
  take(post: VerdictPost): Promise<void>;
  /** Done when all that came in is; of one reviewer, or of everybody. */
  settled(reviewer?: string): Promise<void>;
}

export function openVerdictIntake(review: Pick<Review, 'decide' | 'undo'>): VerdictIntake {
  /** By reviewer: the end of what came in, which never rejects. */
  const ends = new Map<string, Promise<void>>();
  const underWay = new Map<string, Promise<void>>();
  /** The number of the word that stands, by page, lead and reviewer. */
  const standing = new Map<string, number>();

  async function takeAll({ reviewer, page, words }: VerdictPost): Promise<void> {
    let refusal: UsageError | null = null;
    for (const { number, lead, verdict } of words) {
      const about = `${page} ${lead} ${reviewer}`;
      if (number <= (standing.get(about) ?? 0)) continue;
      try {
        await (verdict === null ? review.undo(reviewer, lead) : review.decide(reviewer, lead, verdict));
        standing.set(about, number);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        refusal ??= error;
      }
    }
    if (refusal !== null) throw refusal;
  }

  return {
    take: (post) => {
      const { reviewer } = post;
      const text = JSON.stringify(post);
      const same = underWay.get(text);
      if (same !== undefined) return same;
      const taken = (ends.get(reviewer) ?? Promise.resolve()).then(() => takeAll(post));
      const end = taken
        .catch(() => {})
        .then(() => {
          underWay.delete(text);
          if (ends.get(reviewer) === end) ends.delete(reviewer);
        });
      underWay.set(text, taken);
      ends.set(reviewer, end);
      return taken;
    },
    settled: async (reviewer) => {
      await (reviewer === undefined ? Promise.all(ends.values()) : ends.get(reviewer));
    },
  };
}
