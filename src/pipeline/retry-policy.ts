import { GiveUp, RetryLater } from '../domain/errors.ts';
import type { LeadFailure } from '../ports/lead-desk.ts';

/** How often one call is tried before its lead counts a failed attempt. */
export const CALL_ATTEMPTS = 5;
const CALL_BASE_MS = 500;
const CALL_LONGEST_MS = 30_000;
/** A server may ask for any delay; beyond this the lead goes back and is tried again later instead. */
const LONGEST_SERVER_DELAY_MS = 60_000;

const LEAD_BASE_MS = 30_000;
const LEAD_LONGEST_MS = 6 * 3_600_000;

/**
 * Pause before trying a call again: exponential from half a second with "equal jitter" (half fixed, half random, so that many
 * callers spread out), never shorter than the server asked for. Null: not worth waiting for here.
 */
export function callDelayMs(failure: RetryLater, attempt: number, random: () => number): number | null {
  if (attempt >= CALL_ATTEMPTS) return null;
  if (failure.retryAfterMs !== undefined && failure.retryAfterMs > LONGEST_SERVER_DELAY_MS) return null;
  const ceiling = Math.min(CALL_LONGEST_MS, CALL_BASE_MS * 2 ** (attempt - 1));
  const delay = ceiling / 2 + (ceiling / 2) * random();
  return Math.max(delay, failure.retryAfterMs ?? 0);
}

/** Pause before a failed lead is due again: 30 s, 1 min, 2 min … up to 6 h, each 50–100 % of that. */
export function leadDelayMs(failedAttempts: number, random: () => number): number {
  const ceiling = Math.min(LEAD_LONGEST_MS, LEAD_BASE_MS * 2 ** (failedAttempts - 1));
  return ceiling / 2 + (ceiling / 2) * random();
}

/** What an error means for one lead, or null when it is not about the lead (stop the run, or a bug). */
export function leadFailure(
  error: unknown,
  failedAttempts: number,
  random: () => number,
): LeadFailure | null {
  if (error instanceof RetryLater) {
    return {
      code: error.code,
      message: error.message,
      retryable: true,
      retryInMs: Math.min(
        LEAD_LONGEST_MS,
        Math.max(leadDelayMs(failedAttempts + 1, random), error.retryAfterMs ?? 0),
      ),
    };
  }
  if (error instanceof GiveUp) {
    return { code: error.code, message: error.message, retryable: false, retryInMs: 0 };
  }
  return null;
}
