/** Points to a band, wherever scores are counted: 0–10, 10–20 … 90–100. */
export const BAND_POINTS = 10;
export const SCORE_BANDS = 100 / BAND_POINTS;

/** Which band a score falls into, counted from 0; a score of 100 is among the last. */
export function bandOf(score: number): number {
  return Math.min(SCORE_BANDS - 1, Math.floor(score / BAND_POINTS));
}
