/** On whose behalf a call is made. */
export interface CallContext {
  readonly clientId: number | null;
  readonly batchId: number | null;
  readonly leadId: number | null;
}

/** One attempt of one call; null tokens or cost are unknown, not zero. */
export interface Attempt {
  readonly provider: string;
  readonly stage: string;
  readonly model: string;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
  readonly contexts: readonly CallContext[];
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** 0 for what is recorded of a call that was made and counted before. */
  readonly requests: number;
  readonly costUsd: number | null;
  readonly latencyMs: number;
  readonly actorRunId: number | null;
}

export interface UsageLedger {
  record(attempts: readonly Attempt[]): Promise<void>;
}
