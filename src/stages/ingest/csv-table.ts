import { parse } from 'csv-parse/sync';
import { personName } from './person-text.ts';
import type { Sighting } from './recogniser.ts';
import { cellReference, type Field, type FieldRole, fieldRole, readRecord } from './record-fields.ts';

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
    const rows = parseRows(sample, delimiter, SNIFFED_ROWS).rows;
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

export function readTable(text: string, shape: TableShape): TableReading {
  const parsed = parseRows(text, shape.delimiter, null);
  const reading = readRows(parsed.rows, shape);
  if (parsed.broken === 0) return { ...reading, warnings: [] };
  // A stray quotation mark can swallow everything after it: then the marks mean nothing in this file.
  const plain = readRows(parseRows(text, shape.delimiter, null, false).rows, shape);
  const useQuotes = plain.sightings.length <= reading.sightings.length * 1.1 + 1;
  const warning = useQuotes
    ? `${parsed.broken} broken row(s) were left out`
    : 'quotation marks are unbalanced: they were read as ordinary characters';
  return { ...(useQuotes ? reading : plain), warnings: [warning] };
}

function readRows(rows: readonly string[][], shape: TableShape): { sightings: Sighting[]; skipped: number } {
  const sightings: Sighting[] = [];
  let skipped = 0;
  const roles = shape.header?.map(fieldRole) ?? null;
  for (let i = shape.bodyStart; i < rows.length; i++) {
    const row = rows[i]!;
    const reading = readRecord(
      roles === null
        ? nameless(row)
        : row.map((value, at): Field => ({ role: roles[at] ?? 'ignored', value })),
    );
    if (reading.kind === 'person') sightings.push(reading.sighting);
    else if (reading.kind === 'unusable') skipped++;
  }
  return { sightings, skipped };
}

/** Without column names, a short text without digits is taken for the name. */
function nameless(row: readonly string[]): Field[] {
  const nameAt = row.findIndex(
    (cell) =>
      cell.length <= 80 && !/[\d@/:]/.test(cell) && personName(cell) !== null && cellReference(cell) === null,
  );
  return row.map((value, at): Field => ({ role: at === nameAt ? 'name' : 'unknown', value }));
}

/** Never throws: rows that cannot be read are counted as broken. */
function parseRows(
  text: string,
  delimiter: string,
  limit: number | null,
  quotes = true,
): { rows: string[][]; broken: number } {
  let broken = 0;
  try {
    const rows = parse(text, {
      delimiter,
      quote: quotes ? '"' : false,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_ROW_CHARACTERS,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_skip: () => {
        broken++;
      },
      ...(limit === null ? {} : { to: limit }),
    });
    return { rows, broken };
  } catch {
    return { rows: [], broken: broken + 1 };
  }
}
