import { setTimeout as wait } from 'node:timers/promises';
import {
  type RunFault,
  type SimulatedProfiles,
  type SimulatedRun,
  SimulatedRuns,
  urlsOfInput,
} from './apify-runs.ts';
import {
  type Duration,
  FaultPlan,
  lasting,
  type RandomFaults,
  type SimulatedAnswer,
  type SimulatedRequest,
  startSimulatorServer,
  Tally,
} from './simulator-server.ts';

/** The routes that faults and request counts are kept by. */
export type ApifyRoute = 'start' | 'run' | 'abort' | 'runs' | 'items' | 'input' | 'actor' | 'user' | 'limits';

/**
 * What befalls one request. Without work: `error` (an answer of Apify's), `html` (a proxy's), `refused` (the socket dies), `hang`
 * (silence). After the work was done: `lost` (the socket dies), `silent` (no answer), `truncated` (half of it). `no_items`: the dataset still looks empty.
 */
export type ApifyFault =
  | { readonly kind: 'error'; readonly status: number; readonly type?: string; readonly message?: string }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'refused' | 'hang' | 'lost' | 'silent' | 'truncated' | 'no_items' };

export interface ApifySimulatorOptions {
  readonly profiles: SimulatedProfiles;
  /** The token to accept; `simulated-apify-token` when left out. */
  readonly token?: string;
  /** How long runs take; 10 ms when left out. */
  readonly runMs?: Duration;
  /** How long `waitForFinish` is held at most: the service's 60 s, scaled down; 1000 ms when left out. */
  readonly waitCapMs?: number;
  readonly latencyMs?: Duration;
  /** Supreme_coder's when left out. */
  readonly pricePerProfileUsd?: number;
  readonly startFeeUsd?: number;
  /** How a run's cost shows: at its end, never, or half of it until `usageSettleMs` (50) after its end. */
  readonly usage?: 'settled' | 'missing' | 'rising';
  readonly usageSettleMs?: number;
  /** More runs at once than this are answered with 402. */
  readonly concurrentRuns?: number;
  /** Actors that exist, by id or `user~name`; any when left out. */
  readonly actors?: readonly string[];
  /** What `/v2/users/me` and its `/limits` say instead of the usual, under `data`. */
  readonly user?: object;
  readonly limits?: object;
  readonly clockAheadMs?: number;
  readonly chance?: RandomFaults<ApifyFault>;
  readonly runChance?: RandomFaults<RunFault>;
}

export interface ApifySimulator {
  /** What APIFY_BASE_URL is set to. */
  readonly url: string;
  readonly token: string;
  readonly faults: FaultPlan<ApifyRoute, ApifyFault>;
  readonly runFaults: FaultPlan<'run', RunFault>;
  /** Every run started, oldest first, with the URLs that it was given. */
  readonly runs: readonly SimulatedRun[];
  /** How many runs delivered a profile, by canonical URL; `repeated` are those that somebody paid for twice. */
  readonly delivered: Tally;
  /** Requests by route, refused ones included; `compressed` counts compressed bodies. */
  readonly calls: Tally;
  readonly mostRunsAtOnce: number;
  billedUsd(): number;
  close(): Promise<void>;
}

const ROUTES: readonly (readonly [method: string, path: RegExp, route: ApifyRoute])[] = [
  ['POST', /^\/v2\/act(?:or)?s\/([^/]+)\/runs$/, 'start'],
  ['GET', /^\/v2\/act(?:or)?s\/([^/]+)\/runs$/, 'runs'],
  ['GET', /^\/v2\/act(?:or)?s\/([^/]+)$/, 'actor'],
  ['GET', /^\/v2\/actor-runs\/([^/]+)$/, 'run'],
  ['POST', /^\/v2\/actor-runs\/([^/]+)\/abort$/, 'abort'],
  ['GET', /^\/v2\/datasets\/([^/]+)\/items$/, 'items'],
  ['GET', /^\/v2\/key-value-stores\/([^/]+)\/records\/INPUT$/, 'input'],
  ['GET', /^\/v2\/users\/(me)$/, 'user'],
  ['GET', /^\/v2\/users\/(me)\/limits$/, 'limits'],
];

/**
 * Apify's API on the loopback interface, as far as PROVIDERS.md §1 and §7 have it. Runs live in the simulator and go on whether or not
 * anybody waits, so that a second process can collect what a first one started.
 */
export async function startApifySimulator(options: ApifySimulatorOptions): Promise<ApifySimulator> {
  const { token = 'simulated-apify-token', waitCapMs = 1000, latencyMs = 0, concurrentRuns } = options;
  const runs = new SimulatedRuns({
    profiles: options.profiles,
    runMs: options.runMs ?? 10,
    pricePerProfileUsd: options.pricePerProfileUsd ?? 0.003,
    startFeeUsd: options.startFeeUsd ?? 0.002,
    usage: options.usage ?? 'settled',
    usageSettleMs: options.usageSettleMs ?? 50,
    chance: options.runChance,
  });
  const faults = new FaultPlan<ApifyRoute, ApifyFault>(options.chance);
  const calls = new Tally();
  let mostRunsAtOnce = 0;
  const knows = (actor: string) => options.actors === undefined || options.actors.includes(actor);
  const runWith = (prefix: string, id: string) => runs.all.find((run) => `${prefix}${run.id}` === id);
  const billedUsd = () => runs.all.reduce((sum, run) => sum + run.chargeUsd, 0);

  function start(actor: string, request: SimulatedRequest): SimulatedAnswer {
    if (!knows(actor)) return failure(404, 'actor-not-found', 'Actor with this name was not found');
    const input = parsed(request.body);
    if (input === undefined) return failure(400, 'run-input-body-not-valid-json', 'Input is not valid JSON');
    const complaint = inputComplaint(actor, input);
    if (complaint !== null) return failure(400, 'invalid-input', `Input is not valid: ${complaint}`);
    if (concurrentRuns !== undefined && runs.active() >= concurrentRuns) {
      const message = `By launching this job you will exceed your limit of ${concurrentRuns} concurrent Actor runs.`;
      return failure(402, 'concurrent-runs-limit-exceeded', message);
    }
    const most = (name: string) => {
      const value = request.url.searchParams.get(name);
      return value === null ? null : Number(value);
    };
    const run = runs.start(actor, input, most('maxItems'), most('maxTotalChargeUsd'));
    mostRunsAtOnce = Math.max(mostRunsAtOnce, runs.active());
    return { status: 201, body: { data: runs.describe(run) } };
  }

  async function describeRun(run: SimulatedRun, query: URLSearchParams): Promise<SimulatedAnswer> {
    const until = Date.now() + Math.min(Number(query.get('waitForFinish') ?? 0) * 1000, waitCapMs);
    while (!runs.hasEnded(run) && Date.now() < until) {
      await wait(Math.max(1, Math.min(run.endsAtMs, until) - Date.now()));
    }
    return { status: 200, body: { data: runs.describe(run) } };
  }

  function listRuns(actor: string, query: URLSearchParams): SimulatedAnswer {
    const own = runs.all.filter((run) => run.actor === actor);
    const { page, offset, limit, desc } = paged(own, query, 1000);
    const items = page.map((run) => runs.describe(run));
    const data = { items, total: own.length, offset, limit, count: items.length, desc };
    return { status: 200, body: { data } };
  }

  function listItems(run: SimulatedRun, query: URLSearchParams, hidden: boolean): SimulatedAnswer {
    const all = hidden ? [] : runs.itemsOf(run);
    const { page, offset, limit } = paged(all, query, 999_999_999_999);
    const withoutEmpty = ['clean', 'skipEmpty'].some((name) => query.get(name) === '1');
    return {
      status: 200,
      headers: {
        'x-apify-pagination-total': String(all.length),
        'x-apify-pagination-offset': String(offset),
        'x-apify-pagination-limit': String(limit),
        'x-apify-pagination-count': String(page.length),
      },
      body: withoutEmpty ? page.filter((item) => Object.keys(item).length > 0) : page,
    };
  }

  async function work(route: ApifyRoute, id: string, request: SimulatedRequest, hidden: boolean) {
    const query = request.url.searchParams;
    const missing = (what: string) => failure(404, 'record-not-found', `${what} was not found`);
    if (route === 'start') return start(id, request);
    if (route === 'user') {
      const plan = { id: 'STARTER', monthlyUsageCreditsUsd: 39 };
      return ok(options.user ?? { id: 'simulated-user', username: 'simulated', plan });
    }
    if (route === 'limits') {
      const limits = { maxConcurrentActorJobs: concurrentRuns ?? 32, maxMonthlyUsageUsd: 49 };
      const current = { activeActorJobCount: runs.active(), monthlyUsageUsd: billedUsd() };
      const monthlyUsageCycle = { startAt: '2026-11-02T00:00:00.000Z', endAt: '2026-12-01T23:59:59.999Z' };
      return ok(options.limits ?? { monthlyUsageCycle, limits, current });
    }
    if (route === 'actor' || route === 'runs') {
      if (!knows(id)) return missing('Actor');
      const [username, name] = id.split('~');
      return route === 'runs' ? listRuns(id, query) : ok({ id, username, name: name ?? id });
    }
    const run = runWith({ run: '', abort: '', items: 'D', input: 'K' }[route], id);
    if (run === undefined)
      return missing({ run: 'Run', abort: 'Run', items: 'Dataset', input: 'Store' }[route]);
    if (route === 'items') return listItems(run, query, hidden);
    if (route === 'input') return { status: 200, body: run.input };
    if (route === 'abort') runs.abort(run);
    return await describeRun(run, query);
  }

  async function answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const match = ROUTES.find(
      ([method, path]) => method === request.method && path.test(request.url.pathname),
    );
    if (match === undefined) {
      return failure(404, 'page-not-found', 'We have bad news: there is no API endpoint at this URL.');
    }
    const [, path, route] = match;
    calls.add(route);
    if (request.headers['content-encoding'] !== undefined) calls.add('compressed');
    const latency = lasting(latencyMs);
    if (latency > 0) await wait(latency);
    const { authorization } = request.headers;
    if (authorization === undefined) {
      return failure(401, 'token-not-provided', 'Authentication token was not provided.');
    }
    if (authorization !== `Bearer ${token}`) {
      return failure(401, 'invalid-token', 'Authentication token is not valid.');
    }
    const fault = faults.next(route);
    const instead = fault && answerInstead(fault);
    if (instead) return instead;
    if (fault?.kind === 'slow') await wait(fault.ms);
    const id = decodeURIComponent(path.exec(request.url.pathname)?.[1] ?? '');
    const result = await work(route, id, request, fault?.kind === 'no_items');
    const spoilt = fault?.kind === 'lost' || fault?.kind === 'silent' || fault?.kind === 'truncated';
    return spoilt ? { ...result, delivery: fault.kind } : result;
  }

  const server = await startSimulatorServer(answer, options.clockAheadMs);
  return {
    url: server.url,
    token,
    faults,
    runFaults: runs.faults,
    runs: runs.all,
    delivered: runs.delivered,
    calls,
    get mostRunsAtOnce() {
      return mostRunsAtOnce;
    },
    billedUsd,
    close: server.close,
  };
}

/** The answers of faults that strike before any work. */
function answerInstead(fault: ApifyFault): SimulatedAnswer | undefined {
  if (fault.kind === 'error') {
    return failure(fault.status, fault.type ?? 'internal-server-error', fault.message ?? 'Simulated error');
  }
  if (fault.kind === 'html') {
    const body = '<html><body>Bad gateway</body></html>';
    return { status: fault.status, headers: { 'content-type': 'text/html' }, body };
  }
  if (fault.kind === 'refused') return { status: 500, body: '', delivery: 'lost' };
  if (fault.kind === 'hang') return { status: 500, body: '', delivery: 'silent' };
  return undefined;
}

const ok = (data: unknown): SimulatedAnswer => ({ status: 200, body: { data } });

function failure(status: number, type: string, message: string): SimulatedAnswer {
  return { status, body: { error: { type, message } } };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function paged<T>(all: readonly T[], query: URLSearchParams, most: number) {
  const desc = query.get('desc') === '1';
  const offset = Number(query.get('offset') ?? 0);
  const limit = Number(query.get('limit') ?? 0) || most;
  return { page: (desc ? all.toReversed() : all).slice(offset, offset + limit), offset, limit, desc };
}

/** What the known actors' input schemas refuse (PROVIDERS.md §1.6). */
function inputComplaint(actor: string, input: unknown): string | null {
  const fields = (input ?? {}) as Record<string, unknown>;
  if (/^(?:dev_fusion~|2SyF0bVxmgGr8IVCZ)/.test(actor) && !Array.isArray(fields['profileUrls'])) {
    return 'Field input.profileUrls is required';
  }
  if (/^(?:supreme_coder~|yZnhB5JewWf9xSmoM)/.test(actor)) {
    const urls = fields['urls'];
    if (!Array.isArray(urls)) return 'Field input.urls is required';
    if (urls.some((entry) => typeof (entry as { url?: unknown } | null)?.url !== 'string')) {
      return 'Items in input.urls do not contain valid URLs';
    }
  }
  return urlsOfInput(input).length === 0 ? 'it names no profile' : null;
}
