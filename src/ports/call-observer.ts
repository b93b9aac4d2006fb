import type { Attempt } from './usage-ledger.ts';

/** What a call is for. */
export type CallKind = 'scrape' | 'embedding' | 'classification' | 'rerank' | 'meetings' | 'extraction';

/** One attempt of a paid call, once it is over: what the usage ledger keeps of it, and more for those who watch. */
export interface ObservedAttempt extends Attempt {
  readonly kind: CallKind;
  readonly startedAt: Date;
  /** What the error said, without secrets; null when there was none. May quote what was sent. */
  readonly errorMessage: string | null;
  /** What was sent and what came back. Personal data, for nobody who was not asked to pass it on. */
  readonly content: { readonly input: unknown; readonly output: unknown };
}

/** Watches every attempt of every paid call; for traces and logs. */
export interface CallObserver {
  /** Must neither throw nor take time: it stands between a call and its result. */
  ended(attempt: ObservedAttempt): void;
  /** Nothing follows. Resolves within `withinMs`, with everything written or not; never rejects. */
  close(withinMs: number): Promise<void>;
}
