import stringWidth from 'string-width';
import { type Paint, shown } from './io.ts';

export interface Column<Row> {
  readonly title: string;
  value(row: Row): string | number | null;
  readonly align?: 'left' | 'right';
  /** May be shortened when the table is wider than the terminal; the larger, the sooner. */
  readonly shrink?: number;
  /** Narrowest useful width of a column that shrinks. */
  readonly least?: number;
}

const GAP = '  ';

/**
 * A table of plain columns that fits `width` cells: columns that may shrink are shortened with "…". Cells are made safe to print;
 * widths count what a terminal shows (wide characters, emoji).
 */
export function formatTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number,
  paint: Paint,
): string[] {
  const cells = rows.map((row) => columns.map((column) => cell(column.value(row))));
  const widths = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...cells.map((row) => stringWidth(row[index]!)), 1),
  );
  shrinkToFit(columns, widths, width);
  const line = (values: readonly string[]) =>
    values
      .map((value, index) => fitCell(value, widths[index]!, columns[index]!.align ?? 'left'))
      .join(GAP)
      .trimEnd();
  return [paint('dim', line(columns.map((column) => column.title))), ...cells.map(line)];
}

function cell(value: string | number | null): string {
  return value === null ? '–' : shown(String(value));
}

function shrinkToFit<Row>(columns: readonly Column<Row>[], widths: number[], width: number): void {
  const total = () => widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1);
  const order = columns
    .map((column, index) => ({ index, shrink: column.shrink ?? 0, least: column.least ?? 8 }))
    .filter((column) => column.shrink > 0)
    .sort((one, other) => other.shrink - one.shrink);
  for (const { index, least } of order) {
    const excess = total() - width;
    if (excess <= 0) return;
    widths[index] = Math.max(Math.min(least, widths[index]!), widths[index]! - excess);
  }
}

function fitCell(text: string, width: number, align: 'left' | 'right'): string {
  const short = shorten(text, width);
  const padding = ' '.repeat(Math.max(0, width - stringWidth(short)));
  return align === 'right' ? padding + short : short + padding;
}

/** The text, or as much of it as fits in `width` cells with an ellipsis. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let short = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const wide = stringWidth(segment);
    if (used + wide > width - 1) break;
    short += segment;
    used += wide;
  }
  return `${short.trimEnd()}…`;
}
