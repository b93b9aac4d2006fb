import { identityKeys } from '../domain/linkedin-id.ts';
import type { ProfileStore, ScrapedProfile } from '../ports/profile-store.ts';
import type { Database, Queryable } from './database.ts';
import { findCached } from './find-cached.ts';
import { forgetNewNames } from './forget-person.ts';
import { findForgotten } from './forgotten-people.ts';
import { keysOf, lockKeys, noteJoined, positionsAlone, rowsOfPerson, saveKeys } from './profile-names.ts';
import { insertProfiles, joinRows, updateProfile } from './profile-rows.ts';
import { together } from './together.ts';

/** Runs that end together are saved together. */
const RUNS_TOGETHER = 50;

interface ProfilesOfRun {
  readonly origin: 'network' | 'local';
  readonly scraper: string;
  readonly profiles: readonly ScrapedProfile[];
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
