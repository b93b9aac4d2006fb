import type { Forecast } from '../domain/learning/forecast-figures.ts';
import { type JudgedScore, stratifiedFolds, tellsApart } from '../domain/learning/judged-score.ts';
import { fitProbability, type ScoreMapping } from '../domain/scoring/score-mapping.ts';
import { fitSigmoid } from './fit-sigmoid.ts';

const FOLDS = 5;

export interface LearnedMapping {
  readonly mapping: ScoreMapping;
  /** What the raw scores say of each lead, read as probabilities. */
  readonly before: readonly Forecast[];
  /** What a mapping says that was fitted without the lead (cross-validation): what is to be expected of those whom nobody has judged yet. */
  readonly after: readonly Forecast[];
}

/** What the verdicts say the scores mean; null where the scores do not tell fits from others. Needs several verdicts of both kinds. */
export function learnMapping(judged: readonly JudgedScore[]): LearnedMapping | null {
  const sigmoid = fitSigmoid(judged);
  if (sigmoid.slope <= 0 || !tellsApart(judged)) return null;
  const folds = stratifiedFolds(judged, FOLDS);
  const byFold = Array.from({ length: FOLDS }, (_, fold) =>
    fitSigmoid(judged.filter((_lead, index) => folds[index] !== fold)),
  );
  return {
    mapping: { kind: 'platt', ...sigmoid },
    before: judged.map(({ raw, isFit }) => ({ said: raw / 100, isFit })),
    after: judged.map(({ raw, isFit }, index) => ({
      said: fitProbability(byFold[folds[index]!]!, raw),
      isFit,
    })),
  };
}
