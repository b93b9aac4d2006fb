/** What one command has taken out of its budget, in dollars. */
export interface Totals {
  /** Spent, or reserved for calls that are still under way. */
  readonly takenUsd: number;
  /** The part of it that is reserved for calls under way. */
  readonly openUsd: number;
}

/** What several commands that have a limit spend together while they run at the same time. */
export interface Purse {
  /**
   * What the others have taken, and at the same instant notes `wanted` as our own totals, or `ours` where that and theirs together
   * pass the limit. No two commands do so at once.
   */
  take(wanted: Totals, ours: Totals, limitUsd: number): Promise<Totals>;
  /** Notes our totals, whatever the limit. `ended`: nothing more is taken, so that commands which begin later need not count us. */
  note(ours: Totals, ended?: boolean): Promise<void>;
  /** Resolves after a while in which calls of others may have ended; rejects with the signal's reason. */
  pause(signal: AbortSignal): Promise<void>;
}
