import { LEAD_STATUSES, type LeadStatus } from '../domain/lead-flow.ts';
import type { ScorePart } from '../domain/score.ts';
import type { Queryable } from './database.ts';
import type { ExportedLead } from './export-leads.ts';
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

/** Scored leads whose score was given under another ICP version than their client's current one. */
export async function countStale(database: Queryable, scope: Scope): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count
       from leads l
       join (select distinct on (client_id) client_id, id from client_icps order by client_id, version desc) i
         on i.client_id = l.client_id
      where l.status in ('qualified', 'exported') and l.client_icp_id is distinct from i.id and ${inScope(1, 2)}`,
    [scope.clientId, scope.batchId],
  );
  return rows[0]!.count;
}

export async function listBatches(database: Queryable, scope: Scope): Promise<BatchSummary[]> {
  const { rows } = await database.query<BatchSummary>(
    `select c.slug as client, b.name, count(l.id) as leads,
            ${LEAD_STATUSES.map((status) => `count(*) filter (where l.status = '${status}') as ${status}`).join(', ')}
       from batches b
       join clients c on c.id = b.client_id
       left join lead_batches m on m.batch_id = b.id
       left join leads l on l.id = m.lead_id
      where ($1::bigint is null or b.client_id = $1) and ($2::bigint is null or b.id = $2)
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

export interface LeadRow extends ExportedLead {
  readonly status: LeadStatus;
  readonly errorCode: string | null;
}

const LEAD_ROW = `l.id, c.slug as client, b.name as batch, l.member_urn as "memberUrn",
            l.public_identifier as "publicIdentifier", l.name, l.headline, l.company, l.location,
            l.job_titles as "jobTitles", l.industry, l.company_type as "companyType", l.status,
            l.icp_score as score, l.match_reasoning as reasoning, l.error_code as "errorCode"`;

/** Leads in scope, best first, then in the order in which they were found. */
export async function listLeads(
  database: Queryable,
  scope: Scope,
  filter: {
    readonly status: LeadStatus | null;
    readonly minScore: number | null;
    readonly limit: number | null;
  },
): Promise<LeadRow[]> {
  const { rows } = await database.query<LeadRow>(
    `select ${LEAD_ROW}
       from leads l
       join clients c on c.id = l.client_id
       join batches b on b.id = l.batch_id
      where ${inScope(1, 2)}
        and ($3::text is null or l.status = $3)
        and ($4::numeric is null or l.icp_score >= $4)
      order by l.icp_score desc nulls last, l.id
      limit $5`,
    [scope.clientId, scope.batchId, filter.status, filter.minScore, filter.limit],
  );
  return rows;
}

export interface LeadDetail extends LeadRow {
  readonly profile: unknown;
  readonly scraper: string | null;
  readonly fetchedAt: Date | null;
  readonly textCut: boolean | null;
  readonly errorMessage: string | null;
  readonly failedFrom: string | null;
  readonly retryable: boolean | null;
  readonly retryCount: number;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
}

/** Every lead that an id, a member id or a vanity name stands for: one per client at most. */
export async function findLeads(
  database: Queryable,
  wanted: {
    readonly id: number | null;
    readonly memberUrn: string | null;
    readonly publicIdentifier: string | null;
  },
): Promise<LeadDetail[]> {
  const { rows } = await database.query<LeadDetail>(
    `select ${LEAD_ROW}, p.profile, p.scraper, p.fetched_at as "fetchedAt", p.text_cut as "textCut",
            l.error_message as "errorMessage", l.failed_from as "failedFrom", l.retryable,
            l.retry_count as "retryCount", l.next_attempt_at as "nextAttemptAt", l.created_at as "createdAt"
       from leads l
       join clients c on c.id = l.client_id
       join batches b on b.id = l.batch_id
       left join profile_cache p on p.id = l.profile_id
      where l.id = $1 or l.member_urn = $2 or l.public_identifier = $3
      order by l.id`,
    [wanted.id, wanted.memberUrn, wanted.publicIdentifier],
  );
  return rows;
}

export interface ScoreRow {
  readonly icpVersion: number;
  readonly verdict: string;
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
  readonly reasoning: string;
  readonly scoredAt: Date;
}

export async function listScores(database: Queryable, leadId: number): Promise<ScoreRow[]> {
  const { rows } = await database.query<ScoreRow>(
    `select i.version as "icpVersion", s.verdict, s.score, s.parts, s.reasoning, s.scored_at as "scoredAt"
       from lead_scores s join client_icps i on i.id = s.client_icp_id
      where s.lead_id = $1
      order by i.version desc`,
    [leadId],
  );
  return rows;
}

export interface EventRow {
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
  readonly at: Date;
}

export async function listEvents(database: Queryable, leadId: number): Promise<EventRow[]> {
  const { rows } = await database.query<EventRow>(
    `select from_status as "from", to_status as "to", reason, at from lead_events where lead_id = $1 order by id`,
    [leadId],
  );
  return rows;
}

/** A lead's share of what the calls made for it cost; null where a call's cost is not known. */
export async function leadCost(
  database: Queryable,
  leadId: number,
): Promise<{ stage: string; calls: number; costUsd: number | null }[]> {
  const { rows } = await database.query<{ stage: string; calls: number; costUsd: number | null }>(
    `select stage, sum(requests) as calls,
            case when count(*) = count(cost_usd) then sum(cost_usd * cardinality(array_positions(lead_ids, $1::bigint)) / cardinality(lead_ids))
            end as "costUsd"
       from usage where lead_ids @> array[$1::bigint]
      group by stage order by min(id)`,
    [leadId],
  );
  return rows;
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
