import { stageMove } from '../domain/lead-flow.ts';
import { profileUrl } from '../domain/linkedin-id.ts';
import { currentCompany, currentTitles } from '../domain/profile.ts';
import type { Enrichment, LeadToEnrich } from '../ports/enrich-work.ts';
import type { LeadDesk, Settlement } from '../ports/lead-desk.ts';
import {
  type ClaimTerms,
  claimParameters,
  failLeads,
  releaseLeases,
  renewLeases,
  TAKE_LEASE,
  UP_FOR_CLAIM,
} from './claims.ts';
import type { Database, Queryable } from './database.ts';
import { leadToKeep, mergeLeads } from './merge-leads.ts';

interface ClaimedRow {
  id: number;
  failedAttempts: number;
  clientId: number;
  batchId: number;
  memberUrn: string | null;
  publicIdentifier: string | null;
  name: string | null;
  headline: string | null;
}

const { from, to } = stageMove('enrich');

/** The desk of the enrich stage: `discovered` leads out, `enriched` ones back, with what lists and exports show of them. */
export function createEnrichDesk(database: Database, terms: ClaimTerms): LeadDesk<LeadToEnrich, Enrichment> {
  return {
    async claim(limit) {
      const { rows } = await database.query<ClaimedRow>(
        `with due as (
           select l.id from leads l
            where ${UP_FOR_CLAIM}
            order by l.id
            limit $7
            for update skip locked
         ), claimed as (
           update leads l set ${TAKE_LEASE}
             from due where l.id = due.id
           returning l.id, l.retry_count, l.client_id, l.batch_id, l.member_urn, l.public_identifier, l.name, l.headline
         )
         select id, retry_count as "failedAttempts", client_id as "clientId", batch_id as "batchId",
                member_urn as "memberUrn", public_identifier as "publicIdentifier", name, headline
           from claimed order by id`,
        claimParameters(from, terms, limit),
      );
      return rows.map(({ memberUrn, publicIdentifier, name, headline, ...lead }) => ({
        ...lead,
        target: {
          memberUrn,
          publicIdentifier,
          name,
          headline,
          url: profileUrl({ memberUrn, publicIdentifier }),
        },
      }));
    },
    renew: (ids) => renewLeases(database, terms, ids),
    release: (ids) => releaseLeases(database, terms.worker, ids),
    settle: (settlements) =>
      database.transaction(async (transaction) => {
        const done = settlements.flatMap((one) => (one.kind === 'done' ? [toRow(one)] : []));
        const failed = settlements.flatMap((one) =>
          one.kind === 'failed' ? [{ leadId: one.leadId, ...one.failure }] : [],
        );
        if (done.length > 0) {
          await mergeTied(transaction, done);
          await moveEnriched(transaction, terms.worker, done);
        }
        if (failed.length > 0) await failLeads(transaction, terms.worker, failed);
      }),
  };
}

type EnrichedRow = ReturnType<typeof toRow>;

function toRow({ leadId, result }: Extract<Settlement<Enrichment>, { kind: 'done' }>) {
  const { profile, classification } = result;
  return {
    id: leadId,
    profile_id: result.profileId,
    member_urn: profile.memberUrn,
    public_identifier: profile.publicIdentifier,
    name: profile.fullName,
    headline: profile.headline,
    company: currentCompany(profile),
    location: profile.location,
    job_titles: currentTitles(profile),
    industry: classification.industry,
    company_type: classification.companyType,
  };
}

/**
 * A profile can reveal that two leads of a client are one person (one known by member id, the other by vanity name); they become one
 * before the names are written, which the unique indexes would refuse otherwise.
 */
async function mergeTied(transaction: Queryable, rows: readonly EnrichedRow[]): Promise<void> {
  const { rows: pairs } = await transaction.query<{
    id: number;
    status: string;
    otherId: number;
    otherStatus: string;
  }>(
    `select l.id, l.status, o.id as "otherId", o.status as "otherStatus"
       from json_to_recordset($1::json) as r(id bigint, member_urn text, public_identifier text)
       join leads l on l.id = r.id
       join leads o on o.client_id = l.client_id and o.id <> l.id
        and (o.member_urn = r.member_urn
             or (o.public_identifier = r.public_identifier
                 and (o.member_urn is null or r.member_urn is null or o.member_urn = r.member_urn)))
      order by l.id`,
    [JSON.stringify(rows)],
  );
  const gone = new Set<number>();
  for (const pair of pairs) {
    if (gone.has(pair.id) || gone.has(pair.otherId)) continue;
    const keep = leadToKeep(
      { id: pair.id, status: pair.status },
      { id: pair.otherId, status: pair.otherStatus },
    );
    const dropId = keep.id === pair.id ? pair.otherId : pair.id;
    gone.add(dropId);
    await mergeLeads(transaction, keep.id, dropId);
  }
}

async function moveEnriched(
  transaction: Queryable,
  worker: string,
  rows: readonly EnrichedRow[],
): Promise<void> {
  await transaction.query(
    `update leads l
        set status = '${to}',
            status_reason = null,
            profile_id = r.profile_id,
            member_urn = coalesce(l.member_urn, r.member_urn),
            public_identifier = case
              when r.public_identifier is null or exists (
                select from leads o
                 where o.client_id = l.client_id and o.public_identifier = r.public_identifier and o.id <> l.id)
              then l.public_identifier else r.public_identifier end,
            name = coalesce(r.name, l.name),
            headline = coalesce(r.headline, l.headline),
            company = r.company,
            location = r.location,
            job_titles = array(select json_array_elements_text(r.job_titles)),
            industry = r.industry,
            company_type = r.company_type,
            retry_count = 0,
            leased_by = null,
            leased_until = null
       from json_to_recordset($1::json)
         as r(id bigint, profile_id bigint, member_urn text, public_identifier text, name text, headline text,
              company text, location text, job_titles json, industry text, company_type text)
      where l.id = r.id and l.leased_by = $2 and l.status = '${from}'`,
    [JSON.stringify(rows), worker],
  );
}
