import type { ScrapeTarget } from './profile-scraper.ts';

export interface OpenRun {
  readonly id: number;
  /** Null when the answer to the start was lost. */
  readonly runId: string | null;
  readonly targets: readonly ScrapeTarget[];
  readonly intendedAt: Date;
  readonly clientId: number | null;
  readonly batchId: number | null;
}

/** Paid runs from intent to collection, so that none is ever started twice (SPEC §6.2). */
export interface RunLedger {
  /** Written before the start. */
  intend(
    run: { readonly provider: string; readonly actor: string; readonly targets: readonly ScrapeTarget[] },
    context: { readonly clientId: number | null; readonly batchId: number | null },
  ): Promise<number>;
  /** Written before the results are awaited. */
  started(id: number, runId: string): Promise<void>;
  /** Everything the run produced is in the profile store. `costUsd` null: the service has not said yet. */
  collected(id: number, costUsd: number | null): Promise<void>;
  /** It surely does not exist. */
  abandoned(id: number): Promise<void>;
  /** Leaves the run to the next process. */
  released(ids: readonly number[]): Promise<void>;
  renew(ids: readonly number[]): Promise<void>;
  /** Takes over the runs of a scraper that nobody living looks after. */
  takeOver(provider: string, actor: string): Promise<readonly OpenRun[]>;
  /** Ids of all runs that the ledger knows of, to tell a lost one from the others in the service's list. */
  knownRunIds(since: Date): Promise<ReadonlySet<string>>;
  /** Collected runs whose cost may still change. */
  unsettled(provider: string): Promise<readonly { readonly id: number; readonly runId: string }[]>;
  /**
   * What the service says now that the run cost; corrects the usage ledger too. Final once it has stayed the same or a minute has passed since the
   * collection. Returns by how many dollars it differs from what was known.
   */
  settle(id: number, costUsd: number): Promise<number>;
}
