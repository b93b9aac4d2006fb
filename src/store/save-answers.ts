import type { Classification } from '../domain/classification.ts';
import type { BroughtAnswer, OpenBatch } from '../ports/answer-batch-ledger.ts';
import type { AnswerKind } from '../ports/answer-store.ts';
import type { Queryable } from './database.ts';

/** Who holds the answers that are saved: a process that bought them, or a batch. */
export type AnswerHolder = { readonly worker: string } | { readonly answerBatchId: number };

interface VectorRow {
  readonly textHash: string;
  readonly vector: readonly number[];
}

/** A statement takes 65,535 parameters. */
const VECTORS_TOGETHER = 1000;

/** Names an answer to a text among all kinds of answers. */
export function answerKey(what: AnswerKind): (textHash: string) => string {
  const question = Object.values(what).join('/');
  return (textHash) => `${question}/${textHash}`;
}

// An answer and the end of its reservation are one statement, so nobody sees the one without the other. To the texts of people who are to stay forgotten no
// answer is kept, however late it comes.

export async function saveEmbeddings(
  database: Queryable,
  model: string,
  rows: readonly VectorRow[],
  holder: AnswerHolder,
): Promise<void> {
  for (let first = 0; first < rows.length; first += VECTORS_TOGETHER) {
    await saveVectors(database, model, rows.slice(first, first + VECTORS_TOGETHER), holder);
  }
}

async function saveVectors(
  database: Queryable,
  model: string,
  rows: readonly VectorRow[],
  holder: AnswerHolder,
): Promise<void> {
  // Each vector is a parameter of its own: the binary form of an array of them would have to name the number of their type on this server.
  const values = rows.map((_, index) => `($${2 * index + 6}::text, $${2 * index + 7}::vector)`);
  await database.query(
    `with kept as (
       insert into embeddings (text_hash, model, dimensions, embedding)
       select r.hash, $1::text, vector_dims(r.embedding), r.embedding
         from (values ${values.join(', ')}) as r(hash, embedding)
        where r.hash not in (select text_hash from forgotten_texts($5::text[]))
       on conflict do nothing
     )
     delete from answers_under_way
      where answer_key = any($2::text[]) and (owner = $3 or answer_batch_id = $4)`,
    [
      model,
      rows.map((row) => answerKey({ kind: 'embedding', model })(row.textHash)),
      ...holderParameters(holder),
      rows.map((row) => row.textHash),
      ...rows.flatMap((row) => [row.textHash, Float32Array.from(row.vector)]),
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
        where r.hash not in (select text_hash from forgotten_texts($7::text[]))
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
      rows.map((row) => row.textHash),
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
