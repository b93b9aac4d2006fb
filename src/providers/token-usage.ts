import { z } from 'zod';
import { GiveUp, NOT_BILLED, RetryLater, StopRun, type TokenUsage } from '../domain/errors.ts';

/** A count as a service states it; anything that is no count is read as "not stated". */
export const tokenCount = z.number().int().nonnegative().nullish().catch(null);

/** What a request used, with those that came before it in the same attempt, oldest first. */
export function usageAfter(earlier: readonly TokenUsage[], usage: TokenUsage): TokenUsage {
  const before = [...earlier.flatMap(eachRequest), ...(usage.before ?? [])];
  return before.length === 0 ? usage : { ...usage, before };
}

function eachRequest({ before = [], ...last }: TokenUsage): TokenUsage[] {
  return [...before, last];
}

/**
 * The same failure, carrying in addition what earlier calls of the same piece of work were billed. A failure without usage
 * was not billed itself. Anything that is not one of our three errors (a caller's abort reason) is returned as it is.
 */
export function withEarlierUsage(error: unknown, earlier: readonly TokenUsage[]): unknown {
  if (earlier.length === 0) return error;
  if (!(error instanceof RetryLater || error instanceof GiveUp || error instanceof StopRun)) return error;
  const usage = usageAfter(earlier, error.usage ?? NOT_BILLED);
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
