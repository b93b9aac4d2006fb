import { UsageError } from '../../domain/errors.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { cleanLine, firstCharacters } from '../../support/text.ts';
import type { InputLimit } from '../input-files.ts';
import { isWider, readRecords } from '../records-in-file.ts';
import {
  hasLink,
  OUTCOME_FIELDS,
  type OutcomeColumns,
  type OutcomePlaces,
  outcomePlaces,
  personAt,
  wordsIn,
} from './outcome-places.ts';

/** What one row of a CRM's export says. */
export interface OutcomeRow {
  /** Counted from 1, of JSON by value and of a table by row below the names. */
  readonly row: number;
  /** Null where no link can be used. */
  readonly person: PersonIdentity | null;
  readonly outcome: string;
}

const SPLIT = 'split it, and import one part after the other';
/** More than any CRM holds of a client's leads; a file is held in memory while it is read. */
export const LARGEST_OUTCOME_FILE: InputLimit = {
  megabytes: 50,
  hint: `export the columns of links and outcomes alone, or ${SPLIT}`,
};
const MOST_ROWS = 500_000;
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
      return outcomePlaces(names, mapped, kind === 'table');
    },
    isUsable: (values, { links }) => personAt(values, links) !== null,
    isCertain: (values, { links }) => hasLink(values, links),
    take: (record) => {
      rows += 1;
      if (rows > MOST_ROWS) throw tooManyRows(path);
      if (record === 'broken') throw brokenValue(path, rows);
      // Objects of JSON need not all have the same keys: what has none of these says nothing of anybody.
      if (record === 'nameless') return take({ row: rows, person: null, outcome: '' });
      const { values, places } = record;
      if (places.rivals !== null) throw twoColumns(path, places);
      // Another column's cell would be read for the outcome.
      if (places.width !== null && isWider(values, places.width))
        throw widerRow(path, rows, values.length, places.width);
      usable += 1;
      take({
        row: rows,
        person: personAt(values, places.links),
        outcome: wordsIn(values[places.outcome]),
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
