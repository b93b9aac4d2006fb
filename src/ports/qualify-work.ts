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

/** Everything that a score depends on, as one readable key: ICP version, profile text, models and weights, calibration. */
export function scoreKey(icpId: number, textHash: string, settingsKey: string): string {
  return `icp:${icpId}|text:${textHash}|${settingsKey}`;
}

/** The part of the score key that names models and weights, of a score that was calibrated: scores without are named as ever. */
export function calibratedKey(settingsKey: string, calibration: number): string {
  return `${settingsKey}|c${calibration}`;
}

/** Which models and weights a score was made with, whatever calibration came on top; null for what is no score key. */
export function modelsOfScore(key: string): string | null {
  return /^icp:\d+\|text:[^|]*\|(.+?)(?:\|c\d+)?$/.exec(key)?.[1] ?? null;
}
