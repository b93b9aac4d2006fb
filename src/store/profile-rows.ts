import type { ScrapedProfile } from '../ports/profile-store.ts';
import type { Queryable } from './database.ts';

/** The ids of the new rows, in the order of the profiles. */
export async function insertProfiles(
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

/** The same row with what was found now, unless that is older than what stands there; its id. */
export async function updateProfile(
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
export async function joinRows(transaction: Queryable, id: number, others: readonly number[]): Promise<void> {
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
