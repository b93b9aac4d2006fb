import { profileUrl } from '../../src/domain/linkedin-id.ts';
import type { Profile, Role } from '../../src/domain/profile.ts';
import type { ClaimTerms } from '../../src/store/claims.ts';
import type { Queryable } from '../../src/store/database.ts';
import { contentHash } from '../../src/support/hash.ts';

export interface TestClient {
  readonly clientId: number;
  readonly batchId: number;
}

/** A client with one batch. Tests of one file share a database and keep apart by their clients. */
export async function addClient(database: Queryable, slug: string): Promise<TestClient> {
  const client = await database.query<{ id: number }>(
    'insert into clients (slug, name) values ($1, $1) returning id',
    [slug],
  );
  const clientId = client.rows[0]!.id;
  return { clientId, batchId: await addBatch(database, clientId, 'first') };
}

export async function addBatch(database: Queryable, clientId: number, name: string): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    'insert into batches (client_id, name) values ($1, $2) returning id',
    [clientId, name],
  );
  return rows[0]!.id;
}

/** A discovered lead in the client's batch. */
export async function addLead(
  database: Queryable,
  client: TestClient,
  person: { urn?: string | null; vanity?: string | null; name?: string },
): Promise<number> {
  const identity = { memberUrn: person.urn ?? null, publicIdentifier: person.vanity ?? null };
  const { rows } = await database.query<{ id: number }>(
    `insert into leads (client_id, batch_id, linkedin_url, member_urn, public_identifier, name)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      client.clientId,
      client.batchId,
      profileUrl(identity),
      identity.memberUrn,
      identity.publicIdentifier,
      person.name ?? null,
    ],
  );
  await database.query('insert into lead_batches (batch_id, lead_id) values ($1, $2)', [
    client.batchId,
    rows[0]!.id,
  ]);
  return rows[0]!.id;
}

export interface LeadState {
  readonly id: number;
  readonly status: string;
  readonly memberUrn: string | null;
  readonly publicIdentifier: string | null;
  readonly url: string;
  readonly name: string | null;
  readonly profileId: number | null;
  readonly failedFrom: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly retryable: boolean | null;
  readonly retryCount: number;
  readonly dueInSeconds: number | null;
  readonly leasedBy: string | null;
  readonly score: number | null;
  readonly reasoning: string | null;
}

/** How a client's leads stand, in order of id. */
export async function leadsOf(database: Queryable, clientId: number): Promise<LeadState[]> {
  const { rows } = await database.query<LeadState>(
    `select id, status, member_urn as "memberUrn", public_identifier as "publicIdentifier", linkedin_url as url, name,
            profile_id as "profileId", failed_from as "failedFrom", error_code as "errorCode",
            error_message as "errorMessage", retryable, retry_count as "retryCount",
            extract(epoch from next_attempt_at - now())::float8 as "dueInSeconds", leased_by as "leasedBy",
            icp_score as score, match_reasoning as reasoning
       from leads where client_id = $1 order by id`,
    [clientId],
  );
  return rows;
}

export function termsFor(client: TestClient, worker: string, change: Partial<ClaimTerms> = {}): ClaimTerms {
  return {
    worker,
    leaseSeconds: 300,
    maxAttempts: 3,
    scope: { clientId: client.clientId, batchId: null },
    origin: 'network',
    ...change,
  };
}

/** Lets all leases of a client run out, and all its failed leads fall due. */
export async function letTimePass(database: Queryable, clientId: number): Promise<void> {
  await database.query(
    `update leads set leased_until = now() - interval '1 second' where client_id = $1 and leased_until is not null`,
    [clientId],
  );
  await database.query(
    `update leads set next_attempt_at = now() - interval '1 second' where client_id = $1 and next_attempt_at is not null`,
    [clientId],
  );
}

export function role(change: Partial<Role> = {}): Role {
  return {
    title: 'CFO',
    company: 'Ledgerly',
    location: null,
    description: null,
    employmentType: null,
    start: null,
    end: null,
    isCurrent: true,
    companySize: null,
    companyIndustries: [],
    ...change,
  };
}

export function profile(change: Partial<Profile> = {}): Profile {
  return {
    memberUrn: null,
    publicIdentifier: null,
    fullName: 'Orla Fenwick',
    headline: 'CFO at Ledgerly',
    location: null,
    about: null,
    industry: null,
    roles: [role()],
    education: [],
    skills: [],
    flags: [],
    ...change,
  };
}

export function scraped(asked: { urn?: string; vanity?: string }, change: Partial<Profile> = {}) {
  const own = profile({ memberUrn: asked.urn ?? null, publicIdentifier: asked.vanity ?? null, ...change });
  const text = `${own.fullName} ${own.headline}`;
  return {
    asked: { memberUrn: asked.urn ?? null, publicIdentifier: asked.vanity ?? null },
    profile: own,
    text,
    textHash: contentHash(text),
    textCut: false,
  };
}
