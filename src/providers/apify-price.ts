import { type ApifyActorFamily, apifyActorFamily } from './apify-actors.ts';

/** Dollars for starting a run, and for each profile that it delivers. */
export interface ApifyPrice {
  readonly startUsd: number;
  readonly profileUsd: number;
}

/** List prices as of November 2026 (PROVIDERS.md §1.6). Actors change them: what a run says it cost wins over this table. */
const PRICES: Readonly<Record<ApifyActorFamily, ApifyPrice>> = {
  supreme_coder: { startUsd: 0.002, profileUsd: 0.003 },
  dev_fusion: { startUsd: 0, profileUsd: 0.01 },
  harvestapi: { startUsd: 0, profileUsd: 0.004 },
  apimaestro: { startUsd: 0, profileUsd: 0.005 },
};

/** What an actor we know nothing of may charge: as much as the dearest we know. */
const CAP_OF_UNKNOWN: ApifyPrice = { startUsd: 0.002, profileUsd: 0.01 };

/** The price of an actor given by id or name, or null when it is not known. */
export function apifyPrice(actor: string): ApifyPrice | null {
  const family = apifyActorFamily(actor);
  return family === null ? null : PRICES[family];
}

/** Actors raise prices, and one that reaches its cap delivers in part; beyond half as much again it should rather stop. */
const CAP_FACTOR = 1.5;

/**
 * The most that a run over so many profiles may charge, sent to Apify as `maxTotalChargeUsd`. A budget reserves the same, so that no run
 * can pass `--max-cost`.
 */
export function apifyRunCapUsd(actor: string, profiles: number): number {
  const { startUsd, profileUsd } = apifyPrice(actor) ?? CAP_OF_UNKNOWN;
  // In whole micro-dollars: 0.002 + 5 × 0.003 must not come out below 0.017.
  return Math.ceil(Math.round((startUsd + profileUsd * profiles) * CAP_FACTOR * 1e9) / 1e3) / 1e6;
}
