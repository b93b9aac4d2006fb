import { readTable } from './csv-table.ts';
import { refuseOtherExports } from './other-linkedin-exports.ts';
import type { Findings, ReadOptions, Recogniser, Source } from './recogniser.ts';
import { tableShape } from './table-shape.ts';

/** Any table of people as text: comma, semicolon, tab or bar between the cells, with or without column names. */
export const csv: Recogniser = {
  kind: 'csv',
  content: 'text',
  recognise({ text }, options) {
    if (/^\s*</.test(text.head)) return null;
    const shape = tableShape(text.head, options.columns);
    if (shape === null) return null;
    const columns = shape.header === null ? 'without column names' : `with columns ${named(shape.header)}`;
    return `a table ${columns}`;
  },
  read: readCsv,
};

/** Reads a table that `tableShape` recognised. */
export function readCsv({ path, text }: Source, options: ReadOptions): Findings {
  const shape = tableShape(text.head, options.columns)!;
  if (options.columns === undefined) refuseOtherExports(path, shape.header);
  const reading = readTable(text.whole(), shape, options.columns);
  const columns = shape.header === null ? 'no column names' : `the columns ${named(shape.header)}`;
  return {
    ...reading,
    statedTotal: null,
    ifEmpty: {
      message: `this table has ${columns}, but no column with profile addresses (linkedin.com/in/…) or member ids (ACoAA…)${rejected(reading)}`,
      hint: 'Export it again with the profile URL of each person; if a column has it under another name, say which: --map url=COLUMN.',
    },
  };
}

/** Why none of its rows can be used, where most say the same. */
function rejected({ skipped, rejects }: Pick<Findings, 'skipped' | 'rejects'>): string {
  const [first] = rejects ?? [];
  return first === undefined ? '' : `; ${skipped} row(s) cannot be used, the first: ${first.reason}`;
}

function named(header: readonly string[]): string {
  const shown = header
    .slice(0, 8)
    .map((cell) => cell.trim().slice(0, 40))
    .filter(Boolean);
  return shown.join(', ') + (header.length > shown.length ? ', …' : '');
}
