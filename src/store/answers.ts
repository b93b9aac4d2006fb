import type { Classification, CompanyType, Industry } from '../domain/classification.ts';
import type { AnswerStore } from '../ports/answer-store.ts';
import { AnswerReservations, type ReservationTerms } from './answer-reservations.ts';
import type { Queryable } from './database.ts';
import { answerKey, saveClassifications, saveEmbeddings } from './save-answers.ts';
import { findSimilarities } from './similarities.ts';

/** Paid answers by content key. Saving the same key twice keeps the first. */
export function createAnswerStore(database: Queryable, terms: ReservationTerms): AnswerStore {
  const reservations = new AnswerReservations(database, terms);
  const embeddingKey = (model: string) => answerKey({ kind: 'embedding', model });
  const classificationKey = (model: string, promptVersion: string) =>
    answerKey({ kind: 'classification', model, promptVersion });
  const rerankKey = (model: string, queryHash: string) =>
    answerKey({ kind: 'rerank-score', model, queryHash });

  const lengths = new Map<string, number>();
  const vectorLength = async (model: string) => {
    const length = lengths.get(model) ?? (await findVectorLength(database, model));
    if (length !== null) lengths.set(model, length);
    return length;
  };

  return {
    reserveEmbeddings: (model, textHashes) =>
      reservations.reserveOrAwait(textHashes, embeddingKey(model), async (hashes) =>
        findEmbedded(database, model, hashes, await vectorLength(model)),
      ),

    vectorLength,

    saveEmbeddings: (model, rows) => saveEmbeddings(database, model, rows, { worker: terms.worker }),

    similarities: (model, queryHash, textHashes) => findSimilarities(database, model, queryHash, textHashes),

    reserveClassifications: (model, promptVersion, textHashes) =>
      reservations.reserveOrAwait(textHashes, classificationKey(model, promptVersion), (hashes) =>
        findClassifications(database, model, promptVersion, hashes),
      ),

    saveClassifications: (model, promptVersion, rows) =>
      saveClassifications(database, model, promptVersion, rows, { worker: terms.worker }),

    reserveRerankScores: (model, queryHash, textHashes) =>
      reservations.reserve(textHashes, rerankKey(model, queryHash), (hashes) =>
        findRerankScores(database, model, queryHash, hashes),
      ),

    async saveRerankScores(model, queryHash, rows) {
      await database.query(
        `with kept as (
           insert into rerank_scores (query_hash, text_hash, model, score)
           select $2::text, r.hash, $1::text, r.score from unnest($3::text[], $4::float8[]) as r(hash, score)
            where r.hash not in (select text_hash from forgotten_texts($3::text[]))
           on conflict do nothing
         )
         delete from answers_under_way where answer_key = any($5::text[]) and owner = $6`,
        [
          model,
          queryHash,
          rows.map((row) => row.textHash),
          rows.map((row) => row.score),
          rows.map((row) => rerankKey(model, queryHash)(row.textHash)),
          terms.worker,
        ],
      );
    },

    letGo: (what, textHashes) => reservations.letGo(textHashes.map(answerKey(what))),
    renew: () => reservations.renew(),
    release: () => reservations.release(),
  };
}

/** The length that most of the model's vectors have: a server may send a wrong one now and then, and the first may be it. */
async function findVectorLength(database: Queryable, model: string): Promise<number | null> {
  const { rows } = await database.query<{ length: number }>(
    `select dimensions as length
       from (select dimensions from embeddings where model = $1 limit 200) as some_of_them
      group by dimensions
     having count(*) >= 3
      order by count(*) desc
      limit 1`,
    [model],
  );
  return rows[0]?.length ?? null;
}

async function findEmbedded(
  database: Queryable,
  model: string,
  textHashes: readonly string[],
  length: number | null,
): Promise<ReadonlyMap<string, 'there'>> {
  const { rows } = await database.query<{ hash: string }>(
    `select text_hash as hash from embeddings
      where model = $1 and text_hash = any($2::text[]) and dimensions = coalesce($3, dimensions)`,
    [model, textHashes, length],
  );
  return new Map(rows.map((row) => [row.hash, 'there']));
}

async function findClassifications(
  database: Queryable,
  model: string,
  promptVersion: string,
  textHashes: readonly string[],
): Promise<ReadonlyMap<string, Classification>> {
  const { rows } = await database.query<{
    hash: string;
    industry: Industry;
    industryReasoning: string;
    companyType: CompanyType;
    companyTypeReasoning: string;
  }>(
    `select text_hash as hash, industry, industry_reasoning as "industryReasoning",
            company_type as "companyType", company_type_reasoning as "companyTypeReasoning"
       from classifications
      where model = $1 and prompt_version = $2 and text_hash = any($3::text[])`,
    [model, promptVersion, textHashes],
  );
  return new Map(rows.map(({ hash, ...classification }) => [hash, classification]));
}

async function findRerankScores(
  database: Queryable,
  model: string,
  queryHash: string,
  textHashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ hash: string; score: number }>(
    `select text_hash as hash, score from rerank_scores
      where model = $1 and query_hash = $2 and text_hash = any($3::text[])`,
    [model, queryHash, textHashes],
  );
  return new Map(rows.map((row) => [row.hash, row.score]));
}
