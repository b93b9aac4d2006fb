import type { Icp } from '../domain/icp.ts';
import type { PersonIdentity } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import type { ScorePart } from '../domain/score.ts';
import type { SaidCriterion } from '../domain/targeting/quoted-icp.ts';
import type { Queryable } from './database.ts';
import { queueParameters, type ReviewTerms, WITH_QUEUE } from './review-queue.ts';
import type { Scope } from './scope.ts';

/** What a reviewer may know of a lead before the verdict. */
export interface LeadToReview extends PersonIdentity {
  readonly id: number;
  readonly client: string;
  /** The version of the ICP that the lead was scored under. */
  readonly icpId: number;
  readonly name: string | null;
  readonly headline: string | null;
  readonly company: string | null;
  readonly location: string | null;
  readonly jobTitles: readonly string[];
  readonly industry: string | null;
  readonly companyType: string | null;
  /** Null once it was purged. */
  readonly profile: Profile | null;
  readonly belowCut: boolean;
}

/** One lead of the reviewer's queue; null when it is not in there, or not any more. */
export async function findLeadToReview(
  database: Queryable,
  terms: ReviewTerms,
  id: number,
): Promise<LeadToReview | null> {
  const { rows } = await database.query<LeadToReview>(
    `${WITH_QUEUE}
     select q.id, c.slug as client, q.client_icp_id as "icpId", q.member_urn as "memberUrn",
            q.public_identifier as "publicIdentifier", q.name, q.headline, q.company, q.location,
            q.job_titles as "jobTitles", q.industry, q.company_type as "companyType", p.profile,
            q.below_cut as "belowCut"
       from queue q
       join clients c on c.id = q.client_id
       left join profile_cache p on p.id = q.profile_id
      where q.id = $5`,
    [...queueParameters(terms), id],
  );
  return rows[0] ?? null;
}

export interface ReviewScore {
  readonly score: number;
  readonly reasoning: string;
  readonly parts: readonly ScorePart[];
  readonly judged: boolean;
}

/** The score of a lead in the queue, and whether the reviewer has judged the lead already; null when it is not in there. */
export async function findReviewScore(
  database: Queryable,
  terms: ReviewTerms,
  id: number,
): Promise<ReviewScore | null> {
  const { rows } = await database.query<ReviewScore>(
    `${WITH_QUEUE}
     select q.scored as score, q.reasoning, q.parts,
            exists (select from verdicts v
                     where v.lead_id = q.id and v.source = 'review' and v.judge = $6) as judged
       from queue q
      where q.id = $5`,
    [...queueParameters(terms), id, terms.judge],
  );
  return rows[0] ?? null;
}

export interface ReviewIcp {
  readonly id: number;
  readonly clientId: number;
  readonly client: string;
  readonly clientName: string;
  readonly version: number;
  readonly newestVersion: number;
  readonly criteria: Icp;
}

/** An ICP of a client in scope. */
export async function findReviewIcp(
  database: Queryable,
  scope: Scope,
  id: number,
): Promise<ReviewIcp | null> {
  const { rows } = await database.query<ReviewIcp>(
    `select i.id, c.id as "clientId", c.slug as client, c.name as "clientName", i.version, i.criteria,
            (select max(version) from client_icps n where n.client_id = c.id) as "newestVersion"
       from client_icps i
       join clients c on c.id = i.client_id
      where i.id = $2 and ($1::bigint is null or c.id = $1)`,
    [scope.clientId, id],
  );
  return rows[0] ?? null;
}

/** What was said in the client's calls, the latest first. */
export async function listSaidCriteria(database: Queryable, clientId: number): Promise<SaidCriterion[]> {
  const { rows } = await database.query<SaidCriterion>(
    `select s.kind, s.stance, s.value, s.quote, s.speaker, f.title as call, f.held_at as "heldAt"
       from call_criteria s
       join fathom_calls f on f.id = s.fathom_call_id
      where f.client_id = $1
      order by f.held_at desc nulls last, f.call_id, s.at_seconds nulls last, s.quote, s.id`,
    [clientId],
  );
  return rows;
}
