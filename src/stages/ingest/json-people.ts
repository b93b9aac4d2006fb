import { fieldRole } from './field-role.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { isJsonObject, type JsonObject } from './json-walk.ts';
import type { Sighting } from './recogniser.ts';
import { cellReference, type Field, readRecord } from './record-fields.ts';
import { noEmbeddedPeople, readVoyagerJson } from './voyager-json.ts';

export interface JsonPeople {
  readonly sightings: Sighting[];
  skipped: number;
}

const MAX_DEPTH = 6;
/** Keys under which an object wraps the list that it is about, rather than somebody's contacts or suggestions. */
const LIST_KEY =
  /^(?:followers?|connections?|people|leads?|results?|items?|elements|data|profiles|members|reactions?|likes?|records|rows|response|output)$/i;
/** Keys under which an export puts the person of a row into an object of its own. */
const PERSON_KEY = /profile|person|member|user|basic|lead|follower|contact|linkedin|entity|node/i;

/**
 * People in a JSON value: addresses, ids and objects in a list, however wrapped. What hangs on a person (employers, "people also
 * viewed") is not in the list.
 */
export function readJsonPeople(value: unknown, into: JsonPeople, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  refuseMoreSightings(into.sightings.length);
  if (Array.isArray(value)) {
    for (const element of value) readJsonPeople(element, into, depth + 1);
    return;
  }
  if (typeof value === 'string') {
    const found = cellReference(value);
    if (found === 'withheld') into.skipped++;
    else if (found !== null) into.sightings.push({ ...found, name: null, headline: null });
    return;
  }
  if (!isJsonObject(value)) return;
  if (Array.isArray(value['included'])) {
    readVoyagerDocument(value, into);
    return;
  }
  const lists = Object.entries(value).filter(
    ([key, inner]) => LIST_KEY.test(key) && typeof inner === 'object',
  );
  const before = into.sightings.length + into.skipped;
  for (const [, list] of lists) readJsonPeople(list, into, depth + 1);
  if (into.sightings.length + into.skipped > before) return;

  const reading = readRecord(fieldsOf(value));
  if (reading.kind === 'person') into.sightings.push(reading.sighting);
  else if (reading.kind === 'unusable') into.skipped++;
  else
    for (const inner of Object.values(value))
      if (typeof inner === 'object') readJsonPeople(inner, into, depth + 1);
}

function readVoyagerDocument(value: JsonObject, into: JsonPeople): void {
  const embedded = noEmbeddedPeople();
  readVoyagerJson(value, embedded);
  into.sightings.push(...embedded.listed);
  into.skipped += embedded.skipped;
}

/** The object's own texts and, after them, those of the object in it that describes the person. */
function fieldsOf(object: JsonObject): Field[] {
  const own = textsOf(object);
  const inner = Object.entries(object)
    .filter(([key, value]) => PERSON_KEY.test(key) && isJsonObject(value))
    .flatMap(([, value]) => textsOf(value as JsonObject));
  return [...own, ...inner];
}

function textsOf(object: JsonObject): Field[] {
  return Object.entries(object).flatMap(([key, value]): Field[] => {
    const text = isJsonObject(value) ? value['text'] : value;
    return typeof text === 'string' ? [{ role: fieldRole(key), value: text }] : [];
  });
}
