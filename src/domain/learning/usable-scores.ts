import { rawScoreOf } from '../scoring/score-mapping.ts';
import type { ScorePart, Verdict } from '../scoring/score-types.ts';
import type { JudgedScore } from './judged-score.ts';
import { settleVerdict, type Vote } from './settled-verdict.ts';

/** Why nothing is learned from a lead that somebody judged. */
export const LEFT_OUT = ['disagreed', 'not_scored', 'stale', 'disqualified', 'not_enough'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface CandidateScore {
  readonly leadId: number;
  readonly votes: readonly Vote[];
  /** Under the current ICP, with the models and weights that it was made with. */
  readonly score: {
    readonly verdict: Verdict;
    readonly models: string | null;
    readonly parts: readonly ScorePart[];
  } | null;
  /** Whether there is one under any version of the ICP. */
  readonly everScored: boolean;
}

export interface UsableScores {
  readonly judged: readonly JudgedScore[];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** The models and weights behind all of these scores; null where there is none. */
  readonly models: string | null;
}

/**
 * The scores that can be held against verdicts: raw ones, given to a lead on which the majority agrees, under the current ICP, and all by the same models, those
 * of the most.
 */
export function usableScores(candidates: readonly CandidateScore[]): UsableScores {
  const models = mostCommon(
    candidates.flatMap(({ votes, score }) =>
      score?.verdict === 'scored' && settleVerdict(votes) !== 'disagreed' ? (score.models ?? []) : [],
    ),
  );
  const judged: JudgedScore[] = [];
  const leftOut: Record<LeftOut, number> = Object.fromEntries(LEFT_OUT.map((why) => [why, 0])) as Record<
    LeftOut,
    number
  >;
  for (const { leadId, votes, score, everScored } of candidates) {
    const verdict = settleVerdict(votes);
    if (verdict === 'disagreed') leftOut.disagreed += 1;
    else if (score === null) leftOut[everScored ? 'stale' : 'not_scored'] += 1;
    else if (score.models !== models) leftOut.stale += 1;
    else if (score.verdict !== 'scored') leftOut[score.verdict] += 1;
    else judged.push({ leadId, raw: rawScoreOf(score.parts), isFit: verdict === 'fit' });
  }
  return { judged, leftOut, models };
}

/** The first by the alphabet of those that are equally common. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  return first?.[0] ?? null;
}
