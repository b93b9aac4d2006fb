import type { ApifyClient } from 'apify-client';
import type { z } from 'zod';
import { RetryLater } from '../domain/errors.ts';
import { APIFY_SETTINGS, type ApifyCall, apifyFailure } from './apify-failure.ts';
import { requireUsableKey, serviceUrl, withDeadline } from './http-answer.ts';

/** No honest page of results comes near this. */
const MOST_ANSWER_BYTES = 256 * 1024 * 1024;
/** Ours end first; the SDK's would double at each retry. */
const SDK_TIMEOUT_SECONDS = 600;

/** Limit for a call that is answered at once, in milliseconds. */
export const CALL_TIMEOUT_MS = 30_000;

export interface ApifyConnection {
  /** What failure messages name. */
  readonly call: ApifyCall;
  /**
   * Makes one call through the official SDK, once, within a limit that covers the whole answer. Throws whatever the SDK throws, RetryLater
   * `timeout`, or the signal's own reason; in the last two cases the request itself is broken off as well.
   */
  send<T>(request: (sdk: ApifyClient) => Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T>;
  /** One reading call, its answer checked. Throws RetryLater, GiveUp, StopRun or the signal's own reason. */
  read<T>(
    schema: z.ZodType<T>,
    signal: AbortSignal,
    request: (sdk: ApifyClient) => Promise<unknown>,
    timeoutMs?: number,
  ): Promise<T>;
}

/**
 * A connection to Apify without the SDK's own retries: those start a second paid run when the answer to a first is lost, ignore
 * `Retry-After`, and write to the log. The SDK is loaded by the first call, since `icp --help` must not wait for it.
 */
export function createApifyConnection(settings: {
  token: string;
  baseUrl: string;
  actor: string;
}): ApifyConnection {
  const { token, baseUrl, actor } = settings;
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : 'the server';
  const call: ApifyCall = { host, token, actor };
  let sdk: Promise<ApifyClient> | undefined;

  const send: ApifyConnection['send'] = async (request, timeoutMs, signal) => {
    signal.throwIfAborted();
    sdk ??= loadSdk(settings);
    const client = await sdk;
    return await withDeadline(timeoutMs, signal, (limited) => request(withSignal(client, limited)));
  };
  const read: ApifyConnection['read'] = async (schema, signal, request, timeoutMs = CALL_TIMEOUT_MS) => {
    let answer: unknown;
    try {
      answer = await send(request, timeoutMs, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw apifyFailure(error, call);
    }
    const checked = schema.safeParse(answer);
    if (!checked.success) throw new RetryLater('bad_answer', `${host} sent an answer that cannot be read`);
    return checked.data;
  };
  return { call, send, read };
}

async function loadSdk({ token, baseUrl }: { token: string; baseUrl: string }): Promise<ApifyClient> {
  requireUsableKey(token, APIFY_SETTINGS);
  const { href } = serviceUrl(baseUrl, APIFY_SETTINGS);
  const { ApifyClient } = await import('apify-client');
  return new ApifyClient({
    token,
    baseUrl: href,
    maxRetries: 0,
    timeoutSecs: SDK_TIMEOUT_SECONDS,
    userAgentSuffix: 'icp',
  });
}

/**
 * The same client for one call: the SDK takes no signal, so it is added to each request on its way out. AsyncLocalStorage would carry it there
 * too, but slows down every promise of the process for it.
 */
function withSignal(client: ApifyClient, signal: AbortSignal): ApifyClient {
  const { httpClient } = client;
  const call: typeof httpClient.call = (config) =>
    httpClient.call({ ...config, signal, maxContentLength: MOST_ANSWER_BYTES });
  return Object.create(client, {
    httpClient: { value: Object.create(httpClient, { call: { value: call } }) },
  });
}
