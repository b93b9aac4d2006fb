import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileStore } from '../../src/ports/profile-store.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { addClient, addLead, scraped } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
let store: ProfileStore;
beforeAll(async () => {
  test = await createTestDatabase();
  store = createProfileStore(test.database);
});
afterAll(() => test.close());

const YESTERDAY = new Date(Date.now() - 86_400_000);
const person = (urn: string | null, vanity: string | null) => ({ memberUrn: urn, publicIdentifier: vanity });
const find = (...persons: ReturnType<typeof person>[]) =>
  store.find('network', persons, { freshAfter: YESTERDAY, goneAfter: YESTERDAY });

async function age(profileId: number, days: number): Promise<void> {
  await test.database.query(
    `update profile_cache set fetched_at = fetched_at - make_interval(days => $2), gone_at = gone_at - make_interval(days => $2) where id = $1`,
    [profileId, days],
  );
}

describe('find', () => {
  it('answers in the order of the persons, null where nothing is known', async () => {
    const [one, two] = await store.save('network', 'test', [
      scraped({ vanity: 'find-one' }, { fullName: 'One' }),
      scraped({ vanity: 'find-two' }, { fullName: 'Two' }),
    ]);
    const found = await find(
      person(null, 'find-two'),
      person(null, 'nobody'),
      person(null, 'find-one'),
      person(null, 'find-two'),
    );
    expect(found.map((entry) => (entry?.kind === 'profile' ? entry.profileId : entry))).toEqual([
      two,
      null,
      one,
      two,
    ]);
    expect(found[0]).toEqual({
      kind: 'profile',
      profileId: two,
      profile: scraped({ vanity: 'find-two' }, { fullName: 'Two' }).profile,
      text: 'Two CFO at Ledgerly',
      textHash: scraped({ vanity: 'find-two' }, { fullName: 'Two' }).textHash,
    });
    expect(await find()).toEqual([]);
  });

  it('keeps local and scraped profiles apart', async () => {
    await store.save('local', 'local', [scraped({ vanity: 'local-only' })]);
    expect(await find(person(null, 'local-only'))).toEqual([null]);
  });

  it('forgets profiles that are stale, and absences too', async () => {
    const [id] = await store.save('network', 'test', [scraped({ vanity: 'stale' })]);
    await age(id!, 2);
    expect(await find(person(null, 'stale'))).toEqual([null]);
    await store.saveGone('network', 'test', [person(null, 'was-gone')]);
    expect(await find(person(null, 'was-gone'))).toEqual([{ kind: 'gone' }]);
    expect(
      await store.find('network', [person(null, 'was-gone')], {
        freshAfter: YESTERDAY,
        goneAfter: new Date(Date.now() + 60_000),
      }),
    ).toEqual([null]);
  });

  it('does not take the former holder of a vanity name for the present one', async () => {
    await store.save('network', 'test', [scraped({ urn: memberId(501), vanity: 'handed-on' })]);
    expect(await find(person(memberId(502), 'handed-on'))).toEqual([null]);
  });
});

describe('save', () => {
  it('keeps one row under every name: asked for and own', async () => {
    const asked = {
      ...scraped({ vanity: 'old-name' }),
      profile: scraped({ urn: memberId(510), vanity: 'new-name' }).profile,
    };
    const [id] = await store.save('network', 'test', [asked]);
    const found = await find(person(null, 'old-name'), person(null, 'new-name'), person(memberId(510), null));
    expect(found.map((entry) => entry?.kind === 'profile' && entry.profileId)).toEqual([id, id, id]);
  });

  it('replaces an older profile in place, and an absence', async () => {
    const [first] = await store.save('network', 'test', [
      scraped({ vanity: 'again' }, { fullName: 'Before' }),
    ]);
    const [second] = await store.save('network', 'test', [
      scraped({ vanity: 'again' }, { fullName: 'After' }),
    ]);
    expect(second).toBe(first);
    expect(await find(person(null, 'again'))).toMatchObject([{ profile: { fullName: 'After' } }]);
    await store.saveGone('network', 'test', [person(null, 'back-again')]);
    await store.save('network', 'test', [scraped({ vanity: 'back-again' })]);
    expect(await find(person(null, 'back-again'))).toMatchObject([{ kind: 'profile' }]);
  });

  it('joins two rows that turn out to be one person, and their leads', async () => {
    const [byVanity] = await store.save('network', 'test', [scraped({ vanity: 'joined' })]);
    const [byUrn] = await store.save('network', 'test', [scraped({ urn: memberId(520) })]);
    const client = await addClient(test.database, 'joined');
    const leads = [
      await addLead(test.database, client, { vanity: 'joined' }),
      await addLead(test.database, client, { urn: memberId(520) }),
    ];
    for (const [index, profileId] of [byVanity, byUrn].entries()) {
      await test.database.query('update leads set profile_id = $2 where id = $1', [leads[index], profileId]);
    }
    const [joined] = await store.save('network', 'test', [scraped({ urn: memberId(520), vanity: 'joined' })]);
    const { rows } = await test.database.query<{ id: number }>(
      'select distinct profile_id as id from leads where client_id = $1',
      [client.clientId],
    );
    expect(rows).toEqual([{ id: joined }]);
    const cache = await test.database.query<{ id: number }>(
      'select id from profile_cache where id = any($1::bigint[])',
      [[byVanity, byUrn]],
    );
    expect(cache.rows).toEqual([{ id: joined }]);
  });

  it('takes the same person twice in one call', async () => {
    const ids = await store.save('network', 'test', [
      scraped({ urn: memberId(530) }, { publicIdentifier: 'twin' }),
      scraped({ vanity: 'twin' }, { memberUrn: memberId(530) }),
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  it('never writes one person over another when a vanity name has changed hands', async () => {
    const [former] = await store.save('network', 'test', [
      scraped({ urn: memberId(540), vanity: 'passed-on' }, { fullName: 'Former Holder' }),
    ]);
    const client = await addClient(test.database, 'passed-on');
    const lead = await addLead(test.database, client, { urn: memberId(540) });
    await test.database.query('update leads set profile_id = $2 where id = $1', [lead, former]);
    const [present] = await store.save('network', 'test', [
      scraped({ urn: memberId(541), vanity: 'passed-on' }, { fullName: 'Present Holder' }),
    ]);
    expect(present).not.toBe(former);
    expect(
      await find(person(memberId(540), null), person(memberId(541), null), person(null, 'passed-on')),
    ).toMatchObject([
      { profile: { fullName: 'Former Holder' } },
      { profile: { fullName: 'Present Holder' } },
      { profile: { fullName: 'Present Holder' } },
    ]);
    const { rows } = await test.database.query<{ name: string }>(
      `select p.profile->>'fullName' as name from leads l join profile_cache p on p.id = l.profile_id where l.id = $1`,
      [lead],
    );
    expect(rows).toEqual([{ name: 'Former Holder' }]);
  });

  it('never joins two member ids because of a vanity name that both had', async () => {
    await store.save('network', 'test', [
      scraped({ urn: memberId(550), vanity: 'lent' }, { fullName: 'Lender' }),
    ]);
    await store.save('network', 'test', [scraped({ urn: memberId(551) }, { fullName: 'Borrower' })]);
    await store.save('network', 'test', [
      scraped({ urn: memberId(551), vanity: 'lent' }, { fullName: 'Borrower' }),
    ]);
    expect(await find(person(memberId(550), null), person(memberId(551), null))).toMatchObject([
      { profile: { fullName: 'Lender' } },
      { profile: { fullName: 'Borrower' } },
    ]);
  });

  it('keeps hostile text as it is', async () => {
    const fullName = `Robert'); drop table leads;-- "\\ {} $1 %s`;
    await store.save('network', 'test', [scraped({ vanity: 'hostile' }, { fullName })]);
    expect(await find(person(null, 'hostile'))).toMatchObject([{ profile: { fullName } }]);
  });
});

describe('saveGone', () => {
  it('remembers several at once, also the same one twice and one that is known', async () => {
    const [known] = await store.save('network', 'test', [scraped({ vanity: 'gone-known' })]);
    await age(known!, 40);
    await store.saveGone('network', 'test', [
      person(null, 'gone-a'),
      person(memberId(560), 'gone-b'),
      person(null, 'gone-a'),
      person(null, 'gone-known'),
    ]);
    expect(
      await find(
        person(null, 'gone-a'),
        person(memberId(560), null),
        person(null, 'gone-b'),
        person(null, 'gone-known'),
      ),
    ).toEqual(Array.from({ length: 4 }, () => ({ kind: 'gone' })));
  });
});

describe('a profile with the date of its scrape', () => {
  const scrapedOn = (vanity: string, fullName: string, daysAgo: number) => ({
    ...scraped({ vanity }, { fullName }),
    fetchedAt: new Date(Date.now() - daysAgo * 86_400_000),
  });

  it('is as fresh as that, and never replaces a fresher one', async () => {
    const old = new Date(Date.now() - 40 * 86_400_000);
    await store.save('network', 'dataset', [scrapedOn('dated', 'Ten Days Ago', 10)]);
    expect(await find(person(null, 'dated'))).toEqual([null]);
    const within = (terms: Date) =>
      store.find('network', [person(null, 'dated')], { freshAfter: terms, goneAfter: terms });
    expect(await within(old)).toMatchObject([{ profile: { fullName: 'Ten Days Ago' } }]);
    await store.save('network', 'dataset', [scrapedOn('dated', 'Twenty Days Ago', 20)]);
    expect(await within(old)).toMatchObject([{ profile: { fullName: 'Ten Days Ago' } }]);
    await store.save('network', 'dataset', [scrapedOn('dated', 'Yesterday', 1)]);
    expect(await within(old)).toMatchObject([{ profile: { fullName: 'Yesterday' } }]);
  });
});
