import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { repairedJson } from '../../../src/stages/ingest/json-repair.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { memberId } from '../../support/member-id.ts';

const url = (vanity: string) => `https://www.linkedin.com/in/${vanity}`;
const read = (content: string) => readPeople({ path: 'input', bytes: Buffer.from(content) });
const vanities = (content: string) => read(content).people.map((person) => person.publicIdentifier);

const people = Array.from({ length: 8 }, (_, at) => ({
  name: `Person "${at}" {[\\`,
  profileUrl: url(`person-${at}`),
  positions: [{ title: 'CFO', company: { name: 'x' } }, { title: 'CTO' }],
}));

describe('JSON that is cut off', () => {
  const wrapped = { count: 8, data: { followers: people } };
  it.each<[string, string]>([
    ['a list', JSON.stringify(people)],
    ['a pretty list', JSON.stringify(people, null, 2)],
    ['a wrapped list', JSON.stringify(wrapped)],
    ['lists in a list', JSON.stringify([{ items: people.slice(0, 4) }, { items: people.slice(4) }])],
    ['addresses', JSON.stringify(people.map((person) => person.profileUrl))],
  ])('gives the people up to there, whole: %s', (_what, text) => {
    const all = read(text).people;
    expect(all).toHaveLength(8);
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        try {
          const { people: found, warnings } = read(text.slice(0, length));
          expect(found).toEqual(all.slice(0, found.length));
          if (length < text.length) expect(warnings).toEqual([expect.stringContaining('cut off')]);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
        }
      }),
      { numRuns: 150 },
    );
    const last = text.lastIndexOf('person-7');
    expect(read(text.slice(0, last)).people.length).toBeGreaterThanOrEqual(
      text.includes('},{"items"') ? 4 : 7,
    );
  });
});

describe('JSON that is not strictly so', () => {
  it.each<[string, string]>([
    ['a comma behind the last', `[{"url":"${url('a-1')}",},{"url":"${url('b-2')}"},\n]`],
    ['objects one behind the other', `{\n"url":"${url('a-1')}"}\n{"url":\n"${url('b-2')}"}`],
    ['lists one behind the other', `["${url('a-1')}"]["${url('b-2')}"]`],
    ['commas between objects', `{"url":\n"${url('a-1')}"},\n{"url":"${url('b-2')}"},`],
  ])('is read: %s', (_what, text) => {
    expect(vanities(text)).toEqual(['a-1', 'b-2']);
    expect(read(text).warnings).toEqual([]);
  });

  it.each([
    '',
    'x',
    '[1 2]',
    '[}',
    '{]',
    '{"a":1}}',
    '["a"] b',
    '[{"a" "b"}]',
    '{'.repeat(50_000),
    '[1,2',
    '{"a":1',
  ])('is told from what is none: %j', (text) => {
    const value = repairedJson(text)?.value;
    expect([undefined, JSON.stringify([1])]).toContain(value === undefined ? value : JSON.stringify(value));
  });

  it('takes time in proportion to its size', () => {
    const started = performance.now();
    for (const part of ['[', '{"a":', '[1,', '{},', '"', '\\"', '[{"a":[{},'])
      repairedJson(`[${part.repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a text that begins with a bracket', () => {
  it.each([
    ['a link of Org mode', `[[${url('a-1')}][Ada]]`],
    ['a link of Markdown', `[Ada](${url('a-1')})`],
    ['a name', `["Ada"] ${url('a-1')}`],
    ['several names', `["Ada", "CFO"] ${url('a-1')}`],
    ['a task', `[ ] ${url('a-1')}`],
  ])('is no JSON: %s', (_what, text) => {
    expect(read(text)).toMatchObject({ kind: 'url-list', people: [{ publicIdentifier: 'a-1' }] });
  });
});

describe('an item of a dataset', () => {
  it('has the id of the member under id', () => {
    const item = { id: memberId(7), publicIdentifier: 'a-1', linkedinUrl: url('a-1'), firstName: 'Ada' };
    expect(read(JSON.stringify([item])).people).toEqual([
      { memberUrn: memberId(7), publicIdentifier: 'a-1', name: 'Ada', headline: null },
    ]);
    expect(read(JSON.stringify([{ ...item, id: '4711' }])).people).toMatchObject([{ memberUrn: null }]);
  });
});

describe('an answer of LinkedIn', () => {
  const profile = {
    entityUrn: `urn:li:fsd_profile:${memberId(7)}`,
    publicIdentifier: 'a-1',
    firstName: 'Ada',
    lastName: 'Fennimore',
  };
  const elements = [{ miniProfile: profile }];

  it.each<[string, object, number | null]>([
    ['with a paging', { elements, paging: { total: 52 } }, 52],
    [
      'with results counted',
      { elements, metadata: { totalResultCount: 3384 }, paging: { total: 1000 } },
      3384,
    ],
    ['with LinkedIn’s own limit', { elements, paging: { total: 1000 } }, null],
    [
      'in pages',
      [
        { elements, paging: { total: 52 } },
        { elements, paging: { total: 52 } },
      ] as object,
      52,
    ],
  ])('states how long its list is: %s', (_what, answer, total) => {
    expect(read(JSON.stringify(answer)).statedTotal).toBe(total);
  });
});
