import { isMemberId, normaliseVanity } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { FieldRole } from './field-role.ts';
import { personHeadline, personName } from './person-text.ts';
import { profileLinksIn } from './profile-links.ts';
import { numberOfUrn, personOfToken, referenceOf } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';
import { REJECTED } from './reject-list.ts';
import { formulaCell } from './spreadsheet-cell.ts';

export interface Field {
  readonly role: FieldRole;
  readonly value: string;
}

/** What one row of an export says: a person, somebody who cannot be used, or nobody. */
export type RecordReading =
  | { readonly kind: 'person'; readonly sighting: Sighting }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'nobody' };

const NOBODY: RecordReading = { kind: 'nobody' };
/** What looks like the address of a profile even if no profile can be read from it. */
const PROFILE_ADDRESS = /(?:^|[/.])linkedin\.com\/(?:in|pub|mwlite|profile)\b|(?:^|\/)lnkd\.in\//i;

/** What a cell that is nothing but a link or an id points at; links inside longer text do not count. */
export function cellReference(value: string): PersonIdentity | 'withheld' | null {
  const cell = value.trim();
  if (cell.length < 5 || cell.length > 4096) return null;
  const formula = formulaCell(cell);
  if (formula !== null) return cellReference(formula.link ?? formula.shown);
  if (/\s/.test(cell)) return null;
  const address = /^(?:www\.)?linkedin\.com\//i.test(cell) ? `https://${cell}` : cell;
  const reference = cell.includes('/') ? referenceOf(/^in\//i.test(address) ? `/${address}` : address) : null;
  if (reference?.kind === 'person') return reference.person;
  if (reference?.kind === 'withheld') return 'withheld';
  if (/^urn:li:fs_salesProfile:/.test(cell)) return 'withheld';
  return personOfToken(cell) ?? (isMemberId(cell) ? 'withheld' : null);
}

/** Why a link or id that points at a person opens no profile. */
export function withheldReason(value: string): string {
  return /\/(?:talent|recruiter)\/|^AEM/i.test(value) ? REJECTED.recruiter : REJECTED.salesNavigator;
}

/** True for a text that is meant to be the address of a profile. */
export function looksLikeProfileAddress(value: string): boolean {
  return PROFILE_ADDRESS.test(value.slice(0, 4096));
}

/**
 * Puts a row's fields together. Ids of one row are tied, as long as the second adds what the first lacks and its column's name says that
 * it is about the same person.
 */
export function readRecord(fields: readonly Field[]): RecordReading {
  let main: PersonIdentity | null = null;
  let mainIsNamed = false;
  let memberNumber: number | null = null;
  let problem: string | null = null;
  const extra: PersonIdentity[] = [];
  for (const { role, value } of fields) {
    if (role !== 'link' && role !== 'id' && role !== 'vanity' && role !== 'unknown') continue;
    if (value.trim() === '') continue;
    if (role === 'id') memberNumber ??= numberOfUrn(value.trim());
    const found = referenceIn(role, value);
    if (found === 'withheld') problem = withheldReason(value);
    else if (found === null && role === 'link' && looksLikeProfileAddress(value))
      problem ??= REJECTED.unreadable;
    if (found === null || found === 'withheld') continue;
    const isNamed = role !== 'unknown';
    if (isNamed) extra.push(found);
    if (main === null || (isNamed && !mainIsNamed)) {
      main = found;
      mainIsNamed = isNamed;
    }
  }
  const name = nameIn(fields);
  if (main === null) {
    const reason = problem ?? (name === null ? null : REJECTED.noUrl);
    return reason === null ? NOBODY : { kind: 'unusable', reason };
  }
  const memberUrn = main.memberUrn ?? extra.find((other) => other.memberUrn !== null)?.memberUrn ?? null;
  const publicIdentifier =
    main.publicIdentifier ?? extra.find((other) => other.publicIdentifier !== null)?.publicIdentifier ?? null;
  const stated =
    textOf(fields, 'headline') ??
    textOf(fields, 'occupation') ??
    textOf(fields, 'summary') ??
    textOf(fields, 'title');
  const headline =
    personHeadline(stated) ?? currentJob(textOf(fields, 'position'), textOf(fields, 'company'));
  return { kind: 'person', sighting: { memberUrn, publicIdentifier, memberNumber, name, headline } };
}

function textOf(fields: readonly Field[], role: FieldRole): string | null {
  for (const field of fields) if (field.role === role && field.value.trim() !== '') return field.value;
  return null;
}

/** In a column of links, one link may stand in some text; a vanity name is known as one by its column only. */
function referenceIn(role: FieldRole, value: string): PersonIdentity | 'withheld' | null {
  if (role === 'vanity' && !/[\s/]/.test(value.trim())) {
    const publicIdentifier = normaliseVanity(value);
    if (publicIdentifier !== null && personOfToken(value.trim()) === null)
      return { memberUrn: null, publicIdentifier };
  }
  const found = cellReference(value);
  if (found !== null || role !== 'link' || !/linkedin\.com\//i.test(value)) return found;
  const links = [...profileLinksIn(value.slice(0, 4096))];
  const [first] = links;
  if (first === undefined) return null;
  const isOne = links.every(({ person }) => JSON.stringify(person) === JSON.stringify(first.person));
  return isOne ? (first.person ?? 'withheld') : null;
}

/** "Name" beside a first name alone is the family name, as in German and French tables; beside a family name alone, the first name. */
function nameIn(fields: readonly Field[]): string | null {
  const full = textOf(fields, 'name');
  const first = textOf(fields, 'firstName');
  const last = textOf(fields, 'lastName');
  if (full === null) return personName([first, last].filter(Boolean).join(' '));
  const part = first === null || last === null ? (first ?? last) : null;
  if (part === null || full.toLowerCase().includes(part.trim().toLowerCase())) return personName(full);
  return personName(first === null ? `${full} ${last}` : `${first} ${full}`);
}

function currentJob(position: string | null, company: string | null): string | null {
  const job = personHeadline(position);
  const employer = personHeadline(company);
  return job === null ? null : personHeadline(employer === null ? job : `${job} at ${employer}`);
}
