import { identityKeys } from '../domain/linkedin-id.ts';
import { canBeOnePerson, memberKeys } from '../domain/member-keys.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { type Queryable, recordset } from './database.ts';

/** People per statement. */
const CHUNK = 5000;

interface Candidate {
  position: number;
  id: number;
  names: string[];
}

/**
 * The client's lead for each of these people, in their order, whichever of their names they are asked for by: what leads are called, and every name that a scraper
 * found of a profile. Null for who is none. A vanity name never leads from one member id to another.
 */
export async function findLeadsOf(
  database: Queryable,
  clientId: number,
  people: readonly PersonIdentity[],
): Promise<readonly (number | null)[]> {
  const leads: (number | null)[] = [];
  for (let start = 0; start < people.length; start += CHUNK) {
    const chunk = people.slice(start, start + CHUNK);
    const candidates = await findCandidates(database, clientId, chunk);
    leads.push(
      ...chunk.map((person, position) => {
        const own = memberKeys(identityKeys(person));
        const lead = candidates.get(position)?.find(({ names }) => canBeOnePerson(own, memberKeys(names)));
        return lead?.id ?? null;
      }),
    );
  }
  return leads;
}

/** By position: first those called so themselves, by member id before vanity name; then those whose profile is. */
async function findCandidates(
  database: Queryable,
  clientId: number,
  people: readonly PersonIdentity[],
): Promise<ReadonlyMap<number, readonly Candidate[]>> {
  const { rows } = await database.query<Candidate>(
    `with asked as (
       select * from json_to_recordset($2::json) as r(position int, urn text, vanity text)
     ), known as (
       select a.position, k.profile_id
         from asked a
         join profile_keys k on k.person_key = any(array['urn:' || a.urn, 'in:' || a.vanity])
     ), found as (
       select a.position, l.id, 1 as place from asked a join leads l on l.client_id = $1 and l.member_urn = a.urn
        union all
       select a.position, l.id, 2 from asked a join leads l on l.client_id = $1 and l.public_identifier = a.vanity
        union all
       select k.position, l.id, 3 from known k join leads l on l.client_id = $1 and l.profile_id = k.profile_id
        union all
       select k.position, l.id, 4
         from known k
         join profile_keys o on o.profile_id = k.profile_id and starts_with(o.person_key, 'urn:')
         join leads l on l.client_id = $1 and l.member_urn = substr(o.person_key, 5)
        union all
       select k.position, l.id, 4
         from known k
         join profile_keys o on o.profile_id = k.profile_id and starts_with(o.person_key, 'in:')
         join leads l on l.client_id = $1 and l.public_identifier = substr(o.person_key, 4)
     )
     select f.position, f.id,
            array(select 'urn:' || l.member_urn where l.member_urn is not null
                   union select k.person_key from profile_keys k where k.profile_id = l.profile_id) as names
       from (select position, id, min(place) as place from found group by position, id) f
       join leads l on l.id = f.id
      order by f.position, f.place, f.id`,
    [
      clientId,
      recordset(
        people.map(({ memberUrn, publicIdentifier }, position) => ({
          position,
          urn: memberUrn,
          vanity: publicIdentifier,
        })),
      ),
    ],
  );
  const byPosition = new Map<number, Candidate[]>();
  for (const row of rows) byPosition.set(row.position, [...(byPosition.get(row.position) ?? []), row]);
  return byPosition;
}
