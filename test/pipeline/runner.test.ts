import { describe, expect, it, vi } from 'vitest';
import { GiveUp, RetryLater, StopRun } from '../../src/domain/errors.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { type RunnerEvent, type RunnerOptions, runStage } from '../../src/pipeline/runner.ts';
import type { ClaimedLead } from '../../src/ports/lead-desk.ts';
import { HeldClock } from '../support/held-clock.ts';
import { MemoryDesk } from '../support/in-memory-stores.ts';

function stage(count: number, change: Partial<RunnerOptions<ClaimedLead, string>> = {}) {
  const clock = new HeldClock();
  const desk = new MemoryDesk<string>(count, () => clock.now().getTime());
  const halt = new Halt();
  const events: RunnerEvent<string>[] = [];
  const seen = { inWork: 0, most: 0 };
  const run = (work: (lead: ClaimedLead) => Promise<string>) =>
    runStage({
      desk,
      window: 10,
      claimSize: 5,
      limit: null,
      leaseSeconds: 300,
      halt,
      clock,
      onProgress: (event) => events.push(event),
      ...change,
      work: async (lead) => {
        seen.inWork += 1;
        seen.most = Math.max(seen.most, seen.inWork);
        try {
          return await work(lead);
        } finally {
          seen.inWork -= 1;
        }
      },
    });
  return { clock, desk, halt, events, seen, run };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('runStage', () => {
  it('takes every lead once and settles what came of it', async () => {
    const { desk, events, run } = stage(37);
    await run(async (lead) => {
      await turn();
      return `answer ${lead.id}`;
    });
    expect(desk.count('done')).toBe(37);
    expect(desk.leads.map((lead) => lead.result)).toEqual(desk.leads.map((lead) => `answer ${lead.id}`));
    expect(desk.leads.every((lead) => lead.claims === 1 && !lead.held)).toBe(true);
    expect(events.filter((event) => event.kind === 'done')).toHaveLength(37);
    expect(events.reduce((sum, event) => sum + (event.kind === 'claimed' ? event.count : 0), 0)).toBe(37);
  });

  it('ends at once when there is nothing to do', async () => {
    const { desk, run } = stage(0);
    await run(async () => 'never');
    expect(desk.claimSizes).toHaveLength(1);
  });

  it.each([
    [4, 2],
    [4, 50],
    [2, 50],
  ])(
    'fills a window of %d again while some are still in work, claiming at most %d',
    async (window, claimSize) => {
      const { desk, run } = stage(12, { window, claimSize });
      const open: (() => void)[] = [];
      const begun: number[] = [];
      const running = run(async (lead) => {
        begun.push(lead.id);
        await new Promise<void>((resolve) => {
          open[lead.id] = resolve;
        });
        return 'ok';
      });
      await vi.waitFor(() => expect(begun).toHaveLength(window));
      // The last one stays in work while the others end: their places must be taken, not stay empty until it ends too.
      for (const id of begun.slice(0, window - 1)) open[id]!();
      await vi
        .waitFor(() => expect(begun.length).toBeGreaterThan(window), { timeout: 3000 })
        .finally(() => {
          const letAllGo = setInterval(() => {
            for (const one of open) one?.();
          }, 1);
          return running.finally(() => clearInterval(letAllGo));
        });
      expect(desk.count('done')).toBe(12);
    },
  );

  it('never has more in hand than the window', async () => {
    const { seen, run } = stage(100, { window: 7, claimSize: 100 });
    await run(async () => {
      await turn();
      return 'ok';
    });
    expect(seen.most).toBe(7);
  });

  it.each([1, 7, 12, 100])('takes on at most %d leads when limited so', async (limit) => {
    const { desk, run } = stage(20, { limit });
    await run(async () => {
      await turn();
      return 'ok';
    });
    expect(desk.count('done')).toBe(Math.min(20, limit));
    expect(desk.leads.filter((lead) => lead.claims > 0)).toHaveLength(Math.min(20, limit));
    expect(desk.leads.some((lead) => lead.held)).toBe(false);
  });

  it('settles failures as the retry policy says, and lets the others through', async () => {
    const { desk, events, run } = stage(6);
    await run(async (lead) => {
      if (lead.id === 2) throw new GiveUp('profile_not_found', 'nobody there');
      if (lead.id === 4) throw new RetryLater('run_failed', 'actor failed');
      return 'ok';
    });
    expect(desk.count('done')).toBe(4);
    expect(desk.leads[1]!.failure).toEqual({
      code: 'profile_not_found',
      message: 'nobody there',
      retryable: false,
      retryInMs: 0,
    });
    expect(desk.leads[3]!.failure).toEqual({
      code: 'run_failed',
      message: 'actor failed',
      retryable: true,
      retryInMs: 22_500,
    });
    expect(
      events
        .filter((event) => event.kind === 'failed')
        .map((event) => event.kind === 'failed' && event.code)
        .sort(),
    ).toEqual(['profile_not_found', 'run_failed']);
  });

  it('takes a failed lead again when it falls due before the rest is done', async () => {
    const { desk, clock, run } = stage(2, { window: 2, claimSize: 2 });
    let release!: () => void;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const settle = desk.settle.bind(desk);
    desk.settle = async (settlements) => {
      await settle(settlements);
      clock.pass(60_000);
    };
    await run(async (lead) => {
      if (lead.id === 1) {
        if (lead.failedAttempts > 0) {
          release();
          return 'at last';
        }
        throw new RetryLater('rate_limited', 'later');
      }
      await slow;
      return 'ok';
    });
    expect(desk.leads.map((lead) => [lead.status, lead.claims])).toEqual([
      ['done', 2],
      ['done', 1],
    ]);
  });

  it('does not wait for a failed lead that is not due when all else is done', async () => {
    const { desk, run } = stage(1);
    await run(async () => {
      throw new RetryLater('rate_limited', 'later');
    });
    expect(desk.leads[0]).toMatchObject({ status: 'failed', claims: 1 });
  });

  it('gives all leads back and fails none when the run must stop', async () => {
    const { desk, halt, run } = stage(40);
    const reason = new StopRun('account', 'no_credit', 'no credit', 'pay');
    await expect(
      run(async (lead) => {
        await turn();
        if (lead.id === 3) throw reason;
        if (halt.reason !== null) throw halt.reason;
        await turn();
        halt.throwIfStopped();
        return 'ok';
      }),
    ).rejects.toBe(reason);
    expect(desk.count('failed')).toBe(0);
    expect(desk.leads.some((lead) => lead.held)).toBe(false);
    expect(desk.leads.find((lead) => lead.id === 3)).toMatchObject({ status: 'waiting' });
    expect(desk.leads.filter((lead) => lead.claims > 0).length).toBeLessThanOrEqual(15);
  });

  it('settles what was finished when it stopped', async () => {
    const { desk, halt, run } = stage(3, { window: 3, claimSize: 3 });
    await expect(
      run(async (lead) => {
        if (lead.id === 1) halt.stop(new StopRun('interrupted', 'sigint', 'stopped', 'again'));
        await turn();
        return 'ok';
      }),
    ).rejects.toMatchObject({ code: 'sigint' });
    expect(desk.count('done')).toBe(3);
  });

  it('claims nothing once it has been stopped', async () => {
    const { desk, halt, run } = stage(3);
    halt.stop(new StopRun('interrupted', 'sigint', 'stopped', 'again'));
    await expect(run(async () => 'ok')).rejects.toMatchObject({ code: 'sigint' });
    expect(desk.claimSizes).toEqual([]);
  });

  it('does not begin with leads whose claim was answered after the stop', async () => {
    const { desk, halt, run, seen } = stage(3);
    desk.onClaim = () => halt.stop(new StopRun('interrupted', 'sigint', 'stopped', 'again'));
    await expect(run(async () => 'ok')).rejects.toMatchObject({ code: 'sigint' });
    expect(seen.most).toBe(0);
    expect(desk.leads.some((lead) => lead.held)).toBe(false);
  });

  it('ends with a bug, after giving back what it held', async () => {
    const { desk, run } = stage(30);
    const bug = new TypeError('oops');
    await expect(
      run(async (lead) => {
        await turn();
        if (lead.id === 2) throw bug;
        return 'ok';
      }),
    ).rejects.toBe(bug);
    expect(desk.leads.some((lead) => lead.held)).toBe(false);
    expect(desk.count('failed')).toBe(0);
  });

  it('stops when the desk cannot be reached any more', async () => {
    const { desk, run } = stage(8);
    const gone = new StopRun('database', 'database_unreachable', 'gone', 'look');
    desk.settle = async () => {
      throw gone;
    };
    await expect(run(async () => 'ok')).rejects.toBe(gone);
  });

  it('finishes what is in hand when the desk cannot be reached for the next claim', async () => {
    const { desk, run } = stage(8, { window: 4, claimSize: 2 });
    const gone = new StopRun('database', 'database_unreachable', 'gone', 'look');
    let claims = 0;
    desk.onClaim = () => {
      claims += 1;
      if (claims === 2) throw gone;
    };
    let working = 0;
    await expect(
      run(async () => {
        working += 1;
        await turn();
        await turn();
        working -= 1;
        return 'ok';
      }),
    ).rejects.toBe(gone);
    expect(working).toBe(0);
    expect(desk.leads.some((lead) => lead.held)).toBe(false);
  });

  it('renews the leases of what it has in hand', async () => {
    const { desk, run } = stage(1, { leaseSeconds: 0.03 });
    let renewedToo = 0;
    const more = stage(1, {
      leaseSeconds: 0.03,
      onRenew: async () => {
        renewedToo += 1;
      },
    });
    for (const one of [{ desk, run }, more]) {
      await one.run(async () => {
        while (one.desk.renewals < 3) await new Promise((resolve) => setTimeout(resolve, 2));
        return 'ok';
      });
    }
    expect(renewedToo).toBeGreaterThanOrEqual(3);
  });

  it('survives a renewal that fails', async () => {
    const { desk, run } = stage(1, { leaseSeconds: 0.03 });
    let tried = 0;
    desk.renew = async () => {
      tried += 1;
      throw new Error('for a moment');
    };
    await run(async () => {
      while (tried < 2) await new Promise((resolve) => setTimeout(resolve, 2));
      return 'ok';
    });
    expect(desk.count('done')).toBe(1);
  });
});
