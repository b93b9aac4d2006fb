import { UsageError } from '../../domain/errors.ts';
import { MAX_JSON_BYTES, refuseLargerThan } from './input-limits.ts';
import { type JsonPeople, readJsonPeople } from './json-people.ts';
import { parseJson } from './json-walk.ts';
import type { Findings, Recogniser } from './recogniser.ts';

/** One JSON document: a list of addresses or objects, wrapped or not, or an answer of LinkedIn's own API. */
export const json: Recogniser = {
  kind: 'json',
  content: 'text',
  recognise({ text }) {
    return /^\s*(?:\[\s*(?:["{[\]]|$)|\{\s*(?:"|\}|$))/.test(text.head) ? 'it begins as JSON' : null;
  },
  read({ path, bytes, text }) {
    refuseLargerThan(MAX_JSON_BYTES, path, bytes.length);
    const value = parseJson(text.whole());
    if (value === undefined) {
      throw new UsageError(
        'unreadable_input',
        `${path}: this begins as JSON but is not whole or not valid JSON`,
        'Export or download it again; for one object per line, end each line with a line break (JSONL).',
      );
    }
    const people: JsonPeople = { sightings: [], skipped: 0 };
    readJsonPeople(value, people);
    return jsonFindings(people, []);
  },
};

export function jsonFindings(people: JsonPeople, warnings: readonly string[]): Findings {
  return {
    ...people,
    statedTotal: null,
    warnings,
    ifEmpty: {
      message:
        'this JSON names no people: looked for profile addresses (linkedin.com/in/…), member ids and publicIdentifier',
      hint: 'Give a list of profile URLs, or of objects with a key such as profileUrl.',
    },
  };
}
