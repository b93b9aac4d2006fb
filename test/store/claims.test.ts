import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRemaining, retryFailed } from '../../src/store/claims.ts';
import { DeadWorkers, workerName } from '../../src/store/dead-workers.ts';
import { createEnrichDesk } from '../../src/store/enrich-desk.ts';
import { thisProcess } from '../../src/support/process-identity.ts';
import { addBatch, addClient, addLead, leadsOf, letTimePass, termsFor } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const failure = (change: object = {}) => ({
  code: 'rate_limited',
  message: 'too many requests',
  retryable: true,
  retryInMs: 60_000,
  ...change,
});

describe('a claim', () => {
  it('hands each lead to one worker only, however many ask at once', async () => {
    const client = await addClient(test.database, 'claims-once');
    for (let number = 0; number < 60; number += 1)
      await addLead(test.database, client, { vanity: `once-${number}` });
    const desks = Array.from({ length: 8 }, (_, number) =>
      createEnrichDesk(test.database, termsFor(client, `worker-${number}`)),
    );
    const claimed = await Promise.all(
      desks.map(async (desk) => {
        const mine: number[] = [];
        for (;;) {
          const leads = await desk.claim(7);
          if (leads.length === 0) return mine;
          mine.push(...leads.map((lead) => lead.id));
        }
      }),
    );
    const all = claimed.flat();
    expect(all).toHaveLength(60);
    expect(new Set(all).size).toBe(60);
    const states = await leadsOf(test.database, client.clientId);
    for (const [number, ids] of claimed.entries()) {
      for (const id of ids) expect(states.find((lead) => lead.id === id)!.leasedBy).toBe(`worker-${number}`);
    }
  });

  it('leaves processes that start at the same time their share of a small batch', async () => {
    const client = await addClient(test.database, 'claims-share');
    for (let number = 0; number < 100; number += 1)
      await addLead(test.database, client, { vanity: `share-${number}` });
    const inHand = Array.from({ length: 4 }, (): number[] => []);
    const desks = inHand.map((_, number) =>
      createEnrichDesk(test.database, termsFor(client, `share-${number}`)),
    );
    // As they would: the first claims twice before the last has started.
    for (const worker of [0, 1, 0, 2, 1, 3, 2, 0, 3, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]) {
      const leads = await desks[worker]!.claim(50, { inHand: inHand[worker]!, portion: 5 });
      inHand[worker]!.push(...leads.map((lead) => lead.id));
    }
    expect(new Set(inHand.flat()).size).toBe(100);
    for (const own of inHand) {
      expect(own.length).toBeGreaterThanOrEqual(15);
      expect(own.length).toBeLessThanOrEqual(45);
    }
  });

  it('takes all there is when nobody else is there', async () => {
    const client = await addClient(test.database, 'claims-alone');
    for (let number = 0; number < 23; number += 1)
      await addLead(test.database, client, { vanity: `alone-${number}` });
    const desk = createEnrichDesk(test.database, termsFor(client, 'alone'));
    const inHand: number[] = [];
    for (let taken = 1; taken > 0; ) {
      const leads = await desk.claim(50, { inHand, portion: 5 });
      taken = leads.length;
      inHand.push(...leads.map((lead) => lead.id));
    }
    expect(inHand).toHaveLength(23);
  });

  it('whose answer was lost is made good by the next; what is in hand is never handed out again', async () => {
    const client = await addClient(test.database, 'claims-lost');
    const ids: number[] = [];
    for (let number = 0; number < 4; number += 1)
      ids.push(await addLead(test.database, client, { vanity: `lost-${number}` }));
    const desk = createEnrichDesk(test.database, termsFor(client, 'lost'));
    await desk.claim(2);
    await test.database.query(`update leads set leased_until = now() - interval '1 second' where id = $1`, [
      ids[0],
    ]);
    const next = await desk.claim(9, { inHand: [ids[0]!], portion: null });
    expect(next.map((lead) => lead.id)).toEqual(ids.slice(1));
  });

  it('takes leads in order, as many as asked for, with what the stage needs', async () => {
    const client = await addClient(test.database, 'claims-order');
    const first = await addLead(test.database, client, { vanity: 'a', name: 'Orla Fenwick' });
    const second = await addLead(test.database, client, { vanity: 'b' });
    await addLead(test.database, client, { vanity: 'c' });
    const leads = await createEnrichDesk(test.database, termsFor(client, 'one')).claim(2);
    expect(leads.map((lead) => lead.id)).toEqual([first, second]);
    expect(leads[0]).toEqual({
      id: first,
      failedAttempts: 0,
      clientId: client.clientId,
      batchId: client.batchId,
      target: {
        memberUrn: null,
        publicIdentifier: 'a',
        name: 'Orla Fenwick',
        headline: null,
        url: 'https://www.linkedin.com/in/a',
      },
    });
  });

  it('gives a lead to another once its lease has run out, and not before', async () => {
    const client = await addClient(test.database, 'claims-expiry');
    const id = await addLead(test.database, client, { vanity: 'slow' });
    const [one, two] = ['one', 'two'].map((name) => createEnrichDesk(test.database, termsFor(client, name)));
    expect((await one!.claim(5)).map((lead) => lead.id)).toEqual([id]);
    expect(await two!.claim(5)).toEqual([]);
    await letTimePass(test.database, client.clientId);
    expect((await two!.claim(5)).map((lead) => lead.id)).toEqual([id]);
    // The first has lost it: neither renewing, nor giving back, nor an answer changes anything any more.
    await one!.renew([id]);
    await one!.release([id]);
    await one!.settle([{ leadId: id, kind: 'failed', failure: failure() }]);
    expect((await leadsOf(test.database, client.clientId))[0]).toMatchObject({
      status: 'discovered',
      leasedBy: 'two',
    });
    await two!.release([id]);
    expect((await leadsOf(test.database, client.clientId))[0]).toMatchObject({
      status: 'discovered',
      leasedBy: null,
    });
  });

  it('is kept by renewing it', async () => {
    const client = await addClient(test.database, 'claims-renew');
    const id = await addLead(test.database, client, { vanity: 'kept' });
    const desk = createEnrichDesk(test.database, termsFor(client, 'one'));
    await desk.claim(1);
    await letTimePass(test.database, client.clientId);
    await desk.renew([id]);
    expect(await createEnrichDesk(test.database, termsFor(client, 'two')).claim(1)).toEqual([]);
  });

  it('stays within client and batch, which may not be the first batch of a lead', async () => {
    const client = await addClient(test.database, 'claims-scope');
    const other = await addClient(test.database, 'claims-scope-other');
    const inBoth = await addLead(test.database, client, { vanity: 'both' });
    const inFirst = await addLead(test.database, client, { vanity: 'first-only' });
    await addLead(test.database, other, { vanity: 'both' });
    const second = await addBatch(test.database, client.clientId, 'second');
    await test.database.query('insert into lead_batches (batch_id, lead_id) values ($1, $2)', [
      second,
      inBoth,
    ]);
    const of = (batchId: number | null) =>
      createEnrichDesk(
        test.database,
        termsFor(client, 'one', { scope: { clientId: client.clientId, batchId } }),
      );
    expect((await of(second).claim(9)).map((lead) => lead.id)).toEqual([inBoth]);
    expect((await of(null).claim(9)).map((lead) => lead.id)).toEqual([inFirst]);
  });
});

describe('a failed lead', () => {
  it('carries code, message, count and the time of the next attempt, and has no lease', async () => {
    const client = await addClient(test.database, 'failed-columns');
    const id = await addLead(test.database, client, { vanity: 'x' });
    const desk = createEnrichDesk(test.database, termsFor(client, 'one'));
    await desk.claim(1);
    await desk.settle([{ leadId: id, kind: 'failed', failure: failure() }]);
    const [lead] = await leadsOf(test.database, client.clientId);
    expect(lead).toMatchObject({
      status: 'failed',
      failedFrom: 'discovered',
      errorCode: 'rate_limited',
      errorMessage: 'too many requests',
      retryable: true,
      retryCount: 1,
      leasedBy: null,
    });
    expect(lead!.dueInSeconds).toBeGreaterThan(30);
    expect(lead!.dueInSeconds).toBeLessThanOrEqual(60);
  });

  it('is taken again when due, says how often it failed, and never after its last attempt', async () => {
    const client = await addClient(test.database, 'failed-attempts');
    const id = await addLead(test.database, client, { vanity: 'x' });
    const terms = termsFor(client, 'one', { maxAttempts: 3 });
    const desk = createEnrichDesk(test.database, terms);
    for (const failedAttempts of [0, 1, 2]) {
      expect(await desk.claim(1)).toMatchObject([{ id, failedAttempts }]);
      expect((await leadsOf(test.database, client.clientId))[0]).toMatchObject({
        status: 'discovered',
        errorCode: null,
      });
      await desk.settle([{ leadId: id, kind: 'failed', failure: failure() }]);
      expect(await desk.claim(1)).toEqual([]);
      await letTimePass(test.database, client.clientId);
    }
    expect(await desk.claim(1)).toEqual([]);
    expect(await countRemaining(test.database, 'discovered', terms.scope, 3)).toBe(0);
    expect(await countRemaining(test.database, 'discovered', terms.scope, 4)).toBe(1);
    const { rows } = await test.database.query<{ reason: string }>(
      'select reason from lead_events where lead_id = $1 order by id',
      [id],
    );
    expect(rows.map((row) => row.reason)).toEqual([
      'rate_limited',
      'retry after rate_limited',
      'rate_limited',
      'retry after rate_limited',
      'rate_limited',
    ]);
  });

  it('is never taken again by itself when it failed for good', async () => {
    const client = await addClient(test.database, 'failed-for-good');
    const id = await addLead(test.database, client, { vanity: 'x' });
    const desk = createEnrichDesk(test.database, termsFor(client, 'one'));
    await desk.claim(1);
    await desk.settle([{ leadId: id, kind: 'failed', failure: failure({ retryable: false, retryInMs: 0 }) }]);
    await letTimePass(test.database, client.clientId);
    expect(await desk.claim(1)).toEqual([]);
    expect((await leadsOf(test.database, client.clientId))[0]).toMatchObject({
      retryable: false,
      dueInSeconds: null,
    });
  });

  it('that another stage failed is left to that stage', async () => {
    const client = await addClient(test.database, 'failed-elsewhere');
    const id = await addLead(test.database, client, { vanity: 'x' });
    await test.database.query(`update leads set status = 'enriched' where id = $1`, [id]);
    await test.database.query(
      `update leads set status = 'failed', error_code = 'x', retryable = true, retry_count = 1, next_attempt_at = now() - interval '1 hour' where id = $1`,
      [id],
    );
    expect(await createEnrichDesk(test.database, termsFor(client, 'one')).claim(5)).toEqual([]);
  });
});

describe('retryFailed', () => {
  async function failedLeads(slug: string) {
    const client = await addClient(test.database, slug);
    const desk = createEnrichDesk(test.database, termsFor(client, 'one'));
    const [waiting, spent, forGood] = await Promise.all(
      ['waiting', 'spent', 'for-good'].map((vanity) => addLead(test.database, client, { vanity })),
    );
    await desk.claim(3);
    await desk.settle([
      { leadId: waiting!, kind: 'failed', failure: failure({ retryInMs: 3_600_000 }) },
      { leadId: spent!, kind: 'failed', failure: failure() },
      { leadId: forGood!, kind: 'failed', failure: failure({ retryable: false }) },
    ]);
    await test.database.query('update leads set retry_count = 3 where id = $1', [spent]);
    return { client, ids: { waiting: waiting!, spent: spent!, forGood: forGood! } };
  }

  it('makes those with attempts left due at once, with the attempts they have', async () => {
    const { client, ids } = await failedLeads('retry-some');
    expect(await retryFailed(test.database, { clientId: client.clientId, batchId: null }, false, 3)).toBe(1);
    const desk = createEnrichDesk(test.database, termsFor(client, 'two'));
    expect(await desk.claim(9)).toMatchObject([{ id: ids.waiting, failedAttempts: 1 }]);
  });

  it('gives all of them fresh attempts with `all`', async () => {
    const { client, ids } = await failedLeads('retry-all');
    expect(await retryFailed(test.database, { clientId: client.clientId, batchId: null }, true, 3)).toBe(3);
    const desk = createEnrichDesk(test.database, termsFor(client, 'two'));
    const claimed = await desk.claim(9);
    expect(claimed.map((lead) => lead.id).sort()).toEqual(Object.values(ids).sort());
    expect(claimed.every((lead) => lead.failedAttempts === 0)).toBe(true);
  });

  it('leaves other clients alone', async () => {
    const { client } = await failedLeads('retry-mine');
    const { client: other } = await failedLeads('retry-theirs');
    await retryFailed(test.database, { clientId: client.clientId, batchId: null }, true, 3);
    expect((await leadsOf(test.database, other.clientId)).map((lead) => lead.status)).toEqual([
      'failed',
      'failed',
      'failed',
    ]);
  });
});

describe('DeadWorkers', () => {
  it('frees what dead processes of this host held, and on a server nothing of the living or of other hosts', async () => {
    const client = await addClient(test.database, 'dead-workers');
    const { pid: deadPid } = spawnSync(process.execPath, ['-e', '']);
    const here = thisProcess();
    const dead = workerName({ ...here, pid: deadPid, started: '1' });
    const reused = workerName({ ...here, pid: process.ppid, started: '1' });
    const living = workerName({ ...here, pid: process.ppid, started: null });
    // Another machine of the same name: nothing can be known of its processes.
    const namesake = workerName({ ...here, pid: deadPid, pidNamespace: 'another-boot pid:[1]' });
    const unplaced = workerName({ ...here, pid: deadPid, pidNamespace: null });
    const elsewhere = workerName({ host: 'elsewhere.invalid', pid: deadPid, started: '1' });
    const me = workerName();
    const owners = [dead, reused, living, namesake, unplaced, elsewhere, me];
    for (const [number, owner] of owners.entries()) {
      await addLead(test.database, client, { vanity: `held-${number}` });
      await createEnrichDesk(test.database, termsFor(client, owner)).claim(1);
      await test.database.query(
        `insert into actor_runs (provider, actor, targets, owner, owned_until)
         values ('apify', 'dead-workers', '[]', $1, now() + interval '5 minutes')`,
        [owner],
      );
      await test.database.query(
        `insert into answers_under_way (answer_key, owner, owned_until) values ($1, $2, now() + interval '5 minutes')`,
        [`dead-workers-${number}`, owner],
      );
    }
    const deadWorkers = new DeadWorkers(test.database, me);
    expect(await deadWorkers.release()).toBe(true);
    expect(await deadWorkers.release()).toBe(false);
    // Two processes on one embedded database do not exist, so there every other owner is dead.
    const left =
      test.database.kind === 'postgres'
        ? [null, null, living, namesake, unplaced, elsewhere, me]
        : [...owners.slice(1).map(() => null), me];
    expect((await leadsOf(test.database, client.clientId)).map((lead) => lead.leasedBy)).toEqual(left);
    const { rows } = await test.database.query<{ owner: string | null }>(
      `select owner from actor_runs where actor = 'dead-workers' order by id`,
    );
    expect(rows.map((row) => row.owner)).toEqual(left);
    const { rows: reserved } = await test.database.query<{ owner: string }>(
      `select owner from answers_under_way where answer_key like 'dead-workers-%' order by answer_key`,
    );
    expect(reserved.map((row) => row.owner)).toEqual(left.filter((owner) => owner !== null));
  });
});
