import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerStore } from '../../src/store/answers.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { planPurge, purgeProfiles } from '../../src/store/purge-profiles.ts';
import { canRescore, countStale } from '../../src/store/reports.ts';
import { addClient, addLead, leadsOf, scraped } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeEach(async () => {
  test ??= await createTestDatabase();
  for (const table of ['leads', 'batches', 'clients', 'profile_cache', 'embeddings'])
    await test.database.query(`delete from ${table}`);
});
afterAll(() => test.close());

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

/** A profile of so many days ago with a vector of its text; its id. */
async function keep(vanity: string, days: number, fullName = vanity): Promise<number> {
  const own = { ...scraped({ vanity }, { fullName }), fetchedAt: daysAgo(days) };
  const [id] = await createProfileStore(test.database).save('network', 'test', [own]);
  await createAnswerStore(test.database, {
    worker: 'one',
    leaseSeconds: 300,
    deadWorkers: { release: async () => false },
  }).saveEmbeddings('m', [{ textHash: own.textHash, vector: [1] }]);
  return id!;
}

async function left(): Promise<{ keys: string[]; vectors: number }> {
  const { rows } = await test.database.query<{ keys: string[]; vectors: number }>(
    `select array(select person_key from profile_keys k join profile_cache p on p.id = k.profile_id order by 1) as keys,
            (select count(*) from embeddings) as vectors`,
  );
  return rows[0]!;
}

/** Purges, having planned the same. */
async function purge(days: number) {
  const plan = await planPurge(test.database, daysAgo(days));
  const counts = await purgeProfiles(test.database, daysAgo(days));
  expect(counts).toEqual(plan);
  return counts;
}

describe('purgeProfiles', () => {
  it('drops profiles of before, with their answers, and what was found gone', async () => {
    await keep('old', 100);
    await keep('young', 80);
    await createProfileStore(test.database).saveGone('network', 'test', [
      { memberUrn: null, publicIdentifier: 'gone-old' },
      { memberUrn: null, publicIdentifier: 'gone-young' },
    ]);
    await test.database.query(
      `update profile_cache set gone_at = gone_at - interval '100 days'
        where id = (select profile_id from profile_keys where person_key = 'in:gone-old')`,
    );
    expect(await purge(90)).toEqual({ profiles: 2, answers: 1, kept: 0 });
    expect(await left()).toEqual({ keys: ['in:gone-young', 'in:young'], vectors: 1 });
    expect(await purge(90)).toEqual({ profiles: 0, answers: 0, kept: 0 });
  });

  it('keeps answers to a text that a younger profile has too', async () => {
    await keep('old-twin', 100, 'Twin');
    await keep('young-twin', 1, 'Twin');
    expect(await purge(90)).toEqual({ profiles: 1, answers: 0, kept: 0 });
    expect(await left()).toEqual({ keys: ['in:young-twin'], vectors: 1 });
  });

  it('keeps what leads wait to be scored with, and leaves the leads of what it drops as they are', async () => {
    const client = await addClient(test.database, 'waiting');
    const enriched = async (vanity: string) => {
      const id = await addLead(test.database, client, { vanity, name: vanity });
      await test.database.query(`update leads set status = 'enriched', profile_id = $2 where id = $1`, [
        id,
        await keep(vanity, 100),
      ]);
      return id;
    };
    await enriched('waits');
    const failed = await enriched('failed-at-scoring');
    await test.database.query(`update leads set status = 'failed', error_code = 'x' where id = $1`, [failed]);
    const scored = await enriched('scored');
    await test.database.query(`update leads set status = 'qualified', icp_score = 50 where id = $1`, [
      scored,
    ]);
    expect(await purge(90)).toEqual({ profiles: 1, answers: 1, kept: 2 });
    await test.database.query(
      `insert into client_icps (client_id, version, criteria, icp_text, content_hash) values ($1, 1, '{}', 'x', 'x')`,
      [client.clientId],
    );
    const scope = { clientId: client.clientId, batchId: null };
    expect(await countStale(test.database, scope)).toBe(1);
    expect(await canRescore(test.database, scope)).toBe(false);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { status: 'enriched', profileId: expect.any(Number) },
      { status: 'failed', profileId: expect.any(Number) },
      { status: 'qualified', name: 'scored', score: 50, profileId: null },
    ]);
  });

  it('goes through more than it takes at once', async () => {
    await test.database.query(
      `insert into profile_cache (origin, scraper, gone_at)
       select 'local', 'test', now() - interval '100 days' from generate_series(1, 2500)`,
    );
    expect(await purge(90)).toMatchObject({ profiles: 2500 });
  });
});
