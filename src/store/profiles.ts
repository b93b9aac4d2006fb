import { identityKeys, isProfileMemberId } from '../domain/linkedin-id.ts';
import { canBeOnePerson, memberKeys } from '../domain/member-keys.ts';
import type { PersonIdentity } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import type { CachedProfile, CacheTerms, ProfileStore, ScrapedProfile } from '../ports/profile-store.ts';
import type { Database, Queryable } from './database.ts';
import { forgetNewNames } from './forget-person.ts';
import { findForgotten } from './forgotten-people.ts';
import { together } from './together.ts';

/** Runs that end together are saved together. */
const RUNS_TOGETHER = 50;

interface ProfilesOfRun {
  readonly origin: 'network' | 'local';
  readonly scraper: string;
  readonly profiles: readonly ScrapedProfile[];
}

interface CachedRow {
  key: string;
  id: number;
  urns: string[];
  fresh: boolean;
  profile: Profile;
  profile_text: string;
  text_hash: string;
}

/**
 * The profile cache: one row per person and origin, reached by any name the person was ever known under. A vanity name can change
 * hands: it never leads from one member id to the profile of another, and belongs to whoever was found under it last. Of people who are to stay forgotten
 * nothing is kept.
 */
export function createProfileStore(database: Database): ProfileStore {
  const save = together<ProfilesOfRun, readonly (number | null)[]>(
    RUNS_TOGETHER,
    async (runs) => {
      const { origin, scraper } = runs[0]!;
      const ids = await saveUnlessForgotten(
        database,
        origin,
        scraper,
        runs.flatMap((run) => run.profiles),
      );
      let first = 0;
      return runs.map(({ profiles }) => {
        first += profiles.length;
        return ids.slice(first - profiles.length, first);
      });
    },
    ({ origin, scraper }) => `${origin}/${scraper}`,
  );
  return {
    find: (origin, persons, terms) => findCached(database, origin, persons, terms),

    save: (origin, scraper, profiles) => save({ origin, scraper, profiles }),

    saveGone: (origin, scraper, persons) =>
      database.transaction(async (transaction) => {
        const everybody = persons.map((person) => identityKeys(person));
        const forgotten = await findForgotten(transaction, everybody);
        const keys = everybody.filter((_, position) => !forgotten.has(position));
        const known = await lockKeys(transaction, origin, keys.flat());
        const existing = keys.map((own) => rowsOfPerson(known, own));
        await transaction.query(`update profile_cache set gone_at = now() where id = any($1::bigint[])`, [
          [...new Set(existing.flat())],
        ]);
        const rows: { key: string; id: number }[] = [];
        for (const [position, own] of keys.entries()) {
          if (existing[position]!.length > 0) continue;
          const { rows: inserted } = await transaction.query<{ id: number }>(
            `insert into profile_cache (origin, scraper, gone_at) values ($1, $2, now()) returning id`,
            [origin, scraper],
          );
          rows.push(...own.map((key) => ({ key, id: inserted[0]!.id })));
        }
        await saveKeys(transaction, origin, rows);
      }),
  };
}

/** The ids of the profiles in order, null for people who are to stay forgotten: whatever led to one of them under another name is erased. */
async function saveUnlessForgotten(
  database: Database,
  origin: string,
  scraper: string,
  profiles: readonly ScrapedProfile[],
): Promise<(number | null)[]> {
  const keys = profiles.map(keysOf);
  const { ids, forgotten } = await database.transaction(async (transaction) => {
    const forgotten = await findForgotten(transaction, keys);
    const others = profiles.filter((_, position) => !forgotten.has(position));
    const ids = (await saveProfiles(transaction, origin, scraper, others)).values();
    return {
      ids: profiles.map((_, position) => (forgotten.has(position) ? null : ids.next().value!)),
      forgotten,
    };
  });
  await forgetNewNames(database, (position) => keys[position]!, forgotten);
  return ids;
}

/** Keeps profiles under every name of the person; their ids, in order. */
async function saveProfiles(
  transaction: Queryable,
  origin: string,
  scraper: string,
  profiles: readonly ScrapedProfile[],
): Promise<number[]> {
  const keys = profiles.map(keysOf);
  const known = await lockKeys(transaction, origin, keys.flat());
  const alone = positionsAlone(known, keys);
  const inserted = await insertProfiles(
    transaction,
    origin,
    scraper,
    alone.map((position) => profiles[position]!),
  );
  const idOfNew = new Map(alone.map((position, index) => [position, inserted[index]!]));
  let ids: number[] = [];
  for (const [position, scraped] of profiles.entries()) {
    const existing = rowsOfPerson(known, keys[position]!);
    const id =
      idOfNew.get(position) ??
      (existing[0] === undefined
        ? (await insertProfiles(transaction, origin, scraper, [scraped]))[0]!
        : await updateProfile(transaction, existing[0], scraper, scraped));
    const others = existing.slice(1);
    if (others.length > 0) {
      await joinRows(transaction, id, others);
      ids = ids.map((earlier) => (others.includes(earlier) ? id : earlier));
    }
    ids.push(id);
    noteJoined(known, id, others, keys[position]!);
  }
  const mine = [...new Set(keys.flat())].map((key) => ({ key, id: known.rows.get(key)! }));
  await saveKeys(transaction, origin, mine);
  return ids;
}

/** What is known of each person and fresh enough, in the order of the persons; null where nothing is. */
export async function findCached(
  database: Queryable,
  origin: 'network' | 'local',
  persons: readonly PersonIdentity[],
  { freshAfter, goneAfter }: CacheTerms,
): Promise<(CachedProfile | null)[]> {
  const { rows } = await database.query<CachedRow>(
    `select k.person_key as key, p.id, p.profile, p.profile_text, p.text_hash, ${URNS} as urns,
            coalesce(p.fetched_at > $3, false) as fresh
       from profile_keys k
       join profile_cache p on p.id = k.profile_id
      where k.origin = $1 and k.person_key = any($2::text[])
        and (p.fetched_at > $3 or p.gone_at > $4)`,
    [origin, [...new Set(persons.flatMap(identityKeys))], freshAfter, goneAfter],
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return persons.map((person): CachedProfile | null => {
    const row = identityKeys(person)
      .map((key) => byKey.get(key))
      .find((found) => found !== undefined && canBeOnePerson(memberKeys(identityKeys(person)), found.urns));
    if (row === undefined) return null;
    return row.fresh
      ? {
          kind: 'profile',
          profileId: row.id,
          profile: row.profile,
          text: row.profile_text,
          textHash: row.text_hash,
        }
      : { kind: 'gone' };
  });
}

/** The member ids that the row `p` is known under, as keys. */
const URNS = `array(select own.person_key from profile_keys own
                     where own.profile_id = p.id and own.person_key like 'urn:%')`;

/**
 * The names of a person, its own before those it was asked for under. Whoever was asked for by one member id and answered with another
 * of the same kind is somebody else, found under a vanity name that has changed hands.
 */
function keysOf({ asked, profile }: ScrapedProfile): string[] {
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

interface KnownKeys {
  /** The row that each key leads to. */
  readonly rows: Map<string, number>;
  /** The member ids of each row, as keys. */
  readonly urns: Map<number, readonly string[]>;
}

/** Which rows these keys lead to; locked, so that two processes that save the same person take turns. */
async function lockKeys(transaction: Queryable, origin: string, keys: readonly string[]): Promise<KnownKeys> {
  const { rows } = await transaction.query<{ key: string; id: number }>(
    `select person_key as key, profile_id as id from profile_keys
      where origin = $1 and person_key = any($2::text[])
      order by person_key for update`,
    [origin, keys],
  );
  if (rows.length === 0) return { rows: new Map(), urns: new Map() };
  const { rows: urns } = await transaction.query<{ id: number; urns: string[] }>(
    `select p.id, ${URNS} as urns from profile_cache p where p.id = any($1::bigint[])`,
    [rows.map((row) => row.id)],
  );
  return {
    rows: new Map(rows.map((row) => [row.key, row.id])),
    urns: new Map(urns.map((row) => [row.id, row.urns])),
  };
}

/** The rows that these names of one person lead to, without those of others who had one of the vanity names before. */
function rowsOfPerson(known: KnownKeys, keys: readonly string[]): number[] {
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
function noteJoined(known: KnownKeys, id: number, joined: readonly number[], keys: readonly string[]): void {
  if (joined.length > 0)
    for (const [key, row] of known.rows) if (joined.includes(row)) known.rows.set(key, id);
  for (const key of keys) known.rows.set(key, id);
  const urns = [id, ...joined].flatMap((row) => known.urns.get(row) ?? []);
  known.urns.set(id, [...new Set([...urns, ...memberKeys(keys)])]);
}

/** Those who are new under all their names, which nobody else among them has: nearly everybody, so that one statement takes them all. */
function positionsAlone(known: KnownKeys, keys: readonly (readonly string[])[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.flatMap((own, position) =>
    own.every((key) => counts.get(key) === 1 && !known.rows.has(key)) ? [position] : [],
  );
}

/** The ids of the new rows, in the order of the profiles. */
async function insertProfiles(
  transaction: Queryable,
  origin: string,
  scraper: string,
  profiles: readonly ScrapedProfile[],
): Promise<number[]> {
  if (profiles.length === 0) return [];
  const { rows } = await transaction.query<{ id: number }>(
    `insert into profile_cache (origin, profile, profile_text, text_hash, text_cut, scraper, fetched_at)
     select $1, r.profile::jsonb, r.profile_text, r.text_hash, r.text_cut, $2, coalesce(r.fetched_at, now())
       from unnest($3::text[], $4::text[], $5::text[], $6::boolean[], $7::timestamptz[])
         with ordinality as r(profile, profile_text, text_hash, text_cut, fetched_at, position)
      order by r.position
     returning id`,
    [
      origin,
      scraper,
      profiles.map(({ profile }) => JSON.stringify(profile)),
      profiles.map(({ text }) => text),
      profiles.map(({ textHash }) => textHash),
      profiles.map(({ textCut }) => textCut),
      profiles.map(({ fetchedAt }) => fetchedAt ?? null),
    ],
  );
  return rows.map(({ id }) => id);
}

async function updateProfile(
  transaction: Queryable,
  id: number,
  scraper: string,
  { profile, text, textHash, textCut, fetchedAt }: ScrapedProfile,
): Promise<number> {
  await transaction.query(
    `with before as (
       select text_hash from profile_cache where id = $1
     ), updated as (
       update profile_cache
          set profile = $2::jsonb, profile_text = $3, text_hash = $4, text_cut = $5, scraper = $6,
              fetched_at = coalesce($7, now()),
              gone_at = case when gone_at > $7 then gone_at end
        where id = $1 and coalesce($7, now()) >= coalesce(fetched_at, '-infinity')
       returning id, text_hash
     )
     insert into earlier_profile_texts (text_hash, profile_id)
     select b.text_hash, u.id from before b join updated u on u.text_hash <> b.text_hash
     on conflict do nothing`,
    [id, JSON.stringify(profile), text, textHash, textCut, scraper, fetchedAt ?? null],
  );
  return id;
}

/** Two rows turned out to be one person: everything leads to the first from now on. */
async function joinRows(transaction: Queryable, id: number, others: readonly number[]): Promise<void> {
  await transaction.query('update profile_keys set profile_id = $1 where profile_id = any($2::bigint[])', [
    id,
    others,
  ]);
  await transaction.query('update leads set profile_id = $1 where profile_id = any($2::bigint[])', [
    id,
    others,
  ]);
  await transaction.query(
    `insert into earlier_profile_texts (text_hash, profile_id)
     select text_hash, $1::bigint from profile_cache where id = any($2::bigint[]) and text_hash is not null
     union
     select text_hash, $1::bigint from earlier_profile_texts where profile_id = any($2::bigint[])
     on conflict do nothing`,
    [id, others],
  );
  await transaction.query('delete from profile_cache where id = any($1::bigint[])', [others]);
}

async function saveKeys(
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
    [origin, JSON.stringify(unique)],
  );
}
