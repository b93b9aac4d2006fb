import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReadCalls, listMentions, type ReadCall, saveReadCall } from '../../src/store/fathom-calls.ts';
import { addClient } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const said = (value: string) =>
  ({
    kind: 'title',
    stance: 'wants',
    value,
    quote: `we sell to ${value}`,
    speaker: null,
    atSeconds: null,
  }) as const;

describe('calls that were read', () => {
  it('are known by client, source, id and origin, and replaced when they are read anew', async () => {
    const [{ clientId }, other] = [
      await addClient(test.database, 'one'),
      await addClient(test.database, 'two'),
    ];
    const call = (more: Partial<ReadCall> = {}): ReadCall => ({
      clientId,
      source: 'fathom',
      callId: '7',
      origin: 'network',
      title: 'First',
      url: 'https://fathom.video/calls/7',
      heldAt: new Date('2026-10-01T09:00:00Z'),
      transcriptHash: 'h1',
      extractor: 'm/1',
      ...more,
    });
    await saveReadCall(test.database, call(), [said('CFO'), said('COO')]);
    await saveReadCall(test.database, call({ origin: 'local' }), [said('CMO')]);
    await saveReadCall(test.database, call({ source: 'file', heldAt: null, url: null }), []);
    await saveReadCall(test.database, call({ clientId: other.clientId }), [said('CTO')]);
    const values = async (id: number, origin: 'network' | 'local') =>
      (await listMentions(test.database, id, origin)).map(({ value }) => value);
    expect(await values(clientId, 'network')).toEqual(['CFO', 'COO']);
    expect(await values(clientId, 'local')).toEqual(['CMO']);
    expect(await values(other.clientId, 'network')).toEqual(['CTO']);

    await saveReadCall(test.database, call({ title: 'Corrected', transcriptHash: 'h2' }), [said('CPO')]);
    const [mention] = await listMentions(test.database, clientId, 'network');
    expect(mention).toMatchObject({
      value: 'CPO',
      call: {
        title: 'Corrected',
        url: 'https://fathom.video/calls/7',
        heldAt: new Date('2026-10-01T09:00:00Z'),
      },
    });
    const key = { clientId, source: 'fathom', origin: 'network' } as const;
    expect(await findReadCalls(test.database, key, ['7', '8'])).toEqual(new Map([['7', 'h2']]));
    expect(await findReadCalls(test.database, { ...key, origin: 'local' }, ['7'])).toEqual(
      new Map([['7', 'h1']]),
    );
    expect(await findReadCalls(test.database, { ...key, source: 'file' }, ['8'])).toEqual(new Map());
  });
});
