import { isMemberId, normaliseVanity, parsePerson } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { cellReference } from '../../stages/ingest/cell-reference.ts';
import { fieldRole } from '../../stages/ingest/field-role.ts';
import { cleanLine } from '../../support/text.ts';
import { columnsAt, type Places, placesNamed, type Values } from '../records-in-file.ts';

/** What `--map FIELD=COLUMN` may name. */
export const OUTCOME_FIELDS = ['url', 'outcome'] as const;
export type OutcomeField = (typeof OUTCOME_FIELDS)[number];
export type OutcomeColumns = ReadonlyMap<OutcomeField, string>;

const OUTCOMES = [
  ...['outcome', 'result', 'verdict', 'label', 'dealstage', 'leadstatus', 'contactstatus'],
  ...['opportunitystage', 'dealstatus', 'status', 'stage', 'lifecyclestage'],
];
/** A vanity name has three characters or more. */
const SHORTEST = 3;

interface LinkPlace {
  readonly at: number;
  /** Named for vanity names or ids: a word alone names somebody there, while in a column of links it says `none` or `unknown`. */
  readonly takesWords: boolean;
}

/** Where the link and the outcome of a row stand. */
export interface OutcomePlaces extends Places {
  /** Where a link may stand, the likeliest first. */
  readonly links: readonly LinkPlace[];
  readonly outcome: number;
  /** Of a table with names: how many there are. */
  readonly width: number | null;
  /** Columns that go by one name, of which one is asked for. */
  readonly rivals: { readonly field: OutcomeField; readonly columns: string } | null;
}

/** Where they stand among these names, by what the user says and else by what they are called; null where there are no such names. */
export function outcomePlaces(
  names: readonly string[],
  mapped: OutcomeColumns,
  isTable: boolean,
): OutcomePlaces | null {
  const own = (field: OutcomeField) => mappedPlaces(names, mapped.get(field)!, isTable);
  const outcomes = mapped.has('outcome') ? own('outcome') : placesNamed(names, OUTCOMES);
  const [outcome] = outcomes;
  const urls = mapped.has('url') ? own('url') : linkPlaces(names, outcome);
  if (outcome === undefined || urls.length === 0) return null;
  const isNumber = (field: OutcomeField) => mapped.has(field) && !isNamed(names, mapped.get(field)!);
  const isByName = !isNumber('url') || !isNumber('outcome');
  // Where no column goes by its name, the first row may be somebody's already; or a title, which is as wide as it likes.
  const areNamed = isByName || linkIn(wordsIn(names[urls[0]!])) === null;
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

/** Whom a row is about. */
export function personAt(values: Values, links: readonly LinkPlace[]): PersonIdentity | null {
  for (const { at, takesWords } of links) {
    const person = personIn(wordsIn(values[at]), takesWords);
    if (person !== null) return person;
  }
  return null;
}

/** Whether a row names somebody by more than a word, as no line of a note does. */
export function hasLink(values: Values, links: readonly LinkPlace[]): boolean {
  return links.some(({ at }) => linkIn(wordsIn(values[at])) !== null);
}

/** JSON has numbers and truth values where tables have words. */
export function wordsIn(value: unknown): string {
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
