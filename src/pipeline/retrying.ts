import { RetryLater } from '../domain/errors.ts';
import type { PaidCalls } from './paid-call.ts';
import { CALL_ATTEMPTS, callDelayMs } from './retry-policy.ts';

/** Reading calls cost nothing and may be repeated freely. */
export async function retrying<T>(
  calls: Pick<PaidCalls, 'clock' | 'halt'>,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof RetryLater) || attempt >= CALL_ATTEMPTS) throw error;
      await calls.clock.sleep(callDelayMs(error, attempt, calls.clock.random) ?? 0, calls.halt.stopping);
    }
  }
}
