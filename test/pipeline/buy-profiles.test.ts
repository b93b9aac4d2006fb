import { describe, expect, it } from 'vitest';
import { RetryLater, StopRun } from '../../src/domain/errors.ts';
import { Profiles } from '../../src/pipeline/buy-profiles.ts';
import type { ScrapeTarget } from '../../src/ports/profile-scraper.ts';
import { contentHash } from '../../src/support/hash.ts';
import { MemoryProfileStore, MemoryRunLedger } from '../support/in-memory-stores.ts';
import { profile, scraped } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { onBehalfOf, paidCalls, RUN_PRICE, ScriptedScraper, target } from '../support/scripted-services.ts';

const DAY_MS = 86_400_000;

function profiles(limits: Partial<ScriptedScraper['limits']> = {}, maxCostUsd: number | null = null) {
  const paid = paidCalls(maxCostUsd);
  const scraper = new ScriptedScraper(limits);
  const ledger = new MemoryRunLedger(() => paid.clock.now());
  const store = new MemoryProfileStore(() => paid.clock.now());
  const process = () =>
    new Profiles({
      scraper,
      ledger,
      store,
      calls: paid.calls,
      price: RUN_PRICE,
      cacheDays: 30,
      describe: (own) => ({
        text: own.fullName ?? '',
        textHash: contentHash(own.fullName ?? ''),
        textCut: false,
      }),
    });
  const own = process();
  const get = (person: string | ScrapeTarget, lead = 1) =>
    own.get(typeof person === 'string' ? target(person) : person, onBehalfOf(lead));
  const starts = () => scraper.log.filter((entry) => entry.startsWith('start'));
  return { ...paid, scraper, ledger, store, own, process, get, starts };
}

const codes = async (work: Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) =>
    one.status === 'fulfilled' ? 'ok' : (one.reason as { code: string }).code,
  );

describe('profiles', () => {
  it('come from one run for several people, and from the cache after that', async () => {
    const { get, starts, clock } = profiles();
    const [a, b] = await Promise.all([get('a', 1), get('b', 2)]);
    expect([a!.profile.fullName, b!.profile.fullName]).toEqual(['a', 'b']);
    expect([a!.fromCache, b!.fromCache]).toEqual([false, false]);
    expect(starts()).toEqual(['start in:a,in:b']);
    clock.pass(29 * DAY_MS);
    expect(await get('a', 3)).toMatchObject({ fromCache: true, profileId: a!.profileId });
    expect(starts()).toHaveLength(1);
    clock.pass(2 * DAY_MS);
    expect(await get('a', 4)).toMatchObject({ fromCache: false });
    expect(starts()).toHaveLength(2);
  });

  it('of people in a run of another process are waited for, and come from the cache', async () => {
    const { get, starts, ledger, store, clock } = profiles();
    ledger.elsewhere.add('in:b');
    const both = Promise.all([get('a', 1), get('b', 2)]);
    while (clock.sleeps.length < 3) await new Promise((resolve) => setImmediate(resolve));
    await store.save('network', 'actor', [scraped({ vanity: 'b' }, { fullName: 'b' })]);
    const [a, b] = await both;
    expect([a.fromCache, b.fromCache]).toEqual([false, true]);
    expect(starts()).toEqual(['start in:a']);
  });

  it('of people in a run whose process died are collected from it', async () => {
    const { get, starts, ledger, scraper, clock } = profiles();
    ledger.elsewhere.add('in:b');
    const waiting = get('b');
    while (clock.sleeps.length < 2) await new Promise((resolve) => setImmediate(resolve));
    scraper.runs.set('their-run', [target('b')]);
    ledger.leaveBehind('scripted', 'actor', [target('b')], 'their-run');
    expect(await waiting).toMatchObject({ profile: { fullName: 'b' } });
    expect(starts()).toEqual([]);
  });

  it('of people who are to stay forgotten are not asked for, and not handed out when a run brings them', async () => {
    const { get, starts, ledger, store, scraper } = profiles();
    ledger.forgotten.add('in:forgotten');
    scraper.outcomeOf = ({ publicIdentifier }) => ({
      kind: 'profile',
      profile: profile({ publicIdentifier: publicIdentifier === 'alias' ? 'found-out' : publicIdentifier }),
    });
    store.forgotten.add('in:found-out');
    expect(await codes([get('forgotten', 1), get('alias', 2), get('a', 3)])).toEqual([
      'forgotten',
      'forgotten',
      'ok',
    ]);
    expect(starts()).toEqual(['start in:alias,in:a']);
  });

  it('of forgotten people that a dead process asked for are not handed out either', async () => {
    const { get, starts, ledger, store, scraper } = profiles();
    scraper.runs.set('their-run', [target('b')]);
    ledger.leaveBehind('scripted', 'actor', [target('b')], 'their-run');
    store.forgotten.add('in:b');
    expect(await codes([get('b')])).toEqual(['forgotten']);
    expect(starts()).toEqual([]);
  });

  it('are fetched once for a person asked for twice at once', async () => {
    const { get, starts } = profiles({ targetsPerRun: 1 });
    await Promise.all([get('a', 1), get('a', 2)]);
    expect(starts()).toEqual(['start in:a']);
  });

  it('are fetched once for a person asked for twice at once under different spellings', async () => {
    const { get, starts } = profiles({ targetsPerRun: 1 });
    const both = { ...target('a'), memberUrn: memberId(77) };
    await Promise.all([get(both, 1), get('a', 2)]);
    expect(starts()).toHaveLength(1);
  });

  it('keep every place busy with batches that roll', async () => {
    const { get, scraper } = profiles({ targetsPerRun: 2, parallelRuns: 3 });
    await Promise.all(Array.from({ length: 20 }, (_, number) => get(`p${number}`, number)));
    expect(scraper.mostRunning).toBe(3);
    expect(scraper.runs.size).toBe(10);
  });

  it('that the service calls gone are not asked for again for 14 days', async () => {
    const { get, scraper, starts, clock } = profiles();
    scraper.outcomeOf = () => ({ kind: 'gone', message: 'no such profile' });
    await expect(get('a')).rejects.toMatchObject({ code: 'profile_not_found' });
    clock.pass(13 * DAY_MS);
    await expect(get('a')).rejects.toMatchObject({ code: 'profile_not_found' });
    expect(starts()).toHaveLength(1);
    clock.pass(2 * DAY_MS);
    await expect(get('a')).rejects.toMatchObject({ code: 'profile_not_found' });
    expect(starts()).toHaveLength(2);
  });

  it('are missing only after two runs that had nothing', async () => {
    const { get, scraper, starts } = profiles();
    let asked = 0;
    scraper.outcomeOf = (person) => {
      if (person.publicIdentifier === 'there')
        return { kind: 'profile', profile: profile({ publicIdentifier: 'there' }) };
      if (person.publicIdentifier === 'late') {
        asked += 1;
        if (asked === 2) return { kind: 'profile', profile: profile({ publicIdentifier: 'late' }) };
      }
      return { kind: 'nothing', message: 'no item' };
    };
    expect(await codes([get('there', 1), get('late', 2), get('never', 3)])).toEqual([
      'ok',
      'ok',
      'profile_not_found',
    ]);
    expect(starts()).toEqual(['start in:there,in:late,in:never', 'start in:late,in:never']);
    expect(await codes([get('never', 3)])).toEqual(['profile_not_found']);
    expect(starts()).toHaveLength(2);
  });

  it('of a whole run that is empty are blamed on the scraper, not on the people', async () => {
    const { get, scraper } = profiles();
    scraper.outcomeOf = () => ({ kind: 'nothing', message: 'no item' });
    expect(await codes(['a', 'b', 'c'].map((name, index) => get(name, index)))).toEqual([
      'empty_run',
      'empty_run',
      'empty_run',
    ]);
  });

  it('of a failed run are kept as far as it came, the others come later', async () => {
    const { get, scraper, ledger } = profiles();
    scraper.ended = { succeeded: false, status: 'TIMED-OUT' };
    scraper.outcomeOf = (person) =>
      person.publicIdentifier === 'a'
        ? { kind: 'profile', profile: profile({ publicIdentifier: 'a' }) }
        : { kind: 'nothing', message: '' };
    expect(await codes([get('a', 1), get('b', 2)])).toEqual(['ok', 'run_failed']);
    expect(ledger.runs).toMatchObject([{ state: 'collected' }]);
  });

  it('that are empty shells are no profiles', async () => {
    const { get, scraper, store, clock } = profiles();
    scraper.outcomeOf = () => ({
      kind: 'profile',
      profile: profile({ publicIdentifier: 'a', fullName: null, headline: null, roles: [] }),
    });
    expect(await codes([get('a')])).toEqual(['stub_profile']);
    expect(
      await store.find('network', [target('a')], {
        freshAfter: new Date(clock.now().getTime() - DAY_MS),
        goneAfter: new Date(0),
      }),
    ).toEqual([null]);
  });

  it('of the local scraper, as far as a list page tells them, do not replace whole ones', async () => {
    const { get, store, scraper } = profiles();
    Object.assign(scraper, { origin: 'local' });
    const page = (vanity: string) =>
      profile({ publicIdentifier: vanity, fullName: vanity, flags: ['from_page_only'] });
    scraper.collect = async (_runId, targets) => ({
      outcomes: targets.map(({ publicIdentifier }) => ({
        kind: 'profile',
        profile: page(publicIdentifier!),
      })),
      succeeded: true,
      status: 'SUCCEEDED',
      costUsd: 0,
    });
    const [whole] = await store.save('local', 'local', [
      scraped({ vanity: 'a' }, { fullName: 'Ana', about: 'All of it' }),
    ]);
    const [a, b] = await Promise.all([get('a', 1), get('b', 2)]);
    expect(a).toMatchObject({ profileId: whole, fromCache: true, profile: { fullName: 'Ana' } });
    expect(b).toMatchObject({ fromCache: false, profile: { fullName: 'b' } });
    expect(await get('a', 3)).toMatchObject({ profileId: whole, profile: { about: 'All of it' } });
  });

  it('of the local scraper are never taken from the cache', async () => {
    const { get, scraper } = profiles();
    Object.assign(scraper, { origin: 'local' });
    await get('a', 1);
    await get('a', 2);
    expect(scraper.log.filter((entry) => entry.startsWith('collect'))).toHaveLength(2);
  });
});

describe('runs left behind', () => {
  it('are collected before anything is started for their people', async () => {
    const { get, scraper, ledger } = profiles();
    scraper.runs.set('run-9', [target('a')]);
    ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9');
    const [a, b] = await Promise.all([get('a', 1), get('b', 2)]);
    expect(a!.profile.fullName).toBe('a');
    expect(b!.profile.fullName).toBe('b');
    expect(scraper.log.filter((entry) => entry.startsWith('start'))).toEqual(['start in:b']);
    expect(ledger.runs.map((run) => run.state)).toEqual(['collected', 'collected']);
  });

  it('do not hold up people who are not in them', async () => {
    const { get, scraper, ledger } = profiles();
    ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9');
    let open!: () => void;
    const collect = scraper.collect.bind(scraper);
    scraper.collect = async (runId, targets) => {
      if (runId === 'run-9') {
        await new Promise<void>((resolve) => {
          open = resolve;
        });
      }
      return collect(runId, targets);
    };
    const waiting = get('a', 1);
    expect((await get('b', 2)).profile.fullName).toBe('b');
    open();
    expect((await waiting).profile.fullName).toBe('a');
  });

  it('are collected before the command ends, also when nobody asks for their people', async () => {
    const { own, scraper, ledger } = profiles();
    scraper.runs.set('run-9', [target('a')]);
    ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9');
    ledger.leaveBehind('scripted', 'actor', [target('b')], null);
    await own.collectLeftBehind();
    expect(ledger.runs.map((run) => run.state)).toEqual(['collected', 'abandoned']);
    expect((await own.get(target('a'), onBehalfOf(1))).profile.fullName).toBe('a');
    expect(scraper.log.filter((entry) => entry.startsWith('start'))).toEqual([]);
  });

  it('that cannot be had now stay for the next command', async () => {
    const { own, scraper, ledger } = profiles();
    ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9');
    scraper.collects.push(...Array.from({ length: 5 }, () => new RetryLater('server_error', 'five hundred')));
    await own.collectLeftBehind();
    expect(ledger.runs).toMatchObject([{ state: 'started', owned: false }]);
  });

  it('by this process, because they could not be read, are taken over again before their people are asked for again', async () => {
    const { get, scraper, starts } = profiles();
    scraper.collects.push(...Array.from({ length: 5 }, () => new RetryLater('server_error', 'five hundred')));
    expect(await codes([get('a')])).toEqual(['run_unreachable']);
    expect((await get('a')).profile.fullName).toBe('a');
    expect(starts()).toHaveLength(1);
    expect(scraper.runs.size).toBe(1);
  });

  it('that stay unreadable for a while are tried again each time their people come up', async () => {
    const { get, scraper, ledger, starts } = profiles();
    scraper.runs.set('run-9', [target('a')]);
    ledger.leaveBehind('scripted', 'actor', [target('a')], 'run-9');
    scraper.collects.push(
      ...Array.from({ length: 10 }, () => new RetryLater('server_error', 'five hundred')),
    );
    expect(await codes([get('a')])).toEqual(['run_unreachable']);
    expect(await codes([get('a')])).toEqual(['run_unreachable']);
    expect(scraper.log.filter((entry) => entry === 'collect run-9')).toHaveLength(10);
    expect(await codes([get('a')])).toEqual(['ok']);
    expect(starts()).toEqual([]);
  });

  it('are not started twice when a process dies between start and results', async () => {
    const { get, process, scraper, ledger, starts, halt } = profiles();
    // The first process is cut off while it waits; its runs come free.
    let cut!: (error: Error) => void;
    scraper.gate = new Promise((_, reject) => {
      cut = reject;
    });
    scraper.gate.catch(() => {});
    const first = codes([get('a', 1), get('b', 2)]);
    while (scraper.running === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    cut(new Error('the process is gone'));
    await first;
    expect(halt.reason).toBeNull();
    for (const run of ledger.runs) run.owned = false;
    scraper.gate = Promise.resolve();
    const second = process();
    const again = await Promise.all(
      ['a', 'b'].map((name, index) => second.get(target(name), onBehalfOf(index))),
    );
    expect(again.map((one) => one.profile.fullName)).toEqual(['a', 'b']);
    expect(starts()).toHaveLength(1);
  });
});

describe('a budget', () => {
  it('stops before the run that could pass it', async () => {
    const { get, halt, starts, budget } = profiles({ targetsPerRun: 1 }, 0.03);
    const results = await codes(['a', 'b', 'c', 'd'].map((name, index) => get(name, index)));
    expect(results.filter((code) => code === 'ok').length).toBe(2);
    expect(results.filter((code) => code === 'max_cost_reached').length).toBe(2);
    expect(starts()).toHaveLength(2);
    expect(budget.spentUsd).toBeLessThanOrEqual(0.03);
    expect(halt.reason).toBeInstanceOf(StopRun);
  });
});
