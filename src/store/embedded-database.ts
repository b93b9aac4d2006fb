import { existsSync, statfsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { toSql } from 'pgvector';
import { StopRun, UsageError } from '../domain/errors.ts';
import { isAlive } from '../support/process-identity.ts';
import type { Database, Queryable, QueryResult, TransactionOptions } from './database.ts';
import { acquireFolderLock } from './folder-lock.ts';

const INT8 = 20;
const NUMERIC = 1700;

export interface EmbeddedOptions {
  /** `ICP_HOME`; created when it is not there. */
  readonly home: string;
  /** Seconds to wait for another process to leave the folder. */
  readonly waitSeconds: number;
  /** Archive of an initialised data folder; without it the first opening runs initdb, which takes some seconds. */
  readonly template: string;
  readonly onWaiting?: (ownerPid: number) => void;
}

/**
 * PostgreSQL inside this process (PGlite), in `ICP_HOME`. One process at a time: a second one is refused with the owner's pid. Throws StopRun
 * `database` when the folder is in use or cannot be written.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const home = resolve(options.home);
  try {
    await mkdir(home, { recursive: true });
  } catch (error) {
    throw new UsageError(
      'home_not_writable',
      `the folder of the embedded database, ${home}, cannot be created (${(error as Error).message})`,
      'set ICP_HOME to a folder that you may write to',
    );
  }
  let release: (() => Promise<void>) | null = null;
  try {
    release = await lockFolder(home, options);
    const dataFolder = await prepareDataFolder(home, options.template);
    return await openFolder(dataFolder, home, release);
  } catch (error) {
    await release?.();
    throw diskProblem(error, home) ?? error;
  }
}

async function lockFolder(home: string, options: EmbeddedOptions): Promise<() => Promise<void>> {
  const deadline = Date.now() + options.waitSeconds * 1000;
  let told = false;
  for (;;) {
    const lock = await acquireFolderLock(home);
    if (lock.kind === 'held') return lock.release;
    if (Date.now() >= deadline) {
      const elsewhere =
        isAlive(lock.owner) === null
          ? ` on ${lock.owner.host}, which cannot be seen from here; if nothing runs there any more, delete ${lock.file}`
          : '';
      throw new StopRun(
        'database',
        'database_in_use',
        `the embedded database in ${home} is in use by process ${lock.owner.pid}${elsewhere}`,
        'wait for it to finish, add --wait SECONDS, or set DATABASE_URL to a PostgreSQL server, which many processes can share',
      );
    }
    if (!told) options.onWaiting?.(lock.owner.pid);
    told = true;
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

/** The data folder, unpacked from the template on first use: into a folder of its own first, so that a kill leaves no half of one. */
async function prepareDataFolder(home: string, template: string): Promise<string> {
  const dataFolder = join(home, 'database');
  if (existsSync(dataFolder)) return dataFolder;
  for (const name of await readdir(home)) {
    if (name.startsWith('database-new-')) await rm(join(home, name), { recursive: true, force: true });
  }
  if (!existsSync(template)) return dataFolder;
  const fresh = await mkdtemp(join(home, 'database-new-'));
  const tar = await import('tar');
  // A thousand small files: written one after the other this takes a third of the time that it takes side by side.
  tar.extract({ file: template, cwd: fresh, sync: true });
  await rename(fresh, dataFolder);
  return dataFolder;
}

async function openFolder(dataFolder: string, home: string, release: () => Promise<void>): Promise<Database> {
  await mkdir(dirname(dataFolder), { recursive: true });
  return wrapPglite(await startPglite(dataFolder), home, release);
}

/** A PGlite with pgvector; in memory when no folder is given. */
export async function startPglite(dataFolder?: string, loadDataDir?: Blob) {
  // V8 recompiles WebAssembly functions with its slow, optimising compiler as soon as they are a little warm. A short command ends before that
  // pays: with a larger budget `icp status` takes 1.1 s instead of 1.4 and two thirds of the processor time, and long scans are as fast.
  setFlagsFromString('--wasm-tiering-budget=50000000');
  const [{ PGlite }, { vector }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-pgvector'),
  ]);
  const pglite = await PGlite.create({
    ...(dataFolder === undefined ? {} : { dataDir: dataFolder }),
    ...(loadDataDir === undefined ? {} : { loadDataDir }),
    extensions: { vector },
    parsers: { [INT8]: Number, [NUMERIC]: Number },
  });
  return pglite;
}

type Pglite = Awaited<ReturnType<typeof startPglite>>;

/** The Database interface over a running PGlite. PGlite is one connection: a statement outside a transaction waits for it to end. */
export function wrapPglite(
  pglite: Pglite,
  home: string,
  release: () => Promise<void> = async () => {},
): Database {
  let closed = false;
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw diskProblem(error, home) ?? error;
    }
  };
  return {
    kind: 'embedded',
    location: home,
    query: (sql, params) => explained(() => run(pglite, sql, params)),
    transaction: <T>(work: (transaction: Queryable) => Promise<T>, options?: TransactionOptions) =>
      explained(() =>
        pglite.transaction(async (transaction) => {
          if (options?.isolation)
            await transaction.exec(`set transaction isolation level ${options.isolation}`);
          return work({ query: (sql, params) => run(transaction, sql, params) });
        }),
      ) as Promise<T>,
    close: async () => {
      if (closed) return;
      closed = true;
      await pglite.close();
      await release();
    },
  };
}

async function run<Row>(
  target: Pick<Pglite, 'query'>,
  sql: string,
  params: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  const values = params.map((param) => (param instanceof Float32Array ? toSql(Array.from(param)) : param));
  const result = await target.query<Row>(sql, values);
  return {
    rows: result.rows,
    rowCount: result.rows.length > 0 ? result.rows.length : (result.affectedRows ?? 0),
  };
}

/** PostgreSQL writes its log in files of 16 MB, each of them allocated whole. */
const SPACE_NEEDED = 20 * 1024 * 1024;

/** Bad data, broken constraints, lost races, wrong SQL: no disk has to do with them. */
const STATEMENT_AT_FAULT = /^(?:22|23|40|42)/;

/**
 * Out of a full disk PGlite makes errors of many kinds ("cannot drop active portal", "failed to initialize properly"), so that what is left on the disk
 * says more than what the error says.
 */
function diskProblem(error: unknown, home: string): StopRun | null {
  if (error instanceof StopRun || error instanceof UsageError) return null;
  const { code, message } = error as { code?: string; message?: string };
  const saysSo = code === 'ENOSPC' || code === '53100' || /no space left/i.test(message ?? '');
  if (!saysSo && (STATEMENT_AT_FAULT.test(code ?? '') || spaceLeft(home) >= SPACE_NEEDED)) return null;
  return new StopRun(
    'database',
    'disk_full',
    `the disk that holds the embedded database, ${home}, is full`,
    'free at least 20 MB there and run the same command again; nothing that was committed is lost',
    { cause: error },
  );
}

function spaceLeft(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
