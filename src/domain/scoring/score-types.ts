import type { Classification } from '../classification.ts';
import type { Icp } from '../icp.ts';
import type { Profile } from '../profile.ts';
import type { ScorePartName } from './weights.ts';

/** What is known of one part before weights: a match between 0 and 1, or unknown (not the same as a miss). */
export interface PartEvidence {
  /** 0–1, or null when the profile does not say. */
  readonly match: number | null;
  /** Why, in words for a marketer, e.g. `CFO matches target title CFO`. */
  readonly reason: string;
  /** Passage of the profile that shows it, verbatim; null when nothing is quoted. */
  readonly quote: string | null;
}

export interface ScorePart {
  /** `calibration` is what the client's verdicts make of the sum of all others; it stands last (score-mapping.ts). */
  readonly name: ScorePartName | 'calibration';
  /** Points this part gave; the score is the exact sum of these. One decimal. */
  readonly points: number;
  /** Points it could have given, after the weight of unknown and unasked parts moved to the known ones. One decimal. */
  readonly possible: number;
  readonly match: number | null;
  readonly reason: string;
  readonly quote: string | null;
}

export type Verdict = 'scored' | 'disqualified' | 'not_enough';

export interface Score {
  readonly verdict: Verdict;
  /** 0–100 with one decimal; 0 when disqualified, null when there is not enough to judge. */
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
  /** One sentence that a marketer can use. */
  readonly reasoning: string;
}

/** Everything a score depends on. Nothing about other leads is in it, by design. */
export interface ScoreInput {
  readonly icp: Icp;
  readonly profile: Profile;
  readonly classification: Classification;
  /** 0–1 after calibration for the embedding model, or null to score by the other parts alone. */
  readonly semantic: number | null;
  /** 0–1 after calibration for the reranker, or null where it was not asked. */
  readonly relevance: number | null;
  /** Why it was not asked, where that was not the wish of `--no-rerank`: others are nearer (`--shortlist`). */
  readonly beyondShortlist?: boolean;
}
