import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GiveUp, RetryLater, StopRun } from '../../src/domain/errors.ts';
import { CALL_ATTEMPTS, callDelayMs, leadDelayMs, leadFailure } from '../../src/pipeline/retry-policy.ts';

const later = (retryAfterMs?: number) =>
  new RetryLater('rate_limited', 'slow down', retryAfterMs === undefined ? {} : { retryAfterMs });
const least = () => 0;
const most = () => 0.999999;

describe('callDelayMs', () => {
  it('doubles from half a second, half of it by chance', () => {
    expect([1, 2, 3, 4].map((attempt) => callDelayMs(later(), attempt, least))).toEqual([
      250, 500, 1000, 2000,
    ]);
    expect([1, 2, 3, 4].map((attempt) => Math.round(callDelayMs(later(), attempt, most)!))).toEqual([
      500, 1000, 2000, 4000,
    ]);
  });

  it('ends after the last attempt', () => {
    expect(callDelayMs(later(), CALL_ATTEMPTS, least)).toBeNull();
    expect(callDelayMs(later(), CALL_ATTEMPTS + 1, least)).toBeNull();
    expect(callDelayMs(later(), CALL_ATTEMPTS - 1, least)).not.toBeNull();
  });

  it('waits as long as the server asks, unless that is too long to wait here', () => {
    expect(callDelayMs(later(20_000), 1, most)).toBe(20_000);
    expect(callDelayMs(later(1), 1, least)).toBe(250);
    expect(callDelayMs(later(60_000), 1, least)).toBe(60_000);
    expect(callDelayMs(later(60_001), 1, least)).toBeNull();
  });
});

describe('leadDelayMs', () => {
  it('doubles from half a minute to six hours', () => {
    expect([1, 2, 3, 4].map((failed) => leadDelayMs(failed, least))).toEqual([
      15_000, 30_000, 60_000, 120_000,
    ]);
    expect(leadDelayMs(60, least)).toBe(3 * 3_600_000);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failed, chance) => {
          const delay = leadDelayMs(failed, () => chance);
          expect(delay).toBeGreaterThanOrEqual(15_000);
          expect(delay).toBeLessThanOrEqual(6 * 3_600_000);
        },
      ),
    );
  });
});

describe('leadFailure', () => {
  it('makes a transient error due later, the later the more often the lead has failed', () => {
    expect(leadFailure(later(), 0, least)).toEqual({
      code: 'rate_limited',
      message: 'slow down',
      retryable: true,
      retryInMs: 15_000,
    });
    expect(leadFailure(later(), 2, least)).toMatchObject({ retryInMs: 60_000 });
    expect(leadFailure(later(90_000), 0, least)).toMatchObject({ retryInMs: 90_000 });
  });

  it('makes a permanent error final', () => {
    expect(leadFailure(new GiveUp('profile_not_found', 'nobody'), 0, least)).toEqual({
      code: 'profile_not_found',
      message: 'nobody',
      retryable: false,
      retryInMs: 0,
    });
  });

  it('blames no lead for what stops the run, nor for a bug', () => {
    expect(leadFailure(new StopRun('account', 'no_credit', 'm', 'h'), 0, least)).toBeNull();
    expect(leadFailure(new TypeError('oops'), 0, least)).toBeNull();
    expect(leadFailure(undefined, 0, least)).toBeNull();
  });

  it.each([1e15, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])(
    'bounds a wait of %d ms that a server asks for',
    (wait) => {
      expect(leadFailure(later(wait), 0, least)!.retryInMs).toBeLessThanOrEqual(24 * 3_600_000);
    },
  );
});
