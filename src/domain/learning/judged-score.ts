import { contentHash } from '../../support/hash.ts';
import { rankingFigures } from '../evaluation/ranking-figures.ts';

/** A lead with its raw score, 0–100, and what people say of it. */
export interface JudgedScore {
  readonly leadId: number;
  readonly raw: number;
  readonly isFit: boolean;
}

/** Two standard errors: of scores that say nothing, one set of verdicts in forty looks as if they said as much. */
const STANDARD_ERRORS = 2;

/** Whether fits have higher scores than others, by more than chance gives (Mann–Whitney U). */
export function tellsApart(judged: readonly JudgedScore[]): boolean {
  const fits = judged.filter(({ isFit }) => isFit).length;
  const misses = judged.length - fits;
  const graded = judged.map(({ raw, isFit }) => ({ value: raw, grade: isFit ? (3 as const) : (0 as const) }));
  const { rocAuc } = rankingFigures(graded);
  const standardError = Math.sqrt((judged.length + 1) / (12 * fits * misses));
  return rocAuc !== null && rocAuc - 0.5 >= STANDARD_ERRORS * standardError;
}

/**
 * Which of `count` folds each lead is in: as many fits, and as many others, in each of them as nearly as can be. By a hash of the lead's id, so that it
 * depends on nothing but who was judged.
 */
export function stratifiedFolds(judged: readonly JudgedScore[], count: number): readonly number[] {
  const folds = new Map<number, number>();
  for (const kind of [true, false]) {
    const ofKind = judged
      .filter(({ isFit }) => isFit === kind)
      .map(({ leadId }) => ({ leadId, hash: contentHash(String(leadId)) }))
      .sort((one, other) => (one.hash < other.hash ? -1 : 1));
    for (const [position, { leadId }] of ofKind.entries()) folds.set(leadId, position % count);
  }
  return judged.map(({ leadId }) => folds.get(leadId)!);
}
