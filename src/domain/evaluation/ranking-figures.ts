/** How good a lead is by the judgement of a person: 3 to write to today, 2 worth writing to, 1 loosely related, 0 no lead. */
export type Grade = 0 | 1 | 2 | 3;
export const GRADES: readonly Grade[] = [0, 1, 2, 3];

/** From this grade on somebody is worth writing to. */
export const RELEVANT_GRADE: Grade = 2;

export interface Graded {
  /** What leads are ranked by, the highest first; null stands last. */
  readonly value: number | null;
  readonly grade: Grade;
}

/** Figures of one ranked list; null where the grades leave nothing to measure. All between 0 and 1. */
export interface RankingFigures {
  readonly ndcg10: number | null;
  readonly ndcg20: number | null;
  readonly averagePrecision: number | null;
  readonly precision5: number | null;
  readonly precision10: number | null;
  readonly precision20: number | null;
  readonly recall10: number | null;
  readonly recall20: number | null;
  readonly rocAuc: number | null;
}

/**
 * The usual figures of a ranking. Leads of equal value have no order: each figure is what a random order of them gives on average
 * (McSherry and Najork, 2008), so that it does not depend on the order of the labels.
 */
export function rankingFigures(items: readonly Graded[]): RankingFigures {
  const ties = tiesOf(items);
  return {
    ndcg10: ndcg(ties, 10),
    ndcg20: ndcg(ties, 20),
    averagePrecision: averagePrecision(ties),
    precision5: precisionAt(ties, 5),
    precision10: precisionAt(ties, 10),
    precision20: precisionAt(ties, 20),
    recall10: recallAt(ties, 10),
    recall20: recallAt(ties, 20),
    rocAuc: rocAuc(ties),
  };
}

/** The mean of each figure over several lists, each list counting the same; a list that has no such figure is left out of it. */
export function meanFigures(lists: readonly RankingFigures[]): RankingFigures {
  const mean = (name: keyof RankingFigures) => meanOf(lists.flatMap((figures) => figures[name] ?? []));
  return {
    ndcg10: mean('ndcg10'),
    ndcg20: mean('ndcg20'),
    averagePrecision: mean('averagePrecision'),
    precision5: mean('precision5'),
    precision10: mean('precision10'),
    precision20: mean('precision20'),
    recall10: mean('recall10'),
    recall20: mean('recall20'),
    rocAuc: mean('rocAuc'),
  };
}

/** Null of no values. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Grades of leads of equal value, the best value first. */
type Ties = readonly (readonly Grade[])[];

function tiesOf(items: readonly Graded[]): Ties {
  const groups = new Map<number, Grade[]>();
  for (const { value, grade } of items) {
    const place = value ?? Number.NEGATIVE_INFINITY;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [grade]);
    else group.push(grade);
  }
  return [...groups].sort(([one], [other]) => (one === other ? 0 : other - one)).map(([, grades]) => grades);
}

/** Järvelin and Kekäläinen (2002) with gains of 2^grade − 1: one lead of grade 3 outweighs two of grade 2. */
function ndcg(ties: Ties, depth: number): number | null {
  const ideal = ties
    .flat()
    .sort((one, other) => other - one)
    .map((grade) => [grade]);
  const best = discountedGain(ideal, depth);
  return best === 0 ? null : discountedGain(ties, depth) / best;
}

function discountedGain(ties: Ties, depth: number): number {
  let gain = 0;
  let position = 0;
  for (const grades of ties) {
    const mean = grades.reduce<number>((sum, grade) => sum + 2 ** grade - 1, 0) / grades.length;
    for (let end = position + grades.length; position < end; position += 1) {
      if (position < depth) gain += mean / Math.log2(position + 2);
    }
  }
  return gain;
}

const relevantIn = (grades: readonly Grade[]) => grades.filter((grade) => grade >= RELEVANT_GRADE).length;

/** The mean, over relevant leads, of the precision down to where each stands. */
function averagePrecision(ties: Ties): number | null {
  const total = relevantIn(ties.flat());
  let seen = 0;
  let found = 0;
  let sum = 0;
  for (const grades of ties) {
    const relevant = relevantIn(grades);
    // Of the others in its tie, this share is relevant, wherever they stand.
    const share = grades.length > 1 ? (relevant - 1) / (grades.length - 1) : 0;
    for (let before = 0; before < grades.length; before += 1) {
      sum += ((relevant / grades.length) * (found + 1 + before * share)) / (seen + before + 1);
    }
    seen += grades.length;
    found += relevant;
  }
  return total === 0 ? null : sum / total;
}

/** Relevant leads expected among the first `depth`. */
function relevantAt(ties: Ties, depth: number): number {
  let left = depth;
  let found = 0;
  for (const grades of ties) {
    const taken = Math.min(left, grades.length);
    found += (taken * relevantIn(grades)) / grades.length;
    left -= taken;
  }
  return found;
}

/** Of the first `depth`, or of all where there are fewer. */
function precisionAt(ties: Ties, depth: number): number | null {
  const all = ties.flat().length;
  return all === 0 ? null : relevantAt(ties, depth) / Math.min(depth, all);
}

function recallAt(ties: Ties, depth: number): number | null {
  const total = relevantIn(ties.flat());
  return total === 0 ? null : relevantAt(ties, depth) / total;
}

/** How often a relevant lead stands above one that is not; a tie counts half (Mann–Whitney U). */
function rocAuc(ties: Ties): number | null {
  const relevant = relevantIn(ties.flat());
  const others = ties.flat().length - relevant;
  if (relevant === 0 || others === 0) return null;
  let above = 0;
  let won = 0;
  for (const grades of ties) {
    const here = relevantIn(grades);
    const othersHere = grades.length - here;
    won += othersHere * (above + here / 2);
    above += here;
  }
  return won / (relevant * others);
}
