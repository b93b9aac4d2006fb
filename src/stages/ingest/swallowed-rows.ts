import type { TableRow } from './row-scanner.ts';
import { lineEnd } from './table-rows.ts';

export interface RowShape {
  readonly delimiter: string;
  /** Cells of a row. */
  readonly width: number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The character that ends the lines of a text. */
export function lineBreakOf(bytes: Buffer): number {
  return bytes.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
}

/** The line break that ends the row is not within it. Looks no further: the next may be at the end of the file. */
export function spansLines(bytes: Buffer, lineBreak: number, { start, end }: TableRow): boolean {
  for (let at = start; at < end - 1; at++) if (bytes[at] === lineBreak) return true;
  return false;
}

/**
 * How many lines of a row of several are records by themselves, counted up to two. A quotation mark that was never closed is taken to be closed by a
 * later row's: then there are two, or one where the row as it was read is no record.
 */
export function wholeRowsIn(
  bytes: Buffer,
  { start, end }: TableRow,
  { delimiter, width }: RowShape,
  isRecord: (cells: readonly string[]) => boolean,
): number {
  let whole = 0;
  for (let from = start; from < end && whole < 2; from = lineEnd(bytes, from)) {
    const cells = bytes.toString('utf8', from, lineEnd(bytes, from)).split(delimiter);
    if (cells.length >= width && isRecord(cells)) whole++;
  }
  return whole;
}
