import type { StopRun } from '../domain/errors.ts';

/**
 * The one way in which a whole command stops early. First nothing new begins (`reason` is set); calls in flight may finish for a
 * while; then `signal` lets go of them.
 */
export class Halt {
  #reason: StopRun | null = null;
  readonly #letGo = new AbortController();
  readonly #listeners: (() => void)[] = [];

  /** Why nothing new may begin; null while all is well. */
  get reason(): StopRun | null {
    return this.#reason;
  }

  /** Aborted when calls in flight are to be let go. */
  get signal(): AbortSignal {
    return this.#letGo.signal;
  }

  /** Stops; the first reason stays. With `graceMs`, calls in flight are let go after that time, else they run to their end. */
  stop(reason: StopRun, graceMs?: number): void {
    const first = this.#reason === null;
    this.#reason ??= reason;
    if (graceMs !== undefined) setTimeout(() => this.#letGo.abort(this.#reason), graceMs).unref();
    if (first) for (const listener of this.#listeners) listener();
  }

  onStop(listener: () => void): void {
    if (this.#reason !== null) listener();
    else this.#listeners.push(listener);
  }

  throwIfStopped(): void {
    if (this.#reason !== null) throw this.#reason;
  }
}
