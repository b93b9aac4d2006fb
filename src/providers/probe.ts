import { RetryLater } from '../domain/errors.ts';
import { boundedFetch, connectionFailure, type Fetch, withDeadline } from './http-answer.ts';

/** What a service said to a question that costs nothing. */
export interface Probe {
  /** `unneeded`: nothing depends on it, or the service does not tell. */
  readonly state: 'fine' | 'wrong' | 'unneeded';
  readonly found: string;
  /** What to do about it; null when all is well. */
  readonly fix: string | null;
}

/** How questions are asked. */
export interface Asking {
  readonly fetch: Fetch;
  /** Lets go of a question; it then counts as not answered. */
  readonly signal: AbortSignal;
  /** For each question, from the call to the last byte of the answer. */
  readonly timeLimitMs: number;
  /** Told by how much our clock is ahead of the service's (negative: behind), wherever an answer tells. */
  readonly onClock: (host: string, aheadMs: number) => void;
}

export interface Answer {
  readonly host: string;
  /** Null when there was no answer; `body` is why, then. */
  readonly status: number | null;
  /** Null when it is not JSON. */
  readonly body: unknown;
}

const MOST_BYTES = 1_000_000;

/** For services that take their key as a token. */
export const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

/** Asks with a time limit of its own, with the headers that hold the key; never rejects. */
export async function ask(
  asking: Asking,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const host = URL.canParse(url) ? new URL(url).host : url;
  try {
    return await withDeadline(asking.timeLimitMs, asking.signal, async (signal) => {
      const sentMs = Date.now();
      const response = await boundedFetch(asking.fetch, MOST_BYTES)(url, {
        headers,
        signal,
      });
      const aheadMs = clockAheadMs(response.headers.get('date'), sentMs, Date.now());
      if (aheadMs !== null) asking.onClock(host, aheadMs);
      return { host, status: response.status, body: parsed(await response.text()) };
    });
  } catch (error) {
    const why = error instanceof RetryLater ? error : connectionFailure(error, host);
    const body = why.code === 'connection_failed' ? why.message : `${host}: ${why.message}`;
    return { host, status: null, body };
  }
}

/**
 * By how much our clock is ahead of one that read `date` between our sending and receiving; 0 when the two agree, null for no date. A `Date`
 * header has whole seconds.
 */
export function clockAheadMs(date: string | null, sentMs: number, receivedMs: number): number | null {
  const earliest = Date.parse(date ?? '');
  if (Number.isNaN(earliest)) return null;
  if (earliest + 1000 < sentMs) return sentMs - earliest - 1000;
  return earliest > receivedMs ? receivedMs - earliest : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const fine = (found: string): Probe => ({ state: 'fine', found, fix: null });

export function refused({ host }: Answer, variable: string): Probe {
  return { state: 'wrong', found: `${host} refuses the key`, fix: `set ${variable} to a valid key` };
}

/** Whatever else came back, or did not. */
export function strange(answer: Answer, variable: string): Probe {
  return answer.status === null
    ? { state: 'wrong', found: String(answer.body), fix: `check the network and ${variable}` }
    : {
        state: 'wrong',
        found: `unexpected answer of ${answer.host} (HTTP ${answer.status})`,
        fix: `check ${variable}; the service may be down`,
      };
}
