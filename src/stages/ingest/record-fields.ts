import { normaliseVanity } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { FieldRole } from './field-role.ts';
import { personHeadline, personName } from './person-text.ts';
import { profileLinksIn } from './profile-links.ts';
import { numberOfUrn, personOfToken, referenceOf } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';

export interface Field {
  readonly role: FieldRole;
  readonly value: string;
}

/** What one row of an export says: a person, somebody who cannot be used, or nobody. */
export type RecordReading =
  | { readonly kind: 'person'; readonly sighting: Sighting }
  | { readonly kind: 'unusable' | 'nobody' };

/** What a cell that is nothing but a link or an id points at; links inside longer text do not count. */
export function cellReference(value: string): PersonIdentity | 'withheld' | null {
  const cell = value.trim();
  if (cell.length < 5 || cell.length > 4096) return null;
  if (/^=\s*HYPERLINK\(/i.test(cell)) {
    const [link] = profileLinksIn(cell);
    return link === undefined ? null : (link.person ?? 'withheld');
  }
  if (/\s/.test(cell)) return null;
  const link = /^(?:www\.)?linkedin\.com\//i.test(cell) ? `https://${cell}` : cell;
  const reference = cell.includes('/') ? referenceOf(link) : null;
  if (reference?.kind === 'person') return reference.person;
  if (reference?.kind === 'withheld') return 'withheld';
  return personOfToken(cell);
}

/**
 * Puts a row's fields together. Ids of one row are tied, as long as the second adds what the first lacks and its column's name says that
 * it is about the same person.
 */
export function readRecord(fields: readonly Field[]): RecordReading {
  let main: PersonIdentity | null = null;
  let mainIsNamed = false;
  let memberNumber: number | null = null;
  let withheld = false;
  const extra: PersonIdentity[] = [];
  for (const { role, value } of fields) {
    if (role !== 'link' && role !== 'id' && role !== 'vanity' && role !== 'unknown') continue;
    if (value.trim() === '') continue;
    if (role === 'id') memberNumber ??= numberOfUrn(value.trim());
    const found = role === 'vanity' ? vanityPerson(value) : cellReference(value);
    if (found === 'withheld') withheld = true;
    if (found === null || found === 'withheld') continue;
    const isNamed = role !== 'unknown';
    if (isNamed) extra.push(found);
    if (main === null || (isNamed && !mainIsNamed)) {
      main = found;
      mainIsNamed = isNamed;
    }
  }
  const get = (role: FieldRole) =>
    fields.find((field) => field.role === role && field.value.trim() !== '')?.value ?? null;
  const name = personName(get('name') ?? [get('firstName'), get('lastName')].filter(Boolean).join(' '));
  if (main === null) return { kind: withheld || name !== null ? 'unusable' : 'nobody' };

  const memberUrn = main.memberUrn ?? extra.find((other) => other.memberUrn !== null)?.memberUrn ?? null;
  const publicIdentifier =
    main.publicIdentifier ?? extra.find((other) => other.publicIdentifier !== null)?.publicIdentifier ?? null;
  const stated = get('headline') ?? get('occupation') ?? get('summary') ?? get('title');
  const headline = personHeadline(stated) ?? currentJob(get('position'), get('company'));
  return { kind: 'person', sighting: { memberUrn, publicIdentifier, memberNumber, name, headline } };
}

function vanityPerson(value: string): PersonIdentity | null {
  const publicIdentifier = /[\s/]/.test(value.trim()) ? null : normaliseVanity(value);
  return publicIdentifier === null ? cellPerson(value) : { memberUrn: null, publicIdentifier };
}

function cellPerson(value: string): PersonIdentity | null {
  const found = cellReference(value);
  return found === 'withheld' ? null : found;
}

function currentJob(position: string | null, company: string | null): string | null {
  const job = personHeadline(position);
  const employer = personHeadline(company);
  return job === null ? null : personHeadline(employer === null ? job : `${job} at ${employer}`);
}
