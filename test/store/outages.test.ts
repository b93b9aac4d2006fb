import { describe, expect, it } from 'vitest';
import { Outages } from '../../src/store/outages.ts';
import { HeldClock } from '../support/held-clock.ts';

function outages(backAfterMs: number, signal?: AbortSignal) {
  const clock = new HeldClock();
  const notices: string[] = [];
  let probes = 0;
  const began = clock.elapsed();
  const outage = new Outages({
    probe: async () => {
      probes += 1;
      if (clock.elapsed() - began < backAfterMs) throw new Error('ECONNREFUSED');
    },
    firstSeconds: 2,
    seconds: 60,
    signal,
    notice: (message) => notices.push(message),
    location: 'db.example:5432/icp',
    clock,
  });
  return { outage, clock, notices, probes: () => probes, passed: () => clock.elapsed() - began };
}

describe('a server that went away', () => {
  it('is waited for by all together, and said to be away and back once', async () => {
    const { outage, notices, probes } = outages(5000);
    outage.reached();
    expect(await Promise.all([outage.over(), outage.over(), outage.over()])).toEqual([true, true, true]);
    expect(notices).toEqual([
      'the database at db.example:5432/icp does not answer; waiting up to 60 s for it …',
      expect.stringMatching(/^the database answers again after \d+ s$/),
    ]);
    expect(probes()).toBeLessThan(12);
  });

  it('that is back at once is not worth a word', async () => {
    const { outage, notices } = outages(100);
    outage.reached();
    expect(await outage.over()).toBe(true);
    expect(notices).toEqual([]);
  });

  it('is waited for a minute; after that nobody waits again', async () => {
    const { outage, passed } = outages(3_600_000);
    outage.reached();
    expect(await outage.over()).toBe(false);
    expect(passed()).toBeGreaterThanOrEqual(60_000);
    expect(passed()).toBeLessThan(63_000);
    const before = passed();
    expect(await outage.over()).toBe(false);
    expect(passed()).toBe(before);
  });

  it('that was never reached is waited for only as long as asked', async () => {
    const { outage, passed } = outages(3_600_000);
    expect(await outage.over()).toBe(false);
    expect(passed()).toBeLessThanOrEqual(2500);
  });

  it('is not waited for once the command is to stop', async () => {
    const stop = new AbortController();
    const { outage } = outages(3_600_000, stop.signal);
    outage.reached();
    const waiting = outage.over();
    stop.abort(new Error('interrupted'));
    expect(await waiting).toBe(false);
  });
});
