import type { Classification } from '../domain/classification.ts';
import type { Profile } from '../domain/profile.ts';
import type { Score } from '../domain/score.ts';
import type { ClaimedLead } from './lead-desk.ts';

/** An enriched lead as the qualify stage gets it. */
export interface LeadToQualify extends ClaimedLead {
  readonly clientId: number;
  readonly batchId: number;
  readonly profile: Profile;
  readonly text: string;
  readonly textHash: string;
  /** The score it has now; null when it has none. */
  readonly oldScore: number | null;
  readonly name: string | null;
}

/** The qualify stage's answer. */
export interface Qualification {
  readonly icpId: number;
  /** Names everything the score depends on; another key means that it is stale. */
  readonly scoreKey: string;
  readonly score: Score;
  /** What the score was made of; a fresher profile changes what lists show too. */
  readonly profile: Profile;
  readonly classification: Classification;
}

/** Everything that a score depends on, as one readable key: ICP version, profile text, models and weights. */
export function scoreKey(icpId: number, textHash: string, settingsKey: string): string {
  return `icp:${icpId}|text:${textHash}|${settingsKey}`;
}
