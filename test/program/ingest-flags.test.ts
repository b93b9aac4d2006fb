import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';

let place: Workplace;
const at = (name: string) => join(place.folder, name);

beforeAll(async () => {
  place = await createWorkplace();
  writeFileSync(
    at('people.csv'),
    [
      'Name,Profile URL',
      'Mirela Okonjari,https://www.linkedin.com/in/mirela-okonjari-1',
      '"=cmd|x, No Link",',
      'Only Sales,https://www.linkedin.com/sales/lead/ACwAAAAAAAIBfCRctt5PC5jYk1AzAqTBbSID-xs',
    ].join('\r\n'),
  );
  writeFileSync(at('own.csv'), 'Wer;Wo\nZoë Brandt;zoe-brandt\nKnut Aasen;knut-aasen\n');
  writeFileSync(at('urls.txt'), 'https://www.linkedin.com/in/siv-moen\n');
});
afterAll(() => place.close());

describe('icp ingest --explain', () => {
  it('says what each file was taken for, needs no client, and leaves nothing behind', async () => {
    const before = readdirSync(place.folder);
    const { code, stdout, stderr } = await place.icp(['ingest', 'people.csv', 'urls.txt', '--explain']);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      [
        'people.csv',
        '  kind     csv',
        '  why      a table with columns Name, Profile URL',
        '  found    1 person',
        '  skipped  2 rows without a usable identity (1 no profile URL, 1 Sales Navigator link: opens no profile)',
        '',
        'urls.txt',
        '  kind     url-list',
        '  why      it is plain text',
        '  found    1 person',
        '  skipped  none',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
    expect(readdirSync(place.folder)).toEqual(before);
  });

  it('says so of a file that cannot be read too, with code 2', async () => {
    const args = ['ingest', 'people.csv', 'own.csv', '--explain', '--map', 'url=profile url', '--json'];
    const result = await place.here(args);
    expect(result.json()).toEqual({
      command: 'ingest',
      explain: [
        {
          path: 'people.csv',
          kind: 'csv',
          why: 'a table with columns Name, Profile URL',
          found: 1,
          skipped: 2,
          reasons: { 'no profile URL': 1, 'Sales Navigator link: opens no profile': 1 },
          stated_total: null,
          warnings: [],
        },
        {
          path: 'own.csv',
          error: {
            code: 'unknown_column',
            message: expect.stringContaining('Wer, Wo'),
            hint: expect.stringContaining('--map'),
          },
        },
      ],
    });
    expect(result.code).toBe(2);
  });
});

describe('what cannot be asked for', () => {
  it.each([
    [['ingest', 'people.csv'], /required option '--client <slug>' not specified/],
    [['ingest', 'people.csv', '--client', 'a', '--map', 'link=1'], /url, id, vanity, name, first_name/],
    [['ingest', 'people.csv', '--explain', '--rejects', 'x.csv'], /cannot be used with option '--rejects/],
  ])('%j: code 2', async (args, message) => {
    const { code, stderr, stdout } = await place.here(args);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('icp ingest and run with --map and --rejects', () => {
  beforeAll(async () => {
    await place.here(['client', 'add', 'acme']);
  });

  it('write the rows that cannot be used, harmless to a spreadsheet', async () => {
    const args = ['ingest', 'people.csv', '--client', 'acme', '--rejects', 'bad/rejects.csv', '--json'];
    const result = await place.here(args);
    expect(result.json()).toMatchObject({ found: 1, rejects: { count: 2, path: 'bad/rejects.csv' } });
    expect(readFileSync(at('bad/rejects.csv'), 'utf8').split('\r\n')).toEqual([
      'file,line,reason,row',
      'people.csv,3,no profile URL,"""=cmd|x, No Link"","',
      expect.stringMatching(/^people\.csv,4,Sales Navigator link: opens no profile,"Only Sales,https/),
      '',
    ]);
    expect(readdirSync(at('bad'))).toEqual(['rejects.csv']);
  });

  it('write them also when there are no others', async () => {
    writeFileSync(at('nobody.csv'), 'Name,Profile URL\nMirela Okonjari,\n');
    const args = ['ingest', 'nobody.csv', '--client', 'acme', '--rejects', 'nobody-rejects.csv'];
    const { code, stderr } = await place.here(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining('the rows are in nobody-rejects.csv')]);
    expect(readFileSync(at('nobody-rejects.csv'), 'utf8')).toContain('nobody.csv,2,no profile URL');
  });

  it('take columns for what the user says, and say when there was nothing to do', async () => {
    const args = ['ingest', 'own.csv', '--client', 'acme', '--rejects', 'none.csv'];
    const { code, stdout } = await place.here([...args, '--map', 'vanity=2', '--map', 'name= wer ']);
    expect(stdout).toContain('own.csv: 2 people found\n');
    expect(stdout).toContain('Every row could be used: no rejects were written.');
    expect([code, existsSync(at('none.csv'))]).toEqual([0, false]);

    const text = await place.here(['ingest', 'urls.txt', '--client', 'acme', '--map', 'name=1', '--json']);
    expect(text.json()).not.toHaveProperty('rejects');
    expect(text.stderr).toContain('--map applies to tables (CSV)');
  });

  it('in a run, before anything else', async () => {
    writeFileSync(at('icp.yaml'), 'target_titles: [CFO]\n');
    const args = ['run', 'people.csv', '--client', 'new', '--icp', 'icp.yaml', '--offline', '--batch', 'b'];
    const done = await place.here([...args, '--map', 'url=2', '--rejects', 'r.csv', '-o', 'out.csv']);
    expect(done.stdout).toContain('2 rows without a usable identity, see r.csv');
    expect(readFileSync(at('r.csv'), 'utf8')).toContain('people.csv,3,no profile URL');

    const refused = await place.here([...args, '--rejects', 'people.csv/r.csv']);
    expect(refused.stderr).toMatch(/people\.csv\/r\.csv cannot be written \(E[A-Z]+\); nothing was ingested/);
    expect(refused.code).toBe(2);
  });
});
