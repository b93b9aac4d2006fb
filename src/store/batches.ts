import { UsageError } from '../domain/errors.ts';
import type { Queryable } from './database.ts';

export interface Batch {
  readonly id: number;
  readonly clientId: number;
  readonly name: string;
}

export interface BatchSource {
  readonly contentHash: string;
  readonly path: string;
  readonly kind: string;
  readonly found: number;
  readonly skipped: number;
  readonly statedTotal: number | null;
}

/** The batch into which all of these sources were ingested before, if there is one. */
export async function findBatchOfSources(
  database: Queryable,
  clientId: number,
  contentHashes: readonly string[],
): Promise<Batch | null> {
  const { rows } = await database.query<Batch>(
    `select b.id, b.client_id as "clientId", b.name
       from batches b
       join batch_sources s on s.batch_id = b.id
      where b.client_id = $1 and s.content_hash = any($2::text[])
      group by b.id
     having count(*) = $3
      order by b.id
      limit 1`,
    [clientId, contentHashes, contentHashes.length],
  );
  return rows[0] ?? null;
}

/** The client's batch of that name, made if it is not there. */
export async function ensureBatch(database: Queryable, clientId: number, name: string): Promise<Batch> {
  await database.query(
    'insert into batches (client_id, name) values ($1, $2) on conflict (client_id, name) do nothing',
    [clientId, name],
  );
  return (await findBatch(database, clientId, name))!;
}

async function findBatch(database: Queryable, clientId: number, name: string): Promise<Batch | null> {
  const { rows } = await database.query<Batch>(
    'select id, client_id as "clientId", name from batches where client_id = $1 and name = $2',
    [clientId, name],
  );
  return rows[0] ?? null;
}

/** A name for a new batch that no batch of the client has yet: the wished one, or that with -2, -3 … */
export async function freeBatchName(database: Queryable, clientId: number, wished: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>('select name from batches where client_id = $1', [
    clientId,
  ]);
  const taken = new Set(rows.map((row) => row.name));
  let name = wished;
  for (let number = 2; taken.has(name); number += 1) name = `${wished}-${number}`;
  return name;
}

export async function recordSources(
  database: Queryable,
  batchId: number,
  sources: readonly BatchSource[],
): Promise<void> {
  await database.query(
    `insert into batch_sources (batch_id, content_hash, path, kind, found, skipped, stated_total)
     select $1::bigint, s.* from json_to_recordset($2::json)
       as s("contentHash" text, path text, kind text, found int, skipped int, "statedTotal" int)
     on conflict (batch_id, content_hash) do nothing`,
    [batchId, JSON.stringify(sources)],
  );
}

/** The batch of that name, of one client or, when only one client has such a batch, of any. Throws UsageError. */
export async function requireBatch(
  database: Queryable,
  name: string,
  clientId: number | null,
): Promise<Batch> {
  const { rows } = await database.query<Batch & { slug: string }>(
    `select b.id, b.client_id as "clientId", b.name, c.slug
       from batches b join clients c on c.id = b.client_id
      where b.name = $1 and ($2::bigint is null or b.client_id = $2)`,
    [name, clientId],
  );
  if (rows.length === 1) return rows[0]!;
  if (rows.length > 1) {
    throw new UsageError(
      'ambiguous_batch',
      `several clients have a batch "${name}": ${rows.map((row) => row.slug).join(', ')}`,
      'add --client SLUG',
    );
  }
  const known = await database.query<{ name: string }>(
    'select name from batches where $1::bigint is null or client_id = $1 order by id desc limit 10',
    [clientId],
  );
  throw new UsageError(
    'unknown_batch',
    `there is no batch "${name}"`,
    known.rows.length === 0
      ? 'nothing has been ingested yet: icp ingest FILE --client SLUG'
      : `known batches: ${known.rows.map((row) => row.name).join(', ')}`,
  );
}
