import type { ClaimSharing } from '../ports/lead-desk.ts';
import type { Queryable } from './database.ts';
import type { DeadWorkers } from './dead-workers.ts';
import { inScope, type Scope } from './scope.ts';

export interface ClaimTerms {
  readonly worker: string;
  readonly leaseSeconds: number;
  readonly maxAttempts: number;
  readonly scope: Scope;
  /** The kind of provider at work. Leads enriched by the local ones are never scored with the others, nor the other way round. */
  readonly origin: 'network' | 'local';
  /** Asked when there is nothing to claim; left out, dead processes keep their leases until these run out. */
  readonly deadWorkers?: Pick<DeadWorkers, 'release'>;
}

/** Leads that wait for answers out of an open batch are nobody's until it has come back. */
export const WAITS_FOR_BATCH = 'exists (select from answer_batch_leads w where w.lead_id = l.id)';

/**
 * The condition under which a lead is up for a stage: it stands where the stage takes leads from, or failed there and is due again with
 * attempts left; it waits for no batch; and nobody holds a lease on it. Parameters: see claimParameters.
 */
export const UP_FOR_CLAIM = `
      (l.status = $1
        or (l.status = 'failed' and l.failed_from = $1 and l.retryable
            and l.retry_count < $2 and l.next_attempt_at <= now()))
      and (l.leased_until is null or l.leased_until < now() or (l.leased_by = $5 and $8::bigint[] is not null))
      and l.id <> all(coalesce($8::bigint[], '{}'))
      and not ${WAITS_FOR_BATCH}
      and ${inScope(3, 4)}`;

/** Leads beyond this are plenty for everybody: counting goes no further. */
const PLENTY = 2000;

/**
 * How many leads a claim takes, at most $7. With a portion ($9): an eighth of what waits, so that processes which start at the same time find
 * something left, and no more in hand than an equal share among those that hold leases now.
 */
export const CLAIM_SIZE = `
      (with waiting as (
         select count(*) as leads from (select from leads l where ${UP_FOR_CLAIM} limit ${PLENTY}) as counted
       ), others as (
         select count(*) as leads, count(distinct l.leased_by) as workers
           from leads l
          where l.leased_by <> $5 and l.leased_until >= now() and ${inScope(3, 4)}
       ), own as (
         select coalesce(cardinality($8::bigint[]), 0) as leads
       )
       select case when $9::int is null then $7::bigint else greatest(0, least($7::bigint,
                greatest(1, ceil(waiting.leads / 8.0 / $9::int)) * $9::int,
                case when waiting.leads < ${PLENTY} then
                  ceil((waiting.leads + others.leads + own.leads) / (others.workers + 1.0) / $9::int) * $9::int - own.leads
                end)) end::bigint
         from waiting, others, own)`;

/** What a claim sets: the lease; and a failed lead goes back to where it failed. */
export const TAKE_LEASE = `
        leased_by = $5,
        leased_until = now() + make_interval(secs => $6),
        status_reason = case when l.status = 'failed' then 'retry after ' || l.error_code end,
        status = $1`;

/**
 * Parameters of a claim: 1 status the stage takes leads from, 2 most attempts, 3 client, 4 batch, 5 worker, 6 lease in seconds, 7 limit, 8 leads in hand
 * (null: not told); CLAIM_SIZE wants the portion as the ninth.
 */
export function claimParameters(
  status: string,
  terms: ClaimTerms,
  limit: number,
  sharing: ClaimSharing | undefined,
): unknown[] {
  return [
    status,
    terms.maxAttempts,
    terms.scope.clientId,
    terms.scope.batchId,
    terms.worker,
    terms.leaseSeconds,
    limit,
    sharing?.inHand ?? null,
  ];
}

/** Claims; when there is nothing, once more with what dead processes held. */
export async function claimOrRevive<Lead>(
  terms: ClaimTerms,
  claim: () => Promise<readonly Lead[]>,
): Promise<readonly Lead[]> {
  const leads = await claim();
  return leads.length === 0 && (await terms.deadWorkers?.release()) ? claim() : leads;
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
