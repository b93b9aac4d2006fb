import { z } from 'zod';
import { isProfileMemberId, normaliseVanity } from '../../domain/linkedin-id.ts';
import type { EmbeddedPeople } from './embedded-people.ts';
import { isJsonObject, type JsonObject, objectsIn, parseJson } from './json-walk.ts';
import { personHeadline, personName } from './person-text.ts';
import { personOfToken } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';

const payloadShape = z.object({
  vanityName: z.string(),
  vieweeProfileId: z.string().nullish().catch(null),
});
const MAX_ACTION_VALUES = 2000;

/**
 * Reads `<script id="rehydrate-data">` of LinkedIn's React pages into `into`: an array of strings that join to React flight rows, one
 * `<id>:<JSON>` a line. A list row is a component keyed `ConnectionCard_<start>-<vanity>` or `SearchResults<id>`; what it shows stands in
 * the click actions that lead to the profile (structure as recorded in dsmorgan/netkeeper, docs/linkedin-flagship-web-shapes.md).
 */
export function readFlightData(script: string, into: EmbeddedPeople): void {
  const flight = joinChunks(script);
  const found = new Map<string, Sighting>();
  let statedTotal: number | null = null;
  for (const line of flight.split('\n')) {
    const start = /^[0-9a-f]*:(?=[[{])/.exec(line)?.[0].length;
    const row = start === undefined ? undefined : parseJson(line.slice(start));
    if (row === undefined) continue;
    for (const object of objectsIn(row)) {
      if (Array.isArray(object['actions'])) readActions(object['actions'], found);
      const state = readState(object);
      if (state?.id === 'totalConnectionsCount' && typeof state.value === 'number' && state.value > 0) {
        statedTotal ??= state.value;
      }
    }
  }
  const listed = new Map<string, Sighting>();
  for (const [, slug, id] of flight.matchAll(
    /(?:ConnectionCard_\d+-([^"\\\s]{1,300})|SearchResults(ACo[A-Za-z0-9_-]{36}))(?=["\\])/g,
  )) {
    const vanity = slug === undefined ? null : normaliseVanity(slug);
    if (vanity !== null && !listed.has(vanity)) {
      listed.set(
        vanity,
        found.get(vanity) ?? { memberUrn: null, publicIdentifier: vanity, name: null, headline: null },
      );
    }
    const member = id === undefined ? null : personOfToken(id);
    if (member !== null && !listed.has(id!)) listed.set(id!, { ...member, name: null, headline: null });
  }
  into.known.push(...found.values());
  into.add('', [{ shape: 'rows', people: [...listed.values()], skipped: 0, statedTotal, about: 'flight' }]);
}

function joinChunks(script: string): string {
  const start = script.indexOf('[', Math.max(0, script.indexOf('__como_rehydration__')));
  if (start < 0) return '';
  const whole = parseJson(script.slice(start, script.lastIndexOf(']') + 1));
  if (Array.isArray(whole)) return whole.filter((chunk) => typeof chunk === 'string').join('');
  // Cut off, or followed by other code: the string literals that are whole still hold whole rows.
  return [...stringLiterals(script, start)]
    .map((literal) => parseJson(literal))
    .filter((chunk) => typeof chunk === 'string')
    .join('');
}

/** One after the other, up to the first that does not end: no character is looked at twice, whatever the script. */
function* stringLiterals(script: string, from: number): Generator<string> {
  const literal = /"[^"\\]*(?:\\[\s\S][^"\\]*)*("?)/y;
  for (let at = script.indexOf('"', from); at >= 0; at = script.indexOf('"', literal.lastIndex)) {
    literal.lastIndex = at;
    const found = literal.exec(script);
    if (found === null || found[1] === '') return;
    yield found[0];
  }
}

function readActions(actions: unknown[], found: Map<string, Sighting>): void {
  let name: string | null = null;
  let headline: string | null = null;
  let payload: z.infer<typeof payloadShape> | null = null;
  for (const object of objectsIn(actions, MAX_ACTION_VALUES)) {
    const state = readState(object);
    if (state?.id === 'profile_name_loading_state' && typeof state.value === 'string')
      name ??= personName(state.value);
    if (state?.id === 'profile_headline_loading_state' && typeof state.value === 'string')
      headline ??= personHeadline(state.value);
    if (typeof object['vanityName'] === 'string') payload ??= payloadShape.safeParse(object).data ?? null;
  }
  const vanity = payload === null ? null : normaliseVanity(payload.vanityName);
  if (payload === null || vanity === null) return;
  const id = payload.vieweeProfileId;
  const before = found.get(vanity);
  found.set(vanity, {
    memberUrn: before?.memberUrn ?? (id && isProfileMemberId(id) ? id : null),
    publicIdentifier: vanity,
    name: before?.name ?? name,
    headline: before?.headline ?? headline,
  });
}

/** A piece of page state: `{key: {key: {value: {id}}}, value: {stringValue | intValue}}`. */
function readState(object: JsonObject): { id: string; value: unknown } | null {
  const { key, value } = object;
  if (!isJsonObject(key) || !isJsonObject(value) || !isJsonObject(key['key'])) return null;
  const holder = key['key']['value'];
  const id = isJsonObject(holder) ? holder['id'] : null;
  return typeof id === 'string' ? { id, value: value['stringValue'] ?? value['intValue'] } : null;
}
