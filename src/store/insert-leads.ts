import { identityKeys, profileUrl } from '../domain/linkedin-id.ts';
import type { FoundPerson } from '../domain/person.ts';
import { type Queryable, recordset } from './database.ts';
import { type Forgotten, findForgotten } from './forgotten-people.ts';
import { leadToKeep, mergeLeads } from './merge-leads.ts';

/** Rows per statement: large enough to be fast, small enough that neither side holds a huge JSON document. */
const CHUNK = 5000;

interface Match {
  position: number;
  id: number | null;
  status: string | null;
  vanityId: number | null;
  vanityStatus: string | null;
  vanityUrn: string | null;
  /** The lead with this vanity name is known under another member id: the name has changed hands. */
  vanityMoved: boolean;
}

/**
 * Adds people to a batch as `discovered` leads, in their order; who is a lead of the client already, under either name, joins the batch
 * and keeps status and history. People who are to stay forgotten are left out. Returns how many are new, and the positions of the forgotten. To be run in a
 * transaction: ingests of one client take turns, since two that
 * name the same people in different orders would wait for each other.
 */
export async function insertLeads(
  transaction: Queryable,
  clientId: number,
  batchId: number,
  people: readonly FoundPerson[],
): Promise<{ created: number; forgotten: ReadonlyMap<number, Forgotten> }> {
  // Before any other lock, so that nobody who holds one is waited for by `icp forget`.
  const forgotten = await findForgotten(transaction, people.map(identityKeys));
  // Not "for update", which would also hold up whoever merely refers to the client.
  await transaction.query('select from clients where id = $1 for no key update', [clientId]);
  const distinct = withoutRivals(people.filter((_, position) => !forgotten.has(position)));
  let created = 0;
  for (let start = 0; start < distinct.length; start += CHUNK) {
    created += await insertChunk(transaction, clientId, batchId, distinct.slice(start, start + CHUNK));
  }
  return { created, forgotten };
}

/** Of several member ids that claim one vanity name in one source, the first has it; the others are known by their member ids. */
function withoutRivals(people: readonly FoundPerson[]): readonly FoundPerson[] {
  const holders = new Map<string, string>();
  return people.map((person) => {
    const { memberUrn, publicIdentifier } = person;
    if (memberUrn === null || publicIdentifier === null) return person;
    const holder = holders.get(publicIdentifier) ?? memberUrn;
    holders.set(publicIdentifier, holder);
    return holder === memberUrn ? person : { ...person, publicIdentifier: null };
  });
}

async function insertChunk(
  transaction: Queryable,
  clientId: number,
  batchId: number,
  people: readonly FoundPerson[],
): Promise<number> {
  const rows = people.map((person, position) => ({
    position,
    member_urn: person.memberUrn,
    public_identifier: person.publicIdentifier,
    url: profileUrl(person),
    name: person.name,
    headline: person.headline,
  }));
  const before = await match(transaction, clientId, rows);
  const known = new Set<number>();
  /** Leads merged away, each with the one that it became. */
  const became = new Map<number, { id: number; status: string }>();
  const present = (lead: { id: number; status: string }) => {
    let now = lead;
    for (let next = became.get(now.id); next !== undefined; next = became.get(now.id)) now = next;
    return now;
  };
  for (const found of before) {
    if (found.vanityMoved) {
      await transaction.query(
        'update leads set public_identifier = null, linkedin_url = $2 where id = $1 and public_identifier = $3',
        [
          found.vanityId,
          profileUrl({ memberUrn: found.vanityUrn, publicIdentifier: null }),
          rows[found.position]!.public_identifier,
        ],
      );
    } else if (found.id !== null && found.vanityId !== null) {
      const one = present({ id: found.id, status: found.status! });
      const other = present({ id: found.vanityId, status: found.vanityStatus! });
      if (one.id !== other.id) {
        const keep = leadToKeep(one, other);
        const drop = keep === one ? other : one;
        await mergeLeads(transaction, keep.id, drop.id);
        became.set(drop.id, keep);
      }
    }
    if (found.id !== null || (found.vanityId !== null && !found.vanityMoved)) known.add(found.position);
  }
  if (known.size > 0)
    await complete(
      transaction,
      clientId,
      rows.filter((row) => known.has(row.position)),
    );
  const newcomers = rows.filter((row) => !known.has(row.position));
  const { rows: counted } = await transaction.query<{ created: number }>(
    `with created as (
       insert into leads (client_id, batch_id, linkedin_url, member_urn, public_identifier, name, headline)
       select $1::bigint, $2::bigint, r.url, r.member_urn, r.public_identifier, r.name, r.headline
         from json_to_recordset($3::json)
           as r(position int, url text, member_urn text, public_identifier text, name text, headline text)
        order by r.position
       on conflict do nothing
       returning id
     ), joined as (
       insert into lead_batches (batch_id, lead_id, is_first) select $2::bigint, id, true from created
     )
     select count(*) as created from created`,
    [clientId, batchId, recordset(newcomers)],
  );
  const { created } = counted[0]!;
  // Two names of one chunk may turn out to be the same lead, so that fewer were created than there were newcomers.
  const others = created === newcomers.length ? rows.filter((row) => known.has(row.position)) : rows;
  if (others.length > 0) await joinBatch(transaction, clientId, batchId, others);
  return created;
}

/** Puts the leads that these names lead to into the batch. */
async function joinBatch(
  transaction: Queryable,
  clientId: number,
  batchId: number,
  rows: readonly object[],
): Promise<void> {
  await transaction.query(
    `insert into lead_batches (batch_id, lead_id)
     select $2::bigint, l.id
       from json_to_recordset($3::json) as r(member_urn text, public_identifier text)
       join leads l on l.client_id = $1 and l.member_urn = r.member_urn
     union
     select $2::bigint, l.id
       from json_to_recordset($3::json) as r(member_urn text, public_identifier text)
       join leads l on l.client_id = $1 and l.public_identifier = r.public_identifier
     on conflict do nothing`,
    [clientId, batchId, recordset(rows)],
  );
}

async function match(transaction: Queryable, clientId: number, rows: readonly object[]): Promise<Match[]> {
  const { rows: matches } = await transaction.query<Match>(
    `select r.position, u.id, u.status, v.id as "vanityId", v.status as "vanityStatus", v.member_urn as "vanityUrn",
            coalesce(v.member_urn <> r.member_urn, false) as "vanityMoved"
       from json_to_recordset($2::json) as r(position int, member_urn text, public_identifier text)
       left join leads u on u.client_id = $1 and u.member_urn = r.member_urn
       left join leads v on v.client_id = $1 and v.public_identifier = r.public_identifier
      where u.id is not null or v.id is not null`,
    [clientId, recordset(rows)],
  );
  return matches;
}

/** The union of what was known and what this source adds; a newer vanity name replaces the older. */
async function complete(transaction: Queryable, clientId: number, rows: readonly object[]): Promise<void> {
  await transaction.query(
    `update leads l
        set member_urn = coalesce(l.member_urn, r.member_urn),
            public_identifier = coalesce(r.public_identifier, l.public_identifier),
            linkedin_url = case when r.public_identifier is null and l.public_identifier is not null
                                then l.linkedin_url else r.url end,
            name = coalesce(l.name, r.name),
            headline = coalesce(l.headline, r.headline)
       from json_to_recordset($2::json)
         as r(url text, member_urn text, public_identifier text, name text, headline text)
      where l.client_id = $1
        and (l.member_urn = r.member_urn
             or (l.public_identifier = r.public_identifier
                 and (l.member_urn is null or r.member_urn is null)))
        and (l.member_urn is distinct from coalesce(l.member_urn, r.member_urn)
             or l.public_identifier is distinct from coalesce(r.public_identifier, l.public_identifier)
             or (l.name is null and r.name is not null)
             or (l.headline is null and r.headline is not null))`,
    [clientId, recordset(rows)],
  );
}
