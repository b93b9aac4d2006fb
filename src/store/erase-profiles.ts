import type { Queryable } from './database.ts';

export interface ErasedProfiles {
  readonly profiles: number;
  /** Vectors, classifications and rerank scores. */
  readonly answers: number;
  /** Of the texts that nobody has any more. */
  readonly textHashes: readonly string[];
}

/** Erases profiles with their names, and the answers to texts that no remaining profile has. */
export async function eraseProfiles(
  transaction: Queryable,
  profileIds: readonly number[],
): Promise<ErasedProfiles> {
  const { rows: erased } = await transaction.query<{ hash: string | null }>(
    'delete from profile_cache where id = any($1::bigint[]) returning text_hash as hash',
    [profileIds],
  );
  const { rows } = await transaction.query<{ hash: string }>(
    `select distinct hash from unnest($1::text[]) as hash
      where hash is not null and not exists (select from profile_cache p where p.text_hash = hash)`,
    [erased.map((row) => row.hash)],
  );
  const textHashes = rows.map((row) => row.hash);
  return {
    profiles: erased.length,
    answers: textHashes.length === 0 ? 0 : await eraseAnswers(transaction, textHashes),
    textHashes,
  };
}

/** What stands in a batch is kept until it comes back, since it is billed by then; its answers are not kept, see forgotten_texts. */
async function eraseAnswers(transaction: Queryable, textHashes: readonly string[]): Promise<number> {
  let answers = 0;
  for (const table of ['embeddings', 'classifications', 'rerank_scores']) {
    const { rowCount } = await transaction.query(`delete from ${table} where text_hash = any($1::text[])`, [
      textHashes,
    ]);
    answers += rowCount;
  }
  await transaction.query(
    `delete from answers_under_way
      where answer_batch_id is null and substring(answer_key from '[^/]*$') = any($1::text[])`,
    [textHashes],
  );
  return answers;
}
