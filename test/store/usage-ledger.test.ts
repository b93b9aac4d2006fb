import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/ports/usage-ledger.ts';
import { leadCost } from '../../src/store/lead-story.ts';
import { sumCost, sumUsage } from '../../src/store/reports.ts';
import { createUsageLedger } from '../../src/store/usage-ledger.ts';
import { addBatch, addClient, addLead } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  provider: 'openai',
  stage: 'enrich',
  model: 'gpt-5-mini',
  outcome: 'ok',
  contexts: [],
  promptTokens: 100,
  completionTokens: 10,
  requests: 1,
  costUsd: 0.01,
  latencyMs: 12,
  actorRunId: null,
  ...change,
});

describe('the usage ledger', () => {
  it('has written the rows when it says so, with unknown as unknown', async () => {
    await createUsageLedger(test.database).record([
      attempt({ model: 'written' }),
      attempt({
        model: 'written',
        outcome: 'timeout',
        promptTokens: null,
        completionTokens: null,
        costUsd: null,
      }),
    ]);
    const { rows } = await test.database.query(
      `select outcome, prompt_tokens, cost_usd from usage where model = 'written' order by id`,
    );
    expect(rows).toEqual([
      { outcome: 'ok', prompt_tokens: 100, cost_usd: 0.01 },
      { outcome: 'timeout', prompt_tokens: null, cost_usd: null },
    ]);
    await createUsageLedger(test.database).record([]);
  });

  it('adds up, saying where a cost is not known', async () => {
    await createUsageLedger(test.database).record([
      attempt({ provider: 'sums', model: 'a' }),
      attempt({
        provider: 'sums',
        model: 'a',
        outcome: 'server_error',
        promptTokens: 0,
        completionTokens: 0,
        costUsd: 0,
      }),
      attempt({ provider: 'sums', model: 'b', costUsd: null, promptTokens: null }),
    ]);
    const rows = (await sumUsage(test.database, null, null)).filter((row) => row.provider === 'sums');
    expect(rows).toEqual([
      {
        provider: 'sums',
        stage: 'enrich',
        model: 'a',
        batch: null,
        client: null,
        day: null,
        calls: 2,
        promptTokens: 100,
        completionTokens: 10,
        costUsd: 0.01,
        knownUsd: 0.01,
        failedCalls: 1,
      },
      {
        provider: 'sums',
        stage: 'enrich',
        model: 'b',
        batch: null,
        client: null,
        day: null,
        calls: 1,
        promptTokens: 0,
        completionTokens: 10,
        costUsd: null,
        knownUsd: 0,
        failedCalls: 0,
      },
    ]);
    expect((await sumUsage(test.database, new Date(Date.now() + 60_000), 'provider')).length).toBe(0);
    expect(
      (await sumUsage(test.database, null, 'provider')).find((row) => row.provider === 'sums'),
    ).toMatchObject({ calls: 3, costUsd: null, knownUsd: 0.01, model: null });
  });

  it('adds up by client and by day in UTC, whatever the time zone of the session', async () => {
    const [one, other] = [
      await addClient(test.database, 'usage-one'),
      await addClient(test.database, 'usage-two'),
    ];
    await createUsageLedger(test.database).record([
      attempt({ provider: 'days', model: 'late', contexts: [{ ...one, leadId: null }] }),
      attempt({ provider: 'days', model: 'early', contexts: [{ ...one, leadId: null }] }),
      attempt({
        provider: 'days',
        model: 'early',
        contexts: [
          { ...one, leadId: null },
          { ...other, leadId: null },
        ],
        costUsd: 0.5,
      }),
    ]);
    await test.database.query(`delete from usage where provider <> 'days'`);
    await test.database.query(
      `update usage set at = case model when 'late' then timestamptz '2026-11-01 23:59:59.9Z'
                                                    else timestamptz '2026-11-02 00:00:00Z' end`,
    );
    const byClient = await sumUsage(test.database, null, 'client');
    expect(byClient).toMatchObject([
      { client: 'usage-one', day: null, provider: null, batch: null, calls: 2, costUsd: 0.02 },
      { client: null, calls: 1, costUsd: 0.5 },
    ]);
    // Half a day ahead of UTC both calls are of the 2nd, by its own calendar.
    await test.database.transaction(async (transaction) => {
      await transaction.query(`set local time zone 'Pacific/Auckland'`);
      expect(await sumUsage(transaction, null, 'day')).toMatchObject([
        { day: '2026-11-01', client: null, provider: null, calls: 1, costUsd: 0.01 },
        { day: '2026-11-02', calls: 2, costUsd: 0.51 },
      ]);
    });
  });

  it('shares a call equally between its leads', async () => {
    const client = await addClient(test.database, 'shares');
    const [one, two] = [
      await addLead(test.database, client, { vanity: 'a' }),
      await addLead(test.database, client, { vanity: 'b' }),
    ];
    const contexts = [one, two].map((leadId) => ({ ...client, leadId }));
    await createUsageLedger(test.database).record([
      attempt({ contexts, costUsd: 0.03 }),
      attempt({ contexts: contexts.slice(0, 1), costUsd: 0.1 }),
      attempt({ contexts: contexts.slice(0, 1), stage: 'qualify', costUsd: null }),
    ]);
    expect(await leadCost(test.database, one)).toEqual([
      { stage: 'enrich', calls: 2, costUsd: 0.115 },
      { stage: 'qualify', calls: 1, costUsd: null },
    ]);
    expect(await leadCost(test.database, two)).toEqual([{ stage: 'enrich', calls: 1, costUsd: 0.015 }]);
    expect(await sumCost(test.database, { clientId: client.clientId, batchId: null })).toEqual({
      costUsd: 0.13,
      unknown: 1,
    });
  });

  it('shares a call for leads of two batches and clients between those', async () => {
    const client = await addClient(test.database, 'two-batches');
    const other = await addClient(test.database, 'two-batches-other');
    const second = await addBatch(test.database, client.clientId, 'second');
    const leads = [
      { ...client, leadId: await addLead(test.database, client, { vanity: 'a' }) },
      {
        clientId: client.clientId,
        batchId: second,
        leadId: await addLead(test.database, { ...client, batchId: second }, { vanity: 'b' }),
      },
      { ...other, leadId: await addLead(test.database, other, { vanity: 'a' }) },
    ];
    await createUsageLedger(test.database).record([attempt({ contexts: leads, costUsd: 0.3 })]);
    expect((await sumCost(test.database, { clientId: client.clientId, batchId: null })).costUsd).toBeCloseTo(
      0.2,
    );
    expect(
      (await sumCost(test.database, { clientId: client.clientId, batchId: second })).costUsd,
    ).toBeCloseTo(0.1);
    expect((await sumCost(test.database, { clientId: other.clientId, batchId: null })).costUsd).toBeCloseTo(
      0.1,
    );
  });
});
