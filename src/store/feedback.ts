import type { Vote } from '../domain/learning/settled-verdict.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { readPages } from './cursor.ts';
import type { Database } from './database.ts';

/** One thing that was said of a lead, or that it was exported. */
export interface FeedbackRow extends PersonIdentity, Vote {
  readonly client: string;
  readonly leadId: number;
  readonly name: string | null;
  readonly judge: string;
  readonly outcome: string | null;
  readonly weight: number;
  readonly icpVersion: number | null;
  /** The lead's score now. */
  readonly score: number | null;
  readonly scoreShown: boolean;
  readonly belowCut: boolean;
  readonly decidedAt: Date;
}

/** What was said of a lead, with the ICP that it was said under. */
export interface FeedbackVote extends Vote {
  readonly judge: string;
  readonly outcome: string | null;
  readonly icpId: number | null;
}

/** A lead and everything that was said of it, the latest first. */
export interface LeadFeedback extends PersonIdentity {
  readonly client: string;
  readonly clientId: number;
  readonly leadId: number;
  readonly votes: readonly FeedbackVote[];
  /** What is known of the person; null when it was not asked for, and where there is no profile. */
  readonly profileText: string | null;
}

const PAGE = 250;

/** Lends all feedback, of one client or all, in pages in the order of clients and leads. `read` may be called several times, and begins afresh each time. */
export async function lendFeedback<T>(
  database: Database,
  clientId: number | null,
  read: (pages: AsyncIterable<readonly FeedbackRow[]>) => Promise<T>,
): Promise<T> {
  return database.transaction(
    (transaction) =>
      read(
        readPages<FeedbackRow>(
          transaction,
          `select c.slug as client, f.lead_id as "leadId", l.member_urn as "memberUrn",
                  l.public_identifier as "publicIdentifier", l.name, f.source, f.judge, f.verdict, f.outcome, f.weight,
                  i.version as "icpVersion", l.icp_score as score, f.score_shown as "scoreShown",
                  f.below_cut as "belowCut", f.decided_at as "decidedAt"
             from feedback f
             join leads l on l.id = f.lead_id
             join clients c on c.id = f.client_id
             left join client_icps i on i.id = f.client_icp_id
            where $1::bigint is null or f.client_id = $1
            order by c.slug collate "C", f.lead_id, f.source, f.judge`,
          [clientId],
          PAGE,
        ),
      ),
    { isolation: 'repeatable read', long: true },
  );
}

export interface LeadFeedbackTerms {
  readonly clientId: number | null;
  /** Also whom somebody exported and nobody judged. */
  readonly withExports: boolean;
  readonly withProfiles: boolean;
}

/** Lends the leads that there is feedback of, likewise. */
export async function lendLeadFeedback<T>(
  database: Database,
  { clientId, withExports, withProfiles }: LeadFeedbackTerms,
  read: (pages: AsyncIterable<readonly LeadFeedback[]>) => Promise<T>,
): Promise<T> {
  return database.transaction(
    (transaction) =>
      read(
        readPages<LeadFeedback>(
          transaction,
          `select c.slug as client, c.id as "clientId", l.id as "leadId", l.member_urn as "memberUrn",
                  l.public_identifier as "publicIdentifier",
                  json_agg(json_build_object('source', f.source, 'verdict', f.verdict, 'judge', f.judge,
                                             'outcome', f.outcome, 'icpId', f.client_icp_id)
                           order by f.decided_at desc, f.source, f.judge) as votes,
                  case when $3 then p.profile_text end as "profileText"
             from feedback f
             join leads l on l.id = f.lead_id
             join clients c on c.id = f.client_id
             left join profile_cache p on p.id = l.profile_id
            where ($1::bigint is null or f.client_id = $1) and ($2 or f.source <> 'export')
            group by c.id, l.id, p.id
            order by c.slug collate "C", l.id`,
          [clientId, withExports, withProfiles],
          PAGE,
        ),
      ),
    { isolation: 'repeatable read', long: true },
  );
}
