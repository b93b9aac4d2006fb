import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunLedger } from '../../src/ports/run-ledger.ts';
import { createRunLedger } from '../../src/store/actor-run-ledger.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { createUsageLedger } from '../../src/store/usage-ledger.ts';
import { scraped } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { target } from '../support/scripted-services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const nobodyDies = { release: async () => false };
const LONG_AGO = new Date(0);
const TOMORROW = new Date(Date.now() + 86_400_000);
const NOTHING_CACHED = { freshAfter: TOMORROW, goneAfter: TOMORROW };

const freshLedger = (worker: string) => createRunLedger(test.database, worker, 300, nobodyDies);
const ledgers = new Map<string, RunLedger>();
/** The ledger of a process, which remembers what is in its care. */
function ledger(worker: string): RunLedger {
  const own = ledgers.get(worker) ?? freshLedger(worker);
  ledgers.set(worker, own);
  return own;
}
const intendFor = (worker: string, actor: string, names: readonly string[], cached = NOTHING_CACHED) =>
  ledger(worker).intend(
    { provider: 'apify', actor, origin: 'network', targets: names.map(target) },
    { clientId: null, batchId: null },
    cached,
  );
/** A run of its own for two people whom no other run has. */
async function intend(worker: string, actor: string): Promise<number> {
  intended += 1;
  const { id } = await intendFor(worker, actor, [`first-${intended}`, `second-${intended}`]);
  return id!;
}
let intended = 0;
const expire = (id: number) =>
  test.database.query(`update actor_runs set owned_until = now() - interval '1 second' where id = $1`, [id]);

describe('the run ledger', () => {
  it('hands a run over once nobody living looks after it, with all that is needed to find it', async () => {
    const { id: unconfirmed } = await intendFor('one', 'over', ['a', 'b']);
    const { id: started } = await intendFor('one', 'over', ['c']);
    await ledger('one').started(started!, 'over-run');
    expect(await ledger('two').takeOver('apify', 'over')).toEqual([]);
    await expire(unconfirmed!);
    await ledger('one').released([started!]);
    const taken = await ledger('two').takeOver('apify', 'over');
    const left = { intendedAt: expect.any(Date), clientId: null, batchId: null };
    expect([...taken].sort((one, other) => one.id - other.id)).toEqual([
      { id: unconfirmed, runId: null, targets: [target('a'), target('b')], ...left },
      { id: started, runId: 'over-run', targets: [target('c')], ...left },
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
    await ledger('one').collected(collected, 0.1, 0.1);
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
        requests: 1,
        costUsd: null,
        latencyMs: 5,
        actorRunId: id,
      },
    ]);
    await ledger('one').collected(id, null, 0.03);
    expect(await ledger('one').unsettled('apify')).toEqual(expect.arrayContaining([{ id, runId: 'cost-1' }]));
    expect(await ledger('one').settle(id, 0.02)).toBeCloseTo(0.02);
    const open = async () => (await ledger('one').unsettled('apify')).some((run) => run.id === id);
    // Less than by the price list: it may still rise, and what stays the same for milliseconds says nothing.
    expect(await ledger('one').settle(id, 0.025)).toBeCloseTo(0.005);
    expect(await ledger('one').settle(id, 0.025)).toBe(0);
    expect(await open()).toBe(true);
    await test.database.query(
      `update actor_runs set collected_at = now() - interval '6 seconds' where id = $1`,
      [id],
    );
    await ledger('one').settle(id, 0.025);
    expect(await open()).toBe(false);
    const { rows } = await test.database.query(
      'select r.cost_usd as run, u.cost_usd as usage from actor_runs r join usage u on u.actor_run_id = r.id where r.id = $1',
      [id],
    );
    expect(rows).toEqual([{ run: 0.025, usage: 0.025 }]);
  });

  it('is not written off by a process that has lost it', async () => {
    const id = await intend('slow', 'lost');
    await expire(id);
    expect(await ledger('quick').takeOver('apify', 'lost')).toHaveLength(1);
    await ledger('quick').started(id, 'lost-1');
    await ledger('slow').abandoned(id);
    await ledger('quick').collected(id, 0.02, 0.02);
    await ledger('quick').abandoned(id);
    const { rows } = await test.database.query('select state from actor_runs where id = $1', [id]);
    expect(rows).toEqual([{ state: 'collected' }]);
  });

  it('leaves no cost unknown of an attempt whose run is written off, before or after', async () => {
    const usage = createUsageLedger(test.database);
    const attempt = (id: number) => ({
      provider: 'apify',
      stage: 'enrich',
      model: 'late-attempt',
      outcome: 'interrupted',
      contexts: [],
      promptTokens: null,
      completionTokens: null,
      requests: 1,
      costUsd: null,
      latencyMs: 5,
      actorRunId: id,
    });
    const costs = async () =>
      (
        await test.database.query<{ cost: number | null }>(
          `select cost_usd as cost from usage where model = 'late-attempt' order by id`,
        )
      ).rows.map((row) => row.cost);
    const [collected, abandoned] = [await intend('one', 'late'), await intend('one', 'late')];
    await usage.record([attempt(collected), attempt(abandoned)]);
    expect(await costs()).toEqual([null, null]);
    await ledger('one').collected(collected, 0.02, 0.02);
    await ledger('one').abandoned(abandoned);
    await usage.record([attempt(collected), attempt(abandoned)]);
    expect(await costs()).toEqual([0, 0, 0, 0]);
  });

  it('takes a cost for final that is what the price list says', async () => {
    const whole = await intend('one', 'listed');
    const half = await intend('one', 'listed');
    await ledger('one').collected(whole, 0.02, 0.02);
    await ledger('one').collected(half, 0.01, 0.02);
    const open = async () => (await ledger('one').unsettled('apify')).map((run) => run.id);
    expect(await open()).toContain(half);
    expect(await open()).not.toContain(whole);
    await ledger('one').settle(half, 0.02);
    expect(await open()).not.toContain(half);
  });

  it('leaves out whoever stands in an open run of anybody, and writes nothing when nobody is left', async () => {
    const first = await intendFor('one', 'open', ['open-1', 'open-2']);
    expect(first.elsewhere).toEqual(new Set());
    const second = await intendFor('two', 'open', ['open-3', 'open-2']);
    expect(second.elsewhere).toEqual(new Set([1]));
    expect(await intendFor('three', 'open', ['open-1', 'open-3'])).toEqual({
      id: null,
      elsewhere: new Set([0, 1]),
      forgotten: new Set(),
    });
    await ledger('one').started(first.id!, 'open-run-1');
    await ledger('one').collected(first.id!, 0, 0);
    const third = await intendFor('three', 'open', ['open-1', 'open-2', 'open-3']);
    expect(third.elsewhere).toEqual(new Set([2]));
  });

  it('leaves out whoever came into the cache, or was found gone, since they were looked up', async () => {
    const profiles = createProfileStore(test.database);
    await profiles.save('network', 'scraper', [scraped({ vanity: 'came-since' })]);
    await profiles.saveGone('network', 'scraper', [target('gone-since')]);
    const names = ['came-since', 'gone-since', 'still-unknown'];
    const found = await intendFor('one', 'since', names, { freshAfter: LONG_AGO, goneAfter: LONG_AGO });
    expect(found.elsewhere).toEqual(new Set([0, 1]));
  });

  it('gives each person to one of many that ask at once', async () => {
    const names = Array.from({ length: 12 }, (_, number) => `crowd-${number}`);
    const intents = await Promise.all(
      Array.from({ length: 6 }, (_, number) =>
        intendFor(
          `w${number}`,
          'crowd',
          [...names.slice(number * 2), ...names.slice(0, number * 2)].slice(0, 5),
        ),
      ),
    );
    const { rows } = await test.database.query<{ key: string; runs: number }>(
      `select unnest(person_keys) as key, count(*) as runs from actor_runs where actor = 'crowd' group by 1`,
    );
    expect(rows.every((row) => row.runs === 1)).toBe(true);
    expect(intents.some((intent) => intent.elsewhere.size > 0)).toBe(true);
  });

  it('does not take over what it is collecting itself, however late it renews, but what it does not know of', async () => {
    const own = ledger('suspended');
    const { id } = await own.intend(
      { provider: 'apify', actor: 'suspended', origin: 'network', targets: [target('suspended')] },
      { clientId: null, batchId: null },
      NOTHING_CACHED,
    );
    await expire(id!);
    expect(await own.takeOver('apify', 'suspended')).toEqual([]);
    // The answer to a take-over was lost: the row is ours, and we do not know it.
    expect(await freshLedger('suspended').takeOver('apify', 'suspended')).toHaveLength(1);
  });

  it('knows a person by every name that a profile of theirs has, however old it is', async () => {
    const profiles = createProfileStore(test.database);
    await profiles.save('network', 'scraper', [scraped({ urn: memberId(990), vanity: 'two-names' })]);
    const byVanity = await intendFor('one', 'names', ['two-names']);
    const byUrn = { ...target('x'), memberUrn: memberId(990), publicIdentifier: null };
    const { id, elsewhere } = await ledger('two').intend(
      { provider: 'apify', actor: 'names', origin: 'network', targets: [byUrn] },
      { clientId: null, batchId: null },
      NOTHING_CACHED,
    );
    expect(byVanity.id).not.toBeNull();
    expect({ id, elsewhere }).toEqual({ id: null, elsewhere: new Set([0]) });
    const twice = await intendFor('three', 'names', ['once-only', 'once-only']);
    expect(twice.elsewhere).toEqual(new Set([1]));
  });

  it('takes over started runs of another actor too, but not starts that were never confirmed', async () => {
    const started = await intend('one', 'actor-before');
    await ledger('one').started(started, 'before-1');
    const unconfirmed = await intend('one', 'actor-before');
    await expire(started);
    await expire(unconfirmed);
    const taken = await ledger('two').takeOver('apify', 'actor-now');
    expect(taken.map((run) => run.id)).toEqual([started]);
  });
});
