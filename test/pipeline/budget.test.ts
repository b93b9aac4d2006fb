import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StopRun } from '../../src/domain/errors.ts';
import { Budget } from '../../src/pipeline/budget.ts';

const never = new AbortController().signal;
const taking = (budget: Budget, usd: number | null, what = 'a call') => budget.reserve(usd, what, never);

const isRefused = { reason: 'budget', code: 'max_cost_reached' };

describe('a budget', () => {
  it('refuses the call that could pass it, and takes a smaller one after that', async () => {
    const budget = new Budget(1);
    (await taking(budget, 0.6)).settle(0.6);
    await expect(taking(budget, 0.5)).rejects.toMatchObject(isRefused);
    (await taking(budget, 0.4)).settle(0.4);
    await expect(taking(budget, 0.0001)).rejects.toMatchObject(isRefused);
  });

  it('lets a call wait that may fit once those under way have cost less than they could', async () => {
    const budget = new Budget(1);
    const first = await taking(budget, 0.6);
    const second = taking(budget, 0.5);
    const third = taking(budget, 0.9);
    first.settle(0.2);
    (await second).settle(0.2);
    await expect(third).rejects.toMatchObject(isRefused);
  });

  it('stops waiting when it is told to', async () => {
    const budget = new Budget(1);
    await taking(budget, 0.6);
    const stop = new AbortController();
    const waiting = budget.reserve(0.5, 'a call', stop.signal);
    stop.abort(new Error('interrupted'));
    await expect(waiting).rejects.toThrow('interrupted');
  });

  it('gives back what a call did not use, once', async () => {
    const budget = new Budget(1);
    const reservation = await taking(budget, 1);
    reservation.settle(0.25);
    reservation.settle(0);
    expect(budget.spentUsd).toBe(0.25);
    (await taking(budget, 0.75)).settle(0.75);
    await expect(taking(budget, 0.01)).rejects.toMatchObject(isRefused);
  });

  it('keeps the reservation of a call whose cost is not known', async () => {
    const budget = new Budget(1);
    (await taking(budget, 0.7)).settle(null);
    expect(budget.unknownCosts).toBe(1);
    expect(budget.spentUsd).toBe(0);
    await expect(taking(budget, 0.4)).rejects.toMatchObject(isRefused);
    await taking(budget, 0.3);
  });

  it('refuses a price that is not known only where a limit is to be kept', async () => {
    await expect(taking(new Budget(5), null)).rejects.toMatchObject({
      reason: 'configuration',
      code: 'price_unknown',
    });
    const open = new Budget(null);
    (await taking(open, null)).settle(0.5);
    await taking(open, 1e6);
    expect(open.spentUsd).toBe(0.5);
  });

  it('allows exactly nothing with a limit of zero, but what is free', async () => {
    const budget = new Budget(0);
    (await taking(budget, 0)).settle(0);
    await expect(taking(budget, 0.000001)).rejects.toMatchObject(isRefused);
    budget.correct(0.5);
    (await taking(budget, 0)).settle(0);
  });

  it('counts corrections', async () => {
    const budget = new Budget(1);
    (await taking(budget, 0.5)).settle(0.1);
    budget.correct(0.2);
    expect(budget.spentUsd).toBeCloseTo(0.3);
    (await taking(budget, 0.7)).settle(0.7);
    await expect(taking(budget, 0.1)).rejects.toMatchObject(isRefused);
  });

  it('is not refused for the dust of adding small numbers', async () => {
    const budget = new Budget(0.3);
    for (let i = 0; i < 3000; i += 1) (await taking(budget, 0.0001)).settle(0.0001);
    expect(budget.spentUsd).toBeCloseTo(0.3);
  });

  it('is never passed by calls under way together that keep to their own bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.array(
          fc.record({
            most: fc.double({ min: 0, max: 2, noNaN: true }),
            part: fc.double({ min: 0, max: 1, noNaN: true }),
            unknown: fc.boolean(),
            settleNow: fc.boolean(),
          }),
          { maxLength: 40 },
        ),
        async (limit, calls) => {
          const budget = new Budget(limit);
          const open: (() => void)[] = [];
          let truth = 0;
          for (const call of calls) {
            // Whoever has to wait gets its turn as the calls under way end.
            const waiting = taking(budget, call.most);
            waiting.catch(() => {});
            let ended = false;
            const settled = waiting
              .then(
                () => {},
                () => {},
              )
              .finally(() => {
                ended = true;
              });
            for (let turn = 0; turn < 20 && !ended; turn += 1) await Promise.resolve();
            while (!ended && open.length > 0) {
              open.shift()!();
              for (let turn = 0; turn < 20 && !ended; turn += 1) await Promise.resolve();
            }
            await settled;
            try {
              const reservation = await waiting;
              truth += call.most * call.part;
              const settle = () => reservation.settle(call.unknown ? null : call.most * call.part);
              if (call.settleNow) settle();
              else open.push(settle);
            } catch (error) {
              expect(error).toBeInstanceOf(StopRun);
            }
          }
          expect(truth).toBeLessThanOrEqual(limit + 1e-6);
          expect(budget.spentUsd).toBeLessThanOrEqual(limit + 1e-6);
        },
      ),
    );
  });
});
