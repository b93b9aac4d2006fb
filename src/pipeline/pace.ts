import type { Clock } from './clock.ts';

/** What a service says is left of one of its limits, as token buckets go: it fills up evenly, and is full again after `fullInMs`. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  readonly fullInMs: number;
}

/** Below this share of a limit, calls pause until there is again about as much as FRESH_SHARE of it. */
const SCARCE_SHARE = 0.01;
const FRESH_SHARE = 0.1;
/** No statement of a service stops all calls for longer; the next answer says more. */
const LONGEST_PAUSE_MS = 60_000;
/** After a complaint that names no time. */
const USUAL_PAUSE_MS = 500;
/** How much more slowly it rises where it went wrong before: each complaint costs a pause. */
const CAUTION = 10;

/**
 * How many calls to one service are under way at once, and from when on: halved by an answer that says "too many", raised again
 * by about one for each round of calls that went well, and carefully where it went wrong before (additive increase, multiplicative decrease, as in TCP's congestion control,
 * RFC 5681 §3.1). All calls of the process to that service share one.
 */
export class Pace {
  readonly #clock: Clock;
  /** Unbounded until a service complains: callers have limits of their own. */
  #limit = Number.POSITIVE_INFINITY;
  /** So many at once were too many the last time; 0 while none ever were. */
  #ceiling = 0;
  #underWay = 0;
  #resumeAt = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #waiting: (() => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many calls may be under way at once just now. */
  get limit(): number {
    return this.#limit;
  }

  /**
   * For a service that admits few calls at once to some and many to others: begins with so many, and with twice as many after each round that went well,
   * until there is a complaint (slow start, RFC 5681 §3.1).
   */
  beginWith(calls: number): void {
    if (this.#ceiling === 0 && this.#underWay === 0) this.#limit = Math.min(this.#limit, calls);
  }

  /** Waits for a turn; returns when it began, for `slow`. Each call that got one must `leave`. Rejects with the signal's reason. */
  async enter(signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted();
      const pauseMs = this.#resumeAt - this.#clock.elapsed();
      if (pauseMs > 0) await this.#clock.sleep(pauseMs, signal);
      else if (this.#underWay + 1 <= this.#limit) {
        this.#underWay += 1;
        return this.#clock.elapsed();
      } else await this.#turn(signal);
    }
  }

  /** The call is over. `well`: it was answered, so a little more may be tried. */
  leave(well: boolean): void {
    this.#underWay -= 1;
    if (well && this.#ceiling === 0) this.#limit += 1;
    else if (well && this.#limit !== Number.POSITIVE_INFINITY) {
      const goesWhereItWentWrong = this.#limit + 1 >= this.#ceiling;
      this.#limit += 1 / (this.#limit * (goesWhereItWentWrong ? CAUTION : 1));
      if (this.#limit > 2 * this.#ceiling) this.#limit = Number.POSITIVE_INFINITY;
    }
    this.#wake();
  }

  /** "Too many requests", said to a call that began at `began`. Of those that went out together, one complaint counts. */
  slow(began: number, retryAfterMs = USUAL_PAUSE_MS): void {
    const now = this.#clock.elapsed();
    const pauseMs = Math.min(LONGEST_PAUSE_MS, retryAfterMs);
    this.#resumeAt = Math.max(this.#resumeAt, now + pauseMs);
    if (began <= this.#slowedAt) return;
    this.#slowedAt = now;
    this.#bound(Math.floor(Math.min(this.#underWay, this.#limit) / 2));
  }

  /** "No room for another one", said while the others under way have theirs. */
  full(): void {
    this.#bound(this.#underWay - 1);
  }

  /** What an answer said is left. */
  allow(allowance: Allowance): void {
    const { limit, remaining, fullInMs } = allowance;
    if (remaining >= Math.max(1, limit * SCARCE_SHARE)) return;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, fullInMs * Math.max(FRESH_SHARE, 1 / Math.max(1, limit)));
    this.#resumeAt = Math.max(this.#resumeAt, this.#clock.elapsed() + pauseMs);
  }

  #bound(limit: number): void {
    this.#ceiling = Math.max(1, Math.min(this.#underWay, this.#limit));
    this.#limit = Math.max(1, Math.min(limit, this.#limit));
  }

  #wake(): void {
    for (let free = Math.min(this.#waiting.length, this.#limit - this.#underWay); free >= 1; free -= 1)
      this.#waiting.shift()!();
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        this.#waiting = this.#waiting.filter((one) => one !== go);
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#waiting.push(go);
    });
  }
}
