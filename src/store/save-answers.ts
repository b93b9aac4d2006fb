import { toSql } from 'pgvector';
import type { Classification } from '../domain/classification.ts';
import type { BroughtAnswer, OpenBatch } from '../ports/answer-batch-ledger.ts';
import type { AnswerKind } from '../ports/answer-store.ts';
import type { Queryable } from './database.ts';

/** Who holds the answers that are saved: a process that bought them, or a batch. */
export type AnswerHolder = { readonly worker: string } | { readonly answerBatchId: number };

/** Names an answer to a text among all kinds of answers. */
export function answerKey(what: AnswerKind): (textHash: string) => string {
  const question = Object.values(what).join('/');
  return (textHash) => `${question}/${textHash}`;
}

// An answer and the end of its reservation are one statement, so nobody sees the one without the other.

export async function saveEmbeddings(
  database: Queryable,
  model: string,
  rows: readonly { readonly textHash: string; readonly vector: readonly number[] }[],
  holder: AnswerHolder,
): Promise<void> {
  await database.query(
    `with kept as (
       insert into embeddings (text_hash, model, dimensions, embedding)
       select r.hash, $1::text, vector_dims(r.vector::vector), r.vector::vector
         from unnest($2::text[], $3::text[]) as r(hash, vector)
       on conflict do nothing
     )
     delete from answers_under_way
      where answer_key = any($4::text[]) and (owner = $5 or answer_batch_id = $6)`,
    [
      model,
      rows.map((row) => row.textHash),
      rows.map((row) => toSql(row.vector)),
      rows.map((row) => answerKey({ kind: 'embedding', model })(row.textHash)),
      ...holderParameters(holder),
    ],
  );
}

export async function saveClassifications(
  database: Queryable,
  model: string,
  promptVersion: string,
  rows: readonly { readonly textHash: string; readonly classification: Classification }[],
  holder: AnswerHolder,
): Promise<void> {
  await database.query(
    `with kept as (
       insert into classifications (text_hash, model, prompt_version, industry, industry_reasoning,
                                    company_type, company_type_reasoning)
       select r.hash, $1::text, $2::text, r.industry, r."industryReasoning", r."companyType", r."companyTypeReasoning"
         from json_to_recordset($3::json)
           as r(hash text, industry text, "industryReasoning" text, "companyType" text, "companyTypeReasoning" text)
       on conflict do nothing
     )
     delete from answers_under_way
      where answer_key = any($4::text[]) and (owner = $5 or answer_batch_id = $6)`,
    [
      model,
      promptVersion,
      JSON.stringify(rows.map((row) => ({ hash: row.textHash, ...row.classification }))),
      rows.map((row) => answerKey({ kind: 'classification', model, promptVersion })(row.textHash)),
      ...holderParameters(holder),
    ],
  );
}

/** The answers among what a batch brought. */
export async function saveBrought(
  database: Queryable,
  { answerBatchId, question }: OpenBatch,
  brought: readonly BroughtAnswer[],
): Promise<void> {
  if (question.kind === 'embedding') {
    const rows = brought.flatMap(({ textHash, answer }) =>
      answer?.kind === 'vector' ? [{ textHash, vector: answer.vector }] : [],
    );
    return saveEmbeddings(database, question.model, rows, { answerBatchId });
  }
  const rows = brought.flatMap(({ textHash, answer }) =>
    answer?.kind === 'classification' ? [{ textHash, classification: answer.classification }] : [],
  );
  return saveClassifications(database, question.model, question.promptVersion, rows, { answerBatchId });
}

function holderParameters(holder: AnswerHolder): [worker: string | null, answerBatchId: number | null] {
  return 'worker' in holder ? [holder.worker, null] : [null, holder.answerBatchId];
}
