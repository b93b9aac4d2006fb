export interface LeadFailure {
  readonly code: string;
  readonly message: string;
  /** Whether another try may help. */
  readonly retryable: boolean;
  /** How long from now the next try is due, in milliseconds. */
  readonly retryInMs: number;
}

export type Settlement<Result> =
  | { readonly leadId: number; readonly kind: 'done'; readonly result: Result }
  | { readonly leadId: number; readonly kind: 'failed'; readonly failure: LeadFailure };

export interface ClaimedLead {
  readonly id: number;
  /** How many attempts failed before this one. */
  readonly failedAttempts: number;
}

export interface ClaimSharing {
  /**
   * All leads in hand. They are not handed out again, whatever became of their leases (the process may have been suspended); and what else stands under our
   * name was claimed by a statement whose answer was lost, so it is.
   */
  readonly inHand: readonly number[];
  /** Take no more than leaves their share to others that work at the same, or may be about to; rounded up to this many. Null: all. */
  readonly portion: number | null;
}

/** Hands out the leads of one stage under a lease and takes them back. */
export interface LeadDesk<Lead extends ClaimedLead, Result> {
  /** Leads that nobody works on, failed ones that are due again among them; fewer than asked for when there are no more. */
  claim(limit: number, terms?: ClaimSharing): Promise<readonly Lead[]>;
  renew(leadIds: readonly number[]): Promise<void>;
  /** Writes what came of them and moves them, each only if it is still ours. */
  settle(settlements: readonly Settlement<Result>[]): Promise<void>;
  /** Gives leads back as they were. */
  release(leadIds: readonly number[]): Promise<void>;
}
