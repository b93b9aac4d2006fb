import type { CalibrationRange } from '../scoring/calibration.ts';
import { type Grade, RELEVANT_GRADE } from './ranking-figures.ts';

/** What a model said of one profile and ICP. */
export interface RawScore {
  readonly model: string;
  readonly score: number;
}

/** Both models; the reranker may have been left out. */
export interface RawScores {
  readonly semantic: RawScore;
  readonly relevance: RawScore | null;
}

export interface CalibrationFit extends CalibrationRange {
  readonly model: string;
}

/** Fewer judgements of either kind say more about themselves than about the next. */
export const LEAST_JUDGEMENTS = 30;
/** Of those not worth writing to this share shall count nothing, and of the others this share at most in full. */
const QUANTILE = 0.75;
/** Less apart than this, the model does not tell the two kinds apart. */
const LEAST_APART = 0.02;

/**
 * What a client's judgements say the raw scores of a model mean: a range for `calibration` of its ICP, monotone like the usual ones. Null with too few judgements
 * of either kind, or for a model that does not tell them apart.
 */
export function fitCalibration(
  judged: readonly { readonly raw: RawScore | null; readonly grade: Grade }[],
): CalibrationFit | null {
  const known = judged.flatMap(({ raw, grade }) => (raw === null ? [] : [{ ...raw, grade }]));
  const model = known[0]?.model;
  const scores = (isRelevant: boolean) =>
    known.flatMap(({ score, grade }) => (grade >= RELEVANT_GRADE === isRelevant ? [score] : []));
  const [relevant, others] = [scores(true), scores(false)];
  if (model === undefined || Math.min(relevant.length, others.length) < LEAST_JUDGEMENTS) return null;
  const unrelated = rounded(quantile(others));
  const perfect = rounded(quantile(relevant));
  return perfect - unrelated < LEAST_APART ? null : { model, unrelated, perfect };
}

function quantile(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(QUANTILE * (sorted.length - 1))]!;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
