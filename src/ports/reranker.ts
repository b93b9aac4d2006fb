import type { TokenUsage } from '../domain/errors.ts';

export interface RerankAnswer {
  /** One relevance score per document, in the order of the documents. */
  readonly scores: readonly number[];
  readonly usage: TokenUsage;
}

/** Judges how relevant each document is to a query. */
export interface Reranker {
  readonly provider: string;
  readonly model: string;
  /**
   * False for listwise models (Jina v3), whose scores depend on the other documents of the request: such scores
   * cannot be compared across batches.
   */
  readonly absoluteScores: boolean;
  readonly limits: {
    readonly documentsPerCall: number;
    readonly tokensPerCall: number;
    readonly parallelCalls: number;
    /** How many of them at first, until some went well; all when left out. */
    readonly firstCalls?: number;
  };
  /** Throws RetryLater, GiveUp (`request_too_large`) or StopRun. Documents are never empty. */
  rerank(query: string, documents: readonly string[], signal: AbortSignal): Promise<RerankAnswer>;
}
