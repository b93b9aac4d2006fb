import { jsonFindings } from './json.ts';
import { noJsonPeople, readJsonPeople } from './json-people.ts';
import { parseJson } from './json-walk.ts';
import type { Recogniser } from './recogniser.ts';
import { REJECTED, RejectList } from './reject-list.ts';
import { textLines } from './text-lines.ts';

/** One JSON value per line. Lines that are no JSON are left out, and counted in a warning. */
export const jsonl: Recogniser = {
  kind: 'jsonl',
  content: 'text',
  recognise({ text }) {
    const [first, second] = firstLines(text.head);
    if (first === undefined || second === undefined) return null;
    const value = parseJson(first);
    return typeof value === 'object' && value !== null ? 'each line is JSON' : null;
  },
  read({ text }) {
    const people = noJsonPeople();
    const rejects = new RejectList();
    let broken = 0;
    for (const line of textLines(text.whole())) {
      if (line.text.trim() === '') continue;
      const row = () => ({ line: line.number, text: line.text });
      const value = parseJson(line.text);
      if (value === undefined) {
        broken++;
        rejects.add(REJECTED.noJson, row);
      } else readJsonPeople(value, people);
      for (const { reason } of people.rejected.splice(0)) rejects.add(reason, row);
    }
    return jsonFindings(
      people,
      rejects,
      broken === 0 ? [] : [`${broken} line(s) that are no JSON were left out`],
    );
  },
};

/** The first two lines with something in them. */
function firstLines(head: string): string[] {
  const lines: string[] = [];
  for (const { text } of textLines(head)) {
    if (text.trim() !== '') lines.push(text);
    if (lines.length === 2) break;
  }
  return lines;
}
