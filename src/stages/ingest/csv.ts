import { readTable, tableShape } from './csv-table.ts';
import type { Findings, Recogniser, Source } from './recogniser.ts';

/** Any table of people as text: comma, semicolon, tab or bar between the cells, with or without column names. */
export const csv: Recogniser = {
  kind: 'csv',
  content: 'text',
  recognise({ text }) {
    if (/^\s*</.test(text.head)) return null;
    const shape = tableShape(text.head);
    if (shape === null) return null;
    const columns = shape.header === null ? 'without column names' : `with columns ${named(shape.header)}`;
    return `a table ${columns}`;
  },
  read: readCsv,
};

/** Reads a table that `tableShape` recognised. */
export function readCsv({ text }: Source): Findings {
  const shape = tableShape(text.head)!;
  const reading = readTable(text.whole(), shape);
  const columns = shape.header === null ? 'no column names' : `the columns ${named(shape.header)}`;
  return {
    ...reading,
    statedTotal: null,
    ifEmpty: {
      message: `this table has ${columns}, but no column with profile addresses (linkedin.com/in/…) or member ids (ACoAA…)`,
      hint: 'Export it again with the profile URL of each person.',
    },
  };
}

function named(header: readonly string[]): string {
  const shown = header
    .slice(0, 8)
    .map((cell) => cell.trim().slice(0, 40))
    .filter(Boolean);
  return shown.join(', ') + (header.length > shown.length ? ', …' : '');
}
