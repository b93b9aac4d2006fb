import { inspect } from 'node:util';
import { GiveUp, RetryLater, StopRun } from '../../src/domain/errors.ts';

/** What a call was rejected with, as a plain object that a table can state; fails the test when it was not rejected. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  const error = await call.then(
    (value) => {
      throw new Error(`expected a failure, got ${inspect(value, { maxArrayLength: 3 })}`);
    },
    (reason: unknown) => reason,
  );
  if (error instanceof RetryLater) {
    return { kind: 'retry later', code: error.code, retryAfterMs: error.retryAfterMs, ...common(error) };
  }
  if (error instanceof GiveUp) return { kind: 'give up', code: error.code, ...common(error) };
  if (error instanceof StopRun) {
    return { kind: `stop: ${error.reason}`, code: error.code, hint: error.hint, ...common(error) };
  }
  throw error;
}

export interface Failure {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  /** Everything that printing the error in full would show. */
  readonly inspected: string;
  readonly usage: RetryLater['usage'];
  readonly retryAfterMs?: number | undefined;
  readonly hint?: string;
}

function common(error: RetryLater | GiveUp | StopRun) {
  return {
    message: error.message,
    usage: error.usage,
    inspected: inspect(error, { depth: 20, showHidden: true }),
  };
}
