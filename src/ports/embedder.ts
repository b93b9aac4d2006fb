import type { TokenUsage } from '../domain/errors.ts';

export interface EmbeddingAnswer {
  /** One vector per text, in the order of the texts; every one finite and of non-zero length. */
  readonly vectors: readonly (readonly number[])[];
  readonly usage: TokenUsage;
}

/** Turns texts into vectors. Retry, batching, rate limits and the cache live above this port. */
export interface Embedder {
  readonly provider: string;
  /** Names the vector space: vectors of different models are never compared. */
  readonly model: string;
  readonly limits: {
    readonly inputsPerCall: number;
    readonly tokensPerInput: number;
    readonly tokensPerCall: number;
    readonly parallelCalls: number;
  };
  /** Shortens a text to `tokensPerInput`; `cut` says whether anything was lost. */
  fit(text: string): { readonly text: string; readonly cut: boolean };
  /** Throws RetryLater, GiveUp (`request_too_large`: split and try again) or StopRun. Texts are never empty. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<EmbeddingAnswer>;
}
