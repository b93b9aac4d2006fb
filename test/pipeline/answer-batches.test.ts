import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prices } from '../../src/config/prices.ts';
import { AnswerBatches } from '../../src/pipeline/answer-batches.ts';
import { AnswerOrders } from '../../src/pipeline/answer-orders.ts';
import type { BatchJobs } from '../../src/ports/batch-jobs.ts';
import type { ObservedAttempt } from '../../src/ports/call-observer.ts';
import { createOpenAiBatches } from '../../src/providers/openai-batches.ts';
import { createAnswerBatchLedger } from '../../src/store/answer-batch-ledger.ts';
import { createAnswerStore } from '../../src/store/answers.ts';
import { type OpenAiSimulator, startOpenAiSimulator } from '../simulators/openai.ts';
import { bagOfWordsVector } from '../simulators/simulated-text.ts';
import { paidCalls } from '../support/scripted-services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const MODEL = 'text-embedding-3-small';
const QUESTION = { kind: 'embedding', model: MODEL } as const;
const nobody = { clientId: null, batchId: null, leadId: null };
const nobodyDies = { release: async () => false };

let test: TestDatabase;
let simulator: OpenAiSimulator;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  simulator = await startOpenAiSimulator({ vector: vectorOf });
});
afterEach(() => simulator.close());

/** Vectors of eight numbers, but for one text. */
function vectorOf(text: string, dimensions: number): number[] {
  return bagOfWordsVector(text, dimensions).slice(0, text.startsWith('odd') ? 7 : 8);
}

/** What one process has of all this; with its clock held, and limits of a batch to the test's taste. */
function engine(worker: string, maxCostUsd: number | null = null, limits?: BatchJobs['limits']) {
  const paid = paidCalls(maxCostUsd);
  const ledger = createAnswerBatchLedger(test.database, worker, 300, nobodyDies);
  const store = createAnswerStore(test.database, { worker, leaseSeconds: 300, deadWorkers: nobodyDies });
  const real = createOpenAiBatches({
    apiKey: simulator.apiKey,
    baseUrl: simulator.baseUrl,
    embeddingModel: MODEL,
    classifierModel: 'gpt-5-mini',
  });
  const jobs = limits === undefined ? real : { ...real, limits };
  const notices: string[] = [];
  const observed: ObservedAttempt[] = [];
  const observer = {
    ended: (attempt: ObservedAttempt) => void observed.push(attempt),
    close: async () => {},
  };
  const parts = {
    jobs,
    ledger,
    calls: paid.calls,
    prices: new Prices(),
    notice: (message: string) => void notices.push(message),
  };
  const orders = new AnswerOrders(parts);
  return {
    ...paid,
    store,
    orders,
    notices,
    observed,
    batches: new AnswerBatches({ ...parts, store, observers: [observer] }),
    order: async (...texts: string[]) => {
      await store.reserveEmbeddings(MODEL, texts);
      return Promise.all(
        texts.map((text) =>
          orders
            .order(QUESTION, { textHash: text, text, mostPromptTokens: 100_000, context: nobody })
            .catch((error: unknown) => error),
        ),
      );
    },
    /** What is known of each text. */
    states: async (...texts: string[]) => {
      const states = await store.reserveEmbeddings(MODEL, texts);
      await store.release();
      return texts.map((text) => {
        const state = states.get(text)!;
        return typeof state === 'string' ? state : 'in a batch';
      });
    },
  };
}

describe('what is ordered', () => {
  it('is handed in whenever a batch is full, and the rest at the end', async () => {
    const small = { requests: 3, bytes: 1_000_000 };
    const { order, orders } = engine('full', null, { embedding: small, classification: small });
    await order(...Array.from({ length: 8 }, (_, number) => `full ${number}`));
    expect(simulator.batches.all.map((batch) => batch.lines.length)).toEqual([3, 3]);
    await orders.submit();
    expect(simulator.batches.all.map((batch) => batch.lines.length)).toEqual([3, 3, 2]);
  });

  it('keeps to the size of a file', async () => {
    const bytes = 1000;
    const small = { requests: 100, bytes };
    const { order, orders } = engine('size', null, { embedding: small, classification: small });
    await order(...Array.from({ length: 9 }, (_, number) => `size ${number} ${'x'.repeat(40 * number)}`));
    await orders.submit();
    expect(simulator.batches.all.length).toBeGreaterThan(3);
    for (const { lines } of simulator.batches.all) {
      expect(lines.map((line) => `${JSON.stringify(line)}\n`).join('').length).toBeLessThanOrEqual(bytes);
    }
  });

  it('has the most that it can cost taken out of the budget, at half the price', async () => {
    // 100,000 tokens at a cent the million: a tenth of a cent each.
    const { order, orders, budget, states } = engine('budget', 0.0025);
    const outcomes = await order('affordable', 'affordable too', 'not affordable');
    expect(outcomes[2]).toMatchObject({ reason: 'budget', code: 'max_cost_reached' });
    await orders.submit();
    expect(simulator.batches.all.map((batch) => batch.lines.map((line) => line.custom_id))).toEqual([
      ['affordable', 'affordable too'],
    ]);
    expect(budget.spentUsd).toBe(0);
    const another = budget.reserve(0.001, 'another call', new AbortController().signal);
    await expect(another).rejects.toThrow('--max-cost');
    expect(await states('affordable', 'not affordable')).toEqual(['in a batch', 'mine']);
  });

  it('is let go when the command stops before it was handed in', async () => {
    const { order, orders, states } = engine('dissolved');
    await order('dissolved');
    await orders.dissolve();
    expect(simulator.calls.total).toBe(0);
    expect(await states('dissolved')).toEqual(['mine']);
  });

  it('is created again only after the list of batches did not have it', async () => {
    const { order, orders } = engine('again');
    simulator.faults.queue('batch creation', 'server_error', 'rate_limited_ms', 'lost_answer');
    await order('again');
    await orders.submit();
    expect(simulator.calls.of('batch creation')).toBe(3);
    // Four times after the first answer, not at all after a refusal, once after the one that was lost.
    expect(simulator.calls.of('batch list')).toBe(5);
    expect(simulator.batches.all).toHaveLength(1);
  });

  it('is let go, and its file too, when the service does not take it', async () => {
    const { order, orders, states } = engine('refused');
    await order('refused');
    simulator.faults.queue('batch creation', 'insufficient_quota');
    await expect(orders.submit()).rejects.toMatchObject({ reason: 'account' });
    expect(await states('refused')).toEqual(['mine']);
    expect(simulator.batches.unusedFiles).toBe(0);
  });

  it('stays held while it is not known whether there is a batch, and is found by the next command', async () => {
    const { order, orders, states } = engine('unknown');
    await order('unknown');
    simulator.faults.queue('batch creation', 'lost_answer');
    simulator.faults.queue('batch list', ...Array(5).fill('server_error'));
    await expect(orders.submit()).rejects.toMatchObject({ reason: 'unavailable', code: 'batch_unconfirmed' });
    expect(await states('unknown')).toEqual(['in a batch']);
    const next = engine('next');
    await next.batches.collect();
    simulator.batches.end('completed');
    await next.batches.collect();
    expect(await states('unknown')).toEqual(['there']);
    expect(simulator.calls.of('batch creation')).toBe(1);
  });
});

describe('what a batch brought', () => {
  /** Submitted by a process that left. */
  async function submitted(...texts: string[]): Promise<void> {
    const { order, orders } = engine('submits');
    await order(...texts);
    await orders.submit();
  }

  async function usageRows(): Promise<number> {
    const { rows } = await test.database.query<{ count: number }>('select count(*) as count from usage');
    return rows[0]!.count;
  }

  it('is counted as this command’s cost and shown to those who watch, whatever the budget', async () => {
    await submitted('watched', 'watched too');
    simulator.batches.end('completed');
    const { batches, budget, observed, notices } = engine('collects', 0);
    await batches.collect();
    expect(budget.spentUsd).toBeCloseTo(simulator.billed.promptTokens * 0.01e-6, 12);
    expect(observed).toMatchObject([
      { kind: 'embedding', outcome: 'ok' },
      { kind: 'embedding', outcome: 'ok' },
    ]);
    expect(notices).toEqual([expect.stringMatching(/completed: 2 of 2 embeddings$/)]);
  });

  it('is not kept where a vector has another length than the others', async () => {
    await submitted('one vector', 'another vector', 'odd vector');
    simulator.batches.end('completed');
    const { batches, states } = engine('lengths');
    await batches.collect();
    expect(await states('one vector', 'another vector', 'odd vector')).toEqual(['there', 'there', 'mine']);
  });

  it('waits for the next command when it cannot be looked at or read now', async () => {
    await submitted('later');
    simulator.batches.end('completed');
    for (const route of ['batch', 'file'] as const) {
      simulator.faults.queue(route, ...Array(5).fill('server_error'));
      const { batches, states, notices } = engine(`cannot see ${route}`);
      await batches.collect();
      expect(notices).toEqual([expect.stringContaining('cannot be looked at now')]);
      expect(await states('later')).toEqual(['in a batch']);
    }
    const { batches, states } = engine('can');
    await batches.collect();
    expect(await states('later')).toEqual(['there']);
    expect(simulator.textsEmbedded.repeated).toEqual([]);
  });

  it('is counted once, though a collection stopped in the middle was begun again', async () => {
    const texts = ['counted', 'counted too', 'not executed', 'not executed either'];
    await submitted(...texts);
    simulator.batches.end('expired', undefined, 2);
    const before = await usageRows();
    // The file of answers can be read, the file of errors cannot.
    simulator.faults.queue('file', 'no_usage', ...Array(5).fill('server_error'));
    const { batches, states, budget } = engine('half');
    await batches.collect();
    expect(await states(...texts)).toEqual(['there', 'there', 'in a batch', 'in a batch']);
    await batches.collect();
    expect(await states(...texts)).toEqual(['there', 'there', 'mine', 'mine']);
    expect((await usageRows()) - before).toBe(4);
    expect(budget.spentUsd).toBeCloseTo(simulator.billed.promptTokens * 0.01e-6, 12);
    expect(budget.unknownCosts).toBe(0);
  });

  it('is given up two days after it was asked for, when the service knows nothing of it', async () => {
    await submitted('lost');
    simulator.batches.all.length = 0;
    const { batches, states, notices, clock } = engine('too late');
    await batches.collect();
    expect(notices).toEqual([expect.stringContaining('OPENAI_API_KEY')]);
    expect(await states('lost')).toEqual(['in a batch']);
    clock.pass(Date.now() - clock.now().getTime() + 3 * 86_400_000);
    await batches.collect();
    expect(await states('lost')).toEqual(['mine']);
  });

  it('stops the command when the key is not accepted any more, and stays', async () => {
    await submitted('kept');
    simulator.faults.queue('batch', 'unauthorized');
    const { batches, states } = engine('wrong key');
    await expect(batches.collect()).rejects.toMatchObject({ code: 'invalid_api_key' });
    expect(await states('kept')).toEqual(['in a batch']);
  });
});
