import { UsageError } from '../../domain/errors.ts';
import { MAX_JSON_BYTES, refuseLargerThan } from './input-limits.ts';
import { jsonLines } from './json-lines.ts';
import { type JsonPeople, noJsonPeople, readJsonPeople } from './json-people.ts';
import { repairedJson } from './json-repair.ts';
import { parseJson } from './json-walk.ts';
import type { Findings, Recogniser } from './recogniser.ts';
import { MAX_REJECTS, RejectList } from './reject-list.ts';

/** How lists and objects begin: `[[` may also begin a link in a text. */
const BEGINNING = /^\s*(?:\[\s*(?:["{]|\]\s*$|\[\s*["{[\]\d-]|$)|\{\s*(?:"|\}|$))/;
/** A list of objects or addresses, or an object: JSON, however broken. */
const SURE = /^\s*(?:\[\s*(?:\{\s*["}]|"https?:)|\{\s*"[^"]{0,200}"\s*:)/;
/** `["Ada"] https://…` is no JSON: texts begin with brackets too. */
const TEXT_BEHIND = /^\s*\[\s*"[^"\\\]]{0,1000}"(?:\s*,\s*"[^"\\\]]{0,1000}"){0,20}\s*\]\s*[^\s,[{"]/;
const CUT_WARNING =
  'the file is cut off: it was read up to the last whole entry; export or download it again for the rest';

/** One JSON document: a list of addresses or objects, wrapped or not, or an answer of LinkedIn's own API. */
export const json: Recogniser = {
  kind: 'json',
  content: 'text',
  recognise({ text }) {
    const { head } = text;
    const isJson = SURE.test(head) || (BEGINNING.test(head) && !TEXT_BEHIND.test(head));
    return isJson ? 'it begins as JSON' : null;
  },
  read({ path, bytes, text }) {
    refuseLargerThan(MAX_JSON_BYTES, path, bytes.length);
    const whole = text.whole();
    const parsed = parseJson(whole);
    const repaired = parsed === undefined ? repairedJson(whole) : { value: parsed, isCut: false };
    if (repaired === null) {
      throw new UsageError(
        'unreadable_input',
        `${path}: this begins as JSON but is not whole or not valid JSON`,
        'Export or download it again; for one object per line, end each line with a line break (JSONL).',
      );
    }
    const { value, isCut } = repaired;
    const people = noJsonPeople();
    readJsonPeople(value, people);
    const rejects = new RejectList();
    const shown = people.rejected.slice(0, MAX_REJECTS).map((rejected) => rejected.value);
    const lines = jsonLines(whole, value, shown);
    for (const [at, rejected] of people.rejected.entries()) {
      rejects.add(rejected.reason, () => ({ line: lines[at] ?? null, text: valueText(rejected.value) }));
    }
    return jsonFindings(people, rejects, isCut ? [CUT_WARNING] : []);
  },
};

/** What a text of JSON holds, as findings. */
export function jsonFindings(
  { sightings, profileItems, withheld, statedTotal }: JsonPeople,
  rejects: RejectList,
  warnings: readonly string[],
): Findings {
  const [first] = rejects.kept;
  const rejected = first === undefined ? '' : `; ${rejects.count} cannot be used, the first: ${first.reason}`;
  return {
    sightings,
    skipped: rejects.count + withheld,
    rejects: rejects.kept,
    profileItems,
    statedTotal,
    warnings,
    ifEmpty: {
      message: `this JSON names no people: looked for profile addresses (linkedin.com/in/…), member ids and publicIdentifier${rejected}`,
      hint: 'Give a list of profile URLs, or of objects with a key such as profileUrl.',
    },
  };
}

/** A rejected value as one line. */
function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
