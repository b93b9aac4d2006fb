import type { LeadStatus } from '../domain/lead-flow.ts';
import { SCORE_PARTS } from '../domain/scoring/weights.ts';
import type { Queryable } from './database.ts';
import type { ExportedLead } from './export-leads.ts';
import { inScope, type Scope } from './scope.ts';

export interface LeadRow extends ExportedLead {
  readonly status: LeadStatus;
  readonly errorCode: string | null;
}

/** Columns of a `LeadRow`, of leads `l`, clients `c` and batches `b`. */
export const LEAD_ROW = `l.id, c.slug as client, b.name as batch, l.member_urn as "memberUrn",
            l.public_identifier as "publicIdentifier", l.name, l.headline, l.company, l.location,
            l.job_titles as "jobTitles", l.industry, l.company_type as "companyType", l.status,
            l.icp_score as score, l.match_reasoning as reasoning, l.error_code as "errorCode"`;

export const LEAD_ORDERS = ['score', 'name', 'newest', ...SCORE_PARTS] as const;
export type LeadOrder = (typeof LEAD_ORDERS)[number];

export interface LeadFilter {
  readonly status: LeadStatus | null;
  readonly minScore: number | null;
  readonly maxScore: number | null;
  readonly limit: number | null;
  /** The best score, or the most points for a part of it, first; and then in the order in which they were found. */
  readonly order: LeadOrder;
}

/** `partPoints`: what the part by which they are ordered gave under the ICP of their score; null where it is none. */
export type ListedLead = LeadRow & { readonly partPoints: number | null };

const ORDER_BY: Readonly<Record<'score' | 'name' | 'newest', string>> = {
  score: 'l.icp_score desc nulls last, l.raw_score desc nulls last',
  name: 'lower(l.name) nulls last',
  newest: 'l.created_at desc',
};

/** Leads in scope that the filter lets through. */
export async function listLeads(
  database: Queryable,
  scope: Scope,
  { order, ...filter }: LeadFilter,
): Promise<ListedLead[]> {
  const part = SCORE_PARTS.find((name) => name === order) ?? null;
  const points =
    part === null
      ? 'null::numeric'
      : `(select (part ->> 'points')::numeric
            from lead_scores s cross join jsonb_array_elements(s.parts) part
           where s.lead_id = l.id and s.client_icp_id = l.client_icp_id and part ->> 'name' = '${part}')`;
  const orderBy = part === null ? ORDER_BY[order as keyof typeof ORDER_BY] : '"partPoints" desc nulls last';
  const { rows } = await database.query<ListedLead>(
    `select ${LEAD_ROW}, ${points} as "partPoints"
       from leads l
       join clients c on c.id = l.client_id
       join batches b on b.id = l.batch_id
      where ${inScope(1, 2)}
        and ($3::text is null or l.status = $3)
        and ($4::numeric is null or l.icp_score >= $4)
        and ($5::numeric is null or l.icp_score <= $5)
      order by ${orderBy}, l.id
      limit $6`,
    [scope.clientId, scope.batchId, filter.status, filter.minScore, filter.maxScore, filter.limit],
  );
  return rows;
}
