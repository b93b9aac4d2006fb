import { mostTokens, type TokenPrice, tokenCostUsd } from '../config/prices.ts';
import type { Classification } from '../domain/classification.ts';
import type { AnswerStore, InBatch, Missing } from '../ports/answer-store.ts';
import type { Classifier } from '../ports/classifier.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { quotedForModel } from '../support/text.ts';
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

/**
 * Most tokens of the question around the profile text: instructions and schema, measured at 825 for gpt-5-mini's encoding, and the
 * repair, which a second try of the same call may add. A call asks at most twice.
 */
const QUESTION_TOKENS = 900;
const REPAIR_TOKENS = 400;
const TRIES = 2;
/** Answers that come in one after the other are kept by one statement. */
const SAVE_LINGER_MS = 15;
/** Profile texts are cut to this for the classifier, in characters: industry and company type stand in the first lines. */
const LONGEST_TEXT = 12_000;

/** Classifications of profile texts: from the store, else bought, each text once; or ordered, where there are orders. */
export class Classifications {
  readonly #classifier: Classifier;
  readonly #store: AnswerStore;
  readonly #calls: PaidCalls;
  /** Null when not known. */
  readonly #price: TokenPrice | null;
  readonly #orders: AnswerOrders | null;
  readonly #known: Batcher<string, Classification | Missing | InBatch>;
  readonly #bought: Batcher<Request, Classification>;
  readonly #saved: Batcher<{ textHash: string; classification: Classification }, void>;
  readonly #underWay = new Map<string, Promise<Classification | InBatch>>();

  /** With `orders`, what has to be bought is left to a batch. */
  constructor(
    classifier: Classifier,
    store: AnswerStore,
    calls: PaidCalls,
    price: TokenPrice | null,
    orders: AnswerOrders | null = null,
  ) {
    this.#classifier = classifier;
    this.#store = store;
    this.#calls = calls;
    this.#price = price;
    this.#orders = orders;
    const { model, promptVersion } = classifier;
    this.#known = new Batcher({
      maxInputs: 1000,
      parallel: 1,
      lingerMs: LOOK_UP_LINGER_MS,
      run: async (hashes) => {
        const states = await store.reserveClassifications(model, promptVersion, hashes);
        return hashes.map((hash) => states.get(hash)!);
      },
    });
    this.#bought = new Batcher({
      maxInputs: 1,
      parallel: classifier.limits.parallelCalls,
      run: async ([request]) => [await this.#buy(request!)],
    });
    this.#saved = new Batcher({
      maxInputs: 500,
      parallel: 1,
      lingerMs: SAVE_LINGER_MS,
      run: async (rows) => {
        await this.#store.saveClassifications(model, promptVersion, rows);
        return rows.map(() => undefined);
      },
    });
  }

  /** Model and prompt version: the key under which answers are kept. */
  get key(): string {
    return `${this.#classifier.model}/${this.#classifier.promptVersion}`;
  }

  /** The classification, or the open batch in which it stands. */
  get(
    textHash: string,
    text: string,
    stage: string,
    context: CallContext,
  ): Promise<Classification | InBatch> {
    const running = this.#underWay.get(textHash);
    if (running !== undefined) return running;
    const work = this.#get({ textHash, text, stage, context }).finally(() => this.#underWay.delete(textHash));
    this.#underWay.set(textHash, work);
    return work;
  }

  async #get(request: Request): Promise<Classification | InBatch> {
    const known = await unlessElsewhere(() => this.#find(request), this.#calls);
    if (known !== 'mine') return known;
    return this.#orLetGo(request, async () => {
      const classification = await this.#bought.submit(request);
      await this.#calls.recorded();
      // Kept outside the batcher, whose place is free for the next call by now.
      await this.#saved.submit({ textHash: request.textHash, classification });
      return classification;
    });
  }

  async #find(request: Request): Promise<Classification | Missing | InBatch> {
    const known = await this.#known.submit(request.textHash);
    const orders = this.#orders;
    if (known !== 'mine' || orders === null) return known;
    const { model, promptVersion } = this.#classifier;
    const text = questioned(request.text);
    const order = { ...request, text, mostPromptTokens: mostPromptTokens(text) };
    return this.#orLetGo(request, () =>
      orders.order({ kind: 'classification', model, promptVersion }, order),
    );
  }

  async #orLetGo<T>(request: Request, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { model, promptVersion } = this.#classifier;
      await this.#store
        .letGo({ kind: 'classification', model, promptVersion }, [request.textHash])
        .catch(() => {});
      throw error;
    }
  }

  async #buy(request: Request): Promise<Classification> {
    const text = questioned(request.text);
    const price = this.#price;
    return this.#calls.run(
      {
        kind: 'classification',
        provider: this.#classifier.provider,
        model: this.#classifier.model,
        stage: request.stage,
        contexts: [request.context],
        mostUsd: tokenCostUsd(price, {
          promptTokens: TRIES * mostPromptTokens(text) + REPAIR_TOKENS,
          completionTokens: this.#classifier.limits.maxCompletionTokens,
        }),
        price: (usage) => tokenCostUsd(price, usage),
        input: text,
      },
      async (signal) => {
        const answer = await this.#classifier.classify(text, signal);
        return { value: answer.classification, usage: answer.usage };
      },
    );
  }
}

/** What of a profile text the classifier is asked about. */
function questioned(text: string): string {
  return text.slice(0, LONGEST_TEXT).toWellFormed();
}

/** The text counts as it is sent: with angle brackets, quotation marks and backslashes escaped it has up to six times as many. */
function mostPromptTokens(text: string): number {
  return mostTokens(quotedForModel(text)) + QUESTION_TOKENS;
}
