import { afterEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../../src/config/settings.ts';
import { type Asking, clockAheadMs } from '../../src/providers/probe.ts';
import { probeActor, probeApify } from '../../src/providers/probe-apify.ts';
import { probeFathom } from '../../src/providers/probe-fathom.ts';
import { probeModel } from '../../src/providers/probe-openai.ts';
import { type ApifySimulator, type ApifySimulatorOptions, startApifySimulator } from '../simulators/apify.ts';
import { startFathomSimulator } from '../simulators/fathom.ts';
import { startOpenAiSimulator } from '../simulators/openai.ts';
import { inventedMeetings } from '../support/invented-meetings.ts';

let apify: ApifySimulator;
afterEach(() => apify?.close());

async function simulate(options: Partial<ApifySimulatorOptions> = {}): Promise<void> {
  apify = await startApifySimulator({ profiles: () => 'gone', ...options });
}

const settingsWith = (environment: Record<string, string>) => loadSettings({}, environment, {}).settings;
const settings = (more: Record<string, string> = {}) =>
  settingsWith({ APIFY_BASE_URL: apify.url, APIFY_TOKEN: apify.token, ...more });

function asking(more: Partial<Asking> = {}): Asking {
  return { fetch, signal: new AbortController().signal, timeLimitMs: 10_000, onClock: () => {}, ...more };
}

describe('what Apify is asked', () => {
  it('tells account, plan, and what is left to spend', async () => {
    await simulate();
    const { token, credit } = await probeApify(settings(), asking());
    expect(token).toEqual({ state: 'fine', found: 'accepted, account simulated, plan STARTER', fix: null });
    expect(credit).toEqual({
      state: 'fine',
      found: "$49.00 left of the monthly limit of $49.00, until 2026-12-01; $39.00 of the plan's credit",
      fix: null,
    });
    expect((await probeActor(settings(), asking())).state).toBe('fine');
  });

  const spent = { limits: { maxMonthlyUsageUsd: 49 }, current: { monthlyUsageUsd: 49.01 } };
  it.each<[string, object, object | undefined, string, RegExp]>([
    ['everything spent', spent, undefined, 'wrong', /^nothing is left of the monthly limit of \$49\.00$/],
    [
      'more spent than the plan includes',
      { limits: { maxMonthlyUsageUsd: 100 }, current: { monthlyUsageUsd: 60 } },
      undefined,
      'fine',
      /^\$40\.00 left of the monthly limit of \$100\.00; \$0\.00 of the plan's credit$/,
    ],
    [
      'a plan that does not tell',
      { limits: { maxMonthlyUsageUsd: 5 }, current: { monthlyUsageUsd: 1.5 } },
      { username: 'somebody' },
      'fine',
      /^\$3\.50 left of the monthly limit of \$5\.00$/,
    ],
    ['no limit', { limits: {}, current: { monthlyUsageUsd: 1 } }, undefined, 'unneeded', /does not tell/],
    ['no usage', { limits: { maxMonthlyUsageUsd: 5 } }, undefined, 'unneeded', /does not tell/],
    [
      'nulls',
      { limits: { maxMonthlyUsageUsd: null }, current: null },
      undefined,
      'unneeded',
      /does not tell/,
    ],
    [
      'a cycle in other words',
      {
        limits: { maxMonthlyUsageUsd: 5 },
        current: { monthlyUsageUsd: 1 },
        monthlyUsageCycle: { endAt: 'soon' },
      },
      undefined,
      'fine',
      /^\$4\.00 left of the monthly limit of \$5\.00; /,
    ],
  ])('with %s', async (_, limits, user, state, found) => {
    await simulate({ limits, ...(user === undefined ? {} : { user }) });
    const { token, credit } = await probeApify(settings(), asking());
    expect(token.state).toBe('fine');
    expect(credit).toMatchObject({ state, found: expect.stringMatching(found) });
    expect(credit!.fix === null).toBe(state !== 'wrong');
  });

  it('may refuse to tell the limits, which changes nothing for the token', async () => {
    await simulate();
    apify.faults.queue('limits', { kind: 'error', status: 403, type: 'insufficient-permissions' });
    expect(await probeApify(settings(), asking())).toMatchObject({
      token: { state: 'fine' },
      credit: { state: 'unneeded', found: expect.stringContaining(new URL(apify.url).host) },
    });
  });

  it('refuses a wrong token, once and with the fix', async () => {
    await simulate();
    const { token, credit } = await probeApify(settings({ APIFY_TOKEN: 'another' }), asking());
    expect(token).toMatchObject({ state: 'wrong', fix: expect.stringContaining('APIFY_TOKEN') });
    expect(credit).toBeNull();
  });

  it.each([
    ['silence', 'hang', /no complete answer/],
    ['a connection that dies', 'refused', /connection to .* failed/],
    ['half an answer', 'truncated', /unexpected answer of .*HTTP 200/],
  ] as const)('%s ends within the time limit, naming the host', async (_, kind, found) => {
    await simulate();
    apify.faults.queue('user', { kind });
    const { token } = await probeApify(settings(), asking({ timeLimitMs: 250 }));
    expect(token).toMatchObject({
      state: 'wrong',
      found: expect.stringMatching(found),
      fix: expect.stringContaining('APIFY_BASE_URL'),
    });
    expect(token.found).toContain(new URL(apify.url).host);
    expect(token.found).not.toContain(apify.token);
  });

  it('is let go when the program is to stop', async () => {
    await simulate();
    apify.faults.queue('actor', { kind: 'hang' });
    const stop = new AbortController();
    const probe = probeActor(settings(), asking({ signal: stop.signal }));
    stop.abort(new Error('stop'));
    expect((await probe).state).toBe('wrong');
  });
});

describe('what an OpenAI-compatible server is asked', () => {
  it('tells whether it has the model', async () => {
    const openai = await startOpenAiSimulator();
    const own = settingsWith({ OPENAI_BASE_URL: openai.baseUrl, OPENAI_API_KEY: openai.apiKey });
    const probe = (model: string) => probeModel(own, model, 'ICP_CLASSIFIER_MODEL', asking());
    expect(await probe('gpt-5-mini')).toMatchObject({ state: 'fine' });
    expect(await probe('gpt-9')).toMatchObject({
      state: 'wrong',
      fix: expect.stringContaining('ICP_CLASSIFIER_MODEL'),
    });
    expect(openai.billed).toEqual({ promptTokens: 0, completionTokens: 0 });
    await openai.close();
    const gone = await probe('gpt-5-mini');
    expect(gone).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining(new URL(openai.baseUrl).host),
    });
  });
});

describe('what Fathom is asked', () => {
  it('tells whether it takes the key, without listing a meeting', async () => {
    const fathom = await startFathomSimulator({ meetings: inventedMeetings() });
    const probe = (more: Record<string, string> = {}) =>
      probeFathom(
        settingsWith({ FATHOM_BASE_URL: fathom.baseUrl, FATHOM_API_KEY: fathom.apiKey, ...more }),
        asking(),
        new Date('2026-11-01T00:00:00Z'),
      );
    expect(await probe()).toEqual({ state: 'fine', found: 'accepted', fix: null });
    expect([...fathom.queries[0]!]).toEqual([['created_after', '2026-11-01T00:00:00.000Z']]);
    expect(await probe({ FATHOM_API_KEY: 'another' })).toMatchObject({
      state: 'wrong',
      fix: expect.stringContaining('FATHOM_API_KEY'),
    });
    fathom.faults.queue('meetings', 'html');
    expect(await probe()).toMatchObject({ state: 'wrong', fix: expect.stringContaining('FATHOM_BASE_URL') });
    await fathom.close();
    expect(await probe()).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining(new URL(fathom.baseUrl).host),
    });
  });
});

describe('a Date header', () => {
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
  const between = [at(10).getTime() + 400, at(12).getTime() + 100] as const;

  it.each<[string, string | null, number | null]>([
    ['none', null, null],
    ['nonsense', 'yesterday', null],
    ['within the call', at(11).toUTCString(), 0],
    ['of the second in which it began', at(10).toUTCString(), 0],
    ['of the second in which it ended', at(12).toUTCString(), 0],
    ['before it', at(9).toUTCString(), 400],
    ['an hour before it', at(10 - 3600).toUTCString(), 3_599_400],
    ['after it', at(112).toUTCString(), -99_900],
  ])('%s', (_, date, aheadMs) => {
    expect(clockAheadMs(date, ...between)).toBe(aheadMs);
  });
});
