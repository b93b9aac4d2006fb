import { StopRun } from '../domain/errors.ts';

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
  '08P01',
  '53300',
]);
const REFUSED = new Set(['28P01', '28000', '3D000']);
/** Class 40 (deadlock, serialization), keys that another process wrote or removed between our look and our write, a lock that it kept for long. */
const RACES = new Set(['40001', '40P01', '23503', '23505', '55P03']);
const TIMED_OUT = new Set(['55P03', '57014', '25P03']);
/** Behind one of these the server, or the pooler before it, says what is wrong in words. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
const LOST_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;
/** How pg (8.x) says that `query_timeout` is over. The connection still carries the statement, so it cannot be used again. */
const READ_TIMEOUT = /query read timeout/i;

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: string };
  return code ?? (error instanceof AggregateError ? (error.errors[0] as { code?: string }).code : undefined);
}

/** The server went away or has no room: the same statement may work once it is back. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  return (code !== undefined && UNREACHABLE.has(code)) || LOST_MESSAGE.test((error as Error)?.message ?? '');
}

/** Another process was faster: done again, the same work sees what that one wrote. */
export function isRace(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && RACES.has(code);
}

export function isReadTimeout(error: unknown): boolean {
  return error instanceof Error && READ_TIMEOUT.test(error.message);
}

/** The StopRun that stands for an error of the connection; any other error as it is. */
export function explainDatabaseError(error: unknown, location: string): unknown {
  const code = codeOf(error);
  const message = (error as Error)?.message ?? '';
  if (isConnectionLoss(error)) {
    return new StopRun(
      'database',
      'database_unreachable',
      `the database at ${location} cannot be reached (${code !== undefined && !SQLSTATE.test(code) ? code : message})`,
      'check DATABASE_URL and that the server runs; nothing that was finished is lost',
      { cause: error },
    );
  }
  if (code !== undefined && REFUSED.has(code)) {
    return new StopRun(
      'database',
      'database_refused',
      `the database at ${location} refuses the connection (${message})`,
      'check the user, password and database name in DATABASE_URL',
      { cause: error },
    );
  }
  if ((code !== undefined && TIMED_OUT.has(code)) || isReadTimeout(error)) {
    return new StopRun(
      'database',
      'database_timeout',
      `the database at ${location} took too long (${message})`,
      'see what it is busy with (pg_stat_activity), and run the same command again; nothing that was finished is lost',
      { cause: error },
    );
  }
  return error;
}
