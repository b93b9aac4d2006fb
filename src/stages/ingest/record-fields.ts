import { normaliseVanity } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { cellReference } from './cell-reference.ts';
import type { Field, FieldRole } from './field-role.ts';
import { trimInvisible } from './invisible-marks.ts';
import { personHeadline } from './person-text.ts';
import { profileLinksIn } from './profile-links.ts';
import { numberOfUrn, personOfToken } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';
import { nameIn, namesHiddenMember, textOf } from './record-name.ts';
import { REJECTED } from './reject-list.ts';
import { unreadableReason, withheldReason } from './unusable-link.ts';

/** What one row of an export says: a person, somebody who cannot be used, or nobody. */
export type RecordReading =
  | { readonly kind: 'person'; readonly sighting: Sighting }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'nobody' };

/** Whose row it is, as far as its ids and links say, and else what is wrong with them. */
interface RecordIdentity {
  readonly person: PersonIdentity | null;
  readonly memberNumber: number | null;
  readonly problem: string | null;
}

const NOBODY: RecordReading = { kind: 'nobody' };
const LONGEST_SEARCHED = 4096;
const IDENTIFYING: ReadonlySet<FieldRole> = new Set([
  'link',
  'id',
  'vanity',
  'plainId',
  'possibleName',
  'unknown',
]);

/** Puts a row's fields together. `known` is whose row it is where no field says so by itself. */
export function readRecord(fields: readonly Field[], known: PersonIdentity | null = null): RecordReading {
  const { person, memberNumber, problem } = identityIn(fields);
  const { memberUrn, publicIdentifier } = person ?? known ?? { memberUrn: null, publicIdentifier: null };
  const name = nameIn(fields);
  if (memberUrn === null && publicIdentifier === null) {
    const reason = problem ?? (namesHiddenMember(fields) ? REJECTED.hidden : null);
    if (reason !== null) return { kind: 'unusable', reason };
    return name === null ? NOBODY : { kind: 'unusable', reason: REJECTED.noUrl };
  }
  const stated =
    textOf(fields, 'headline') ??
    textOf(fields, 'occupation') ??
    textOf(fields, 'summary') ??
    textOf(fields, 'title');
  const headline =
    personHeadline(stated) ?? currentJob(textOf(fields, 'position'), textOf(fields, 'company'));
  return { kind: 'person', sighting: { memberUrn, publicIdentifier, memberNumber, name, headline } };
}

/**
 * Ids of one row are tied, as long as the second adds what the first lacks and its column's name says that it is about the same person.
 */
function identityIn(fields: readonly Field[]): RecordIdentity {
  let main: PersonIdentity | null = null;
  let mainIsNamed = false;
  let memberNumber: number | null = null;
  let problem: string | null = null;
  const extra: PersonIdentity[] = [];
  for (const { role, value } of fields) {
    if (!IDENTIFYING.has(role) || value === '') continue;
    if (role === 'id') memberNumber ??= numberOfUrn(value.trim());
    const found = referenceIn(role, value);
    if (found === null) continue;
    if (typeof found === 'string') {
      problem ??= found;
      continue;
    }
    const isNamed = isAboutRow(role, value);
    if (isNamed) extra.push(found);
    if (main === null || (isNamed && !mainIsNamed)) {
      main = found;
      mainIsNamed = isNamed;
    }
  }
  if (main === null) return { person: null, memberNumber, problem };
  const memberUrn = main.memberUrn ?? extra.find((other) => other.memberUrn !== null)?.memberUrn ?? null;
  const publicIdentifier =
    main.publicIdentifier ?? extra.find((other) => other.publicIdentifier !== null)?.publicIdentifier ?? null;
  return { person: { memberUrn, publicIdentifier }, memberNumber, problem };
}

/** A field named `id` may be of anything; one of a member is of the row's own. */
function isAboutRow(role: FieldRole, value: string): boolean {
  if (role === 'plainId') return !value.includes('/');
  return role !== 'unknown' && role !== 'possibleName';
}

/** The person, or why the field's link opens no profile. In a column of links, one may stand in some text; a vanity name is known by its column only. */
function referenceIn(role: FieldRole, value: string): PersonIdentity | string | null {
  if (role === 'vanity') {
    const cell = trimInvisible(value);
    const publicIdentifier = /[\s/]/.test(cell) ? null : normaliseVanity(cell);
    if (publicIdentifier !== null && personOfToken(cell) === null)
      return { memberUrn: null, publicIdentifier };
  }
  const found = cellReference(value);
  if (found === 'withheld') return withheldReason(value);
  if (found !== null || role !== 'link') return found;
  const written = personWrittenIn([value]);
  return written ?? unreadableReason(value);
}

/** The one person whose profile the texts link to; else why there is none, or null where nothing in them is meant to be a profile. */
export function personWrittenIn(texts: readonly string[]): PersonIdentity | string | null {
  let person: PersonIdentity | null = null;
  let problem: string | null = null;
  for (const text of texts) {
    // Only an address can be one.
    if (!text.includes('/')) continue;
    for (const link of profileLinksIn(text.slice(0, LONGEST_SEARCHED))) {
      if (link.person === null) problem ??= link.reason;
      else if (person === null) person = link.person;
      else if (!isSame(person, link.person)) return REJECTED.several;
    }
  }
  return person ?? problem;
}

function isSame(one: PersonIdentity, other: PersonIdentity): boolean {
  return one.memberUrn === other.memberUrn && one.publicIdentifier === other.publicIdentifier;
}

function currentJob(position: string | null, company: string | null): string | null {
  const job = personHeadline(position);
  const employer = personHeadline(company);
  return job === null ? null : personHeadline(employer === null ? job : `${job} at ${employer}`);
}
