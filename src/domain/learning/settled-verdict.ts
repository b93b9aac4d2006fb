import type { FitVerdict, VerdictSource } from './verdict.ts';

/** What one judge says of a lead, or that somebody took the lead into an export. */
export interface Vote {
  readonly source: VerdictSource | 'export';
  readonly verdict: FitVerdict;
}

/** What all of it comes to: a verdict; judges who are of two minds; or that nobody judged, and somebody exported. */
export type SettledVerdict = FitVerdict | 'disagreed' | 'exported';

/**
 * The majority of those who judged a lead, reviewers and imports alike, each with one vote. An export says something only of whom nobody judged: it follows from
 * the score that is to be learned about.
 */
export function settleVerdict(votes: readonly Vote[]): SettledVerdict | null {
  const judged = votes.filter((vote) => vote.source !== 'export');
  if (judged.length === 0) return votes.length === 0 ? null : 'exported';
  const fits = judged.filter((vote) => vote.verdict === 'fit').length;
  const misses = judged.length - fits;
  if (fits === misses) return 'disagreed';
  return fits > misses ? 'fit' : 'not_fit';
}
