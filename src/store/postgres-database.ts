import pg from 'pg';
import { type Clock, systemClock } from '../pipeline/clock.ts';
import type { Database, Queryable, QueryResult, TransactionOptions } from './database.ts';
import { explainDatabaseError, isConnectionLoss, isRace, isReadTimeout } from './database-errors.ts';
import { Outages } from './outages.ts';
import { binaryVector } from './vector-parameter.ts';

const INT8 = 20;
const NUMERIC = 1700;

export interface PostgresOptions {
  readonly applicationName: string;
  /** How long to wait for a server that does not answer at first, in seconds; one that answered before is waited for a minute at least. */
  readonly waitSeconds?: number;
  readonly notice?: (message: string) => void;
  /** Aborted when nobody is to wait for the server any more. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock;
}

/** A restart takes seconds, a failover to another host about half a minute. */
const OUTAGE_SECONDS = 60;
const CONNECT_TIMEOUT_MS = 10_000;
/** Notices a server whose host vanished; the system's own default is two hours. */
const KEEP_ALIVE_AFTER_MS = 10_000;
/** The last resort against a connection that swallows a statement; longer than any statement of ours takes. */
const QUERY_TIMEOUT_MS = 600_000;
/**
 * A server may be set up to forget, when it crashes, what it committed last. What was paid for must not depend on that. The one thing that is set
 * for a session: it is the usual setting anyway, so that PgBouncer may hand it on to whomever it likes. Transactions set it for themselves too.
 */
const DURABLE = 'set synchronous_commit = on';
/**
 * Set per transaction, since a session's settings would not survive PgBouncer. A process that is suspended, or whose host vanishes, in the middle of
 * a transaction keeps its locks for less time than others wait for them.
 */
const TIME_LIMITS = `set local lock_timeout = '30s'; set local statement_timeout = '120s'; set local idle_in_transaction_session_timeout = '15s'`;
/** A slow reader of an export may keep its transaction waiting; a host that vanished must not for ever. */
const LONG_TIME_LIMITS = `set local idle_in_transaction_session_timeout = '15min'`;
const RACE_TRIES = 5;
/** A statement that takes the server down with it is not sent for ever. */
const OUTAGE_TRIES = 5;

/**
 * The server that `DATABASE_URL` names. Connects on first use; nothing depends on session state, so PgBouncer may stand between. What fails
 * because the server went away, or because another process was faster, is done again, so everything that runs here must bear to be repeated.
 */
export function openPostgres(url: string, options: PostgresOptions): Database {
  const location = withoutPassword(url);
  const { clock = systemClock, waitSeconds = 0, notice = () => {}, signal } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: 8,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    allowExitOnIdle: true,
    // Awaited before the connection is used, whatever its type says.
    onConnect: (client) => client.query(DURABLE),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
  });
  // Without these two listeners an idle or a checked-out connection that the server drops ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const outages = new Outages({
    probe: () => probe(url),
    firstSeconds: waitSeconds,
    seconds: Math.max(OUTAGE_SECONDS, waitSeconds),
    signal,
    notice,
    location,
    clock,
  });

  const persistently = async <T>(work: () => Promise<T>): Promise<T> => {
    let races = 0;
    let losses = 0;
    for (;;) {
      try {
        const result = await work();
        outages.reached();
        return result;
      } catch (error) {
        // Only what the connection throws is ours to judge: an error of a transaction's work may be a broken pipe of its own.
        if (!(error instanceof ServerError)) throw error;
        const { cause, repeatable } = error;
        if (repeatable && isConnectionLoss(cause) && losses < OUTAGE_TRIES && (await outages.over())) {
          losses += 1;
        } else if (repeatable && isRace(cause) && races < RACE_TRIES - 1) {
          races += 1;
          await clock.sleep(races * (10 + 40 * clock.random()));
        } else throw explainDatabaseError(cause, location);
      }
    }
  };

  return {
    kind: 'postgres',
    location,
    query: (sql, params) => persistently(() => run(pool, sql, params)),
    transaction: (work, options = {}) => persistently(() => runTransaction(pool, work, options)),
    close: () => pool.end(),
  };
}

/** On a connection of its own: a pool whose connections are all busy says nothing of the server. */
async function probe(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => {});
  }
}

/** What pg threw, with whether the work that met it may be done again. */
class ServerError extends Error {
  declare readonly cause: unknown;
  readonly repeatable: boolean;

  constructor(cause: unknown, repeatable: boolean) {
    super('the database server refused or was lost', { cause });
    this.repeatable = repeatable;
  }
}

async function runTransaction<T>(
  pool: pg.Pool,
  work: (transaction: Queryable) => Promise<T>,
  { isolation, long = false, lock }: TransactionOptions,
): Promise<T> {
  const client = await heard(() => pool.connect());
  let failure: unknown = null;
  /** The server's own errors pass through `work`, which may know what to make of one. */
  const query = <Row>(sql: string, params?: readonly unknown[]) =>
    run<Row>(client, sql, params).catch((error: ServerError) => {
      failure = error.cause;
      throw error.cause;
    });
  try {
    // One round trip for all of it.
    await heard(() =>
      client.query(
        [
          isolation ? `begin isolation level ${isolation}` : 'begin',
          'set local synchronous_commit = on',
          long ? LONG_TIME_LIMITS : TIME_LIMITS,
          ...(lock === undefined ? [] : [`select pg_advisory_xact_lock(${lock})`]),
        ].join('; '),
      ),
    );
    const result = await work({ query });
    // Whether a commit took place whose answer was lost is not known.
    await heard(() => client.query('commit'), !long);
    client.release();
    return result;
  } catch (error) {
    const cause = error instanceof ServerError ? error.cause : error;
    const usable =
      !isConnectionLoss(failure ?? cause) &&
      !isReadTimeout(failure ?? cause) &&
      (await client.query('rollback').then(
        () => true,
        () => false,
      ));
    client.release(!usable);
    throw error === failure ? new ServerError(error, true) : error;
  }
}

async function heard<T>(call: () => Promise<T>, repeatable = true): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new ServerError(error, repeatable);
  }
}

async function run<Row>(
  target: pg.Pool | pg.PoolClient,
  sql: string,
  params: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  const values = params.map((param) => (param instanceof Float32Array ? binaryVector(param) : param));
  const result = await heard(() => target.query(sql, values));
  return { rows: result.rows as Row[], rowCount: result.rowCount ?? 0 };
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const parsed = new URL(url);
  return `${parsed.hostname || 'localhost'}${parsed.port ? `:${parsed.port}` : ''}${parsed.pathname}`;
}
