import { parse } from 'csv-parse/sync';
import { UsageError } from '../../domain/errors.ts';
import { type FieldRole, fieldRole } from './field-role.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { personName } from './person-text.ts';
import type { Sighting } from './recogniser.ts';
import { cellReference, type Field, readRecord } from './record-fields.ts';

/** A table as its first rows show it. */
export interface TableShape {
  readonly delimiter: string;
  /** Column names, or null when the table starts with its first person. */
  readonly header: readonly string[] | null;
  /** Rows before the first person: preamble and header. */
  readonly bodyStart: number;
}

export interface TableReading {
  readonly sightings: readonly Sighting[];
  readonly skipped: number;
  readonly warnings: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_CHARACTERS = 32_768;
const SNIFFED_ROWS = 100;
/** No row of an export is longer; what a stray quotation mark would swallow is. */
const MAX_ROW_CHARACTERS = 1_000_000;
const IDENTIFYING: ReadonlySet<FieldRole> = new Set(['link', 'id', 'vanity']);
const NAMING: ReadonlySet<FieldRole> = new Set(['name', 'firstName', 'lastName']);

/** Finds delimiter and header by content, past any preamble; null when the text is no table of people. */
export function tableShape(head: string): TableShape | null {
  const sample = head.slice(0, SNIFFED_CHARACTERS);
  let best: { shape: TableShape; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const rows: string[][] = [];
    eachRow(sample, delimiter, { quotes: true, limit: SNIFFED_ROWS }, (row) => rows.push(row));
    const candidate = shapeOf(rows, delimiter);
    if (candidate !== null && (best === null || candidate.score > best.score)) best = candidate;
  }
  return best?.shape ?? null;
}

function shapeOf(rows: readonly string[][], delimiter: string): { shape: TableShape; score: number } | null {
  const headerAt = rows.findIndex((row, at) => isHeader(row, rows[at + 1]));
  if (headerAt >= 0) {
    const header = rows[headerAt]!;
    const known = header.filter((cell) => fieldRole(cell) !== 'unknown').length;
    return { shape: { delimiter, header, bodyStart: headerAt + 1 }, score: 100 + known };
  }
  const links = rows.map((row) => row.length >= 2 && row.some((cell) => cellReference(cell) !== null));
  const withLink = links.filter(Boolean).length;
  if (withLink === 0 || withLink < (rows.length - 1) * 0.8) return null;
  // Column names in words that we do not know: a first row without a link, as wide as the next.
  const [first, second] = rows;
  const header = links[0] === false && first !== undefined && first.length === second?.length ? first : null;
  return { shape: { delimiter, header, bodyStart: header === null ? 0 : 1 }, score: withLink / rows.length };
}

/** A row of column names: one that identifies people, or names them beside another that we know or over a row as wide. */
function isHeader(row: readonly string[], next: readonly string[] | undefined): boolean {
  if (row.length < 2 || row.some((cell) => cell.length > 60 || /:\/\/|linkedin\.com/i.test(cell)))
    return false;
  const known = row.map(fieldRole).filter((role) => role !== 'unknown' && role !== 'ignored');
  if (known.some((role) => IDENTIFYING.has(role))) return true;
  return known.some((role) => NAMING.has(role)) && (known.length >= 2 || next?.length === row.length);
}

/** Reads a whole table, row by row. */
export function readTable(whole: string, shape: TableShape): TableReading {
  const text = withoutEndlessLines(whole);
  const reading = readRows(text, shape, true);
  if (reading.broken === 0) return { ...reading, warnings: [] };
  // A stray quotation mark can swallow everything after it: then the marks mean nothing in this file.
  const plain = readRows(text, shape, false);
  const useQuotes = plain.sightings.length <= reading.sightings.length * 1.1 + 1;
  const warning = useQuotes
    ? `${reading.broken} broken row(s) were left out`
    : 'quotation marks are unbalanced: they were read as ordinary characters';
  return { ...(useQuotes ? reading : plain), warnings: [warning] };
}

/**
 * The parser bounds the characters of a row but not its cells: a line of nothing but delimiters would fill the memory. Lines that are
 * longer than a row may be are left out.
 */
function withoutEndlessLines(text: string): string {
  const kept: string[] = [];
  let keptFrom = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    if (next - start > MAX_ROW_CHARACTERS) {
      kept.push(text.slice(keptFrom, start));
      keptFrom = next;
    }
    start = next;
  }
  return keptFrom === 0 ? text : [...kept, text.slice(keptFrom)].join('');
}

function readRows(
  text: string,
  shape: TableShape,
  quotes: boolean,
): { sightings: Sighting[]; skipped: number; broken: number } {
  const sightings: Sighting[] = [];
  let skipped = 0;
  let at = 0;
  const roles = shape.header?.map(fieldRole) ?? null;
  const broken = eachRow(text, shape.delimiter, { quotes, limit: null }, (row) => {
    if (at++ < shape.bodyStart) return;
    const reading = readRecord(
      roles === null
        ? nameless(row)
        : row.map((value, column): Field => ({ role: roles[column] ?? 'ignored', value })),
    );
    if (reading.kind === 'person') sightings.push(reading.sighting);
    else if (reading.kind === 'unusable') skipped++;
    refuseMoreSightings(sightings.length);
  });
  return { sightings, skipped, broken };
}

/** Without column names, a short text without digits is taken for the name. */
function nameless(row: readonly string[]): Field[] {
  const nameAt = row.findIndex(
    (cell) =>
      cell.length <= 80 && !/[\d@/:]/.test(cell) && personName(cell) !== null && cellReference(cell) === null,
  );
  return row.map((value, at): Field => ({ role: at === nameAt ? 'name' : 'unknown', value }));
}

/** Calls `take` with each row; gives the number of rows that could not be read. Throws nothing but what `take` throws. */
function eachRow(
  text: string,
  delimiter: string,
  options: { quotes: boolean; limit: number | null },
  take: (row: string[]) => void,
): number {
  let broken = 0;
  try {
    parse(text, {
      delimiter,
      quote: options.quotes ? '"' : false,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_ROW_CHARACTERS,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Rows are handed on one by one and not kept.
      on_record: (row: string[]) => {
        take(row);
        return null;
      },
      on_skip: () => {
        broken++;
        return undefined;
      },
      ...(options.limit === null ? {} : { to: options.limit }),
    });
    return broken;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return broken + 1;
  }
}
