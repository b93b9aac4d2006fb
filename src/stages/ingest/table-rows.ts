import { RowScanner, type TableRow } from './row-scanner.ts';

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

/**
 * Calls `take` with each row. A quotation mark that is never closed, or closed in another row, costs only its own line: that is read without
 * marks, and reading goes on behind it. Returns the number of such lines. Throws nothing but what `take` throws.
 */
export function eachRow(
  bytes: Buffer,
  { delimiter, limit }: RowOptions,
  take: (row: TableRow) => RowAnswer,
): number {
  const scanner = new RowScanner(bytes, delimiter, MAX_ROW_BYTES);
  let repairs = 0;
  let left = limit ?? Number.POSITIVE_INFINITY;
  for (let start = skipLineBreaks(bytes, 0); start < bytes.length && left > 0; left--) {
    const quotes = repairs < MAX_REPAIRS;
    const row = scanner.rowAt(start, quotes);
    if (row === null || (take(row) === 'read as lines' && quotes)) {
      repairs++;
      const line = scanner.rowAt(start, false)!;
      take({ cells: line.cells, start, end: line.end, broken: true });
      start = skipLineBreaks(bytes, line.end);
    } else start = skipLineBreaks(bytes, row.end);
  }
  return repairs;
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
