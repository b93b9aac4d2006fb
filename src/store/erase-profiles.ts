import type { Queryable } from './database.ts';

export interface ErasedProfiles {
  readonly profiles: number;
  /** Vectors, classifications and rerank scores. */
  readonly answers: number;
  /** Of the texts that nobody has any more. */
  readonly textHashes: readonly string[];
}

/** The texts that profiles have, and had before they were fetched again, as a table of `id` and `text_hash`. */
export const PROFILE_TEXTS = `(
       select id, text_hash from profile_cache where text_hash is not null
       union all
       select profile_id, text_hash from earlier_profile_texts)`;

/** Erases profiles with their names, and the answers to texts that no remaining profile has or had. */
export async function eraseProfiles(
  transaction: Queryable,
  profileIds: readonly number[],
): Promise<ErasedProfiles> {
  const { rows: texts } = await transaction.query<{ hash: string }>(
    `select distinct t.text_hash as hash from ${PROFILE_TEXTS} t where t.id = any($1::bigint[])`,
    [profileIds],
  );
  const { rowCount: profiles } = await transaction.query(
    'delete from profile_cache where id = any($1::bigint[])',
    [profileIds],
  );
  const { rows } = await transaction.query<{ hash: string }>(
    `select hash from unnest($1::text[]) as hash
      where not exists (select from ${PROFILE_TEXTS} t where t.text_hash = hash)`,
    [texts.map((row) => row.hash)],
  );
  const textHashes = rows.map((row) => row.hash);
  return {
    profiles,
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
