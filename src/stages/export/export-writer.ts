import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { withoutControls } from '../../support/text.ts';
import { harmlessCell, type OutputColumn } from './columns.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** CRLF ends a record (RFC 4180). A bare line feed inside a cell needs quotes too; a bare carriage return is none by then (`harmlessCell`). */
const CSV = { record_delimiter: 'windows', quoted_match: '\n' } as const;

/** Writes rows to a stream as RFC 4180 CSV or as JSON Lines, a page at a time and at the pace of the stream. Does not end the stream. */
export async function writeRows<Row>(
  pages: AsyncIterable<readonly Row[]>,
  columns: readonly OutputColumn<Row>[],
  format: ExportFormat,
  output: Writable,
): Promise<void> {
  if (format === 'csv') {
    await write(output, stringify([columns.map((column) => column.title)], CSV));
    for await (const page of pages) await write(output, csvPage(page, columns));
    return;
  }
  const documents = async function* () {
    for await (const page of pages)
      yield page.map((row) => Object.fromEntries(columns.map((column) => [column.key, column.value(row)])));
  };
  await writeDocuments(documents(), output);
}

/** Writes objects to a stream as JSON Lines, likewise. Texts in them lose what a terminal could act on. */
export async function writeDocuments(
  pages: AsyncIterable<readonly object[]>,
  output: Writable,
): Promise<void> {
  const safe = (_: string, value: unknown) => (typeof value === 'string' ? withoutControls(value) : value);
  for await (const page of pages) {
    await write(output, page.map((document) => `${JSON.stringify(document, safe)}\n`).join(''));
  }
}

async function write(output: Writable, text: string): Promise<void> {
  if (text === '') return;
  // A stream that failed between two writes says so only here: it takes no more, and neither drains nor fails again.
  if (output.errored) throw output.errored;
  if (!output.write(text)) await once(output, 'drain');
}

function csvPage<Row>(page: readonly Row[], columns: readonly OutputColumn<Row>[]): string {
  if (page.length === 0) return '';
  return stringify(
    page.map((row) => columns.map((column) => harmlessCell(column.value(row)))),
    CSV,
  );
}
