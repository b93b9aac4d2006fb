import { meanOf } from '../evaluation/ranking-figures.ts';
import { BAND_POINTS, bandOf, SCORE_BANDS } from '../scoring/score-bands.ts';

/** What was said of a lead, as a probability of a fit, and what it turned out to be. */
export interface Forecast {
  readonly said: number;
  readonly isFit: boolean;
}

/** Leads of whom about the same was said. */
export interface ReliabilityBand {
  /** In percent, like a score. */
  readonly from: number;
  readonly to: number;
  readonly leads: number;
  /** Between 0 and 1; null where nobody is. */
  readonly meanSaid: number | null;
  readonly fitShare: number | null;
}

/** How true probabilities are; of each figure less is better. */
export interface ForecastFigures {
  /** The mean square of what each was off by (Brier, 1950). */
  readonly brier: number;
  readonly logLoss: number;
  /** Expected calibration error: by how much the share of fits in a band is off what was said there, bands by their leads (Naeini et al., 2015). */
  readonly ece: number;
  readonly reliability: readonly ReliabilityBand[];
}

/** A score of 0 or 100 is no certainty: without a bound, one mistake would make the log loss infinite. */
const SUREST = 0.999;

/** Null of no forecasts. */
export function forecastFigures(forecasts: readonly Forecast[]): ForecastFigures | null {
  if (forecasts.length === 0) return null;
  const mean = (value: (one: Forecast) => number) => meanBy(forecasts, value)!;
  const reliability = Array.from({ length: SCORE_BANDS }, (_, band): ReliabilityBand => {
    const inBand = forecasts.filter(({ said }) => bandOf(said * 100) === band);
    return {
      from: band * BAND_POINTS,
      to: (band + 1) * BAND_POINTS,
      leads: inBand.length,
      meanSaid: meanBy(inBand, ({ said }) => said),
      fitShare: meanBy(inBand, ({ isFit }) => Number(isFit)),
    };
  });
  return {
    brier: mean(({ said, isFit }) => (said - Number(isFit)) ** 2),
    logLoss: mean(({ said, isFit }) => -Math.log(bounded(isFit ? said : 1 - said))),
    ece: reliability.reduce(
      (sum, { leads, meanSaid, fitShare }) =>
        leads === 0 ? sum : sum + (leads / forecasts.length) * Math.abs(meanSaid! - fitShare!),
      0,
    ),
    reliability,
  };
}

/** Leads of about the same raw score: what was said of them before and after, and what they turned out to be. Bands without a lead are left out. */
export interface ComparedBand {
  readonly from: number;
  readonly to: number;
  readonly leads: number;
  readonly fitShare: number;
  readonly saidBefore: number;
  readonly saidAfter: number;
}

/** Two forecasts of the same leads, in the same order, by bands of the first. */
export function comparedBands(before: readonly Forecast[], after: readonly Forecast[]): ComparedBand[] {
  const bands = Array.from({ length: SCORE_BANDS }, (_, band) => {
    const inBand = before.flatMap((one, index) =>
      bandOf(one.said * 100) === band ? [{ ...one, later: after[index]!.said }] : [],
    );
    return { from: band * BAND_POINTS, to: (band + 1) * BAND_POINTS, inBand };
  });
  return bands
    .filter(({ inBand }) => inBand.length > 0)
    .map(({ from, to, inBand }) => ({
      from,
      to,
      leads: inBand.length,
      fitShare: meanBy(inBand, ({ isFit }) => Number(isFit))!,
      saidBefore: meanBy(inBand, ({ said }) => said)!,
      saidAfter: meanBy(inBand, ({ later }) => later)!,
    }));
}

const bounded = (probability: number) => Math.min(SUREST, Math.max(1 - SUREST, probability));

function meanBy<T>(items: readonly T[], value: (item: T) => number): number | null {
  return meanOf(items.map(value));
}
