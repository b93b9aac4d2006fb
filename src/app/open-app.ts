import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { type LoadedSettings, loadSettings, type Settings } from '../config/settings.ts';
import { StopRun, UsageError } from '../domain/errors.ts';
import { systemClock } from '../pipeline/clock.ts';
import type { Halt } from '../pipeline/halt.ts';
import type { Database } from '../store/database.ts';
import { DeadWorkers, workerName } from '../store/dead-workers.ts';
import { migrate, readMigrations, requireMigrated } from '../store/migrate.ts';
import type { App } from './app.ts';
import type { CommandEnd } from './call-log.ts';
import { embeddedTemplate, migrationsFolder } from './package-folder.ts';
import { readPrices } from './read-prices.ts';
import { openWatchers, type WatchOptions } from './watch-calls.ts';

export interface OpenOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly offline: boolean;
  /** False: `.env` is not read (the demo has nothing to do with the user's settings). */
  readonly useDotenv?: boolean;
  /** Seconds to wait for the embedded database. */
  readonly waitSeconds: number;
  readonly halt: Halt;
  readonly notice: (message: string) => void;
  /** Looks at the settings before the database is opened; throws UsageError for what is missing. */
  readonly check?: (settings: Settings) => void;
  /** False for `icp migrate` and `icp doctor`, which look at the schema themselves. */
  readonly requireSchema?: boolean;
  /** Set by commands that make paid calls. */
  readonly watch?: WatchOptions;
}

/** What a trace or log that cannot be written may cost at the end; less after Ctrl-C, which promises an end within 5 s. */
const OBSERVERS_CLOSE_MS = 2000;
const OBSERVERS_CLOSE_HALTED_MS = 1000;

/** Reads the settings, opens the database and brings the embedded one up to date. Throws UsageError or StopRun `database`. */
export async function openApp(options: OpenOptions): Promise<App> {
  const loaded = await readSettings(options.environment, options.offline, options.useDotenv);
  options.check?.(loaded.settings);
  const watchers = await openWatchers(loaded.settings, options.watch, options.notice);
  const closeWatchers = (end: CommandEnd) =>
    watchers.close(end, options.halt.reason === null ? OBSERVERS_CLOSE_MS : OBSERVERS_CLOSE_HALTED_MS);
  try {
    const opened = await openWithDatabase(loaded, options);
    return {
      ...opened,
      observers: watchers.observers,
      close: async (end = { exitCode: null, outcome: 'ok' }) => {
        await closeWatchers(end);
        await opened.database.close();
      },
    };
  } catch (error) {
    const known = error instanceof UsageError || error instanceof StopRun;
    await closeWatchers({ exitCode: null, outcome: known ? error.code : 'unexpected' });
    throw error;
  }
}

async function openWithDatabase(
  loaded: LoadedSettings,
  options: OpenOptions,
): Promise<Omit<App, 'observers' | 'close'>> {
  const prices = await readPrices(loaded.settings);
  const worker = workerName();
  const database = await openDatabase(loaded, options);
  const deadWorkers = new DeadWorkers(database, worker);
  try {
    if (options.requireSchema !== false) {
      const migrations = await readMigrations(migrationsFolder);
      if (database.kind === 'embedded') await migrate(database, migrations);
      else await requireMigrated(database, migrations);
      await deadWorkers.release();
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    ...loaded,
    database,
    worker,
    deadWorkers,
    offline: loaded.settings.offline,
    halt: options.halt,
    clock: systemClock,
    prices,
    notice: options.notice,
  };
}

/** Flags, environment, `.env` of the working directory, defaults. */
export async function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  offline: boolean,
  useDotenv = true,
): Promise<LoadedSettings> {
  return loadSettings(
    offline ? { offline: '1' } : {},
    environment,
    useDotenv ? await readDotenv('.env') : {},
  );
}

async function readDotenv(path: string): Promise<Record<string, string | undefined>> {
  try {
    return parseEnv(await readFile(path, 'utf8')) as Record<string, string | undefined>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UsageError(
      'unreadable_dotenv',
      `.env cannot be read: ${(error as Error).message}`,
      'correct or remove it',
    );
  }
}

export async function openDatabase(
  { settings }: Pick<LoadedSettings, 'settings'>,
  options: Pick<OpenOptions, 'waitSeconds' | 'notice'> & { readonly halt?: Halt },
): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    const { openPostgres } = await import('../store/postgres-database.ts');
    return openPostgres(settings.databaseUrl, {
      applicationName: 'icp',
      waitSeconds: options.waitSeconds,
      notice: options.notice,
      signal: options.halt?.signal,
    });
  }
  const { openEmbedded } = await import('../store/embedded-database.ts');
  return openEmbedded({
    home: settings.home,
    waitSeconds: options.waitSeconds,
    template: embeddedTemplate,
    onWaiting: (pid) => options.notice(`waiting for process ${pid} to leave the embedded database …`),
  });
}
