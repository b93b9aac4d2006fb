import type { Classification } from '../domain/classification.ts';
import type { AnswerKind, InBatch } from './answer-store.ts';
import type { BatchKind } from './batch-jobs.ts';
import type { Attempt, CallContext } from './usage-ledger.ts';

/** What all requests of a batch ask: the part of their keys that they share. */
export type BatchQuestion = Extract<AnswerKind, { readonly kind: BatchKind }>;

export interface RequestedAnswer {
  readonly textHash: string;
  readonly context: CallContext;
}

export interface OpenBatch extends InBatch {
  readonly reference: string;
  readonly question: BatchQuestion;
  /** `gathering`: nothing was bought; `intended`: its job may exist; `created`: it does, under `jobId`. */
  readonly state: 'gathering' | 'intended' | 'created';
  readonly jobId: string | null;
  /** When its job was about to be created. */
  readonly intendedAt: Date | null;
}

/** What a batch brought for one text: how the attempt went, and the answer if there is one. */
export interface BroughtAnswer {
  readonly textHash: string;
  readonly attempt: Attempt;
  readonly answer:
    | { readonly kind: 'vector'; readonly vector: readonly number[] }
    | { readonly kind: 'classification'; readonly classification: Classification }
    | null;
}

/** Batches of answers from their first request to their collection, so that none is ever bought twice. */
export interface AnswerBatchLedger {
  /** A new batch in our care, with nothing in it. */
  open(provider: string, server: string, question: BatchQuestion): Promise<OpenBatch>;
  /**
   * Hands answers that are ours to buy over to the batch, which holds them from now on: nobody else buys them. Returns whose hashes it took;
   * the others are not ours any more. Null when the batch itself is not.
   */
  add(batch: OpenBatch, requests: readonly RequestedAnswer[]): Promise<ReadonlySet<string> | null>;
  /** Written before the job is created. False when the batch is not ours any more: then it must not be. */
  intended(id: number): Promise<boolean>;
  /** Written before anything waits for the job. */
  created(id: number, jobId: string): Promise<void>;
  /** There is no job, so all that the batch holds may be bought again. Nothing happens when it is not ours any more. */
  abandoned(id: number): Promise<void>;
  /** Takes over the open batches at a server that nobody living looks after. */
  takeOver(provider: string, server: string): Promise<readonly OpenBatch[]>;
  /** What is not settled yet, with on whose behalf it was asked for. */
  requestsOf(id: number): Promise<ReadonlyMap<string, CallContext>>;
  /**
   * Keeps answers with what they cost, and lets their keys go. Each text counts once, however often and by how many processes it is
   * settled: returns whose hashes were settled by this call.
   */
  settle(batch: OpenBatch, brought: readonly BroughtAnswer[]): Promise<ReadonlySet<string>>;
  /** Everything is settled: the leads that wait for the batch go on. */
  collected(id: number): Promise<void>;
  renew(): Promise<void>;
  /** Leaves them to the next process. */
  released(ids: readonly number[]): Promise<void>;
}
