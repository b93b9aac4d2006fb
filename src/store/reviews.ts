import type { Queryable } from './database.ts';
import type { Scope } from './scope.ts';

/** The seed of a reviewer's order of the leads in scope: the one that is kept, or `fresh`, which is kept from now on. */
export async function reviewSeed(
  database: Queryable,
  { clientId, batchId }: Scope,
  judge: string,
  fresh: string,
): Promise<string> {
  await database.query(
    `insert into reviews (client_id, batch_id, judge, seed) values ($1, $2, $3, $4)
     on conflict (client_id, batch_id, judge) do nothing`,
    [clientId, batchId, judge, fresh],
  );
  const { rows } = await database.query<{ seed: string }>(
    `select seed from reviews
      where client_id is not distinct from $1 and batch_id is not distinct from $2 and judge = $3`,
    [clientId, batchId, judge],
  );
  return rows[0]!.seed;
}
