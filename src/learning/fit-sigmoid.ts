import { levenbergMarquardt } from 'ml-levenberg-marquardt';
import { meanOf } from '../domain/evaluation/ranking-figures.ts';
import type { JudgedScore } from '../domain/learning/judged-score.ts';
import { fitProbability, type ScoreMapping } from '../domain/scoring/score-mapping.ts';

type Sigmoid = Omit<ScoreMapping, 'kind'>;

/** Where scores are nearly all the same, the search begins gently: a step is as flat as a plain. */
const LEAST_VARIANCE = 0.02;
/** Nearer to what it should be, a residual has no direction of its own. */
const LEAST_RESIDUAL = 1e-8;
/** Nearer to 0 and 1 nothing is said, so that logarithms stay finite. */
const SUREST = 1 - 1e-12;
const ITERATIONS = 60;
/** Digits beyond would be noise. */
const DECIMALS = 1e6;

/**
 * The most likely sigmoid of the scores (Platt, 1999). Least squares find it because what is squared are deviance residuals: their sum is, but for a constant,
 * the negative log-likelihood. What is to be met are not 0 and 1 but Platt's targets, a little inside of them, so that scores which tell all fits
 * from all others leave the slope finite. Needs verdicts of both kinds. The slope may come out negative.
 */
export function fitSigmoid(judged: readonly JudgedScore[]): Sigmoid {
  const fits = judged.filter(({ isFit }) => isFit).length;
  const misses = judged.length - fits;
  const targets = { fit: (fits + 1) / (fits + 2), miss: 1 / (misses + 2) };
  const residualAt = (parameters: readonly number[], index: number) => {
    const { raw, isFit } = judged[index]!;
    const said = Math.min(SUREST, Math.max(1 - SUREST, fitProbability(sigmoidOf(parameters), raw)));
    return { raw, said, ...devianceResidual(said, isFit ? targets.fit : targets.miss) };
  };
  const { parameterValues } = levenbergMarquardt(
    // The library fits a function of one number: here it is the place of a lead in the list.
    { x: judged.map((_, index) => index), y: judged.map(() => 0) },
    (parameters) => (index) => residualAt(parameters, index).residual,
    {
      initialValues: firstGuess(judged),
      jacobianFunction: (parameters) => (index) => {
        const { raw, slope } = residualAt(parameters, index);
        return [(slope * raw) / 100, slope];
      },
      maxIterations: ITERATIONS,
      errorTolerance: 1e-12,
    },
  );
  return sigmoidOf(parameterValues.map((value) => Math.round(value * DECIMALS) / DECIMALS));
}

/** How far what is said is from the target, and how that changes with the logit. */
function devianceResidual(said: number, target: number): { residual: number; slope: number } {
  const divergence = target * Math.log(target / said) + (1 - target) * Math.log((1 - target) / (1 - said));
  const residual = Math.sign(said - target) * Math.sqrt(2 * Math.max(0, divergence));
  const slope =
    Math.abs(residual) < LEAST_RESIDUAL ? Math.sqrt(said * (1 - said)) : (said - target) / residual;
  return { residual, slope };
}

function sigmoidOf(parameters: readonly number[]): Sigmoid {
  return { slope: parameters[0]!, intercept: parameters[1]! };
}

/** The sigmoid if the scores of both kinds were spread normally and equally: near enough that the search does not begin in a flat place. */
function firstGuess(judged: readonly JudgedScore[]): number[] {
  const scoresOf = (kind: boolean) =>
    judged.filter(({ isFit }) => isFit === kind).map(({ raw }) => raw / 100);
  const [fits, misses] = [scoresOf(true), scoresOf(false)];
  const [ofFits, ofMisses] = [meanOf(fits)!, meanOf(misses)!];
  const squares = [
    ...fits.map((score) => (score - ofFits) ** 2),
    ...misses.map((score) => (score - ofMisses) ** 2),
  ];
  const slope = (ofFits - ofMisses) / Math.max(meanOf(squares)!, LEAST_VARIANCE);
  return [slope, Math.log(fits.length / misses.length) - (slope * (ofFits + ofMisses)) / 2];
}
