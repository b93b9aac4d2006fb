import { halfPrice, type Prices, tokenCostUsd } from '../config/prices.ts';
import { StopRun } from '../domain/errors.ts';
import type { AnswerBatchLedger, BatchQuestion, OpenBatch } from '../ports/answer-batch-ledger.ts';
import type { InBatch } from '../ports/answer-store.ts';
import type { BatchJobs, BatchKind } from '../ports/batch-jobs.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { createJob } from './batch-creation.ts';
import { Batcher } from './batcher.ts';
import type { PaidCalls } from './paid-call.ts';
import { retrying } from './retrying.ts';

export interface AnswerOrdersOptions {
  readonly jobs: BatchJobs;
  readonly ledger: AnswerBatchLedger;
  readonly calls: PaidCalls;
  readonly prices: Pick<Prices, 'ofModel'>;
  readonly notice: (message: string) => void;
}

/** An answer that was reserved for us and is to be bought by a batch. */
export interface Order {
  readonly textHash: string;
  readonly text: string;
  readonly mostPromptTokens: number;
  readonly context: CallContext;
}

type Ordered = InBatch | 'elsewhere';

/** A batch that is still being filled. */
interface Draft {
  readonly batch: OpenBatch;
  /** As the service takes them. */
  readonly requests: string[];
  bytes: number;
}

/**
 * Gathers what is to be bought through a batch API, and hands it in: each batch when it is full, the last ones at the end. Every step is written down
 * before it is taken, so that no batch is ever created twice, and whatever a crash leaves behind is found or let go.
 */
export class AnswerOrders {
  readonly #options: AnswerOrdersOptions;
  readonly #drafts = new Map<BatchKind, Draft>();
  readonly #orders: Batcher<{ readonly question: BatchQuestion; readonly order: Order }, Ordered>;

  constructor(options: AnswerOrdersOptions) {
    this.#options = options;
    this.#orders = new Batcher({
      maxInputs: 500,
      // One at a time, so that a full batch is handed in before the next one is begun.
      parallel: 1,
      group: ({ question }) => question.kind,
      run: (orders) =>
        this.#add(
          orders[0]!.question,
          orders.map(({ order }) => order),
        ),
    });
  }

  /** Puts the order into a batch, which holds the answer from then on. `elsewhere`: it was not ours any more. Throws StopRun `budget`. */
  order(question: BatchQuestion, order: Order): Promise<Ordered> {
    return this.#orders.submit({ question, order });
  }

  /**
   * Hands in what was gathered, also after a stop by the budget, which it is within. Throws StopRun when the service does not take it; then nothing
   * was bought, and nothing is held, unless that is not known (`batch_unconfirmed`).
   */
  async submit(): Promise<void> {
    for (const draft of [...this.#drafts.values()]) {
      const stop = this.#options.calls.halt.reason;
      if (stop !== null && stop.reason !== 'budget') throw stop;
      await this.#submit(draft);
    }
  }

  /** Lets go of what was gathered and not handed in: nothing of it was bought. */
  async dissolve(): Promise<void> {
    for (const { batch } of this.#drafts.values()) {
      await this.#options.ledger.abandoned(batch.answerBatchId);
    }
    this.#drafts.clear();
  }

  async #add(question: BatchQuestion, orders: readonly Order[]): Promise<(Ordered | Error)[]> {
    const outcomes: (Ordered | Error)[] = [];
    for (let rest = orders; rest.length > 0; rest = orders.slice(outcomes.length)) {
      const draft = await this.#draftFor(question, rest[0]!);
      const fitting = this.#fitting(draft, rest);
      outcomes.push(...(await this.#fill(draft, fitting)));
    }
    return outcomes;
  }

  /** The batch that has room for this order: the one being filled, else a new one. */
  async #draftFor(question: BatchQuestion, order: Order): Promise<Draft> {
    const { jobs, ledger } = this.#options;
    const current = this.#drafts.get(question.kind);
    if (current !== undefined && this.#fitting(current, [order]).length === 1) return current;
    if (current !== undefined) await this.#submit(current);
    const batch = await ledger.open(jobs.provider, jobs.server, question);
    const draft = { batch, requests: [], bytes: 0 };
    this.#drafts.set(question.kind, draft);
    return draft;
  }

  /** As many from the front as the batch has room for. One that is too large for an empty batch goes along: the service is to say so. */
  #fitting(draft: Draft, orders: readonly Order[]): readonly Order[] {
    const { kind } = draft.batch.question;
    const limits = this.#options.jobs.limits[kind];
    let { bytes } = draft;
    const count = orders.findIndex(({ textHash, text }, position) => {
      bytes += Buffer.byteLength(this.#options.jobs.request(kind, textHash, text)) + 1;
      const requests = draft.requests.length + position + 1;
      return requests > 1 && (bytes > limits.bytes || requests > limits.requests);
    });
    return count === -1 ? orders : orders.slice(0, count);
  }

  async #fill(draft: Draft, orders: readonly Order[]): Promise<(Ordered | Error)[]> {
    const { jobs, ledger } = this.#options;
    const refused = new Map<Order, Error>();
    for (const order of orders) {
      const error = await this.#reserve(draft.batch.question, order);
      if (error !== null) refused.set(order, error);
    }
    const affordable = orders.filter((order) => !refused.has(order));
    const taken = affordable.length === 0 ? new Set() : await ledger.add(draft.batch, affordable);
    // Somebody took this process for dead and let the batch go: the next look begins another one.
    if (taken === null) this.#drafts.delete(draft.batch.question.kind);
    return orders.map((order) => {
      const error = refused.get(order);
      if (error !== undefined) return error;
      if (!taken?.has(order.textHash)) return 'elsewhere';
      const request = jobs.request(draft.batch.question.kind, order.textHash, order.text);
      draft.requests.push(request);
      draft.bytes += Buffer.byteLength(request) + 1;
      return { answerBatchId: draft.batch.answerBatchId };
    });
  }

  /** Takes the most that the answer can cost out of the budget, for good: what it really costs is known when the batch has come back. */
  async #reserve(question: BatchQuestion, order: Order): Promise<Error | null> {
    const { calls, jobs, prices } = this.#options;
    const mostUsd = tokenCostUsd(halfPrice(prices.ofModel(question.model)), {
      promptTokens: order.mostPromptTokens,
      completionTokens: jobs.maxCompletionTokens[question.kind],
    });
    try {
      const what = `${jobs.provider} ${question.model}`;
      const reservation = await calls.budget.reserve(mostUsd, what, calls.halt.stopping);
      reservation.settle(0, mostUsd ?? 0);
      return null;
    } catch (error) {
      if (error instanceof StopRun) return error;
      throw error;
    }
  }

  async #submit(draft: Draft): Promise<void> {
    const { jobs, ledger, calls, notice } = this.#options;
    const { question, answerBatchId, reference } = draft.batch;
    this.#drafts.delete(question.kind);
    if (draft.requests.length === 0) return ledger.abandoned(answerBatchId);
    const upload = await retrying(calls, () => jobs.upload(draft.requests, calls.halt.signal)).catch(
      async (error: unknown) => {
        await ledger.abandoned(answerBatchId);
        throw notTaken(error);
      },
    );
    // Not ours any more: somebody took this process for dead and let everything go.
    if (!(await ledger.intended(answerBatchId))) return;
    const creation = await createJob({ jobs, calls }, { kind: question.kind, upload, reference }).catch(
      async (error: unknown) => {
        await ledger.released([answerBatchId]);
        throw unconfirmed(error);
      },
    );
    if (creation.kind === 'refused') {
      await ledger.abandoned(answerBatchId);
      await jobs.discard(upload, calls.halt.signal).catch(() => {});
      throw notTaken(creation.error);
    }
    await ledger.created(answerBatchId, creation.jobId);
    await ledger.released([answerBatchId]);
    notice(`batch ${creation.jobId} at ${jobs.server}: ${draft.requests.length} ${question.kind}s asked for`);
  }
}

/** The batch may exist: it stays held until the list of batches can be read. */
function unconfirmed(error: unknown): unknown {
  if (error instanceof StopRun || !(error instanceof Error)) return error;
  return new StopRun(
    'unavailable',
    'batch_unconfirmed',
    `it is not known whether the batch was created: ${error.message}`,
    'run icp enrich again later: it looks for the batch before anything is bought',
    { cause: error },
  );
}

/** No lead is to blame for a batch that the service does not take. */
function notTaken(error: unknown): unknown {
  if (error instanceof StopRun || !(error instanceof Error)) return error;
  return new StopRun(
    'unavailable',
    'batch_not_created',
    `the batch was not created: ${error.message}`,
    'run the same command again later, or leave out --batch-api; nothing was bought',
    { cause: error },
  );
}
