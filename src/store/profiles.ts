import { identityKeys } from '../domain/linkedin-id.ts';
import type { Profile } from '../domain/profile.ts';
import type { CachedProfile, ProfileStore, ScrapedProfile } from '../ports/profile-store.ts';
import type { Database, Queryable } from './database.ts';

interface CachedRow {
  key: string;
  id: number;
  fresh: boolean;
  profile: Profile;
  profile_text: string;
  text_hash: string;
}

/** The profile cache: one row per person and origin, reached by any name the person was ever known under. */
export function createProfileStore(database: Database): ProfileStore {
  return {
    async find(origin, persons, freshAfter, goneAfter) {
      const { rows } = await database.query<CachedRow>(
        `select k.person_key as key, p.id, p.profile, p.profile_text, p.text_hash,
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
          .find((found) => found !== undefined);
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
    },

    save: (origin, scraper, profiles) =>
      database.transaction(async (transaction) => {
        const keys = profiles.map(({ asked, profile }) => [
          ...new Set([...identityKeys(asked), ...identityKeys(profile)]),
        ]);
        const known = await lockKeys(transaction, origin, keys.flat());
        const ids: number[] = [];
        for (const [position, scraped] of profiles.entries()) {
          const existing = [...new Set(keys[position]!.flatMap((key) => known.get(key) ?? []))];
          const id =
            existing[0] === undefined
              ? await insertProfile(transaction, origin, scraper, scraped)
              : await updateProfile(transaction, existing[0], scraper, scraped);
          await joinRows(transaction, id, existing.slice(1));
          for (const key of keys[position]!) known.set(key, id);
          ids.push(id);
        }
        await saveKeys(
          transaction,
          origin,
          ids.flatMap((id, position) => keys[position]!.map((key) => ({ key, id }))),
        );
        return ids;
      }),

    saveGone: (origin, scraper, persons) =>
      database.transaction(async (transaction) => {
        const keys = persons.map((person) => identityKeys(person));
        const known = await lockKeys(transaction, origin, keys.flat());
        await transaction.query(`update profile_cache set gone_at = now() where id = any($1::bigint[])`, [
          [...new Set(known.values())],
        ]);
        const rows: { key: string; id: number }[] = [];
        for (const own of keys) {
          if (own.some((key) => known.has(key))) continue;
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

/** Which rows these keys lead to; locked, so that two processes that save the same person take turns. */
async function lockKeys(
  transaction: Queryable,
  origin: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await transaction.query<{ key: string; id: number }>(
    `select person_key as key, profile_id as id from profile_keys
      where origin = $1 and person_key = any($2::text[])
      order by person_key for update`,
    [origin, keys],
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

async function insertProfile(
  transaction: Queryable,
  origin: string,
  scraper: string,
  { profile, text, textHash, textCut }: ScrapedProfile,
): Promise<number> {
  const { rows } = await transaction.query<{ id: number }>(
    `insert into profile_cache (origin, profile, profile_text, text_hash, text_cut, scraper, fetched_at)
     values ($1, $2::jsonb, $3, $4, $5, $6, now()) returning id`,
    [origin, JSON.stringify(profile), text, textHash, textCut, scraper],
  );
  return rows[0]!.id;
}

async function updateProfile(
  transaction: Queryable,
  id: number,
  scraper: string,
  { profile, text, textHash, textCut }: ScrapedProfile,
): Promise<number> {
  await transaction.query(
    `update profile_cache
        set profile = $2::jsonb, profile_text = $3, text_hash = $4, text_cut = $5, scraper = $6,
            fetched_at = now(), gone_at = null
      where id = $1`,
    [id, JSON.stringify(profile), text, textHash, textCut, scraper],
  );
  return id;
}

/** Two rows turned out to be one person: everything leads to the first from now on. */
async function joinRows(transaction: Queryable, id: number, others: readonly number[]): Promise<void> {
  if (others.length === 0) return;
  await transaction.query('update profile_keys set profile_id = $1 where profile_id = any($2::bigint[])', [
    id,
    others,
  ]);
  await transaction.query('update leads set profile_id = $1 where profile_id = any($2::bigint[])', [
    id,
    others,
  ]);
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
