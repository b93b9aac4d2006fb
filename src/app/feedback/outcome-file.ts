import { UsageError } from '../../domain/errors.ts';
import { isMemberId, normaliseVanity, parsePerson } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { cellReference } from '../../stages/ingest/cell-reference.ts';
import { fieldRole } from '../../stages/ingest/field-role.ts';
import { cleanLine, firstCharacters } from '../../support/text.ts';
import type { InputLimit } from '../input-files.ts';
import { columnsAt, type Places, placesNamed, readRecords, type Values } from '../records-in-file.ts';

/** What `--map FIELD=COLUMN` may name. */
export const OUTCOME_FIELDS = ['url', 'outcome'] as const;
export type OutcomeField = (typeof OUTCOME_FIELDS)[number];
export type OutcomeColumns = ReadonlyMap<OutcomeField, string>;

/** What one row of a CRM's export says. */
export interface OutcomeRow {
  /** Counted from 1, of JSON by value and of a table by row below the names. */
  readonly row: number;
  /** Null where no link can be used. */
  readonly person: PersonIdentity | null;
  readonly outcome: string;
}

const OUTCOMES = [
  ...['outcome', 'result', 'verdict', 'label', 'dealstage', 'leadstatus', 'contactstatus'],
  ...['opportunitystage', 'dealstatus', 'status', 'stage', 'lifecyclestage'],
];
const SPLIT = 'split it, and import one part after the other';
/** More than any CRM holds of a client's leads; a file is held in memory while it is read. */
export const LARGEST_OUTCOME_FILE: InputLimit = {
  megabytes: 50,
  hint: `export the columns of links and outcomes alone, or ${SPLIT}`,
};
const MOST_ROWS = 500_000;
/** A vanity name has three characters or more. */
const SHORTEST = 3;
const LONGEST_NAME = 60;
const SHOWN_COLUMNS = 20;

/**
 * Calls `take` with each outcome in a CSV (any delimiter, quoting, encoding), JSON or JSON Lines, in their order. Columns go by their names unless the user says
 * which they are. Returns how many rows there are. Throws UsageError for a file that has them not, and for one that is too large.
 */
export function eachOutcome(
  bytes: Uint8Array,
  path: string,
  mapped: OutcomeColumns,
  take: (row: OutcomeRow) => void,
): number {
  let widest: readonly string[] = [];
  let [rows, usable] = [0, 0];
  const isRead = readRecords<OutcomePlaces>(bytes, path, {
    placesIn: (names, kind) => {
      if (names.length > widest.length) widest = names;
      return placesIn(names, mapped, kind === 'table');
    },
    isUsable: (values, { links }) => personAt(values, links) !== null,
    take: (record) => {
      rows += 1;
      if (rows > MOST_ROWS) throw tooManyRows(path);
      if (record === 'broken') throw brokenValue(path, rows);
      // Objects of JSON need not all have the same keys: what has none of these says nothing of anybody.
      if (record === 'nameless') return take({ row: rows, person: null, outcome: '' });
      const { values, places } = record;
      if (places.rivals !== null) throw twoColumns(path, places);
      if (places.width !== null && isWider(values, places.width))
        throw widerRow(path, rows, values.length, places.width);
      usable += 1;
      take({
        row: rows,
        person: personAt(values, places.links),
        outcome: textOf(values[places.outcome]),
      });
    },
  });
  if (!isRead || (rows > 0 && usable === 0)) throw noOutcomes(path, widest, mapped);
  if (rows > 0) return rows;
  throw new UsageError(
    'no_outcomes',
    `${path} holds the names of columns and no row below them`,
    'export it again with a row for each person',
  );
}

interface LinkPlace {
  readonly at: number;
  /** Named for vanity names or ids: a word alone names somebody there, while in a column of links it says `none` or `unknown`. */
  readonly takesWords: boolean;
}

interface OutcomePlaces extends Places {
  /** Where a link may stand, the likeliest first. */
  readonly links: readonly LinkPlace[];
  readonly outcome: number;
  /** Of a table with names: how many there are. */
  readonly width: number | null;
  /** Columns that go by one name, of which one is asked for. */
  readonly rivals: { readonly field: OutcomeField; readonly columns: string } | null;
}

function placesIn(names: readonly string[], mapped: OutcomeColumns, isTable: boolean): OutcomePlaces | null {
  const own = (field: OutcomeField) => mappedPlaces(names, mapped.get(field)!, isTable);
  const outcomes = mapped.has('outcome') ? own('outcome') : placesNamed(names, OUTCOMES);
  const [outcome] = outcomes;
  const urls = mapped.has('url') ? own('url') : linkPlaces(names, outcome);
  if (outcome === undefined || urls.length === 0) return null;
  const isNumber = (field: OutcomeField) => mapped.has(field) && !isNamed(names, mapped.get(field)!);
  const isByName = !isNumber('url') || !isNumber('outcome');
  // Where no column goes by its name, the first row may be somebody's already; or a title, which is as wide as it likes.
  const areNamed = isByName || linkIn(textOf(names[urls[0]!])) === null;
  return {
    areNamed,
    links: urls.map((at) => ({ at, takesWords: areNamed && isNamedForWords(names[at]!) })),
    outcome,
    width: isTable && isByName ? names.length : null,
    rivals: rivals(names, outcomes, mapped.has('url') ? urls : []),
  };
}

const plainName = (name: string) => name.normalize('NFC').trim().toLowerCase();
const isNamed = (names: readonly string[], column: string) =>
  names.some((name) => plainName(name) === plainName(column));

/** All of that name; else the one of that number, where the order of columns is the file's own. */
function mappedPlaces(names: readonly string[], column: string, isTable: boolean): readonly number[] {
  const wanted = plainName(column);
  const named = names.flatMap((name, at) => (plainName(name) === wanted ? [at] : []));
  if (named.length > 0 || !isTable || !/^[1-9]\d{0,5}$/.test(column)) return named;
  return Number(column) <= names.length ? [Number(column) - 1] : [];
}

function linkPlaces(names: readonly string[], outcome: number | undefined): readonly number[] {
  return (['link', 'id', 'vanity'] as const).flatMap((role) =>
    names.flatMap((name, at) => (at !== outcome && fieldRole(name) === role ? [at] : [])),
  );
}

/** Of ids LinkedIn's own alone: a CRM has its Person ID too. */
function isNamedForWords(name: string): boolean {
  const role = fieldRole(name);
  return role === 'vanity' || (role === 'id' && /linked\s?in/i.test(name));
}

function rivals(
  names: readonly string[],
  outcomes: readonly number[],
  urls: readonly number[],
): OutcomePlaces['rivals'] {
  if (outcomes.length > 1) return { field: 'outcome', columns: columnsAt(names, outcomes) };
  return urls.length > 1 ? { field: 'url', columns: columnsAt(names, urls) } : null;
}

/** A delimiter in a cell without quotation marks moves all that follows: another column's cell would be read for the outcome. */
function isWider(values: Values, width: number): boolean {
  for (let at = width; at < values.length; at++) if (textOf(values[at]) !== '') return true;
  return false;
}

function personAt(values: Values, links: readonly LinkPlace[]): PersonIdentity | null {
  for (const { at, takesWords } of links) {
    const person = personIn(textOf(values[at]), takesWords);
    if (person !== null) return person;
  }
  return null;
}

/** JSON has numbers and truth values where tables have words. */
function textOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? (cleanLine(String(value)) ?? '') : '';
}

function personIn(cell: string, takesWords: boolean): PersonIdentity | null {
  const found = linkIn(cell);
  if (found !== null || !takesWords || cell.length < SHORTEST || /^\d+$/.test(cell)) return found;
  // What is withheld looks like a vanity name and is none.
  const publicIdentifier = cellReference(cell) === null ? normaliseVanity(cell) : null;
  return publicIdentifier === null ? null : { memberUrn: null, publicIdentifier };
}

/** The person whom a cell names by a link, a URN or an id. */
function linkIn(cell: string): PersonIdentity | null {
  const found = cellReference(cell);
  if (found === 'withheld') return null;
  return found ?? (/[/:]/.test(cell) || isMemberId(cell) ? parsePerson(cell) : null);
}

function noOutcomes(path: string, names: readonly string[], mapped: OutcomeColumns): UsageError {
  const columns = names
    .map((name) => firstCharacters(cleanLine(name) ?? '', LONGEST_NAME))
    .filter((name) => name !== '');
  const known =
    columns.length === 0
      ? ''
      : `; it has ${columns.slice(0, SHOWN_COLUMNS).join(', ')}${columns.length > SHOWN_COLUMNS ? ', …' : ''}`;
  const wanted = OUTCOME_FIELDS.map((field) =>
    mapped.has(field) ? `"${mapped.get(field)}" (${field})` : field === 'url' ? 'profile links' : 'outcomes',
  );
  return new UsageError(
    'no_outcomes',
    `${path} has no columns of ${wanted.join(' and ')}${known}`,
    'say which they are: --map url=COLUMN --map outcome=COLUMN',
  );
}

function twoColumns(path: string, { rivals }: OutcomePlaces): UsageError {
  const { field, columns } = rivals!;
  return new UsageError(
    'two_columns',
    `${path} has two columns of one name for the ${field}, ${columns}; nothing was stored`,
    `say which counts, by its number: --map ${field}=NUMBER (in JSON, give it another name)`,
  );
}

function widerRow(path: string, row: number, cells: number, columns: number): UsageError {
  return new UsageError(
    'wider_row',
    `row ${row} of ${path} has ${cells} cells, and there are ${columns} columns; nothing was stored`,
    'put cells that hold the delimiter into quotation marks, or export the columns of links and outcomes alone',
  );
}

function brokenValue(path: string, row: number): UsageError {
  return new UsageError(
    'broken_json',
    `value ${row} of ${path} is no JSON, or longer than a record can be; nothing was stored`,
    'export it again: it may have been cut off',
  );
}

function tooManyRows(path: string): UsageError {
  return new UsageError(
    'too_many_rows',
    `${path} has more than ${MOST_ROWS.toLocaleString('en-US')} rows; nothing was stored`,
    SPLIT,
  );
}
