import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLeadsOf } from '../../src/store/leads-of-people.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { addClient, addLead, scraped } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const asked = (urn: number | null, vanity: string | null) => ({
  memberUrn: urn === null ? null : memberId(urn),
  publicIdentifier: vanity,
});

it('finds leads by every name that is known of them, of one client only, in the order asked', async () => {
  const client = await addClient(test.database, 'names');
  const other = await addClient(test.database, 'names-other');
  const byUrn = await addLead(test.database, client, { urn: memberId(1) });
  const byVanity = await addLead(test.database, client, { vanity: 'bea' });
  const enriched = await addLead(test.database, client, { urn: memberId(3) });
  const unlinked = await addLead(test.database, client, { vanity: 'dora' });
  const moved = await addLead(test.database, client, { urn: memberId(5), vanity: 'emil' });
  await addLead(test.database, other, { vanity: 'zoe' });
  const store = createProfileStore(test.database);
  const [profileId] = await store.save('network', 'test', [scraped({ urn: memberId(3), vanity: 'carl' })]);
  await store.save('network', 'test', [scraped({ urn: memberId(4), vanity: 'dora' })]);
  await test.database.query('update leads set profile_id = $2 where id = $1', [enriched, profileId]);

  const people: [ReturnType<typeof asked>, number | null][] = [
    [asked(1, null), byUrn],
    [asked(1, 'called-anew'), byUrn],
    [asked(null, 'bea'), byVanity],
    [asked(null, 'carl'), enriched],
    [asked(4, null), unlinked],
    [asked(null, 'emil'), moved],
    // Somebody else has taken over the name.
    [asked(6, 'emil'), null],
    [asked(null, 'zoe'), null],
    [asked(9, 'nobody'), null],
    [asked(null, 'bea'), byVanity],
  ];
  const found = await findLeadsOf(
    test.database,
    client.clientId,
    people.map(([person]) => person),
  );
  expect(found).toEqual(people.map(([, lead]) => lead));
  expect(await findLeadsOf(test.database, client.clientId, [])).toEqual([]);
});

it('finds many at once', async () => {
  const client = await addClient(test.database, 'many');
  await test.database.query(
    `insert into leads (client_id, batch_id, linkedin_url, public_identifier)
     select $1, $2, 'https://www.linkedin.com/in/many-' || n, 'many-' || n from generate_series(1, 5100) n`,
    [client.clientId, client.batchId],
  );
  const people = Array.from({ length: 5200 }, (_, index) => asked(null, `many-${index + 1}`));
  const found = await findLeadsOf(test.database, client.clientId, people);
  expect(found.filter((lead) => lead !== null)).toHaveLength(5100);
  expect(found.slice(5100).every((lead) => lead === null)).toBe(true);
});
