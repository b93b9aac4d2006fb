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
 * What each part is worth of 100. Who somebody is at work decides most, so the title weighs more than both models together. The reranker reads ICP and
 * profile side by side and sees what no criterion names; the cosine of two vectors is the coarsest of all. Both explain nothing, so they may tip the
 * balance between near leads and make no lead by themselves. Where the company belongs comes next; size, words and place refine. The proportions were
 * chosen on fixtures/eval/tune and other-clients (`icp eval`), where twice the weight for any part ranks worse or no better.
 */
const WEIGHTS: Readonly<Record<ScorePartName, number>> = {
  title: 34,
  relevance: 22,
  semantic: 8,
  industry: 13,
  size: 7,
  keywords: 9,
  location: 7,
};

/** In the order of `SCORE_PARTS`. Only their proportions count: they are shared out over 100 points. */
export function weightsWith(changes: WeightChanges | undefined): readonly number[] {
  return SCORE_PARTS.map((name) => changes?.[name] ?? WEIGHTS[name]);
}
