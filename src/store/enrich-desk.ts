import { stageMove } from '../domain/lead-flow.ts';
import { profileUrl } from '../domain/linkedin-id.ts';
import type { Awaiting, Enrichment, LeadToEnrich } from '../ports/enrich-work.ts';
import type { LeadDesk } from '../ports/lead-desk.ts';
import { letWait } from './batch-waits.ts';
import {
  CLAIM_SIZE,
  type ClaimTerms,
  claimOrRevive,
  claimParameters,
  failLeads,
  releaseLeases,
  renewLeases,
  TAKE_LEASE,
  UP_FOR_CLAIM,
} from './claims.ts';
import type { Database, Queryable } from './database.ts';
import { LEAD_CARD_TYPES, leadCard, SET_LEAD_CARD } from './lead-card.ts';
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

/** The desk of the enrich stage: `discovered` leads out, `enriched` ones back, with what lists and exports show of them; or as they were, to wait for a batch. */
export function createEnrichDesk(
  database: Database,
  terms: ClaimTerms,
): LeadDesk<LeadToEnrich, Enrichment | Awaiting> {
  return {
    claim: (limit, sharing) =>
      claimOrRevive(terms, async () => {
        const { rows } = await database.query<ClaimedRow>(
          `with due as (
             select l.id from leads l
              where ${UP_FOR_CLAIM}
              order by l.id
              limit ${CLAIM_SIZE}
              for update skip locked
           ), claimed as (
             -- As an array, so that the planner cannot take it for a reason to read the whole table.
             update leads l set ${TAKE_LEASE}
              where l.id = any(array(select id from due))
             returning l.id, l.retry_count, l.client_id, l.batch_id, l.member_urn, l.public_identifier, l.name, l.headline
           )
           select id, retry_count as "failedAttempts", client_id as "clientId", batch_id as "batchId",
                  member_urn as "memberUrn", public_identifier as "publicIdentifier", name, headline
             from claimed order by id`,
          [...claimParameters(from, terms, limit, sharing), sharing?.portion ?? null],
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
      }),
    renew: (ids) => renewLeases(database, terms, ids),
    release: (ids) => releaseLeases(database, terms.worker, ids),
    settle: (settlements) =>
      database.transaction(async (transaction) => {
        const done = settlements.flatMap((one) =>
          one.kind === 'done' && 'profile' in one.result ? [toRow(one.leadId, one.result)] : [],
        );
        const waits = settlements.flatMap((one) =>
          one.kind === 'done' && 'answerBatchIds' in one.result
            ? [{ leadId: one.leadId, ...one.result }]
            : [],
        );
        const failed = settlements.flatMap((one) =>
          one.kind === 'failed' ? [{ leadId: one.leadId, ...one.failure }] : [],
        );
        if (done.length > 0) {
          const moved = await mergeTied(transaction, terms.worker, done);
          await moveEnriched(transaction, terms, moved);
        }
        if (failed.length > 0) await failLeads(transaction, terms.worker, failed);
        if (waits.length > 0) await letWait(transaction, terms.worker, waits);
      }),
  };
}

type EnrichedRow = ReturnType<typeof toRow>;

function toRow(leadId: number, result: Enrichment) {
  const { profile, classification } = result;
  return {
    id: leadId,
    profile_id: result.profileId,
    member_urn: profile.memberUrn,
    public_identifier: profile.publicIdentifier,
    ...leadCard(profile, classification),
  };
}

/** Two leads that a profile shows to be one person, with the member ids they have or are about to get. */
interface Tie {
  clientId: number;
  id: number;
  status: string;
  urn: string | null;
  otherId: number;
  otherStatus: string;
  otherUrn: string | null;
}

/**
 * A profile can reveal that two leads of a client are one person (one known by member id, the other by vanity name, or both by vanity
 * names given up since); they become one before the names are written, which the unique indexes would refuse otherwise. Leads with
 * different member ids stay apart, whatever vanity name they share. Returns the rows with what their leads learnt from each other.
 */
async function mergeTied(
  transaction: Queryable,
  worker: string,
  rows: readonly EnrichedRow[],
): Promise<readonly EnrichedRow[]> {
  const seen = await findTies(transaction, worker, rows);
  if (seen.length === 0) return rows;
  // Merges of one client take turns, among themselves and with ingests, which lock the client as well.
  await transaction.query('select from clients where id = any($1::bigint[]) order by id for no key update', [
    [...new Set(seen.map((tie) => tie.clientId))],
  ]);
  const groups = groupTied(await findTies(transaction, worker, rows));
  const urns = new Map<number, string | null>();
  for (const { leads, urn } of groups) {
    const keep = leads.reduce(leadToKeep);
    for (const lead of leads) {
      if (lead.id !== keep.id) await mergeLeads(transaction, keep.id, lead.id);
    }
    urns.set(keep.id, urn);
  }
  return rows.map((row) => ({ ...row, member_urn: row.member_urn ?? urns.get(row.id) ?? null }));
}

/** Ties of the rows' leads that are still ours to other leads and among each other; those by member id, which are certain, first. */
async function findTies(
  transaction: Queryable,
  worker: string,
  rows: readonly EnrichedRow[],
): Promise<readonly Tie[]> {
  const { rows: ties } = await transaction.query<Tie>(
    `with own as materialized (
       select l.id, l.client_id, l.status, coalesce(l.member_urn, r.member_urn) as urn, r.public_identifier as vanity
         from json_to_recordset($1::json) as r(id bigint, member_urn text, public_identifier text)
         join leads l on l.id = r.id
        where l.leased_by = $2 and l.status = '${from}'
     ), ties as (
       select one.id, other.id as other_id, 1 as certainty
         from own one join leads other on other.client_id = one.client_id and other.member_urn = one.urn
       union all
       select one.id, other.id, 1
         from own one join own other on other.client_id = one.client_id and other.urn = one.urn
       union all
       select one.id, other.id, 2
         from own one join leads other on other.client_id = one.client_id and other.public_identifier = one.vanity
       union all
       select one.id, other.id, 2
         from own one join own other on other.client_id = one.client_id and other.vanity = one.vanity
     )
     select one.client_id as "clientId", one.id, one.status, one.urn, o.id as "otherId", o.status as "otherStatus",
            coalesce(o.member_urn, other.urn) as "otherUrn"
       from ties t
       join own one on one.id = t.id
       join leads o on o.id = t.other_id
       left join own other on other.id = o.id
      where t.other_id <> t.id
      order by t.certainty, one.id, o.id`,
    [JSON.stringify(rows), worker],
  );
  return ties.filter((tie) => agree(tie.urn, tie.otherUrn));
}

const agree = (one: string | null, other: string | null) => one === null || other === null || one === other;

interface Group {
  leads: { id: number; status: string }[];
  urn: string | null;
}

/** Leads that are one person, each group with one member id at most. */
function groupTied(ties: readonly Tie[]): readonly Group[] {
  const groupOf = new Map<number, Group>();
  const find = (id: number, status: string, urn: string | null) => {
    const group = groupOf.get(id) ?? { leads: [{ id, status }], urn };
    groupOf.set(id, group);
    return group;
  };
  for (const tie of ties) {
    const one = find(tie.id, tie.status, tie.urn);
    const other = find(tie.otherId, tie.otherStatus, tie.otherUrn);
    if (one === other || !agree(one.urn, other.urn)) continue;
    one.leads.push(...other.leads);
    one.urn ??= other.urn;
    for (const lead of other.leads) groupOf.set(lead.id, one);
  }
  return [...new Set(groupOf.values())].filter((group) => group.leads.length > 1);
}

async function moveEnriched(
  transaction: Queryable,
  { worker, origin }: ClaimTerms,
  rows: readonly EnrichedRow[],
): Promise<void> {
  const { rowCount: moved } = await transaction.query(
    `update leads l
        set status = '${to}',
            status_reason = null,
            profile_id = r.kept_profile_id,
            member_urn = coalesce(l.member_urn, r.member_urn),
            public_identifier = case
              when r.public_identifier is null or r.claim > 1 or exists (
                select from leads o
                 where o.client_id = l.client_id and o.public_identifier = r.public_identifier and o.id <> l.id)
              then l.public_identifier else r.public_identifier end,${SET_LEAD_CARD},
            retry_count = 0,
            leased_by = null,
            leased_until = null
       from (
         -- Of two people who claim one vanity name, the first gets it: each name is one lead's.
         select rows.*, row_number() over (partition by own.client_id, rows.public_identifier order by own.id) as claim,
                -- The row may have been joined with another of the same person since; whatever name led to it leads to that one now.
                coalesce(
                  (select p.id from profile_cache p where p.id = rows.profile_id),
                  (select k.profile_id from profile_keys k
                    where k.origin = $3 and k.person_key in ('urn:' || rows.member_urn, 'in:' || rows.public_identifier)
                    order by k.person_key desc limit 1)) as kept_profile_id
           from json_to_recordset($1::json)
             as rows(id bigint, profile_id bigint, member_urn text, public_identifier text,
                     ${LEAD_CARD_TYPES})
           join leads own on own.id = rows.id
          where own.leased_by = $2 and own.status = '${from}'
       ) r
      where l.id = r.id and l.leased_by = $2 and l.status = '${from}' and r.kept_profile_id is not null`,
    [JSON.stringify(rows), worker, origin],
  );
  if (moved === rows.length) return;
  // A profile that was purged since, or its person forgotten: without one a lead could never be scored.
  await releaseLeases(
    transaction,
    worker,
    rows.map((row) => row.id),
  );
}
