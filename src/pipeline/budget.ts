import { StopRun } from '../domain/errors.ts';
import type { Purse, Totals } from '../ports/purse.ts';

export interface Reservation {
  /**
   * The call is over. `actualUsd` null: its cost is not known, so the reserved amount stays taken. `heldUsd`: what to keep taken at least, when
   * what the service says may still rise.
   */
  settle(actualUsd: number | null, heldUsd?: number): void;
}

/** Whether there is room for a call, may be once the calls under way have cost less than the most they can, or cannot be. */
type Room = 'taken' | 'wait' | 'none';

const NOBODY_ELSE: Totals = { takenUsd: 0, openUsd: 0 };

/**
 * What a command may spend. The most a call can cost is reserved before it and settled after it, so that calls under way
 * together cannot pass the limit between them; with a purse, neither can those of other commands that run at the same time.
 */
export class Budget {
  readonly #limitUsd: number | null;
  readonly #purse: Purse | null;
  #takenUsd = 0;
  #spentUsd = 0;
  #unknownCosts = 0;
  /** Reserved by calls that are still under way. */
  #openUsd = 0;
  #waiting: (() => void)[] = [];
  /** The purse is asked one thing after the other, or it would be told totals that are no longer true. */
  #asking: Promise<unknown> = Promise.resolve();
  #untold = false;
  #asked = false;

  /** `limitUsd` null: no limit, but the spending is still counted. */
  constructor(limitUsd: number | null, purse: Purse | null = null) {
    this.#limitUsd = limitUsd;
    this.#purse = limitUsd === null ? null : purse;
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
   * Takes `mostUsd` out of the budget. Waits while the calls under way might still leave room: most cost far less than the most they could.
   * Throws StopRun `budget` when it would pass the limit all the same, and the signal's reason. `mostUsd` null means that the price is not
   * known, with which no limit can be kept.
   */
  async reserve(mostUsd: number | null, what: string, signal: AbortSignal): Promise<Reservation> {
    if (this.#limitUsd !== null && mostUsd === null) {
      throw new StopRun(
        'configuration',
        'price_unknown',
        `--max-cost cannot be kept: the price of ${what} is not known`,
        'leave out --max-cost, or use a model whose price icp knows',
      );
    }
    const most = mostUsd ?? 0;
    for (;;) {
      const { room, others } =
        this.#purse === null || most === 0
          ? { room: this.#take(most, NOBODY_ELSE), others: NOBODY_ELSE }
          : await this.#inTurn((purse) => this.#takeWithOthers(most, purse));
      if (room === 'taken') return this.#reservation(most);
      if (room === 'none') throw this.#exhausted(most, what, others);
      await this.#change(signal);
    }
  }

  /** Adds what a call turned out to cost after it was settled; where that was held already, it is held twice, to be on the safe side. */
  correct(differenceUsd: number): void {
    this.#takenUsd += differenceUsd;
    this.#spentUsd += differenceUsd;
    this.#tell();
  }

  /** Something was bought before this command began, and what it cost is not known. */
  countUnknown(): void {
    this.#unknownCosts += 1;
  }

  /** Tells the others that we live, or that nothing more is bought. Resolves once they know. */
  async tellOthers(ended: boolean): Promise<void> {
    if (this.#purse === null || !this.#asked) return;
    await this.#inTurn((purse) => purse.note(this.#totals(), ended));
  }

  #totals(): Totals {
    return { takenUsd: this.#takenUsd, openUsd: this.#openUsd };
  }

  #room(most: number, others: Totals): Room {
    // What costs nothing, such as collecting what is paid for, no limit stands in the way of.
    if (most === 0) return 'taken';
    const taken = this.#takenUsd + others.takenUsd + most;
    if (this.#fits(taken)) return 'taken';
    return this.#fits(taken - this.#openUsd - others.openUsd) ? 'wait' : 'none';
  }

  // A billionth of a dollar of slack: sums of many small floats must not refuse the last affordable call.
  #fits(usd: number): boolean {
    return this.#limitUsd === null || usd <= this.#limitUsd + 1e-9;
  }

  #take(most: number, others: Totals): Room {
    const room = this.#room(most, others);
    if (room === 'taken') {
      this.#takenUsd += most;
      this.#openUsd += most;
    }
    return room;
  }

  async #takeWithOthers(most: number, purse: Purse): Promise<{ room: Room; others: Totals }> {
    const alone = this.#room(most, NOBODY_ELSE);
    if (alone !== 'taken') return { room: alone, others: NOBODY_ELSE };
    // Reserved while the purse is asked: a call that ends in the meantime only leaves more room.
    this.#takenUsd += most;
    this.#openUsd += most;
    const wanted = this.#totals();
    const giveBack = () => {
      this.#takenUsd -= most;
      this.#openUsd -= most;
    };
    try {
      const ours = { takenUsd: wanted.takenUsd - most, openUsd: wanted.openUsd - most };
      this.#asked = true;
      const others = await purse.take(wanted, ours, this.#limitUsd! + 1e-9);
      if (this.#fits(wanted.takenUsd + others.takenUsd)) return { room: 'taken', others };
      giveBack();
      const room = this.#room(most, others);
      return { room: room === 'none' ? 'none' : 'wait', others };
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  #reservation(most: number): Reservation {
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
        this.#tell();
        const waiting = this.#waiting;
        this.#waiting = [];
        for (const lookAgain of waiting) lookAgain();
      },
    };
  }

  /** Not awaited: until they know, the others only believe that more is taken than is. Many changes at a time are told as one. */
  #tell(): void {
    if (this.#purse === null || this.#untold) return;
    this.#untold = true;
    this.#inTurn((purse) => {
      this.#untold = false;
      return purse.note(this.#totals());
    }).catch(() => {
      // What keeps the purse from being told stops the next reservation too.
    });
  }

  #inTurn<T>(ask: (purse: Purse) => Promise<T>): Promise<T> {
    const answer = this.#asking.then(() => ask(this.#purse!));
    this.#asking = answer.catch(() => {});
    return answer;
  }

  /** Resolves when a call of ours has ended, or after a while in which one of others may have. */
  async #change(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const settled = new Promise<void>((resolve, reject) => {
      const stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      this.#waiting.push(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
    });
    if (this.#purse === null) return await settled;
    settled.catch(() => {});
    await Promise.race([settled, this.#purse.pause(signal)]);
  }

  #exhausted(most: number, what: string, others: Totals): StopRun {
    const total = this.#takenUsd + others.takenUsd;
    const elsewhere =
      others.takenUsd === 0
        ? ''
        : `, $${others.takenUsd.toFixed(4)} of it by commands that run at the same time`;
    return new StopRun(
      'budget',
      'max_cost_reached',
      `stopped before going over --max-cost $${this.#limitUsd}: $${total.toFixed(4)} is spent or held for calls whose cost is not final${elsewhere}, and the next one (${what}) could cost up to $${most.toFixed(4)}`,
      'run the same command again with a higher --max-cost to go on; what is done is kept',
    );
  }
}
