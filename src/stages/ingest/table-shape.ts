import { normaliseVanity } from '../../domain/linkedin-id.ts';
import { cellReference } from './cell-reference.ts';
import { columnAt, type MappedColumns, type TableColumns } from './column-roles.ts';
import { type FieldRole, fieldRole } from './field-role.ts';
import { eachRow } from './table-rows.ts';

/** A table as its first rows show it. */
export interface TableShape extends TableColumns {
  readonly delimiter: string;
  /** Rows before the first person: preamble and header. */
  readonly bodyStart: number;
}

type Rows = TableColumns['sample'];

interface Candidate {
  readonly shape: TableShape;
  readonly score: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_CHARACTERS = 65_536;
const SNIFFED_ROWS = 100;
/** Nested objects made flat have long names; a sentence of a preamble is longer. */
const LONGEST_NAME = 150;
const LONGEST_REPEATED = 40;
/** Excel's own first line: `sep=;`. */
const SEPARATOR_LINE = /^\s*"?sep=(\t|[^\w\s"])"?[ ,;\t|]*(?:\r\n?|\n)/i;
const IDENTIFYING: ReadonlySet<FieldRole> = new Set(['link', 'id', 'vanity']);
/** Words that say little about a column, and nothing about a table. */
const VAGUE: ReadonlySet<FieldRole> = new Set(['unknown', 'ignored', 'plainId', 'possibleName']);
const NAMING: ReadonlySet<FieldRole> = new Set(['name', 'firstName', 'lastName']);

/**
 * Finds delimiter and header by content, past any preamble; null when the text is no table of people. What the user says about its columns makes a
 * table of any rows that are equally wide.
 */
export function tableShape(head: string, columns?: MappedColumns): TableShape | null {
  const sample = head.slice(0, SNIFFED_CHARACTERS);
  const stated = statedDelimiter(sample);
  const skipped = stated === undefined ? 0 : 1;
  const bytes = Buffer.from(sample);
  let best: Candidate | null = null;
  for (const delimiter of stated === undefined ? DELIMITERS : [stated]) {
    const isOneColumn = !sample.includes(delimiter);
    // A table of one column has no delimiter: any will do.
    if (isOneColumn && delimiter !== ',') continue;
    const rows = firstRows(bytes, delimiter).slice(skipped);
    const candidate =
      (columns === undefined ? null : mappedShape(rows, delimiter, columns)) ??
      shapeOf(rows, delimiter) ??
      singleColumn(rows, delimiter) ??
      (columns === undefined ? null : evenShape(rows, delimiter, columns));
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate;
  }
  return best === null ? null : { ...best.shape, bodyStart: best.shape.bodyStart + skipped };
}

/** The delimiter that the first line states for Excel, as `sep=;`. */
export function statedDelimiter(text: string): string | undefined {
  return SEPARATOR_LINE.exec(text)?.[1];
}

/** Up to a row whose quotation mark has no end within the sample. */
function firstRows(bytes: Buffer, delimiter: string): Rows {
  const rows: (readonly string[])[] = [];
  let whole = true;
  eachRow(bytes, { delimiter, limit: SNIFFED_ROWS }, ({ cells, broken }) => {
    whole &&= !broken || rows.length < 2;
    if (whole) rows.push(cells);
    return undefined;
  });
  return rows;
}

function shapeOf(rows: Rows, delimiter: string): Candidate | null {
  let best: { at: number; known: number } | null = null;
  for (const [at, row] of rows.entries()) {
    if (!isHeader(row, rows[at + 1])) continue;
    const roles = row.map(fieldRole);
    const known =
      roles.filter((role) => role === 'ignored' || !VAGUE.has(role)).length +
      (roles.some((role) => IDENTIFYING.has(role)) ? 10 : 0);
    if (best === null || known > best.known) best = { at, known };
  }
  if (best !== null) return withHeader(rows, best.at, delimiter, 100 + best.known);
  const links = rows.map((row) => row.length >= 2 && row.some((cell) => cellReference(cell) !== null));
  const withLink = links.filter(Boolean).length;
  if (withLink === 0 || withLink < (rows.length - 1) * 0.8) return null;
  const score = withLink / rows.length;
  // Column names in words that we do not know: a first row without a link, as wide as the next.
  const [first, second] = rows;
  if (links[0] === false && first!.length === second?.length) return withHeader(rows, 0, delimiter, score);
  const width = rows[links.indexOf(true)]!.length;
  return { shape: { delimiter, header: null, width, bodyStart: 0, sample: rows }, score };
}

function withHeader(rows: Rows, at: number, delimiter: string, score: number): Candidate {
  const header = rows[at]!;
  const sample = rows.slice(at + 1);
  return { shape: { delimiter, header, width: header.length, bodyStart: at + 1, sample }, score };
}

/** A row of column names: one that identifies people, or names them beside another that we know or over a row as wide. */
function isHeader(row: readonly string[], next: readonly string[] | undefined): boolean {
  if (row.length < 2 || row.some((cell) => cell.length > LONGEST_NAME || /:\/\/|linkedin\.com/i.test(cell)))
    return false;
  const known = row.map(fieldRole).filter((role) => !VAGUE.has(role));
  if (known.some((role) => IDENTIFYING.has(role))) return true;
  return known.some((role) => NAMING.has(role)) && (known.length >= 2 || next?.length === row.length);
}

/** Column names in the middle of a table, as in files put one behind the other: they identify and name people, which no person's row does. */
export function isRepeatedHeader(row: readonly string[]): boolean {
  // Rows of people have numbers, addresses and long texts; names of columns are not looked up for those.
  if (row.some((cell) => cell.length > LONGEST_REPEATED || /[\d@:]/.test(cell)) || !isHeader(row, undefined))
    return false;
  const known = row.map(fieldRole);
  return known.some((role) => IDENTIFYING.has(role)) && known.some((role) => NAMING.has(role));
}

/** One column with a name that we know over links or ids. */
function singleColumn(rows: Rows, delimiter: string): Candidate | null {
  const at = rows.findIndex(
    ([cell], index) =>
      index < 10 && cell !== undefined && cell.length <= 60 && IDENTIFYING.has(fieldRole(cell)),
  );
  if (at < 0 || rows[at]!.length > 1 || /:\/\//.test(rows[at]![0]!)) return null;
  const isVanity = fieldRole(rows[at]![0]!) === 'vanity';
  const below = rows.slice(at + 1);
  const good = below.filter(
    ([cell = '']) => cellReference(cell) !== null || (isVanity && normaliseVanity(cell) !== null),
  );
  if (good.length === 0 || good.length < below.length * 0.8) return null;
  return withHeader(rows, at, delimiter, 2);
}

/** The row that has every column which the user names. */
function mappedShape(rows: Rows, delimiter: string, columns: MappedColumns): Candidate | null {
  const wanted = [...columns.values()].filter((column) => !/^\d+$/.test(column.trim()));
  if (wanted.length === 0) return null;
  const at = rows.findIndex((row) => wanted.every((column) => columnAt(row, column) !== null));
  return at < 0 ? null : withHeader(rows, at, delimiter, 1000 + rows[at]!.length);
}

/** Rows that are nearly all equally wide; the first of them names the columns unless it holds a person. */
function evenShape(rows: Rows, delimiter: string, columns: MappedColumns): Candidate | null {
  const byNumber = [...columns.values()].every((column) => /^\d+$/.test(column.trim()));
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [0, 0];
  if (width < (byNumber ? 1 : 2) || count < 2 || count < rows.length * 0.8) return null;
  const at = rows.findIndex((row) => row.length === width);
  const score = width / 1000;
  if (rows[at]!.some((cell) => cellReference(cell) !== null)) {
    return { shape: { delimiter, header: null, width, bodyStart: at, sample: rows.slice(at) }, score };
  }
  return withHeader(rows, at, delimiter, score);
}
