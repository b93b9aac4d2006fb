import { UsageError } from '../../domain/errors.ts';
import { type FieldRole, fieldRole } from './field-role.ts';
import { looksLikeName } from './record-name.ts';

/** `--map`: for each role the column that holds it, by name or by number from 1. */
export type MappedColumns = ReadonlyMap<FieldRole, string>;

/** What is known of a table before it is read. */
export interface TableColumns {
  /** Column names, or null when the table starts with its first person. */
  readonly header: readonly string[] | null;
  /** Cells of a row. */
  readonly width: number;
  /** The first rows of people. */
  readonly sample: readonly (readonly string[])[];
}

/** Which guesses a mapped column makes void, besides those of its own role: the user has said who or what it is. */
const OVERRULED: Partial<Readonly<Record<FieldRole, readonly FieldRole[]>>> = {
  link: ['id', 'plainId', 'vanity', 'unknown'],
  id: ['link', 'plainId', 'vanity', 'unknown'],
  vanity: ['link', 'id', 'plainId', 'unknown'],
  name: ['firstName', 'lastName', 'possibleName'],
  firstName: ['name'],
  lastName: ['name'],
  headline: ['occupation', 'summary', 'title', 'position'],
  position: ['headline', 'occupation', 'summary', 'title'],
};

/** Where a row of column names has that column, whatever its case and the blanks around it; null when it has not. */
export function columnAt(header: readonly string[], column: string): number | null {
  const wanted = plain(column);
  const at = header.findIndex((name) => plain(name) === wanted);
  return at < 0 ? null : at;
}

/**
 * What each column holds: as the user says, else as its name says. Null for a table without names of which the user says nothing. Throws UsageError
 * `unknown_column` for a mapped column that the table has not.
 */
export function columnRoles(
  { header, width, sample }: TableColumns,
  columns?: MappedColumns,
): readonly FieldRole[] | null {
  const guessed = header === null ? null : guessedRoles(header, sample);
  if (columns === undefined || columns.size === 0) return guessed;
  const mapped = new Map<number, FieldRole>();
  for (const [role, column] of columns) mapped.set(mappedAt(header, width, column), role);
  const overruled = new Set([...columns.keys()].flatMap((role) => [role, ...(OVERRULED[role] ?? [])]));
  const all = guessed ?? Array.from({ length: width }, (): FieldRole => 'unknown');
  return all.map((role, at) => mapped.get(at) ?? (overruled.has(role) ? 'ignored' : role));
}

/** "Contact" is a column of names when no other is and its cells look like names. */
function guessedRoles(header: readonly string[], sample: TableColumns['sample']): FieldRole[] {
  const roles = header.map(fieldRole);
  const isNamed = roles.some((role) => role === 'name' || role === 'firstName' || role === 'lastName');
  return roles.map((role, at) => {
    if (role !== 'possibleName') return role;
    const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
    const names = new Set(cells.filter(looksLikeName));
    const isMostlyNames = names.size > 0 && names.size >= cells.length * 0.6;
    return !isNamed && isMostlyNames ? role : 'unknown';
  });
}

function mappedAt(header: readonly string[] | null, width: number, column: string): number {
  const named = header === null ? null : columnAt(header, column);
  if (named !== null) return named;
  const number = /^\d{1,6}$/.test(column.trim()) ? Number(column) : 0;
  if (number >= 1 && number <= width) return number - 1;
  const names =
    header === null
      ? `it has no column names, and ${width} columns`
      : `its columns are ${header.map((name, at) => name.trim().slice(0, 60) || `(${at + 1})`).join(', ')}`;
  throw new UsageError(
    'unknown_column',
    `the table has no column "${column}": ${names.length > 2000 ? `${names.slice(0, 2000)} …` : names}`,
    `name a column, or give its number from 1 to ${width}: --map url=1`,
  );
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
