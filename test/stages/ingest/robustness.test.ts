import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { identityKeys } from '../../../src/domain/linkedin-id.ts';
import { type Reading, readPeople } from '../../../src/stages/ingest/read-people.ts';
import { followersPage } from '../../support/followers-page.ts';
import { memberId } from '../../support/member-id.ts';

/** The reading, or null where the input is refused; anything but a UsageError is a failure. */
function readOrRefuse(bytes: Uint8Array): Reading | null {
  try {
    return readPeople({ path: 'input', bytes });
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

const folder = new URL('../../fixtures/ingest/', import.meta.url);
/** Not those whose end decides what their beginning is worth: a window over the page, data that the rows contradict. */
const pages = readdirSync(folder).filter((name) => {
  if (!name.endsWith('.html')) return false;
  const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')) as object;
  return !('endDecides' in expected);
});

/** Rows of one name each, no two alike. */
const numbered = (count: number, before: string, behind = '') =>
  Array.from({ length: count }, (_, at) => `${before}${at}${behind};\n`).join('');

describe('whatever the bytes', () => {
  it('never crashes on noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readOrRefuse(bytes)),
      { numRuns: 300 },
    );
  });

  const fragment = fc.constantFrom(
    '<li>',
    '</li>',
    '<a href="/in/x-1">',
    '</a>',
    '<svg>',
    '<code id="bpr-guid-1">',
    '{"data":',
    '[',
    '"',
    ',',
    ';',
    '\n',
    '\t',
    '<!--',
    '-->',
    '<div role="dialog">',
    '<h2>People you may know</h2>',
    `<div data-chameleon-result-urn="urn:li:member:5">`,
    `/in/${memberId(5)}`,
    '&amp',
    '<script id="rehydrate-data">',
    'First Name,Last Name,URL',
    '{"elements":[{"*entityResult":"x"}],"included":[]}',
    '\u0000',
    '<template>',
    '</p>',
    '<p>',
    'name',
  );

  it('never crashes on markup in disorder', () => {
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 60 }),
        (parts) => void readOrRefuse(Buffer.from(parts.join(''))),
      ),
      { numRuns: 500 },
    );
  });

  it.each(pages)('a part of %s yields a part of its people', (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const whole = readPeople({ path: name, bytes });
    const keys = new Set(whole.people.flatMap(identityKeys));
    fc.assert(
      fc.property(fc.nat(bytes.length), (length) => {
        const part = readOrRefuse(bytes.subarray(0, length));
        for (const person of part?.people ?? [])
          expect(identityKeys(person).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, string]>([
    ['nesting', `${'<div>'.repeat(200_000)}<a href="/in/x-1">x</a>`],
    ['nested links', '<a href="/in/x-1">'.repeat(100_000)],
    ['nested list items', '<ul><li>'.repeat(100_000)],
    ['unclosed comments', '<!--'.repeat(200_000)],
    ['end tags without start', `<p><i></span>${'</span>'.repeat(300_000)}`],
    ['one long attribute', `<a href="/in/${'x'.repeat(2_000_000)}">x</a>`],
    ['one long line', `<p>${'linkedin.com/in/'.repeat(100_000)}</p>`],
    ['made-up elements', Array.from({ length: 50_000 }, (_, i) => `<x${i}>`).join('')],
    ['deep JSON in a page', `<code>${'['.repeat(500_000)}</code>`],
    ['deep JSON', '[{"data":'.repeat(200_000)],
    ['quotation marks', `name,url\n${'"'.repeat(1_000_000)}`],
    ['one long cell', `name,profileUrl\n${'x'.repeat(3_000_000)},https://www.linkedin.com/in/x-1`],
    ['words before addresses', 'a-'.repeat(500_000)],
    ['marks in cells below a long one', `name,url\n${'x'.repeat(900_000)}\n${'"a"b\n'.repeat(100_000)}`],
    ['commas in names', `name;url\n${numbered(500, `!${','.repeat(3900)}`)}`],
    ['badges behind names', `name;url\n${numbered(500, '!x', ' • 2nd'.repeat(400))}`],
    ['blanks in formulas', `name,url\n${`=A("x"${' '.repeat(4000)}y,\n`.repeat(1000)}`],
    [
      'many mentions in one item',
      `<ul><li>${'<a href="/in/a-1">a</a><a href="/in/b-1">b</a>'.repeat(30_000)}</ul>`,
    ],
  ])(
    'is done with %s in time',
    (_what, text) => {
      readOrRefuse(Buffer.from(text));
    },
    5_000,
  );
});

describe('however the links are spelled', () => {
  const origins = ['https://www.linkedin.com', 'http://linkedin.com', 'https://de.linkedin.com', ''];
  const tails = [
    '',
    '/',
    '?trk=x',
    '/?originalSubdomain=de',
    '/overlay/about-this-profile/',
    '/recent-activity/all/',
  ];
  const spelling = fc.tuple(fc.constantFrom(...origins), fc.constantFrom(...tails), fc.boolean());

  it('a page yields the same people', () => {
    const people = [1, 2, 3].map((number) => ({
      memberUrn: memberId(number),
      name: `Person ${number}`,
      headline: 'CFO',
    }));
    const expected = readPeople({ path: 'page', bytes: Buffer.from(followersPage(people)) }).people;
    fc.assert(
      fc.property(fc.array(spelling, { minLength: 1, maxLength: 6 }), (spellings) => {
        let at = 0;
        const page = followersPage(people).replace(
          /href="https:\/\/www\.linkedin\.com\/in\/(ACo[^?"]+)[^"]*"/g,
          (_link, id: string) => {
            const [origin, tail, quoted] = spellings[at++ % spellings.length]!;
            const quote = quoted ? '"' : "'";
            return `href=${quote}${origin}/in/${id}${tail}${quote}`;
          },
        );
        expect(readPeople({ path: 'page', bytes: Buffer.from(page) }).people).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('rows said twice count once', () => {
    const people = [1, 2, 2, 3, 1].map((number) => ({
      memberUrn: memberId(number),
      name: `Person ${number}`,
      headline: null,
    }));
    const { people: found } = readPeople({ path: 'page', bytes: Buffer.from(followersPage(people)) });
    expect(found.map((person) => person.name)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  });
});
