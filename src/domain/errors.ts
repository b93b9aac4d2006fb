/**
 * The three ways in which work can go wrong, named by what the runner does next, and the one in which a person
 * asked for something impossible. Whether a failure is worth another try is decided once, where the answer of
 * the service is at hand (in a provider), never by reading messages further up.
 */

/** Tokens of a call; null where the service did not say. Failed calls may be billed too, so errors can carry it. */
export interface TokenUsage {
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** Of each request that came before in the same attempt: a repaired answer takes two. */
  readonly before?: readonly TokenUsage[];
}

/** Of a call that was sent but whose bill we never saw: unknown is not zero. */
export const UNKNOWN_USAGE: TokenUsage = { promptTokens: null, completionTokens: null };
/** Of a request that was refused before anything was done, and of what is free. */
export const NOT_BILLED: TokenUsage = { promptTokens: 0, completionTokens: 0 };

export interface FailureDetail {
  readonly cause?: unknown;
  /** What the failed call used; left out: it was not billed; null tokens: it may have been, nobody knows how much. */
  readonly usage?: TokenUsage;
}

abstract class CodedError extends Error {
  /** A stable, snake_case word that scripts may rely on, such as `rate_limited`. */
  readonly code: string;
  readonly usage: TokenUsage | undefined;
  constructor(code: string, message: string, detail: FailureDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.usage = detail.usage;
    this.name = new.target.name;
  }
}

/** Transient: the same call may succeed after a while (time-out, 429, 5xx, a failed actor run, broken JSON). */
export class RetryLater extends CodedError {
  /** How long the service asked us to wait; the retry policy bounds it. */
  readonly retryAfterMs: number | undefined;
  constructor(code: string, message: string, detail: FailureDetail & { retryAfterMs?: number } = {}) {
    super(code, message, detail);
    this.retryAfterMs = detail.retryAfterMs;
  }
}

/** Permanent for this input: no such profile, refused input. Code `request_too_large` means: send less at once. */
export class GiveUp extends CodedError {}

export type StopReason = 'configuration' | 'account' | 'budget' | 'unavailable' | 'database' | 'interrupted';

/** The whole run must end, and no lead is to blame: bad key, no credit, budget reached, database gone, Ctrl-C. */
export class StopRun extends CodedError {
  readonly reason: StopReason;
  /** What the user can do about it, as an imperative sentence. */
  readonly hint: string;
  constructor(reason: StopReason, code: string, message: string, hint: string, detail: FailureDetail = {}) {
    super(code, message, detail);
    this.reason = reason;
    this.hint = hint;
  }
}

/** A request that cannot be carried out as typed: bad file, unknown client, missing setting. Exit code 2. */
export class UsageError extends Error {
  readonly code: string;
  readonly hint: string;
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.hint = hint;
  }
}
