import { z } from 'zod';
import { CRITERION_KINDS, STANCES } from '../domain/targeting/criterion.ts';
import type { StatedCriterion } from '../domain/targeting/mention.ts';
import { cleanLine } from '../support/text.ts';
import { jsonObject } from './json-object.ts';
import type { ReadContent } from './openai-chat-answer.ts';

const MAX_ANSWER_CHARACTERS = 200_000;
const MOST_CRITERIA = 200;
const LONGEST_TEXT = 1000;

/** `Company Size` is `company_size`, for models that are not held to the schema. */
const word = z.string().transform((said) =>
  said
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_'),
);
const line = z.string().transform((said, context): string => {
  const clean = cleanLine(said.slice(0, LONGEST_TEXT));
  if (clean !== null) return clean;
  context.addIssue({ code: 'custom', message: 'is empty' });
  return z.NEVER;
});
const criterion = z.object({
  kind: word.pipe(z.enum(CRITERION_KINDS)),
  stance: word.pipe(z.enum(STANCES)),
  value: line,
  quote: line,
});
const answer = z.object({ criteria: z.array(z.unknown()) });

/**
 * Reads a model's answer. Each criterion is read by itself: one that makes no sense is left out, as long as some do. The problem names keys only, never the
 * model's words, which may be a speaker's.
 */
export function readExtraction(content: string): ReadContent<readonly StatedCriterion[]> {
  const object = jsonObject(content, MAX_ANSWER_CHARACTERS);
  if (object === undefined) return { kind: 'invalid', problem: 'it is not one JSON object' };
  const parsed = answer.safeParse(object);
  if (!parsed.success) return { kind: 'invalid', problem: 'criteria is missing or no list' };
  const listed = parsed.data.criteria.slice(0, MOST_CRITERIA);
  const criteria = listed.flatMap((one) => criterion.safeParse(one).data ?? []);
  if (criteria.length === 0 && listed.length > 0) {
    return { kind: 'invalid', problem: 'no criterion has a quote, kind, stance and value as asked for' };
  }
  return { kind: 'valid', answer: criteria };
}
