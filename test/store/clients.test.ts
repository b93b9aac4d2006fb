import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_ICP, type Icp } from '../../src/domain/icp.ts';
import {
  currentIcps,
  insertClient,
  listClients,
  requireClient,
  requireIcpVersion,
  saveIcp,
} from '../../src/store/clients.ts';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const icp = (titles: string[], notes: string | null = null): Icp => ({
  ...EMPTY_ICP,
  targetTitles: titles,
  notes,
});
const save = (clientId: number, criteria: Icp) =>
  test.database.transaction((transaction) => saveIcp(transaction, clientId, criteria));

describe('clients', () => {
  it('have slugs of their own', async () => {
    expect(await insertClient(test.database, 'acme', 'Acme Ltd')).toMatchObject({
      slug: 'acme',
      name: 'Acme Ltd',
    });
    expect(await insertClient(test.database, 'acme', 'Another')).toBeNull();
    expect(await requireClient(test.database, 'acme')).toMatchObject({ name: 'Acme Ltd' });
    await expect(requireClient(test.database, 'acne')).rejects.toMatchObject({
      code: 'unknown_client',
      hint: expect.stringContaining('acme'),
    });
  });

  it.each(['', 'Acme', '-a', 'a--b', 'a_b', 'a b', 'é', 'x'.repeat(61)])(
    'may not be called %j, which the database refuses too',
    async (slug) => {
      await expect(insertClient(test.database, slug, 'x')).rejects.toMatchObject({ code: '23514' });
    },
  );
});

describe('ICP versions', () => {
  it('are made by other weights, by weights taken away, and not by another order of them', async () => {
    const client = (await insertClient(test.database, 'weighed', 'x'))!;
    const versions: number[] = [];
    for (const weights of [{ title: 50, size: 1 }, { size: 1, title: 50 }, { title: 50, size: 2 }, undefined])
      versions.push(
        (await save(client.id, { ...icp(['CFO']), ...(weights === undefined ? {} : { weights }) })).icp
          .version,
      );
    expect(versions).toEqual([1, 1, 2, 3]);
  });

  it('are found by their number', async () => {
    const client = (await insertClient(test.database, 'numbered', 'x'))!;
    await save(client.id, icp(['CFO']));
    await save(client.id, icp(['CTO']));
    const named = { id: client.id, slug: 'numbered' };
    expect((await requireIcpVersion(test.database, named, 1)).text).toBe('Target titles: CFO');
    await expect(requireIcpVersion(test.database, named, 3)).rejects.toMatchObject({
      code: 'unknown_icp_version',
    });
  });

  it('are made by changes only, and the last one counts', async () => {
    const client = (await insertClient(test.database, 'versions', 'x'))!;
    const first = await save(client.id, icp(['CFO']));
    expect(first).toMatchObject({
      changed: true,
      icp: { version: 1, text: 'Target titles: CFO', criteria: icp(['CFO']) },
    });
    expect(await save(client.id, icp(['CFO']))).toMatchObject({
      changed: false,
      icp: { id: first.icp.id, version: 1 },
    });
    expect(await save(client.id, icp(['CFO'], 'a note'))).toMatchObject({
      changed: true,
      icp: { version: 2 },
    });
    expect(await save(client.id, icp(['CFO']))).toMatchObject({ changed: true, icp: { version: 3 } });
    expect(await currentIcps(test.database, client.id)).toMatchObject([{ version: 3, clientId: client.id }]);
    expect((await listClients(test.database)).find((one) => one.slug === 'versions')).toMatchObject({
      icpVersion: 3,
      leads: 0,
      batches: 0,
    });
  });

  it('do not care about the order of keys', async () => {
    const client = (await insertClient(test.database, 'key-order', 'x'))!;
    await save(client.id, icp(['CFO'], 'n'));
    const turned = Object.fromEntries(Object.entries(icp(['CFO'], 'n')).reverse()) as unknown as Icp;
    expect(await save(client.id, turned)).toMatchObject({ changed: false });
  });

  it.runIf(onServer)('are numbered one by one when several edit at once', async () => {
    const client = (await insertClient(test.database, 'edit-race', 'x'))!;
    const saved = await Promise.all(['a', 'b', 'c', 'd'].map((title) => save(client.id, icp([title]))));
    expect(saved.map((one) => one.icp.version).sort()).toEqual([1, 2, 3, 4]);
  });
});
