import type { Queryable } from './database.ts';
import { inScope, type Scope } from './scope.ts';

export interface NearestTerms {
  readonly scope: Scope;
  readonly origin: 'network' | 'local';
  /** The model of the vectors, and the text that they are compared with; it must have been embedded. */
  readonly model: string;
  readonly queryHash: string;
  /** How many leads at most. */
  readonly count: number;
}

/** Everybody who has been enriched, whatever came of it since: who is near does not change while the others are being scored. */
const ENRICHED = `(l.status in ('enriched', 'qualified', 'exported') or l.failed_from in ('enriched', 'qualified'))`;

/** How many leads in scope have no vector of the model, so that nobody can tell how near they are. */
export async function countWithoutVector(
  database: Queryable,
  { scope, origin, model }: Pick<NearestTerms, 'scope' | 'origin' | 'model'>,
): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*) as count
       from leads l
       join profile_cache p on p.id = l.profile_id and p.origin = $3 and p.text_hash is not null
      where ${ENRICHED} and ${inScope(1, 2)}
        and not exists (select from embeddings e where e.model = $4 and e.text_hash = p.text_hash)`,
    [scope.clientId, scope.batchId, origin, model],
  );
  return rows[0]!.count;
}

/**
 * Text hashes of the leads in scope that are nearest to a text by cosine, the nearest first, ties by lead id. Exact, by one scan, unless the server has the
 * index of docs/scale.md, for whose sake the vectors are cast to the length that its expression names; it knows no second order, so ties are as they come then.
 */
export async function findNearestTexts(
  database: Queryable,
  { scope, origin, model, queryHash, count }: NearestTerms,
): Promise<string[]> {
  const { rows: queries } = await database.query<{ vector: string; dimensions: number; indexed: boolean }>(
    `select embedding::text as vector, dimensions,
            exists (select from pg_index i
                      join pg_class c on c.oid = i.indexrelid
                      join pg_am a on a.oid = c.relam and a.amname = 'hnsw'
                     where i.indrelid = 'embeddings'::regclass and i.indisvalid) as indexed
       from embeddings
      where model = $1 and text_hash = $2
      order by dimensions desc
      limit 1`,
    [model, queryHash],
  );
  const query = queries[0];
  if (query === undefined) throw new Error(`no vector of ${model} for ${queryHash}`);
  const vectors = `vector(${Math.trunc(query.dimensions)})`;
  const { rows } = await database.query<{ hash: string }>(
    `select e.text_hash as hash
       from embeddings e
       join profile_cache p on p.text_hash = e.text_hash and p.origin = $3
       join leads l on l.profile_id = p.id
      where e.model = $4 and e.dimensions = $5
        and ${ENRICHED} and ${inScope(1, 2)}
      order by e.embedding::${vectors} <=> $6::${vectors}${query.indexed ? '' : ', l.id'}
      limit $7`,
    [scope.clientId, scope.batchId, origin, model, query.dimensions, query.vector, count],
  );
  return rows.map(({ hash }) => hash);
}
