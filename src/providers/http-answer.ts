import { setMaxListeners } from 'node:events';
import { RetryLater, StopRun, UNKNOWN_USAGE } from '../domain/errors.ts';
import { cleanLine } from '../support/text.ts';

/** Fetch as the providers take it: the platform's own, or one that a test hands in. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** The setting that a service's key or address came from, for messages. */
export interface ServiceSettings {
  readonly service: string;
  readonly keyVariable: string;
  readonly urlVariable: string;
  /** What does without the service. */
  readonly wayOut?: string;
}

/**
 * The address of a service without a trailing slash. Throws StopRun `configuration` for anything but an http(s) URL, and for one
 * with a name and password in it: fetch refuses those with a message that quotes them.
 */
export function serviceUrl(baseUrl: string, settings: ServiceSettings): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new StopRun(
      'configuration',
      'invalid_base_url',
      `${settings.urlVariable} is not an http(s) address without credentials`,
      `Set ${settings.urlVariable} to an address such as https://host/v1.`,
    );
  }
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** Throws StopRun `configuration` for a key that cannot stand in a header: fetch would quote it in its message. */
export function requireUsableKey(apiKey: string, settings: ServiceSettings): void {
  if (/^[\x21-\x7e]+$/.test(apiKey)) return;
  const problem =
    apiKey === '' ? 'is not set' : 'contains characters that no key has (a blank, a line break, a quote?)';
  throw new StopRun(
    'configuration',
    apiKey === '' ? 'missing_api_key' : 'invalid_api_key',
    `${settings.keyVariable} ${problem}`,
    `Set ${settings.keyVariable} to a valid ${settings.service} key, or ${settings.wayOut ?? 'use --offline'}.`,
  );
}

/**
 * Runs one call with a time limit (milliseconds) that covers everything up to the last byte of the body. Rejects with the caller's own
 * reason when the caller aborts, and with RetryLater `timeout` when the limit passes. Listener and timer are removed at the end:
 * a run makes thousands of calls under one signal, and AbortSignal.any leaves 1.3 KB behind on it each time (measured, Node 20 and 24).
 */
export async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const deadline = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    deadline.signal.addEventListener('abort', () => reject(deadline.signal.reason), { once: true });
  });
  // More than ten calls at once under one signal are no leak; Node would print a warning into the progress display.
  setMaxListeners(0, signal);
  const passOn = () => deadline.abort(signal.reason);
  signal.addEventListener('abort', passOn, { once: true });
  const timer = setTimeout(() => {
    const message = `no complete answer within ${timeoutMs / 1000} s`;
    deadline.abort(new RetryLater('timeout', message, { usage: UNKNOWN_USAGE }));
  }, timeoutMs);
  try {
    return await Promise.race([work(deadline.signal), ended]);
  } catch (error) {
    throw deadline.signal.aborted ? deadline.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', passOn);
  }
}

/**
 * A fetch that has read the whole body, at most `maxBytes` of it after decompression, before it hands out the response: whoever reads it
 * then can neither hang nor run out of memory. Throws RetryLater `answer_too_large`. Redirects are not followed, since the key and
 * the profile text would go along; the 3xx answer itself is returned.
 */
export function boundedFetch(fetch: Fetch, maxBytes: number): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    const body = await boundedBody(response, maxBytes);
    const { status, statusText, headers } = response;
    return new Response(body.length === 0 ? null : body, { status, statusText, headers });
  };
}

async function boundedBody(response: Response, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  if (response.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error cancels the rest of the body.
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const message = `the answer is larger than ${maxBytes} bytes`;
      throw new RetryLater('answer_too_large', message, { usage: UNKNOWN_USAGE });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * How long the service asks us to wait, in milliseconds: `retry-after-ms`, `retry-after` (seconds, or a date, which is read against the
 * answer's own `date`, so that a wrong clock here does no harm), else a phrase such as "try again in 84ms" or "in 1m30.5s" in its message.
 */
export function retryAfterMs(headers: Headers | undefined, message = ''): number | undefined {
  const milliseconds = wholeNumber(headers?.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const retryAfter = headers?.get('retry-after')?.trim();
  const seconds = wholeNumber(retryAfter);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  const wait = Date.parse(retryAfter ?? '') - Date.parse(headers?.get('date') ?? '');
  if (Number.isFinite(wait)) return Math.max(0, wait);
  const phrase = /(?:try again|retry) in ((?:[\d.]{1,12}(?:ms|h|m|s)\s?)+)/i.exec(message)?.[1];
  return phrase === undefined ? undefined : durationMs(phrase);
}

function wholeNumber(text: string | null | undefined): number | undefined {
  return text !== null && text !== undefined && /^\d{1,12}(?:\.\d{1,9})?$/.test(text.trim())
    ? Number(text)
    : undefined;
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `1m30.5s` in milliseconds; undefined when an amount in it is no number. */
export function durationMs(phrase: string): number | undefined {
  let total = 0;
  for (const [, amount = '', unit = ''] of phrase.matchAll(/([\d.]+)(ms|h|m|s)/gi)) {
    total += Number(amount) * (UNIT_MS[unit.toLowerCase()] ?? Number.NaN);
  }
  return Number.isFinite(total) ? Math.ceil(total) : undefined;
}

/** A service's own words as one short line for our messages: no control characters, and no key, whole or in part. */
export function serviceWords(text: string, apiKey: string): string {
  const line = cleanLine(text.slice(0, 5000).replaceAll(apiKey, '[key]')) ?? 'no message';
  const safe = line
    .replace(/\b(?:sk|jina|key)[-_][\w*.-]{4,}/gi, '[key]')
    .replace(/\bBearer\s+\S+/gi, 'Bearer [key]');
  return safe.length > 300 ? `${safe.slice(0, 299)}…` : safe;
}

/** Errors of a connection that was never made, so that surely nothing was billed. */
const NEVER_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|.*CERT.*|.*SELF_SIGNED.*|ERR_TLS_.*)$/;

/** RetryLater `connection_failed` for whatever a connection died of. The raw error is left out: it may quote the request. */
export function connectionFailure(error: unknown, host: string): RetryLater {
  const reason = systemCode(error);
  return new RetryLater(
    'connection_failed',
    `the connection to ${host} failed${reason === undefined ? '' : ` (${reason})`}`,
    reason !== undefined && NEVER_SENT.test(reason) ? {} : { usage: UNKNOWN_USAGE },
  );
}

function systemCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 6; depth++) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return undefined;
}
