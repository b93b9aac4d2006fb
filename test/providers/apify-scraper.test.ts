import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Prices } from '../../src/config/prices.ts';
import { GiveUp, RetryLater, StopRun } from '../../src/domain/errors.ts';
import type { ScrapeTarget } from '../../src/ports/profile-scraper.ts';
import { apifyActorNames } from '../../src/providers/apify-actors.ts';
import { apifyInput, apifyInputKey } from '../../src/providers/apify-input.ts';
import { apifyRunCapUsd } from '../../src/providers/apify-price.ts';
import { type ApifyScraperOptions, createApifyScraper } from '../../src/providers/apify-scraper.ts';
import { profileScraperContract } from '../contracts/profile-scraper.ts';
import {
  type ApifyFault,
  type ApifySimulator,
  type ApifySimulatorOptions,
  startApifySimulator,
} from '../simulators/apify.ts';
import { simulatedMemberUrn, supremeCoderItem } from '../simulators/apify-items.ts';
import { REFUSAL_ITEM, type RunFault, type SimulatedAnswer } from '../simulators/apify-runs.ts';

const SUPREME_CODER = 'yZnhB5JewWf9xSmoM';
const never = new AbortController().signal;

function target(vanity: string, memberUrn: string | null = null): ScrapeTarget {
  const url = `https://www.linkedin.com/in/${vanity}`;
  return { url, publicIdentifier: vanity, memberUrn, name: null, headline: null };
}
const [ana, ben, cleo] = [target('ana-brandt'), target('ben-okoro'), target('cleo-marsh')];
const everyone = [ana, ben, cleo];

/** Everybody has a profile, save those whose names say otherwise. */
function profiles(name: string): SimulatedAnswer {
  if (name.startsWith('gone')) return 'gone';
  if (name.startsWith('missing')) return 'missing';
  if (name.startsWith('stub')) return { firstName: '', positions: [] };
  return supremeCoderItem({ vanity: name, headline: `headline of ${name}` });
}

let simulator: ApifySimulator;
async function simulate(options: Partial<ApifySimulatorOptions> = {}): Promise<void> {
  await simulator?.close();
  simulator = await startApifySimulator({ profiles, ...options });
}
beforeEach(() => simulate());
afterEach(() => simulator.close());

const listPrice = (actor: string) => new Prices().ofActor(apifyActorNames(actor));

function scraperOf(options: Partial<ApifyScraperOptions> = {}, service = simulator) {
  return createApifyScraper({
    token: service.token,
    baseUrl: service.url,
    actor: SUPREME_CODER,
    price: listPrice(options.actor ?? SUPREME_CODER),
    targetsPerRun: 5,
    parallelRuns: 20,
    now: () => new Date(),
    sleep: (ms, signal) => wait(ms, undefined, { signal }),
    pollMs: 2,
    ...options,
  });
}

async function run(targets: readonly ScrapeTarget[], scraper = scraperOf()) {
  const { runId } = await scraper.start(targets, never);
  return scraper.collect(runId, targets, never);
}

const summary = (outcomes: Awaited<ReturnType<typeof run>>['outcomes']) =>
  outcomes.map((outcome) => (outcome.kind === 'profile' ? outcome.profile.publicIdentifier : outcome.kind));

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  );

profileScraperContract('the Apify scraper', async () => {
  const own = await startApifySimulator({ profiles });
  return {
    scraper: scraperOf({}, own),
    found: everyone,
    missing: [target('missing-person')],
    close: own.close,
  };
});

describe('what a run is asked for', () => {
  it.each<[string, Record<string, unknown>]>([
    [SUPREME_CODER, { urls: everyone.map(({ url }) => ({ url })) }],
    ['supreme_coder/linkedin-profile-scraper', { urls: everyone.map(({ url }) => ({ url })) }],
    ['somebody~unknown-actor', { urls: everyone.map(({ url }) => ({ url })) }],
    ['2SyF0bVxmgGr8IVCZ', { profileUrls: everyone.map(({ url }) => url) }],
    ['dev_fusion~linkedin-profile-scraper', { profileUrls: everyone.map(({ url }) => url) }],
    ['harvestapi/linkedin-profile-scraper', { urls: everyone.map(({ url }) => url) }],
    [
      'apimaestro/linkedin-profile-batch-scraper-no-cookies-required',
      { usernames: ['ana-brandt', 'ben-okoro', 'cleo-marsh'] },
    ],
  ])('%s gets its own input, and a cap on what it may charge', async (actor, input) => {
    const collected = await run(everyone, scraperOf({ actor }));
    expect(simulator.runs).toHaveLength(1);
    expect(simulator.runs[0]).toMatchObject({ actor: actor.replace('/', '~'), input, maxItems: 3 });
    expect(simulator.runs[0]?.maxTotalChargeUsd).toBe(apifyRunCapUsd(listPrice(actor), 3));
    expect(collected.outcomes).toHaveLength(3);
  });

  it('crosses the size from which the SDK compresses', async () => {
    const many = Array.from({ length: 40 }, (_, i) => target(`person-with-a-long-name-${i}`));
    const collected = await run(many, scraperOf({ targetsPerRun: 40 }));
    expect(simulator.calls.of('compressed')).toBe(1);
    expect(summary(collected.outcomes)).toEqual(many.map((one) => one.publicIdentifier));
  });

  it('the cap leaves room for half as much again as the listed price, to the last item', () => {
    expect(apifyRunCapUsd(listPrice(SUPREME_CODER), 5)).toBe(0.0255);
    expect(apifyRunCapUsd(listPrice('dev_fusion/linkedin-profile-scraper'), 3)).toBe(0.045);
    expect(listPrice('harvestapi~linkedin-profile-scraper')?.profileUsd).toBe(0.004);
    expect(listPrice(SUPREME_CODER)?.startUsd).toBe(0.002);
    expect(listPrice('somebody/unknown')).toBeNull();
    expect(apifyRunCapUsd(listPrice('somebody/unknown'), 5)).toBeGreaterThan(
      apifyRunCapUsd(listPrice(SUPREME_CODER), 5),
    );
    for (let profiles = 1; profiles <= 200; profiles++) {
      expect(apifyRunCapUsd(listPrice(SUPREME_CODER), profiles)).toBeGreaterThanOrEqual(
        1.5 * (0.002 + 0.003 * profiles) - 1e-9,
      );
    }
  });

  it('the input tells for whom a run was started, in any shape, spelling and order', () => {
    const key = apifyInputKey(apifyInput(SUPREME_CODER, everyone));
    expect(apifyInputKey(apifyInput('dev_fusion/linkedin-profile-scraper', everyone.toReversed()))).toBe(key);
    expect(apifyInputKey({ urls: [ana, ben, cleo].map(({ url }) => `${url.toUpperCase()}/?trk=x`) })).toBe(
      key,
    );
    expect(apifyInputKey(apifyInput(SUPREME_CODER, [ana, ben]))).not.toBe(key);
    for (const odd of [null, 3, 'x', {}, { urls: 3 }, { urls: [null, 3, {}] }])
      expect(apifyInputKey(odd)).toBe('');
  });
});

describe('what a run says of its targets', () => {
  it('profiles, gone, nothing, stubs', async () => {
    const collected = await run([
      target('gone-girl'),
      ana,
      target('missing-man'),
      target('stub-person'),
      ben,
    ]);
    expect(summary(collected.outcomes)).toEqual(['gone', 'ana-brandt', 'nothing', 'failed', 'ben-okoro']);
    expect(collected).toMatchObject({ succeeded: true, status: 'SUCCEEDED' });
    expect(collected.costUsd).toBeCloseTo(simulator.billedUsd(), 9);
  });

  it.each<NonNullable<RunFault['items']>>(['shuffled', 'duplicated', 'without_echo'])(
    'items %s',
    async (items) => {
      simulator.runFaults.queue('run', { items });
      expect(summary((await run(everyone)).outcomes)).toEqual(everyone.map((one) => one.publicIdentifier));
    },
  );

  it('an empty dataset of a run that succeeded', async () => {
    simulator.runFaults.queue('run', { items: 'empty' });
    const collected = await run(everyone);
    expect(collected.succeeded).toBe(true);
    expect(summary(collected.outcomes)).toEqual(['nothing', 'nothing', 'nothing']);
  });

  it.each<NonNullable<RunFault['status']>>(['FAILED', 'TIMED-OUT', 'ABORTED'])(
    'what a run that %s had produced',
    async (status) => {
      simulator.runFaults.queue('run', { status, itemsPushed: 1, runMs: 20 });
      const collected = await run(everyone);
      expect(collected).toMatchObject({ succeeded: false, status });
      expect(summary(collected.outcomes)).toEqual(['ana-brandt', 'failed', 'failed']);
      expect(collected.outcomes[1]).toMatchObject({ message: expect.stringContaining(status) });
    },
  );

  it('a run stopped by its cap says so', async () => {
    await simulate({ pricePerProfileUsd: 0.008 });
    const collected = await run(everyone);
    expect(summary(collected.outcomes)).toEqual(['ana-brandt', 'failed', 'failed']);
    expect(collected.outcomes[2]).toMatchObject({ message: expect.stringContaining('max charge reached') });
    expect(simulator.billedUsd()).toBeLessThanOrEqual(apifyRunCapUsd(listPrice(SUPREME_CODER), 3));
  });

  it('a refusal in the place of results stops everything; beside results it does not', async () => {
    simulator.runFaults.queue('run', { items: 'refusal' });
    const error = await caught(run(everyone));
    expect(error).toBeInstanceOf(StopRun);
    expect(error).toMatchObject({
      reason: 'account',
      code: 'actor_refused',
      message: expect.stringContaining('free Apify plan'),
    });

    await simulate({ profiles: (name) => (name === 'ben-okoro' ? { ...REFUSAL_ITEM } : profiles(name)) });
    simulator.runFaults.queue('run', { items: 'without_echo' });
    expect(summary((await run([ana, ben])).outcomes)).toEqual(['ana-brandt', 'nothing']);
  });

  it('reads items that show late, once more and not for ever', async () => {
    simulator.faults.queue('items', { kind: 'no_items' });
    expect(summary((await run(everyone)).outcomes)).toEqual(everyone.map((one) => one.publicIdentifier));
    expect(simulator.calls.of('items')).toBe(2);
    await run([target('missing-man')]);
    expect(simulator.calls.of('items')).toBe(4);
  });

  it('reads every page of a large dataset', async () => {
    const many = Array.from({ length: 600 }, (_, i) => target(`person-${i}`));
    const collected = await run(many, scraperOf({ targetsPerRun: 600 }));
    expect(collected.outcomes.every((outcome) => outcome.kind === 'profile')).toBe(true);
    expect(simulator.calls.of('items')).toBe(3);
  });

  it('two targets that are one person', async () => {
    const urn = simulatedMemberUrn(48_210_377);
    await simulate({ profiles: () => supremeCoderItem({ vanity: 'ana-brandt', memberUrn: urn }) });
    const byUrn = { ...target(urn, urn), publicIdentifier: null };
    expect(summary((await run([byUrn, ana])).outcomes)).toEqual(['ana-brandt', 'ana-brandt']);
  });
});

describe('waiting', () => {
  it('until the run ends, through every state, without the SDK’s own polling', async () => {
    await simulate({ runMs: 150, waitCapMs: 30 });
    const collected = await run([ana]);
    expect(collected.status).toBe('SUCCEEDED');
    expect(simulator.calls.of('run')).toBeGreaterThan(2);
  });

  it('a run that is not there yet is waited for', async () => {
    const missing: ApifyFault = { kind: 'error', status: 404, type: 'record-not-found' };
    simulator.faults.queue('run', missing, missing, missing);
    simulator.faults.queue('items', missing);
    expect(summary((await run([ana])).outcomes)).toEqual(['ana-brandt']);
  });

  it('a run that stays missing is given up', async () => {
    let slept = 0;
    const sleep = async (ms: number) => {
      slept += ms;
    };
    const error = await caught(scraperOf({ sleep, pollMs: 1000 }).collect('no-such-run', [ana], never));
    expect(error).toBeInstanceOf(GiveUp);
    expect(error).toMatchObject({ code: 'run_not_found' });
    expect(slept).toBeGreaterThanOrEqual(4000);
    expect(slept).toBeLessThanOrEqual(10_000);
  });

  it('a run that never ends is left for later', async () => {
    await simulate({ runMs: 60_000, waitCapMs: 1 });
    let minutes = 0;
    const now = () => new Date(Date.UTC(2026, 10, 2) + 60_000 * minutes++);
    const { runId } = await scraperOf().start([ana], never);
    const error = await caught(scraperOf({ now }).collect(runId, [ana], never));
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ code: 'run_still_going' });
  });

  it('ends at once when told to', async () => {
    await simulate({ runMs: 60_000, waitCapMs: 60_000 });
    const scraper = scraperOf();
    const { runId } = await scraper.start([ana], never);
    const stop = new AbortController();
    const collecting = caught(scraper.collect(runId, [ana], stop.signal));
    await vi.waitFor(() => expect(simulator.calls.of('run')).toBe(1));
    const reason = new StopRun('interrupted', 'interrupted', 'Ctrl-C', 'Run it again.');
    stop.abort(reason);
    expect(await collecting).toBe(reason);
  });

  it('breaks off the request itself, which would otherwise keep the process alive', async () => {
    let [opened, closed] = [0, 0];
    const silent = createServer((request) => {
      opened += 1;
      request.socket.once('close', () => {
        closed += 1;
      });
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const stop = new AbortController();
    const collecting = caught(scraperOf({ baseUrl }).collect('some-run', [ana], stop.signal));
    await vi.waitFor(() => expect(opened).toBe(1));
    stop.abort(new Error('told to stop'));
    await collecting;
    await vi.waitFor(() => expect(closed).toBe(1));
    silent.close();
  });

  it('another process collects what a first one started', async () => {
    await simulate({ runMs: 50 });
    const { runId } = await scraperOf().start(everyone, never);
    const collected = await scraperOf().collect(runId, everyone, never);
    expect(summary(collected.outcomes)).toEqual(everyone.map((one) => one.publicIdentifier));
    expect(simulator.runs).toHaveLength(1);
  });
});

describe('cost', () => {
  it('is unknown while the service does not say', async () => {
    await simulate({ usage: 'missing' });
    const scraper = scraperOf();
    const { runId } = await scraper.start([ana], never);
    expect((await scraper.collect(runId, [ana], never)).costUsd).toBeNull();
    expect(await scraper.cost(runId, never)).toBeNull();
    expect(await scraper.cost('no-such-run', never)).toBeNull();
  });

  it('may rise after the end', async () => {
    await simulate({ usage: 'rising', usageSettleMs: 100 });
    const scraper = scraperOf();
    const { runId } = await scraper.start([ana], never);
    const { costUsd } = await scraper.collect(runId, [ana], never);
    expect(costUsd).toBeLessThan(simulator.billedUsd());
    await vi.waitFor(async () =>
      expect(await scraper.cost(runId, never)).toBeCloseTo(simulator.billedUsd(), 9),
    );
  });
});

describe('a start', () => {
  const lost: [string, ApifyFault, number][] = [
    ['answer lost', { kind: 'lost' }, 1],
    ['answer truncated', { kind: 'truncated' }, 1],
    ['connection dropped', { kind: 'refused' }, 0],
    ['server error', { kind: 'error', status: 500 }, 0],
    ['HTML of a gateway', { kind: 'html', status: 502 }, 0],
    ['HTML as if all were well', { kind: 'html', status: 200 }, 0],
  ];
  it.each(lost)('%s: never repeated, and said to be unconfirmed', async (_name, fault, started) => {
    simulator.faults.queue('start', fault);
    const error = await caught(scraperOf().start([ana], never));
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ code: 'start_unconfirmed' });
    expect(simulator.calls.of('start')).toBe(1);
    expect(simulator.runs).toHaveLength(started);
  });

  it('broken off in flight may have been carried out', async () => {
    simulator.faults.queue('start', { kind: 'silent' });
    const stop = new AbortController();
    const starting = caught(scraperOf().start([ana], stop.signal));
    await vi.waitFor(() => expect(simulator.runs).toHaveLength(1));
    stop.abort(new StopRun('interrupted', 'interrupted', 'Ctrl-C', 'Run it again.'));
    expect(await starting).toMatchObject({ code: 'start_unconfirmed' });
  });

  it('that never left is known not to have happened', async () => {
    const { url } = simulator;
    await simulator.close();
    const error = await caught(scraperOf({ baseUrl: url }).start([ana], never));
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ code: 'unreachable' });
    await simulate();
  });

  it('whose answer was lost is found again, by exactly its targets', async () => {
    const scraper = scraperOf();
    const since = new Date();
    const { runId: known } = await scraper.start(everyone, never);
    await scraper.start([ana, ben], never);
    simulator.faults.queue('start', { kind: 'lost' });
    await caught(scraper.start(everyone, never));
    const lostRun = simulator.runs[2]!;
    const elsewhere = scraperOf();
    expect(await elsewhere.find(everyone.toReversed(), since, new Set([known]), never)).toEqual({
      runId: lostRun.id,
    });
    expect(await elsewhere.find(everyone, since, new Set([known, lostRun.id]), never)).toBeUndefined();
    expect(await elsewhere.find([cleo], since, new Set(), never)).toBeUndefined();
    expect(
      await elsewhere.find(everyone, new Date(since.getTime() + 120_000), new Set(), never),
    ).toBeUndefined();
  });

  it('is looked for past one page of the actor’s runs, each input read once', async () => {
    const scraper = scraperOf();
    const since = new Date();
    for (let i = 0; i < 120; i++) await scraper.start([target(`person-${i}`)], never);
    expect((await scraper.find([target('person-3')], since, new Set(), never))?.runId).toBe(
      simulator.runs[3]?.id,
    );
    expect((await scraper.find([target('person-110')], since, new Set(), never))?.runId).toBe(
      simulator.runs[110]?.id,
    );
    expect(simulator.calls.of('input')).toBe(111);
  });

  it('is not declared lost when the search itself fails', async () => {
    const scraper = scraperOf();
    await scraper.start([ana], never);
    simulator.faults.queue('input', { kind: 'error', status: 500 });
    expect(await caught(scraper.find([ana], new Date(), new Set(), never))).toBeInstanceOf(RetryLater);
  });
});

describe('failures, by what they ask of us', () => {
  type Expected = [type: typeof RetryLater | typeof GiveUp | typeof StopRun, fields: Record<string, unknown>];
  const later = (code: string): Expected => [RetryLater, { code }];
  const stop = (reason: string, hint: RegExp): Expected => [
    StopRun,
    { reason, hint: expect.stringMatching(hint) },
  ];
  const refused: [number, string, string, Expected][] = [
    [
      402,
      'actor-memory-limit-exceeded',
      'By launching this job you will exceed the memory limit of 8192MB',
      later('capacity'),
    ],
    [402, 'concurrent-runs-limit-exceeded', 'your limit of 5 concurrent Actor runs', later('capacity')],
    [403, 'concurrent-runs-limit-exceeded', 'your limit of 5 concurrent Actor runs', later('capacity')],
    [
      402,
      'not-enough-usage-to-run-paid-actor',
      'you will exceed your remaining usage of $0.09',
      stop('account', /billing/),
    ],
    [403, 'platform-feature-disabled', 'Monthly usage hard limit exceeded', stop('account', /billing/)],
    [403, 'actor-is-not-rented', 'You must rent it', stop('account', /billing/)],
    [402, 'apify-plan-required-to-use-paid-actor', 'plan', stop('account', /billing/)],
    [402, 'something-new', 'pay', stop('account', /billing/)],
    [401, 'invalid-token', 'Authentication token is not valid.', stop('configuration', /APIFY_TOKEN/)],
    [401, 'user-or-token-not-found', 'User was not found', stop('configuration', /APIFY_TOKEN/)],
    [403, 'insufficient-permissions', 'no', stop('configuration', /APIFY_TOKEN/)],
    [404, 'actor-not-found', 'Actor was not found', stop('configuration', /APIFY_ACTOR/)],
    [404, 'record-not-found', 'Actor was not found', stop('configuration', /APIFY_ACTOR/)],
    [404, 'page-not-found', 'no API endpoint', stop('configuration', /APIFY_BASE_URL/)],
    [
      400,
      'invalid-input',
      'Input is not valid: Field input.profileUrls is required',
      stop('configuration', /APIFY_ACTOR/),
    ],
    [
      400,
      'invalid-input',
      'Input is not valid: urls at positions [0] are no URLs',
      [GiveUp, { code: 'invalid_request' }],
    ],
    [400, 'max-total-charge-usd-below-minimum', 'too little', stop('configuration', /ICP_SCRAPE_BATCH/)],
    [413, 'request-too-large', 'too large', [GiveUp, { code: 'request_too_large' }]],
    [429, 'rate-limit-exceeded', 'You have exceeded the rate limit', later('rate_limited')],
  ];
  it.each(refused)('start: %i %s', async (status, type, message, [kind, fields]) => {
    simulator.faults.queue('start', { kind: 'error', status, type, message });
    const error = await caught(scraperOf().start([ana], never));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject(fields);
    expect(simulator.calls.of('start')).toBe(1);
  });

  it.each<[string, ApifyFault, string]>([
    ['500', { kind: 'error', status: 500 }, 'server_error'],
    ['429', { kind: 'error', status: 429, type: 'rate-limit-exceeded' }, 'rate_limited'],
    ['HTML 502', { kind: 'html', status: 502 }, 'server_error'],
    ['HTML 200', { kind: 'html', status: 200 }, 'bad_answer'],
    ['truncated', { kind: 'truncated' }, 'bad_answer'],
    ['dropped', { kind: 'lost' }, 'connection_failed'],
  ])('collecting: %s, at every step', async (_name, fault, code) => {
    for (const route of ['run', 'items'] as const) {
      simulator.faults.queue(route, fault);
      const error = await caught(run([ana]));
      expect(error).toBeInstanceOf(RetryLater);
      expect((error as RetryLater).code).toBe(code);
    }
    expect(summary((await run([ana])).outcomes)).toEqual(['ana-brandt']);
  });

  it.each<[string, Partial<ApifyScraperOptions>, RegExp]>([
    ['no token', { token: '' }, /APIFY_TOKEN/],
    ['a token with a line break', { token: 'secret\nx' }, /APIFY_TOKEN/],
    ['no address', { baseUrl: 'not a url' }, /APIFY_BASE_URL/],
    ['credentials in the address', { baseUrl: 'http://user:secret@127.0.0.1' }, /APIFY_BASE_URL/],
  ])('settings: %s', async (_name, options, hint) => {
    const error = await caught(scraperOf(options).start([ana], never));
    expect(error).toBeInstanceOf(StopRun);
    expect(error).toMatchObject({ reason: 'configuration', hint: expect.stringMatching(hint) });
    expect(JSON.stringify([(error as Error).message, error])).not.toContain('secret');
  });

  it('the wrong token, and no message with a token in it', async () => {
    const token = 'apify_api_Wr0ngS3cret';
    const scraper = scraperOf({ token });
    const wrong = await caught(scraper.start([ana], never));
    expect(wrong).toMatchObject({ reason: 'configuration', code: 'invalid_api_key' });
    await simulator.close();
    simulator = await startApifySimulator({ profiles, token });
    for (const status of [400, 401, 402, 403, 404, 418, 500]) {
      const fault: ApifyFault = {
        kind: 'error',
        status,
        type: 'odd-type',
        message: `token ${token} \u001b[31mred`,
      };
      simulator.faults.queue('start', fault);
      const error = (await caught(scraperOf({ token }).start([ana], never))) as Error;
      expect(error.message).not.toContain(token);
      expect(error.message).not.toContain('\u001b');
    }
  });

  it('no room for another run: nothing was started', async () => {
    await simulate({ concurrentRuns: 1, runMs: 60_000 });
    await scraperOf().start([ana], never);
    expect(await caught(scraperOf().start([ben], never))).toMatchObject({ code: 'capacity' });
    expect(simulator.runs).toHaveLength(1);
  });
});

describe('quiet and lazy', () => {
  it('writes nothing to the console, whatever fails', async () => {
    const written = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    simulator.faults.queue('start', { kind: 'error', status: 429 });
    await caught(scraperOf().start([ana], never));
    simulator.faults.queue('run', { kind: 'error', status: 500 });
    await caught(run([ana]));
    await run([ana]);
    const said = written.flatMap((spy) => spy.mock.calls.map(([text]) => String(text)));
    for (const spy of written) spy.mockRestore();
    expect(said.filter((text) => /apify|run|INFO|WARN/i.test(text))).toEqual([]);
  });
});
