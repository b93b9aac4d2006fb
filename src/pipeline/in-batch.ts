import { RetryLater } from '../domain/errors.ts';
import type { InBatch } from '../ports/answer-store.ts';

/** Batches take hours, and whoever enriches collects them. */
const AGAIN_IN_MS = 3_600_000;

export function isInBatch(answer: unknown): answer is InBatch {
  return typeof answer === 'object' && answer !== null && 'answerBatchId' in answer;
}

/** The answer itself. Throws RetryLater where it stands in an open batch. */
export function atHand<Answer>(answer: Answer | InBatch): Answer {
  if (!isInBatch(answer)) return answer;
  throw new RetryLater('stands_in_batch', 'the answer stands in a batch that has not come back yet', {
    retryAfterMs: AGAIN_IN_MS,
  });
}
