import { wordsOf } from '../../domain/scoring/phrase-search.ts';
import { canonicalWords, entryAt, type LexiconEntry } from '../../domain/scoring/title-lexicon.ts';

export interface TitleMentions {
  /** Phrases that belong to job titles, from left to right, the longest at each place, none overlapping. */
  readonly entries: readonly LexiconEntry[];
  /** Whether the text holds nothing else. */
  readonly coverAll: boolean;
}

/** Which roles ("CFO"), ranks ("head"), functions ("finance") and markers ("former", "assistant") of the title lexicon a text names. */
export function titleMentions(text: string): TitleMentions {
  const words = wordsOf(text).flatMap(({ folded, start, end }) =>
    canonicalWords(folded, text.slice(start, end)),
  );
  const plain = words.map(({ word }) => word);
  const entries: LexiconEntry[] = [];
  let covered = 0;
  for (let at = 0; at < words.length; ) {
    const found = entryAt(words, plain, at);
    if (found !== null) {
      entries.push(found.value);
      covered += found.length;
    }
    at += found?.length ?? 1;
  }
  return { entries, coverAll: words.length > 0 && covered === words.length };
}

/** Whether the text names a job, not only a field of work: "Head of Finance" does, "Finance" and "Senior" do not. */
export function namesJob(text: string): boolean {
  return titleMentions(text).entries.some(
    (entry) => entry.kind === 'role' || (entry.kind === 'rank' && !entry.weak),
  );
}
