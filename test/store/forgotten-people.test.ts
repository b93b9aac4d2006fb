import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityKeys } from '../../src/domain/linkedin-id.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import { createRunLedger } from '../../src/store/actor-run-ledger.ts';
import { forgetNewNames, forgetPerson } from '../../src/store/forget-person.ts';
import { rememberForgotten } from '../../src/store/forgotten-people.ts';
import { insertLeads } from '../../src/store/insert-leads.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { foundIn } from '../support/database-dump.ts';
import { addClient, addLead, leadsOf, scraped } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { target } from '../support/scripted-services.ts';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const profiles = () => createProfileStore(test.database);
const person = (urn: number | null, vanity: string | null): PersonIdentity => ({
  memberUrn: urn === null ? null : memberId(urn),
  publicIdentifier: vanity,
});
const forget = (one: PersonIdentity) => forgetPerson(test.database, identityKeys(one));
const found = (one: PersonIdentity) => ({ ...one, name: 'Ina Vogt', headline: null });

async function ingest(slug: string, people: readonly PersonIdentity[]) {
  const client = await addClient(test.database, slug);
  const { created, forgotten } = await test.database.transaction((transaction) =>
    insertLeads(transaction, client.clientId, client.batchId, people.map(found)),
  );
  return { created, forgotten: [...forgotten], client };
}

describe('a forgotten person', () => {
  it('is left out of what is ingested, under every name, and others are not', async () => {
    await profiles().save('network', 'test', [scraped({ urn: memberId(1), vanity: 'left-out' })]);
    await forget(person(1, null));
    const result = await ingest('left-out', [
      person(null, 'left-out'),
      person(null, 'not-left-out'),
      person(1, null),
      person(2, null),
    ]);
    expect(result).toMatchObject({
      created: 2,
      forgotten: [
        [0, 'under all names'],
        [2, 'under all names'],
      ],
    });
    const leads = await leadsOf(test.database, result.client.clientId);
    expect(leads.map((lead) => lead.publicIdentifier ?? lead.memberUrn)).toEqual([
      'not-left-out',
      memberId(2),
    ]);
  });

  it('is found out under a name that is new, which is remembered then, and what had been stored under it is erased', async () => {
    await forget(person(10, null));
    const { client } = await ingest('new-name', [person(null, 'renamed')]);
    const page = [person(10, 'renamed')];
    const { forgotten } = await test.database.transaction((transaction) =>
      insertLeads(transaction, client.clientId, client.batchId, page.map(found)),
    );
    expect([...forgotten]).toEqual([[0, 'under some names']]);
    await forgetNewNames(test.database, (position) => identityKeys(page[position]!), forgotten);
    expect(await leadsOf(test.database, client.clientId)).toEqual([]);
    expect(await ingest('new-name-again', [person(null, 'renamed')])).toMatchObject({ created: 0 });
  });

  it('has no profile kept; the lead that led to it under a new name is erased', async () => {
    await forget(person(20, null));
    const { client } = await ingest('enriched', [person(null, 'new-vanity'), person(null, 'somebody')]);
    const [renamed, other] = [
      {
        ...scraped({ vanity: 'new-vanity' }),
        profile: scraped({ urn: memberId(20), vanity: 'newest' }).profile,
      },
      scraped({ vanity: 'somebody' }),
    ];
    expect(await profiles().save('network', 'test', [renamed, other])).toEqual([null, expect.any(Number)]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([{ publicIdentifier: 'somebody' }]);
    expect(await foundIn(test.database, ['new-vanity', 'newest', memberId(20)])).toEqual([]);
    expect(await ingest('enriched-again', [person(null, 'newest')])).toMatchObject({ created: 0 });
  });

  it('is not remembered as gone, nor asked for again', async () => {
    await forget(person(null, 'asked-late'));
    await profiles().saveGone('network', 'test', [person(null, 'asked-late'), person(null, 'gone-other')]);
    const ledger = createRunLedger(test.database, 'one', 300, { release: async () => false });
    const tomorrow = new Date(Date.now() + 86_400_000);
    const intend = (...names: string[]) =>
      ledger.intend(
        { provider: 'apify', actor: 'late', origin: 'network', targets: names.map(target) },
        { clientId: null, batchId: null },
        { freshAfter: tomorrow, goneAfter: tomorrow },
      );
    expect(await intend('asked-late', 'asked-too')).toEqual({
      id: expect.any(Number),
      elsewhere: new Set(),
      forgotten: new Set([0]),
    });
    expect(await intend('asked-late')).toMatchObject({ id: null, forgotten: new Set([0]) });
    expect(await foundIn(test.database, ['asked-late', 'gone-other', 'asked-too'])).toEqual([
      'gone-other',
      'asked-too',
    ]);
  });
});

describe('whoever takes a forgotten vanity name over', () => {
  it('is not meant, once the member ids tell the two apart', async () => {
    await forget(person(30, 'taken-over'));
    expect(await ingest('taken-over', [person(31, 'taken-over')])).toMatchObject({ created: 1 });
    expect(await ingest('taken-over-unknown', [person(null, 'taken-over')])).toMatchObject({ created: 0 });
  });

  it('is meant where the member id of the forgotten was never known', async () => {
    await forget(person(null, 'never-known'));
    expect(await ingest('never-known', [person(32, 'never-known')])).toMatchObject({ created: 0 });
  });
});

describeOnServer('two processes', () => {
  /** Resolves once some other session waits for the lock on the table of the forgotten. */
  async function someoneWaits(): Promise<void> {
    for (;;) {
      const { rows } = await test.database.query(
        `select from pg_locks where not granted and relation = 'forgotten_people'::regclass
            and database = (select oid from pg_database where datname = current_database())`,
      );
      if (rows.length > 0) return;
      await new Promise((wake) => setTimeout(wake, 5));
    }
  }

  it('one forgets while the other stores the same person: what it stored is erased', async () => {
    const client = await addClient(test.database, 'stored-meanwhile');
    let forgetting: Promise<unknown> = Promise.resolve();
    await test.database.transaction(async (transaction) => {
      await insertLeads(transaction, client.clientId, client.batchId, [found(person(40, 'meanwhile'))]);
      forgetting = forget(person(null, 'meanwhile'));
      await someoneWaits();
    });
    expect(await forgetting).toMatchObject({ leads: 1 });
    expect(await leadsOf(test.database, client.clientId)).toEqual([]);
  });

  it('one stores while the other forgets: it waits, and leaves the person out', async () => {
    const client = await addClient(test.database, 'forgotten-meanwhile');
    const names = person(41, 'forgotten-first');
    const own = scraped({ urn: memberId(41), vanity: 'forgotten-first' }, { fullName: 'Forgotten First' });
    await addLead(test.database, client, { vanity: 'forgotten-first' });
    let saving: Promise<unknown> = Promise.resolve();
    await test.database.transaction(async (transaction) => {
      await transaction.query('lock table forgotten_people in exclusive mode');
      saving = profiles().save('network', 'test', [own]);
      await someoneWaits();
      await rememberForgotten(transaction, identityKeys(names), []);
    });
    expect(await saving).toEqual([null]);
    expect(await foundIn(test.database, ['Forgotten First'])).toEqual([]);
  });

  it('many at once, storing and forgetting the same people, all end, with nothing left', async () => {
    const people = Array.from({ length: 12 }, (_, index) => person(100 + index, `crowd-${index}`));
    await Promise.all([
      ...people.map((one) => forget({ ...one, memberUrn: null })),
      ...people.map((one, index) => ingest(`crowd-client-${index}`, [one, ...people.slice(0, index)])),
      ...people.map((one, index) =>
        profiles().save('network', 'test', [
          scraped(
            { urn: one.memberUrn!, vanity: one.publicIdentifier! },
            { fullName: `Crowd Member ${index}` },
          ),
        ]),
      ),
    ]);
    // Whoever was stored before they were forgotten by one name is known by both now.
    await Promise.all(people.map((one) => forget(one)));
    const names = people.flatMap((one) => [one.memberUrn!, `"in:${one.publicIdentifier!}"`]);
    expect(await foundIn(test.database, ['Crowd Member', ...names])).toEqual([]);
  });
});
