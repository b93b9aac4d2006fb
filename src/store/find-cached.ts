import { identityKeys } from '../domain/linkedin-id.ts';
import { canBeOnePerson, memberKeys } from '../domain/member-keys.ts';
import type { PersonIdentity } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';
import type { CachedProfile, CacheTerms } from '../ports/profile-store.ts';
import type { Queryable } from './database.ts';
import { MEMBER_KEYS } from './profile-names.ts';

interface CachedRow {
  key: string;
  id: number;
  urns: string[];
  fresh: boolean;
  profile: Profile;
  profile_text: string;
  text_hash: string;
}

/** What is known of each person and fresh enough, in the order of the persons; null where nothing is. */
export async function findCached(
  database: Queryable,
  origin: 'network' | 'local',
  persons: readonly PersonIdentity[],
  { freshAfter, goneAfter }: CacheTerms,
): Promise<(CachedProfile | null)[]> {
  const { rows } = await database.query<CachedRow>(
    `select k.person_key as key, p.id, p.profile, p.profile_text, p.text_hash, ${MEMBER_KEYS} as urns,
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
