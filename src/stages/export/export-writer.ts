import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { withoutControls } from '../../support/text.ts';
import { EXPORT_COLUMNS, type ExportRow, harmlessCell } from './columns.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** CRLF ends a record (RFC 4180). A bare line feed inside a cell needs quotes too; a bare carriage return is none by then (`harmlessCell`). */
const CSV = { record_delimiter: 'windows', quoted_match: '\n' } as const;

/** Writes rows to a stream as RFC 4180 CSV or as JSON Lines, a page at a time and at the pace of the stream. Does not end the stream. */
export async function writeRows(
  pages: AsyncIterable<readonly ExportRow[]>,
  format: ExportFormat,
  output: Writable,
): Promise<void> {
  const write = async (text: string) => {
    // A stream that failed between two writes says so only here: it takes no more, and neither drains nor fails again.
    if (output.errored) throw output.errored;
    if (!output.write(text)) await once(output, 'drain');
  };
  if (format === 'csv') await write(stringify([EXPORT_COLUMNS.map((column) => column.title)], CSV));
  for await (const page of pages) {
    if (page.length > 0) await write(format === 'csv' ? csvPage(page) : jsonLines(page));
  }
}

function csvPage(page: readonly ExportRow[]): string {
  return stringify(
    page.map((row) => EXPORT_COLUMNS.map((column) => harmlessCell(column.value(row)))),
    CSV,
  );
}

function jsonLines(page: readonly ExportRow[]): string {
  const safe = (value: string | number | null) =>
    typeof value === 'string' ? withoutControls(value) : value;
  return page
    .map((row) => Object.fromEntries(EXPORT_COLUMNS.map((column) => [column.key, safe(column.value(row))])))
    .map((document) => `${JSON.stringify(document)}\n`)
    .join('');
}
