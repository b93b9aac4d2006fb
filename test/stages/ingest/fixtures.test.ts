import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identityKeys, memberNumber } from '../../../src/domain/linkedin-id.ts';
import type { FoundPerson } from '../../../src/domain/person.ts';
import { readInput } from '../../../src/stages/ingest/read-input.ts';

interface Expectation {
  readonly kind: string;
  readonly people: readonly FoundPerson[];
  readonly skipped: number;
  readonly statedTotal: number | null;
  /** A part of each warning. */
  readonly warnings: readonly string[];
}

const folder = new URL('../../fixtures/ingest/', import.meta.url);
const files = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
const bytesOf = (name: string) => readFileSync(new URL(name, folder));
const expectationOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as Expectation;

describe('input files in the shapes of LINKEDIN.md', () => {
  it.each(files)('%s', async (name) => {
    const expected = expectationOf(name);
    const reading = await readInput({ path: name, bytes: bytesOf(name) });
    const { kind, people, skipped, statedTotal, warnings } = reading;
    expect({ kind, people, skipped, statedTotal }).toEqual({
      kind: expected.kind,
      people: expected.people,
      skipped: expected.skipped,
      statedTotal: expected.statedTotal,
    });
    expect(warnings).toEqual(expected.warnings.map((part) => expect.stringContaining(part)));
  });

  it('finds every person and nobody else', async () => {
    let expectedCount = 0;
    let foundCount = 0;
    let right = 0;
    for (const name of files) {
      const expected = new Set(expectationOf(name).people.map((person) => identityKeys(person).join()));
      const { people: found } = await readInput({ path: name, bytes: bytesOf(name) });
      expectedCount += expected.size;
      foundCount += found.length;
      right += found.filter((person) => expected.has(identityKeys(person).join())).length;
    }
    const precision = right / foundCount;
    const recall = right / expectedCount;
    process.stdout.write(`ingest: ${files.length} files, precision ${precision}, recall ${recall}\n`);
    expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
  });
});

describe('the demo page', () => {
  it('yields exactly the people of its rows', async () => {
    const bytes = readFileSync(new URL('../../../fixtures/followers.html', import.meta.url));
    const rows = [...bytes.toString('utf8').matchAll(/data-chameleon-result-urn="urn:li:member:(\d+)"/g)];
    const { people } = await readInput({ path: 'followers.html', bytes });
    expect(people.map((person) => memberNumber(person.memberUrn ?? ''))).toEqual(
      rows.map(([, digits]) => Number(digits)),
    );
    expect(people.every((person) => person.name !== null)).toBe(true);
  });
});
