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

/** Dollars per delivered profile, without the fee for starting; null when it is not known. */
export function apifyPricePerProfileUsd(actor: string): number | null {
  return apifyPrice(actor)?.profileUsd ?? null;
}

/** Dollars for starting one run; null when it is not known. */
export function apifyStartFeeUsd(actor: string): number | null {
  return apifyPrice(actor)?.startUsd ?? null;
}

/**
 * The most that a run over so many profiles may charge, sent to Apify as `maxTotalChargeUsd`: exactly the listed price, which is what a
 * budget reserves for it, so that no run can pass `--max-cost`. An actor that has become dearer stops early and delivers in part.
 */
export function apifyRunCapUsd(actor: string, profiles: number): number {
  const { startUsd, profileUsd } = apifyPrice(actor) ?? CAP_OF_UNKNOWN;
  // In whole micro-dollars: 0.002 + 5 × 0.003 must not come out below 0.017.
  return Math.ceil(Math.round((startUsd + profileUsd * profiles) * 1e9) / 1e3) / 1e6;
}
