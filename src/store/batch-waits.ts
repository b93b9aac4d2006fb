import type { Queryable } from './database.ts';
import { inScope, type Scope } from './scope.ts';

/** Leads that wait for answers out of open batches. */
export interface BatchWaits {
  readonly leads: number;
  /** Where these batches are. */
  readonly servers: readonly string[];
  /** When the oldest of these batches was submitted; null while none has been. */
  readonly since: Date | null;
}

export async function countBatchWaits(database: Queryable, scope: Scope): Promise<BatchWaits> {
  const { rows } = await database.query<BatchWaits>(
    `select count(distinct l.id) as leads, coalesce(array_agg(distinct b.server), '{}') as servers,
            min(b.submitted_at) as since
       from answer_batch_leads w
       join answer_batches b on b.id = w.answer_batch_id
       join leads l on l.id = w.lead_id
      where ${inScope(1, 2)}`,
    [scope.clientId, scope.batchId],
  );
  return rows[0]!;
}

/** Gives leads that are still ours back as they were, to be claimed again when the batches have come back. */
export async function letWait(
  transaction: Queryable,
  worker: string,
  waits: readonly { readonly leadId: number; readonly answerBatchIds: readonly number[] }[],
): Promise<void> {
  const pairs = waits.flatMap(({ leadId, answerBatchIds }) =>
    answerBatchIds.map((answerBatchId) => ({ leadId, answerBatchId })),
  );
  // The lock makes this statement and the one that closes a batch take turns: nobody is left waiting for a closed one.
  await transaction.query(
    `insert into answer_batch_leads (answer_batch_id, lead_id)
     select b.id, l.id
       from json_to_recordset($1::json) as r("leadId" bigint, "answerBatchId" bigint)
       join leads l on l.id = r."leadId" and l.leased_by = $2
       join answer_batches b on b.id = r."answerBatchId" and b.state in ('gathering', 'intended', 'created')
        for share of b
     on conflict do nothing`,
    [JSON.stringify(pairs), worker],
  );
  await transaction.query(
    'update leads set leased_by = null, leased_until = null where id = any($1::bigint[]) and leased_by = $2',
    [waits.map((wait) => wait.leadId), worker],
  );
}
