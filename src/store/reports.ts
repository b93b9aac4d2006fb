import { LEAD_STATUSES, type LeadStatus } from '../domain/lead-flow.ts';
import type { Queryable } from './database.ts';
import { inScope, type Scope } from './scope.ts';

export interface FailureCount {
  readonly stage: string;
  readonly code: string;
  readonly count: number;
  readonly retryable: boolean;
}

export interface BatchSummary {
  readonly client: string;
  readonly name: string;
  readonly leads: number;
  readonly discovered: number;
  readonly enriched: number;
  readonly qualified: number;
  readonly exported: number;
  readonly failed: number;
}

export async function countByStatus(database: Queryable, scope: Scope): Promise<Record<LeadStatus, number>> {
  const { rows } = await database.query<{ status: LeadStatus; count: number }>(
    `select l.status, count(*) as count from leads l where ${inScope(1, 2)} group by l.status`,
    [scope.clientId, scope.batchId],
  );
  const counts = new Map(rows.map((row) => [row.status, row.count]));
  return Object.fromEntries(LEAD_STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<
    LeadStatus,
    number
  >;
}

export async function countFailures(
  database: Queryable,
  scope: Scope,
  maxAttempts: number,
): Promise<FailureCount[]> {
  const { rows } = await database.query<FailureCount>(
    `select case l.failed_from when 'discovered' then 'enrich' when 'enriched' then 'qualify' else 'export' end as stage,
            l.error_code as code, count(*) as count,
            coalesce(l.retryable, false) and l.retry_count < $3 as retryable
       from leads l
      where l.status = 'failed' and ${inScope(1, 2)}
      group by 1, 2, 4
      order by 3 desc, 1, 2`,
    [scope.clientId, scope.batchId, maxAttempts],
  );
  return rows;
}

const STALE_SCORES = `leads l
       join (select distinct on (client_id) client_id, id from client_icps order by client_id, version desc) i
         on i.client_id = l.client_id
      where l.status in ('qualified', 'exported') and l.client_icp_id is distinct from i.id and ${inScope(1, 2)}`;

/** Scored leads whose score was given under another ICP version than their client's current one. */
export async function countStale(database: Queryable, scope: Scope): Promise<number> {
  const { rows } = await database.query<{ count: number }>(`select count(*) as count from ${STALE_SCORES}`, [
    scope.clientId,
    scope.batchId,
  ]);
  return rows[0]!.count;
}

/**
 * Scores under the current ICP that were given before their client's calibration changed, and can be given anew. Apart, and only for clients who ever had a
 * calibration: it looks at the keys of their scores one by one.
 */
export async function countMiscalibrated(database: Queryable, scope: Scope): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count
       from (select distinct on (client_id) client_id, version, settings_key
               from client_calibrations order by client_id, version desc) k
       join (select distinct on (client_id) client_id, id from client_icps order by client_id, version desc) i
         on i.client_id = k.client_id
       join leads l on l.client_id = k.client_id and l.client_icp_id = i.id
      where l.status in ('qualified', 'exported') and l.profile_id is not null and ${inScope(1, 2)}
        and case when k.settings_key is null then l.score_key ~ '[|]c[0-9]+$'
                 else right(l.score_key, length(k.settings_key) + 1) = '|' || k.settings_key
                      or substring(l.score_key from '[|]c([0-9]+)$') <> k.version::text end`,
    [scope.clientId, scope.batchId],
  );
  return rows[0]!.count;
}

/** Whether any of those under an older ICP can be scored anew: its profile may have been purged since. Apart, so that an index alone can answer how many there are. */
export async function canRescore(database: Queryable, scope: Scope): Promise<boolean> {
  const { rows } = await database.query<{ any: boolean }>(
    `select exists (select from ${STALE_SCORES} and l.profile_id is not null) as any`,
    [scope.clientId, scope.batchId],
  );
  return rows[0]!.any;
}

export async function listBatches(database: Queryable, scope: Scope): Promise<BatchSummary[]> {
  const inBatchScope = `($1::bigint is null or b.client_id = $1) and ($2::bigint is null or b.id = $2)`;
  const { rows } = await database.query<BatchSummary>(
    // By their first batch, which an index tells without the leads; only those that were found again are looked up one by one.
    `with counted as (
       select l.batch_id, l.status, count(*) as leads
         from leads l
        where ($1::bigint is null or l.client_id = $1) and ($2::bigint is null or l.batch_id = $2)
        group by l.batch_id, l.status
       union all
       select m.batch_id, l.status, count(*)
         from batches b
         join lead_batches m on m.batch_id = b.id and not m.is_first
         join leads l on l.id = m.lead_id and l.batch_id <> m.batch_id
        where ${inBatchScope}
        group by m.batch_id, l.status
     )
     select c.slug as client, b.name, coalesce(sum(n.leads), 0) as leads,
            ${LEAD_STATUSES.map((status) => `coalesce(sum(n.leads) filter (where n.status = '${status}'), 0) as ${status}`).join(', ')}
       from batches b
       join clients c on c.id = b.client_id
       left join counted n on n.batch_id = b.id
      where ${inBatchScope}
      group by c.slug, b.id
      order by c.slug, b.id`,
    [scope.clientId, scope.batchId],
  );
  return rows;
}

/**
 * Known dollars spent in scope, and how many calls' costs are not known. A call that served several clients or batches counts by the
 * share of its leads that are in scope.
 */
export async function sumCost(
  database: Queryable,
  scope: Scope,
): Promise<{ costUsd: number; unknown: number }> {
  const { rows } = await database.query<{ costUsd: number; unknown: number }>(
    `with counted as (
       select u.cost_usd
         from usage u
        where ($1::bigint is null or u.client_id = $1) and ($2::bigint is null or u.batch_id = $2)
       union all
       select u.cost_usd * count(*) / cardinality(u.lead_ids)
         from usage u
         cross join unnest(u.lead_ids) as served(lead_id)
         join leads l on l.id = served.lead_id
        where (($1::bigint is not null and u.client_id is null)
               or ($2::bigint is not null and u.batch_id is null and ($1::bigint is null or u.client_id = $1)))
          and ($1::bigint is null or l.client_id = $1)
          and ($2::bigint is null or l.batch_id = $2)
        group by u.id
     )
     select coalesce(sum(cost_usd), 0) as "costUsd", count(*) filter (where cost_usd is null) as unknown
       from counted`,
    [scope.clientId, scope.batchId],
  );
  return rows[0]!;
}

export interface UsageRow {
  readonly provider: string | null;
  readonly stage: string | null;
  readonly model: string | null;
  /** Null for a call that served several batches at once; likewise below. */
  readonly batch: string | null;
  readonly client: string | null;
  /** ISO date, in UTC. */
  readonly day: string | null;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Null when the cost of any of the calls is not known. */
  readonly costUsd: number | null;
  readonly knownUsd: number;
  readonly failedCalls: number;
}

export const USAGE_GROUPS = ['provider', 'stage', 'batch', 'model', 'client', 'day'] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

const USAGE_COLUMNS: Readonly<Record<UsageGroup, string>> = {
  provider: 'u.provider',
  stage: 'u.stage',
  model: 'u.model',
  batch: `c.slug || '/' || b.name`,
  client: 'c.slug',
  day: `to_char(u.at at time zone 'UTC', 'YYYY-MM-DD')`,
};

/** Calls, tokens and dollars since a time, by one thing or, when `by` is null, by provider, stage and model. */
export async function sumUsage(
  database: Queryable,
  since: Date | null,
  by: UsageGroup | null,
): Promise<UsageRow[]> {
  const groups: readonly UsageGroup[] = by === null ? ['provider', 'stage', 'model'] : [by];
  const column = (name: UsageGroup) => (groups.includes(name) ? USAGE_COLUMNS[name] : 'null::text');
  const { rows } = await database.query<UsageRow>(
    `select ${column('provider')} as provider, ${column('stage')} as stage, ${column('model')} as model,
            ${column('batch')} as batch, ${column('client')} as client, ${column('day')} as day, sum(u.requests) as calls,
            coalesce(sum(u.prompt_tokens), 0) as "promptTokens",
            coalesce(sum(u.completion_tokens), 0) as "completionTokens",
            case when count(*) = count(u.cost_usd) then sum(u.cost_usd) end as "costUsd",
            coalesce(sum(u.cost_usd), 0) as "knownUsd",
            count(*) filter (where u.outcome <> 'ok') as "failedCalls"
       from usage u
       left join batches b on b.id = u.batch_id
       left join clients c on c.id = coalesce(u.client_id, b.client_id)
      where $1::timestamptz is null or u.at >= $1
      group by 1, 2, 3, 4, 5, 6
      order by 1, 2, 3, 4, 5, 6`,
    [since],
  );
  return rows;
}
