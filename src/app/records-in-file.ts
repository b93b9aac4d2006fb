import { UsageError } from '../domain/errors.ts';
import { JsonValueSplitter } from '../providers/json-value-splitter.ts';
import { decodeText } from '../stages/ingest/decode.ts';
import { lineBreakOf, spansLines, wholeRowsIn } from '../stages/ingest/swallowed-rows.ts';
import { eachRow, MAX_ROW_BYTES, type RowAnswer, withoutEndlessLines } from '../stages/ingest/table-rows.ts';
import { statedDelimiter } from '../stages/ingest/table-shape.ts';
import { cleanLine, firstCharacters } from '../support/text.ts';

/** What stands in a record, in the order of its names: the cells of a row, or the values of an object. */
export type Values = readonly unknown[];

/** Where in a record that stands which is asked for, by index. */
export interface Places {
  /** False for a row that was asked for names and is a record itself: the table has no names. */
  readonly areNamed: boolean;
}

/** What is asked of the records of a file. */
export interface RecordReading<Found extends Places> {
  /** Null where these are not the names looked for. Asked of the first rows of a table, and of the keys of JSON's objects. */
  readonly placesIn: (names: readonly string[], kind: 'table' | 'json') => Found | null;
  /** Whether a row makes sense if the table is read like this. */
  readonly isUsable: (values: Values, places: Found) => boolean;
  /** Whether a line is a record beyond doubt: of a row of several such lines each is one. */
  readonly isCertain: (values: Values, places: Found) => boolean;
  /** Called with each record. */
  readonly take: (record: FoundRecord<Found> | NoRecord) => void;
}

export interface FoundRecord<Found extends Places> {
  readonly values: Values;
  readonly places: Found;
}

/** What stands in the place of a record: no JSON, or JSON without such names. */
export type NoRecord = 'broken' | 'nameless';

interface Layout<Found> {
  readonly delimiter: string;
  /** Rows above the first record. */
  readonly above: number;
  readonly width: number;
  readonly places: Found;
}

const LONGEST_VALUE = 1_000_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Exports put a title or two above the names of the columns, and Excel a `sep=` line. */
const HEADER_WITHIN = 10;
/** Where several delimiters are possible, so many rows tell which. */
const COMPARED_ROWS = 10_000;

/**
 * Reads the records of JSON (an array), JSON Lines, or a table with any delimiter, quoting and encoding, one by one. Where things stand in a table its first row
 * of names says, once for all rows: names may repeat, be empty or be numbers. Returns false for what is neither JSON nor a table with such names. Throws
 * UsageError for a line that is no row of any table, and whatever `take` throws.
 */
export function readRecords<Found extends Places>(
  bytes: Uint8Array,
  path: string,
  reading: RecordReading<Found>,
): boolean {
  const text = decodeText(bytes);
  if (/^\s*[[{]/.test(text.head)) {
    readJson(text.pieces(), reading);
    return true;
  }
  const table = Buffer.concat(Array.from(text.pieces(), (piece) => Buffer.from(piece)));
  const layout = layoutOf(
    withoutEndlessLines(table, () => refuseLine(path)),
    text.head,
    reading,
  );
  if (layout === null) return false;
  eachRecord(table, layout, null, reading, (values) => reading.take({ values, places: layout.places }));
  return true;
}

/** Where that stands which goes by one of the names, which are in lower case without blanks, underscores and hyphens: all of the earliest name that there is. */
export function placesNamed(found: readonly string[], names: readonly string[]): readonly number[] {
  const plain = found.map((name) => name.toLowerCase().replace(/[\s_-]/g, ''));
  const name = names.find((one) => plain.includes(one));
  return plain.flatMap((one, at) => (one === name ? [at] : []));
}

/** Whether a row has more cells than there are columns: a delimiter in a cell without quotation marks moves all that follows it. */
export function isWider(values: Values, width: number): boolean {
  return values.length > width && values.slice(width).some((cell) => cleanLine(String(cell)) !== null);
}

/** Columns by number and name, for whoever is to choose between them. */
export function columnsAt(names: readonly string[], at: readonly number[]): string {
  const each = at
    .slice(0, 3)
    .map((place) => `${place + 1} (${firstCharacters(cleanLine(names[place]) ?? '', 60)})`);
  return `columns ${each.join(' and ')}`;
}

function readJson<Found extends Places>(
  pieces: Iterable<string>,
  { placesIn, take }: RecordReading<Found>,
): void {
  let last: { keys: readonly string[]; places: Found | null } | null = null;
  const splitter = new JsonValueSplitter(LONGEST_VALUE, (json) => {
    const object = json === null ? 'broken' : objectIn(json);
    if (typeof object === 'string') return take(object);
    const keys = Object.keys(object);
    const isAlike = last?.keys.length === keys.length && keys.every((key, at) => key === last!.keys[at]);
    if (!isAlike) last = { keys, places: placesIn(keys, 'json') };
    const { places } = last!;
    take(places === null ? 'nameless' : { values: Object.values(object), places });
  });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
}

function objectIn(json: string): object | NoRecord {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'nameless';
  } catch {
    return 'broken';
  }
}

/** Under the delimiter that makes sense of the most rows. */
function layoutOf<Found extends Places>(
  table: Buffer,
  head: string,
  reading: RecordReading<Found>,
): Layout<Found> | null {
  const stated = statedDelimiter(head);
  const delimiters = new Set(stated === undefined ? DELIMITERS : [stated, ...DELIMITERS]);
  const layouts = [...delimiters].flatMap(
    (delimiter) => layoutUnder(table, delimiter, stated === undefined ? 0 : 1, reading) ?? [],
  );
  if (layouts.length < 2) return layouts[0] ?? null;
  const usable = layouts.map((layout) => {
    let count = 0;
    eachRecord(table, layout, COMPARED_ROWS, reading, (cells) => {
      if (reading.isUsable(cells, layout.places)) count++;
    });
    return count;
  });
  return layouts[usable.indexOf(Math.max(...usable))]!;
}

function layoutUnder<Found extends Places>(
  table: Buffer,
  delimiter: string,
  skipped: number,
  { placesIn }: RecordReading<Found>,
): Layout<Found> | null {
  const rows: (readonly string[])[] = [];
  eachRow(table, { delimiter, limit: skipped + HEADER_WITHIN }, ({ cells }) => void rows.push(cells));
  for (const [at, names] of rows.entries()) {
    const places = at < skipped ? null : placesIn(names, 'table');
    if (places !== null)
      return { delimiter, above: places.areNamed ? at + 1 : at, width: names.length, places };
  }
  return null;
}

/** A quotation mark that is never closed costs its own line alone, not the rows up to the next mark. */
function eachRecord<Found extends Places>(
  table: Buffer,
  layout: Layout<Found>,
  limit: number | null,
  { isCertain }: RecordReading<Found>,
  take: (cells: readonly string[]) => void,
): void {
  const lineBreak = lineBreakOf(table);
  const isRecord = (cells: readonly string[]) => isCertain(cells, layout.places);
  let at = 0;
  eachRow(table, { delimiter: layout.delimiter, limit }, (row): RowAnswer => {
    if (at++ < layout.above) return undefined;
    if (!row.broken && spansLines(table, lineBreak, row)) {
      const least = isRecord(row.cells) ? 2 : 1;
      if (wholeRowsIn(table, row, layout, isRecord) >= least) {
        at--;
        return 'read as lines';
      }
    }
    take(row.cells);
    return undefined;
  });
}

function refuseLine(path: string): never {
  throw new UsageError(
    'endless_line',
    `${path} has a line of more than ${MAX_ROW_BYTES.toLocaleString('en-US')} bytes`,
    'export it again as CSV or JSON Lines, with a line for each person',
  );
}
