import { describe, expect, it } from 'vitest';
import { fitCalibration, LEAST_JUDGEMENTS } from '../../../src/domain/evaluation/calibration-fit.ts';
import type { Grade } from '../../../src/domain/evaluation/ranking-figures.ts';

/** Judgements of which those worth writing to score between 0.5 and 0.7, and the others between 0.1 and 0.3. */
function judged(each: number, lift = 0.4) {
  const some = (grade: Grade, from: number) =>
    Array.from({ length: each }, (_, at) => ({
      grade,
      raw: { model: 'm', score: from + (0.2 * at) / (each - 1) },
    }));
  return [...some(0, 0.1), ...some(3, 0.1 + lift)];
}

describe('a calibration from judgements', () => {
  it('puts three quarters of the others at nothing, and a quarter of those worth writing to at all', () => {
    const fit = fitCalibration(judged(41))!;
    expect(fit).toEqual({ model: 'm', unrelated: 0.25, perfect: 0.65 });
  });

  it('does not depend on the order of the judgements', () => {
    expect(fitCalibration(judged(41).reverse())).toEqual(fitCalibration(judged(41)));
  });

  it('is not made of too few, nor of one kind, nor of a model that tells nothing apart', () => {
    expect(fitCalibration(judged(LEAST_JUDGEMENTS))).not.toBeNull();
    expect(fitCalibration(judged(LEAST_JUDGEMENTS - 1))).toBeNull();
    expect(fitCalibration(judged(50).filter(({ grade }) => grade === 0))).toBeNull();
    expect(fitCalibration(judged(50, 0))).toBeNull();
    expect(fitCalibration(judged(50, -0.1))).toBeNull();
    expect(fitCalibration(judged(50).map(({ grade }) => ({ grade, raw: null })))).toBeNull();
  });
});
