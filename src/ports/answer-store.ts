import type { Classification } from '../domain/classification.ts';

/** Answers about texts that were given by one model to one question. */
export type AnswerKind =
  | { readonly kind: 'embedding'; readonly model: string }
  | { readonly kind: 'classification'; readonly model: string; readonly promptVersion: string }
  | { readonly kind: 'rerank-score'; readonly model: string; readonly queryHash: string }
  | { readonly kind: 'extraction'; readonly model: string; readonly promptVersion: string };

/** `mine`: nobody has the answer and we are to buy it; `elsewhere`: another process is buying it, so look again later. */
export type Missing = 'mine' | 'elsewhere';

/** The answer stands in an open batch (see answer-batch-ledger.ts), which may take a day: not worth waiting for. */
export interface InBatch {
  readonly answerBatchId: number;
}

/**
 * What was bought before, by content key; and where new answers are kept the moment they arrive. Who looks for an answer that is not there
 * has it reserved: it buys and saves it, or lets it go. A reservation ends with its process.
 */
export interface AnswerStore {
  /** Of each text: its vector of the model is there, or who is to buy it. */
  reserveEmbeddings(
    model: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, 'there' | Missing | InBatch>>;
  /** How long the vectors of the model are, as far as enough of them are there to tell; null otherwise. Others do not count as there. */
  vectorLength(model: string): Promise<number | null>;
  saveEmbeddings(
    model: string,
    rows: readonly { readonly textHash: string; readonly vector: readonly number[] }[],
  ): Promise<void>;
  /** Cosine similarity (−1…1) of each text to the query text, all in one query; both must have been embedded with the model. Others may come along. */
  similarities(
    model: string,
    queryHash: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;

  reserveClassifications(
    model: string,
    promptVersion: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, Classification | Missing | InBatch>>;
  saveClassifications(
    model: string,
    promptVersion: string,
    rows: readonly { readonly textHash: string; readonly classification: Classification }[],
  ): Promise<void>;

  reserveRerankScores(
    model: string,
    queryHash: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, number | Missing>>;
  saveRerankScores(
    model: string,
    queryHash: string,
    rows: readonly { readonly textHash: string; readonly score: number }[],
  ): Promise<void>;

  /** Will not be bought after all: others may. */
  letGo(what: AnswerKind, textHashes: readonly string[]): Promise<void>;
  /** Renews all reservations. */
  renew(): Promise<void>;
  /** Lets all reservations go. */
  release(): Promise<void>;
}
