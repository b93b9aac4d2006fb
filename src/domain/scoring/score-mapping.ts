import type { Score, ScorePart } from './score-types.ts';

/**
 * What share of the leads with a score are fits, as a client's own verdicts say (`icp calibrate`): Platt's sigmoid, 1 / (1 + exp(−(slope · s + intercept))),
 * of the score s as a number from 0 to 1. The slope is positive, so that a higher score never means less.
 */
export interface ScoreMapping {
  readonly kind: 'platt';
  readonly slope: number;
  readonly intercept: number;
}

/** Which version of a client's calibration a mapping is, and of how many verdicts it was made. */
export interface MappingOrigin {
  readonly version: number;
  readonly verdicts: number;
}

/** The part that holds the difference between a mapped score and the raw one. */
const CALIBRATION = 'calibration';

/** The probability that a lead with this raw score (0–100) is a fit. */
export function fitProbability({ slope, intercept }: Omit<ScoreMapping, 'kind'>, raw: number): number {
  return 1 / (1 + Math.exp(-((slope * raw) / 100 + intercept)));
}

/** What a score is without its calibration: the sum of all other parts. */
export function rawScoreOf(parts: readonly ScorePart[]): number {
  return tenths(parts.filter((part) => part.name !== CALIBRATION)) / 10;
}

/** What a score was before it was calibrated; null of one that was not. */
export function scoreBeforeCalibration({ parts }: Pick<Score, 'parts'>): number | null {
  return parts.some((part) => part.name === CALIBRATION) ? rawScoreOf(parts) : null;
}

/**
 * The score with what it means for the client: one part more, which makes up the difference, so that the score stays the exact sum of its parts and each of the
 * others keeps its points. Nobody passes anybody: where the sigmoid is flat, rounding makes ties, which lists break by the raw score. Who is disqualified, or cannot be judged, is left as
 * they are.
 */
export function mapScore(score: Score, mapping: ScoreMapping, { version, verdicts }: MappingOrigin): Score {
  if (score.verdict !== 'scored') return score;
  const others = score.parts.filter((part) => part.name !== CALIBRATION);
  const raw = tenths(others);
  const probability = fitProbability(mapping, raw / 10);
  const mapped = Math.round(probability * 1000);
  const part: ScorePart = {
    name: CALIBRATION,
    points: (mapped - raw) / 10,
    possible: 0,
    match: null,
    reason: `${verdicts} verdicts say that ${Math.round(probability * 100)} % of leads scored ${(raw / 10).toFixed(1)} are fits (calibration ${version})`,
    quote: null,
  };
  return { ...score, score: mapped / 10, parts: [...others, part] };
}

/** Points are counted in tenths, so that they add up exactly. */
function tenths(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0);
}
