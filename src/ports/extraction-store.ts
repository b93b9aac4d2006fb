import type { StatedCriterion } from '../domain/targeting/mention.ts';
import type { Missing } from './answer-store.ts';

/** What extractors answered about parts of calls, by model and version of the question. Reserved as in AnswerStore. */
export interface ExtractionStore {
  reserve(
    model: string,
    promptVersion: string,
    textHashes: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StatedCriterion[] | Missing>>;
  save(
    model: string,
    promptVersion: string,
    textHash: string,
    criteria: readonly StatedCriterion[],
  ): Promise<void>;
  /** Will not be bought after all: others may. */
  letGo(model: string, promptVersion: string, textHash: string): Promise<void>;
  /** Renews all reservations. */
  renew(): Promise<void>;
}
