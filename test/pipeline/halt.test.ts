import { describe, expect, it } from 'vitest';
import { StopRun } from '../../src/domain/errors.ts';
import { Halt } from '../../src/pipeline/halt.ts';

const stop = (code: string) => new StopRun('interrupted', code, 'stopped', 'run it again');

describe('a halt', () => {
  it('keeps its first reason and tells each listener once', () => {
    const halt = new Halt();
    const told: string[] = [];
    halt.onStop(() => told.push('early'));
    halt.throwIfStopped();
    expect(halt.reason).toBeNull();
    halt.stop(stop('first'));
    halt.stop(stop('second'));
    halt.onStop(() => told.push('late'));
    expect(told).toEqual(['early', 'late']);
    expect(halt.reason).toMatchObject({ code: 'first' });
    expect(() => halt.throwIfStopped()).toThrow(halt.reason!);
  });

  it('lets calls in flight run to their end unless it is given a time', async () => {
    const halt = new Halt();
    halt.stop(stop('budget'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(halt.signal.aborted).toBe(false);
  });

  it('lets go of calls in flight after the grace, with the first reason', async () => {
    const halt = new Halt();
    halt.stop(stop('budget'));
    const aborted = new Promise((resolve) => halt.signal.addEventListener('abort', resolve));
    const alive = setInterval(() => {}, 1000);
    halt.stop(stop('sigint'), 1);
    await aborted;
    clearInterval(alive);
    expect(halt.signal.reason).toMatchObject({ code: 'budget' });
  });
});
