import { z } from 'zod';
import { GiveUp, RetryLater, StopRun, UNKNOWN_USAGE } from '../domain/errors.ts';
import { connectionFailure, retryAfterMs, type ServiceSettings, serviceWords } from './http-answer.ts';

export const OPENAI_SETTINGS: ServiceSettings = {
  service: 'OpenAI',
  keyVariable: 'OPENAI_API_KEY',
  urlVariable: 'OPENAI_BASE_URL',
};

/** What a failure message may name. */
export interface OpenAiCall {
  readonly host: string;
  readonly apiKey: string;
  readonly model: string;
  /** The setting that the model's name comes from. */
  readonly modelVariable: 'ICP_EMBEDDING_MODEL' | 'ICP_CLASSIFIER_MODEL' | 'ICP_EXTRACTOR_MODEL';
}

/** The server takes the request but for one of its parameters; without it the call may succeed. */
export class ParameterRefused extends StopRun {
  readonly parameter: string;
  constructor(parameter: string, message: string, hint: string) {
    super('configuration', 'unsupported_parameter', message, hint);
    this.parameter = parameter;
  }
}

/** The fields used of the SDK's `APIError`; compatible servers leave them out or fill them with anything. */
const word = z.string().nullish().catch(null);
const apiError = z.object({
  status: z.number().int(),
  code: word,
  type: word,
  param: word,
  message: z.string().catch(''),
  headers: z.instanceof(Headers).optional().catch(undefined),
});
type ApiError = z.infer<typeof apiError>;

/** Parameters that we choose, as against the ones that carry a lead's text. */
const OUR_PARAMETERS = [
  'reasoning_effort',
  'response_format',
  'max_completion_tokens',
  'max_tokens',
  'encoding_format',
  'dimensions',
];
const QUOTA_CODES = new Set(['insufficient_quota', 'credit_balance_exhausted', 'billing_hard_limit_reached']);
const TOO_LARGE_CODES = new Set([
  'max_tokens_per_request',
  'context_length_exceeded',
  'string_above_max_length',
  'array_above_max_length',
]);
const TOO_LARGE_WORDS =
  /request too large|tokens per request|maximum context length|context (?:length|window|size)|reduce (?:the|your) (?:length|prompt)|too large to process|array too long|input is too long/i;
const REFUSED_WORDS =
  /unsupported|not supported|does not support|unknown|unrecognized|unexpected|not permitted|extra|invalid/i;

/**
 * What the runner is to do about anything that the SDK threw: decided here once, by status and code. Messages decide only where no code
 * exists (bodies and codes: developers.openai.com error guide; wording of 429s: public issue threads).
 * The text of a 401 or 403 is never passed on, since OpenAI's own echoes part of the key.
 */
export function openAiFailure(error: unknown, call: OpenAiCall): RetryLater | GiveUp | StopRun {
  if (error instanceof RetryLater || error instanceof GiveUp || error instanceof StopRun) return error;
  const answer = apiError.safeParse(error);
  if (answer.success) return answeredFailure(answer.data, call);
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof RetryLater) return cause;
  if (error instanceof SyntaxError) return unreadable(call, 'it is not valid JSON');
  return connectionFailure(error, call.host);
}

/** For a 200 whose body is not what was asked for: HTML of a proxy, truncated JSON. It may have been billed. */
export function unreadable(call: OpenAiCall, why: string): RetryLater {
  return new RetryLater('bad_answer', `${call.host} sent an answer that cannot be read: ${why}`, {
    usage: UNKNOWN_USAGE,
  });
}

function answeredFailure(error: ApiError, call: OpenAiCall): RetryLater | GiveUp | StopRun {
  const { status, headers } = error;
  // The SDK puts the status before the service's own words.
  const words = error.message.replace(/^\d{3} /, '');
  const said = `${call.host} (${status}): ${serviceWords(words, call.apiKey)}`;
  const kinds = [error.code ?? '', error.type ?? ''];
  const wait = retryAfterMs(headers, error.message);
  const later = (code: string) =>
    new RetryLater(code, said, wait === undefined ? {} : { retryAfterMs: wait });

  if (status === 401) return badKey(call);
  if (status === 403) return forbidden(call);
  if (status === 402 || kinds.some((kind) => QUOTA_CODES.has(kind))) return noCredit(said, call);
  if (status === 404) return notFound(said, call);
  if (status < 400) return redirected(status, call);
  // Before 429: "Request too large … tokens per min" comes as a rate limit, but waiting never helps.
  const tooLarge = kinds.some((kind) => TOO_LARGE_CODES.has(kind)) || TOO_LARGE_WORDS.test(error.message);
  if (status === 413 || (status < 500 && tooLarge)) return new GiveUp('request_too_large', said);
  if (status === 429) return later('rate_limited');
  if (status === 408) return later('timeout');
  if (status >= 500 || [409, 423, 424, 425].includes(status)) return later('server_error');
  if (error.param === 'model') return notFound(said, call);
  const parameter = refusedParameter(error);
  if (parameter !== undefined) {
    const hint = `Use another model (${call.modelVariable}) or server (OPENAI_BASE_URL).`;
    return new ParameterRefused(parameter, said, hint);
  }
  const refused = kinds.some((kind) => /^content_(?:filter|policy)/.test(kind));
  return new GiveUp(refused ? 'refused' : 'invalid_request', said);
}

function refusedParameter(error: ApiError): string | undefined {
  const named = error.param?.split(/[.[]/)[0];
  if (named !== undefined) return OUR_PARAMETERS.find((parameter) => parameter === named);
  if (error.code === 'invalid_json_schema') return 'response_format';
  if (!REFUSED_WORDS.test(error.message)) return undefined;
  if (/json_schema|json_object/.test(error.message)) return 'response_format';
  return OUR_PARAMETERS.find((parameter) => error.message.includes(parameter));
}

function badKey(call: OpenAiCall): StopRun {
  return new StopRun(
    'configuration',
    'invalid_api_key',
    `${call.host} does not accept the key in OPENAI_API_KEY (401)`,
    'Set OPENAI_API_KEY to a valid key of that service, or use --offline.',
  );
}

function forbidden(call: OpenAiCall): StopRun {
  return new StopRun(
    'configuration',
    'access_denied',
    `${call.host} refuses access to ${call.model} (403): the key lacks the permission, or the country is not served`,
    `Check the permissions of OPENAI_API_KEY, ${call.modelVariable}, and whether the service is offered where this runs.`,
  );
}

function noCredit(said: string, call: OpenAiCall): StopRun {
  const hint = `Add credit to the account behind OPENAI_API_KEY at ${call.host}, then run the same command again.`;
  return new StopRun('account', 'quota_exhausted', said, hint);
}

function notFound(said: string, call: OpenAiCall): StopRun {
  return new StopRun(
    'configuration',
    'model_not_found',
    `model ${call.model} (${call.modelVariable}) was not found: ${said}`,
    `Set ${call.modelVariable} to a model that OPENAI_API_KEY may use, and check OPENAI_BASE_URL.`,
  );
}

function redirected(status: number, call: OpenAiCall): StopRun {
  return new StopRun(
    'configuration',
    'redirected',
    `${call.host} answers with a redirect (${status}), which is not followed because the key would go along`,
    'Set OPENAI_BASE_URL to the final address of the service.',
  );
}
