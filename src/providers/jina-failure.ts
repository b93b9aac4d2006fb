import { z } from 'zod';
import { GiveUp, RetryLater, StopRun } from '../domain/errors.ts';
import { retryAfterMs, type ServiceSettings, serviceWords } from './http-answer.ts';

export const JINA_SETTINGS: ServiceSettings = {
  service: 'Jina',
  keyVariable: 'JINA_API_KEY',
  urlVariable: 'JINA_BASE_URL',
};

/** What a failure message may name. */
export interface JinaCall {
  readonly host: string;
  readonly apiKey: string;
  readonly model: string;
}

/** An answer as it came, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** `detail` is Jina's and FastAPI's (a text, or a list of what is wrong where), the rest TEI's, vLLM's and llama.cpp's. */
const place = z.array(z.union([z.string(), z.number()]));
const complaint = z.object({ msg: z.string().catch(''), loc: place.catch([]) });
const errorBody = z.object({
  detail: z
    .union([z.string(), z.array(complaint)])
    .optional()
    .catch(undefined),
  error: z
    .union([z.string(), z.object({ message: z.string() }).transform((error) => error.message)])
    .optional()
    .catch(undefined),
  message: z.string().optional().catch(undefined),
});

const TOO_LARGE =
  /larger than the largest allowed|too (?:large|long|many)|exceeds?\b|max(?:imum)? (?:\w+ ){0,3}(?:length|size|tokens|documents)|at most \d+ (?:items|elements)/i;

/** What the runner is to do about an answer other than 200; by status first, by words only where 400 and 422 leave it open. */
export function jinaFailure(answer: HttpAnswer, call: JinaCall): RetryLater | GiveUp | StopRun {
  const { status, headers } = answer;
  const { words, places } = complaintOf(answer.text);
  const said = `${call.host} (${status}): ${serviceWords(words, call.apiKey)}`;
  const wait = retryAfterMs(headers, words);
  const later = (code: string) =>
    new RetryLater(code, said, wait === undefined ? {} : { retryAfterMs: wait });

  if (status === 401 || status === 403) return badKey(status, call);
  if (status === 402) return balanceExhausted(call);
  if (status === 404) return notFound(said, call);
  if (status >= 200 && status < 400) return wrongAddress(status, call);
  if (status === 413) return new GiveUp('request_too_large', said);
  if (status === 429) return later('rate_limited');
  if (status === 408) return later('timeout');
  if (status >= 500 || [409, 423, 424, 425].includes(status)) return later('server_error');
  if (TOO_LARGE.test(words)) return new GiveUp('request_too_large', said);
  if (
    places.includes('model') ||
    /\bmodel\b.*(?:not found|unknown|invalid|does not exist|not supported)/i.test(words)
  ) {
    return notFound(said, call);
  }
  return new GiveUp('invalid_request', said);
}

/** For a 402 that was repeated at once. */
export function balanceExhausted(call: JinaCall): StopRun {
  return new StopRun(
    'account',
    'balance_exhausted',
    `${call.host} reports twice in a row that the balance behind JINA_API_KEY is used up (402)`,
    'Top up the account behind JINA_API_KEY, then run the same command again; or use --no-rerank.',
  );
}

function complaintOf(text: string): { words: string; places: (string | number)[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { words: text, places: [] };
  }
  const body = errorBody.safeParse(json).data;
  const detail = body?.detail;
  if (Array.isArray(detail)) {
    const words = detail.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; ');
    return { words, places: detail.flatMap(({ loc }) => loc) };
  }
  return { words: detail ?? body?.error ?? body?.message ?? text, places: [] };
}

function badKey(status: number, call: JinaCall): StopRun {
  return new StopRun(
    'configuration',
    status === 401 ? 'invalid_api_key' : 'access_denied',
    `${call.host} does not accept the key in JINA_API_KEY (${status})`,
    'Set JINA_API_KEY to a valid key of that service, or use --no-rerank or --offline.',
  );
}

function notFound(said: string, call: JinaCall): StopRun {
  return new StopRun(
    'configuration',
    'model_not_found',
    `reranker ${call.model} (ICP_RERANK_MODEL) was not found: ${said}`,
    'Set ICP_RERANK_MODEL to a model of that service, and JINA_BASE_URL to the address before /rerank.',
  );
}

function wrongAddress(status: number, call: JinaCall): StopRun {
  return new StopRun(
    'configuration',
    'redirected',
    `${call.host} answers ${status} where 200 is expected; redirects are not followed because the key would go along`,
    'Set JINA_BASE_URL to the final address of the service, the part before /rerank.',
  );
}
