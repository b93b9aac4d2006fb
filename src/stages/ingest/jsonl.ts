import { jsonFindings } from './json.ts';
import { type JsonPeople, readJsonPeople } from './json-people.ts';
import { isJsonObject, parseJson } from './json-walk.ts';
import type { Recogniser } from './recogniser.ts';
import { textLines } from './text-lines.ts';

/** One JSON value per line. Lines that are no JSON are left out, and counted in a warning. */
export const jsonl: Recogniser = {
  kind: 'jsonl',
  content: 'text',
  recognise({ text }) {
    const lines = text.head.split(/\r?\n/, 2);
    const first = parseJson(lines[0]!);
    return isJsonObject(first) && /\n\s*\S/.test(text.head) ? 'each line is JSON' : null;
  },
  read({ text }) {
    const people: JsonPeople = { sightings: [], skipped: 0 };
    let broken = 0;
    for (const line of textLines(text.whole())) {
      if (line.trim() === '') continue;
      const value = parseJson(line);
      if (value === undefined) broken++;
      else readJsonPeople(value, people);
    }
    return jsonFindings(people, broken === 0 ? [] : [`${broken} line(s) that are no JSON were left out`]);
  },
};
