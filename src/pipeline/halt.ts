import { setMaxListeners } from 'node:events';
import type { StopRun } from '../domain/errors.ts';

/**
 * The one way in which a whole command stops early. First nothing new begins (`reason` is set); calls in flight may finish for a
 * while; then `signal` lets go of them.
 */
export class Halt {
  /** Set by a command for which an interrupt is the normal end (`--watch`): nothing is said of it. */
  endsQuietly = false;
  #reason: StopRun | null = null;
  readonly #stopping = new AbortController();
  readonly #letGo = new AbortController();

  constructor() {
    // Hundreds of calls and pauses listen at once; Node would take that for a leak and say so.
    setMaxListeners(0, this.#stopping.signal, this.#letGo.signal);
  }

  /** Why nothing new may begin; null while all is well. */
  get reason(): StopRun | null {
    return this.#reason;
  }

  /** Aborted at once when all is to stop: for pauses, which nobody needs to sit out. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Aborted when calls in flight are to be let go. */
  get signal(): AbortSignal {
    return this.#letGo.signal;
  }

  /** Stops; the first reason stays. With `graceMs`, calls in flight are let go after that time, else they run to their end. */
  stop(reason: StopRun, graceMs?: number): void {
    this.#reason ??= reason;
    if (graceMs !== undefined) setTimeout(() => this.#letGo.abort(this.#reason), graceMs).unref();
    this.#stopping.abort(this.#reason);
  }

  onStop(listener: () => void): void {
    if (this.#reason !== null) listener();
    else this.#stopping.signal.addEventListener('abort', listener, { once: true });
  }

  throwIfStopped(): void {
    if (this.#reason !== null) throw this.#reason;
  }
}
