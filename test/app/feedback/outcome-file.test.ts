import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutcomeColumns, readOutcomes } from '../../../src/app/feedback/outcome-file.ts';
import { UsageError } from '../../../src/domain/errors.ts';
import { memberId } from '../../support/member-id.ts';

const read = (text: string | Uint8Array, columns: OutcomeColumns = new Map()) =>
  readOutcomes(typeof text === 'string' ? Buffer.from(text) : text, 'deals.csv', columns);
const ada = { memberUrn: null, publicIdentifier: 'ada' };
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('readOutcomes', () => {
  it.each<[string, string | Uint8Array, object]>([
    [
      'CSV',
      'name,LinkedIn URL,Deal Stage\nAda,https://www.linkedin.com/in/Ada/,Closed Won\n',
      { person: ada, outcome: 'Closed Won' },
    ],
    [
      'semicolons and quotes',
      '"LinkedIn";"Status"\n"linkedin.com/in/ada";"Not a ""fit"""\n',
      { person: ada, outcome: 'Not a "fit"' },
    ],
    [
      'tabs and UTF-16, as Excel writes it',
      utf16('profile url\tResult\r\nin/ada\tyes\r\n'),
      { person: ada, outcome: 'yes' },
    ],
    [
      'rows above the names',
      'sep=,\nDeals of March\n\nstage,profile_url\nlost,in/ada\n',
      { person: ada, outcome: 'lost' },
    ],
    [
      'JSON',
      '[{"profileUrl":"https://uk.linkedin.com/in/ada?trk=x","label":true}]',
      { person: ada, outcome: 'true' },
    ],
    ['JSON Lines', '{"linkedin":"in/ada","outcome":1}\n', { person: ada, outcome: '1' }],
    [
      'a member id',
      `urn,verdict\nurn:li:fsd_profile:${memberId(5)},fit\n`,
      { person: { memberUrn: memberId(5), publicIdentifier: null }, outcome: 'fit' },
    ],
    ['a vanity name', 'Public Identifier,verdict\nADA,fit\n', { person: ada, outcome: 'fit' }],
    [
      'a formula',
      'link,outcome\n"=HYPERLINK(""https://www.linkedin.com/in/ada"",""Ada"")",won\n',
      { person: ada, outcome: 'won' },
    ],
    [
      'the second link where the first is none',
      'url,LinkedIn,outcome\n,in/ada,won\n',
      { person: ada, outcome: 'won' },
    ],
    ['no link', 'url,outcome\nn/a,won\n', { person: null, outcome: 'won' }],
    ['a link elsewhere', 'url,outcome\nhttps://example.com/ada,won\n', { person: null, outcome: 'won' }],
    ['nothing', 'url,outcome\nin/ada,\n', { person: ada, outcome: '' }],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual([{ row: 1, ...expected }]);
  });

  it('counts objects of JSON that lack a key as rows that say nothing', () => {
    expect(read('[{"url":"in/ada","outcome":"won"},{"url":"in/bo"},7]')).toEqual([
      { row: 1, person: ada, outcome: 'won' },
      { row: 2, person: null, outcome: '' },
      { row: 3, person: null, outcome: '' },
    ]);
  });

  it('takes the outcome before the status, and the columns that the user names before both', () => {
    const text = 'url,Status,Outcome,Phase,Link 2\nin/ada,open,won,lost,in/bo\n';
    expect(read(text)).toMatchObject([{ person: ada, outcome: 'won' }]);
    const mapped = read(
      text,
      new Map([
        ['outcome', 'phase'],
        ['url', '5'],
      ]),
    );
    expect(mapped).toMatchObject([{ person: { publicIdentifier: 'bo' }, outcome: 'lost' }]);
  });

  it.each<[string, string, OutcomeColumns, RegExp]>([
    [
      'outcomes',
      'name,url,amount\nAda,in/ada,5\n',
      new Map(),
      /deals\.csv has no columns of profile links and outcomes; it has name, url, amount/,
    ],
    ['links', 'name,outcome\nAda,won\n', new Map(), /it has name, outcome/],
    [
      'the mapped column',
      'url,outcome\nin/ada,won\n',
      new Map([['outcome', 'Phase']]),
      /profile links and "Phase" \(outcome\)/,
    ],
    ['anything', '', new Map(), /has no columns/],
    ['rows', 'url,outcome\n', new Map(), /no row below/],
    ['objects', '[1, "two", null]', new Map(), /has no columns/],
  ])('refuses a file without %s, and says what it has', (_, text, columns, message) => {
    expect(() => read(text, columns)).toThrow(UsageError);
    expect(() => read(text, columns)).toThrow(message);
  });

  it('throws nothing else, whatever the bytes', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('in/ada', 'won', '"', '\r\n', ',', ';', '{', '['));
    const text = fc.array(cell).map((cells) => `url,outcome\n${cells.join('')}`);
    const anything = fc.oneof(
      text.map((one) => Buffer.from(one)),
      fc.uint8Array(),
    );
    fc.assert(
      fc.property(anything, (bytes) => {
        try {
          for (const { row, outcome } of read(bytes)) {
            expect(row).toBeGreaterThan(0);
            expect(outcome).not.toMatch(/[\n\u001b]/);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
