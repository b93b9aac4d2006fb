import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StopRun } from '../../src/domain/errors.ts';
import { Budget } from '../../src/pipeline/budget.ts';
import { systemClock } from '../../src/pipeline/clock.ts';
import { DeadWorkers, workerName } from '../../src/store/dead-workers.ts';
import { createPurse } from '../../src/store/purse.ts';
import type { Scope } from '../../src/store/scope.ts';
import { thisProcess } from '../../src/support/process-identity.ts';
import { addBatch, addClient } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const EVERYTHING: Scope = { clientId: null, batchId: null };
const never = new AbortController().signal;
const full = { reason: 'budget', code: 'max_cost_reached' };

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => test.database.query('delete from budgets'));

function budgetOf(limitUsd: number, scope = EVERYTHING, worker = 'worker', leaseSeconds = 60): Budget {
  return new Budget(
    limitUsd,
    createPurse(test.database, { scope, worker, leaseSeconds, clock: systemClock }),
  );
}
async function spend(budget: Budget, usd: number): Promise<void> {
  (await budget.reserve(usd, 'a call', never)).settle(usd);
  await budget.tellOthers(false);
}

describe('commands that run at the same time', () => {
  it('keep to their limit together', async () => {
    const [one, other] = [budgetOf(1), budgetOf(1)];
    await spend(one, 0.3);
    await spend(other, 0.3);
    await expect(spend(one, 0.5)).rejects.toMatchObject(full);
    await spend(other, 0.4);
    await expect(spend(one, 0.01)).rejects.toThrow(/\$0\.7000 of it by commands that run at the same time/);
  });

  it('each to their own', async () => {
    const [frugal, generous] = [budgetOf(0.5), budgetOf(2)];
    await spend(generous, 0.6);
    await expect(spend(frugal, 0.1)).rejects.toMatchObject(full);
    await spend(generous, 1.4);
  });

  it('wait for room that calls of the others may leave', async () => {
    const [one, other] = [budgetOf(1), budgetOf(1)];
    const open = await one.reserve(0.8, 'a call', never);
    const waiting = other.reserve(0.5, 'a call', never);
    open.settle(0.1);
    (await waiting).settle(0.5);
    await expect(spend(one, 0.5)).rejects.toMatchObject(full);
  });

  it('never pass it, however many ask at once', async () => {
    const limit = 1;
    let truth = 0;
    const work = async (budget: Budget, seed: number) => {
      for (let call = 0; ; call += 1) {
        const most = 0.01 + ((seed * 7 + call * 3) % 11) / 100;
        const reservation = await budget.reserve(most, 'a call', never);
        const cost = most * (((seed + call) % 4) / 3);
        truth += cost;
        await new Promise((resolve) => setImmediate(resolve));
        reservation.settle(cost);
      }
    };
    const ended = await Promise.allSettled(
      [1, 2, 3, 4].flatMap((seed) => {
        const budget = budgetOf(limit);
        return [work(budget, seed), work(budget, seed + 10)];
      }),
    );
    for (const one of ended) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(StopRun) });
    expect(truth).toBeLessThanOrEqual(limit + 1e-6);
    expect(truth).toBeGreaterThan(0.8);
  });
});

describe('a command has a limit of its own', () => {
  it('once the others have ended', async () => {
    const one = budgetOf(1);
    await spend(one, 0.9);
    await one.tellOthers(true);
    await spend(budgetOf(1), 0.9);
  });

  it('once the others are known to be dead', async () => {
    const gone = workerName({ ...thisProcess(), pid: 1, started: 'another process' });
    await spend(budgetOf(1, EVERYTHING, gone), 0.9);
    await new DeadWorkers(test.database, workerName()).release();
    await spend(budgetOf(1), 0.9);
  });

  it('once nothing was heard of the others for the time of a lease', async () => {
    await spend(budgetOf(1, EVERYTHING, 'elsewhere', 0), 0.9);
    await spend(budgetOf(1), 0.9);
  });

  it('when the others are about other leads', async () => {
    const [acme, other] = [
      await addClient(test.database, 'purse-acme'),
      await addClient(test.database, 'purse-other'),
    ];
    const second = await addBatch(test.database, acme.clientId, 'second');
    const of = (clientId: number, batchId: number | null = null): Scope => ({ clientId, batchId });
    await spend(budgetOf(1, of(acme.clientId, acme.batchId)), 0.9);
    await spend(budgetOf(1, of(other.clientId)), 0.05);
    await spend(budgetOf(1, of(acme.clientId, second)), 0.04);
    for (const scope of [of(acme.clientId), of(acme.clientId, acme.batchId), EVERYTHING])
      await expect(spend(budgetOf(1, scope), 0.2)).rejects.toMatchObject(full);
  });
});
