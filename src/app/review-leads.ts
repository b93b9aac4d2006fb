import { UsageError } from '../domain/errors.ts';
import type { FitVerdict } from '../domain/learning/verdict.ts';
import { type QuotedCriteria, quoteIcp } from '../domain/targeting/quoted-icp.ts';
import {
  findLeadToReview,
  findReviewIcp,
  findReviewScore,
  type LeadToReview,
  listSaidCriteria,
  type ReviewIcp,
  type ReviewScore,
} from '../store/review-lead.ts';
import {
  type CheckOnCut,
  checkOnCut,
  countUnreviewable,
  listQueue,
  type QueueRow,
  type ReviewTerms,
  type Unreviewable,
} from '../store/review-queue.ts';
import { reviewSeed } from '../store/reviews.ts';
import type { Scope } from '../store/scope.ts';
import { saveVerdicts, withdrawVerdict } from '../store/verdicts.ts';
import type { App } from './app.ts';

export interface ReviewRequest {
  readonly scope: Scope;
  /** Leads of less relevance are left out, but for a sample. */
  readonly cut: number;
  /** `--show-scores`: also before the verdict, which is marked for it. */
  readonly showScores: boolean;
  /** Makes the seed of a reviewer's order. */
  readonly newSeed: () => string;
}

/** Reviewers at work on the leads in scope, each under a name of their own. Ids that are not in the review throw UsageError. */
export interface Review {
  readonly showScores: boolean;
  queue(judge: string): Promise<readonly QueueRow[]>;
  /** Why the queue is empty. */
  unreviewable(judge: string): Promise<Unreviewable>;
  lead(judge: string, id: number): Promise<LeadToReview>;
  /** Throws UsageError before the verdict, unless scores are shown. */
  score(judge: string, id: number): Promise<ReviewScore>;
  icp(id: number): Promise<ReviewIcp & { readonly quoted: readonly QuotedCriteria[] }>;
  decide(judge: string, id: number, verdict: FitVerdict): Promise<void>;
  undo(judge: string, id: number): Promise<void>;
  /** Null until the reviewer is through. */
  checkOnCut(judge: string): Promise<CheckOnCut | null>;
  /** The verdicts that stand of those given since this review was opened, by everybody. */
  given(): Readonly<Record<FitVerdict, number>>;
}

export function openReview({ database }: Pick<App, 'database'>, request: ReviewRequest): Review {
  const seeds = new Map<string, string>();
  /** Whose score a reviewer has seen: what they say of the lead from now on, after an undo too, was said knowing it. */
  const seen = new Set<string>();
  const given = new Map<string, FitVerdict>();
  const pair = (judge: string, id: number) => `${id} ${judge}`;

  const termsOf = async (judge: string): Promise<ReviewTerms> => {
    const seed = seeds.get(judge) ?? (await reviewSeed(database, request.scope, judge, request.newSeed()));
    seeds.set(judge, seed);
    return { scope: request.scope, cut: request.cut, judge, seed };
  };
  return {
    showScores: request.showScores,
    queue: async (judge) => listQueue(database, await termsOf(judge)),
    unreviewable: async (judge) => countUnreviewable(database, await termsOf(judge)),
    lead: async (judge, id) => (await findLeadToReview(database, await termsOf(judge), id)) ?? notHere(id),
    score: async (judge, id) => {
      const score = (await findReviewScore(database, await termsOf(judge), id)) ?? notHere(id);
      if (!score.judged && !request.showScores) {
        throw new UsageError(
          'not_judged_yet',
          `the score of lead ${id} is shown after the verdict`,
          'say what you think of the lead first, or start with icp review --show-scores',
        );
      }
      seen.add(pair(judge, id));
      return score;
    },
    icp: async (id) => {
      const icp = await findReviewIcp(database, request.scope, id);
      if (icp === null) {
        throw new UsageError('unknown_icp', `there is no ICP ${id} in this review`, 'load the page anew');
      }
      return { ...icp, quoted: quoteIcp(icp.criteria, await listSaidCriteria(database, icp.clientId)) };
    },
    decide: async (judge, id, verdict) => {
      const terms = await termsOf(judge);
      await database.transaction(async (transaction) => {
        const { icpId, belowCut } = (await findLeadToReview(transaction, terms, id)) ?? notHere(id);
        await saveVerdicts(transaction, [
          {
            leadId: id,
            source: 'review',
            judge,
            verdict,
            outcome: null,
            icpId,
            scoreShown: request.showScores || seen.has(pair(judge, id)),
            belowCut,
          },
        ]);
      });
      given.set(pair(judge, id), verdict);
    },
    undo: async (judge, id) => {
      // For its time limits: whatever the reviewer says next waits for it.
      await database.transaction((transaction) =>
        withdrawVerdict(transaction, { leadId: id, source: 'review', judge }),
      );
      given.delete(pair(judge, id));
    },
    checkOnCut: async (judge) => checkOnCut(database, await termsOf(judge)),
    given: () => {
      const verdicts = [...given.values()];
      const fit = verdicts.filter((verdict) => verdict === 'fit').length;
      return { fit, not_fit: verdicts.length - fit };
    },
  };
}

/** Forgotten, scored anew and now below the cut, or never here. */
function notHere(id: number): never {
  throw new UsageError('unknown_lead', `lead ${id} is not in this review (any more)`, 'load the page anew');
}
