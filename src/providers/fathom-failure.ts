import { GiveUp, RetryLater, StopRun } from '../domain/errors.ts';
import { retryAfterMs, type ServiceSettings, serviceWords } from './http-answer.ts';

export const FATHOM_SETTINGS: ServiceSettings = {
  service: 'Fathom',
  keyVariable: 'FATHOM_API_KEY',
  urlVariable: 'FATHOM_BASE_URL',
  wayOut: 'read files with --transcript FILE',
};

/** An answer as it came, whatever its status. */
export interface FathomAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Longer than Fathom's window of a minute no wait makes sense; the retry policy waits this often enough. */
const LONGEST_WAIT_SECONDS = 60;
/** Where Fathom does not say for how long: the retry policy waits four times, which outlasts the window. */
const USUAL_WAIT_SECONDS = 16;

const LIMIT =
  "Fathom's limit of calls is reached (a minute: 60 over all keys of a user, 30 of those with transcripts)";

/**
 * Seconds until the limit is full again, as `RateLimit-Reset` says it: a number of them, or a moment in seconds since 1970, which is read against the answer's own
 * `date`. Bounded; null when it says nothing.
 */
export function resetSeconds(headers: Headers): number | null {
  const said = headers.get('ratelimit-reset')?.trim() ?? '';
  if (!/^\d{1,10}(?:\.\d{1,6})?$/.test(said)) return null;
  const isMoment = /^\d{10}/.test(said);
  const seconds = isMoment ? Number(said) - Date.parse(headers.get('date') ?? '') / 1000 : Number(said);
  return Number.isNaN(seconds) ? null : Math.min(LONGEST_WAIT_SECONDS, Math.max(0, seconds));
}

/** What is to be done about an answer other than 200. Fathom documents no error bodies, so they are text, and decide nothing. */
export function fathomFailure(
  { status, headers, text }: FathomAnswer,
  host: string,
  apiKey: string,
): RetryLater | GiveUp | StopRun {
  if (status === 401 || status === 403) {
    return new StopRun(
      'configuration',
      status === 401 ? 'invalid_api_key' : 'access_denied',
      `${host} does not accept the key in FATHOM_API_KEY (${status})`,
      'Set FATHOM_API_KEY to a valid key (Fathom: Settings, API Access), or read files with --transcript FILE.',
    );
  }
  if (status === 404 || (status >= 200 && status < 400)) {
    return new StopRun(
      'configuration',
      status === 404 ? 'not_found' : 'redirected',
      `${host} answers ${status} where a list of meetings is expected`,
      'Set FATHOM_BASE_URL to the address before /meetings.',
    );
  }
  const said = `${host} (${status}): ${serviceWords(text.replace(/<[^>]*>/g, ' '), apiKey)}`;
  if (status === 429) {
    // Over the limit for another zero seconds is no answer either.
    const reset = resetSeconds(headers) || null;
    const waitMs = reset === null ? (retryAfterMs(headers) ?? USUAL_WAIT_SECONDS * 1000) : reset * 1000;
    return new RetryLater('rate_limited', `${LIMIT}; ${said}`, { retryAfterMs: waitMs });
  }
  if (status === 408) return new RetryLater('timeout', said);
  if (status >= 500 || status === 409 || status === 425) return new RetryLater('server_error', said);
  return new GiveUp('invalid_request', said);
}

/** For a 200 that holds something else: a proxy's page, half an answer. */
export function unreadableAnswer(host: string, why: string): RetryLater {
  return new RetryLater('bad_answer', `${host} sent an answer that cannot be read: ${why}`);
}
