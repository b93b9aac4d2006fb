import { RetryLater } from '../domain/errors.ts';
import type { BatchJobs, BatchKind } from '../ports/batch-jobs.ts';
import type { PaidCalls } from './paid-call.ts';
import { callDelayMs } from './retry-policy.ts';
import { retrying } from './retrying.ts';

/** How often a job whose creation was not confirmed is looked for before it counts as never created, a second apart. */
const SEARCHES = 4;

export type Creation =
  | { readonly kind: 'created'; readonly jobId: string }
  /** It surely does not exist. */
  | { readonly kind: 'refused'; readonly error: unknown };

interface Parts {
  readonly jobs: BatchJobs;
  readonly calls: PaidCalls;
}

/** The job under this reference, or null when there surely is none. Throws when the service's list cannot be read now. */
export async function searchJob(
  { jobs, calls }: Parts,
  reference: string,
  since: Date,
): Promise<string | null> {
  for (let search = 1; ; search += 1) {
    const found = await retrying(calls, () => jobs.find(reference, since, calls.halt.signal));
    if (found !== null || search === SEARCHES) return found;
    await calls.clock.sleep(1000, calls.halt.signal);
  }
}

/**
 * Creates the job once, however often the service has to be asked: after an answer that was lost, only when its list does not have the job. Throws
 * when it is not known whether there is one.
 */
export async function createJob(
  parts: Parts,
  job: { readonly kind: BatchKind; readonly upload: string; readonly reference: string },
): Promise<Creation> {
  const { jobs, calls } = parts;
  const since = calls.clock.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return {
        kind: 'created',
        jobId: await jobs.create(job.kind, job.upload, job.reference, calls.halt.signal),
      };
    } catch (error) {
      if (!(error instanceof RetryLater)) return { kind: 'refused', error };
      if (error.code === 'creation_unconfirmed') {
        const jobId = await searchJob(parts, job.reference, since);
        if (jobId !== null) return { kind: 'created', jobId };
      }
      const delay = callDelayMs(error, attempt, calls.clock.random);
      if (delay === null) return { kind: 'refused', error };
      await calls.clock.sleep(delay, calls.halt.signal);
    }
  }
}
