import { halfPrice, type Prices, tokenCostUsd } from '../config/prices.ts';
import { GiveUp, NOT_BILLED, RetryLater, UNKNOWN_USAGE } from '../domain/errors.ts';
import type { AnswerBatchLedger, BroughtAnswer, OpenBatch } from '../ports/answer-batch-ledger.ts';
import type { AnswerStore } from '../ports/answer-store.ts';
import type { BatchedAnswer, BatchedOutcome, BatchJobs, JobState } from '../ports/batch-jobs.ts';
import type { CallObserver } from '../ports/call-observer.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { searchJob } from './batch-creation.ts';
import type { PaidCalls } from './paid-call.ts';
import { retrying } from './retrying.ts';

export interface AnswerBatchesOptions {
  readonly jobs: BatchJobs;
  readonly ledger: AnswerBatchLedger;
  readonly store: Pick<AnswerStore, 'vectorLength'>;
  readonly calls: PaidCalls;
  readonly prices: Pick<Prices, 'ofModel'>;
  readonly observers: readonly CallObserver[];
  readonly notice: (message: string) => void;
}

type EndedJob = Extract<JobState, { kind: 'ended' }>;

/** Answers kept in one transaction. */
const KEPT_AT_ONCE = 200;
/** A job ends within a day; one that nobody knows after two brings nothing any more. */
const LOST_AFTER_MS = 2 * 86_400_000;
const STAGE = 'enrich';

/** Collects what batches of this and earlier commands have brought. */
export class AnswerBatches {
  readonly #options: AnswerBatchesOptions;

  constructor(options: AnswerBatchesOptions) {
    this.#options = options;
  }

  /**
   * Looks once at every open batch that no other process looks after: one that has come back is collected, one that a dead process left in the
   * middle is found or let go. What cannot be looked at now stays for the next command. Throws StopRun.
   */
  async collect(): Promise<void> {
    const { jobs, ledger, notice } = this.#options;
    const open = await ledger.takeOver(jobs.provider, jobs.server);
    try {
      for (const batch of open) {
        this.#options.calls.halt.throwIfStopped();
        await this.#lookAfter(batch).catch((error: unknown) => {
          if (!(error instanceof RetryLater || error instanceof GiveUp)) throw error;
          notice(`batch ${batch.jobId ?? batch.reference} cannot be looked at now: ${error.message}`);
        });
      }
    } finally {
      await ledger.released(open.map((batch) => batch.answerBatchId));
    }
  }

  async #lookAfter(batch: OpenBatch): Promise<void> {
    const { jobs, ledger, calls, notice } = this.#options;
    if (batch.state === 'gathering') return ledger.abandoned(batch.answerBatchId);
    const jobId = batch.jobId ?? (await searchJob({ jobs, calls }, batch.reference, batch.intendedAt!));
    if (jobId === null) return ledger.abandoned(batch.answerBatchId);
    if (batch.jobId === null) await ledger.created(batch.answerBatchId, jobId);
    const job = await retrying(calls, () => jobs.look(jobId, calls.halt.signal));
    if (job.kind === 'ended') await this.#collect(batch, jobId, job);
    else if (job.kind === 'unknown') {
      notice(`${jobs.server} knows no batch ${jobId}: was it submitted with another OPENAI_API_KEY?`);
      if (calls.clock.now().getTime() - batch.intendedAt!.getTime() > LOST_AFTER_MS)
        await this.#collect(batch, jobId, {
          ...job,
          kind: 'ended',
          status: 'lost',
          message: null,
          files: [],
          tookMs: 0,
        });
    }
  }

  async #collect(batch: OpenBatch, jobId: string, job: EndedJob): Promise<void> {
    const { jobs, ledger, calls, notice } = this.#options;
    const open = new Map(await ledger.requestsOf(batch.answerBatchId));
    const asked = open.size;
    let answered = 0;
    for (const file of job.files) {
      const answers = await retrying(calls, () =>
        jobs.read(batch.question.kind, file, calls.halt.signal),
      ).catch((error: unknown) => {
        if (!(error instanceof GiveUp)) throw error;
        notice(`batch ${jobId}: ${error.message}`);
        return [];
      });
      answered += await this.#keep(batch, job, firstOfEach(answers, open));
    }
    await this.#keep(batch, job, unanswered(job, open));
    await ledger.collected(batch.answerBatchId);
    notice(
      `batch ${jobId} ${job.status}: ${answered} of ${asked} ${batch.question.kind}s${job.message === null ? '' : `; ${job.message}`}`,
    );
  }

  /** Keeps answers, each with what it cost; returns how many were valid. */
  async #keep(batch: OpenBatch, job: EndedJob, answers: Iterable<AnswerFor>): Promise<number> {
    let valid = 0;
    for (const some of portions(answers, KEPT_AT_ONCE)) {
      const checked = await this.#ofOneLength(batch, some);
      const brought = checked.map((answer) => ({ answer, row: this.#broughtBy(batch, job, answer) }));
      const settled = await this.#options.ledger.settle(
        batch,
        brought.map(({ row }) => row),
      );
      await this.#options.ledger.renew();
      for (const { answer, row } of brought.filter((one) => settled.has(one.row.textHash))) {
        if (row.answer !== null) valid += 1;
        this.#account(batch, job, answer, row);
      }
    }
    return valid;
  }

  /** A vector of another length than the others of its model is not one of them. */
  async #ofOneLength(batch: OpenBatch, answers: readonly AnswerFor[]): Promise<readonly AnswerFor[]> {
    const lengths = answers.flatMap(({ outcome }) =>
      outcome.kind === 'vector' ? [outcome.vector.length] : [],
    );
    if (lengths.length === 0) return answers;
    const length = (await this.#options.store.vectorLength(batch.question.model)) ?? mostFrequent(lengths);
    return answers.map((answer) =>
      answer.outcome.kind !== 'vector' || answer.outcome.vector.length === length
        ? answer
        : {
            ...answer,
            outcome: {
              kind: 'failed',
              code: 'bad_vectors',
              message: `a vector of ${answer.outcome.vector.length} numbers, where the others have ${length}`,
            },
          },
    );
  }

  #broughtBy(
    { question }: OpenBatch,
    job: EndedJob,
    { id, context, usage, outcome }: AnswerFor,
  ): BroughtAnswer {
    return {
      textHash: id,
      attempt: {
        provider: this.#options.jobs.provider,
        stage: STAGE,
        model: question.model,
        outcome: outcome.kind === 'failed' ? outcome.code : 'ok',
        contexts: [context],
        promptTokens: usage.promptTokens,
        completionTokens: usage.completionTokens,
        requests: 1,
        costUsd: tokenCostUsd(halfPrice(this.#options.prices.ofModel(question.model)), usage),
        latencyMs: job.tookMs,
        actorRunId: null,
      },
      answer: outcome.kind === 'failed' ? null : outcome,
    };
  }

  /** Paid for already, so no budget stands in the way; but this command is the first to know what it came to. */
  #account(
    { question }: OpenBatch,
    job: EndedJob,
    { outcome }: AnswerFor,
    { attempt, textHash }: BroughtAnswer,
  ) {
    const { calls, observers } = this.#options;
    if (attempt.costUsd !== null) calls.budget.correct(attempt.costUsd);
    else calls.budget.countUnknown();
    const startedAt = new Date(calls.clock.now().getTime() - job.tookMs);
    for (const observer of observers) {
      observer.ended({
        ...attempt,
        kind: question.kind,
        startedAt,
        errorMessage: outcome.kind === 'failed' ? outcome.message : null,
        content: { input: textHash, output: outcome.kind === 'failed' ? null : outcome },
      });
    }
  }
}

/**
 * What is left when all files are read. A job that failed as a whole, or was cut short before it had any file, did nothing; from any other, a request without
 * a line may have been billed.
 */
function unanswered(job: EndedJob, open: ReadonlyMap<string, CallContext>): readonly AnswerFor[] {
  if (job.status === 'failed') return [];
  const idle = job.files.length === 0 && job.status !== 'completed' && job.status !== 'lost';
  const outcome: BatchedOutcome = {
    kind: 'failed',
    code: job.files.length === 0 ? `batch_${job.status}` : 'no_answer',
    message: job.message ?? 'the batch has no answer to this request',
  };
  const usage = idle ? NOT_BILLED : UNKNOWN_USAGE;
  return [...open].map(([id, context]) => ({ id, context, usage, outcome }));
}

interface AnswerFor extends BatchedAnswer {
  readonly context: CallContext;
}

/** The first answer to each open request, which is open no longer then. */
function* firstOfEach(answers: Iterable<BatchedAnswer>, open: Map<string, CallContext>): Iterable<AnswerFor> {
  for (const answer of answers) {
    const context = open.get(answer.id);
    if (context === undefined) continue;
    open.delete(answer.id);
    yield { ...answer, context };
  }
}

function* portions<T>(all: Iterable<T>, size: number): Iterable<readonly T[]> {
  let portion: T[] = [];
  for (const one of all) {
    portion.push(one);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
