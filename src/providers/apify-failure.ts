import { z } from 'zod';
import { GiveUp, RetryLater, StopRun } from '../domain/errors.ts';
import { type ServiceSettings, serviceWords } from './http-answer.ts';

export const APIFY_SETTINGS: ServiceSettings = {
  service: 'Apify',
  keyVariable: 'APIFY_TOKEN',
  urlVariable: 'APIFY_BASE_URL',
};

/** What a failure message may name; the token only to be kept out of it. */
export interface ApifyCall {
  readonly host: string;
  readonly token: string;
  readonly actor: string;
}

/** The fields used of the SDK's `ApifyApiError`; `type` is missing where a proxy answered in Apify's place. */
const apiError = z.object({
  statusCode: z.number().int(),
  type: z.string().nullish().catch(null),
  message: z.string().catch(''),
});
type ApiError = z.infer<typeof apiError>;

/** Apify's limits on what runs at once: room comes when runs end (types: @apify/consts and public issue threads). */
const CAPACITY_TYPES = new Set(['actor-memory-limit-exceeded', 'concurrent-runs-limit-exceeded']);
const ACCOUNT_TYPES = new Set([
  'not-enough-usage-to-run-paid-actor',
  'platform-feature-disabled',
  'monthly-usage-limit-exceeded',
  'monthly-usage-limit-too-low',
  'actor-is-not-rented',
  'apify-plan-required-to-use-paid-actor',
  'user-disabled',
]);
const TOKEN_TYPES = new Set([
  'token-not-provided',
  'invalid-token',
  'user-or-token-not-found',
  'record-or-token-not-found',
]);
const PERMISSION_TYPES = new Set(['insufficient-permissions', 'full-permission-actor-not-approved']);

/** Errors of a connection that was never made, so that surely nothing was started. */
const NEVER_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|.*CERT.*|.*SELF_SIGNED.*|ERR_TLS_.*)$/;

/** True when Apify says that the record asked for is not there (or not there yet: its replicas lag). */
export function isMissingRecord(error: unknown): boolean {
  const answer = apiError.safeParse(error);
  return answer.success && answer.data.statusCode === 404 && answer.data.type === 'record-not-found';
}

/** True when the answer itself says that nothing was done; false when the call may have been carried out unseen. */
export function isSurelyRefused(error: unknown): boolean {
  const answer = apiError.safeParse(error);
  if (answer.success)
    return answer.data.statusCode >= 300 && answer.data.statusCode < 500 && answer.data.statusCode !== 408;
  return NEVER_SENT.test(systemCode(error) ?? '');
}

/**
 * What the runner is to do about anything that the SDK threw: decided here once, on Apify's error `type`; on the status only where there is
 * none. Apify answers 402 both to "wait for your own runs" and to "no credit left".
 */
export function apifyFailure(error: unknown, call: ApifyCall): RetryLater | GiveUp | StopRun {
  if (error instanceof RetryLater || error instanceof GiveUp || error instanceof StopRun) return error;
  const answer = apiError.safeParse(error);
  if (answer.success) return answeredFailure(answer.data, call);
  const code = systemCode(error);
  if (code === undefined)
    return new RetryLater('bad_answer', `${call.host} sent an answer that cannot be read`);
  const reason = `the connection to ${call.host} failed (${code})`;
  return new RetryLater(NEVER_SENT.test(code) ? 'unreachable' : 'connection_failed', reason);
}

function answeredFailure(
  { statusCode, type, message }: ApiError,
  call: ApifyCall,
): RetryLater | GiveUp | StopRun {
  const words = type == null ? 'the answer is not Apify’s own' : serviceWords(message, call.token);
  const said = `${call.host} (${statusCode}${type == null ? '' : ` ${serviceWords(type, call.token)}`}): ${words}`;
  const kind = type ?? '';

  if (CAPACITY_TYPES.has(kind)) return new RetryLater('capacity', said);
  if (statusCode === 429 || kind === 'rate-limit-exceeded') return new RetryLater('rate_limited', said);
  if (statusCode >= 500 || statusCode === 408) return new RetryLater('server_error', said);
  // A success that the SDK could not use; the answer of a proxy, most likely.
  if (statusCode < 300) return new RetryLater('bad_answer', said);
  if (statusCode === 401 || TOKEN_TYPES.has(kind)) return badToken(statusCode, call);
  if (PERMISSION_TYPES.has(kind)) {
    const hint = `Give APIFY_TOKEN the permission to run ${call.actor}, or approve the actor in Apify Console.`;
    return new StopRun('configuration', 'access_denied', said, hint);
  }
  if (ACCOUNT_TYPES.has(kind) || statusCode === 402) return accountRefused(said);
  if (kind === 'actor-not-found' || kind === 'record-not-found') return actorNotFound(said, call);
  if (kind === 'max-total-charge-usd-below-minimum') {
    const hint = 'Raise ICP_SCRAPE_BATCH so that a run costs more, or choose another actor (APIFY_ACTOR).';
    return new StopRun('configuration', 'run_too_small', said, hint);
  }
  if (statusCode === 413) return new GiveUp('request_too_large', said);
  if (kind.startsWith('invalid-') && /\bis required\b/i.test(message)) {
    const hint = `Set APIFY_ACTOR to a supported scraper: ${call.actor} takes another input.`;
    return new StopRun('configuration', 'actor_takes_other_input', said, hint);
  }
  if (type == null || kind === 'page-not-found') {
    const hint = 'Check APIFY_BASE_URL, and any proxy on the way to it.';
    return new StopRun('configuration', 'unexpected_server', said, hint);
  }
  return new GiveUp('invalid_request', said);
}

function badToken(status: number, call: ApifyCall): StopRun {
  return new StopRun(
    'configuration',
    'invalid_api_key',
    `${call.host} does not accept the token in APIFY_TOKEN (${status})`,
    'Set APIFY_TOKEN to a valid token (Apify Console → Settings → API & Integrations), or use --offline.',
  );
}

function accountRefused(said: string): StopRun {
  const hint =
    'Add credit or change the plan at https://console.apify.com/billing, then run the same command again.';
  return new StopRun('account', 'quota_exhausted', said, hint);
}

function actorNotFound(said: string, call: ApifyCall): StopRun {
  return new StopRun(
    'configuration',
    'actor_not_found',
    `the actor ${call.actor} was not found: ${said}`,
    'Set APIFY_ACTOR to the id or user/name of a LinkedIn profile scraper that exists.',
  );
}

/** For a run that ended well but whose only item says that this account may not use the actor so. */
export function actorRefusal(message: string, call: ApifyCall): StopRun {
  return new StopRun(
    'account',
    'actor_refused',
    `the actor ${call.actor} refuses this account: ${serviceWords(message, call.token)}`,
    'Upgrade the Apify plan, rent the actor, or set APIFY_ACTOR to another one; then run the same command again.',
  );
}

/** The operating system's or axios' word for what a connection died of, such as ECONNRESET; undefined when there is none. */
function systemCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 6; depth++) {
    const { code } = current as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return undefined;
}
