import { describe, expect, it } from 'vitest';
import { forecastFigures } from '../../src/domain/learning/forecast-figures.ts';
import type { JudgedScore } from '../../src/domain/learning/judged-score.ts';
import { fitProbability } from '../../src/domain/scoring/score-mapping.ts';
import { learnMapping } from '../../src/learning/learn-mapping.ts';
import { SeededRandom } from '../chaos/seeded-random.ts';

/** Leads of a client of whom we know how likely each is a fit: verdicts are drawn by that. */
function population(seed: number, count: number, truth: (raw: number) => number): JudgedScore[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const raw = Math.round(1000 * random.next() ** 1.3) / 10;
    return { leadId: index + 1, raw, isFit: random.next() < truth(raw) };
  });
}

/** How far what is said is from the truth, over leads whom nobody judged. */
function distance(truth: (raw: number) => number, said: (raw: number) => number): number {
  const scores = Array.from({ length: 1001 }, (_, index) => index / 10);
  return scores.reduce((sum, raw) => sum + Math.abs(truth(raw) - said(raw)), 0) / scores.length;
}

const logistic = (raw: number) => fitProbability({ slope: 9, intercept: -6.5 }, raw);
const TRUTHS: readonly [string, number, (raw: number) => number][] = [
  ['scores that promise too much', 300, logistic],
  ['scores that promise too little', 300, (raw) => fitProbability({ slope: 8, intercept: -1.5 }, raw)],
  ['few verdicts', 110, logistic],
  ['a truth that is no sigmoid', 400, (raw) => (raw < 50 ? 0.05 : raw < 75 ? 0.3 : 0.55)],
  ['many verdicts', 2000, logistic],
];

describe('a mapping learned from verdicts of known truth', () => {
  it.each(TRUTHS)('%s: is nearer to the truth, also for leads that nobody judged', (_, count, truth) => {
    const judged = population(count, count, truth);
    const { mapping, before, after } = learnMapping(judged)!;
    const [old, now] = [forecastFigures(before)!, forecastFigures(after)!];
    const untold = [
      distance(truth, (raw) => raw / 100),
      distance(truth, (raw) => fitProbability(mapping, raw)),
    ];
    expect(now.ece).toBeLessThan(old.ece * 0.6);
    expect(now.brier).toBeLessThan(old.brier);
    expect(now.logLoss).toBeLessThan(old.logLoss);
    expect(untold[1]).toBeLessThan(untold[0]! / 2);
  });

  it('is the same in whatever order the verdicts come', () => {
    const judged = population(11, 200, logistic);
    const learned = learnMapping(judged)!;
    const { mapping, after } = learnMapping(judged.toReversed())!;
    expect(mapping).toEqual(learned.mapping);
    expect(after.toReversed()).toEqual(learned.after);
  });

  it('is none where scores say nothing of fits, or the opposite', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const found = seeds.filter((seed) => learnMapping(population(seed, 200, () => 0.4)) !== null);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(learnMapping(population(3, 200, (raw) => 1 - logistic(raw)))).toBeNull();
  });

  it('is finite where scores tell all fits from all others, and where all scores are the same', () => {
    const apart = Array.from({ length: 80 }, (_, leadId) => ({ leadId, raw: leadId, isFit: leadId >= 40 }));
    const { mapping, after } = learnMapping(apart)!;
    expect(Number.isFinite(mapping.slope)).toBe(true);
    expect(after.every(({ said }) => said > 0 && said < 1)).toBe(true);
    expect(learnMapping(apart.map((lead) => ({ ...lead, raw: 50 })))).toBeNull();
  });
});
