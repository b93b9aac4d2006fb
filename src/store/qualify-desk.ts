import { stageMove } from '../domain/lead-flow.ts';
import { scoreBeforeCalibration } from '../domain/scoring/score-mapping.ts';
import type { ClaimSharing, LeadDesk } from '../ports/lead-desk.ts';
import type { LeadToQualify, Qualification } from '../ports/qualify-work.ts';
import {
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
import { inScope } from './scope.ts';

export interface QualifyTerms extends ClaimTerms {
  /** Of each client whose leads are taken, the current ICP and how its scores are made. */
  readonly icps: readonly ClientTerms[];
  /** Take `qualified` and `exported` leads with a stale score too. */
  readonly rescore: boolean;
  /** Whom the reranker is asked about, as client/text hash; null: about everybody. */
  readonly shortlist: readonly string[] | null;
}

interface ClientTerms {
  readonly clientId: number;
  readonly icpId: number;
  /** The part of the score key that names models, weights and calibration. */
  readonly settingsKey: string;
  /** What takes its place for those beyond the shortlist. */
  readonly beyondKey: string;
}

const { from, to } = stageMove('qualify');
const LEAD_COLUMNS = `l.id, l.retry_count as "failedAttempts", l.client_id as "clientId", l.batch_id as "batchId",
                p.profile, p.profile_text as text, p.text_hash as "textHash", l.icp_score as "oldScore", l.name`;
/** Its score was made of something else: client's terms `i`, and parameter $8, those on the shortlist. */
const STALE = `l.status in ('qualified', 'exported')
              and l.score_key is distinct from 'icp:' || i."icpId" || '|text:' || p.text_hash || '|' || i."settingsKey"
              and ($8::text[] is null
                   or l.client_id || '/' || p.text_hash = any($8)
                   or l.score_key is distinct from 'icp:' || i."icpId" || '|text:' || p.text_hash || '|' || i."beyondKey")`;

/** The desk of the qualify stage: `enriched` leads out (and stale ones with `rescore`), scored ones back. */
export function createQualifyDesk(
  database: Database,
  terms: QualifyTerms,
): LeadDesk<LeadToQualify, Qualification> {
  const icps = JSON.stringify(terms.icps);
  /** Stale leads whose new score failed keep their old one and are not taken again by this command. */
  const leftStale = new Set<number>();
  const rescoring = new Set<number>();

  const claimEnriched = async (limit: number, sharing: ClaimSharing | undefined) => {
    const { rows } = await database.query<LeadToQualify>(
      `with due as (
         select l.id from leads l
           join profile_cache p on p.id = l.profile_id and p.origin = $9
           join json_to_recordset($10::json) as i("clientId" bigint) on i."clientId" = l.client_id
          where ${UP_FOR_CLAIM}
          order by l.id
          limit $7
          for update of l skip locked
       )
       update leads l set ${TAKE_LEASE}
         from profile_cache p
        where l.id = any(array(select id from due)) and p.id = l.profile_id
       returning ${LEAD_COLUMNS}`,
      [...claimParameters(from, terms, limit, sharing), terms.origin, icps],
    );
    return rows;
  };

  const claimStale = async (limit: number, sharing: ClaimSharing | undefined) => {
    const { rows } = await database.query<LeadToQualify>(
      `with due as (
         select l.id from leads l
           join profile_cache p on p.id = l.profile_id and p.origin = $6
           join json_to_recordset($7::json)
             as i("clientId" bigint, "icpId" bigint, "settingsKey" text, "beyondKey" text) on i."clientId" = l.client_id
          where ${STALE}
            and (l.leased_until is null or l.leased_until < now() or (l.leased_by = $3 and $10))
            and l.id <> all($9::bigint[])
            and ${inScope(1, 2)}
          order by l.id
          limit $5
          for update of l skip locked
       )
       update leads l
          set leased_by = $3, leased_until = now() + make_interval(secs => $4)
         from profile_cache p
        where l.id = any(array(select id from due)) and p.id = l.profile_id
       returning ${LEAD_COLUMNS}`,
      [
        terms.scope.clientId,
        terms.scope.batchId,
        terms.worker,
        terms.leaseSeconds,
        limit,
        terms.origin,
        icps,
        terms.shortlist,
        [...leftStale, ...(sharing?.inHand ?? [])],
        sharing !== undefined,
      ],
    );
    for (const row of rows) rescoring.add(row.id);
    return rows;
  };

  return {
    claim: (limit, sharing) =>
      claimOrRevive(terms, async () => {
        const enriched = await claimEnriched(limit, sharing);
        const stale =
          terms.rescore && enriched.length < limit ? await claimStale(limit - enriched.length, sharing) : [];
        return [...enriched, ...stale].sort((one, other) => one.id - other.id);
      }),
    renew: (ids) => renewLeases(database, terms, ids),
    release: (ids) => releaseLeases(database, terms.worker, ids),
    settle: (settlements) =>
      database.transaction(async (transaction) => {
        const done = settlements.flatMap((one) =>
          one.kind === 'done' ? [{ id: one.leadId, ...one.result }] : [],
        );
        const failed = settlements.flatMap((one) =>
          one.kind === 'failed' && !rescoring.has(one.leadId) ? [{ leadId: one.leadId, ...one.failure }] : [],
        );
        const unchanged = settlements.flatMap((one) =>
          one.kind === 'failed' && rescoring.has(one.leadId) ? [one.leadId] : [],
        );
        if (done.length > 0) await saveScores(transaction, terms.worker, done);
        if (failed.length > 0) await failLeads(transaction, terms.worker, failed);
        if (unchanged.length > 0) {
          for (const id of unchanged) leftStale.add(id);
          await releaseLeases(transaction, terms.worker, unchanged);
        }
      }),
  };
}

/** Writes scores and moves the leads to `qualified`, from wherever they stood, each only if it is still ours. */
async function saveScores(
  transaction: Queryable,
  worker: string,
  results: readonly (Qualification & { readonly id: number })[],
): Promise<void> {
  const rows = results.map(({ id, icpId, scoreKey: key, score, profile, classification }) => ({
    ...leadCard(profile, classification),
    id,
    icp_id: icpId,
    score_key: key,
    verdict: score.verdict,
    score: score.score,
    raw_score: scoreBeforeCalibration(score),
    parts: score.parts,
    reasoning: score.reasoning,
  }));
  await transaction.query(
    `with results as (
       select * from json_to_recordset($1::json)
         as r(id bigint, icp_id bigint, score_key text, verdict text, score numeric, raw_score numeric, parts jsonb, reasoning text,
              ${LEAD_CARD_TYPES})
     ), moved as (
       update leads l
          set status = '${to}',
              status_reason = case when l.status = 'exported' then 'rescore' end,
              client_icp_id = r.icp_id,
              icp_score = r.score,
              raw_score = r.raw_score,
              match_reasoning = r.reasoning,
              score_key = r.score_key,${SET_LEAD_CARD},
              retry_count = 0,
              leased_by = null,
              leased_until = null
         from results r
        where l.id = r.id and l.leased_by = $2 and l.status in ('${from}', 'qualified', 'exported')
       returning l.id
     )
     insert into lead_scores (lead_id, client_icp_id, score_key, verdict, score, parts, reasoning)
     select r.id, r.icp_id, r.score_key, r.verdict, r.score, r.parts, r.reasoning
       from results r join moved on moved.id = r.id
     on conflict (lead_id, client_icp_id) do update
        set score_key = excluded.score_key, verdict = excluded.verdict, score = excluded.score,
            parts = excluded.parts, reasoning = excluded.reasoning, scored_at = now()`,
    [JSON.stringify(rows), worker],
  );
}

/** Every lead in scope that has been enriched, as it stands: what a preview scores without touching it. */
export async function listScorable(
  database: Queryable,
  terms: Pick<QualifyTerms, 'scope' | 'origin'>,
  limit: number | null,
) {
  const { rows } = await database.query<LeadToQualify>(
    `select ${LEAD_COLUMNS}
       from leads l join profile_cache p on p.id = l.profile_id and p.origin = $3 and p.profile is not null
      where l.status in ('enriched', 'qualified', 'exported') and ${inScope(1, 2)}
      order by l.id
      limit $4`,
    [terms.scope.clientId, terms.scope.batchId, terms.origin, limit],
  );
  return rows;
}

/** Enriched leads in scope that the other kind of provider enriched, and those whose client has no ICP: they cannot be scored now. */
export async function countUnscorable(
  database: Queryable,
  terms: Pick<QualifyTerms, 'scope' | 'origin'>,
): Promise<{ otherOrigin: number; withoutIcp: number }> {
  const { rows } = await database.query<{ otherOrigin: number; withoutIcp: number }>(
    `select count(*) filter (where p.origin <> $3) as "otherOrigin",
            count(*) filter (where not exists (select from client_icps i where i.client_id = l.client_id)) as "withoutIcp"
       from leads l join profile_cache p on p.id = l.profile_id
      where l.status = '${from}' and ${inScope(1, 2)}`,
    [terms.scope.clientId, terms.scope.batchId, terms.origin],
  );
  return rows[0]!;
}
