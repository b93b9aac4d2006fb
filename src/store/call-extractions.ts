import { z } from 'zod';
import { CRITERION_KINDS, STANCES } from '../domain/targeting/criterion.ts';
import type { StatedCriterion } from '../domain/targeting/mention.ts';
import type { ExtractionStore } from '../ports/extraction-store.ts';
import { AnswerReservations, type ReservationTerms } from './answer-reservations.ts';
import type { Queryable } from './database.ts';
import { answerKey } from './save-answers.ts';

const storedCriteria = z.array(
  z.object({
    kind: z.enum(CRITERION_KINDS),
    stance: z.enum(STANCES),
    value: z.string(),
    quote: z.string(),
  }),
);

/** What extractors answered about parts of calls. Saving the same key twice keeps the first. */
export function createExtractionStore(database: Queryable, terms: ReservationTerms): ExtractionStore {
  const reservations = new AnswerReservations(database, terms);
  const keyOf = (model: string, promptVersion: string) =>
    answerKey({ kind: 'extraction', model, promptVersion });
  return {
    reserve: (model, promptVersion, textHashes) =>
      reservations.reserve(textHashes, keyOf(model, promptVersion), (hashes) =>
        findExtractions(database, model, promptVersion, hashes),
      ),

    async save(model, promptVersion, textHash, criteria) {
      // The answer and the end of its reservation are one statement, so nobody sees the one without the other.
      await database.query(
        `with kept as (
           insert into call_extractions (text_hash, model, prompt_version, criteria)
           values ($1, $2, $3, $4::jsonb)
           on conflict do nothing
         )
         delete from answers_under_way where answer_key = $5 and owner = $6`,
        [
          textHash,
          model,
          promptVersion,
          JSON.stringify(criteria),
          keyOf(model, promptVersion)(textHash),
          terms.worker,
        ],
      );
    },

    letGo: (model, promptVersion, textHash) => reservations.letGo([keyOf(model, promptVersion)(textHash)]),
    renew: () => reservations.renew(),
  };
}

/** The answers that are there, by hash of the part. */
export async function findExtractions(
  database: Queryable,
  model: string,
  promptVersion: string,
  textHashes: readonly string[],
): Promise<ReadonlyMap<string, readonly StatedCriterion[]>> {
  const { rows } = await database.query<{ hash: string; criteria: unknown }>(
    `select text_hash as hash, criteria from call_extractions
      where model = $1 and prompt_version = $2 and text_hash = any($3::text[])`,
    [model, promptVersion, textHashes],
  );
  return new Map(rows.map((row) => [row.hash, storedCriteria.parse(row.criteria)]));
}
