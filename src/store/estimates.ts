import type { PersonIdentity } from '../domain/person.ts';
import { WAITS_FOR_BATCH } from './claims.ts';
import type { Queryable } from './database.ts';
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

/** How many of these people need no scrape, embedding or classification any more. */
export async function countKnownAnswers(
  database: Queryable,
  asked: {
    readonly origin: string;
    readonly personKeys: readonly (readonly string[])[];
    readonly cacheDays: number;
    readonly embeddingModel: string;
    readonly classifierModel: string;
    readonly promptVersion: string;
  },
): Promise<{ profiles: number; gone: number; embedded: number; classified: number }> {
  const { rows } = await database.query<{
    profiles: number;
    gone: number;
    embedded: number;
    classified: number;
  }>(
    `with asked as (
       select distinct on (r.position) r.position, p.text_hash, p.fetched_at > now() - make_interval(days => $3) as fresh
         from json_to_recordset($2::json) as r(position int, key text)
         join profile_keys k on k.origin = $1 and k.person_key = r.key
         join profile_cache p on p.id = k.profile_id
        where p.fetched_at > now() - make_interval(days => $3) or p.gone_at > now() - interval '14 days'
        order by r.position
     )
     select count(*) filter (where a.fresh) as profiles,
            count(*) filter (where a.fresh is not true) as gone,
            count(*) filter (where a.fresh and exists (
              select from embeddings e where e.text_hash = a.text_hash and e.model = $4)) as embedded,
            count(*) filter (where a.fresh and exists (
              select from classifications c
               where c.text_hash = a.text_hash and c.model = $5 and c.prompt_version = $6)) as classified
       from asked a`,
    [
      asked.origin,
      JSON.stringify(asked.personKeys.flatMap((keys, position) => keys.map((key) => ({ position, key })))),
      asked.cacheDays,
      asked.embeddingModel,
      asked.classifierModel,
      asked.promptVersion,
    ],
  );
  return rows[0]!;
}

/** Leads that `qualify` would score: those enriched, and with `rescore` those scored under another ICP version. */
export async function countUnscored(
  database: Queryable,
  scope: Scope,
  maxAttempts: number,
  rescore: boolean,
): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count
       from leads l
      where (l.status = 'enriched'
             or (l.status = 'failed' and l.failed_from = 'enriched' and l.retryable and l.retry_count < $3)
             or ($4 and l.status in ('qualified', 'exported')
                 and l.client_icp_id is distinct from (
                       select i.id from client_icps i where i.client_id = l.client_id order by i.version desc limit 1)))
        and ${inScope(1, 2)}`,
    [scope.clientId, scope.batchId, maxAttempts, rescore],
  );
  return rows[0]!.count;
}

/** Tokens per lead of this model's answered calls so far; null without experience. */
export async function averageTokens(
  database: Queryable,
  model: string,
): Promise<{ prompt: number; completion: number } | null> {
  const { rows } = await database.query<{ leads: number; prompt: number; completion: number }>(
    `select sum(greatest(cardinality(lead_ids), 1)) as leads, sum(prompt_tokens) as prompt,
            coalesce(sum(completion_tokens), 0) as completion
       from (select * from usage where model = $1 and outcome = 'ok' and prompt_tokens is not null
              order by id desc limit 2000) recent`,
    [model],
  );
  const { leads, prompt, completion } = rows[0]!;
  return leads ? { prompt: prompt / leads, completion: completion / leads } : null;
}

/** Where people stand as leads of a client, by their position in the list; those who are no leads are left out. */
export async function listStatuses(
  database: Queryable,
  slug: string,
  personKeys: readonly (readonly string[])[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await database.query<{ position: number; status: string }>(
    `select r.position, l.status
       from json_to_recordset($2::json) as r(position int, key text)
       join clients c on c.slug = $1
       join leads l on l.client_id = c.id
        and ((r.key like 'urn:%' and l.member_urn = substr(r.key, 5))
             or (r.key like 'in:%' and l.public_identifier = substr(r.key, 4)))`,
    [slug, JSON.stringify(personKeys.flatMap((keys, position) => keys.map((key) => ({ position, key }))))],
  );
  return new Map(rows.map((row) => [row.position, row.status]));
}

/** How many enriched leads in scope have a rerank score for their client's current ICP already. */
export async function countKnownRerankScores(
  database: Queryable,
  scope: Scope,
  model: string,
  queries: readonly { readonly clientId: number; readonly queryHash: string }[],
): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count
       from leads l
       join profile_cache p on p.id = l.profile_id
       join json_to_recordset($4::json) as q("clientId" bigint, "queryHash" text) on q."clientId" = l.client_id
       join rerank_scores s on s.query_hash = q."queryHash" and s.text_hash = p.text_hash and s.model = $3
      where l.status = 'enriched' and ${inScope(1, 2)}`,
    [scope.clientId, scope.batchId, model, JSON.stringify(queries)],
  );
  return rows[0]!.count;
}
