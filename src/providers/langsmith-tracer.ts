import type { CallObserver, ObservedAttempt } from '../ports/call-observer.ts';
import { type DeliveryFailure, type LangSmithConnection, LangSmithDelivery } from './langsmith-delivery.ts';
import { type RunOptions, runWeight, type TracedKind, type TracedRun, tracedRun } from './langsmith-run.ts';

export interface LangSmithTracerOptions extends RunOptions {
  readonly connection: LangSmithConnection;
  readonly clock: { sleep(ms: number, signal?: AbortSignal): Promise<void> };
  readonly notice: (message: string) => void;
}

interface Waiting {
  readonly run: TracedRun;
  readonly weight: number;
}

/** What may wait for LangSmith; more is dropped, so that an endpoint that is away costs no memory. */
const MOST_WAITING = 2000;
const MOST_WAITING_BYTES = 16_000_000;
const RUNS_PER_BATCH = 100;
const BYTES_PER_BATCH = 4_000_000;

/** Calls that end together travel together. */
const GATHER_MS = 250;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** At the end there is no time for long pauses. */
const LAST_ATTEMPTS = 3;
const LAST_PAUSE_MS = 200;

/**
 * Traces every call of a model to LangSmith, behind the back of the work: a call is only noted down, and what LangSmith does or does not
 * do with it costs nothing but a line that says so, and at most the time given to `close`.
 */
export class LangSmithTracer implements CallObserver {
  readonly #options: LangSmithTracerOptions;
  readonly #delivery: LangSmithDelivery;
  readonly #waiting: Waiting[] = [];
  /** Ends pauses: what is left is sent now. */
  readonly #closing = new AbortController();
  /** Ends requests. */
  readonly #letGo = new AbortController();
  #waitingBytes = 0;
  #told = 0;
  #arrived = 0;
  #working: Promise<void> | null = null;
  #trouble: string | null = null;
  #hopeless = false;
  #noticed = false;

  constructor(options: LangSmithTracerOptions) {
    this.#options = options;
    this.#delivery = new LangSmithDelivery(options.connection, this.#letGo.signal);
  }

  ended(attempt: ObservedAttempt): void {
    if (!isTraced(attempt)) return;
    this.#told += 1;
    if (this.#hopeless) return;
    if (this.#waiting.length >= MOST_WAITING || this.#waitingBytes >= MOST_WAITING_BYTES) return;
    const run = tracedRun(attempt, this.#options);
    const weight = runWeight(run);
    this.#waiting.push({ run, weight });
    this.#waitingBytes += weight;
    this.#working ??= this.#work();
  }

  async close(withinMs: number): Promise<void> {
    this.#closing.abort();
    if (this.#working !== null) {
      const inTime = new AbortController();
      const timeIsUp = this.#options.clock.sleep(withinMs, inTime.signal).catch(() => {});
      await Promise.race([this.#working, timeIsUp]);
      inTime.abort();
    }
    this.#letGo.abort();
    if (this.#arrived < this.#told) {
      const why =
        this.#trouble ?? `${new URL(this.#options.connection.endpoint).host} did not answer in time`;
      this.#noticeOnce(
        `LangSmith: ${this.#told - this.#arrived} of ${this.#told} calls were not traced: ${why}`,
      );
    }
  }

  /** Sends what waits until nothing does; never rejects. */
  async #work(): Promise<void> {
    await this.#pause(GATHER_MS);
    let failures = 0;
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      const failure = await this.#delivery.send(batch.map(({ run }) => run));
      if (failure === null) {
        this.#arrived += batch.length;
        failures = 0;
        continue;
      }
      this.#trouble = failure.words;
      if (failure.scope === 'batch') continue;
      failures += 1;
      const given = this.#closing.signal.aborted && failures >= LAST_ATTEMPTS;
      if (failure.scope === 'all') this.#giveUp(failure);
      else if (given) this.#empty();
      else {
        this.#putBack(batch);
        await this.#pauseAfter(failure, failures);
      }
    }
    this.#working = null;
  }

  #take(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { weight } of this.#waiting) {
      if (count === RUNS_PER_BATCH || (count > 0 && bytes + weight > BYTES_PER_BATCH)) break;
      count += 1;
      bytes += weight;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  #putBack(batch: readonly Waiting[]): void {
    this.#waiting.unshift(...batch);
    this.#waitingBytes += batch.reduce((sum, { weight }) => sum + weight, 0);
  }

  #empty(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }

  /** Said at once, as nobody should learn only after a long run that the key was wrong. */
  #giveUp({ words }: DeliveryFailure): void {
    this.#hopeless = true;
    this.#empty();
    this.#noticeOnce(`LangSmith: calls are not traced: ${words}`);
  }

  async #pauseAfter({ retryAfterMs = 0 }: DeliveryFailure, failures: number): Promise<void> {
    const usual = FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10);
    await this.#pause(Math.min(Math.max(usual, retryAfterMs), LONGEST_PAUSE_MS));
  }

  async #pause(ms: number): Promise<void> {
    const { clock } = this.#options;
    if (this.#closing.signal.aborted) await clock.sleep(LAST_PAUSE_MS, this.#letGo.signal).catch(() => {});
    else await clock.sleep(ms, this.#closing.signal).catch(() => {});
  }

  #noticeOnce(message: string): void {
    if (this.#noticed) return;
    this.#noticed = true;
    this.#options.notice(message);
  }
}

function isTraced(attempt: ObservedAttempt): attempt is ObservedAttempt & { kind: TracedKind } {
  return attempt.kind !== 'scrape' && attempt.kind !== 'meetings';
}
