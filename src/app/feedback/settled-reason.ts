import type { FitVerdict } from '../../domain/learning/verdict.ts';
import type { FeedbackVote } from '../../store/feedback.ts';

/** Who says so, and of an import in which words. */
export function reasonOf(votes: readonly FeedbackVote[], verdict: FitVerdict): string {
  return votes
    .filter((vote) => vote.source !== 'export' && vote.verdict === verdict)
    .map(({ source, judge, outcome }) => `${source} ${judge}${outcome ? `: ${outcome}` : ''}`)
    .join('; ');
}
