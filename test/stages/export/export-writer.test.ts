import { PassThrough, Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS, type ExportRow } from '../../../src/stages/export/columns.ts';
import { type ExportFormat, writeRows } from '../../../src/stages/export/export-writer.ts';

const ROW: ExportRow = {
  memberUrn: null,
  publicIdentifier: 'orla-fenwick',
  name: 'Orla Fenwick',
  headline: 'CFO at Ledgerly',
  company: 'Ledgerly',
  location: 'Leeds, England',
  jobTitles: ['CFO', 'Board Member'],
  score: 87.5,
  reasoning: 'CFO at Ledgerly: title and industry match',
  industry: 'SaaS',
  companyType: 'startup',
};

async function* pagesOf(...pages: readonly (readonly ExportRow[])[]) {
  yield* pages;
}

async function written(pages: AsyncIterable<readonly ExportRow[]>, format: ExportFormat): Promise<string> {
  const output = new PassThrough();
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await writeRows(pages, EXPORT_COLUMNS, format, output);
  expect(output.writableEnded).toBe(false);
  output.end();
  return Buffer.concat(chunks).toString('utf8');
}

/** RFC 4180 read strictly: CRLF ends a record, and a bare CR or LF may stand only between quotes. */
function records(csv: string): string[][] {
  expect(csv.replace(/"(?:[^"]|"")*"/g, '').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return parse(csv, { record_delimiter: '\r\n', relax_column_count: false, bom: false });
}

describe('CSV', () => {
  it('has the columns of the specification and one record per lead', async () => {
    const csv = await written(
      pagesOf([ROW], [{ ...ROW, publicIdentifier: 'other', score: null, jobTitles: [] }]),
      'csv',
    );
    expect(records(csv)).toEqual([
      [
        'Name',
        'Profile URL',
        'Headline',
        'Company',
        'Location',
        'Job Title',
        'ICP Score',
        'Match Reasoning',
        'Industry',
        'Company Type',
      ],
      [
        'Orla Fenwick',
        'https://www.linkedin.com/in/orla-fenwick',
        'CFO at Ledgerly',
        'Ledgerly',
        'Leeds, England',
        'CFO; Board Member',
        '87.5',
        'CFO at Ledgerly: title and industry match',
        'SaaS',
        'startup',
      ],
      expect.arrayContaining(['https://www.linkedin.com/in/other', '']),
    ]);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('is a header alone when there is nobody', async () => {
    expect(records(await written(pagesOf(), 'csv'))).toHaveLength(1);
    expect(records(await written(pagesOf([]), 'csv'))).toHaveLength(1);
  });

  it.each([
    'two\nlines',
    'two\r\nlines',
    'a "quoted" word',
    'comma, comma',
    ' blanks ',
    'semi;colon',
    'Zoë Ærø 王 👩‍💻',
    '"',
    '\n',
  ])('carries %j unharmed', async (text) => {
    const [, record] = records(await written(pagesOf([{ ...ROW, headline: text }]), 'csv'));
    expect(record![2]).toBe(text.replaceAll('\r\n', '\n'));
    expect(record).toHaveLength(EXPORT_COLUMNS.length);
  });

  it('can be read back whatever the texts are, and none of its cells is a formula', async () => {
    const text = fc.option(
      fc.string({ unit: 'grapheme' }).map((one) => one.replace(/\r/g, '')),
      { nil: null },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: text,
            headline: text,
            company: text,
            reasoning: text,
            jobTitles: fc.array(fc.string()),
          }),
        ),
        async (changes) => {
          const rows = changes.map((change) => ({ ...ROW, ...change }));
          const read = records(await written(pagesOf(rows), 'csv'));
          expect(read).toHaveLength(rows.length + 1);
          for (const record of read.slice(1)) {
            expect(record).toHaveLength(EXPORT_COLUMNS.length);
            for (const cell of record) expect(cell).not.toMatch(/^[\s]*[=+\-@|%\t\r]/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes at the pace of the stream', async () => {
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1024,
      write(_chunk, _encoding, done) {
        most = Math.max(most, this.writableLength);
        setImmediate(done);
      },
    });
    await writeRows(
      pagesOf(...Array.from({ length: 20 }, () => Array.from({ length: 200 }, () => ROW))),
      EXPORT_COLUMNS,
      'csv',
      slow,
    );
    expect(most).toBeLessThan(200_000);
  });
});

describe.each<ExportFormat>(['csv', 'jsonl'])('an error as %s', (format) => {
  it('of the stream ends the writing with that error, and asks for no more rows', {
    timeout: 5000,
  }, async () => {
    let pages = 0;
    let closed = false;
    const endless = async function* () {
      try {
        for (; pages < 1000; pages += 1) yield Array.from({ length: 100 }, () => ROW);
      } finally {
        closed = true;
      }
    };
    let writes = 0;
    const full = new Writable({
      highWaterMark: 1024,
      write(_chunk, _encoding, done) {
        writes += 1;
        done(writes > 3 ? Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }) : null);
      },
    });
    full.on('error', () => {});
    await expect(writeRows(endless(), EXPORT_COLUMNS, format, full)).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(pages).toBeLessThan(1000);
    expect(closed).toBe(true);
  });

  it('of the source ends the writing with that error', { timeout: 5000 }, async () => {
    const broken = async function* () {
      yield [ROW];
      throw new Error('the database is gone');
    };
    const output = new PassThrough();
    output.resume();
    await expect(writeRows(broken(), EXPORT_COLUMNS, format, output)).rejects.toThrow('the database is gone');
  });
});

describe('JSON Lines', () => {
  it('has one object per lead with the names of `icp leads --json`, and scores as numbers', async () => {
    const text = await written(pagesOf([ROW, { ...ROW, score: null, headline: 'two\nlines' }]), 'jsonl');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual({
      name: 'Orla Fenwick',
      profile_url: 'https://www.linkedin.com/in/orla-fenwick',
      headline: 'CFO at Ledgerly',
      company: 'Ledgerly',
      location: 'Leeds, England',
      job_title: 'CFO; Board Member',
      icp_score: 87.5,
      match_reasoning: 'CFO at Ledgerly: title and industry match',
      industry: 'SaaS',
      company_type: 'startup',
    });
    expect(lines[1]).toMatchObject({ icp_score: null, headline: 'two\nlines' });
  });

  it('is nothing when there is nobody', async () => {
    expect(await written(pagesOf(), 'jsonl')).toBe('');
  });

  it('lets no control reach a terminal', async () => {
    const text = await written(pagesOf([{ ...ROW, name: 'a\u001b[31mb\u009b32mc\u202ed' }]), 'jsonl');
    expect(text).not.toMatch(/[\u001b\u0080-\u009f\u202e]/);
  });
});
