import { readCsv } from './csv.ts';
import { tableShape } from './csv-table.ts';
import type { Recogniser } from './recogniser.ts';

/** `Connections.csv` of LinkedIn's "Get a copy of your data": notes, a blank line, then the table (LINKEDIN.md §3). */
export const linkedinConnectionsCsv: Recogniser = {
  kind: 'linkedin-connections-csv',
  content: 'text',
  recognise({ text }) {
    if (/^\s*</.test(text.head)) return null;
    const names = tableShape(text.head)?.header?.map((cell) => cell.trim().toLowerCase()) ?? [];
    const isExport = ['first name', 'last name', 'connected on'].every((name) => names.includes(name));
    return isExport ? "it has the columns of LinkedIn's own export" : null;
  },
  read(source) {
    return {
      ...readCsv(source),
      ifEmpty: {
        message:
          'this Connections.csv names no profile addresses: it has no URL column, or the column is empty',
        hint: 'Ask LinkedIn for a new copy of the data, or save the connections page as HTML.',
      },
    };
  },
};
