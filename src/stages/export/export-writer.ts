import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { EXPORT_COLUMNS, type ExportRow, harmlessCell } from './columns.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** Writes rows to a stream as RFC 4180 CSV or as JSON Lines, at the pace of the stream. Does not end the stream. */
export async function writeRows(
  pages: AsyncIterable<readonly ExportRow[]>,
  format: ExportFormat,
  output: Writable,
): Promise<void> {
  const write = async (text: string) => {
    if (!output.write(text)) await once(output, 'drain');
  };
  if (format === 'jsonl') {
    for await (const page of pages) {
      await write(page.map((row) => `${JSON.stringify(toObject(row))}\n`).join(''));
    }
    return;
  }
  const csv = stringify({ record_delimiter: 'windows' });
  const written = (async () => {
    for await (const chunk of csv) await write((chunk as Buffer).toString('utf8'));
  })();
  csv.write(EXPORT_COLUMNS.map((column) => column.title));
  for await (const page of pages) {
    for (const row of page) {
      if (!csv.write(EXPORT_COLUMNS.map((column) => harmlessCell(column.value(row)))))
        await once(csv, 'drain');
    }
  }
  csv.end();
  await written;
}

function toObject(row: ExportRow): Record<string, string | number | null> {
  return Object.fromEntries(EXPORT_COLUMNS.map((column) => [column.key, column.value(row)]));
}
