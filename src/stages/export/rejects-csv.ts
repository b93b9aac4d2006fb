import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from './columns.ts';

/** A row of an input file that could not be used. */
export interface RejectedLine {
  readonly path: string;
  readonly line: number | null;
  readonly reason: string;
  readonly text: string;
}

/** RFC 4180 with the columns file, line, reason and row; no cell of it is run by a spreadsheet. */
export function rejectsCsv(rejects: readonly RejectedLine[]): string {
  return stringify(
    [
      ['file', 'line', 'reason', 'row'],
      ...rejects.map(({ path, line, reason, text }) => [path, line, reason, text].map(harmlessCell)),
    ],
    // A bare line feed inside a cell needs quotes too; a bare carriage return is none by then (`harmlessCell`).
    { record_delimiter: 'windows', quoted_match: '\n' },
  );
}
