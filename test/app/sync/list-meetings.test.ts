import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ListRequest, listMeetings } from '../../../src/app/sync/list-meetings.ts';
import type { CallSource } from '../../../src/ports/call-source.ts';
import { createFathomMeetings } from '../../../src/providers/fathom-meetings.ts';
import { failureOf } from '../../providers/failure-of.ts';
import { type FathomSimulator, startFathomSimulator } from '../../simulators/fathom.ts';
import { inventedMeeting, inventedMeetings } from '../../support/invented-meetings.ts';
import { paidCalls } from '../../support/scripted-services.ts';
import { silentCall } from '../../support/silent-call.ts';

let simulator: FathomSimulator;
let command: ReturnType<typeof paidCalls>;
beforeEach(async () => {
  simulator = await startFathomSimulator({ meetings: inventedMeetings() });
  command = paidCalls();
});
afterEach(() => simulator.close());

const list = (more: Partial<ListRequest> = {}) => {
  const { calls } = command;
  const source = createFathomMeetings({
    ...simulator,
    fetch,
    onAllowance: (allowance) => calls.paceOf('fathom', 'meetings').allow(allowance),
  });
  return listMeetings(source, calls, { clientId: 1, since: null, domains: [], ids: null, ...more });
};

describe('listing meetings', () => {
  it('goes through all pages, and each call is in the books, free of charge', async () => {
    const { meetings, unreadable } = await list();
    expect([meetings.length, unreadable]).toEqual([24, 1]);
    await command.calls.recorded();
    expect(
      command.usage.attempts.map(({ provider, stage, model, outcome, costUsd }) => [
        provider,
        stage,
        model,
        outcome,
        costUsd,
      ]),
    ).toEqual(Array.from({ length: 3 }, () => ['fathom', 'sync-icp', 'meetings', 'ok', 0]));
  });

  it('ends with the page that has the last of those asked for', async () => {
    const { meetings } = await list({ ids: ['1024', '1020'] });
    expect([simulator.calls.total, meetings.length]).toEqual([1, 10]);
  });

  it('takes a meeting once when pages shift while they are read', async () => {
    const source = createFathomMeetings({ ...simulator, fetch, onAllowance: () => {} });
    const shifting: typeof source = {
      ...source,
      page: async (...asked) => {
        const page = await source.page(...asked);
        simulator.meetings.unshift(inventedMeeting(100 + simulator.calls.total));
        return page;
      },
    };
    const { meetings } = await listMeetings(shifting, command.calls, {
      clientId: 1,
      since: null,
      domains: [],
      ids: null,
    });
    expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
    expect(meetings.length).toBe(24);
  });

  it('waits as long as Fathom says, and no longer than it tries', async () => {
    simulator.faults.queue('meetings', 'rate_limited', 'server_error', 'lost_request');
    expect((await list()).meetings).toHaveLength(24);
    expect(Math.max(...command.clock.sleeps)).toBeGreaterThan(55_000);
    expect(simulator.calls.total).toBe(6);
  });

  it('outlasts the window of a minute where Fathom does not say how long it is', async () => {
    const faults = Array.from({ length: 4 }, () => 'rate_limited_without_header' as const);
    simulator.faults.queue('meetings', ...faults);
    expect((await list()).meetings).toHaveLength(24);
    expect(command.clock.sleeps.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(60_000);
  });

  it('ends with an error when pages go on without anything new, and not when some are empty', async () => {
    let asked = 0;
    const going = (callsOf: (page: number) => readonly number[]): CallSource => ({
      provider: 'fathom',
      model: 'meetings',
      page: async () => {
        asked += 1;
        const calls = callsOf(asked).map((index) => silentCall(String(index)));
        return { calls, unreadable: 0, next: asked === 100 ? null : `cursor ${asked}` };
      },
    });
    const request = { clientId: 1, since: null, domains: [], ids: null };
    const repeating = listMeetings(
      going(() => [1]),
      command.calls,
      request,
    );
    expect(await failureOf(repeating)).toMatchObject({ kind: 'stop: unavailable', code: 'endless_pages' });
    expect(asked).toBe(21);
    asked = 0;
    const sparse = await listMeetings(
      going((page) => (page % 19 === 0 ? [page] : [])),
      command.calls,
      request,
    );
    expect(sparse.meetings).toHaveLength(5);
  });

  it('waits before a call for which nothing is left', async () => {
    await simulator.close();
    simulator = await startFathomSimulator({
      meetings: inventedMeetings(),
      limit: { calls: 2, windowSeconds: 1 },
    });
    // The simulator's clock is the real one.
    const { clock } = command;
    const sleep = clock.sleep.bind(clock);
    clock.sleep = async (ms, signal) => {
      await new Promise((wake) => setTimeout(wake, ms));
      await sleep(ms, signal);
    };
    await list();
    expect(simulator.calls.total).toBe(3);
    expect(clock.sleeps).toEqual([1000]);
  });

  it.each([
    [
      'the same page again and again',
      ['same_cursor', 'same_cursor', 'same_cursor'],
      'stop: unavailable',
      'endless_pages',
    ],
    [
      'a service that stays away',
      Array.from({ length: 5 }, () => 'server_error'),
      'stop: unavailable',
      'server_error',
    ],
    ['a request that is refused', ['bad_request'], 'stop: configuration', 'invalid_request'],
    ['a key that is refused', ['unauthorized'], 'stop: configuration', 'invalid_api_key'],
  ] as const)('%s ends it', async (_, faults, kind, code) => {
    simulator.faults.queue('meetings', ...(faults as readonly 'server_error'[]));
    expect(await failureOf(list())).toMatchObject({ kind, code });
  });
});
