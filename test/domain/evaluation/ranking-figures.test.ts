import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GRADES,
  type Grade,
  type Graded,
  meanFigures,
  rankingFigures,
} from '../../../src/domain/evaluation/ranking-figures.ts';

/** Grades in the order in which they are ranked. */
const ranked = (...grades: Grade[]): Graded[] => grades.map((grade, at) => ({ grade, value: 100 - at }));

describe('the figures of a ranking', () => {
  it.each<[string, Graded[], Partial<ReturnType<typeof rankingFigures>>]>([
    [
      'a perfect one',
      ranked(3, 2, 1, 0, 0),
      { ndcg10: 1, ndcg20: 1, averagePrecision: 1, rocAuc: 1, recall10: 1 },
    ],
    // (7/log2 4 + 3/log2 5) / (7 + 3/log2 3)
    [
      'one upside down',
      ranked(0, 0, 3, 2),
      { ndcg10: 0.53887, averagePrecision: (1 / 3 + 2 / 4) / 2, rocAuc: 0 },
    ],
    ['precision of fewer than k', ranked(3, 0), { precision5: 0.5, precision10: 0.5, recall20: 1 }],
    [
      'eleven, the last of them relevant',
      ranked(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3),
      { ndcg10: 0, precision10: 0, recall10: 0, recall20: 1 },
    ],
    [
      'all equal: as good as chance',
      GRADES.map((grade) => ({ grade, value: 50 })),
      { rocAuc: 0.5, precision5: 0.5 },
    ],
    [
      'nobody relevant',
      ranked(1, 0),
      { averagePrecision: null, rocAuc: null, recall10: null, precision5: 0, ndcg10: 1 },
    ],
    ['nobody of any worth', ranked(0, 0), { ndcg10: null }],
    ['everybody relevant', ranked(2, 3), { rocAuc: null, averagePrecision: 1 }],
    ['nobody at all', [], { ndcg10: null, precision5: null, rocAuc: null }],
    [
      'a lead without a value stands last',
      [
        { grade: 3, value: null },
        { grade: 0, value: 0 },
      ],
      { rocAuc: 0 },
    ],
  ])('%s', (_, list, expected) => {
    const figures = rankingFigures(list);
    for (const [name, value] of Object.entries(expected)) {
      const found = figures[name as keyof typeof figures];
      if (value === null) expect(found, name).toBeNull();
      else expect(found, name).toBeCloseTo(value, 4);
    }
  });

  const anyList = fc.array(
    fc.record({ grade: fc.constantFrom(...GRADES), value: fc.option(fc.integer({ min: 0, max: 8 })) }),
    { maxLength: 40 },
  );

  it('do not depend on the order of the labels', () => {
    fc.assert(
      fc.property(
        anyList.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const [one, other] = [rankingFigures(list), rankingFigures(shuffled)];
          for (const name of Object.keys(one) as (keyof typeof one)[]) {
            if (one[name] === null) expect(other[name]).toBeNull();
            else expect(other[name]).toBeCloseTo(one[name], 9);
          }
        },
      ),
    );
  });

  it('lie between 0 and 1, and of ties between those of the best and the worst order', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const nudged = (sign: number) =>
          rankingFigures(
            list.map(({ grade, value }) => ({ grade, value: (value ?? -1) + sign * grade * 0.01 })),
          );
        const [worst, figures, best] = [nudged(-1), rankingFigures(list), nudged(1)];
        for (const name of Object.keys(figures) as (keyof typeof figures)[]) {
          const value = figures[name];
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(-1e-9);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
          expect(value).toBeLessThanOrEqual(best[name]! + 1e-9);
          expect(value).toBeGreaterThanOrEqual(worst[name]! - 1e-9);
        }
      }),
    );
  });

  it('of several lists are means, without the lists that have no such figure', () => {
    const mean = meanFigures([
      rankingFigures(ranked(3, 0)),
      rankingFigures(ranked(0, 3)),
      rankingFigures(ranked(0)),
    ]);
    expect(mean.rocAuc).toBe(0.5);
    expect(mean.precision5).toBeCloseTo((0.5 + 0.5 + 0) / 3, 9);
    expect(meanFigures([]).ndcg10).toBeNull();
  });
});
