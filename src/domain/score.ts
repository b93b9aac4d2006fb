import { findExclusion } from './scoring/exclusions.ts';
import { asksForIndustry, matchIndustry } from './scoring/industry-match.ts';
import { type KeywordEvidence, matchKeywords } from './scoring/keyword-match.ts';
import { asksForLocation, matchLocation } from './scoring/location-match.ts';
import { profileWithoutOrders } from './scoring/orders-to-models.ts';
import { disqualifiedReasoning, NOT_ENOUGH, scoredReasoning, withoutReranker } from './scoring/reasoning.ts';
import type { PartEvidence, Score, ScoreInput, ScorePart } from './scoring/score-types.ts';
import { matchSize, readSizes } from './scoring/size-match.ts';
import { matchTitles, type TitleEvidence } from './scoring/title-match.ts';
import { SCORE_PARTS, type ScorePartName, weightsWith } from './scoring/weights.ts';

export type { PartEvidence, Score, ScoreInput, ScorePart, Verdict } from './scoring/score-types.ts';
export { SCORE_PARTS, type ScorePartName } from './scoring/weights.ts';

/** Raised whenever the same input would score differently, so that older scores are known to be stale. */
export const SCORING_VERSION = 2;

/**
 * Somebody with the wrong title is no lead however well the company fits. Where the ICP asks for titles, the other parts give at least this share of
 * their points, and all of them from `FULL_FROM` on.
 */
const LEAST_SHARE = 0.3;
const FULL_FROM = 0.7;

/**
 * Nor is the right title at the wrong kind of company. Where the ICP asks for industries, the points of the title and of the rest are given in this share at
 * least, and in full from `INDUSTRY_FROM` on. Everybody can found or own something, so such titles lean on the industry more.
 */
const LEAST_SHARE_OUTSIDE = 0.6;
const LEAST_SHARE_OUTSIDE_OF_OWNERS = 0.4;
const INDUSTRY_FROM = 0.6;

/** An about of fewer characters says nothing by itself. */
const TELLING_ABOUT = 40;

/** Points are counted in tenths, so that they add up exactly. */
const TENTHS = 1000;

/**
 * The score of one lead against one ICP, 0–100 with one decimal: the exact sum of its parts. Depends on nothing but its input, and not on the order of
 * skills or of roles of equal date.
 *
 * Parts that the ICP does not ask for and parts that the profile does not tell give their weight to the others in proportion. An exclusion
 * disqualifies (0); a profile that tells too little gets no score. What a profile says to models rather than of its owner counts for nothing.
 */
export function scoreLead(given: ScoreInput): Score {
  const input = { ...given, profile: profileWithoutOrders(given.profile) };
  const { icp, profile, classification } = input;
  const exclusion = findExclusion(icp, profile);
  if (exclusion !== null)
    return {
      verdict: 'disqualified',
      score: 0,
      parts: [],
      reasoning: disqualifiedReasoning(exclusion.reason),
    };

  const title = matchTitles(icp.targetTitles, profile);
  const sizes = readSizes(icp.companySizes);
  const keywords = matchKeywords(icp.targetKeywords, profile);
  const evidence: Readonly<Record<ScorePartName, PartEvidence | null>> = {
    title: icp.targetTitles.length > 0 ? title : null,
    relevance: modelEvidence(input.relevance, 'reranker relevance', withoutReranker(input)),
    semantic: modelEvidence(input.semantic, 'text similarity', 'no text similarity'),
    industry: asksForIndustry(icp.targetIndustries)
      ? matchIndustry(icp.targetIndustries, profile, classification, title.role)
      : null,
    size: sizes.length > 0 ? matchSize(sizes, profile, classification, title.role) : null,
    keywords: icp.targetKeywords.length > 0 ? keywords : null,
    location: asksForLocation(icp.targetLocations)
      ? matchLocation(icp.targetLocations, profile, title.role)
      : null,
  };
  if (saysTooLittle(input, title, evidence))
    return { verdict: 'not_enough', score: null, parts: [], reasoning: NOT_ENOUGH };

  const parts = weigh(evidence, weightsWith(icp.weights), title);
  if (parts.every((part) => part.possible === 0))
    return { verdict: 'not_enough', score: null, parts: [], reasoning: NOT_ENOUGH };
  const tenths = parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0);
  return {
    verdict: 'scored',
    score: tenths / 10,
    parts,
    reasoning: scoredReasoning({ input, title, keywords: foundKeywords(evidence.keywords, keywords), parts }),
  };
}

function foundKeywords(part: PartEvidence | null, keywords: KeywordEvidence): readonly string[] {
  return part === null ? [] : keywords.found;
}

function modelEvidence(value: number | null, label: string, missing: string): PartEvidence {
  return value === null
    ? { match: null, reason: missing, quote: null }
    : { match: clamp(value), reason: `${label} ${clamp(value).toFixed(2)}`, quote: null };
}

/**
 * Too little to judge: no current title, headline or telling about; or nothing known of what decides (title, industry and size as far as they are
 * asked for; keywords and location only where none of these is).
 */
function saysTooLittle(
  { profile }: ScoreInput,
  title: TitleEvidence,
  evidence: Readonly<Record<ScorePartName, PartEvidence | null>>,
): boolean {
  const hasText =
    title.title !== null || profile.headline !== null || (profile.about?.length ?? 0) >= TELLING_ABOUT;
  if (!hasText) return true;
  const strong = [evidence.title, evidence.industry, evidence.size].filter((part) => part !== null);
  const deciding =
    strong.length > 0 ? strong : [evidence.keywords, evidence.location].filter((part) => part !== null);
  return deciding.every((part) => part.match === null);
}

/** Turns evidence into points. Null evidence was not asked for. */
function weigh(
  evidence: Readonly<Record<ScorePartName, PartEvidence | null>>,
  weights: readonly number[],
  { isGeneral, isIdle }: Pick<TitleEvidence, 'isGeneral' | 'isIdle'>,
): readonly ScorePart[] {
  const possible = shareOut(
    SCORE_PARTS.map((name, index) =>
      evidence[name] === null || evidence[name].match === null ? 0 : weights[index]!,
    ),
  );
  // Where no title is asked for, anybody at work will do.
  const titleMatch = evidence.title === null ? (isIdle ? 0 : null) : evidence.title.match;
  const ofTitle = shareBy(titleMatch, LEAST_SHARE, FULL_FROM);
  const ofIndustry = shareBy(
    evidence.industry?.match ?? null,
    isGeneral ? LEAST_SHARE_OUTSIDE_OF_OWNERS : LEAST_SHARE_OUTSIDE,
    INDUSTRY_FROM,
  );
  return SCORE_PARTS.map((name, index) => {
    const part = evidence[name];
    const tenths = possible[index]!;
    if (part === null)
      return { name, points: 0, possible: 0, match: null, reason: 'not asked for', quote: null };
    if (part.match === null)
      return { name, points: 0, possible: 0, match: null, reason: part.reason, quote: part.quote };
    const match = clamp(part.match);
    const byTitle = name === 'title' ? 1 : ofTitle;
    const byIndustry = name === 'industry' ? 1 : ofIndustry;
    const share = byTitle * byIndustry;
    const cause = byTitle <= byIndustry ? 'title' : 'industry';
    return {
      name,
      points: Math.round(tenths * match * share) / 10,
      possible: tenths / 10,
      match,
      reason:
        share < 1 && match > 0
          ? `${part.reason}; counts ${Math.round(share * 100)} % because of the ${cause}`
          : part.reason,
      quote: part.quote,
    };
  });
}

/** The share of its points that a part gives: all of them where the match that it hangs on is unknown or not asked for. */
function shareBy(match: number | null, least: number, fullFrom: number): number {
  return match === null ? 1 : Math.min(1, least + (1 - least) * (clamp(match) / fullFrom));
}

/** Splits 100 points, in tenths, in proportion to the weights; what rounding leaves goes to the largest remainders. */
function shareOut(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * TENTHS) / total);
  const whole = exact.map(Math.floor);
  const left = TENTHS - whole.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index]! += 1;
  return whole;
}

/** Between 0 and 1 and of four decimals: what a database's arithmetic makes of the last bits must not show in a score. */
function clamp(value: number): number {
  return Number.isNaN(value) ? 0 : Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
}
