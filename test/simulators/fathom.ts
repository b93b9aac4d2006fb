import { setTimeout as wait } from 'node:timers/promises';
import {
  FaultPlan,
  type SimulatedAnswer,
  type SimulatedRequest,
  startSimulatorServer,
  Tally,
} from './simulator-server.ts';

/** What can go wrong with one request (PROVIDERS.md §5); the bodies of errors are not documented. */
export const FATHOM_FAULTS = [
  'unauthorized',
  'forbidden',
  'bad_request',
  'rate_limited',
  'rate_limited_without_header',
  'server_error',
  'overloaded_html',
  'html',
  'redirect',
  'not_found',
  'silent',
  'lost_request',
  'truncated',
  'cut',
  'no_items',
  'same_cursor',
] as const;
export type FathomFault = (typeof FATHOM_FAULTS)[number];

export interface FathomSimulatorOptions {
  /** The key to accept; `fathom_simulated` when left out. */
  readonly apiKey?: string;
  /** Newest first; more may be put in front while it runs. */
  readonly meetings?: readonly unknown[];
  readonly pageSize?: number;
  /** So many calls in a window of so many seconds. */
  readonly limit?: { readonly calls: number; readonly windowSeconds: number };
}

export interface FathomSimulator {
  /** What FATHOM_BASE_URL is set to. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly meetings: unknown[];
  readonly faults: FaultPlan<'meetings', FathomFault>;
  readonly calls: Tally;
  /** The query of each request, oldest first. */
  readonly queries: readonly URLSearchParams[];
  close(): Promise<void>;
}

/** A Fathom on the loopback interface, with the one route that is used. */
export async function startFathomSimulator(options: FathomSimulatorOptions = {}): Promise<FathomSimulator> {
  const apiKey = options.apiKey ?? 'fathom_simulated';
  const pageSize = options.pageSize ?? 10;
  const meetings = [...(options.meetings ?? [])];
  const faults = new FaultPlan<'meetings', FathomFault>();
  const calls = new Tally();
  const queries: URLSearchParams[] = [];
  const limit = options.limit ?? { calls: 30, windowSeconds: 60 };
  const window = { began: 0, used: 0 };

  async function answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    if (request.method !== 'GET' || request.url.pathname !== '/external/v1/meetings')
      return { status: 404, body: 'Not Found' };
    calls.add('meetings');
    queries.push(request.url.searchParams);
    if (request.headers['x-api-key'] !== apiKey) return failing('unauthorized', 1)!;
    const lengthMs = limit.windowSeconds * 1000;
    if (Date.now() - window.began >= lengthMs) Object.assign(window, { began: Date.now(), used: 0 });
    const resetSeconds = Math.ceil((window.began + lengthMs - Date.now()) / 1000);
    if (window.used >= limit.calls) return failing('rate_limited', resetSeconds)!;
    window.used += 1;
    const fault = faults.next('meetings');
    const early = fault && failing(fault, resetSeconds);
    if (early) return early;
    await wait(1);
    return {
      status: 200,
      headers: {
        'RateLimit-Limit': String(limit.calls),
        'RateLimit-Remaining': String(limit.calls - window.used),
        'RateLimit-Reset': String(resetSeconds),
      },
      body:
        fault === 'no_items' ? { meetings: [] } : pageOf(request.url.searchParams, fault === 'same_cursor'),
      delivery: fault === 'truncated' || fault === 'cut' ? fault : 'whole',
    };
  }

  function pageOf(query: URLSearchParams, isStuck: boolean): object {
    const listed = meetings.filter((meeting) => isWanted(meeting, query));
    const cursor = query.get('cursor');
    const start = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64').toString());
    const end = start + pageSize;
    return {
      limit: pageSize,
      next_cursor: isStuck ? (cursor ?? cursorTo(pageSize)) : end < listed.length ? cursorTo(end) : null,
      items: listed
        .slice(start, end)
        .map((meeting) =>
          query.get('include_transcript') === 'true' || !isObject(meeting)
            ? meeting
            : { ...meeting, transcript: null },
        ),
    };
  }

  const server = await startSimulatorServer(answer);
  return {
    baseUrl: `${server.url}/external/v1`,
    apiKey,
    meetings,
    faults,
    calls,
    queries,
    close: server.close,
  };
}

const cursorTo = (offset: number) => Buffer.from(String(offset)).toString('base64');

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isWanted(meeting: unknown, query: URLSearchParams): boolean {
  if (!isObject(meeting)) return true;
  const since = query.get('created_after');
  if (since !== null && String(meeting['created_at'] ?? '') < since) return false;
  const domains = query.getAll('calendar_invitees_domains[]');
  const invited = JSON.stringify(meeting['calendar_invitees'] ?? []);
  return domains.length === 0 || domains.some((domain) => invited.includes(`"${domain}"`));
}

function failing(fault: FathomFault, resetSeconds: number): SimulatedAnswer | undefined {
  switch (fault) {
    case 'unauthorized':
      return { status: 401, body: 'Unauthorized' };
    case 'forbidden':
      return { status: 403, body: { message: 'Forbidden' } };
    case 'bad_request':
      return { status: 400, body: { error: 'created_after is invalid' } };
    case 'rate_limited':
      return {
        status: 429,
        headers: { 'RateLimit-Remaining': '0', 'RateLimit-Reset': String(resetSeconds) },
        body: 'Too Many Requests',
      };
    case 'rate_limited_without_header':
      return { status: 429, body: '' };
    case 'server_error':
      return { status: 500, body: '' };
    case 'overloaded_html':
      return { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Service unavailable</h1>' };
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' };
    case 'redirect':
      return { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' }, body: '' };
    case 'not_found':
      return { status: 404, body: 'Not Found' };
    case 'silent':
      return { status: 200, body: '', delivery: 'silent' };
    case 'lost_request':
      return { status: 200, body: '', delivery: 'lost' };
    default:
      return undefined;
  }
}
