import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnswerStore } from '../../src/store/answers.ts';
import { countWithoutVector, findNearestTexts } from '../../src/store/nearest-leads.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { addBatch, addClient, addLead, scraped, type TestClient } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const MODEL = 'compass';
const east = [1, 0];

const answers = () =>
  createAnswerStore(test.database, {
    worker: 'one',
    leaseSeconds: 300,
    deadWorkers: { release: async () => false },
  });

/** A lead as `status` has it, whose text points this many degrees away from east; null: it has no vector. */
async function lead(client: TestClient, vanity: string, degrees: number | null, status = 'enriched') {
  const id = await addLead(test.database, client, { vanity });
  const own = scraped({ vanity }, { fullName: vanity });
  const [profileId] = await createProfileStore(test.database).save('network', 'test', [own]);
  await test.database.query('update leads set profile_id = $2 where id = $1', [id, profileId]);
  const way = ['discovered', 'enriched', 'qualified', 'exported'];
  for (const step of way.slice(1, way.indexOf(status) + 1))
    await test.database.query('update leads set status = $2 where id = $1', [id, step]);
  if (degrees !== null) {
    const angle = (degrees * Math.PI) / 180;
    const vector = [Math.cos(angle), Math.sin(angle)];
    await answers().saveEmbeddings(MODEL, [{ textHash: own.textHash, vector }]);
  }
  return { id, textHash: own.textHash };
}

it('are those whose texts point the same way, of all that were ever enriched, of one client and batch', async () => {
  const client = await addClient(test.database, 'near');
  const other = await addClient(test.database, 'near-other');
  await answers().saveEmbeddings(MODEL, [
    { textHash: 'east', vector: east },
    { textHash: 'longer', vector: [1, 0, 0] },
  ]);
  const far = await lead(client, 'far', 90);
  const near = await lead(client, 'near', 5, 'exported');
  const nearer = await lead(client, 'nearer', 1, 'qualified');
  await lead(client, 'unseen', 0, 'discovered');
  await lead(other, 'anothers', 0);
  const find = (count: number, batchId: number | null = null) =>
    findNearestTexts(test.database, {
      scope: { clientId: client.clientId, batchId },
      origin: 'network',
      model: MODEL,
      queryHash: 'east',
      count,
    });
  expect(await find(2)).toEqual([nearer.textHash, near.textHash]);
  expect(await find(10)).toEqual([nearer.textHash, near.textHash, far.textHash]);
  expect(await find(10, client.batchId)).toHaveLength(3);
  expect(await find(10, await addBatch(test.database, client.clientId, 'empty'))).toEqual([]);
});

it('cannot be told while some have no vector', async () => {
  const client = await addClient(test.database, 'vectorless');
  const scope = { clientId: client.clientId, batchId: null };
  const count = () => countWithoutVector(test.database, { scope, origin: 'network', model: MODEL });
  await lead(client, 'with', 10);
  expect(await count()).toBe(0);
  await lead(client, 'without', null);
  await lead(client, 'not-yet', null, 'discovered');
  expect(await count()).toBe(1);
});
