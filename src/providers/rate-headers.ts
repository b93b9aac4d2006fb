import type { Allowance } from '../pipeline/pace.ts';
import { durationMs, type Fetch } from './http-answer.ts';

/**
 * What is left of the requests and tokens of a minute, as OpenAI and many compatible servers say it with every answer:
 * `x-ratelimit-limit-requests`, `-remaining-requests`, `-reset-requests` (`1s`, `6m0s`), and the same for tokens (PROVIDERS.md §2.4).
 * Whatever is missing or no number is left out.
 */
export function readAllowances(headers: Headers): Allowance[] {
  return ['requests', 'tokens'].flatMap((what) => {
    const limit = amount(headers.get(`x-ratelimit-limit-${what}`));
    const remaining = amount(headers.get(`x-ratelimit-remaining-${what}`));
    const fullInMs = span(headers.get(`x-ratelimit-reset-${what}`));
    return limit === null || remaining === null || fullInMs === null ? [] : [{ limit, remaining, fullInMs }];
  });
}

/** A fetch that tells what each answer says is left. */
export function watchingAllowances(fetch: Fetch, tell: (allowance: Allowance) => void): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    for (const allowance of readAllowances(response.headers)) tell(allowance);
    return response;
  };
}

/** Some servers answer -1 when more is taken than there was. */
function amount(text: string | null): number | null {
  return text !== null && /^-?\d{1,12}$/.test(text.trim()) ? Math.max(0, Number(text)) : null;
}

/** `6m0s`, `120ms`, or bare seconds. */
function span(text: string | null): number | null {
  if (text === null) return null;
  const bare = text.trim();
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(bare)) return Math.ceil(Number(bare) * 1000);
  return /^(?:[\d.]{1,12}(?:ms|h|m|s)){1,4}$/i.test(bare) ? (durationMs(bare) ?? null) : null;
}
