import { JsonValueSplitter } from '../providers/json-value-splitter.ts';
import { decodeText } from '../stages/ingest/decode.ts';
import { eachRow } from '../stages/ingest/table-rows.ts';

/** One value of JSON, or one row of a table by the names of its columns. */
export type Fields = Readonly<Record<string, unknown>>;

const LONGEST_VALUE = 1_000_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Exports put a title or two above the names of the columns, and Excel a `sep=` line. */
const HEADER_WITHIN = 10;

/**
 * The records of JSON (an array), JSON Lines, or a table, whose column names are in the first row that `isHeader`: whatever delimiter, quoting and encoding. A
 * value that is no object is null. Null for what is neither JSON nor a table with such names.
 */
export function readRecords(
  bytes: Uint8Array,
  isHeader: (names: readonly string[]) => boolean,
): readonly (Fields | null)[] | null {
  const text = decodeText(bytes).whole();
  return /^\s*[[{]/.test(text) ? jsonRecords(text) : tableRecords(text, isHeader);
}

/** The key or column that goes by one of the names, which are in lower case without blanks, underscores and hyphens; the earlier name first. */
export function fieldNamed(keys: readonly string[], names: readonly string[]): string | undefined {
  const plain = keys.map((key) => key.toLowerCase().replace(/[\s_-]/g, ''));
  const name = names.find((one) => plain.includes(one));
  return name === undefined ? undefined : keys[plain.indexOf(name)];
}

function jsonRecords(text: string): readonly (Fields | null)[] {
  const records: (Fields | null)[] = [];
  const splitter = new JsonValueSplitter(LONGEST_VALUE, (json) =>
    records.push(json === null ? null : objectIn(json)),
  );
  splitter.push(text);
  splitter.end();
  return records;
}

function objectIn(json: string): Fields | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function tableRecords(
  text: string,
  isHeader: (names: readonly string[]) => boolean,
): readonly Fields[] | null {
  const bytes = Buffer.from(text);
  for (const delimiter of DELIMITERS) {
    const rows: (readonly string[])[] = [];
    eachRow(bytes, { delimiter, limit: null }, ({ cells }) => void rows.push(cells));
    const at = rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
    if (at < 0) continue;
    const header = rows[at]!;
    return rows
      .slice(at + 1)
      .map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
  }
  return null;
}
