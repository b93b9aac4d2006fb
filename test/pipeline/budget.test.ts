import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StopRun } from '../../src/domain/errors.ts';
import { Budget } from '../../src/pipeline/budget.ts';

function refusal(work: () => unknown): StopRun {
  try {
    work();
  } catch (error) {
    if (error instanceof StopRun) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a budget', () => {
  it('refuses the call that could pass it, and takes a smaller one after that', () => {
    const budget = new Budget(1);
    budget.reserve(0.6, 'a');
    expect(refusal(() => budget.reserve(0.5, 'b'))).toMatchObject({
      reason: 'budget',
      code: 'max_cost_reached',
    });
    budget.reserve(0.4, 'c');
    expect(refusal(() => budget.reserve(0.0001, 'd'))).toMatchObject({ reason: 'budget' });
  });

  it('gives back what a call did not use, once', () => {
    const budget = new Budget(1);
    const reservation = budget.reserve(1, 'a');
    reservation.settle(0.25);
    reservation.settle(0);
    expect(budget.spentUsd).toBe(0.25);
    budget.reserve(0.75, 'b');
    expect(() => budget.reserve(0.01, 'c')).toThrow(StopRun);
  });

  it('keeps the reservation of a call whose cost is not known', () => {
    const budget = new Budget(1);
    budget.reserve(0.7, 'a').settle(null);
    expect(budget.unknownCosts).toBe(1);
    expect(budget.spentUsd).toBe(0);
    expect(() => budget.reserve(0.4, 'b')).toThrow(StopRun);
    budget.reserve(0.3, 'c');
  });

  it('refuses a price that is not known only where a limit is to be kept', () => {
    expect(refusal(() => new Budget(5).reserve(null, 'model x'))).toMatchObject({
      reason: 'configuration',
      code: 'price_unknown',
    });
    const open = new Budget(null);
    open.reserve(null, 'model x').settle(0.5);
    open.reserve(1e6, 'model y');
    expect(open.spentUsd).toBe(0.5);
  });

  it('allows exactly nothing with a limit of zero, but what is free', () => {
    const budget = new Budget(0);
    budget.reserve(0, 'local').settle(0);
    expect(() => budget.reserve(0.000001, 'a')).toThrow(StopRun);
  });

  it('counts corrections', () => {
    const budget = new Budget(1);
    budget.reserve(0.5, 'a').settle(0.1);
    budget.correct(0.2);
    expect(budget.spentUsd).toBeCloseTo(0.3);
    budget.reserve(0.7, 'b');
    expect(() => budget.reserve(0.1, 'c')).toThrow(StopRun);
  });

  it('is not refused for the dust of adding small numbers', () => {
    const budget = new Budget(0.3);
    for (let i = 0; i < 3000; i += 1) budget.reserve(0.0001, 'a').settle(0.0001);
    expect(budget.spentUsd).toBeCloseTo(0.3);
  });

  it('is never passed by calls under way together that keep to their own bound', () => {
    fc.assert(
      fc.property(
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
        (limit, calls) => {
          const budget = new Budget(limit);
          const open: (() => void)[] = [];
          let truth = 0;
          for (const call of calls) {
            try {
              const reservation = budget.reserve(call.most, 'call');
              truth += call.most * call.part;
              const settle = () => reservation.settle(call.unknown ? null : call.most * call.part);
              if (call.settleNow) settle();
              else open.push(settle);
            } catch (error) {
              expect(error).toBeInstanceOf(StopRun);
              for (const settle of open.splice(0)) settle();
            }
          }
          expect(truth).toBeLessThanOrEqual(limit + 1e-6);
          expect(budget.spentUsd).toBeLessThanOrEqual(limit + 1e-6);
        },
      ),
    );
  });
});
