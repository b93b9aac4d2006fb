import { z } from 'zod';
import { isJsonObject, type JsonObject } from './json-walk.ts';
import { isHiddenMember, personHeadline, personName } from './person-text.ts';
import { numberOfUrn, personOfToken, type Reference, referenceOf } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';
import { profileSighting, salesIdOf } from './voyager-profile.ts';

export type Entities = ReadonlyMap<string, JsonObject>;

/** What an element of a list is about: somebody, somebody who cannot be opened, or nobody. */
export interface ElementReading {
  readonly shape: 'rows' | 'members';
  readonly person: Sighting | 'withheld';
}

const text = z.string().nullish().catch(null);
const textView = z.object({ text }).nullish().catch(null);
const rowView = z.object({
  title: textView,
  primarySubtitle: textView,
  headline: textView,
  subtitle: textView,
  navigationUrl: text,
  trackingUrn: text,
  targetUrn: text,
  entityUrn: text,
  actorUrn: text,
});
/** References in which a connection, a follower or the like names its person. */
const MEMBER_KEYS = [
  '*connectedMemberResolutionResult',
  'connectedMemberResolutionResult',
  'connectedMember',
  '*miniProfile',
  'miniProfile',
];
const MAX_REFERENCES = 4;

/** Reads one element of a list; more than one person only where the element is itself a group of rows. */
export function readElement(value: unknown, entities: Entities): ElementReading[] {
  const element = resolve(value, entities);
  if (element === null) return namedByUrn(value);
  const items = Array.isArray(element['items']) ? element['items'].filter(isJsonObject) : [];
  const rows = [element, ...items].flatMap((candidate) => readRow(candidate, entities));
  if (rows.length > 0) return rows;
  const member = listedMember(element, entities);
  if (member !== null) {
    const person = profileSighting(member) ?? (salesIdOf(member['entityUrn']) === null ? null : 'withheld');
    return person === null ? [] : [{ shape: 'rows', person }];
  }
  const person = onlyPerson(element, entities);
  return person === null ? [] : [{ shape: 'members', person }];
}

function resolve(value: unknown, entities: Entities): JsonObject | null {
  if (typeof value === 'string') return entities.get(value) ?? null;
  return isJsonObject(value) ? value : null;
}

/** A list may name people whom the document does not describe. */
function namedByUrn(value: unknown): ElementReading[] {
  if (typeof value !== 'string') return [];
  const id = /^urn:li:(?:fsd_connection|fs_relConnection|fsd_profile|fs_miniProfile):([A-Za-z0-9_-]{12,70})$/;
  const person = personOfToken(id.exec(value)?.[1] ?? '');
  return person === null ? [] : [{ shape: 'members', person: { ...person, name: null, headline: null } }];
}

function readRow(candidate: JsonObject, entities: Entities): ElementReading[] {
  const union = candidate['item'] ?? candidate['itemUnion'];
  const inner = isJsonObject(union) ? union : candidate;
  const reference = inner['*entityResult'] ?? inner['entityResult'];
  const reactor = inner['reactorLockup'];
  const object = isJsonObject(reactor)
    ? { ...reactor, actorUrn: inner['actorUrn'] }
    : reference === undefined
      ? inner
      : resolve(reference, entities);
  if (object === null || !isJsonObject(object['title'])) return [];
  const person = readRowView(object);
  return person === null ? [] : [{ shape: 'rows', person }];
}

/** An EntityResultViewModel, SearchHitV2 or reactor: what a row shows, and where it leads. */
function readRowView(object: JsonObject): Sighting | 'withheld' | null {
  const row = rowView.parse(object);
  const reference: Reference | null = row.navigationUrl ? referenceOf(row.navigationUrl) : null;
  const named = /\((urn:li:fsd_profile:[A-Za-z0-9_-]{12,70})[,)]/.exec(row.entityUrn ?? '')?.[1];
  const memberUrn =
    [named, row.targetUrn, row.actorUrn]
      .map((urn) => (urn ? personOfToken(urn)?.memberUrn : null))
      .find((id) => id != null) ?? null;
  if (reference?.kind === 'organisation') return null;
  const title = row.title?.text ?? '';
  if (reference?.kind === 'withheld' || (isHiddenMember(title) && (reference ?? memberUrn) !== null)) {
    return 'withheld';
  }
  if (reference === null && memberUrn === null) return null;
  const person = reference?.kind === 'person' ? reference.person : null;
  const subtitle = row.primarySubtitle ?? row.headline ?? row.subtitle;
  return {
    memberUrn: person?.memberUrn ?? memberUrn,
    publicIdentifier: person?.publicIdentifier ?? null,
    memberNumber: numberOfUrn(row.trackingUrn ?? ''),
    name: personName(title),
    headline: personHeadline(subtitle?.text),
  };
}

/** The profile that an element of a connections list, a company's followers list or a Sales Navigator list is about. */
function listedMember(element: JsonObject, entities: Entities): JsonObject | null {
  const urn = element['entityUrn'];
  const isConnection = typeof urn === 'string' && /^urn:li:(?:fsd_connection|fs_relConnection):/.test(urn);
  if (isConnection || element['connectedMember'] !== undefined) {
    for (const key of MEMBER_KEYS) {
      const member = resolve(element[key], entities);
      if (member !== null) return member;
    }
  }
  const follower = element['followerV2'];
  if (isJsonObject(follower)) return resolve(follower['*profile'] ?? follower['profile'], entities);
  return salesIdOf(urn) === null ? null : element;
}

/** The one profile that an element is, or leads to by its references; null when it leads to several at once. */
function onlyPerson(element: JsonObject, entities: Entities): Sighting | null {
  const seen = new Set<JsonObject>([element]);
  let level: JsonObject[] = [element];
  for (let depth = 0; depth <= MAX_REFERENCES && level.length > 0; depth++) {
    const people = level.map(profileSighting).filter((person) => person !== null);
    if (people.length > 0) return people.length === 1 ? people[0]! : null;
    const next = level
      .flatMap((object) => Object.values(object))
      .map((value) => resolve(value, entities))
      .filter((object) => object !== null && !seen.has(object)) as JsonObject[];
    level = [...new Set(next)].slice(0, 100);
    for (const object of level) seen.add(object);
  }
  return null;
}
