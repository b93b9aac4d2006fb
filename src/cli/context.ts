import type { App } from '../app/app.ts';
import type { CommandEnd } from '../app/call-log.ts';
import type { WatchOptions } from '../app/watch-calls.ts';
import { type Settings, secretsOf } from '../config/settings.ts';
import type { Halt } from '../pipeline/halt.ts';
import { explainFailure } from './failures.ts';
import type { Io } from './io.ts';
import { createPrinter, type Printer } from './printer.ts';
import { createProgress, type Progress } from './progress.ts';

/** Options that every command has. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** Commander's name for `--no-color`. */
  readonly color?: boolean;
  readonly offline?: boolean;
  /** Seconds to wait for the embedded database. */
  readonly wait?: number;
}

export interface SpecialNeeds {
  readonly requireSchema?: boolean;
  /** Looks at the settings before the database is opened; throws UsageError for what is missing. */
  readonly check?: (settings: Settings) => void;
  /** Set by commands that make paid calls. */
  readonly watch?: WatchOptions;
}

/** What a command's run function works with besides its options. */
export interface CommandContext {
  readonly io: Io;
  readonly halt: Halt;
  readonly printer: Printer;
  readonly progress: Progress;
  readonly options: GlobalOptions;
  /** Opens settings and database for the time of `use`. */
  withApp<T>(use: (app: App) => Promise<T>, special?: SpecialNeeds): Promise<T>;
}

export function createContext(io: Io, halt: Halt, options: GlobalOptions): CommandContext {
  let settings: Settings | null = null;
  const quiet = options.quiet === true;
  const noColour = options.color === false;
  let progress: Progress | null = null;
  const printer = createPrinter(io, {
    json: options.json === true,
    quiet,
    verbose: options.verbose === true,
    noColour,
    beforePrint: () => progress?.clear(),
    secrets: () => (settings === null ? [] : secretsOf(settings)),
  });
  progress = createProgress(io, { quiet, paint: printer.paint, now: () => performance.now() });
  return {
    io,
    halt,
    printer,
    progress,
    options,
    withApp: async (use, special = {}) => {
      const { openApp } = await import('../app/open-app.ts');
      const app = await openApp({
        environment: io.environment,
        offline: options.offline === true,
        waitSeconds: options.wait ?? 0,
        halt,
        notice: (message) => printer.note(message),
        ...special,
      });
      settings = app.settings;
      let end: CommandEnd | undefined;
      try {
        const result = await use(app);
        end = endOf(result, halt);
        return result;
      } catch (error) {
        end = endOfFailure(error);
        throw error;
      } finally {
        progress?.clear();
        await app.close(end);
      }
    },
  };
}

/** What a command that came to its end tells the log; like the exit code, that a signal came late goes before its result. */
function endOf(result: unknown, halt: Halt): CommandEnd {
  if (halt.reason !== null) return endOfFailure(halt.reason);
  const exitCode = typeof result === 'number' ? result : 0;
  return { exitCode, outcome: exitCode === 0 ? 'ok' : 'some_failed' };
}

function endOfFailure(error: unknown): CommandEnd {
  const { code, exitCode } = explainFailure(error);
  return { exitCode, outcome: code };
}
