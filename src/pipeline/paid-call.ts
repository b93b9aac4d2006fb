import { GiveUp, NOT_BILLED, RetryLater, StopRun, type TokenUsage, UNKNOWN_USAGE } from '../domain/errors.ts';
import type { CallKind, CallObserver } from '../ports/call-observer.ts';
import type { Attempt, CallContext, UsageLedger } from '../ports/usage-ledger.ts';
import type { Budget } from './budget.ts';
import type { Clock } from './clock.ts';
import type { Halt } from './halt.ts';
import { Pace } from './pace.ts';
import { callDelayMs } from './retry-policy.ts';

export interface CallDescription {
  readonly kind: CallKind;
  readonly provider: string;
  readonly model: string;
  readonly stage: string;
  /** The leads on whose behalf the call is made; its cost is shared equally between them. */
  readonly contexts: readonly CallContext[];
  /** The most one attempt can cost; null when the price is not known. */
  readonly mostUsd: number | null;
  /** Dollars for the tokens used; null when the price is not known. */
  readonly price: (usage: TokenUsage) => number | null;
  /** What is sent, for those who watch. */
  readonly input: unknown;
  /** Paid requests that an attempt takes, where that is not one. */
  readonly requests?: number;
  /** Set for actor runs. */
  readonly actorRunId?: number;
  /** False for calls that must not be repeated, such as starting a run. */
  readonly repeatable?: boolean;
}

export interface CallAnswer<T> {
  readonly value: T;
  readonly usage: TokenUsage;
  /** When the service itself says what the call cost. */
  readonly costUsd?: number | null;
  /** What it may still come to, when that cost is not final. */
  readonly heldUsd?: number;
}

interface Said {
  readonly output: unknown;
  readonly errorMessage: string | null;
}

const NOTHING_SAID: Said = { output: null, errorMessage: null };
/** Outcome of a request whose answer made another one necessary in the same attempt. */
const REPEATED = 'repeated';

/**
 * The one gate that every call that costs money passes: stop, pace, budget, retry, ledger. Every attempt is recorded, failed ones too.
 */
export class PaidCalls {
  readonly halt: Halt;
  readonly budget: Budget;
  readonly clock: Clock;
  readonly #ledger: UsageLedger;
  readonly #observers: readonly CallObserver[];
  readonly #paces = new Map<string, Pace>();
  readonly #recording = new Set<Promise<void>>();
  #unrecorded: { readonly error: unknown } | null = null;

  constructor(parts: {
    readonly halt: Halt;
    readonly budget: Budget;
    readonly clock: Clock;
    readonly ledger: UsageLedger;
    readonly observers?: readonly CallObserver[];
  }) {
    this.halt = parts.halt;
    this.budget = parts.budget;
    this.clock = parts.clock;
    this.#ledger = parts.ledger;
    this.#observers = parts.observers ?? [];
  }

  /** What all calls of this process to one model of a provider share, as services limit them by model. */
  paceOf(provider: string, model: string): Pace {
    const key = `${provider} ${model}`;
    const pace = this.#paces.get(key) ?? new Pace(this.clock);
    this.#paces.set(key, pace);
    return pace;
  }

  /** Makes the call, again if it fails in a way that may pass. Throws what the last attempt threw; a StopRun halts everything. */
  async run<T>(
    description: CallDescription,
    call: (signal: AbortSignal) => Promise<CallAnswer<T>>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      this.halt.throwIfStopped();
      try {
        return await this.#paced(description, call);
      } catch (error) {
        if (error instanceof StopRun) this.halt.stop(error);
        if (!(error instanceof RetryLater) || description.repeatable === false) throw error;
        const delay = callDelayMs(error, attempt, this.clock.random);
        if (delay === null) throw error;
        await this.clock.sleep(delay, this.halt.stopping);
      }
    }
  }

  /**
   * Resolves once every attempt made so far is in the ledger. To be awaited before an answer is kept, so that no answer outlives the
   * record of what it cost, and before a command ends. Throws what kept one out.
   */
  async recorded(): Promise<void> {
    await Promise.all([...this.#recording]);
    if (this.#unrecorded !== null) throw this.#unrecorded.error;
  }

  /** Not awaited by the call itself, which would keep the next one waiting for the database. */
  #record(attempts: Parameters<UsageLedger['record']>[0]): void {
    const recording = this.#ledger
      .record(attempts)
      .catch((error: unknown) => {
        this.#unrecorded ??= { error };
        if (error instanceof StopRun) this.halt.stop(error);
      })
      .finally(() => this.#recording.delete(recording));
    this.#recording.add(recording);
  }

  async #paced<T>(
    description: CallDescription,
    call: (signal: AbortSignal) => Promise<CallAnswer<T>>,
  ): Promise<T> {
    const pace = this.paceOf(description.provider, description.model);
    const began = await pace.enter(this.halt.stopping);
    let well = false;
    try {
      const value = await this.#attempt(description, call);
      well = true;
      return value;
    } catch (error) {
      if (error instanceof RetryLater && error.code === 'rate_limited') pace.slow(began, error.retryAfterMs);
      if (error instanceof RetryLater && error.code === 'capacity') pace.full();
      throw error;
    } finally {
      pace.leave(well);
    }
  }

  async #attempt<T>(
    description: CallDescription,
    call: (signal: AbortSignal) => Promise<CallAnswer<T>>,
  ): Promise<T> {
    const reservation = await this.budget.reserve(
      description.mostUsd,
      `${description.provider} ${description.model}`,
      this.halt.stopping,
    );
    const began = this.clock.elapsed();
    const startedAt = this.clock.now();
    const close = (outcome: string, answer: Omit<CallAnswer<unknown>, 'value'>, said: Said) => {
      const { before = [], ...last } = answer.usage;
      const latencyMs = Math.round((this.clock.elapsed() - began) / (before.length + 1));
      const request = (ending: string, usage: TokenUsage, costUsd = description.price(usage)): Attempt => ({
        provider: description.provider,
        stage: description.stage,
        model: description.model,
        outcome: ending,
        contexts: description.contexts,
        promptTokens: usage.promptTokens,
        completionTokens: usage.completionTokens,
        requests: description.requests ?? 1,
        costUsd,
        latencyMs,
        actorRunId: description.actorRunId ?? null,
      });
      const attempts = [
        ...before.map((usage) => request(REPEATED, usage)),
        request(outcome, last, answer.costUsd),
      ];
      reservation.settle(sumOf(attempts.map(({ costUsd }) => costUsd)), answer.heldUsd);
      this.#record(attempts);
      this.#show(attempts, description, startedAt, said);
    };
    let answer: CallAnswer<T>;
    try {
      answer = await call(this.halt.signal);
    } catch (error) {
      const { code, usage } = failedAttempt(error);
      const errorMessage = error instanceof Error ? error.message : String(error);
      close(code, { usage }, { output: null, errorMessage });
      throw error;
    }
    close('ok', answer, { output: answer.value, errorMessage: null });
    return answer.value;
  }

  /** Of several requests the last has what was said. */
  #show(attempts: readonly Attempt[], { kind, input }: CallDescription, startedAt: Date, said: Said): void {
    for (const observer of this.#observers) {
      for (const attempt of attempts) {
        const { output, errorMessage } = attempt === attempts.at(-1) ? said : NOTHING_SAID;
        observer.ended({ ...attempt, kind, startedAt, errorMessage, content: { input, output } });
      }
    }
  }
}

function sumOf(costs: readonly (number | null)[]): number | null {
  return costs.reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0);
}

/**
 * A failure that carries no usage was not billed: the service refused before doing anything. Carried but null means that it may have been
 * billed without our learning how much (a time-out, a lost answer); so does anything that is not one of our own errors.
 */
function failedAttempt(error: unknown): { code: string; usage: TokenUsage } {
  if (error instanceof RetryLater || error instanceof GiveUp || error instanceof StopRun) {
    return { code: error.code, usage: error.usage ?? NOT_BILLED };
  }
  return { code: 'unexpected', usage: UNKNOWN_USAGE };
}
