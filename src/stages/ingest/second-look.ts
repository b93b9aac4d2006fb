import type { PersonIdentity } from '../../domain/person.ts';
import type { FieldRole } from './field-role.ts';
import { personWrittenIn, type RecordReading, readRecord } from './record-fields.ts';
import { REJECTED } from './reject-list.ts';
import { fieldsOf, type Roles } from './row-cells.ts';
import { rejoinedCells } from './split-cells.ts';
import type { TableShape } from './table-shape.ts';

const IDENTIFYING: ReadonlySet<FieldRole> = new Set(['link', 'id', 'vanity']);
/** A link of Markdown, with its words. */
const MARKDOWN_LINK = /\[[^\][]{0,300}\]\([^()\s]{0,3000}\)/g;
const ADDRESS = /:\/\/|www\.|@|linkedin\.com\//i;
const LONGEST = 4096;

/**
 * Reads a row again whose own columns name nobody: with its cells moved back to where they belong, else as that of the only profile that any
 * of them links to. Gives the `first` reading back where that helps neither.
 */
export function lookAgain(
  cells: readonly string[],
  roles: Roles,
  { width, delimiter }: TableShape,
  first: RecordReading,
): RecordReading {
  const rejoined = roles === null ? null : rejoinedCells(cells, width, delimiter);
  const moved = rejoined === null ? first : readRecord(fieldsOf(rejoined, roles));
  if (moved.kind === 'person') return moved;
  const found = onlyProfileIn(cells, roles);
  if (found === null) return first;
  if (typeof found !== 'string') return readRecord(fieldsOf(cells, roles), found);
  return first.kind === 'unusable' && first.reason !== REJECTED.noUrl
    ? first
    : { kind: 'unusable', reason: found };
}

/**
 * The one person to whose profile any cell links, or why there is none, or null. In a table that has a column of links, a link in the midst
 * of words is somebody else's: "met through linkedin.com/in/…".
 */
function onlyProfileIn(cells: readonly string[], roles: Roles): PersonIdentity | string | null {
  const hasLinkColumn = roles?.some((role) => IDENTIFYING.has(role)) ?? false;
  const searched = cells.filter((cell, at) => {
    const role = roles === null ? 'unknown' : (roles[at] ?? 'unknown');
    if (role === 'ignored' || !cell.includes('/')) return false;
    return !hasLinkColumn || IDENTIFYING.has(role) || isOnlyLinks(cell);
  });
  return personWrittenIn(searched);
}

function isOnlyLinks(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const words = cell.replace(MARKDOWN_LINK, ' ').split(/[\s,;|]+/);
  return words.every((word) => !/\p{L}/u.test(word) || ADDRESS.test(word));
}
