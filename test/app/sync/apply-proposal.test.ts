import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyProposal, proposeIcp } from '../../../src/app/sync/sync-icp.ts';
import { EMPTY_ICP } from '../../../src/domain/icp.ts';
import { currentIcpOf, requireClient, saveIcp } from '../../../src/store/clients.ts';
import { saveReadCall } from '../../../src/store/fathom-calls.ts';
import { addClient } from '../../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('is made anew from what somebody else saved since it was shown, and says what came of it', async () => {
  const { database } = test;
  const { clientId } = await addClient(database, 'acme');
  const services = { client: await requireClient(database, 'acme'), origin: 'network' } as const;
  const call = { source: 'fathom', callId: '7', origin: 'network', title: null, url: null } as const;
  const said = (kind: 'title' | 'keyword', value: string) =>
    ({ kind, stance: 'wants', value, quote: `we want ${value}`, speaker: null, atSeconds: null }) as const;
  await saveReadCall(database, { ...call, clientId, heldAt: null, transcriptHash: 'h', extractor: 'm/1' }, [
    said('title', 'COO'),
    said('keyword', 'ARR'),
  ]);
  const shown = await proposeIcp(database, services);
  const theirs = await saveIcp(database, clientId, {
    ...EMPTY_ICP,
    targetTitles: ['COO'],
    targetLocations: ['Austria'],
  });
  expect(theirs.icp.version).toBe((shown.currentVersion ?? 0) + 1);

  const { proposal, applied } = await applyProposal(database, services);
  expect(proposal.currentVersion).toBe(theirs.icp.version);
  expect(proposal.added.map(({ value }) => value)).toEqual(['ARR']);
  expect(applied?.version).toBe(theirs.icp.version + 1);
  expect((await currentIcpOf(database, 'acme'))?.criteria).toMatchObject({
    targetTitles: ['COO'],
    targetKeywords: ['ARR'],
    targetLocations: ['Austria'],
  });

  const settled = await applyProposal(database, services);
  expect(settled.applied).toBeNull();
  expect(settled.proposal).toMatchObject({ applicable: false, currentVersion: theirs.icp.version + 1 });
});
