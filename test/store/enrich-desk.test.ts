import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Profile } from '../../src/domain/profile.ts';
import type { Enrichment } from '../../src/ports/enrich-work.ts';
import { createEnrichDesk } from '../../src/store/enrich-desk.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import {
  addClient,
  addLead,
  leadsOf,
  letTimePass,
  role,
  scraped,
  type TestClient,
  termsFor,
} from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** The stage's answer for somebody whose profile names itself so. */
async function enrichment(
  own: { urn?: string; vanity?: string },
  change: Partial<Profile> = {},
): Promise<Enrichment> {
  const one = scraped(own, change);
  const [profileId] = await createProfileStore(test.database).save('network', 'test', [one]);
  return {
    profileId: profileId!,
    profile: one.profile,
    classification: {
      industry: 'SaaS',
      industryReasoning: 'sells software',
      companyType: 'startup',
      companyTypeReasoning: 'is small',
    },
    fromCache: false,
  };
}

async function claimAll(client: TestClient, worker = 'one') {
  const desk = createEnrichDesk(test.database, termsFor(client, worker));
  await desk.claim(100);
  return desk;
}

describe('an enriched lead', () => {
  it('shows what the profile says and forgets lease and failed attempts', async () => {
    const client = await addClient(test.database, 'enriched');
    const id = await addLead(test.database, client, { vanity: 'orla-f', name: 'Orla F.' });
    await test.database.query('update leads set retry_count = 2 where id = $1', [id]);
    const desk = await claimAll(client);
    const result = await enrichment(
      { urn: memberId(901), vanity: 'orla-fenwick' },
      {
        location: 'Leeds',
        roles: [role(), role({ title: 'Board Member' }), role({ title: 'Intern', isCurrent: false })],
      },
    );
    await desk.settle([{ leadId: id, kind: 'done', result }]);
    const { rows } = await test.database.query<Record<string, unknown>>('select * from leads where id = $1', [
      id,
    ]);
    expect(rows[0]).toMatchObject({
      status: 'enriched',
      profile_id: result.profileId,
      member_urn: memberId(901),
      public_identifier: 'orla-fenwick',
      name: 'Orla Fenwick',
      headline: 'CFO at Ledgerly',
      company: 'Ledgerly',
      location: 'Leeds',
      job_titles: ['CFO', 'Board Member'],
      industry: 'SaaS',
      company_type: 'startup',
      retry_count: 0,
      leased_by: null,
      leased_until: null,
    });
  });

  it('finds the profile whose row was joined with another of the same person since', async () => {
    const client = await addClient(test.database, 'enriched-joined');
    const id = await addLead(test.database, client, { vanity: 'joined-old' });
    const desk = await claimAll(client);
    const result = await enrichment({ vanity: 'joined-old' });
    const other = await enrichment({ urn: memberId(905) });
    // A third scrape shows the two to be one.
    const both = await enrichment({ urn: memberId(905), vanity: 'joined-old' });
    expect(other.profileId).not.toBe(result.profileId);
    await desk.settle([{ leadId: id, kind: 'done', result: { ...result, profileId: 1_000_000 } }]);
    const { rows } = await test.database.query<{ status: string; profile: number }>(
      'select status, profile_id as profile from leads where id = $1',
      [id],
    );
    expect(rows).toEqual([{ status: 'enriched', profile: both.profileId }]);
  });

  it('leaves a lead where it was when its profile is gone by now', async () => {
    const client = await addClient(test.database, 'enriched-gone');
    const id = await addLead(test.database, client, { vanity: 'purged-since', name: 'As The Page Says' });
    const desk = await claimAll(client);
    const result = await enrichment({ vanity: 'purged-since' });
    await test.database.query('delete from profile_cache where id = $1', [result.profileId]);
    await desk.settle([{ leadId: id, kind: 'done', result }]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { status: 'discovered', name: 'As The Page Says', leasedBy: null, profileId: null },
    ]);
  });

  it('keeps the name of the page where the profile has none', async () => {
    const client = await addClient(test.database, 'enriched-nameless');
    const id = await addLead(test.database, client, { vanity: 'nameless', name: 'Known From Page' });
    const desk = await claimAll(client);
    const result = await enrichment(
      { vanity: 'nameless' },
      { fullName: null, headline: 'Something', roles: [] },
    );
    await desk.settle([{ leadId: id, kind: 'done', result }]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { name: 'Known From Page', status: 'enriched' },
    ]);
  });
});

describe('a profile that reveals that two leads are one person', () => {
  it('makes them one, with the batches and history of both', async () => {
    const client = await addClient(test.database, 'one-person');
    const byVanity = await addLead(test.database, client, { vanity: 'mara-quist' });
    const byUrn = await addLead(test.database, client, { urn: memberId(910) });
    const desk = await claimAll(client);
    const result = await enrichment({ urn: memberId(910), vanity: 'mara-quist' });
    await desk.settle([
      { leadId: byVanity, kind: 'done', result },
      { leadId: byUrn, kind: 'done', result },
    ]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { id: byVanity, status: 'enriched', memberUrn: memberId(910), publicIdentifier: 'mara-quist' },
    ]);
  });

  it('keeps the one that has come further', async () => {
    const client = await addClient(test.database, 'one-person-later');
    const early = await addLead(test.database, client, { vanity: 'mara-later' });
    const further = await addLead(test.database, client, { urn: memberId(911) });
    await test.database.query(`update leads set status = 'enriched' where id = $1`, [further]);
    const desk = await claimAll(client);
    await desk.settle([
      { leadId: early, kind: 'done', result: await enrichment({ urn: memberId(911), vanity: 'mara-later' }) },
    ]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { id: further, status: 'enriched', memberUrn: memberId(911), publicIdentifier: 'mara-later' },
    ]);
  });

  it('does so for two old vanity names of one person that are settled together', async () => {
    const client = await addClient(test.database, 'two-old-names');
    const older = await addLead(test.database, client, { vanity: 'ines-before' });
    const newer = await addLead(test.database, client, { vanity: 'ines-between' });
    const bystander = await addLead(test.database, client, { vanity: 'bystander' });
    const desk = await claimAll(client);
    const result = await enrichment({ urn: memberId(912), vanity: 'ines-now' });
    await desk.settle([
      { leadId: older, kind: 'done', result },
      { leadId: newer, kind: 'done', result },
      { leadId: bystander, kind: 'done', result: await enrichment({ vanity: 'bystander' }) },
    ]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { id: older, status: 'enriched', memberUrn: memberId(912), publicIdentifier: 'ines-now' },
      { id: bystander, status: 'enriched' },
    ]);
  });

  it('joins three spellings', async () => {
    const client = await addClient(test.database, 'three-spellings');
    const ids = [
      await addLead(test.database, client, { vanity: 'tess-old' }),
      await addLead(test.database, client, { vanity: 'tess-new' }),
      await addLead(test.database, client, { urn: memberId(913) }),
    ];
    const desk = await claimAll(client);
    const result = await enrichment({ urn: memberId(913), vanity: 'tess-new' });
    await desk.settle(ids.map((leadId) => ({ leadId, kind: 'done' as const, result })));
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { status: 'enriched', memberUrn: memberId(913), publicIdentifier: 'tess-new' },
    ]);
  });

  it('never joins leads of different clients', async () => {
    const one = await addClient(test.database, 'apart-one');
    const two = await addClient(test.database, 'apart-two');
    const first = await addLead(test.database, one, { vanity: 'shared-person' });
    await addLead(test.database, two, { urn: memberId(914) });
    const desk = await claimAll(one);
    await desk.settle([
      {
        leadId: first,
        kind: 'done',
        result: await enrichment({ urn: memberId(914), vanity: 'shared-person' }),
      },
    ]);
    expect(await leadsOf(test.database, one.clientId)).toHaveLength(1);
    expect(await leadsOf(test.database, two.clientId)).toHaveLength(1);
  });
});

describe('a vanity name that changed hands', () => {
  it('stays with nobody but its holder, and both leads stay', async () => {
    const client = await addClient(test.database, 'changed-hands');
    const former = await addLead(test.database, client, { urn: memberId(920), vanity: 'the-name' });
    const present = await addLead(test.database, client, { urn: memberId(921) });
    const desk = await claimAll(client);
    await desk.settle([
      { leadId: present, kind: 'done', result: await enrichment({ urn: memberId(921), vanity: 'the-name' }) },
    ]);
    const leads = await leadsOf(test.database, client.clientId);
    expect(leads.map((lead) => [lead.id, lead.memberUrn])).toEqual([
      [former, memberId(920)],
      [present, memberId(921)],
    ]);
    expect(leads[1]!.status).toBe('enriched');
  });

  it('does not join two member ids when the profile names only the vanity name', async () => {
    const client = await addClient(test.database, 'changed-hands-quietly');
    const former = await addLead(test.database, client, { urn: memberId(922), vanity: 'quiet-name' });
    const present = await addLead(test.database, client, { urn: memberId(923) });
    const desk = await claimAll(client);
    await desk.settle([
      { leadId: present, kind: 'done', result: await enrichment({ vanity: 'quiet-name' }) },
    ]);
    expect((await leadsOf(test.database, client.clientId)).map((lead) => [lead.id, lead.memberUrn])).toEqual([
      [former, memberId(922)],
      [present, memberId(923)],
    ]);
  });
});

describe('a settlement that comes too late', () => {
  it('changes neither the lead that another took over nor any other lead', async () => {
    const client = await addClient(test.database, 'too-late');
    const mine = await addLead(test.database, client, { vanity: 'late-name' });
    const other = await addLead(test.database, client, { urn: memberId(930) });
    const desk = await claimAll(client, 'slow');
    await letTimePass(test.database, client.clientId);
    await claimAll(client, 'quick');
    const result = await enrichment({ urn: memberId(930), vanity: 'late-name' });
    await desk.settle([{ leadId: mine, kind: 'done', result }]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { id: mine, status: 'discovered', leasedBy: 'quick' },
      { id: other, status: 'discovered', leasedBy: 'quick' },
    ]);
  });
});
