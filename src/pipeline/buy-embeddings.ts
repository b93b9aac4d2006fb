import { likelyTokens, mostTokens, type TokenPrice, tokenCostUsd } from '../config/prices.ts';
import { GiveUp, RetryLater } from '../domain/errors.ts';
import type { AnswerStore, InBatch, Missing } from '../ports/answer-store.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import type { AnswerOrders } from './answer-orders.ts';
import { Batcher } from './batcher.ts';
import { LOOK_UP_LINGER_MS } from './look-up-linger.ts';
import type { PaidCalls } from './paid-call.ts';
import { unlessElsewhere } from './unless-elsewhere.ts';

interface Request {
  readonly textHash: string;
  readonly text: string;
  readonly stage: string;
  readonly context: CallContext;
}

/** Vectors for texts: from the store, else bought in batches, each text once even when asked for twice at the same time; or ordered, where there are orders. */
export class Embeddings {
  readonly #embedder: Embedder;
  readonly #store: AnswerStore;
  readonly #calls: PaidCalls;
  /** Null when not known. */
  readonly #price: TokenPrice | null;
  readonly #orders: AnswerOrders | null;
  readonly #known: Batcher<string, 'there' | Missing | InBatch>;
  readonly #bought: Batcher<Request, undefined>;
  readonly #underWay = new Map<string, Promise<'there' | InBatch>>();

  /** With `orders`, what has to be bought is left to a batch. */
  constructor(
    embedder: Embedder,
    store: AnswerStore,
    calls: PaidCalls,
    price: TokenPrice | null,
    orders: AnswerOrders | null = null,
  ) {
    this.#embedder = embedder;
    this.#store = store;
    this.#calls = calls;
    this.#price = price;
    this.#orders = orders;
    this.#known = new Batcher({
      maxInputs: 1000,
      parallel: 1,
      lingerMs: LOOK_UP_LINGER_MS,
      run: async (hashes) => {
        const states = await store.reserveEmbeddings(embedder.model, hashes);
        return hashes.map((hash) => states.get(hash)!);
      },
    });
    this.#bought = new Batcher({
      maxInputs: embedder.limits.inputsPerCall,
      parallel: embedder.limits.parallelCalls,
      // Long enough that leads scraped by one run travel together, short against the call itself.
      lingerMs: 40,
      group: (request) => request.stage,
      weigh: (request) => likelyTokens(request.text),
      maxWeight: embedder.limits.tokensPerCall,
      run: (requests) => this.#buy(requests),
    });
  }

  get model(): string {
    return this.#embedder.model;
  }

  /** Sees to it that the text has a stored vector, or says in which open batch it stands. */
  ensure(textHash: string, text: string, stage: string, context: CallContext): Promise<'there' | InBatch> {
    const running = this.#underWay.get(textHash);
    if (running !== undefined) return running;
    const work = this.#ensure({ textHash, text, stage, context }).finally(() =>
      this.#underWay.delete(textHash),
    );
    this.#underWay.set(textHash, work);
    return work;
  }

  async #ensure(request: Request): Promise<'there' | InBatch> {
    const state = await unlessElsewhere(() => this.#find(request), this.#calls);
    if (state !== 'mine') return state;
    return this.#orLetGo(request, async () => {
      const { text } = this.#embedder.fit(request.text);
      await this.#bought.submit({ ...request, text });
      return 'there' as const;
    });
  }

  async #find(request: Request): Promise<'there' | Missing | InBatch> {
    const state = await this.#known.submit(request.textHash);
    const orders = this.#orders;
    if (state !== 'mine' || orders === null) return state;
    return this.#orLetGo(request, () => {
      const { text } = this.#embedder.fit(request.text);
      const question = { kind: 'embedding', model: this.#embedder.model } as const;
      return orders.order(question, { ...request, text, mostPromptTokens: mostTokens(text) });
    });
  }

  async #orLetGo<T>(request: Request, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { model } = this.#embedder;
      await this.#store.letGo({ kind: 'embedding', model }, [request.textHash]).catch(() => {});
      throw error;
    }
  }

  async #buy(requests: readonly Request[]): Promise<(undefined | Error)[]> {
    const price = this.#price;
    const most = requests.reduce((sum, request) => sum + mostTokens(request.text), 0);
    try {
      const vectors = await this.#calls.run(
        {
          kind: 'embedding',
          provider: this.#embedder.provider,
          model: this.#embedder.model,
          stage: requests[0]!.stage,
          contexts: requests.map((request) => request.context),
          mostUsd: tokenCostUsd(price, { promptTokens: most, completionTokens: 0 }),
          price: (usage) => tokenCostUsd(price, usage),
          input: requests.map((request) => request.text),
        },
        async (signal) => {
          const answer = await this.#embedder.embed(
            requests.map((request) => request.text),
            signal,
          );
          const length = await this.#store.vectorLength(this.#embedder.model);
          const odd = answer.vectors.find((vector) => length !== null && vector.length !== length);
          if (odd !== undefined) {
            throw new RetryLater(
              'bad_vectors',
              `a vector of ${odd.length} numbers, where all others of the model have ${length}`,
              {
                usage: answer.usage,
              },
            );
          }
          return { value: answer.vectors, usage: answer.usage };
        },
      );
      await this.#calls.recorded();
      await this.#store.saveEmbeddings(
        this.#embedder.model,
        requests.map((request, position) => ({ textHash: request.textHash, vector: vectors[position]! })),
      );
      return requests.map(() => undefined);
    } catch (error) {
      // Too much at once, or one text that the service refuses: halves find out which, and spare the others.
      if (!(error instanceof GiveUp)) throw error;
      if (requests.length === 1) return [error];
      const half = Math.ceil(requests.length / 2);
      return [...(await this.#buy(requests.slice(0, half))), ...(await this.#buy(requests.slice(half)))];
    }
  }
}
