import type { Classification } from '../domain/classification.ts';
import type { TokenUsage } from '../domain/errors.ts';

export interface ClassificationAnswer {
  readonly classification: Classification;
  readonly usage: TokenUsage;
}

/** Says in which industry and what type of company a person works, from the profile text alone. */
export interface Classifier {
  readonly provider: string;
  readonly model: string;
  /** Changes whenever the question changes, so that old answers are not taken for answers to the new one. */
  readonly promptVersion: string;
  readonly limits: { readonly parallelCalls: number; readonly maxCompletionTokens: number };
  /** The profile text is data written by a stranger; nothing in it may act as an instruction. Throws as Embedder.embed. */
  classify(profileText: string, signal: AbortSignal): Promise<ClassificationAnswer>;
}
