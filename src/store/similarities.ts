import type { Queryable } from './database.ts';

/** From this share of all vectors on, looking for the asked ones takes the server longer than comparing all of them. */
const MOST = 0.5;

/** Cosine similarity of texts to a query text, by text hash, in one query over their vectors; those without one are left out, others may come along. */
export async function findSimilarities(
  database: Queryable,
  model: string,
  queryHash: string,
  textHashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const comparesAll = textHashes.length >= MOST * (await estimateVectors(database));
  // Thousands of hashes go there and thousands of numbers come back: each as one text, since the server takes three times as long
  // to read an array, and the driver longer over a row than the server over its cosine.
  const { rows } = await database.query<{ all: string | null }>(
    `select string_agg(e.text_hash || '=' || (1 - (e.embedding <=> q.embedding)), ',') as all
       from embeddings q
       join embeddings e on e.model = q.model and e.dimensions = q.dimensions
      where q.model = $1 and q.text_hash = $2${comparesAll ? '' : ` and e.text_hash = any(string_to_array($3, ','))`}`,
    comparesAll ? [model, queryHash] : [model, queryHash, textHashes.join(',')],
  );
  const found = new Map<string, number>();
  for (const answer of rows[0]?.all?.split(',') ?? []) {
    const at = answer.indexOf('=');
    found.set(answer.slice(0, at), Number(answer.slice(at + 1)));
  }
  return found;
}

/** As the server's own planner reckons: as dense as when it last counted, over the pages of now. Infinitely many where it never did. */
async function estimateVectors(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ vectors: number | null }>(
    `select reltuples / nullif(relpages, 0) * (pg_relation_size(oid) / current_setting('block_size')::int) as vectors
       from pg_class
      where oid = 'embeddings'::regclass and reltuples > 0`,
  );
  return rows[0]?.vectors ?? Number.POSITIVE_INFINITY;
}
