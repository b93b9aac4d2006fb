import type { LeadStatus } from '../domain/lead-flow.ts';
import type { PersonIdentity } from '../domain/person.ts';
import type { CacheTerms } from '../ports/profile-store.ts';
import { WAITS_FOR_BATCH } from './claims.ts';
import { type Queryable, recordset } from './database.ts';
import { inScope, type Scope } from './scope.ts';

/** The people whom `enrich` would take on, in the order in which it would. */
export async function listToEnrich(
  database: Queryable,
  scope: Scope,
  maxAttempts: number,
  limit: number | null,
): Promise<PersonIdentity[]> {
  const { rows } = await database.query<PersonIdentity>(
    `select l.member_urn as "memberUrn", l.public_identifier as "publicIdentifier"
       from leads l
      where (l.status = 'discovered'
             or (l.status = 'failed' and l.failed_from = 'discovered' and l.retryable
                 and l.retry_count < $3 and l.next_attempt_at <= now()))
        and not ${WAITS_FOR_BATCH}
        and ${inScope(1, 2)}
      order by l.id
      limit $4`,
    [scope.clientId, scope.batchId, maxAttempts, limit],
  );
  return rows;
}

/** A profile text, by its hash, with its length in UTF-8. */
export interface SizedText {
  readonly textHash: string;
  readonly bytes: number;
}

/** What the cache has of a person: a profile, or that there is none. */
export type KnownProfile = (SizedText & { readonly fetchedAt: Date }) | 'gone';

/** What the cache has of these people and would use, by their position in the list. */
export async function listKnownProfiles(
  database: Queryable,
  origin: 'network' | 'local',
  personKeys: readonly (readonly string[])[],
  { freshAfter, goneAfter }: CacheTerms,
): Promise<ReadonlyMap<number, KnownProfile>> {
  const { rows } = await database.query<{
    position: number;
    textHash: string;
    bytes: number;
    fetchedAt: Date | null;
  }>(
    `select distinct on (r.position) r.position, p.text_hash as "textHash", octet_length(p.profile_text) as bytes,
            case when p.fetched_at > $3 then p.fetched_at end as "fetchedAt"
       from json_to_recordset($2::json) as r(position int, key text)
       join profile_keys k on k.origin = $1 and k.person_key = r.key
       join profile_cache p on p.id = k.profile_id
      where p.fetched_at > $3 or p.gone_at > $4
      order by r.position, r.key like 'urn:%' desc`,
    [origin, positioned(personKeys), freshAfter, goneAfter],
  );
  return new Map(
    rows.map(({ position, textHash, bytes, fetchedAt }) => [
      position,
      fetchedAt === null ? 'gone' : { textHash, bytes, fetchedAt },
    ]),
  );
}

/** Which of these texts have been embedded, and which classified. */
export async function listKnownTexts(
  database: Queryable,
  textHashes: readonly string[],
  models: { readonly embedding: string; readonly classifier: string; readonly promptVersion: string },
): Promise<{ embedded: ReadonlySet<string>; classified: ReadonlySet<string> }> {
  const { rows } = await database.query<{ hash: string; embedded: boolean; classified: boolean }>(
    `select h.hash,
            exists (select from embeddings e where e.text_hash = h.hash and e.model = $2) as embedded,
            exists (select from classifications c
                     where c.text_hash = h.hash and c.model = $3 and c.prompt_version = $4) as classified
       from unnest($1::text[]) as h(hash)`,
    [textHashes, models.embedding, models.classifier, models.promptVersion],
  );
  const those = (wanted: 'embedded' | 'classified') =>
    new Set(rows.filter((row) => row[wanted]).map(({ hash }) => hash));
  return { embedded: those('embedded'), classified: those('classified') };
}

/** A lead that waits for its score, with the text that is scored. */
export interface LeadToScore extends SizedText {
  readonly clientId: number;
}

/** How the scores of one client are made now: a score with neither key is stale. Null: there is no shortlist. */
export interface CurrentScoring {
  readonly clientId: number;
  readonly settingsKey: string;
  readonly beyondKey: string | null;
}

/** Leads that `qualify` would score: those enriched, and with `rescore` those whose score is stale. Who is on a shortlist is not known yet. */
export async function listToScore(
  database: Queryable,
  request: {
    readonly scope: Scope;
    readonly origin: 'network' | 'local';
    readonly maxAttempts: number;
    /** Of the clients whose stale scores are to be made anew. */
    readonly rescoring: readonly CurrentScoring[];
    readonly limit: number | null;
  },
): Promise<LeadToScore[]> {
  const { scope, origin, maxAttempts, rescoring, limit } = request;
  const { rows } = await database.query<LeadToScore>(
    `select l.client_id as "clientId", p.text_hash as "textHash", octet_length(p.profile_text) as bytes
       from leads l
       join profile_cache p on p.id = l.profile_id and p.origin = $5 and p.text_hash is not null
       join lateral (select i.id from client_icps i where i.client_id = l.client_id
                      order by i.version desc limit 1) icp on true
      where (l.status = 'enriched'
             or (l.status = 'failed' and l.failed_from = 'enriched' and l.retryable and l.retry_count < $3)
             or (l.status in ('qualified', 'exported')
                 and exists (select from json_to_recordset($4::json) as k("clientId" bigint, "settingsKey" text, "beyondKey" text)
                              where k."clientId" = l.client_id
                                and l.score_key is distinct from 'icp:' || icp.id || '|text:' || p.text_hash || '|' || k."settingsKey"
                                and l.score_key is distinct from 'icp:' || icp.id || '|text:' || p.text_hash || '|' || k."beyondKey")))
        and ${inScope(1, 2)}
      order by l.id
      limit $6`,
    [scope.clientId, scope.batchId, maxAttempts, recordset(rescoring), origin, limit],
  );
  return rows;
}

/** Which of these texts the reranker has scored for this query. */
export async function listRerankedTexts(
  database: Queryable,
  model: string,
  queryHash: string,
  textHashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ hash: string }>(
    `select s.text_hash as hash from rerank_scores s
      where s.query_hash = $1 and s.model = $2 and s.text_hash = any($3::text[])`,
    [queryHash, model, textHashes],
  );
  return new Set(rows.map(({ hash }) => hash));
}

/** Tokens per lead, or per call that served none, of what this model answered in a stage so far; null without experience. */
export async function averageTokens(
  database: Queryable,
  model: string,
  stage: string,
): Promise<{ prompt: number; completion: number } | null> {
  const { rows } = await database.query<{ leads: number; prompt: number; completion: number }>(
    `select sum(greatest(cardinality(lead_ids), 1)) as leads, sum(prompt_tokens) as prompt,
            coalesce(sum(completion_tokens), 0) as completion
       from (select * from usage
              where model = $1 and stage = $2 and outcome = 'ok' and prompt_tokens is not null
              order by id desc limit 2000) recent`,
    [model, stage],
  );
  const { leads, prompt, completion } = rows[0]!;
  return leads ? { prompt: prompt / leads, completion: completion / leads } : null;
}

/** Where a person stands as a lead. */
export interface Standing {
  /** For a failed lead that would be tried again, the status it failed from. */
  readonly status: LeadStatus;
  /** The text that it was enriched with; null before. */
  readonly text: SizedText | null;
}

/** Where people stand as leads of a client, by their position in the list; those who are no leads are left out. */
export async function listStandings(
  database: Queryable,
  slug: string,
  personKeys: readonly (readonly string[])[],
  maxAttempts: number,
): Promise<ReadonlyMap<number, Standing>> {
  const { rows } = await database.query<{
    position: number;
    status: LeadStatus;
    textHash: string | null;
    bytes: number;
  }>(
    `select r.position, p.text_hash as "textHash", octet_length(p.profile_text) as bytes,
            case when l.status = 'failed' and l.retryable and l.retry_count < $3 and l.next_attempt_at <= now()
                 then l.failed_from else l.status end as status
       from json_to_recordset($2::json) as r(position int, key text)
       join clients c on c.slug = $1
       join leads l on l.client_id = c.id
        and ((r.key like 'urn:%' and l.member_urn = substr(r.key, 5))
             or (r.key like 'in:%' and l.public_identifier = substr(r.key, 4)))
       left join profile_cache p on p.id = l.profile_id`,
    [slug, positioned(personKeys), maxAttempts],
  );
  return new Map(
    rows.map(({ position, status, textHash, bytes }) => [
      position,
      { status, text: textHash === null ? null : { textHash, bytes } },
    ]),
  );
}

const positioned = (personKeys: readonly (readonly string[])[]) =>
  recordset(personKeys.flatMap((keys, position) => keys.map((key) => ({ position, key }))));
