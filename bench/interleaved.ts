import type { Comparison } from './figure.ts';

/**
 * Takes turns between the two sides, so that whatever else the machine does falls on both, and gives the median of each. One round before
 * counting fills the caches.
 */
export async function interleaved(
  repetitions: number,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
): Promise<Comparison> {
  const taken: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  await baseline();
  await ours();
  for (let round = 0; round < repetitions; round += 1) {
    taken.baseline.push(await baseline());
    taken.ours.push(await ours());
  }
  return { ours: median(taken.ours), baseline: median(taken.baseline) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
