import { CsvError, parse } from 'csv-parse/sync';

/** One row of a table, with the bytes of the text that it takes up. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Its quotation marks have no end: they were read as ordinary characters. */
  readonly broken: boolean;
}

/** `read as lines`: the row swallowed others, so its lines are to be read one by one. */
export type RowAnswer = 'read as lines' | undefined;

export interface RowOptions {
  readonly delimiter: string;
  /** Stops after so many rows; null: none. */
  readonly limit: number | null;
}

/** No row of an export is longer; what a stray quotation mark would swallow is. */
export const MAX_ROW_BYTES = 1_000_000;
/** With more stray quotation marks than this they mean nothing in the file. */
const MAX_REPAIRS = 20;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Ends a pass over the rows early; never seen outside. */
class Stop extends Error {}

/**
 * Calls `take` with each row. A quotation mark that is never closed, or closed in another row, costs only its own line: that is read without
 * marks, and reading goes on behind it. Returns the number of such lines. Throws nothing but what `take` throws.
 */
export function eachRow(
  bytes: Buffer,
  { delimiter, limit }: RowOptions,
  take: (row: TableRow) => RowAnswer,
): number {
  let repairs = 0;
  let left = limit ?? Number.POSITIVE_INFINITY;
  for (let from = 0; from < bytes.length && left > 0; ) {
    const quotes = repairs < MAX_REPAIRS;
    let position = from;
    let swallowed = false;
    const broken = parseRows(bytes.subarray(from), { delimiter, quotes }, (cells, length) => {
      const start = skipLineBreaks(bytes, position);
      const answer = take({ cells, start, end: from + length, broken: false });
      swallowed = answer === 'read as lines' && quotes;
      if (swallowed) throw new Stop();
      position = from + length;
      if (--left === 0) throw new Stop();
    });
    if (left === 0 || !(broken || swallowed)) break;
    repairs++;
    const start = skipLineBreaks(bytes, position);
    from = lineEnd(bytes, start);
    parseRows(bytes.subarray(start, from), { delimiter, quotes: false }, (cells) => {
      take({ cells, start, end: from, broken: true });
      left--;
    });
  }
  return repairs;
}

/** Gives each row with the number of bytes up to its end. Returns true when it stopped at a row without an end. */
function parseRows(
  bytes: Buffer,
  options: { readonly delimiter: string; readonly quotes: boolean },
  take: (cells: readonly string[], length: number) => void,
): boolean {
  let broken = false;
  const { stackTraceLimit } = Error;
  // The parser makes an error of each row of another length, also where it is told to take them; their stacks take most of its time.
  Error.stackTraceLimit = 0;
  try {
    parse(bytes, {
      delimiter: options.delimiter,
      quote: options.quotes ? '"' : false,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_ROW_BYTES,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Rows are handed on one by one and not kept.
      on_record: (cells: string[], { bytes: length }) => {
        take(cells, length);
        return null;
      },
      on_skip: () => {
        broken = true;
        return undefined;
      },
    });
    return broken;
  } catch (error) {
    if (error instanceof Stop) return false;
    if (error instanceof CsvError) return true;
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function skipLineBreaks(bytes: Uint8Array, from: number): number {
  let start = from;
  while (bytes[start] === LINE_FEED || bytes[start] === CARRIAGE_RETURN) start++;
  return start;
}

/** Behind the line break that ends the line, or the end of the text. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) at++;
  if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at++;
  return Math.min(at + 1, bytes.length);
}

/**
 * The parser bounds the characters of a row but not its cells: a line of nothing but delimiters would fill the memory. Lines that are
 * longer than a row may be are made empty, so that the others keep their numbers.
 */
export function withoutEndlessLines(bytes: Buffer, onLine: (start: number, end: number) => void): Buffer {
  const kept: Buffer[] = [];
  let keptFrom = 0;
  for (let start = 0; bytes.length - start > MAX_ROW_BYTES; ) {
    const window = bytes.subarray(start, start + MAX_ROW_BYTES);
    const last = Math.max(window.lastIndexOf(LINE_FEED), window.lastIndexOf(CARRIAGE_RETURN));
    if (last >= 0) start += last + 1;
    else {
      const end = lineEnd(bytes, start);
      onLine(start, end);
      kept.push(bytes.subarray(keptFrom, start));
      keptFrom = end === bytes.length ? end : end - 1;
      start = end;
    }
  }
  return keptFrom === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(keptFrom)]);
}
