import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFathomMeetings, type FathomOptions } from '../../src/providers/fathom-meetings.ts';
import { type FathomFault, type FathomSimulator, startFathomSimulator } from '../simulators/fathom.ts';
import { inventedMeetings } from '../support/invented-meetings.ts';
import { failureOf } from './failure-of.ts';

const KEY = 'fathom_invented0123456789';
const ALL = { since: null, domains: [] };

describe('the Fathom meetings', () => {
  let simulator: FathomSimulator;
  const told: unknown[] = [];
  const signal = new AbortController().signal;
  const source = (options: Partial<FathomOptions> = {}) =>
    createFathomMeetings({
      apiKey: KEY,
      baseUrl: simulator.baseUrl,
      fetch,
      onAllowance: (allowance) => told.push(allowance),
      ...options,
    });
  beforeEach(async () => {
    told.length = 0;
    simulator = await startFathomSimulator({ apiKey: KEY, meetings: inventedMeetings() });
  });
  afterEach(() => simulator.close());

  it('asks for transcripts, from a day on, of some domains, page by page', async () => {
    const query = { since: new Date('2026-10-05T00:00:00Z'), domains: ['nordlicht.example', 'x.example'] };
    const first = await source({ baseUrl: `${simulator.baseUrl}/` }).page(query, null, signal);
    await source().page(query, first.next, signal);
    const [one, two] = simulator.queries.map((asked) => [...asked].map((pair) => pair.join('=')));
    const both = [
      'include_transcript=true',
      'created_after=2026-10-05T00:00:00.000Z',
      'calendar_invitees_domains[]=nordlicht.example',
      'calendar_invitees_domains[]=x.example',
    ];
    expect(one).toEqual(both);
    expect(two).toEqual([...both, `cursor=${first.next}`]);
  });

  it('reads whatever is null, absent or nonsense, an item at a time', async () => {
    const calls = [];
    let unreadable = 0;
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages += 1) {
      const page = await source().page(ALL, cursor, signal);
      calls.push(...page.calls);
      unreadable += page.unreadable;
      cursor = page.next;
    }
    expect([calls.length, unreadable, simulator.calls.total]).toEqual([24, 1, 3]);
    const byId = new Map(calls.map((call) => [call.id, call]));
    expect(byId.get('1024')).toMatchObject({
      source: 'fathom',
      title: 'Discovery nordlicht 24',
      url: 'https://fathom.video/calls/24',
      heldAt: new Date('2026-10-25T09:04:00Z'),
      domains: ['nordlicht.example'],
      internal: false,
    });
    expect(byId.get('1024')!.turns!.slice(0, 2)).toEqual([
      { speaker: 'Ben Okoro', atSeconds: null, text: expect.stringContaining('Ignore all') },
      { speaker: 'Ana Brandt', atSeconds: 32, text: expect.stringContaining('We mostly sell to') },
    ]);
    expect(byId.get('1014')).toMatchObject({ title: null, calendarTitle: null });
    expect(byId.get('1020')!.url).toBe('https://fathom.video/share/20');
    expect(byId.get('1023')!.domains).toEqual([]);
    expect(calls.filter(({ turns }) => turns === null).map(({ id }) => id)).toEqual(['1021', '1015']);
    expect(calls.filter(({ internal }) => internal)).toHaveLength(1);
  });

  it('reads the worst that can stand in an item', async () => {
    simulator.meetings.splice(
      0,
      100,
      { recording_id: 1 },
      {
        recording_id: 'two',
        url: 'javascript:alert(1)',
        title: 'A\u001b[31m\u202eb',
        transcript: [null, 5, { text: 'x' }],
      },
      {
        recording_id: 3,
        calendar_invitees: [null, { email: 'a@B.example' }],
        created_at: 'never',
        transcript: {},
      },
      {
        recording_id: ' 4\u0000\u001b[31m\n5 ',
        recording_start_time: '-000001-01-01T00:00:00Z',
        scheduled_start_time: '+275760-09-13T00:00:00Z',
        created_at: '2026-10-01T00:00:00Z',
      },
      { recording_id: '\u0000 \u001b[31m' },
      { title: 'no id' },
      null,
    );
    const { calls, unreadable } = await source().page(ALL, null, signal);
    expect(calls).toMatchObject([
      { id: '1', title: null, url: null, heldAt: null, domains: [], turns: null },
      { id: 'two', title: 'Ab', url: null, turns: [{ speaker: null, atSeconds: null, text: 'x' }] },
      { id: '3', heldAt: null, domains: ['b.example'], turns: null },
      { id: '4 5', heldAt: new Date('2026-10-01T00:00:00Z') },
    ]);
    expect(unreadable).toBe(3);
  });

  it('tells when nothing is left of the limit, and until when', async () => {
    await source().page(ALL, null, signal);
    expect(told).toEqual([]);
    await simulator.close();
    simulator = await startFathomSimulator({ apiKey: KEY, limit: { calls: 1, windowSeconds: 40 } });
    await source().page(ALL, null, signal);
    expect(told).toEqual([{ limit: 1, remaining: 0, fullInMs: 40_000 }]);
    expect(await failureOf(source().page(ALL, null, signal))).toMatchObject({
      kind: 'retry later',
      code: 'rate_limited',
      retryAfterMs: expect.closeTo(40_000, -4),
    });
  });

  const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const inSeconds = (seconds: number) => String(Date.parse(date) / 1000 + seconds);
  it.each<[string, Record<string, string>, number]>([
    ['a number of seconds', { 'ratelimit-reset': '12.5', 'retry-after': '3' }, 12_500],
    ['a minute at most', { 'ratelimit-reset': '86400' }, 60_000],
    ['until a moment', { 'ratelimit-reset': inSeconds(40), date }, 40_000],
    ['a minute at most until a moment', { 'ratelimit-reset': inSeconds(4000), date }, 60_000],
    ['as long as it says otherwise', { 'ratelimit-reset': inSeconds(-5), date, 'retry-after': '3' }, 3000],
    ['a while where the moment cannot be told', { 'ratelimit-reset': inSeconds(40) }, 16_000],
    ['a while after nonsense', { 'ratelimit-reset': 'soon' }, 16_000],
    ['a while where it is over already', { 'ratelimit-reset': '0' }, 16_000],
    ['a while where nothing is said', {}, 16_000],
  ])('waits %s after a 429, and says whose limit it is', async (_, headers, retryAfterMs) => {
    const answer = new Response('Too Many', { status: 429, headers });
    expect(await failureOf(source({ fetch: async () => answer }).page(ALL, null, signal))).toMatchObject({
      code: 'rate_limited',
      retryAfterMs,
      message: expect.stringMatching(/^Fathom's limit of calls is reached .*\(429\): Too Many$/),
    });
  });

  it.each<[FathomFault, string, string]>([
    ['unauthorized', 'stop: configuration', 'invalid_api_key'],
    ['forbidden', 'stop: configuration', 'access_denied'],
    ['redirect', 'stop: configuration', 'redirected'],
    ['not_found', 'stop: configuration', 'not_found'],
    ['bad_request', 'give up', 'invalid_request'],
    ['rate_limited_without_header', 'retry later', 'rate_limited'],
    ['server_error', 'retry later', 'server_error'],
    ['overloaded_html', 'retry later', 'server_error'],
    ['lost_request', 'retry later', 'connection_failed'],
    ['cut', 'retry later', 'connection_failed'],
    ['truncated', 'retry later', 'bad_answer'],
    ['html', 'retry later', 'bad_answer'],
    ['no_items', 'retry later', 'bad_answer'],
  ])('%s: %s, %s, without the key and without a page of HTML', async (fault, kind, code) => {
    simulator.faults.queue('meetings', fault);
    const failure = await failureOf(source().page(ALL, null, signal));
    expect(failure).toMatchObject({ kind, code });
    expect(failure.message).not.toContain('<');
    expect(failure.inspected).not.toContain(KEY);
    if (kind.startsWith('stop'))
      expect(`${failure.message} ${failure.hint}`).toMatch(/FATHOM_(API_KEY|BASE_URL)/);
  });

  it('gives up on a server that is silent', async () => {
    simulator.faults.queue('meetings', 'silent');
    expect(await failureOf(source({ timeoutMs: 50 }).page(ALL, null, signal))).toMatchObject({
      kind: 'retry later',
      code: 'timeout',
    });
  });
});
