import type { CriterionKind, Stance } from './criterion.ts';

/** A criterion as an extractor states it. Nothing of it is checked yet: the quote may be invented. */
export interface StatedCriterion {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly value: string;
  readonly quote: string;
}

/** A criterion with the passage of a call that says so, word for word. */
export interface QuotedCriterion extends StatedCriterion {
  readonly speaker: string | null;
  /** From the beginning of the call. */
  readonly atSeconds: number | null;
}

/** The call in which something was said. */
export interface CallReference {
  readonly id: number;
  /** Its id where it comes from. */
  readonly callId: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly heldAt: Date | null;
}

/** That something was said, where, and when. */
export interface Mention extends QuotedCriterion {
  readonly call: CallReference;
}
