import type { SimulatedAnswer } from './simulator-server.ts';

/** What can go wrong with one request (PROVIDERS.md §2.4, §7). Those after `billed` happen after the work was done and charged. */
export const OPENAI_FAULTS = [
  'rate_limited_ms',
  'rate_limited_seconds',
  'rate_limited_message',
  'tokens_too_large',
  'insufficient_quota',
  'unauthorized',
  'forbidden',
  'model_not_found',
  'bad_request',
  'timeout_408',
  'server_error',
  'bad_gateway_html',
  'overloaded',
  'redirect',
  'html',
  'silent',
  'lost_request',
  // billed
  'lost_answer',
  'truncated',
  'cut',
  'stalled',
  'no_usage',
  // embeddings only
  'shuffled',
  'zero_vectors',
  'one_zero_vector',
  'missing_vector',
  'duplicate_index',
  'unequal_lengths',
  'not_finite',
  // chat only
  'refusal',
  'content_filter',
  'cut_off_empty',
  'cut_off_half',
  'invalid_enum',
  'fenced',
] as const;
export type OpenAiFault = (typeof OPENAI_FAULTS)[number];

/** Faults after which the answer is there all the same, on either route. */
export const HARMLESS_OPENAI_FAULTS: readonly OpenAiFault[] = ['no_usage', 'shuffled', 'fenced'];
/** Faults that mean nothing to the other route. */
export const EMBEDDING_FAULTS: readonly OpenAiFault[] = [
  'shuffled',
  'zero_vectors',
  'one_zero_vector',
  'missing_vector',
  'duplicate_index',
  'unequal_lengths',
  'not_finite',
];
export const CHAT_FAULTS: readonly OpenAiFault[] = [
  'refusal',
  'content_filter',
  'cut_off_empty',
  'cut_off_half',
  'invalid_enum',
  'fenced',
];

/** Whether a billed answer cannot be used after this fault, so that what it was about has to be bought again. */
export function spoilsAnswer(fault: OpenAiFault | undefined, route: 'embeddings' | 'chat'): boolean {
  if (fault === undefined || HARMLESS_OPENAI_FAULTS.includes(fault)) return false;
  return !(route === 'chat' ? EMBEDDING_FAULTS : CHAT_FAULTS).includes(fault);
}

export function openAiError(
  status: number,
  message: string,
  fields: { type?: string; code?: string | null; param?: string | null } = {},
  headers: Record<string, string> = {},
): SimulatedAnswer {
  const { type = 'invalid_request_error', code = null, param = null } = fields;
  return { status, headers, body: { error: { message, type, param, code } } };
}

const HTML = '<!doctype html><html><title>Sign in to the network</title><p>Welcome</p></html>';
const html = (status: number): SimulatedAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: HTML,
});
const limited = (message: string, headers: Record<string, string>, type = 'requests') =>
  openAiError(429, message, { type, code: 'rate_limit_exceeded' }, headers);
const rateLimitHeaders = {
  'x-ratelimit-limit-requests': '500',
  'x-ratelimit-remaining-requests': '0',
  'x-ratelimit-reset-requests': '120ms',
};

/** The answer of a fault that comes before any work; undefined for those which spoil an answer that was billed. */
export function faultBeforeWork(fault: OpenAiFault, model: string): SimulatedAnswer | undefined {
  switch (fault) {
    case 'rate_limited_ms':
      return limited(`Rate limit reached for ${model} on requests per min (RPM): Limit 500, Used 500.`, {
        ...rateLimitHeaders,
        'retry-after-ms': '120',
        'retry-after': '1',
      });
    case 'rate_limited_seconds':
      return limited(`Rate limit reached for ${model} on requests per min (RPM): Limit 500, Used 500.`, {
        ...rateLimitHeaders,
        'retry-after': '2',
      });
    case 'rate_limited_message':
      return limited(
        `Rate limit reached for ${model} in organization org-invented on tokens per min (TPM): Limit 200000, Used 195869, Requested 4412. Please try again in 84ms. Visit https://platform.openai.com/account/rate-limits to learn more.`,
        {},
        'tokens',
      );
    case 'tokens_too_large':
      return limited(
        `Request too large for ${model} in organization org-invented on tokens per min (TPM): Limit 200000, Requested 205482.`,
        {},
        'tokens',
      );
    case 'insufficient_quota':
      return openAiError(
        429,
        'You exceeded your current quota, please check your plan and billing details.',
        {
          type: 'insufficient_quota',
          code: 'insufficient_quota',
        },
      );
    case 'unauthorized':
      return openAiError(401, 'Incorrect API key provided: sk-sim******************mnop.', {
        code: 'invalid_api_key',
      });
    case 'forbidden':
      return openAiError(403, 'Country, region, or territory not supported', {
        code: 'unsupported_country_region_territory',
      });
    case 'model_not_found':
      return openAiError(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
        code: 'model_not_found',
      });
    case 'bad_request':
      return openAiError(400, 'We could not process the text of your request.', { param: 'input' });
    case 'timeout_408':
      return openAiError(408, 'Request timed out.', { type: 'server_error' });
    case 'server_error':
      return openAiError(500, 'The server had an error while processing your request', {
        type: 'server_error',
      });
    case 'bad_gateway_html':
      return html(502);
    case 'overloaded':
      return openAiError(503, 'The engine is currently overloaded, please try again later', {
        type: 'slow_down',
        code: 'server_is_overloaded',
      });
    case 'redirect':
      return { status: 307, headers: { location: 'http://127.0.0.1:9/elsewhere' }, body: '' };
    case 'html':
      return html(200);
    case 'silent':
      return { status: 200, body: '', delivery: 'silent' };
    case 'lost_request':
      return { status: 200, body: '', delivery: 'lost' };
    default:
      return undefined;
  }
}

/** How the wire spoils an answer that is already billed. */
export function wireFault(fault: OpenAiFault | undefined): SimulatedAnswer['delivery'] {
  switch (fault) {
    case 'lost_answer':
      return 'lost';
    case 'truncated':
    case 'cut':
    case 'stalled':
      return fault;
    default:
      return 'whole';
  }
}
