import { toSql } from 'pgvector';
import type { Classification, CompanyType, Industry } from '../domain/classification.ts';
import type { AnswerStore } from '../ports/answer-store.ts';
import type { Queryable } from './database.ts';

/** Paid answers by content key. Saving the same key twice keeps the first. */
export function createAnswerStore(database: Queryable): AnswerStore {
  return {
    async embedded(model, textHashes) {
      const { rows } = await database.query<{ hash: string }>(
        'select text_hash as hash from embeddings where model = $1 and text_hash = any($2::text[])',
        [model, textHashes],
      );
      return new Set(rows.map((row) => row.hash));
    },

    async saveEmbeddings(model, rows) {
      await database.query(
        `insert into embeddings (text_hash, model, dimensions, embedding)
         select r.hash, $1::text, vector_dims(r.vector::vector), r.vector::vector
           from unnest($2::text[], $3::text[]) as r(hash, vector)
         on conflict do nothing`,
        [model, rows.map((row) => row.textHash), rows.map((row) => toSql(row.vector))],
      );
    },

    async similarities(model, queryHash, textHashes) {
      const { rows } = await database.query<{ hash: string; similarity: number }>(
        `select e.text_hash as hash, 1 - (e.embedding <=> q.embedding) as similarity
           from embeddings q
           join embeddings e on e.model = q.model and e.dimensions = q.dimensions
          where q.model = $1 and q.text_hash = $2 and e.text_hash = any($3::text[])`,
        [model, queryHash, textHashes],
      );
      return new Map(rows.map((row) => [row.hash, row.similarity]));
    },

    async classifications(model, promptVersion, textHashes) {
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
      return new Map(
        rows.map(({ hash, ...classification }): [string, Classification] => [hash, classification]),
      );
    },

    async saveClassifications(model, promptVersion, rows) {
      await database.query(
        `insert into classifications (text_hash, model, prompt_version, industry, industry_reasoning,
                                      company_type, company_type_reasoning)
         select r.hash, $1::text, $2::text, r.industry, r."industryReasoning", r."companyType", r."companyTypeReasoning"
           from json_to_recordset($3::json)
             as r(hash text, industry text, "industryReasoning" text, "companyType" text, "companyTypeReasoning" text)
         on conflict do nothing`,
        [
          model,
          promptVersion,
          JSON.stringify(rows.map((row) => ({ hash: row.textHash, ...row.classification }))),
        ],
      );
    },

    async rerankScores(model, queryHash, textHashes) {
      const { rows } = await database.query<{ hash: string; score: number }>(
        `select text_hash as hash, score from rerank_scores
          where model = $1 and query_hash = $2 and text_hash = any($3::text[])`,
        [model, queryHash, textHashes],
      );
      return new Map(rows.map((row) => [row.hash, row.score]));
    },

    async saveRerankScores(model, queryHash, rows) {
      await database.query(
        `insert into rerank_scores (query_hash, text_hash, model, score)
         select $2::text, r.hash, $1::text, r.score from unnest($3::text[], $4::float8[]) as r(hash, score)
         on conflict do nothing`,
        [model, queryHash, rows.map((row) => row.textHash), rows.map((row) => row.score)],
      );
    },
  };
}
