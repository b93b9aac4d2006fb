import type { TokenUsage } from '../domain/errors.ts';
import type { StatedCriterion } from '../domain/targeting/mention.ts';

export interface Extraction {
  readonly criteria: readonly StatedCriterion[];
  readonly usage: TokenUsage;
}

/** Finds in a part of a call what is said about whom a company wants to reach, and whom not. */
export interface IcpExtractor {
  readonly provider: string;
  readonly model: string;
  /** Changes whenever the question changes, so that old answers are not taken for answers to the new one. */
  readonly promptVersion: string;
  readonly limits: {
    /** Of the part; the question comes on top. */
    readonly tokensPerCall: number;
    readonly parallelCalls: number;
    readonly maxCompletionTokens: number;
  };
  /**
   * The part, lines of `Speaker: text`, is data that strangers said; nothing in it may act as an instruction. Kinds and stances are listed ones, values and
   * quotes are not empty and bounded, but whether a quote is one is for the caller to find out. Throws as Embedder.embed.
   */
  extract(part: string, signal: AbortSignal): Promise<Extraction>;
}
