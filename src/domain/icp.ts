import type { Calibration } from './scoring/calibration.ts';
import type { WeightChanges } from './scoring/weights.ts';

/** A client's targeting criteria (SPEC §3). Lists are trimmed and without repetition; absent means "any". */
export interface Icp {
  readonly targetTitles: readonly string[];
  readonly targetIndustries: readonly string[];
  readonly companySizes: readonly string[];
  readonly targetKeywords: readonly string[];
  readonly targetLocations: readonly string[];
  readonly excludeTitles: readonly string[];
  readonly excludeCompanies: readonly string[];
  readonly excludeKeywords: readonly string[];
  readonly notes: string | null;
  /** What parts of the score are worth to this client; absent: the usual. */
  readonly weights?: WeightChanges;
  /** What raw scores of a model mean for this client; absent: what they usually mean. */
  readonly calibration?: Calibration;
}

/** So many entries a list may have at most. */
export const MOST_ENTRIES = 500;

/** Asks for nothing and excludes nobody. */
export const EMPTY_ICP: Icp = {
  targetTitles: [],
  targetIndustries: [],
  companySizes: [],
  targetKeywords: [],
  targetLocations: [],
  excludeTitles: [],
  excludeCompanies: [],
  excludeKeywords: [],
  notes: null,
};

/** True when at least one criterion says whom to look for; an ICP of exclusions alone cannot be scored against. */
export function hasCriteria(icp: Icp): boolean {
  return (
    icp.targetTitles.length +
      icp.targetIndustries.length +
      icp.companySizes.length +
      icp.targetKeywords.length +
      icp.targetLocations.length >
    0
  );
}

/**
 * The text that is embedded and sent to the reranker as its query (SPEC §7):
 * `Target titles: … | Industries: … | Company sizes: … | Keywords: … | Notes: …`, empty parts left out.
 * Exclusions are not part of it: both models read "not X" as "X".
 */
export function icpText(icp: Icp): string {
  const part = (label: string, values: readonly string[]) =>
    values.length > 0 ? [`${label}: ${values.join(', ')}`] : [];
  return [
    ...part('Target titles', icp.targetTitles),
    ...part('Industries', icp.targetIndustries),
    ...part('Company sizes', icp.companySizes),
    ...part('Keywords', icp.targetKeywords),
    ...part('Locations', icp.targetLocations),
    ...(icp.notes ? [`Notes: ${icp.notes}`] : []),
  ].join(' | ');
}
