import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundPerson } from '../../src/domain/person.ts';
import { insertLeads } from '../../src/store/insert-leads.ts';
import { addBatch, addClient, leadsOf, type TestClient } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const person = (urn: number | null, vanity: string | null, name: string | null = null): FoundPerson => ({
  memberUrn: urn === null ? null : memberId(urn),
  publicIdentifier: vanity,
  name,
  headline: null,
});

async function ingest(client: TestClient, people: readonly FoundPerson[], batchId = client.batchId) {
  const { created } = await test.database.transaction((transaction) =>
    insertLeads(transaction, client.clientId, batchId, people),
  );
  return { created };
}

async function batchesOf(leadId: number): Promise<number[]> {
  const { rows } = await test.database.query<{ id: number }>(
    'select batch_id as id from lead_batches where lead_id = $1 order by 1',
    [leadId],
  );
  return rows.map((row) => row.id);
}

describe('insertLeads', () => {
  it('makes leads in the order of the people, in their batch', async () => {
    const client = await addClient(test.database, 'insert');
    expect(await ingest(client, [person(1, 'a', 'Ann'), person(null, 'b'), person(3, null, 'Cy')])).toEqual({
      created: 3,
    });
    const leads = await leadsOf(test.database, client.clientId);
    expect(leads).toMatchObject([
      {
        memberUrn: memberId(1),
        publicIdentifier: 'a',
        name: 'Ann',
        status: 'discovered',
        url: 'https://www.linkedin.com/in/a',
      },
      { memberUrn: null, publicIdentifier: 'b' },
      { memberUrn: memberId(3), publicIdentifier: null, url: `https://www.linkedin.com/in/${memberId(3)}` },
    ]);
    expect(await batchesOf(leads[2]!.id)).toEqual([client.batchId]);
    expect(await ingest(client, [])).toEqual({ created: 0 });
  });

  it('doubles nobody, and lets known people join the new batch', async () => {
    const client = await addClient(test.database, 'insert-again');
    await ingest(client, [person(1, 'a'), person(null, 'b')]);
    const second = await addBatch(test.database, client.clientId, 'second');
    expect(await ingest(client, [person(null, 'b'), person(1, null), person(null, 'c')], second)).toEqual({
      created: 1,
    });
    const leads = await leadsOf(test.database, client.clientId);
    expect(leads).toHaveLength(3);
    expect(await Promise.all(leads.map((lead) => batchesOf(lead.id)))).toEqual([
      [client.batchId, second],
      [client.batchId, second],
      [second],
    ]);
  });

  it('ties the two names of a person whichever came first', async () => {
    const client = await addClient(test.database, 'insert-tie');
    await ingest(client, [person(1, null), person(null, 'b')]);
    await ingest(client, [person(1, 'a', 'Ann'), person(2, 'b', 'Ben')]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { memberUrn: memberId(1), publicIdentifier: 'a', name: 'Ann', url: 'https://www.linkedin.com/in/a' },
      { memberUrn: memberId(2), publicIdentifier: 'b', name: 'Ben' },
    ]);
  });

  it('makes one lead of two when a source shows them to be one person', async () => {
    const client = await addClient(test.database, 'insert-merge');
    await ingest(client, [person(1, null, 'Ann')]);
    const second = await addBatch(test.database, client.clientId, 'second');
    await ingest(client, [person(null, 'a')], second);
    const [, byVanity] = await leadsOf(test.database, client.clientId);
    await test.database.query(`update leads set status = 'enriched' where id = $1`, [byVanity!.id]);
    expect(await ingest(client, [person(1, 'a')])).toEqual({ created: 0 });
    const leads = await leadsOf(test.database, client.clientId);
    expect(leads).toMatchObject([
      { id: byVanity!.id, status: 'enriched', memberUrn: memberId(1), publicIdentifier: 'a', name: 'Ann' },
    ]);
    expect(await batchesOf(byVanity!.id)).toEqual([client.batchId, second]);
    const { rows } = await test.database.query(
      'select from_status, to_status from lead_events where lead_id = $1',
      [byVanity!.id],
    );
    expect(rows).toEqual([{ from_status: 'discovered', to_status: 'enriched' }]);
  });

  it('takes a new vanity name in, and gives a name that changed hands to its new holder', async () => {
    const client = await addClient(test.database, 'insert-vanity');
    await ingest(client, [person(1, 'old'), person(2, 'passed-on')]);
    expect(await ingest(client, [person(1, 'new'), person(3, 'passed-on')])).toEqual({ created: 1 });
    const leads = await leadsOf(test.database, client.clientId);
    expect(leads.map((lead) => [lead.memberUrn, lead.publicIdentifier])).toEqual([
      [memberId(1), 'new'],
      [memberId(2), null],
      [memberId(3), 'passed-on'],
    ]);
    // Nobody's address leads to somebody else.
    expect(leads.map((lead) => lead.url)).toEqual([
      'https://www.linkedin.com/in/new',
      `https://www.linkedin.com/in/${memberId(2)}`,
      'https://www.linkedin.com/in/passed-on',
    ]);
  });

  it('lets two people swap their names', async () => {
    const client = await addClient(test.database, 'insert-swap');
    await ingest(client, [person(1, 'x'), person(2, 'y')]);
    expect(await ingest(client, [person(1, 'y'), person(2, 'x')])).toEqual({ created: 0 });
    expect((await leadsOf(test.database, client.clientId)).map((lead) => lead.publicIdentifier)).toEqual([
      'y',
      'x',
    ]);
  });

  it('copes with two member ids that claim one vanity name in one source', async () => {
    const client = await addClient(test.database, 'insert-claim');
    await ingest(client, [person(null, 'x'), person(1, null), person(2, null)]);
    await ingest(client, [person(1, 'x'), person(2, 'x')]);
    const leads = await leadsOf(test.database, client.clientId);
    expect(leads.map((lead) => lead.memberUrn).sort()).toEqual([memberId(1), memberId(2)].sort());
  });

  it('keeps clients apart', async () => {
    const one = await addClient(test.database, 'insert-one');
    const two = await addClient(test.database, 'insert-two');
    await ingest(one, [person(1, 'a')]);
    expect(await ingest(two, [person(1, 'a')])).toEqual({ created: 1 });
  });

  it('takes more people than fit one statement, and hostile names', async () => {
    const client = await addClient(test.database, 'insert-many');
    const people = Array.from({ length: 5200 }, (_, number) =>
      person(null, `many-${number}`, `x'); drop table leads; -- "${number}\\`),
    );
    expect(await ingest(client, people)).toEqual({ created: 5200 });
    expect(await ingest(client, people)).toEqual({ created: 0 });
    expect((await leadsOf(test.database, client.clientId))[5199]).toMatchObject({
      name: `x'); drop table leads; -- "5199\\`,
    });
  });

  describe.runIf(onServer)('at the same time', () => {
    it('doubles nobody and fails for nobody when two sources name the same people in different order', async () => {
      for (let round = 0; round < 8; round += 1) {
        const client = await addClient(test.database, `insert-race-${round}`);
        const people = Array.from({ length: 300 }, (_, number) => person(number + 1, `race-${number}`));
        const results = await Promise.all(
          Array.from({ length: 6 }, (_, number) =>
            ingest(client, number % 2 === 0 ? people : [...people].reverse()),
          ),
        );
        expect(results.reduce((sum, one) => sum + one.created, 0)).toBe(300);
        expect(await leadsOf(test.database, client.clientId)).toHaveLength(300);
      }
    });
  });
});
