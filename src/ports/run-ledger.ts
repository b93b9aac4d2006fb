import type { ScrapeTarget } from './profile-scraper.ts';
import type { CacheTerms } from './profile-store.ts';

export interface OpenRun {
  readonly id: number;
  /** Null when the answer to the start was lost. */
  readonly runId: string | null;
  readonly targets: readonly ScrapeTarget[];
  readonly intendedAt: Date;
  readonly clientId: number | null;
  readonly batchId: number | null;
}

export interface IntendedRun {
  readonly provider: string;
  readonly actor: string;
  readonly origin: 'network' | 'local';
  readonly targets: readonly ScrapeTarget[];
}

export interface RunContext {
  readonly clientId: number | null;
  readonly batchId: number | null;
}

export interface Intent {
  readonly id: number | null;
  readonly elsewhere: ReadonlySet<number>;
  /** Positions of people who are to stay forgotten, as somebody has said since they were taken on. */
  readonly forgotten: ReadonlySet<number>;
}

/** Paid runs from intent to collection, so that none is ever started twice (SPEC §6.2). */
export interface RunLedger {
  /**
   * Written before the start. Leaves out whoever stands in an open run of any process, or has come into the cache meanwhile: their positions are
   * `elsewhere`; and whoever is to stay forgotten. With nobody left nothing is written and `id` is null.
   */
  intend(run: IntendedRun, context: RunContext, cached: CacheTerms): Promise<Intent>;
  /** Written before the results are awaited. */
  started(id: number, runId: string): Promise<void>;
  /** Everything the run produced is in the profile store. `costUsd` null: the service has not said yet; `listedUsd`: what the run comes to by the
   * price list, null where there is none. */
  collected(id: number, costUsd: number | null, listedUsd: number | null): Promise<void>;
  /** It surely does not exist. Nothing happens when it is not ours any more. */
  abandoned(id: number): Promise<void>;
  /** Leaves the run to the next process. */
  released(ids: readonly number[]): Promise<void>;
  renew(ids: readonly number[]): Promise<void>;
  /**
   * Takes over the runs of a provider that nobody living looks after. A run whose start was not confirmed can only be looked for by the actor it
   * was meant for.
   */
  takeOver(provider: string, actor: string): Promise<readonly OpenRun[]>;
  /** Ids of all runs that the ledger knows of, to tell a lost one from the others in the service's list. */
  knownRunIds(since: Date): Promise<ReadonlySet<string>>;
  /** Collected runs whose cost may still change. */
  unsettled(provider: string): Promise<readonly { readonly id: number; readonly runId: string }[]>;
  /**
   * What the service says now that the run cost; corrects the usage ledger too. Final once it is what the price list says,
   * the same as some seconds before, or a minute has passed. Returns by how many dollars it differs from what was known.
   */
  settle(id: number, costUsd: number): Promise<number>;
}
