import type { Forecast } from './forecast-figures.ts';

/** Whom `icp export --min-score` would take of those who were judged, and how many of them are fits. */
export interface ExportThreshold {
  readonly minScore: number;
  readonly leads: number;
  readonly fits: number;
  /** The share of fits among those taken. */
  readonly precision: number;
  /** The share of all fits that are taken. */
  readonly recall: number;
}

/** Of fewer leads a share says little. */
const LEAST_LEADS = 10;

/** The lowest whole score from which on at least this share are fits, or null; and the score with the best share. */
export function exportThreshold(
  forecasts: readonly Forecast[],
  precision: number,
): { readonly reached: ExportThreshold | null; readonly best: ExportThreshold | null } {
  const all = forecasts.filter(({ isFit }) => isFit).length;
  const thresholds = Array.from({ length: 101 }, (_, minScore): ExportThreshold => {
    // As a score is rounded, so that what is said here is what the export does.
    const taken = forecasts.filter(({ said }) => Math.round(said * 1000) >= minScore * 10);
    const fits = taken.filter(({ isFit }) => isFit).length;
    const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
    return {
      minScore,
      leads: taken.length,
      fits,
      precision: share(fits, taken.length),
      recall: share(fits, all),
    };
  }).filter(({ leads }) => leads >= LEAST_LEADS);
  return {
    reached: thresholds.find((one) => one.precision >= precision) ?? null,
    best: thresholds.reduce<ExportThreshold | null>(
      (best, one) => (best === null || one.precision > best.precision ? one : best),
      null,
    ),
  };
}
