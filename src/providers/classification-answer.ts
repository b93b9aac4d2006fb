import { z } from 'zod';
import {
  type Classification,
  COMPANY_TYPES,
  type CompanyType,
  INDUSTRIES,
  type Industry,
} from '../domain/classification.ts';
import { cleanLine, firstCharacters } from '../support/text.ts';
import { jsonObject } from './json-object.ts';
import type { ReadContent } from './openai-chat-answer.ts';

/** An answer of four short values; anything much longer is something else. */
const MAX_ANSWER_CHARACTERS = 50_000;
const MAX_REASONING_CHARACTERS = 300;

/** Letters and digits alone: `E-Commerce`, `ecommerce` and `E Commerce` are one value. */
function comparable(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function chosenFrom<Value extends string>(values: readonly Value[]) {
  const known = new Map(values.map((value) => [comparable(value), value]));
  return z.string().transform((said, context): Value => {
    const value = known.get(comparable(said));
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'is none of the listed values' });
    return z.NEVER;
  });
}

const reasoning = z.string().transform((said, context): string => {
  const sentence = cleanLine(said.slice(0, 4 * MAX_REASONING_CHARACTERS));
  if (sentence !== null) return shortened(sentence);
  context.addIssue({ code: 'custom', message: 'is empty' });
  return z.NEVER;
});

const answer = z.object({
  industry_reasoning: reasoning,
  industry: chosenFrom<Industry>(INDUSTRIES),
  company_type_reasoning: reasoning,
  company_type: chosenFrom<CompanyType>(COMPANY_TYPES),
});

/**
 * Reads a model's answer. Tolerates what models without strict output do (a Markdown fence, words around the object, another case or
 * spacing of a listed value) and nothing else. The problem names keys only, never the model's words, which may be the profile's.
 */
export function readClassification(content: string): ReadContent<Classification> {
  const object = jsonObject(content, MAX_ANSWER_CHARACTERS);
  if (object === undefined) return { kind: 'invalid', problem: 'it is not one JSON object' };
  const parsed = answer.safeParse(object);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, code, message }) =>
      code === 'custom'
        ? `${path.join('.')} ${message}`
        : `${path.join('.') || 'the object'} is missing or no text`,
    );
    return { kind: 'invalid', problem: problems.join('; ') };
  }
  return {
    kind: 'valid',
    answer: {
      industry: parsed.data.industry,
      industryReasoning: parsed.data.industry_reasoning,
      companyType: parsed.data.company_type,
      companyTypeReasoning: parsed.data.company_type_reasoning,
    },
  };
}

function shortened(sentence: string): string {
  if (sentence.length <= MAX_REASONING_CHARACTERS) return sentence;
  const kept = firstCharacters(sentence, MAX_REASONING_CHARACTERS - 1);
  return `${kept.trimEnd()}…`;
}
