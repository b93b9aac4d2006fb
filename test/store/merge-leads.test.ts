import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadCost } from '../../src/store/lead-story.ts';
import { leadToKeep, mergeLeads } from '../../src/store/merge-leads.ts';
import { createUsageLedger } from '../../src/store/usage-ledger.ts';
import { saveVerdicts } from '../../src/store/verdicts.ts';
import { addBatch, addClient, addLead, leadsOf } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { stated } from '../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

describe('mergeLeads', () => {
  it('gives the one that stays the names, batches, history and cost of the other', async () => {
    const client = await addClient(test.database, 'merge');
    const keep = await addLead(test.database, client, { urn: memberId(1) });
    const second = await addBatch(test.database, client.clientId, 'second');
    const drop = await addLead(test.database, { ...client, batchId: second }, { vanity: 'v', name: 'Vera' });
    await test.database.query(`update leads set status = 'failed', error_code = 'x' where id = $1`, [drop]);
    await createUsageLedger(test.database).record([
      {
        provider: 'p',
        stage: 'enrich',
        model: 'm',
        outcome: 'ok',
        contexts: [{ ...client, leadId: drop }],
        promptTokens: 1,
        completionTokens: 1,
        requests: 1,
        costUsd: 0.5,
        latencyMs: 1,
        actorRunId: null,
      },
    ]);
    await test.database.transaction((transaction) => mergeLeads(transaction, keep, drop));
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { id: keep, memberUrn: memberId(1), publicIdentifier: 'v', name: 'Vera', status: 'discovered' },
    ]);
    const batches = await test.database.query(
      'select batch_id from lead_batches where lead_id = $1 order by 1',
      [keep],
    );
    expect(batches.rows).toEqual([{ batch_id: client.batchId }, { batch_id: second }]);
    const events = await test.database.query('select to_status from lead_events where lead_id = $1', [keep]);
    expect(events.rows).toEqual([{ to_status: 'failed' }]);
    expect(await leadCost(test.database, keep)).toEqual([{ stage: 'enrich', calls: 1, costUsd: 0.5 }]);
  });

  it('keeps what was said of either; of one judge who spoke of both, the later word', async () => {
    const client = await addClient(test.database, 'merge-verdicts');
    const keep = await addLead(test.database, client, { urn: memberId(2) });
    const drop = await addLead(test.database, client, { vanity: 'judged' });
    await saveVerdicts(test.database, [
      stated(keep, 'fit', { judge: 'anna' }),
      stated(keep, 'fit', { judge: 'ben' }),
      stated(drop, 'not_fit', { judge: 'anna' }),
      stated(drop, 'not_fit', { judge: 'ben' }),
      stated(drop, 'fit', { source: 'import', judge: 'crm', outcome: 'Won' }),
    ]);
    const age = `update verdicts set decided_at = now() - interval '1 day' where lead_id = $1 and judge = $2`;
    await test.database.query(age, [keep, 'anna']);
    await test.database.query(age, [drop, 'ben']);
    await test.database.transaction((transaction) => mergeLeads(transaction, keep, drop));
    const { rows } = await test.database.query(
      'select lead_id, judge, verdict, outcome from verdicts where lead_id = any($1::bigint[]) order by judge',
      [[keep, drop]],
    );
    expect(rows).toEqual([
      { lead_id: keep, judge: 'anna', verdict: 'not_fit', outcome: null },
      { lead_id: keep, judge: 'ben', verdict: 'fit', outcome: null },
      { lead_id: keep, judge: 'crm', verdict: 'fit', outcome: 'Won' },
    ]);
  });

  it('does nothing when the other is gone already', async () => {
    const client = await addClient(test.database, 'merge-gone');
    const keep = await addLead(test.database, client, { vanity: 'k' });
    await mergeLeads(test.database, keep, 999_999_999);
    expect(await leadsOf(test.database, client.clientId)).toHaveLength(1);
  });
});

describe('leadToKeep', () => {
  it.each([
    ['exported', 'qualified', 0],
    ['discovered', 'enriched', 1],
    ['failed', 'discovered', 1],
    ['qualified', 'failed', 0],
    ['enriched', 'enriched', 0],
  ] as const)('of %s and %s', (first, second, kept) => {
    const leads = [
      { id: 1, status: first },
      { id: 2, status: second },
    ] as const;
    expect(leadToKeep<{ id: number; status: string }>(leads[0], leads[1])).toBe(leads[kept]);
    expect(leadToKeep<{ id: number; status: string }>(leads[1], leads[0])).toBe(leads[kept]);
  });
});
