/**
 * Raw cosines and reranker scores mean different things in different models. These put them on one 0–1 scale, so that the weights of a score
 * hold whichever model is used. Both are monotone and depend on nothing but the model and the number.
 */

/** Where an unrelated and a nearly perfect profile lie, measured between an ICP text and a profile text. */
export interface CalibrationRange {
  readonly unrelated: number;
  readonly perfect: number;
}
type Range = CalibrationRange;

/** What a client's own judgements say instead of the ranges below (`icp eval`), by the whole name of the model. */
export type Calibration = Readonly<Record<string, CalibrationRange>>;

/** By the beginning of the model's name; the first that fits is taken. */
const SIMILARITY_RANGES: readonly (readonly [prefix: string, range: Range])[] = [
  ['text-embedding-3', { unrelated: 0.15, perfect: 0.6 }],
  // Its vectors fill a narrow cone: even unrelated English texts are at about 0.7.
  ['text-embedding-ada', { unrelated: 0.7, perfect: 0.9 }],
  // Measured on fixtures/: other trades at -0.1 to 0.2, the same title in another industry at about 0.45, fits at 0.55 to 0.7.
  ['local-lexical', { unrelated: 0.1, perfect: 0.7 }],
];
const UNKNOWN_SIMILARITY: Range = { unrelated: 0.1, perfect: 0.8 };

const RELEVANCE_RANGES: readonly (readonly [prefix: string, range: Range])[] = [
  // A sigmoid over the model's logit: long profiles rarely pass 0.9 even when they answer the query word for word.
  ['jina-reranker-v2', { unrelated: 0, perfect: 0.9 }],
  // Measured on fixtures/: other trades below 0.2, fits at 0.8 to 0.95.
  ['local-lexical-rerank', { unrelated: 0.05, perfect: 0.95 }],
];
const UNKNOWN_RELEVANCE: Range = { unrelated: 0, perfect: 1 };

/** A cosine between ICP text and profile text as 0–1: 0 for an unrelated profile, 1 for as near as real profiles come. */
export function calibrateSimilarity(model: string, cosine: number, own?: Calibration): number {
  return place(cosine, own?.[model] ?? rangeOf(model, SIMILARITY_RANGES, UNKNOWN_SIMILARITY));
}

/** A reranker's relevance score as 0–1. */
export function calibrateRelevance(model: string, score: number, own?: Calibration): number {
  return place(score, own?.[model] ?? rangeOf(model, RELEVANCE_RANGES, UNKNOWN_RELEVANCE));
}

function rangeOf(model: string, ranges: readonly (readonly [string, Range])[], unknown: Range): Range {
  return ranges.find(([prefix]) => model.startsWith(prefix))?.[1] ?? unknown;
}

function place(value: number, { unrelated, perfect }: Range): number {
  if (Number.isNaN(value)) return 0;
  return Math.min(1, Math.max(0, (value - unrelated) / (perfect - unrelated)));
}
