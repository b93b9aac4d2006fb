import { RetryLater } from '../domain/errors.ts';
import type { AnswerStore } from '../ports/answer-store.ts';
import { Batcher } from './batcher.ts';

/** Cosine similarities to an ICP, for all leads asked for together in one query of the database. */
export class Similarities {
  readonly #asked: Batcher<{ queryHash: string; textHash: string }, number>;

  constructor(store: AnswerStore, model: string) {
    this.#asked = new Batcher<{ queryHash: string; textHash: string }, number>({
      maxInputs: 20_000,
      parallel: 1,
      lingerMs: 20,
      group: ({ queryHash }) => queryHash,
      run: async (asked) => {
        const found = await store.similarities(
          model,
          asked[0]!.queryHash,
          asked.map(({ textHash }) => textHash),
        );
        // There was one: the person may have been forgotten meanwhile, the profile purged.
        return asked.map(
          ({ textHash }) =>
            found.get(textHash) ?? new RetryLater('no_vector', `no vector of ${model} for ${textHash}`),
        );
      },
    });
  }

  /** Both texts must have been embedded. */
  get(queryHash: string, textHash: string): Promise<number> {
    return this.#asked.submit({ queryHash, textHash });
  }
}
