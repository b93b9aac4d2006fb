import { StopRun } from '../domain/errors.ts';

export interface Reservation {
  /**
   * The call is over. `actualUsd` null: its cost is not known, so the reserved amount stays taken. `heldUsd`: what to keep taken at least, when
   * what the service says may still rise.
   */
  settle(actualUsd: number | null, heldUsd?: number): void;
}

/**
 * What a command may spend. The most a call can cost is reserved before it and settled after it, so that calls under way
 * together cannot pass the limit between them.
 */
export class Budget {
  readonly #limitUsd: number | null;
  #takenUsd = 0;
  #spentUsd = 0;
  #unknownCosts = 0;
  /** Reserved by calls that are still under way. */
  #openUsd = 0;
  #waiting: (() => void)[] = [];

  /** `limitUsd` null: no limit, but the spending is still counted. */
  constructor(limitUsd: number | null) {
    this.#limitUsd = limitUsd;
  }

  /** Dollars known to have been spent so far. */
  get spentUsd(): number {
    return this.#spentUsd;
  }

  /** How many calls ended without a known cost; while there are any, `spentUsd` is a lower bound. */
  get unknownCosts(): number {
    return this.#unknownCosts;
  }

  /**
   * Waits while the calls under way might still leave room for `mostUsd`: most cost far less than the most they could. Returns at once when
   * there is room, or when there can be none. Rejects with the signal's reason.
   */
  async waitForRoom(mostUsd: number | null, signal: AbortSignal): Promise<void> {
    const most = mostUsd ?? 0;
    while (!this.#fits(this.#takenUsd + most) && this.#fits(this.#takenUsd - this.#openUsd + most)) {
      signal.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
        this.#waiting.push(() => {
          signal.removeEventListener('abort', stop);
          resolve();
        });
      });
    }
  }

  // A billionth of a dollar of slack: sums of many small floats must not refuse the last affordable call.
  #fits(usd: number): boolean {
    return this.#limitUsd === null || usd <= this.#limitUsd + 1e-9;
  }

  /**
   * Takes `mostUsd` out of the budget, or throws StopRun `budget` when that would pass the limit. `mostUsd` null means that the price is not
   * known, with which no limit can be kept.
   */
  reserve(mostUsd: number | null, what: string): Reservation {
    if (this.#limitUsd !== null && mostUsd === null) {
      throw new StopRun(
        'configuration',
        'price_unknown',
        `--max-cost cannot be kept: the price of ${what} is not known`,
        'leave out --max-cost, or use a model whose price icp knows',
      );
    }
    const most = mostUsd ?? 0;
    if (!this.#fits(this.#takenUsd + most)) {
      throw new StopRun(
        'budget',
        'max_cost_reached',
        `stopped before going over --max-cost $${this.#limitUsd}: $${this.#takenUsd.toFixed(4)} is spent or held for calls whose cost is not final, and the next one (${what}) could cost up to $${most.toFixed(4)}`,
        'run the same command again with a higher --max-cost to go on; what is done is kept',
      );
    }
    this.#takenUsd += most;
    this.#openUsd += most;
    let settled = false;
    return {
      settle: (actualUsd, heldUsd = 0) => {
        if (settled) return;
        settled = true;
        this.#openUsd -= most;
        if (actualUsd === null) this.#unknownCosts += 1;
        else {
          this.#takenUsd += Math.max(actualUsd, heldUsd) - most;
          this.#spentUsd += actualUsd;
        }
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const lookAgain of waiting) lookAgain();
      },
    };
  }

  /** Adds what a call turned out to cost after it was settled; where that was held already, it is held twice, to be on the safe side. */
  correct(differenceUsd: number): void {
    this.#takenUsd += differenceUsd;
    this.#spentUsd += differenceUsd;
  }
}
