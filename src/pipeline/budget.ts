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
    // A billionth of a dollar of slack: sums of many small floats must not refuse the last affordable call.
    if (this.#limitUsd !== null && this.#takenUsd + most > this.#limitUsd + 1e-9) {
      throw new StopRun(
        'budget',
        'max_cost_reached',
        `stopped before going over --max-cost $${this.#limitUsd}: $${this.#spentUsd.toFixed(4)} spent, the next call (${what}) could cost $${most.toFixed(4)}`,
        'run the same command again with a higher --max-cost to go on; what is done is kept',
      );
    }
    this.#takenUsd += most;
    let settled = false;
    return {
      settle: (actualUsd, heldUsd = 0) => {
        if (settled) return;
        settled = true;
        if (actualUsd === null) {
          this.#unknownCosts += 1;
          return;
        }
        this.#takenUsd += Math.max(actualUsd, heldUsd) - most;
        this.#spentUsd += actualUsd;
      },
    };
  }

  /** Adds what a call turned out to cost after it was settled; where that was held already, it is held twice, to be on the safe side. */
  correct(differenceUsd: number): void {
    this.#takenUsd += differenceUsd;
    this.#spentUsd += differenceUsd;
  }
}
