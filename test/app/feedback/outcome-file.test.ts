import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachOutcome, type OutcomeRow } from '../../../src/app/feedback/outcome-file.ts';
import type { OutcomeColumns } from '../../../src/app/feedback/outcome-places.ts';
import { UsageError } from '../../../src/domain/errors.ts';
import { memberId } from '../../support/member-id.ts';

function read(text: string | Uint8Array, columns: OutcomeColumns = new Map()): OutcomeRow[] {
  const rows: OutcomeRow[] = [];
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const count = eachOutcome(bytes, 'deals.csv', columns, (row) => rows.push(row));
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
  return rows;
}
const ada = { memberUrn: null, publicIdentifier: 'ada' };
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('eachOutcome', () => {
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
    ['empty cells too many', 'url,outcome\nin/ada,won,, \n', { person: ada, outcome: 'won' }],
    ['cells too few', 'url,outcome,notes\nin/ada,won\n', { person: ada, outcome: 'won' }],
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

  it.each<[string, string, OutcomeColumns, readonly string[]]>([
    [
      'where names repeat, by the number of the other',
      'Name,Stage,Stage,Profile URL,Result,Notes\nAda,open,won,in/ada,Closed Lost,yes\n',
      new Map([['outcome', '5']]),
      ['Closed Lost'],
    ],
    [
      'where names repeat, by the number of the first',
      'Status,Profile URL,Status\nlost,in/ada,won\n',
      new Map([['outcome', '1']]),
      ['lost'],
    ],
    [
      'where a name is a number',
      'Name,2024,Profile URL,Outcome\nAda,won,in/ada,lost\n',
      new Map([['outcome', '1']]),
      ['Ada'],
    ],
    [
      'named by a number',
      'Name,2024,Profile URL,Outcome\nAda,won,in/ada,lost\n',
      new Map([['outcome', '2024']]),
      ['won'],
    ],
    ['without a name', ',,Profile URL,\nAda,won,in/ada,lost\n', new Map([['outcome', '4']]), ['lost']],
  ])('reads the column %s', (_, text, columns, outcomes) => {
    expect(read(text, columns)).toMatchObject(outcomes.map((outcome) => ({ person: ada, outcome })));
  });

  const byNumber: OutcomeColumns = new Map([
    ['url', '1'],
    ['outcome', '2'],
  ]);
  it.each<[string, string, readonly string[]]>([
    ['another delimiter is in a cell', 'link;phase\nin/ada;Won, yes\nin/ada;lost\n', ['Won, yes', 'lost']],
    ['there are no names', 'in/ada;Won, yes\nin/ada;lost\n', ['Won, yes', 'lost']],
    ['Excel names the delimiter', 'sep=;\nlink;phase\nin/ada;Won, yes\n', ['Won, yes']],
    ['a name is no link', 'publicIdentifier;phase\nada;won\n', ['won']],
  ])('swallows no row of columns by number where %s', (_, text, outcomes) => {
    expect(read(text, byNumber)).toMatchObject(outcomes.map((outcome) => ({ person: ada, outcome })));
  });

  it('reads line by line where a quotation mark that is never closed would swallow a row', () => {
    const text = 'url,notes,outcome\nin/ada,"hello,won\nin/bo,"x",lost\nin/cy,"two\nlines",yes\n';
    expect(read(text)).toMatchObject([
      { person: ada, outcome: 'won' },
      { person: { publicIdentifier: 'bo' }, outcome: 'lost' },
      { person: { publicIdentifier: 'cy' }, outcome: 'yes' },
    ]);
  });

  it('takes no line of a note for a row', () => {
    const text = 'vanity,outcome,note\nada,won,"Hi,\nthanks, bye, all"\n';
    expect(read(text)).toEqual([{ row: 1, person: ada, outcome: 'won' }]);
  });

  it.each([
    ['none', 'LinkedIn URL', null],
    ['unknown', 'Profile', null],
    ['ada', 'url', null],
    ['ada', 'Vanity name', 'ada'],
    ['ada', 'LinkedIn ID', 'ada'],
    ['in/ada', 'LinkedIn ID', 'ada'],
    ['12345678', 'LinkedIn ID', null],
    ['ada', 'Person ID', null],
  ])('takes %s in the column %s for %s', (cell, name, publicIdentifier) => {
    const person = publicIdentifier === null ? null : { memberUrn: null, publicIdentifier };
    expect(read(`${name},outcome\n${cell},won\n`)).toEqual([{ row: 1, person, outcome: 'won' }]);
  });

  it('reads an outcome to its end', () => {
    const outcome = `${'a'.repeat(199)}👍 to the end`;
    expect(read(`url,outcome\nin/ada,${outcome}\n`)).toMatchObject([{ outcome }]);
  });

  it.each<[string, string, OutcomeColumns, RegExp]>([
    [
      'two columns of one name',
      'Status,Profile URL,status\nlost,in/ada,won\n',
      new Map(),
      /columns 1 \(Status\) and 3 \(status\)/,
    ],
    [
      'two columns of the mapped name',
      'Stage,Profile URL,Stage,Outcome\nlost,in/ada,won,yes\n',
      new Map([['outcome', 'stage']]),
      /columns 1 \(Stage\) and 3 \(Stage\)/,
    ],
    [
      'JSON of which a key is to be told by number',
      '[{"url":"in/ada","2024":"won","outcome":"lost"}]',
      new Map([['outcome', '1']]),
      /has no columns of profile links and "1"/,
    ],
    [
      'a row that a comma in a cell makes wider than the names',
      'url,notes,outcome\nin/ada,x,won\nin/bo,Spoke, yes,lost\n',
      new Map(),
      /row 2 of deals\.csv has 4 cells, and there are 3 columns/,
    ],
    [
      'JSON that is cut off',
      '[{"url":"in/ada","outcome":"won"},{"url":"in/bo","out',
      new Map(),
      /value 2 of deals\.csv/,
    ],
    ['endless lines', `url,outcome\nin/ada,${','.repeat(1_000_001)}\n`, new Map(), /a line of more than/],
    ['too many rows', `url,outcome\n${'x\n'.repeat(500_001)}`, new Map(), /more than 500,000 rows/],
  ])('refuses %s', (_, text, columns, message) => {
    expect(() => read(text, columns)).toThrow(UsageError);
    expect(() => read(text, columns)).toThrow(message);
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
