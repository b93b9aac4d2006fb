import { randomUUID } from 'node:crypto';
import type { AnswerBatchLedger, BatchQuestion, OpenBatch } from '../ports/answer-batch-ledger.ts';
import type { BatchKind } from '../ports/batch-jobs.ts';
import type { Database, Queryable } from './database.ts';
import type { DeadWorkers } from './dead-workers.ts';
import { answerKey, saveBrought } from './save-answers.ts';
import { insertUsage } from './usage-ledger.ts';

interface BatchRow {
  id: number;
  reference: string;
  kind: BatchKind;
  model: string;
  promptVersion: string | null;
  state: OpenBatch['state'];
  jobId: string | null;
  intendedAt: Date | null;
}

const BATCH_ROW = `id, reference, kind, model, prompt_version as "promptVersion", state, job_id as "jobId",
            intended_at as "intendedAt"`;

/** Batches of answers from their first request to their collection, each in the care of one living process or of none. */
export function createAnswerBatchLedger(
  database: Database,
  worker: string,
  leaseSeconds: number,
  deadWorkers: Pick<DeadWorkers, 'release'>,
): AnswerBatchLedger {
  /** Batches in the care of this process. */
  const mine = new Set<number>();

  return {
    async open(provider, server, question) {
      const { rows } = await database.query<BatchRow>(
        `insert into answer_batches (reference, provider, server, kind, model, prompt_version, owner, owned_until)
         values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))
         -- The same statement sent again, because the answer to it was lost.
         on conflict (reference) do update set owner = excluded.owner
         returning ${BATCH_ROW}`,
        [
          randomUUID(),
          provider,
          server,
          question.kind,
          question.model,
          question.kind === 'classification' ? question.promptVersion : null,
          worker,
          leaseSeconds,
        ],
      );
      const batch = toBatch(rows[0]!);
      mine.add(batch.answerBatchId);
      return batch;
    },

    add: (batch, requests) =>
      database.transaction(async (transaction) => {
        const keyOf = answerKey(batch.question);
        if (!(await isGathering(transaction, batch.answerBatchId, worker))) return null;
        // Only what is still reserved for us: whatever is not, somebody may have bought since.
        const { rows } = await transaction.query<{ key: string }>(
          `update answers_under_way
              set owner = null, owned_until = null, answer_batch_id = $1
            where answer_key = any($2::text[]) and (owner = $3 or answer_batch_id = $1)
           returning answer_key as key`,
          [batch.answerBatchId, requests.map((request) => keyOf(request.textHash)), worker],
        );
        const held = new Set(rows.map((row) => row.key));
        const taken = requests.filter((request) => held.has(keyOf(request.textHash)));
        await transaction.query(
          `insert into answer_batch_requests (answer_batch_id, text_hash, client_id, batch_id, lead_id)
           select $1, r.hash, r."clientId", r."batchId", r."leadId"
             from json_to_recordset($2::json) as r(hash text, "clientId" bigint, "batchId" bigint, "leadId" bigint)
           on conflict do nothing`,
          [
            batch.answerBatchId,
            JSON.stringify(taken.map(({ textHash, context }) => ({ hash: textHash, ...context }))),
          ],
        );
        return new Set(taken.map((request) => request.textHash));
      }),

    async intended(id) {
      const { rowCount } = await database.query(
        `update answer_batches
            set state = 'intended', intended_at = coalesce(intended_at, now()),
                owned_until = now() + make_interval(secs => $3)
          where id = $1 and owner = $2 and state in ('gathering', 'intended')`,
        [id, worker, leaseSeconds],
      );
      return rowCount > 0;
    },

    async created(id, jobId) {
      await database.query(
        `update answer_batches
            set state = 'created', job_id = $2, submitted_at = coalesce(submitted_at, now())
          where id = $1`,
        [id, jobId],
      );
    },

    async abandoned(id) {
      await database.transaction(async (transaction) => {
        const { rowCount } = await transaction.query(
          `update answer_batches
              set state = 'abandoned', closed_at = now(), owner = null, owned_until = null
            where id = $1 and owner = $2 and state in ('gathering', 'intended', 'created')`,
          [id, worker],
        );
        if (rowCount > 0) await letAllGo(transaction, id);
      });
      mine.delete(id);
    },

    async takeOver(provider, server) {
      await deadWorkers.release();
      // What stands under our name without our knowing was taken over by a statement whose answer was lost.
      const { rows } = await database.query<BatchRow>(
        `with left_behind as (
           select id from answer_batches
            where state in ('gathering', 'intended', 'created') and provider = $1 and (server = $2 or state = 'gathering')
              and (owned_until is null or owned_until < now() or owner = $3)
              and id <> all($5::bigint[])
            order by id
            for update skip locked
         ), taken as (
           update answer_batches a
              set owner = $3, owned_until = now() + make_interval(secs => $4)
             from left_behind b
            where a.id = b.id
           returning a.*
         )
         select ${BATCH_ROW} from taken order by id`,
        [provider, server, worker, leaseSeconds, [...mine]],
      );
      for (const { id } of rows) mine.add(id);
      return rows.map(toBatch);
    },

    async requestsOf(id) {
      const { rows } = await database.query<{
        hash: string;
        clientId: number | null;
        batchId: number | null;
        leadId: number | null;
      }>(
        `select text_hash as hash, client_id as "clientId", batch_id as "batchId", lead_id as "leadId"
           from answer_batch_requests where answer_batch_id = $1`,
        [id],
      );
      return new Map(rows.map(({ hash, ...context }) => [hash, context]));
    },

    settle: (batch, brought) =>
      database.transaction(async (transaction) => {
        const { rows } = await transaction.query<{ hash: string }>(
          `delete from answer_batch_requests
            where answer_batch_id = $1 and text_hash = any($2::text[])
           returning text_hash as hash`,
          [batch.answerBatchId, brought.map((one) => one.textHash)],
        );
        const settled = new Set(rows.map((row) => row.hash));
        const fresh = brought.filter((one) => settled.has(one.textHash));
        await insertUsage(
          transaction,
          fresh.map((one) => ({ ...one.attempt, id: randomUUID() })),
        );
        await saveBrought(transaction, batch, fresh);
        const keyOf = answerKey(batch.question);
        await transaction.query(
          'delete from answers_under_way where answer_key = any($1::text[]) and answer_batch_id = $2',
          [fresh.map((one) => keyOf(one.textHash)), batch.answerBatchId],
        );
        return settled;
      }),

    async collected(id) {
      await database.transaction(async (transaction) => {
        await transaction.query(
          `update answer_batches
              set state = 'collected', closed_at = now(), owner = null, owned_until = null
            where id = $1`,
          [id],
        );
        await letAllGo(transaction, id);
      });
      mine.delete(id);
    },

    async renew() {
      if (mine.size === 0) return;
      await database.query(
        `update answer_batches set owned_until = now() + make_interval(secs => $2)
          where id = any($1::bigint[]) and owner = $3`,
        [[...mine], leaseSeconds, worker],
      );
    },

    async released(ids) {
      for (const id of ids) mine.delete(id);
      await database.query(
        'update answer_batches set owner = null, owned_until = null where id = any($1::bigint[]) and owner = $2',
        [ids, worker],
      );
    },
  };
}

async function isGathering(transaction: Queryable, id: number, worker: string): Promise<boolean> {
  const { rows } = await transaction.query(
    `select from answer_batches where id = $1 and owner = $2 and state = 'gathering' for update`,
    [id, worker],
  );
  return rows.length > 0;
}

/** Whatever was not settled may be bought again, and whoever waits goes on. */
async function letAllGo(transaction: Queryable, id: number): Promise<void> {
  for (const table of ['answer_batch_requests', 'answers_under_way', 'answer_batch_leads']) {
    await transaction.query(`delete from ${table} where answer_batch_id = $1`, [id]);
  }
}

function toBatch({ id, kind, model, promptVersion, ...row }: BatchRow): OpenBatch {
  const question: BatchQuestion =
    kind === 'embedding' ? { kind, model } : { kind, model, promptVersion: promptVersion! };
  return { ...row, answerBatchId: id, question };
}
