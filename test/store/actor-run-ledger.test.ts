import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunLedger } from '../../src/store/actor-run-ledger.ts';
import { createUsageLedger } from '../../src/store/usage-ledger.ts';
import { target } from '../support/scripted-services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const ledger = (worker: string) => createRunLedger(test.database, worker, 300);
const intend = (worker: string, actor: string) =>
  ledger(worker).intend(
    { provider: 'apify', actor, targets: [target('a'), target('b')] },
    { clientId: null, batchId: null },
  );
const expire = (id: number) =>
  test.database.query(`update actor_runs set owned_until = now() - interval '1 second' where id = $1`, [id]);

describe('the run ledger', () => {
  it('hands a run over once nobody living looks after it, with all that is needed to find it', async () => {
    const intended = await intend('one', 'over');
    const started = await intend('one', 'over');
    await ledger('one').started(started, 'over-run');
    expect(await ledger('two').takeOver('apify', 'over')).toEqual([]);
    await expire(intended);
    await ledger('one').released([started]);
    const taken = await ledger('two').takeOver('apify', 'over');
    const left = {
      targets: [target('a'), target('b')],
      intendedAt: expect.any(Date),
      clientId: null,
      batchId: null,
    };
    expect([...taken].sort((one, other) => one.id - other.id)).toEqual([
      { id: intended, runId: null, ...left },
      { id: started, runId: 'over-run', ...left },
    ]);
    expect(await ledger('three').takeOver('apify', 'over')).toEqual([]);
  });

  it('gives each run to one of many that ask at once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => intend('dead', 'many')));
    await Promise.all(ids.map(expire));
    const taken = await Promise.all(
      Array.from({ length: 5 }, (_, number) => ledger(`w${number}`).takeOver('apify', 'many')),
    );
    expect(
      taken
        .flat()
        .map((run) => run.id)
        .sort(),
    ).toEqual([...ids].sort());
  });

  it('keeps to its provider and actor, and leaves finished runs alone', async () => {
    const collected = await intend('one', 'kept');
    await ledger('one').started(collected, 'kept-1');
    await ledger('one').collected(collected, 0.1);
    const abandoned = await intend('one', 'kept');
    await ledger('one').abandoned(abandoned);
    const other = await intend('one', 'kept-other');
    for (const id of [collected, abandoned, other]) await expire(id);
    expect(await ledger('two').takeOver('apify', 'kept')).toEqual([]);
    expect(await ledger('two').takeOver('other', 'kept-other')).toEqual([]);
  });

  it('renews only what is its own', async () => {
    const id = await intend('one', 'renew');
    await expire(id);
    await ledger('two').renew([id]);
    expect(await ledger('two').takeOver('apify', 'renew')).toHaveLength(1);
    await expire(id);
    await ledger('two').renew([id]);
    expect(await ledger('one').takeOver('apify', 'renew')).toEqual([]);
  });

  it('is not disturbed by a process that lost a run and lets go of it late', async () => {
    const id = await intend('slow', 'late');
    await expire(id);
    expect(await ledger('quick').takeOver('apify', 'late')).toHaveLength(1);
    await ledger('slow').released([id]);
    expect(await ledger('third').takeOver('apify', 'late')).toEqual([]);
  });

  it('knows its run ids, and corrects the cost of a run in the usage too', async () => {
    const since = new Date(Date.now() - 1000);
    const id = await intend('one', 'cost');
    await ledger('one').started(id, 'cost-1');
    expect((await ledger('one').knownRunIds(since)).has('cost-1')).toBe(true);
    expect((await ledger('one').knownRunIds(new Date(Date.now() + 3_600_000))).has('cost-1')).toBe(false);
    await createUsageLedger(test.database).record([
      {
        provider: 'apify',
        stage: 'enrich',
        model: 'cost',
        outcome: 'ok',
        contexts: [],
        promptTokens: 0,
        completionTokens: 0,
        costUsd: null,
        latencyMs: 5,
        actorRunId: id,
      },
    ]);
    await ledger('one').collected(id, null);
    expect(await ledger('one').unsettled('apify')).toEqual(expect.arrayContaining([{ id, runId: 'cost-1' }]));
    expect(await ledger('one').settle(id, 0.02)).toBeCloseTo(0.02);
    // It may still rise: final only once it has stayed the same.
    expect(await ledger('one').settle(id, 0.025)).toBeCloseTo(0.005);
    expect((await ledger('one').unsettled('apify')).some((run) => run.id === id)).toBe(true);
    expect(await ledger('one').settle(id, 0.025)).toBe(0);
    expect((await ledger('one').unsettled('apify')).some((run) => run.id === id)).toBe(false);
    const { rows } = await test.database.query(
      'select r.cost_usd as run, u.cost_usd as usage from actor_runs r join usage u on u.actor_run_id = r.id where r.id = $1',
      [id],
    );
    expect(rows).toEqual([{ run: 0.025, usage: 0.025 }]);
  });
});
