import { z } from 'zod';
import { GiveUp, RetryLater, StopRun, type TokenUsage } from '../domain/errors.ts';

/** For a call that was sent but whose bill we never saw: unknown is not zero. */
export const UNKNOWN_USAGE: TokenUsage = { promptTokens: null, completionTokens: null };
/** For a request that the service refused before it did anything. */
export const NOT_BILLED: TokenUsage = { promptTokens: 0, completionTokens: 0 };

/** A count as a service states it; anything that is no count is read as "not stated". */
export const tokenCount = z.number().int().nonnegative().nullish().catch(null);

/** What a call used that took so many requests. */
export function withRequests(usage: TokenUsage, requests: number): TokenUsage {
  return requests === 1 ? usage : { ...usage, requests };
}

/** What several calls used together; a sum with an unknown part is unknown. */
export function sumUsage(first: TokenUsage, second: TokenUsage): TokenUsage {
  const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
  return {
    promptTokens: sum(first.promptTokens, second.promptTokens),
    completionTokens: sum(first.completionTokens, second.completionTokens),
    requests: (first.requests ?? 1) + (second.requests ?? 1),
  };
}

/**
 * The same failure, carrying in addition what earlier calls of the same piece of work were billed. A failure without usage
 * was not billed itself. Anything that is not one of our three errors (a caller's abort reason) is returned as it is.
 */
export function withEarlierUsage(error: unknown, earlier: TokenUsage): unknown {
  if (!(error instanceof RetryLater || error instanceof GiveUp || error instanceof StopRun)) return error;
  const usage = sumUsage(earlier, error.usage ?? NOT_BILLED);
  const detail = { usage, cause: error.cause };
  if (error instanceof RetryLater) {
    return new RetryLater(
      error.code,
      error.message,
      error.retryAfterMs === undefined ? detail : { ...detail, retryAfterMs: error.retryAfterMs },
    );
  }
  if (error instanceof GiveUp) return new GiveUp(error.code, error.message, detail);
  return new StopRun(error.reason, error.code, error.message, error.hint, detail);
}
