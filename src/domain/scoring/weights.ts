/** The parts that a score is the exact sum of, in the order in which they are shown. */
export const SCORE_PARTS = [
  'title',
  'relevance',
  'semantic',
  'industry',
  'size',
  'keywords',
  'location',
] as const;
export type ScorePartName = (typeof SCORE_PARTS)[number];

/** What an ICP file says instead of the weights below; parts that it does not name keep theirs. */
export type WeightChanges = Readonly<Partial<Record<ScorePartName, number>>>;

/**
 * What each part is worth of 100. Who somebody is at work decides most, so the title weighs as much as both models together and some; where the
 * company belongs comes next; size, words and place refine. The models (relevance, semantic) see what no criterion names, but explain nothing, so they
 * may tip the balance between near leads and make no lead by themselves.
 */
const WEIGHTS: Readonly<Record<ScorePartName, number>> = {
  title: 35,
  relevance: 15,
  semantic: 10,
  industry: 15,
  size: 8,
  keywords: 9,
  location: 8,
};

/** In the order of `SCORE_PARTS`. Only their proportions count: they are shared out over 100 points. */
export function weightsWith(changes: WeightChanges | undefined): readonly number[] {
  return SCORE_PARTS.map((name) => changes?.[name] ?? WEIGHTS[name]);
}
