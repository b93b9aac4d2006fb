import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../domain/errors.ts';
import { type Icp, icpText } from '../domain/icp.ts';
import { contentHash } from '../support/hash.ts';
import type { Queryable } from './database.ts';

export interface Client {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** One version of a client's ICP. */
export interface ClientIcp {
  readonly id: number;
  readonly clientId: number;
  readonly version: number;
  readonly criteria: Icp;
  readonly text: string;
  readonly createdAt: Date;
}

export interface ClientSummary extends Client {
  readonly icpVersion: number | null;
  readonly leads: number;
  readonly batches: number;
}

/** Null when the slug is taken. */
export async function insertClient(database: Queryable, slug: string, name: string): Promise<Client | null> {
  const { rows } = await database.query<Client>(
    `insert into clients (slug, name) values ($1, $2) on conflict (slug) do nothing returning id, slug, name`,
    [slug, name],
  );
  return rows[0] ?? null;
}

export async function listClients(database: Queryable): Promise<ClientSummary[]> {
  const { rows } = await database.query<ClientSummary>(
    `select c.id, c.slug, c.name,
            (select max(version) from client_icps i where i.client_id = c.id) as "icpVersion",
            (select count(*) from leads l where l.client_id = c.id) as leads,
            (select count(*) from batches b where b.client_id = c.id) as batches
       from clients c
      order by c.slug`,
  );
  return rows;
}

/** The client with that slug. Throws UsageError when there is none, naming those there are. */
export async function requireClient(database: Queryable, slug: string): Promise<Client> {
  const { rows } = await database.query<Client>('select id, slug, name from clients where slug = $1', [slug]);
  if (rows[0] !== undefined) return rows[0];
  const known = (await listClients(database)).map((client) => client.slug);
  throw new UsageError(
    'unknown_client',
    `there is no client "${slug}"`,
    known.length === 0
      ? `add it: icp client add ${slug} --icp FILE`
      : `known clients: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}; add one: icp client add ${slug}`,
  );
}

export async function findClient(database: Queryable, id: number): Promise<Client> {
  const { rows } = await database.query<Client>('select id, slug, name from clients where id = $1', [id]);
  return rows[0]!;
}

/** The current ICP of each client that has one; of one client when `clientId` is given. */
export async function currentIcps(database: Queryable, clientId: number | null): Promise<ClientIcp[]> {
  const { rows } = await database.query<ClientIcp>(
    `select distinct on (client_id) id, client_id as "clientId", version, criteria, icp_text as text,
            created_at as "createdAt"
       from client_icps
      where $1::bigint is null or client_id = $1
      order by client_id, version desc`,
    [clientId],
  );
  return rows;
}

/** The current ICP of a client. Throws UsageError where it has none. */
export async function requireCurrentIcp(
  database: Queryable,
  { id, slug }: Pick<Client, 'id' | 'slug'>,
): Promise<ClientIcp> {
  const [icp] = await currentIcps(database, id);
  if (icp !== undefined) return icp;
  throw new UsageError(
    'no_icp',
    `client "${slug}" has no ICP to score against`,
    `give it one: icp client set-icp ${slug} FILE`,
  );
}

/** The texts of all versions of the ICPs of a client, or of all; the current one of each client last. */
export async function listIcpTexts(
  database: Queryable,
  clientId: number | null,
): Promise<readonly Pick<ClientIcp, 'id' | 'clientId' | 'text'>[]> {
  const { rows } = await database.query<Pick<ClientIcp, 'id' | 'clientId' | 'text'>>(
    `select id, client_id as "clientId", icp_text as text
       from client_icps
      where $1::bigint is null or client_id = $1
      order by client_id, version`,
    [clientId],
  );
  return rows;
}

/** One version of a client's ICP. Throws UsageError for one that there is not. */
export async function requireIcpVersion(
  database: Queryable,
  client: Pick<Client, 'id' | 'slug'>,
  version: number,
): Promise<ClientIcp> {
  const { rows } = await database.query<ClientIcp>(
    `select id, client_id as "clientId", version, criteria, icp_text as text, created_at as "createdAt"
       from client_icps
      where client_id = $1 and version = $2`,
    [client.id, version],
  );
  if (rows[0] !== undefined) return rows[0];
  throw new UsageError(
    'unknown_icp_version',
    `the ICP of "${client.slug}" has no version ${version}`,
    `see the current one: icp client show ${client.slug}`,
  );
}

/** The criteria of every version but the current one, the latest first. */
export async function earlierCriteria(database: Queryable, clientId: number): Promise<readonly Icp[]> {
  const { rows } = await database.query<{ criteria: Icp }>(
    'select criteria from client_icps where client_id = $1 order by version desc offset 1',
    [clientId],
  );
  return rows.map(({ criteria }) => criteria);
}

/** The current ICP of the client with that slug; undefined for a client that is new or has none. */
export async function currentIcpOf(database: Queryable, slug: string): Promise<ClientIcp | undefined> {
  const { rows } = await database.query<{ id: number }>('select id from clients where slug = $1', [slug]);
  return rows[0] === undefined ? undefined : (await currentIcps(database, rows[0].id))[0];
}

/** Until the transaction ends nobody else changes the client's ICP. */
export async function lockClient(transaction: Queryable, clientId: number): Promise<void> {
  await transaction.query('select id from clients where id = $1 for update', [clientId]);
}

/** Makes this the client's current ICP; returns it and whether it differs from the one before. Unchanged content makes no version. */
export async function saveIcp(
  database: Queryable,
  clientId: number,
  criteria: Icp,
): Promise<{ icp: ClientIcp; changed: boolean }> {
  // Two edits at once must not make the same version.
  await lockClient(database, clientId);
  const [current] = await currentIcps(database, clientId);
  const json = JSON.stringify(criteria);
  // jsonb does not keep the order of keys.
  if (current !== undefined && isDeepStrictEqual(JSON.parse(json), current.criteria)) {
    return { icp: current, changed: false };
  }
  const { rows } = await database.query<ClientIcp>(
    `insert into client_icps (client_id, version, criteria, icp_text, content_hash)
     values ($1, $2, $3::jsonb, $4, $5)
     returning id, client_id as "clientId", version, criteria, icp_text as text, created_at as "createdAt"`,
    [clientId, (current?.version ?? 0) + 1, json, icpText(criteria), contentHash(json)],
  );
  return { icp: rows[0]!, changed: true };
}
