import type { Clock } from '../pipeline/clock.ts';

export interface OutageOptions {
  /** Resolves when the server answers. */
  readonly probe: () => Promise<void>;
  /** How long to wait for a server that nobody has reached yet, in seconds. */
  readonly firstSeconds: number;
  /** How long to wait for one that went away, in seconds. */
  readonly seconds: number;
  /** Aborted when nobody is to wait any more. */
  readonly signal?: AbortSignal | undefined;
  readonly notice: (message: string) => void;
  /** Names the server in messages. */
  readonly location: string;
  readonly clock: Clock;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2000;
/** Short absences (a pooler that drops a connection) are nobody's business. */
const TELL_AFTER_MS = 300;

/** Waits for a server that went away: all who miss it wait together, one of them looks, and it is said once. */
export class Outages {
  readonly #options: OutageOptions;
  #reached = false;
  #gaveUp = false;
  #current: Promise<boolean> | null = null;

  constructor(options: OutageOptions) {
    this.#options = options;
  }

  /** To be called when the server has answered. */
  reached(): void {
    this.#reached = true;
  }

  /** True once the server answers again; false when it does not within the time, or when nobody waits any more. */
  over(): Promise<boolean> {
    this.#current ??= this.#wait().finally(() => {
      this.#current = null;
    });
    return this.#current;
  }

  async #wait(): Promise<boolean> {
    const { probe, firstSeconds, seconds, signal, notice, location, clock } = this.#options;
    // Who has waited in vain once does not make every statement of the way out wait as long again.
    const patienceMs = this.#gaveUp ? 0 : (this.#reached ? seconds : firstSeconds) * 1000;
    const since = clock.elapsed();
    let told = false;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      const left = patienceMs - (clock.elapsed() - since);
      if (left <= 0 || signal?.aborted) {
        this.#gaveUp = left <= 0;
        return false;
      }
      const slept = await clock.sleep(Math.min(pauseMs, left), signal).then(
        () => true,
        () => false,
      );
      if (!slept) return false;
      const answers = await probe().then(
        () => true,
        () => false,
      );
      if (answers) {
        this.#reached = true;
        if (told) notice(`the database answers again after ${Math.ceil((clock.elapsed() - since) / 1000)} s`);
        return true;
      }
      if (!told && clock.elapsed() - since >= TELL_AFTER_MS) {
        told = true;
        notice(
          `the database at ${location} does not answer; waiting up to ${Math.round(patienceMs / 1000)} s for it …`,
        );
      }
    }
  }
}
