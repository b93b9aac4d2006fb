import type { Classification } from '../domain/classification.ts';

/** What was bought before, by content key; and where new answers are kept the moment they arrive. */
export interface AnswerStore {
  /** Which of these texts have a vector of the model. */
  embedded(model: string, textHashes: readonly string[]): Promise<ReadonlySet<string>>;
  saveEmbeddings(
    model: string,
    rows: readonly { readonly textHash: string; readonly vector: readonly number[] }[],
  ): Promise<void>;
  /** Cosine similarity (−1…1) of each text to the query text, all in one query; both must have been embedded with the model. */
  similarities(
    model: string,
    queryHash: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;

  classifications(
    model: string,
    promptVersion: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, Classification>>;
  saveClassifications(
    model: string,
    promptVersion: string,
    rows: readonly { readonly textHash: string; readonly classification: Classification }[],
  ): Promise<void>;

  rerankScores(
    model: string,
    queryHash: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
  saveRerankScores(
    model: string,
    queryHash: string,
    rows: readonly { readonly textHash: string; readonly score: number }[],
  ): Promise<void>;
}
