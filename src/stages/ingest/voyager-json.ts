import { z } from 'zod';
import { memberIdOfUrn, normaliseVanity } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { isJsonObject, type JsonObject, objectsIn } from './json-walk.ts';
import { isHiddenMember, personHeadline, personName } from './person-text.ts';
import { numberOfUrn, personOfToken, referenceOf } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';

/** What embedded data says of people. `listed` are the page's own list; `known` merely complete people found elsewhere. */
export interface EmbeddedPeople {
  readonly listed: Sighting[];
  readonly known: Sighting[];
  /** The account that was signed in. */
  readonly viewers: PersonIdentity[];
  skipped: number;
  statedTotal: number | null;
  saysFollowing: boolean;
}

export function noEmbeddedPeople(): EmbeddedPeople {
  return { listed: [], known: [], viewers: [], skipped: 0, statedTotal: null, saysFollowing: false };
}

const text = z.string().nullish().catch(null);
const textView = z.object({ text }).nullish().catch(null);
const entityResult = z.object({
  title: textView,
  primarySubtitle: textView,
  navigationUrl: text,
  trackingUrn: text,
  entityUrn: text,
});
const profile = z.object({
  firstName: text,
  lastName: text,
  fullName: text,
  headline: text,
  occupation: text,
  publicIdentifier: text,
  entityUrn: text,
  dashEntityUrn: text,
  objectUrn: text,
  flagshipProfileUrl: text,
});
const lockup = z.object({ title: textView, subtitle: textView, navigationUrl: text });

/**
 * Reads one normalised Voyager document (`{data, included}`, shapes of LINKEDIN.md §2) into `into`. Only what stands in a list of
 * results, connections, reactions or followers is listed; the many profiles in `included` are mutual connections, the viewer and the like.
 */
export function readVoyagerJson(document: unknown, into: EmbeddedPeople): void {
  const entities = new Map<string, JsonObject>();
  const lists: JsonObject[] = [];
  for (const object of objectsIn(document)) {
    if (typeof object['entityUrn'] === 'string') entities.set(object['entityUrn'], object);
    if (Array.isArray(object['elements']) || Array.isArray(object['*elements'])) lists.push(object);
    if (
      typeof object['request'] === 'string' &&
      /resultType(?:,value)?:List\(PEOPLE_FOLLOW\)/.test(object['request'])
    ) {
      into.saysFollowing = true;
    }
    readViewer(object, into);
    const known = profileSighting(object);
    if (known !== null) into.known.push(known);
  }
  for (const list of lists) {
    const before = into.listed.length + into.skipped;
    const elements = [list['elements'], list['*elements']].find(Array.isArray) as unknown[];
    for (const element of elements) readElement(resolve(element, entities), entities, into);
    const metadata = list['metadata'];
    const total = isJsonObject(metadata) ? metadata['totalResultCount'] : null;
    if (
      into.listed.length + into.skipped > before &&
      typeof total === 'number' &&
      Number.isSafeInteger(total)
    ) {
      into.statedTotal ??= total;
    }
  }
}

function readViewer(object: JsonObject, into: EmbeddedPeople): void {
  const mini = object['*miniProfile'] ?? object['miniProfile'];
  if (mini !== undefined && typeof object['plainId'] === 'number') {
    const urn = isJsonObject(mini) ? mini['entityUrn'] : mini;
    const person = typeof urn === 'string' ? personOfToken(urn) : null;
    if (person !== null) into.viewers.push(person);
  }
  const target = object['actionTarget'];
  if (typeof target === 'string' && /\/in\/[^/]+\/recent-activity/.test(target)) {
    const reference = referenceOf(target);
    if (reference?.kind === 'person') into.viewers.push(reference.person);
  }
}

function resolve(value: unknown, entities: ReadonlyMap<string, JsonObject>): JsonObject | null {
  if (typeof value === 'string') return entities.get(value) ?? null;
  return isJsonObject(value) ? value : null;
}

function readElement(
  element: JsonObject | null,
  entities: ReadonlyMap<string, JsonObject>,
  into: EmbeddedPeople,
): void {
  if (element === null) return;
  const items = Array.isArray(element['items']) ? element['items'].filter(isJsonObject) : [];
  for (const candidate of [element, ...items]) {
    const inner = isJsonObject(candidate['item']) ? candidate['item'] : candidate;
    const result = resolve(inner['*entityResult'] ?? inner['entityResult'], entities);
    if (result !== null) readEntityResult(result, into);
  }
  const reactor = element['reactorLockup'];
  if (isJsonObject(reactor)) readReactor(element, reactor, into);
  const member = listedMember(element, entities);
  if (member === null) return;
  const sighting = profileSighting(member);
  if (sighting !== null) into.listed.push(sighting);
  else if (
    typeof member['entityUrn'] === 'string' &&
    member['entityUrn'].startsWith('urn:li:fs_salesProfile:')
  )
    into.skipped++;
}

function readEntityResult(object: JsonObject, into: EmbeddedPeople): void {
  const row = entityResult.parse(object);
  const reference = row.navigationUrl ? referenceOf(row.navigationUrl) : null;
  const id = /\((urn:li:fsd_profile:[A-Za-z0-9_-]{12,70})[,)]/.exec(row.entityUrn ?? '')?.[1];
  const memberUrn = id === undefined ? null : (personOfToken(id)?.memberUrn ?? null);
  if (reference?.kind === 'organisation') return;
  const title = row.title?.text ?? '';
  if (reference?.kind === 'withheld' || isHiddenMember(title)) {
    into.skipped++;
    return;
  }
  if (reference === null && memberUrn === null) return;
  const person = reference?.kind === 'person' ? reference.person : null;
  into.listed.push({
    memberUrn: person?.memberUrn ?? memberUrn,
    publicIdentifier: person?.publicIdentifier ?? null,
    memberNumber: numberOfUrn(row.trackingUrn ?? ''),
    name: personName(title),
    headline: personHeadline(row.primarySubtitle?.text),
  });
}

function readReactor(element: JsonObject, object: JsonObject, into: EmbeddedPeople): void {
  const row = lockup.parse(object);
  const reference = row.navigationUrl ? referenceOf(row.navigationUrl) : null;
  if (reference?.kind !== 'person') return;
  const actor = typeof element['actorUrn'] === 'string' ? personOfToken(element['actorUrn']) : null;
  into.listed.push({
    memberUrn: reference.person.memberUrn ?? actor?.memberUrn ?? null,
    publicIdentifier: reference.person.publicIdentifier,
    name: personName(row.title?.text),
    headline: personHeadline(row.subtitle?.text),
  });
}

/** The profile that an element of a connections list, a company's followers list or a Sales Navigator list is about. */
function listedMember(element: JsonObject, entities: ReadonlyMap<string, JsonObject>): JsonObject | null {
  const urn = element['entityUrn'];
  const isConnection = typeof urn === 'string' && /^urn:li:(?:fsd_connection|fs_relConnection):/.test(urn);
  if (isConnection || element['connectedMember'] !== undefined) {
    for (const key of [
      '*connectedMemberResolutionResult',
      'connectedMemberResolutionResult',
      'connectedMember',
      '*miniProfile',
      'miniProfile',
    ]) {
      const member = resolve(element[key], entities);
      if (member !== null) return member;
    }
  }
  const follower = element['followerV2'];
  if (isJsonObject(follower)) return resolve(follower['*profile'] ?? follower['profile'], entities);
  return typeof urn === 'string' && urn.startsWith('urn:li:fs_salesProfile:') ? element : null;
}

/** A Profile, MiniProfile or Sales Navigator object as a sighting; null for schema decoys and anything that names no member. */
function profileSighting(object: JsonObject): Sighting | null {
  const { publicIdentifier: vanity, entityUrn, flagshipProfileUrl } = object;
  if (typeof vanity !== 'string' && typeof flagshipProfileUrl !== 'string') {
    if (typeof entityUrn !== 'string' || memberIdOfUrn(entityUrn) === null) return null;
  }
  const row = profile.parse(object);
  const flagship = row.flagshipProfileUrl ? referenceOf(row.flagshipProfileUrl) : null;
  const urns = [row.entityUrn, row.dashEntityUrn].map((urn) => (urn ? personOfToken(urn)?.memberUrn : null));
  const linked = flagship?.kind === 'person' ? flagship.person : null;
  const memberUrn = urns.find((urn) => urn != null) ?? linked?.memberUrn ?? null;
  const publicIdentifier =
    (row.publicIdentifier && row.publicIdentifier !== 'UNKNOWN'
      ? normaliseVanity(row.publicIdentifier)
      : null) ??
    linked?.publicIdentifier ??
    null;
  if (memberUrn === null && publicIdentifier === null) return null;
  return {
    memberUrn,
    publicIdentifier,
    memberNumber: numberOfUrn(row.objectUrn ?? ''),
    name: personName(row.fullName ?? [row.firstName, row.lastName].filter(Boolean).join(' ')),
    headline: personHeadline(row.headline ?? row.occupation),
  };
}
