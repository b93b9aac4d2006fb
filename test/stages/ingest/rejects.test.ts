import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../../src/stages/ingest/read-input.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import type { Reject } from '../../../src/stages/ingest/recogniser.ts';
import { MAX_REJECTS } from '../../../src/stages/ingest/reject-list.ts';
import { zipArchive } from '../../support/zip-archive.ts';

const SALES = 'https://www.linkedin.com/sales/lead/ACwAAAAAAAIBfCRctt5PC5jYk1AzAqTBbSID-xs,NAME_SEARCH,x';
const SHORT_REASON = 'short link: cannot be resolved offline';
const SALES_REASON = 'Sales Navigator link: opens no profile';

/** Also checks that what is counted is what is told. */
function rejectsIn(content: string): readonly Reject[] {
  const { rejects, skipped } = readPeople({ path: 'input', bytes: Buffer.from(content) });
  expect(skipped).toBe(rejects.length);
  return rejects;
}

const told = (content: string) => rejectsIn(content).map(({ line, reason }) => [line, reason]);

describe('rows that cannot be used', () => {
  const table = [
    'Exported list',
    '',
    'Name,Profile URL,About',
    'Mirela Okonjari,https://www.linkedin.com/in/mirela,"two',
    'lines"',
    'No Link,,x',
    `Only Sales,"${SALES}",x`,
    '',
    '"Multi',
    'Line",,"a ""quoted"" text',
    '',
    'of four lines"',
    'Bad Link,https://www.linkedin.com/in/%25%25,x',
    'Short Link,https://lnkd.in/abc,x',
    'A Company,https://www.linkedin.com/company/55,x',
    'Recruited,https://www.linkedin.com/talent/profile/AEMAAAAAAAIBfCRctt5PC5jYk1AzAqTBbSID-xs,x',
    ',,',
    'Total: 7,,',
  ];
  const expected = [
    [6, 'no profile URL'],
    [7, SALES_REASON],
    [9, 'no profile URL'],
    [13, 'profile URL cannot be read'],
    [14, SHORT_REASON],
    [15, 'no profile URL'],
    [16, 'Recruiter link: opens no profile'],
  ];

  it.each(['\n', '\r\n', '\r'])('of a table are told with the line in which they begin (%j)', (end) => {
    expect(told(table.join(end))).toEqual(expected);
    expect(told(`${table.join(end)}${end}${end}`)).toEqual(expected);
  });

  it('are shown as the file has them, cut', () => {
    const rows = rejectsIn(`${table.join('\n')}\n${'é'.repeat(400)},,x`);
    expect(rows[0]!.text).toBe('No Link,,x');
    expect(rows[2]!.text).toBe('"Multi\nLine",,"a ""quoted"" text\n\nof four lines"');
    expect(rows.at(-1)!.text).toBe('é'.repeat(300));
  });

  it('of a table with a quotation mark that is never closed: only its own line is lost', () => {
    const rows = ['name,profileUrl,about'];
    for (let i = 1; i <= 60; i++) rows.push(`Person ${i},https://www.linkedin.com/in/person-${i},"a, ""b"""`);
    rows[30] = '"No Link 30,,a b';
    rows[50] = 'Person 50,https://www.linkedin.com/in/person-50,"a, b';
    const { people, rejects, skipped, warnings } = readPeople({
      path: 'x.csv',
      bytes: Buffer.from(rows.join('\n')),
    });
    expect(people).toHaveLength(59);
    expect(people.every(({ name }) => /^Person \d+$/.test(name ?? ''))).toBe(true);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[31, 'row is broken']]);
    expect(skipped).toBe(1);
    expect(warnings).toEqual([expect.stringContaining('quotation marks')]);
  });

  it('of a table: a line without an end is left out and the others keep their numbers', () => {
    const text = `name,profileUrl\nPerson 1,https://www.linkedin.com/in/person-1\n${',x'.repeat(600_000)}\nNo Link,\nPerson 2,https://www.linkedin.com/in/person-2`;
    expect(told(text)).toEqual([
      [3, 'row is broken'],
      [4, 'no profile URL'],
    ]);
    expect(readPeople({ path: 'x', bytes: Buffer.from(text.replaceAll('\n', '\r')) }).people).toHaveLength(2);
  });

  it('of JSON Lines', () => {
    const lines = [
      '{"name":"Mirela","profileUrl":"https://www.linkedin.com/in/mirela"}',
      '',
      '{"name":"No Link"}',
      'Exported by nobody',
      `{"name":"Only Sales","url":"${SALES}"}`,
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(told(lines.join(end))).toEqual([
        [3, 'no profile URL'],
        [4, 'no JSON'],
        [5, SALES_REASON],
      ]);
    }
  });

  it('of JSON, however it is laid out', () => {
    const value = {
      note: 'a { in a text, and a \\" too',
      items: [
        { name: 'Mirela', company: { name: 'x' }, profileUrl: 'https://www.linkedin.com/in/mirela' },
        { name: 'No Link', company: { name: 'y' } },
        SALES,
        { name: 'Bad Link', url: 'https://www.linkedin.com/in/%%' },
        SALES,
      ],
    };
    const reasons = ['no profile URL', SALES_REASON, 'profile URL cannot be read', SALES_REASON];
    const sorted = (rows: readonly Reject[]) =>
      [...rows].sort((one, other) => one.text.localeCompare(other.text));
    const pretty = JSON.stringify(value, null, 2);
    const found = rejectsIn(pretty);
    expect(found.map((row) => row.reason)).toEqual(reasons);
    const lineOf = (part: string, from = 0) => pretty.slice(0, pretty.indexOf(part, from)).split('\n').length;
    expect(found.map((row) => row.line)).toEqual([
      lineOf('"No Link"') - 1,
      lineOf(SALES),
      lineOf('"Bad Link"') - 1,
      lineOf(SALES, pretty.indexOf('Bad Link')),
    ]);
    const flat = rejectsIn(JSON.stringify(value));
    expect(flat.map((row) => row.line)).toEqual([1, 1, 1, 1]);
    expect(sorted(flat).map((row) => row.text)).toEqual(sorted(found).map((row) => row.text));
  });

  it('of a text', () => {
    const lines = [
      'https://www.linkedin.com/in/mirela',
      SALES,
      'hello',
      '',
      'https://lnkd.in/abc',
      `see ${SALES}`,
      'https://www.linkedin.com/in/me/',
      'https://www.linkedin.com/company/x',
    ];
    expect(told(lines.join('\r\n'))).toEqual([
      [2, SALES_REASON],
      [5, SHORT_REASON],
      [6, SALES_REASON],
    ]);
  });

  it('are kept up to a limit and counted beyond', () => {
    const rows = Array.from({ length: MAX_REJECTS + 5 }, () => 'No Link,');
    const { rejects, skipped } = readPeople({
      path: 'x',
      bytes: Buffer.from(
        ['name,profileUrl', 'Mirela,https://www.linkedin.com/in/mirela', ...rows].join('\n'),
      ),
    });
    expect([rejects.length, skipped]).toEqual([MAX_REJECTS, MAX_REJECTS + 5]);
    expect(rejects.at(-1)!.line).toBe(MAX_REJECTS + 2);
  });

  it('are told when there are no others', () => {
    const table = 'name,profileUrl\nMirela,\nZoë,/sales/lead/x\n';
    const read = () => readPeople({ path: 'input', bytes: Buffer.from(table) });
    const rejects = [2, 3].map((line) => expect.objectContaining({ path: 'input', line }));
    const refusal = { code: 'no_people', skipped: 2, rejects };
    expect(read).toThrow(expect.objectContaining(refusal));
  });

  it('in archives are told with their file, also of files in which there are no others', async () => {
    const reject = 'name,profileUrl\nMirela,\n';
    const good = 'name,profileUrl\nZoë,https://www.linkedin.com/in/zoe-brandt\n';
    const read = (...contents: string[]) =>
      readInput({
        path: 'lists.zip',
        bytes: zipArchive(contents.map((content, at) => ({ name: `${at + 1}.csv`, content }))),
      });
    const { rejects, skipped } = await read(reject, good);
    expect([skipped, rejects.map(({ path, line }) => [path, line])]).toEqual([1, [['lists.zip/1.csv', 2]]]);
    const refused = await read(reject, reject).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'no_people',
      skipped: 2,
      rejects: [{ path: 'lists.zip/1.csv' }, { path: 'lists.zip/2.csv' }],
    });
  });

  it('of the fixtures are told too', () => {
    const read = (name: string) =>
      readPeople({
        path: name,
        bytes: readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url)),
      });
    expect(read('Connections.csv').rejects).toEqual([
      {
        path: 'Connections.csv',
        line: 7,
        reason: 'no profile URL',
        text: 'Nolink,Person,,,Acme,Clerk,7-Feb-22',
      },
    ]);
    expect(read('excel-formulas.csv').rejects).toMatchObject([{ line: 8, reason: 'no profile URL' }]);
    expect(read('sales-leads.json').rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [9, SALES_REASON],
      [13, SHORT_REASON],
      [17, 'Recruiter link: opens no profile'],
    ]);
  });
});
