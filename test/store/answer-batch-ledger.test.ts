import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Classification } from '../../src/domain/classification.ts';
import type { BroughtAnswer, OpenBatch } from '../../src/ports/answer-batch-ledger.ts';
import type { Attempt } from '../../src/ports/usage-ledger.ts';
import { createAnswerBatchLedger } from '../../src/store/answer-batch-ledger.ts';
import { createAnswerStore } from '../../src/store/answers.ts';
import { countBatchWaits } from '../../src/store/batch-waits.ts';
import { DeadWorkers } from '../../src/store/dead-workers.ts';
import { createEnrichDesk } from '../../src/store/enrich-desk.ts';
import { listToEnrich } from '../../src/store/estimates.ts';
import { addClient, addLead, leadsOf, type TestClient, termsFor } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const nobodyDies = { release: async () => false };
const ledgerOf = (worker: string) => createAnswerBatchLedger(test.database, worker, 300, nobodyDies);
const storeOf = (worker: string) =>
  createAnswerStore(test.database, { worker, leaseSeconds: 300, deadWorkers: nobodyDies });
const nobody = { clientId: null, batchId: null, leadId: null };
const requests = (...hashes: string[]) => hashes.map((textHash) => ({ textHash, context: nobody }));
const expire = (batch: OpenBatch) =>
  test.database.query(`update answer_batches set owned_until = now() - interval '1 second' where id = $1`, [
    batch.answerBatchId,
  ]);

/** A batch of embeddings of a model of its own, with these texts in it, gathered by `worker`. */
async function gather(worker: string, model: string, ...hashes: string[]) {
  const ledger = ledgerOf(worker);
  const store = storeOf(worker);
  await store.reserveEmbeddings(model, hashes);
  const batch = await ledger.open('openai', 'host', { kind: 'embedding', model });
  expect(await ledger.add(batch, requests(...hashes))).toEqual(new Set(hashes));
  return { ledger, store, batch };
}
async function submit(worker: string, model: string, ...hashes: string[]) {
  const own = await gather(worker, model, ...hashes);
  expect(await own.ledger.intended(own.batch.answerBatchId)).toBe(true);
  await own.ledger.created(own.batch.answerBatchId, `job of ${model}`);
  return own;
}

function attempt(model: string, outcome: string): Attempt {
  return {
    provider: 'openai',
    stage: 'enrich',
    model,
    outcome,
    contexts: [nobody],
    promptTokens: 10,
    completionTokens: 0,
    requests: 1,
    costUsd: 0.01,
    latencyMs: 0,
    actorRunId: null,
  };
}
const vectorFor = (model: string, textHash: string): BroughtAnswer => ({
  textHash,
  attempt: attempt(model, 'ok'),
  answer: { kind: 'vector', vector: [1, 2, 3] },
});
const nothingFor = (model: string, textHash: string): BroughtAnswer => ({
  textHash,
  attempt: attempt(model, 'batch_expired'),
  answer: null,
});
async function outcomesOf(model: string): Promise<string[]> {
  const { rows } = await test.database.query<{ outcome: string }>(
    'select outcome from usage where model = $1 order by id',
    [model],
  );
  return rows.map((row) => row.outcome);
}

describe('the ledger of answer batches', () => {
  it('holds what stands in a batch against everybody, the process that put it there included', async () => {
    const { batch } = await gather('one', 'holds', 'a', 'b');
    const held = { answerBatchId: batch.answerBatchId };
    for (const worker of ['one', 'two']) {
      const states = await storeOf(worker).reserveEmbeddings('holds', ['a', 'b', `only ${worker}`]);
      expect([...states]).toEqual(
        expect.arrayContaining([
          ['a', held],
          ['b', held],
          [`only ${worker}`, 'mine'],
        ]),
      );
    }
    await storeOf('one').release();
    expect((await storeOf('two').reserveEmbeddings('holds', ['a'])).get('a')).toEqual(held);
  });

  it('takes only what is reserved for its process, and nothing into a batch that is not its own any more', async () => {
    const { ledger, batch } = await gather('one', 'takes', 'mine');
    await storeOf('two').reserveEmbeddings('takes', ['theirs']);
    expect(await ledger.add(batch, requests('theirs', 'nobodys', 'mine'))).toEqual(new Set(['mine']));
    await expire(batch);
    const [taken] = (await ledgerOf('two').takeOver('openai', 'host')).filter(
      (one) => one.answerBatchId === batch.answerBatchId,
    );
    expect(taken).toEqual({ ...batch, state: 'gathering' });
    expect(await ledger.add(batch, requests('mine'))).toBeNull();
    expect(await ledger.intended(batch.answerBatchId)).toBe(false);
  });

  it('hands a batch over once nobody living looks after it, to one of many, at its own server', async () => {
    const { ledger, batch } = await submit('one', 'over', 'a');
    const of = (open: readonly OpenBatch[]) =>
      open.filter((one) => one.answerBatchId === batch.answerBatchId);
    expect(of(await ledgerOf('two').takeOver('openai', 'host'))).toEqual([]);
    await ledger.released([batch.answerBatchId]);
    expect(of(await ledgerOf('two').takeOver('openai', 'another host'))).toEqual([]);
    const taken = await Promise.all(
      [1, 2, 3, 4].map((number) => ledgerOf(`w${number}`).takeOver('openai', 'host')),
    );
    expect(of(taken.flat())).toEqual([
      { ...batch, state: 'created', jobId: 'job of over', intendedAt: expect.any(Date) },
    ]);
  });

  it('settles each text once, however many processes do it at once, and lets its key go', async () => {
    const { ledger, batch, store } = await submit('one', 'once', 'a', 'b', 'c');
    const brought = [vectorFor('once', 'a'), nothingFor('once', 'b')];
    const settled = await Promise.all([
      ledger.settle(batch, brought),
      ledgerOf('two').settle(batch, brought),
      ledgerOf('three').settle(batch, brought),
    ]);
    expect(settled.map((hashes) => hashes.size).sort()).toEqual([0, 0, 2]);
    expect((await outcomesOf('once')).sort()).toEqual(['batch_expired', 'ok']);
    const states = await store.reserveEmbeddings('once', ['a', 'b', 'c']);
    expect(states.get('a')).toBe('there');
    expect(states.get('b')).toBe('mine');
    expect(states.get('c')).toEqual({ answerBatchId: batch.answerBatchId });
    expect([...(await ledger.requestsOf(batch.answerBatchId))]).toEqual([['c', nobody]]);
    await ledger.collected(batch.answerBatchId);
    expect((await storeOf('two').reserveEmbeddings('once', ['c'])).get('c')).toBe('mine');
  });

  it('keeps classifications under the version of their question', async () => {
    const [ledger, store] = [ledgerOf('one'), storeOf('one')];
    await store.reserveClassifications('classifier', 'v1', ['a']);
    const batch = await ledger.open('openai', 'host', {
      kind: 'classification',
      model: 'classifier',
      promptVersion: 'v1',
    });
    await ledger.add(batch, requests('a'));
    await ledger.intended(batch.answerBatchId);
    await ledger.created(batch.answerBatchId, 'job of the classifier');
    const classification: Classification = {
      industry: 'SaaS',
      industryReasoning: 'It says so.',
      companyType: 'startup',
      companyTypeReasoning: 'It says so.',
    };
    await ledger.settle(batch, [
      {
        textHash: 'a',
        attempt: attempt('classifier', 'ok'),
        answer: { kind: 'classification', classification },
      },
    ]);
    expect((await store.reserveClassifications('classifier', 'v1', ['a'])).get('a')).toEqual(classification);
    expect((await store.reserveClassifications('classifier', 'v2', ['a'])).get('a')).toBe('mine');
  });

  it('lets everything go of a batch that does not exist, but only for whom it belongs to', async () => {
    const { ledger, batch } = await gather('one', 'gone', 'a');
    await ledgerOf('two').abandoned(batch.answerBatchId);
    expect((await storeOf('two').reserveEmbeddings('gone', ['a'])).get('a')).toEqual({
      answerBatchId: batch.answerBatchId,
    });
    await ledger.abandoned(batch.answerBatchId);
    expect((await storeOf('two').reserveEmbeddings('gone', ['a'])).get('a')).toBe('mine');
  });

  it('is not freed of what it holds when the process that submitted it dies', async () => {
    const { batch } = await submit(JSON.stringify(['elsewhere', 1, '1', null]), 'outlives', 'a');
    await new DeadWorkers(test.database, 'me').release();
    expect((await storeOf('two').reserveEmbeddings('outlives', ['a'])).get('a')).toEqual({
      answerBatchId: batch.answerBatchId,
    });
  });
});

describe('leads that wait for a batch', () => {
  async function waiting(slug: string): Promise<{ client: TestClient; batch: OpenBatch; first: number }> {
    const client = await addClient(test.database, slug);
    const first = await addLead(test.database, client, { vanity: `${slug}-1` });
    await addLead(test.database, client, { vanity: `${slug}-2` });
    const { batch } = await submit('one', slug, 'a');
    const desk = createEnrichDesk(test.database, termsFor(client, 'one'));
    await desk.claim(1);
    await desk.settle([{ leadId: first, kind: 'done', result: { answerBatchIds: [batch.answerBatchId] } }]);
    return { client, batch, first };
  }
  const scopeOf = (client: TestClient) => ({ clientId: client.clientId, batchId: null });

  it('stay as they were, and nobody claims them until it is closed', async () => {
    const { client, batch, first } = await waiting('waits');
    const [lead] = await leadsOf(test.database, client.clientId);
    expect(lead).toMatchObject({ status: 'discovered', leasedBy: null, retryCount: 0, errorCode: null });
    const desk = createEnrichDesk(test.database, termsFor(client, 'two'));
    expect((await desk.claim(10)).map(({ id }) => id)).toEqual([first + 1]);
    expect(await listToEnrich(test.database, scopeOf(client), 3, null)).toHaveLength(1);
    expect(await countBatchWaits(test.database, scopeOf(client))).toEqual({
      leads: 1,
      servers: ['host'],
      since: expect.any(Date),
    });
    await ledgerOf('two').collected(batch.answerBatchId);
    expect((await desk.claim(10)).map(({ id }) => id)).toEqual([first]);
    expect(await countBatchWaits(test.database, scopeOf(client))).toEqual({
      leads: 0,
      servers: [],
      since: null,
    });
  });

  it('wait for none that was closed meanwhile, and not on the word of a process that lost them', async () => {
    const { client, batch, first } = await waiting('waits-not');
    const terms = termsFor(client, 'two');
    const desk = createEnrichDesk(test.database, terms);
    const result = { answerBatchIds: [batch.answerBatchId] };
    await desk.settle([{ leadId: first + 1, kind: 'done', result }]);
    expect((await countBatchWaits(test.database, scopeOf(client))).leads).toBe(1);
    await ledgerOf('one').collected(batch.answerBatchId);
    const claimed = await desk.claim(10);
    await desk.settle(claimed.map(({ id }) => ({ leadId: id, kind: 'done', result })));
    expect(await desk.claim(10)).toHaveLength(2);
  });
});
