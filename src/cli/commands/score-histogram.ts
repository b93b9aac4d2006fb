import { BAND_POINTS } from '../../domain/scoring/score-bands.ts';
import type { Paint } from '../io.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of at most `cells` for a share between 0 and 1; something is never shown as nothing. */
export function bar(share: number, cells: number): string {
  const eighths = share <= 0 ? 0 : Math.max(1, Math.round(Math.min(1, share) * cells * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

const WIDEST = 40;

/** How many leads have which score, a line for each ten points, the best first; lines at both ends without leads are left out. */
export function histogramLines(bands: readonly number[], width: number, paint: Paint): string[] {
  const most = Math.max(...bands);
  if (most === 0) return [];
  const digits = String(most).length;
  const cells = Math.max(8, Math.min(WIDEST, width - 13 - digits));
  return bands
    .map((count, band) => {
      const label = `${String(band * BAND_POINTS).padStart(3)}–${String((band + 1) * BAND_POINTS).padEnd(3)}`;
      const line = `  ${paint('dim', label)}  ${String(count).padStart(digits)}`;
      return count === 0 ? line : `${line}  ${paint('cyan', bar(count / most, cells))}`;
    })
    .slice(
      bands.findIndex((count) => count > 0),
      bands.findLastIndex((count) => count > 0) + 1,
    )
    .reverse();
}
