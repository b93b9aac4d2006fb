import { isAlive, type ProcessIdentity, thisProcess } from '../support/process-identity.ts';
import type { Database, Queryable } from './database.ts';
import { inScope, type Scope } from './scope.ts';

/** Names this process in leases: host, pid, start time and pid namespace, so that others on the host can see whether it still lives. */
export function workerName(identity: ProcessIdentity = thisProcess()): string {
  return JSON.stringify([identity.host, identity.pid, identity.started, identity.pidNamespace ?? null]);
}

function parseWorkerName(name: string): ProcessIdentity | null {
  try {
    const [host, pid, started, pidNamespace] = JSON.parse(name) as unknown[];
    return typeof host === 'string' && typeof pid === 'number'
      ? { host, pid, started: textOrNull(started), pidNamespace: textOrNull(pidNamespace) }
      : null;
  } catch {
    return null;
  }
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

export interface ClaimTerms {
  readonly worker: string;
  readonly leaseSeconds: number;
  readonly maxAttempts: number;
  readonly scope: Scope;
}

/**
 * The condition under which a lead is up for a stage: it stands where the stage takes leads from, or failed there and is due again with
 * attempts left; and nobody holds a lease on it. Parameters 1–3: that status, most attempts; client and batch at 3 and 4.
 */
export const UP_FOR_CLAIM = `
      (l.status = $1
        or (l.status = 'failed' and l.failed_from = $1 and l.retryable
            and l.retry_count < $2 and l.next_attempt_at <= now()))
      and (l.leased_until is null or l.leased_until < now())
      and ${inScope(3, 4)}`;

/** What a claim sets: the lease; and a failed lead goes back to where it failed. */
export const TAKE_LEASE = `
        leased_by = $5,
        leased_until = now() + make_interval(secs => $6),
        status_reason = case when l.status = 'failed' then 'retry after ' || l.error_code end,
        status = $1`;

export function claimParameters(status: string, terms: ClaimTerms, limit: number): unknown[] {
  return [
    status,
    terms.maxAttempts,
    terms.scope.clientId,
    terms.scope.batchId,
    terms.worker,
    terms.leaseSeconds,
    limit,
  ];
}

export async function renewLeases(
  database: Queryable,
  terms: ClaimTerms,
  leadIds: readonly number[],
): Promise<void> {
  await database.query(
    `update leads set leased_until = now() + make_interval(secs => $2)
      where id = any($1::bigint[]) and leased_by = $3`,
    [leadIds, terms.leaseSeconds, terms.worker],
  );
}

export async function releaseLeases(
  database: Queryable,
  worker: string,
  leadIds: readonly number[],
): Promise<void> {
  await database.query(
    `update leads set leased_by = null, leased_until = null where id = any($1::bigint[]) and leased_by = $2`,
    [leadIds, worker],
  );
}

/** Moves leads to `failed`, each only if it is still ours. */
export async function failLeads(
  database: Queryable,
  worker: string,
  failures: readonly {
    readonly leadId: number;
    readonly code: string;
    readonly message: string;
    readonly retryable: boolean;
    readonly retryInMs: number;
  }[],
): Promise<void> {
  await database.query(
    `update leads l
        set status = 'failed',
            status_reason = r.code,
            error_code = r.code,
            error_message = r.message,
            retryable = r.retryable,
            retry_count = l.retry_count + 1,
            next_attempt_at = case when r.retryable then now() + make_interval(secs => r."retryInMs" / 1000.0) end,
            leased_by = null,
            leased_until = null
       from json_to_recordset($1::json)
         as r("leadId" bigint, code text, message text, retryable boolean, "retryInMs" float8)
      where l.id = r."leadId" and l.leased_by = $2`,
    // Half a character at a cut would make the whole document unreadable to the database.
    [
      JSON.stringify(failures.map((failure) => ({ ...failure, message: failure.message.toWellFormed() }))),
      worker,
    ],
  );
}

/**
 * Frees at once what processes held that are known to be dead, instead of waiting for their leases to run out: any other process for the embedded
 * database, which admits one at a time; those of this host whose process is gone for a server.
 */
export async function releaseDeadWorkers(database: Database, worker: string): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `select distinct leased_by as name from leads where leased_by is not null and leased_by <> $1
     union
     select distinct owner from actor_runs where owner is not null and owner <> $1 and state in ('intended', 'started')`,
    [worker],
  );
  const dead = rows
    .map((row) => row.name)
    .filter((name) => {
      const identity = parseWorkerName(name);
      return database.kind === 'embedded' || (identity !== null && isAlive(identity) === false);
    });
  if (dead.length === 0) return;
  await database.query(
    'update leads set leased_by = null, leased_until = null where leased_by = any($1::text[])',
    [dead],
  );
  await database.query(
    `update actor_runs set owner = null, owned_until = null where owner = any($1::text[]) and state in ('intended', 'started')`,
    [dead],
  );
}

/** Puts failed leads back where they failed, due at once. `all`: also those out of attempts or failed for good, with fresh attempts. */
export async function retryFailed(
  database: Queryable,
  scope: Scope,
  all: boolean,
  maxAttempts: number,
): Promise<number> {
  const { rowCount } = await database.query(
    `update leads l
        set status = l.failed_from,
            status_reason = 'icp retry after ' || l.error_code,
            retry_count = case when $3 then 0 else l.retry_count end
      where l.status = 'failed'
        and ($3 or (l.retryable and l.retry_count < $4))
        and ${inScope(1, 2)}`,
    [scope.clientId, scope.batchId, all, maxAttempts],
  );
  return rowCount;
}

/** Leads in scope that the stage could still take on now or later. */
export async function countRemaining(
  database: Queryable,
  status: string,
  scope: Scope,
  maxAttempts: number,
): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count from leads l
      where (l.status = $1 or (l.status = 'failed' and l.failed_from = $1 and l.retryable and l.retry_count < $2))
        and ${inScope(3, 4)}`,
    [status, maxAttempts, scope.clientId, scope.batchId],
  );
  return rows[0]!.count;
}
