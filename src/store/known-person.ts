import { identityKeys } from '../domain/linkedin-id.ts';
import { canBeOnePerson, memberKeys } from '../domain/member-keys.ts';
import type { PersonIdentity } from '../domain/person.ts';
import type { Queryable } from './database.ts';

/** Everything that stands for one person. */
export interface KnownPerson {
  /** All their names, as keys. */
  readonly names: readonly string[];
  readonly leadIds: readonly number[];
  readonly profileIds: readonly number[];
}

interface Candidate {
  kind: 'profile' | 'lead';
  id: number;
  names: string[];
}

/**
 * Follows the names of a person through leads of all clients and profiles of both origins to all their other names. A vanity name can have changed hands:
 * it means whoever was found under it last, and never leads from one member id to another.
 */
export async function findPerson(transaction: Queryable, asked: readonly string[]): Promise<KnownPerson> {
  const names = new Set(asked);
  const leadIds = new Set<number>();
  const profileIds = new Set<number>();
  for (let known = 0; known < names.size; ) {
    known = names.size;
    for (const { kind, id, names: others } of await findUnder(transaction, [...names])) {
      if (!canBeOnePerson(memberKeys(names), memberKeys(others))) continue;
      (kind === 'lead' ? leadIds : profileIds).add(id);
      for (const name of others) names.add(name);
    }
  }
  for (const id of await leadsOfProfiles(transaction, [...profileIds])) leadIds.add(id);
  return { names: [...names], leadIds: [...leadIds], profileIds: [...profileIds] };
}

/** Profiles before leads, and the newest first: what is known best. */
async function findUnder(transaction: Queryable, names: readonly string[]): Promise<Candidate[]> {
  const { rows } = await transaction.query<Candidate>(
    `select 'profile' as kind, k.profile_id as id,
            array(select person_key from profile_keys own where own.profile_id = k.profile_id) as names
       from profile_keys k
      where k.person_key = any($1::text[])
     union
     select 'lead', l.id, array_remove(array['urn:' || l.member_urn, 'in:' || l.public_identifier], null)
       from leads l
      where l.member_urn = any($2::text[]) or l.public_identifier = any($3::text[])
      order by kind desc, id desc`,
    [names, valuesOf('urn:', names), valuesOf('in:', names)],
  );
  return rows;
}

/** The bare names among keys that have this prefix. */
export function valuesOf(prefix: 'urn:' | 'in:', names: readonly string[]): string[] {
  return names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/** Also a lead under the name of somebody else shows this person, if that is whom the scraper found. */
async function leadsOfProfiles(transaction: Queryable, profileIds: readonly number[]): Promise<number[]> {
  const { rows } = await transaction.query<{ id: number }>(
    'select id from leads where profile_id = any($1::bigint[])',
    [profileIds],
  );
  return rows.map((row) => row.id);
}

/** The names of a lead, as keys; null when there is none with that id. */
export async function namesOfLead(database: Queryable, id: number): Promise<readonly string[] | null> {
  const { rows } = await database.query<PersonIdentity>(
    'select member_urn as "memberUrn", public_identifier as "publicIdentifier" from leads where id = $1',
    [id],
  );
  return rows[0] === undefined ? null : identityKeys(rows[0]);
}

/** A person as somebody would recognise them; no name and no clients for one of whom there is nothing. */
export interface RecognisablePerson {
  readonly name: string | null;
  /** Slugs of the clients of whom they are a lead. */
  readonly clients: readonly string[];
}

/** Whom these names (keys of one person) stand for. */
export async function recognisePerson(
  database: Queryable,
  asked: readonly string[],
): Promise<RecognisablePerson> {
  const { leadIds, profileIds } = await findPerson(database, asked);
  const { rows } = await database.query<RecognisablePerson>(
    `select coalesce((select max(profile->>'fullName') from profile_cache where id = any($2::bigint[])),
                     (select max(name) from leads where id = any($1::bigint[]))) as name,
            array(select distinct c.slug from leads l join clients c on c.id = l.client_id
                   where l.id = any($1::bigint[]) order by c.slug) as clients`,
    [leadIds, profileIds],
  );
  return rows[0]!;
}
