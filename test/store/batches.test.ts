import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ensureBatch,
  findBatchOfSources,
  freeBatchName,
  recordSources,
  requireBatch,
} from '../../src/store/batches.ts';
import { addClient } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const source = (contentHash: string) => ({
  contentHash,
  path: 'p.html',
  kind: 'page',
  found: 3,
  skipped: 1,
  statedTotal: null,
});

describe('batches', () => {
  it('are found again by what was ingested into them, all of it', async () => {
    const client = await addClient(test.database, 'sources');
    const other = await addClient(test.database, 'sources-other');
    const batch = await ensureBatch(test.database, client.clientId, 'march');
    await recordSources(test.database, batch.id, [source('h1'), source('h2')]);
    await recordSources(test.database, batch.id, [source('h1')]);
    const find = (...hashes: string[]) => findBatchOfSources(test.database, client.clientId, hashes);
    expect(await find('h1')).toEqual(batch);
    expect(await find('h2', 'h1')).toEqual(batch);
    expect(await find('h1', 'h3')).toBeNull();
    expect(await find('h3')).toBeNull();
    expect(await findBatchOfSources(test.database, other.clientId, ['h1'])).toBeNull();
  });

  it('keep their name, and a new one gets a free name', async () => {
    const client = await addClient(test.database, 'names');
    const [one, again] = [
      await ensureBatch(test.database, client.clientId, 'a'),
      await ensureBatch(test.database, client.clientId, 'a'),
    ];
    expect(again).toEqual(one);
    await ensureBatch(test.database, client.clientId, 'a-2');
    expect(await freeBatchName(test.database, client.clientId, 'a')).toBe('a-3');
    expect(await freeBatchName(test.database, client.clientId, 'b')).toBe('b');
  });

  it('are found by name, of one client or of the only one that has it', async () => {
    const one = await addClient(test.database, 'named-one');
    const two = await addClient(test.database, 'named-two');
    const shared = await ensureBatch(test.database, one.clientId, 'shared');
    await ensureBatch(test.database, two.clientId, 'shared');
    const single = await ensureBatch(test.database, two.clientId, 'single');
    expect(await requireBatch(test.database, 'single', null)).toMatchObject({ id: single.id });
    expect(await requireBatch(test.database, 'shared', one.clientId)).toMatchObject({ id: shared.id });
    await expect(requireBatch(test.database, 'shared', null)).rejects.toMatchObject({
      code: 'ambiguous_batch',
      message: expect.stringContaining('named-two'),
    });
    await expect(requireBatch(test.database, 'single', one.clientId)).rejects.toMatchObject({
      code: 'unknown_batch',
      hint: expect.stringContaining('shared'),
    });
  });
});
