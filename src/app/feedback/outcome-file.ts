import { UsageError } from '../../domain/errors.ts';
import { normaliseVanity, parsePerson } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { cellReference } from '../../stages/ingest/cell-reference.ts';
import { fieldRole } from '../../stages/ingest/field-role.ts';
import { cleanLine } from '../../support/text.ts';
import { type Fields, fieldNamed, readRecords } from '../records-in-file.ts';

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
/** A vanity name has three characters or more. */
const SHORTEST = 3;
const LONGEST_OUTCOME = 200;
const SHOWN_COLUMNS = 20;

/**
 * The outcomes in a CSV (any delimiter, quoting, encoding), JSON or JSON Lines, in their order. Columns go by their names unless the user says which they are.
 * Throws UsageError for a file that has them not.
 */
export function readOutcomes(bytes: Uint8Array, path: string, mapped: OutcomeColumns): readonly OutcomeRow[] {
  let widest: readonly string[] = [];
  const records = readRecords(bytes, (names) => {
    if (names.length > widest.length) widest = names;
    return columnsOf(names, mapped) !== null;
  });
  if (records === null) throw noOutcomes(path, widest, mapped);
  if (records.length === 0) {
    throw new UsageError(
      'no_outcomes',
      `${path} holds the names of columns and no row below them`,
      'export it again with a row for each person',
    );
  }
  let isAny = false;
  const rows = records.map((fields, index): OutcomeRow => {
    const columns = fields === null ? null : columnsOf(Object.keys(fields), mapped);
    isAny ||= columns !== null;
    // Objects of JSON need not all have the same keys: what has none of these says nothing of anybody.
    return columns === null
      ? { row: index + 1, person: null, outcome: '' }
      : rowOf(fields!, columns, index + 1);
  });
  if (!isAny) throw noOutcomes(path, Object.keys(records.find(Boolean) ?? {}), mapped);
  return rows;
}

interface Columns {
  /** Where a link may stand, the likeliest first. */
  readonly links: readonly string[];
  readonly outcome: string;
}

function columnsOf(names: readonly string[], mapped: OutcomeColumns): Columns | null {
  const asMapped = (field: OutcomeField) => {
    const wanted = mapped.get(field)!;
    const plain = (name: string) => name.normalize('NFC').trim().toLowerCase();
    const named = names.find((name) => plain(name) === plain(wanted));
    return named ?? (/^[1-9]\d{0,5}$/.test(wanted) ? names[Number(wanted) - 1] : undefined);
  };
  const outcome = mapped.has('outcome') ? asMapped('outcome') : fieldNamed(names, OUTCOMES);
  const own = mapped.has('url') ? asMapped('url') : undefined;
  const links = mapped.has('url')
    ? [own].filter((name) => name !== undefined)
    : (['link', 'id', 'vanity'] as const).flatMap((role) =>
        names.filter((name) => name !== outcome && fieldRole(name) === role),
      );
  return outcome === undefined || links.length === 0 ? null : { links, outcome };
}

function rowOf(fields: Fields, { links, outcome }: Columns, row: number): OutcomeRow {
  const people = links.map((name) => personIn(textOf(fields[name]), fieldRole(name) === 'vanity'));
  return {
    row,
    person: people.find((person) => person !== null) ?? null,
    outcome: textOf(fields[outcome]).slice(0, LONGEST_OUTCOME),
  };
}

/** JSON has numbers and truth values where tables have words. */
function textOf(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? (cleanLine(String(value)) ?? '') : '';
}

function personIn(cell: string, isVanity: boolean): PersonIdentity | null {
  const found = cellReference(cell);
  if (found === 'withheld' || cell.length < SHORTEST) return null;
  if (found !== null) return found;
  if (!isVanity) return parsePerson(cell);
  const publicIdentifier = normaliseVanity(cell);
  return publicIdentifier === null ? null : { memberUrn: null, publicIdentifier };
}

function noOutcomes(path: string, names: readonly string[], mapped: OutcomeColumns): UsageError {
  const columns = names.map((name) => (cleanLine(name) ?? '').slice(0, 60)).filter((name) => name !== '');
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
