import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowScanner } from '../../../src/stages/ingest/row-scanner.ts';
import { eachRow } from '../../../src/stages/ingest/table-rows.ts';

const LONGEST = 1_000_000;
const DELIMITERS = [',', ';', '\t', '|', '§'] as const;
const text = fc
  .array(fc.constantFrom('a', 'é', '😀', ' ', '"', '""', '\n', '\r\n', '\r', '\u0000', ...DELIMITERS), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

/** Each row with its last byte, as csv-parse reads them; null when a quotation mark has no end. */
function reference(bytes: Buffer, delimiter: string, quotes: boolean): [readonly string[], number][] | null {
  const rows: [readonly string[], number][] = [];
  let isWhole = true;
  parse(bytes, {
    delimiter,
    quote: quotes ? '"' : false,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    on_record: (cells: string[], { bytes: end }) => {
      rows.push([cells, end]);
      return null;
    },
    on_skip: () => {
      isWhole = false;
      return undefined;
    },
  });
  return isWhole ? rows : null;
}

function scanned(bytes: Buffer, delimiter: string, quotes: boolean): [readonly string[], number][] | null {
  const scanner = new RowScanner(bytes, delimiter, LONGEST);
  const rows: [readonly string[], number][] = [];
  for (let start = 0; start < bytes.length; ) {
    if (bytes[start] === 10 || bytes[start] === 13) start++;
    else {
      const row = scanner.rowAt(start, quotes);
      if (row === null) return null;
      rows.push([row.cells, row.end]);
      start = row.end;
    }
  }
  return rows;
}

describe('the rows of a table', () => {
  it('are those that csv-parse reads, whatever the text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...DELIMITERS), fc.boolean(), (content, delimiter, quotes) => {
        const bytes = Buffer.from(content);
        expect(scanned(bytes, delimiter, quotes)).toEqual(reference(bytes, delimiter, quotes));
      }),
      { numRuns: 3000 },
    );
  });

  it('take up all of the text between them but line breaks, also where quotation marks have no end', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...DELIMITERS), (content, delimiter) => {
        const bytes = Buffer.from(content);
        let behind = 0;
        const between: string[] = [];
        eachRow(bytes, { delimiter, limit: null }, ({ start, end }) => {
          between.push(bytes.toString('utf8', behind, start));
          behind = end;
          return undefined;
        });
        between.push(bytes.toString('utf8', behind));
        expect(between.join('')).toMatch(/^[\r\n]*$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('end where a cell in quotation marks makes one longer than any row is', () => {
    const bytes = Buffer.from(`a,"${'x'.repeat(50)}",b\nc\n`);
    expect(new RowScanner(bytes, ',', 40).rowAt(0, true)).toBeNull();
    expect(new RowScanner(bytes, ',', 40).rowAt(0, false)?.cells).toHaveLength(3);
    expect(new RowScanner(bytes, ',', 60).rowAt(0, true)?.cells).toEqual(['a', 'x'.repeat(50), 'b']);
  });
});
