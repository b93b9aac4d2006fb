import { type Score, scoreLead } from '../score.ts';
import { BAND_POINTS, bandOf, SCORE_BANDS } from '../scoring/score-bands.ts';
import type { ScoreInput } from '../scoring/score-types.ts';
import { type CalibrationFit, fitCalibration, type RawScores } from './calibration-fit.ts';
import {
  GRADES,
  type Grade,
  meanFigures,
  meanOf,
  type RankingFigures,
  RELEVANT_GRADE,
  rankingFigures,
} from './ranking-figures.ts';

/** A profile judged against an ICP, by a person and by us. */
export interface JudgedPair {
  /** Which judgement it is; the same in two evaluations of the same judgements. */
  readonly label: number;
  readonly icp: string;
  readonly profile: string;
  readonly name: string | null;
  readonly grade: Grade;
  /** What makes a bad lead look like a good one here, in a word; null where nothing does. */
  readonly trap: string | null;
  /** Why a person gave that grade. */
  readonly why: string | null;
  readonly input: ScoreInput;
  readonly raw: RawScores;
  readonly score: Score;
}

/** What leads can be ranked by: the score, or parts of it alone. */
export const COMPONENTS = ['all', 'criteria', 'relevance', 'semantic'] as const;
export type Component = (typeof COMPONENTS)[number];

export interface ComponentFigures {
  /** Each figure is the mean over the ICPs. */
  readonly figures: RankingFigures;
  /** Over all pairs of all ICPs at once: an absolute score must tell good from bad across ICPs too. */
  readonly pooledRocAuc: number | null;
  /** Mean value (0–100) of those scored, by grade 0 to 3; null where nobody has that grade. */
  readonly meanByGrade: readonly (number | null)[];
}

/** Leads between two scores, and how many of them are worth writing to. */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly leads: number;
  readonly relevant: number;
  readonly meanGrade: number | null;
}

/** Somebody of a lower grade above somebody of a higher one. */
export interface Inversion {
  readonly over: JudgedPair;
  readonly under: JudgedPair;
}

export interface Evaluation {
  readonly pairs: readonly JudgedPair[];
  readonly components: Readonly<Record<Component, ComponentFigures>>;
  readonly byIcp: readonly {
    readonly icp: string;
    readonly pairs: number;
    readonly figures: RankingFigures;
  }[];
  readonly reliability: readonly ReliabilityRow[];
  /** The worst first, each lead in one of them at most. */
  readonly inversions: readonly Inversion[];
  /** Traps of grade 0 among the first ten of their ICP that stand above somebody of grade 3. */
  readonly trapsAboveFits: readonly JudgedPair[];
  /** What the judgements say the raw scores of the models mean. */
  readonly calibration: readonly CalibrationFit[];
}

const FIRST = 10;
const SHOWN_INVERSIONS = 10;
/** Of each grade; enough for as many inversions as are shown. */
const LOOKED_AT = 2 * SHOWN_INVERSIONS;

/** Measures how well scores agree with what people judged. */
export function evaluate(pairs: readonly JudgedPair[]): Evaluation {
  const lists = byIcp(pairs);
  const component = (name: Component): ComponentFigures => ({
    figures: meanFigures(lists.map(([, list]) => figuresOf(list, name))),
    pooledRocAuc: figuresOf(pairs, name).rocAuc,
    meanByGrade: GRADES.map((grade) =>
      meanOf(pairs.flatMap((pair) => (pair.grade === grade ? (rankingValue(pair, name) ?? []) : []))),
    ),
  });
  return {
    pairs,
    components: {
      all: component('all'),
      criteria: component('criteria'),
      relevance: component('relevance'),
      semantic: component('semantic'),
    },
    byIcp: lists.map(([icp, list]) => ({ icp, pairs: list.length, figures: figuresOf(list, 'all') })),
    reliability: reliabilityOf(pairs),
    inversions: worstInversions(lists.map(([, list]) => list)),
    trapsAboveFits: lists.flatMap(([, list]) => trapsAboveFitsIn(list)),
    calibration: (['relevance', 'semantic'] as const).flatMap(
      (name) => fitCalibration(pairs.map(({ raw, grade }) => ({ raw: raw[name], grade }))) ?? [],
    ),
  };
}

function byIcp(pairs: readonly JudgedPair[]): (readonly [icp: string, pairs: readonly JudgedPair[]])[] {
  const names = [...new Set(pairs.map((pair) => pair.icp))];
  return names.map((icp) => [icp, pairs.filter((pair) => pair.icp === icp)]);
}

function figuresOf(pairs: readonly JudgedPair[], component: Component): RankingFigures {
  return rankingFigures(pairs.map((pair) => ({ grade: pair.grade, value: rankingValue(pair, component) })));
}

/** What a pair is ranked by, 0–100; null where there is no such value. */
export function rankingValue({ input, score }: JudgedPair, component: Component): number | null {
  if (component === 'all') return score.score;
  if (component === 'criteria') return scoreLead({ ...input, relevance: null, semantic: null }).score;
  const value = component === 'relevance' ? input.relevance : input.semantic;
  return value === null ? null : value * 100;
}

function reliabilityOf(pairs: readonly JudgedPair[]): ReliabilityRow[] {
  return Array.from({ length: SCORE_BANDS }, (_, band) => {
    const from = band * BAND_POINTS;
    const inBand = pairs.filter(({ score: { score } }) => score !== null && bandOf(score) === band);
    return {
      from,
      to: from + BAND_POINTS,
      leads: inBand.length,
      relevant: inBand.filter((pair) => pair.grade >= RELEVANT_GRADE).length,
      meanGrade: meanOf(inBand.map((pair) => pair.grade)),
    };
  });
}

const scoreOf = (pair: JudgedPair) => pair.score.score ?? -1;

/** Grades count before points: a stranger above a fit is worse than a near fit above it. */
function gravity({ over, under }: Inversion): number {
  return (under.grade - over.grade) * (scoreOf(over) - scoreOf(under));
}

/** The worst, each lead at most once, so that one bad score does not hide the others. */
function worstInversions(lists: readonly (readonly JudgedPair[])[]): readonly Inversion[] {
  const candidates = lists.flatMap(inversionsIn).sort((one, other) => gravity(other) - gravity(one));
  const shown: Inversion[] = [];
  const seen = new Set<JudgedPair>();
  for (const inversion of candidates) {
    if (shown.length === SHOWN_INVERSIONS) break;
    if (seen.has(inversion.over) || seen.has(inversion.under)) continue;
    seen.add(inversion.over).add(inversion.under);
    shown.push(inversion);
  }
  return shown;
}

/** Between the leads of each grade that score highest and those of each higher grade that score lowest: the worst are among these. */
function inversionsIn(list: readonly JudgedPair[]): Inversion[] {
  const byScore = GRADES.map((grade) =>
    list.filter((pair) => pair.grade === grade).sort((one, other) => scoreOf(other) - scoreOf(one)),
  );
  return byScore.flatMap((overs, grade) =>
    byScore.slice(grade + 1).flatMap((unders) =>
      overs
        .slice(0, LOOKED_AT)
        .flatMap((over) => unders.slice(-LOOKED_AT).map((under) => ({ over, under })))
        .filter((inversion) => gravity(inversion) > 0),
    ),
  );
}

function trapsAboveFitsIn(list: readonly JudgedPair[]): JudgedPair[] {
  const lowestFit = Math.min(...list.filter(({ grade }) => grade === 3).map(scoreOf));
  return [...list]
    .sort((one, other) => scoreOf(other) - scoreOf(one))
    .slice(0, FIRST)
    .filter((pair) => pair.trap !== null && pair.grade === 0 && scoreOf(pair) > lowestFit);
}
