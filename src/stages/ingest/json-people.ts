import { cellReference } from './cell-reference.ts';
import { describesPerson, type Field, fieldRole } from './field-role.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { isJsonObject, type JsonObject } from './json-walk.ts';
import { profileItemOf } from './profile-item.ts';
import type { ProfileItem, Sighting } from './recogniser.ts';
import { readRecord } from './record-fields.ts';
import { unreadableReason, withheldReason } from './unusable-link.ts';
import { noEmbeddedPeople, readVoyagerJson, totalOf } from './voyager-json.ts';

/** An object or a text that looks like a person and cannot be used. */
export interface RejectedValue {
  readonly value: JsonObject | string;
  readonly reason: string;
}

export interface JsonPeople {
  readonly sightings: Sighting[];
  readonly rejected: RejectedValue[];
  /** Objects that hold a whole scraped profile. */
  readonly profileItems: ProfileItem[];
  /** People of LinkedIn's own answers who are withheld, and of whom no more is known. */
  withheld: number;
  /** How many people an answer of LinkedIn says its whole list has, or null. */
  statedTotal: number | null;
}

const MAX_DEPTH = 6;
/** Keys under which an object wraps the list that it is about, rather than somebody's contacts or suggestions. */
const LIST_KEY =
  /^(?:followers?|connections?|people|leads?|results?|items?|elements|data|profiles|members|reactions?|likes?|records|rows|response|output)$/i;

/** Nobody yet. */
export function noJsonPeople(): JsonPeople {
  return { sightings: [], rejected: [], profileItems: [], withheld: 0, statedTotal: null };
}

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
    readAddress(value, into);
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
  const before = countOf(into);
  for (const [, list] of lists) readJsonPeople(list, into, depth + 1);
  if (countOf(into) > before) {
    noteTotal(totalOf(value), into);
    return;
  }

  const reading = readRecord(fieldsOf(value));
  if (reading.kind === 'person') {
    into.sightings.push(reading.sighting);
    const item = profileItemOf(value);
    if (item !== null) into.profileItems.push(item);
  } else if (reading.kind === 'unusable') into.rejected.push({ value, reason: reading.reason });
  else
    for (const inner of Object.values(value))
      if (typeof inner === 'object') readJsonPeople(inner, into, depth + 1);
}

function countOf({ sightings, rejected, withheld }: JsonPeople): number {
  return sightings.length + rejected.length + withheld;
}

function readAddress(value: string, into: JsonPeople): void {
  const found = cellReference(value);
  if (found === 'withheld') into.rejected.push({ value, reason: withheldReason(value) });
  else if (found !== null) into.sightings.push({ ...found, name: null, headline: null });
  else {
    const reason = unreadableReason(value);
    if (reason !== null) into.rejected.push({ value, reason });
  }
}

function readVoyagerDocument(value: JsonObject, into: JsonPeople): void {
  const embedded = noEmbeddedPeople();
  readVoyagerJson(value, embedded);
  into.sightings.push(...embedded.listed);
  into.withheld += embedded.skipped;
  for (const list of embedded.believed()) noteTotal(list.statedTotal, into);
}

/** Several pages of one list all state the same. */
function noteTotal(total: number | null, into: JsonPeople): void {
  if (total !== null && total > (into.statedTotal ?? 0)) into.statedTotal = total;
}

/** The object's own texts and, after them, those of the object in it that describes the person. */
function fieldsOf(object: JsonObject): Field[] {
  const own = textsOf(object);
  const inner = Object.entries(object)
    .filter(([key, value]) => describesPerson(key) && isJsonObject(value))
    .flatMap(([, value]) => textsOf(value as JsonObject));
  return [...own, ...inner];
}

function textsOf(object: JsonObject): Field[] {
  return Object.entries(object).flatMap(([key, value]): Field[] => {
    const text = isJsonObject(value) ? value['text'] : value;
    return typeof text === 'string' ? [{ role: fieldRole(key), value: text }] : [];
  });
}
