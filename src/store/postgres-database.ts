import pg from 'pg';
import { StopRun } from '../domain/errors.ts';
import type { Database, QueryResult } from './database.ts';

const INT8 = 20;
const NUMERIC = 1700;

/** Codes of a connection that could not be made or was lost, from the socket, from pg itself and from the server (class 08, 57P). */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
]);
const REFUSED = new Set(['28P01', '28000', '3D000']);
const LOST_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** The server that `DATABASE_URL` names. Connects on first use; nothing depends on session state, so PgBouncer may stand between. */
export function openPostgres(url: string, applicationName: string): Database {
  const location = withoutPassword(url);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: applicationName,
    max: 8,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
  });
  // Without these two listeners an idle or a checked-out connection that the server drops ends the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));

  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explainConnection(error, location);
    }
  };

  return {
    kind: 'postgres',
    location,
    query: (sql, params) => explained(() => run(pool, sql, params)),
    transaction: async (work, isolation) => {
      // Only what pg throws is explained: an error of `work` may be a broken pipe of its own.
      const client = await explained(() => pool.connect());
      const query = <Row>(sql: string, params?: readonly unknown[]) =>
        explained(() => run<Row>(client, sql, params));
      let broken = false;
      try {
        await query(isolation ? `begin isolation level ${isolation}` : 'begin');
        const result = await work({ query });
        await query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

async function run<Row>(
  target: pg.Pool | pg.PoolClient,
  sql: string,
  params: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  const result = await target.query(sql, params as unknown[]);
  return { rows: result.rows as Row[], rowCount: result.rowCount ?? 0 };
}

function explainConnection(error: unknown, location: string): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const first = error instanceof AggregateError ? (error.errors[0] as { code?: string }) : undefined;
  const known = code ?? first?.code;
  if ((known !== undefined && UNREACHABLE.has(known)) || LOST_MESSAGE.test(message ?? '')) {
    return new StopRun(
      'database',
      'database_unreachable',
      `the database at ${location} cannot be reached (${known ?? message})`,
      'check DATABASE_URL and that the server runs; nothing that was finished is lost',
      { cause: error },
    );
  }
  if (known !== undefined && REFUSED.has(known)) {
    return new StopRun(
      'database',
      'database_refused',
      `the database at ${location} refuses the connection (${message})`,
      'check the user, password and database name in DATABASE_URL',
      { cause: error },
    );
  }
  return error;
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const parsed = new URL(url);
  return `${parsed.hostname || 'localhost'}${parsed.port ? `:${parsed.port}` : ''}${parsed.pathname}`;
}
