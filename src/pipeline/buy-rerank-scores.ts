import { likelyTokens, mostTokens, type TokenPrice, tokenCostUsd } from '../config/prices.ts';
import { GiveUp, RetryLater, StopRun } from '../domain/errors.ts';
import type { AnswerStore, Missing } from '../ports/answer-store.ts';
import type { Reranker } from '../ports/reranker.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { Batcher } from './batcher.ts';
import type { PaidCalls } from './paid-call.ts';
import { unlessElsewhere } from './unless-elsewhere.ts';

export interface RerankQuery {
  readonly hash: string;
  readonly text: string;
}

interface Request {
  readonly query: RerankQuery;
  readonly textHash: string;
  readonly text: string;
  readonly stage: string;
  readonly context: CallContext;
}

/** Relevance of profile texts to an ICP: from the store, else bought in as few calls as the reranker's limits allow. */
export class RerankScores {
  readonly #reranker: Reranker;
  readonly #store: AnswerStore;
  readonly #calls: PaidCalls;
  /** Null when not known. */
  readonly #price: TokenPrice | null;
  readonly #known: Batcher<{ query: RerankQuery; textHash: string }, number | Missing>;
  readonly #bought: Batcher<Request, number>;
  readonly #underWay = new Map<string, Promise<number>>();

  constructor(reranker: Reranker, store: AnswerStore, calls: PaidCalls, price: TokenPrice | null) {
    this.#reranker = reranker;
    this.#store = store;
    this.#calls = calls;
    this.#price = price;
    const { firstCalls } = reranker.limits;
    if (firstCalls !== undefined) calls.paceOf(reranker.provider, reranker.model).beginWith(firstCalls);
    this.#known = new Batcher({
      maxInputs: 2000,
      parallel: 1,
      group: ({ query }) => query.hash,
      run: async (asked) => {
        const states = await store.reserveRerankScores(
          reranker.model,
          asked[0]!.query.hash,
          asked.map(({ textHash }) => textHash),
        );
        return asked.map(({ textHash }) => states.get(textHash)!);
      },
    });
    this.#bought = new Batcher({
      maxInputs: reranker.limits.documentsPerCall,
      parallel: reranker.limits.parallelCalls,
      lingerMs: 40,
      group: (request) => request.query.hash,
      // A pairwise model reads the query once per document.
      weigh: (request) => likelyTokens(request.text) + likelyTokens(request.query.text),
      maxWeight: reranker.limits.tokensPerCall,
      run: (requests) => this.#buy(requests),
    });
  }

  get model(): string {
    return this.#reranker.model;
  }

  get(
    query: RerankQuery,
    textHash: string,
    text: string,
    stage: string,
    context: CallContext,
  ): Promise<number> {
    const key = `${query.hash} ${textHash}`;
    const running = this.#underWay.get(key);
    if (running !== undefined) return running;
    const work = this.#get({ query, textHash, text, stage, context }).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, work);
    return work;
  }

  async #get(request: Request): Promise<number> {
    const known = await unlessElsewhere(() => this.#known.submit(request), this.#calls);
    if (known !== 'mine') return known;
    try {
      return await this.#bought.submit(request);
    } catch (error) {
      const { model } = this.#reranker;
      await this.#store
        .letGo({ kind: 'rerank-score', model, queryHash: request.query.hash }, [request.textHash])
        .catch(() => {});
      throw error;
    }
  }

  async #buy(requests: readonly Request[]): Promise<(number | Error)[]> {
    const { query, stage } = requests[0]!;
    const price = this.#price;
    // Two leads may share one profile text; it is judged once.
    const texts = [...new Map(requests.map((request) => [request.textHash, request.text])).entries()];
    const most = texts.reduce((sum, [, text]) => sum + mostTokens(text) + mostTokens(query.text), 0);
    try {
      const scores = await this.#calls.run(
        {
          kind: 'rerank',
          provider: this.#reranker.provider,
          model: this.#reranker.model,
          stage,
          contexts: requests.map((request) => request.context),
          mostUsd: tokenCostUsd(price, { promptTokens: most, completionTokens: 0 }),
          price: (usage) => tokenCostUsd(price, usage),
          input: { query: query.text, documents: texts.map(([, text]) => text) },
        },
        async (signal) => {
          const answer = await this.#reranker.rerank(
            query.text,
            texts.map(([, text]) => text),
            signal,
          );
          return { value: answer.scores, usage: answer.usage };
        },
      );
      const rows = texts.map(([textHash], position) => ({ textHash, score: scores[position]! }));
      await this.#calls.recorded();
      await this.#store.saveRerankScores(this.#reranker.model, query.hash, rows);
      const byText = new Map(rows.map((row) => [row.textHash, row.score]));
      return requests.map((request) => byText.get(request.textHash)!);
    } catch (error) {
      // Too much at once, or one text that the service refuses: halves find out which, and spare the others.
      if (error instanceof RetryLater) throw this.#unavailable(error);
      if (!(error instanceof GiveUp)) throw error;
      if (texts.length === 1) return requests.map(() => error);
      const half = Math.ceil(requests.length / 2);
      return [...(await this.#buy(requests.slice(0, half))), ...(await this.#buy(requests.slice(half)))];
    }
  }

  /** No lead is to blame when the reranker stays away, so none fails for it: all stay `enriched` (SPEC §7). */
  #unavailable(cause: RetryLater): StopRun {
    const stop = new StopRun(
      'unavailable',
      'reranker_unavailable',
      `the reranker ${this.#reranker.model} cannot be used now: ${cause.message}`,
      'run the same command again later; or add --no-rerank to do without, which the scores then say',
      { cause },
    );
    this.#calls.halt.stop(stop);
    return stop;
  }
}
