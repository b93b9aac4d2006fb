import type { Prices } from '../config/prices.ts';
import type { LoadedSettings } from '../config/settings.ts';
import type { Clock } from '../pipeline/clock.ts';
import type { Halt } from '../pipeline/halt.ts';
import type { CallObserver } from '../ports/call-observer.ts';
import type { Database } from '../store/database.ts';
import type { DeadWorkers } from '../store/dead-workers.ts';
import type { CommandEnd } from './call-log.ts';

/** What every use-case works with; made by open-app.ts. */
export interface App extends LoadedSettings {
  readonly database: Database;
  /** Names this process in leases. */
  readonly worker: string;
  readonly deadWorkers: DeadWorkers;
  readonly offline: boolean;
  readonly halt: Halt;
  readonly clock: Clock;
  /** What everything costs; read once, so that one command reckons with one price. */
  readonly prices: Prices;
  /** Told of every paid call: traces, the log file. */
  readonly observers: readonly CallObserver[];
  /** Something a person should know that is no result: goes to stderr. */
  readonly notice: (message: string) => void;
  /** `end` is for the log file. */
  close(end?: CommandEnd): Promise<void>;
}
