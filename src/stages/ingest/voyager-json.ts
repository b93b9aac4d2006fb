import { type EmbeddedList, EmbeddedPeople } from './embedded-people.ts';
import { isJsonObject, type JsonObject, objectsIn } from './json-walk.ts';
import { numberOfUrn, personOfToken, referenceOf } from './profile-reference.ts';
import { profileSighting, salesIdOf } from './voyager-profile.ts';
import { readElement } from './voyager-rows.ts';

export function noEmbeddedPeople(): EmbeddedPeople {
  return new EmbeddedPeople();
}

/** LinkedIn answers no search and no list of followers beyond this, whatever their true length. */
const PAGING_LIMIT = 1000;
const MAX_TYPES = 50;

/**
 * Reads one normalised Voyager document (`{data, included}`, shapes of LINKEDIN.md §2) into `into`. What counts as listed are the elements of
 * its lists; the many profiles in `included` are also mutual connections, the viewer and the like. `block` is the id of the page's element.
 */
export function readVoyagerJson(document: unknown, into: EmbeddedPeople, block = ''): void {
  const entities = new Map<string, JsonObject>();
  const lists: { list: JsonObject; key: string }[] = [];
  const { known, viewers } = into;
  const knownBefore = known.length;
  const viewersBefore = viewers.length;
  const keys = new Map<JsonObject, string>();
  const types = new Set<string>();
  for (const object of objectsIn(document)) {
    if (typeof object['entityUrn'] === 'string') entities.set(object['entityUrn'], object);
    for (const [key, value] of Object.entries(object)) if (isJsonObject(value)) keys.set(value, key);
    if (Array.isArray(object['elements']) || Array.isArray(object['*elements'])) {
      lists.push({ list: object, key: keys.get(object) ?? '' });
    }
    const type = object['$type'];
    if (typeof type === 'string' && types.size < MAX_TYPES) types.add(type);
    readRequest(object['request'], object['body'], into);
    readViewer(object, into);
    const person = profileSighting(object);
    const salesId = salesIdOf(object['entityUrn']);
    if (salesId !== null) {
      if (person !== null) into.bySalesId.set(salesId, person);
      const number = numberOfUrn(String(object['objectUrn']));
      if (number !== null) into.numberBySalesId.set(salesId, number);
    }
    if (person !== null) known.push(person);
  }
  const found = lists.flatMap(({ list, key }) => readList(list, key, entities));
  // A list of results can be a list of groups of results, and only the outer one be counted.
  const outer = lists.map(({ list }) => totalOf(list)).find((total) => total !== null) ?? null;
  for (const list of found) list.statedTotal ??= outer;
  if (lists.length === 0 && viewers.length === viewersBefore) {
    const people = known.slice(knownBefore).filter((person) => person.name !== null);
    const about = [...types].join(' ');
    found.push({ shape: 'loose', people, skipped: 0, statedTotal: null, about });
  }
  into.add(
    block,
    found.filter((list) => list.people.length + list.skipped > 0),
  );
}

/** One list by shape of its elements. */
function readList(list: JsonObject, key: string, entities: ReadonlyMap<string, JsonObject>): EmbeddedList[] {
  const elements = [list['elements'], list['*elements']].find(Array.isArray) as unknown[];
  const statedTotal = totalOf(list);
  const found = new Map<EmbeddedList['shape'], EmbeddedList>();
  for (const element of elements) {
    for (const { shape, person } of readElement(element, entities)) {
      const about = [key, typeOf(element, entities)].join(' ');
      const into = found.get(shape) ?? { shape, people: [], skipped: 0, statedTotal, about };
      found.set(shape, into);
      if (person === 'withheld') into.skipped++;
      else into.people.push(person);
    }
  }
  return [...found.values()];
}

function typeOf(value: unknown, entities: ReadonlyMap<string, JsonObject>): string {
  const element = typeof value === 'string' ? entities.get(value) : value;
  if (!isJsonObject(element)) return '';
  return [element['$type'], element['entityUrn']].filter((part) => typeof part === 'string').join(' ');
}

/** How long LinkedIn says that a list of its answers is; null where it does not say, or states only its own limit. */
export function totalOf(list: JsonObject): number | null {
  const { metadata, paging } = list;
  const stated = isJsonObject(metadata) ? metadata['totalResultCount'] : null;
  if (Number.isSafeInteger(stated)) return stated as number;
  const total = isJsonObject(paging) ? paging['total'] : null;
  return Number.isSafeInteger(total) && total !== PAGING_LIMIT && total !== 0 ? (total as number) : null;
}

/** The block after a block of data says which request it answers. */
function readRequest(request: unknown, body: unknown, into: EmbeddedPeople): void {
  if (typeof request !== 'string') return;
  if (/resultType(?:,value)?:List\(PEOPLE_FOLLOW\)/.test(request)) into.saysFollowing = true;
  if (typeof body !== 'string') return;
  for (const list of into.listsOf(body)) list.about += ` ${request}`;
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
