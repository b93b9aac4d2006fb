import type { ScorePart } from '../domain/score.ts';
import type { Queryable } from './database.ts';
import { LEAD_ROW, type LeadRow } from './lead-list.ts';

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
