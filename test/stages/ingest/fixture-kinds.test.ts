import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { CONTAINERS } from '../../../src/stages/ingest/containers.ts';
import { readInput } from '../../../src/stages/ingest/read-input.ts';
import { RECOGNISERS } from '../../../src/stages/ingest/recognisers.ts';

interface Label {
  readonly kind: string;
  /** Which page of LinkedIn it is, or how it was saved; other files have none. */
  readonly page?: string;
  readonly code?: string;
  readonly message?: string;
}

const accepted = new URL('../../fixtures/ingest/', import.meta.url);
const refused = new URL('../../fixtures/ingest-refused/', import.meta.url);
const filesIn = (folder: URL) => readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));
const labelOf = (folder: URL, name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as Label;

const PAGES = [
  'followers',
  'following-tab',
  'connections',
  'people-search',
  'reactions',
  'who-follows',
  'who-viewed',
  'event-attendees',
  'company-followers',
  'company-people',
  'alumni',
  'group-members',
  'sales-navigator',
  'embedded-json',
  'page-and-data',
  'print-view',
  'outer-html',
  'singlefile',
  'other-html',
];
const REFUSED_PAGES = ['login-wall', 'empty-list', 'no-list', 'sales-navigator-unresolved'];
const ENOUGH = 2;

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function lacking(required: readonly string[], values: readonly string[]): string[] {
  const counts = tally(values);
  return required.filter((name) => (counts.get(name) ?? 0) < ENOUGH);
}

describe('there are fixtures of every kind', () => {
  it('of page', () => {
    const pages = filesIn(accepted).flatMap((name) => labelOf(accepted, name).page ?? []);
    expect(lacking(PAGES, pages)).toEqual([]);
    expect([...new Set(pages)].filter((page) => !PAGES.includes(page))).toEqual([]);
  });

  it('of page that is refused', () => {
    const pages = filesIn(refused).flatMap((name) => labelOf(refused, name).page ?? []);
    expect(lacking(REFUSED_PAGES, pages)).toEqual([]);
  });

  it('of file', async () => {
    const kinds: string[] = [];
    for (const name of filesIn(accepted)) {
      const bytes = readFileSync(new URL(name, accepted));
      const { kind, why } = await readInput({ path: name, bytes });
      // A container with one list in it is of that list's kind, and says what it is itself in its reasons.
      const around = CONTAINERS.map((container) => container.kind).filter((outer) =>
        why.includes(`${outer}: `),
      );
      kinds.push(...new Set([kind, ...around]));
    }
    const required = [...RECOGNISERS, ...CONTAINERS].map(({ kind }) => kind);
    expect(lacking(required, kinds)).toEqual([]);
  });

  it('page labels on every saved page', () => {
    const pages = filesIn(accepted).filter((name) => name.endsWith('.html'));
    expect(pages.filter((name) => labelOf(accepted, name).page === undefined)).toEqual([]);
  });
});

describe('pages without a list are refused, and say why', () => {
  it.each(filesIn(refused))('%s', async (name) => {
    const expected = labelOf(refused, name);
    const bytes = readFileSync(new URL(name, refused));
    const error = await readInput({ path: name, bytes }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code: expected.code });
    expect((error as UsageError).message).toContain(expected.message);
  });
});
