import type { Classification } from '../domain/classification.ts';
import type { TokenUsage } from '../domain/errors.ts';

/** What a job asks of every text in it. */
export type BatchKind = 'embedding' | 'classification';

export interface JobLimits {
  readonly requests: number;
  /** Of all requests together, as the service takes them. */
  readonly bytes: number;
}

export type JobState =
  | { readonly kind: 'running' }
  /** The service knows no such job: it was created with another key, perhaps. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'ended';
      /** The service's own word for how, e.g. `expired`. */
      readonly status: string;
      /** Why the whole job failed, if it did. */
      readonly message: string | null;
      /** Where its answers are, those to finished requests first; also of a job that expired or was cancelled. */
      readonly files: readonly string[];
      readonly tookMs: number;
    };

/** What a job made of one request; order and completeness are not promised. */
export interface BatchedAnswer {
  /** As given to `request`. */
  readonly id: string;
  readonly usage: TokenUsage;
  readonly outcome: BatchedOutcome;
}

export type BatchedOutcome =
  | { readonly kind: 'vector'; readonly vector: readonly number[] }
  | { readonly kind: 'classification'; readonly classification: Classification }
  /** Refused, failed, not executed in time, or not valid; `code` as of the errors of a single call. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/**
 * A service that takes many requests as one job and answers them within a day, for less. A job outlives the process that created it. All
 * methods throw RetryLater, GiveUp or StopRun; `no_batch_api` stops the run where the server has no such service.
 */
export interface BatchJobs {
  readonly provider: string;
  /** Names the server, without secrets: a job is known only where it was created. */
  readonly server: string;
  readonly limits: Readonly<Record<BatchKind, JobLimits>>;
  /** The most completion tokens that one request can be billed for. */
  readonly maxCompletionTokens: Readonly<Record<BatchKind, number>>;
  /** One request as the service takes it; asks and reads exactly as a single call would. */
  request(kind: BatchKind, id: string, text: string): string;
  /** Brings requests to the service, which does nothing with them yet. Returns what to create the job from. */
  upload(requests: readonly string[], signal: AbortSignal): Promise<string>;
  /** Takes back an upload that no job uses. */
  discard(upload: string, signal: AbortSignal): Promise<void>;
  /**
   * Creates the job, once: never retried inside. Throws RetryLater `creation_unconfirmed` when it may exist all the same, and anything
   * else only when it surely does not.
   */
  create(kind: BatchKind, upload: string, reference: string, signal: AbortSignal): Promise<string>;
  /** The job created under this reference at or after `since`; null when there is none. */
  find(reference: string, since: Date, signal: AbortSignal): Promise<string | null>;
  look(jobId: string, signal: AbortSignal): Promise<JobState>;
  /** Answers that can be read; lines that cannot are left out. Throws GiveUp `file_not_found`. */
  read(kind: BatchKind, file: string, signal: AbortSignal): Promise<Iterable<BatchedAnswer>>;
}
