import { identityKeys, isProfileMemberId } from '../domain/linkedin-id.ts';
import { canBeOnePerson, memberKeys } from '../domain/member-keys.ts';
import type { PersonIdentity } from '../domain/person.ts';
import type { ScrapedProfile } from '../ports/profile-store.ts';
import { type Queryable, recordset } from './database.ts';

/** The member ids that the row `p` is known under, as keys. */
export const MEMBER_KEYS = `array(select own.person_key from profile_keys own
                     where own.profile_id = p.id and own.person_key like 'urn:%')`;

/**
 * The names of a person, its own before those it was asked for under. Whoever was asked for by one member id and answered with another
 * of the same kind is somebody else, found under a vanity name that has changed hands.
 */
export function keysOf({ asked, profile }: ScrapedProfile): string[] {
  const changedHands =
    asked.memberUrn !== null &&
    profile.memberUrn !== null &&
    asked.memberUrn !== profile.memberUrn &&
    isProfileMemberId(asked.memberUrn) &&
    isProfileMemberId(profile.memberUrn);
  const askedAs: PersonIdentity = changedHands
    ? { memberUrn: null, publicIdentifier: asked.publicIdentifier }
    : asked;
  return [...new Set([...identityKeys(profile), ...identityKeys(askedAs)])];
}

export interface KnownKeys {
  /** The row that each key leads to. */
  readonly rows: Map<string, number>;
  /** The member ids of each row, as keys. */
  readonly urns: Map<number, readonly string[]>;
}

/** Which rows these keys lead to; locked, so that two processes that save the same person take turns. */
export async function lockKeys(
  transaction: Queryable,
  origin: string,
  keys: readonly string[],
): Promise<KnownKeys> {
  const { rows } = await transaction.query<{ key: string; id: number }>(
    `select person_key as key, profile_id as id from profile_keys
      where origin = $1 and person_key = any($2::text[])
      order by person_key for update`,
    [origin, keys],
  );
  if (rows.length === 0) return { rows: new Map(), urns: new Map() };
  const { rows: urns } = await transaction.query<{ id: number; urns: string[] }>(
    `select p.id, ${MEMBER_KEYS} as urns from profile_cache p where p.id = any($1::bigint[])`,
    [rows.map((row) => row.id)],
  );
  return {
    rows: new Map(rows.map((row) => [row.key, row.id])),
    urns: new Map(urns.map((row) => [row.id, row.urns])),
  };
}

/** The rows that these names of one person lead to, without those of others who had one of the vanity names before. */
export function rowsOfPerson(known: KnownKeys, keys: readonly string[]): number[] {
  let urns = memberKeys(keys);
  const ids = new Set<number>();
  for (const key of keys) {
    const id = known.rows.get(key);
    if (id === undefined || ids.has(id)) continue;
    const others = known.urns.get(id) ?? [];
    if (!canBeOnePerson(urns, others)) continue;
    ids.add(id);
    urns = [...urns, ...others];
  }
  return [...ids];
}

/** Keeps `known` true after a row took these keys, and all that led to the rows it was joined with. */
export function noteJoined(
  known: KnownKeys,
  id: number,
  joined: readonly number[],
  keys: readonly string[],
): void {
  if (joined.length > 0)
    for (const [key, row] of known.rows) if (joined.includes(row)) known.rows.set(key, id);
  for (const key of keys) known.rows.set(key, id);
  const urns = [id, ...joined].flatMap((row) => known.urns.get(row) ?? []);
  known.urns.set(id, [...new Set([...urns, ...memberKeys(keys)])]);
}

/** Those who are new under all their names, which nobody else among them has: nearly everybody, so that one statement takes them all. */
export function positionsAlone(known: KnownKeys, keys: readonly (readonly string[])[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.flatMap((own, position) =>
    own.every((key) => counts.get(key) === 1 && !known.rows.has(key)) ? [position] : [],
  );
}

/** From now on these names lead to these rows. */
export async function saveKeys(
  transaction: Queryable,
  origin: string,
  rows: readonly { key: string; id: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  // One row per key: two targets of one run may be the same person, and one statement may not touch a row twice.
  const unique = [...new Map(rows.map((row) => [row.key, row])).values()];
  await transaction.query(
    `insert into profile_keys (origin, person_key, profile_id)
     select $1::text, r.key, r.id from json_to_recordset($2::json) as r(key text, id bigint) order by r.key
     on conflict (origin, person_key) do update set profile_id = excluded.profile_id`,
    [origin, recordset(unique)],
  );
}
