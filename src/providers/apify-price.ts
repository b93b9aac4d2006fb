import type { ActorPrice } from '../config/prices.ts';

/** What an actor we know nothing of may charge: as much as the dearest we know. */
const CAP_OF_UNKNOWN: ActorPrice = { startUsd: 0.002, profileUsd: 0.01 };

/** Of an actor that somebody has for free: Apify refuses caps that are too small. */
const CAP_OF_FREE_USD = 0.01;

/** Actors raise prices, and one that reaches its cap delivers in part; beyond half as much again it should rather stop. */
const CAP_FACTOR = 1.5;

/**
 * The most that a run over so many profiles may charge, sent to Apify as `maxTotalChargeUsd`. A budget reserves the same, so that no run
 * can pass `--max-cost`.
 */
export function apifyRunCapUsd(price: ActorPrice | null, profiles: number): number {
  const { startUsd, profileUsd } = price ?? CAP_OF_UNKNOWN;
  if (startUsd === 0 && profileUsd === 0) return CAP_OF_FREE_USD;
  // In whole micro-dollars: 0.002 + 5 × 0.003 must not come out below 0.017.
  return Math.ceil(Math.round((startUsd + profileUsd * profiles) * CAP_FACTOR * 1e9) / 1e3) / 1e6;
}
