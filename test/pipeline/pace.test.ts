import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/pipeline/pace.ts';
import { HeldClock } from '../support/held-clock.ts';

const never = new AbortController().signal;

/** So many calls under way. */
async function busy(pace: Pace, calls: number): Promise<number[]> {
  return Promise.all(Array.from({ length: calls }, () => pace.enter(never)));
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('the pace of calls to one service', () => {
  it('is unbounded while nobody complains', async () => {
    const pace = new Pace(new HeldClock());
    await busy(pace, 500);
    expect(pace.limit).toBe(Number.POSITIVE_INFINITY);
  });

  it('begins with as many as it is told and doubles each round, until there is a complaint', async () => {
    const clock = new HeldClock();
    const pace = new Pace(clock);
    pace.beginWith(2);
    for (const calls of [2, 4, 8]) {
      expect(pace.limit).toBe(calls);
      for (const _ of await busy(pace, calls)) pace.leave(true);
    }
    const began = await busy(pace, 16);
    clock.pass(1);
    pace.slow(began[0]!);
    expect(pace.limit).toBe(8);
    for (const _ of began) pace.leave(true);
    expect(pace.limit).toBeLessThan(11);
  });

  it('is halved by a complaint, once for all that went out together, and pauses as long as was asked', async () => {
    const clock = new HeldClock();
    const pace = new Pace(clock);
    const began = await busy(pace, 16);
    for (const time of began.slice(0, 5)) {
      pace.slow(time, 7000);
      pace.leave(false);
    }
    expect(pace.limit).toBe(8);
    for (const _ of began.slice(5)) pace.leave(true);
    await pace.enter(never);
    expect(clock.sleeps).toEqual([7000]);
  });

  it('falls to one call at a time and no lower, and comes back', async () => {
    const clock = new HeldClock();
    const pace = new Pace(clock);
    await busy(pace, 8);
    for (let round = 0; round < 6; round += 1) {
      clock.pass(1);
      pace.slow(clock.elapsed());
      clock.pass(1);
    }
    expect(pace.limit).toBe(1);
    for (let call = 0; call < 8; call += 1) pace.leave(true);
    for (let call = 0; call < 200 && pace.limit < 1e9; call += 1) {
      await pace.enter(never);
      pace.leave(true);
    }
    expect(pace.limit).toBe(Number.POSITIVE_INFINITY);
  });

  it('has as many under way as there is room for, and lets the next in when one has left', async () => {
    const pace = new Pace(new HeldClock());
    await busy(pace, 4);
    pace.full();
    expect(pace.limit).toBe(3);
    pace.leave(false);
    let entered = 0;
    const waiting = [1, 2].map(() => pace.enter(never).then(() => (entered += 1)));
    await turns();
    expect(entered).toBe(0);
    pace.leave(false);
    await turns();
    expect(entered).toBe(1);
    pace.leave(false);
    await Promise.all(waiting);
  });

  it('pauses before a limit that the service states is used up, for a part of the time until it is full again', async () => {
    const clock = new HeldClock();
    const pace = new Pace(clock);
    pace.allow({ limit: 500, remaining: 5, fullInMs: 60_000 });
    await pace.enter(never);
    expect(clock.sleeps).toEqual([]);
    pace.allow({ limit: 500, remaining: 0, fullInMs: 60_000 });
    await pace.enter(never);
    expect(clock.sleeps).toEqual([6000]);
    pace.allow({ limit: 1, remaining: 0, fullInMs: 3_600_000 });
    await pace.enter(never);
    expect(clock.sleeps).toEqual([6000, 60_000]);
  });

  it('keeps nobody who is told to stop', async () => {
    const pace = new Pace(new HeldClock());
    await busy(pace, 2);
    pace.full();
    const stop = new AbortController();
    const waiting = pace.enter(stop.signal);
    stop.abort(new Error('interrupted'));
    await expect(waiting).rejects.toThrow('interrupted');
    await expect(pace.enter(stop.signal)).rejects.toThrow('interrupted');
  });

  it('never has more under way than its limit at that time, and never forgets anybody', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('well', 'badly', 'slow', 'full', 'call'), { maxLength: 60 }),
        async (acts) => {
          const pace = new Pace(new HeldClock());
          const open: number[] = [];
          let waiting = 0;
          const call = () => {
            waiting += 1;
            void pace.enter(never).then((began) => {
              waiting -= 1;
              open.push(began);
              expect(open.length).toBeLessThanOrEqual(pace.limit);
            });
          };
          for (let first = 0; first < 5; first += 1) call();
          await turns();
          for (const act of acts) {
            if (act === 'call') call();
            else if (open.length > 0) {
              const began = open.shift()!;
              if (act === 'slow') pace.slow(began);
              if (act === 'full') pace.full();
              pace.leave(act === 'well');
            }
            await turns();
          }
          while (waiting > 0) {
            expect(open.length).toBeGreaterThan(0);
            open.shift();
            pace.leave(true);
            await turns();
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
