/**
 * Whom a review leaves out: disqualified leads, and those of which the reranker thinks less than this (the `match` of the part `relevance`). Nobody is left
 * out for want of a reranker.
 */
export const USUAL_CUT = 0.2;

/** One in so many of those below the cut is shown all the same, so that somebody notices when the cut is wrong. */
export const ONE_CHECKED_IN = 10;
