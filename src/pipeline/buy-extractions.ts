import { mostTokens, type TokenPrice, tokenCostUsd } from '../config/prices.ts';
import type { StatedCriterion } from '../domain/targeting/mention.ts';
import type { Missing } from '../ports/answer-store.ts';
import type { ExtractionStore } from '../ports/extraction-store.ts';
import type { IcpExtractor } from '../ports/icp-extractor.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { quotedForModel } from '../support/text.ts';
import { Batcher } from './batcher.ts';
import { LOOK_UP_LINGER_MS } from './look-up-linger.ts';
import type { PaidCalls } from './paid-call.ts';
import { unlessElsewhere } from './unless-elsewhere.ts';

/** A part of a call, as it is shown to an extractor. */
export interface PartToRead {
  readonly textHash: string;
  readonly text: string;
}

interface Request extends PartToRead {
  readonly stage: string;
  readonly context: CallContext;
}

/** Most tokens of the question around the part, instructions and schema, and of the repair that a second try may add. A call asks at most twice. */
export const QUESTION_TOKENS = 1100;
const REPAIR_TOKENS = 400;
const TRIES = 2;

/** What was said in parts of calls: from the store, else bought, each part once, and kept the moment it comes. */
export class Extractions {
  readonly #extractor: IcpExtractor;
  readonly #store: ExtractionStore;
  readonly #calls: PaidCalls;
  /** Null when not known. */
  readonly #price: TokenPrice | null;
  readonly #known: Batcher<string, readonly StatedCriterion[] | Missing>;
  readonly #bought: Batcher<Request, readonly StatedCriterion[]>;
  readonly #underWay = new Map<string, Promise<readonly StatedCriterion[]>>();

  constructor(extractor: IcpExtractor, store: ExtractionStore, calls: PaidCalls, price: TokenPrice | null) {
    this.#extractor = extractor;
    this.#store = store;
    this.#calls = calls;
    this.#price = price;
    const { model, promptVersion } = extractor;
    this.#known = new Batcher({
      maxInputs: 1000,
      parallel: 1,
      lingerMs: LOOK_UP_LINGER_MS,
      run: async (hashes) => {
        const states = await store.reserve(model, promptVersion, hashes);
        return hashes.map((hash) => states.get(hash)!);
      },
    });
    this.#bought = new Batcher({
      maxInputs: 1,
      parallel: extractor.limits.parallelCalls,
      run: async ([request]) => [await this.#buyAndKeep(request!)],
    });
  }

  get(part: PartToRead, stage: string, context: CallContext): Promise<readonly StatedCriterion[]> {
    const running = this.#underWay.get(part.textHash);
    if (running !== undefined) return running;
    const work = this.#get({ ...part, stage, context }).finally(() => this.#underWay.delete(part.textHash));
    this.#underWay.set(part.textHash, work);
    return work;
  }

  async #get(request: Request): Promise<readonly StatedCriterion[]> {
    const { model, promptVersion } = this.#extractor;
    const { textHash } = request;
    const known = await unlessElsewhere(() => this.#known.submit(textHash), this.#calls);
    if (known !== 'mine') return known;
    try {
      return await this.#bought.submit(request);
    } catch (error) {
      await this.#store.letGo(model, promptVersion, textHash).catch(() => {});
      throw error;
    }
  }

  /** Has its place until the answer is kept, so that a process that dies loses no more answers than it has places. */
  async #buyAndKeep(request: Request): Promise<readonly StatedCriterion[]> {
    const criteria = await this.#buy(request);
    await this.#calls.recorded();
    const { model, promptVersion } = this.#extractor;
    await this.#store.save(model, promptVersion, request.textHash, criteria);
    return criteria;
  }

  async #buy({ text, stage, context }: Request): Promise<readonly StatedCriterion[]> {
    const { provider, model, limits } = this.#extractor;
    const price = this.#price;
    return this.#calls.run(
      {
        kind: 'extraction',
        provider,
        model,
        stage,
        contexts: [context],
        mostUsd: tokenCostUsd(price, {
          // As it is sent: with angle brackets, quotation marks and backslashes escaped it has up to six times as many.
          promptTokens: TRIES * (mostTokens(quotedForModel(text)) + QUESTION_TOKENS) + REPAIR_TOKENS,
          completionTokens: limits.maxCompletionTokens,
        }),
        price: (usage) => tokenCostUsd(price, usage),
        input: text,
      },
      async (signal) => {
        const { criteria, usage } = await this.#extractor.extract(text, signal);
        return { value: criteria, usage };
      },
    );
  }
}
