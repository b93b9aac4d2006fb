import { describe, expect, it } from 'vitest';
import { exportThreshold } from '../../../src/domain/learning/export-threshold.ts';
import { type Forecast, forecastFigures } from '../../../src/domain/learning/forecast-figures.ts';

/** So many leads of whom the same was said, the first of them fits. */
const said = (probability: number, leads: number, fits: number): Forecast[] =>
  Array.from({ length: leads }, (_, index) => ({ said: probability, isFit: index < fits }));

describe('forecastFigures', () => {
  it('reckons what is known by hand', () => {
    const figures = forecastFigures([...said(0.8, 10, 6), ...said(0.25, 4, 1)])!;
    expect(figures.brier).toBeCloseTo((6 * 0.04 + 4 * 0.64 + 0.5625 + 3 * 0.0625) / 14, 12);
    expect(figures.ece).toBeCloseTo((10 * 0.2 + 4 * 0) / 14, 12);
    expect(figures.logLoss).toBeCloseTo(
      -(6 * Math.log(0.8) + 4 * Math.log(0.2) + Math.log(0.25) + 3 * Math.log(0.75)) / 14,
      12,
    );
    expect(figures.reliability).toHaveLength(10);
    expect(figures.reliability[8]).toEqual({
      from: 80,
      to: 90,
      leads: 10,
      meanSaid: expect.closeTo(0.8),
      fitShare: 0.6,
    });
    expect(figures.reliability[0]).toEqual({ from: 0, to: 10, leads: 0, meanSaid: null, fitShare: null });
  });

  it('is finite for a certainty that was wrong, and nothing of nobody', () => {
    expect(forecastFigures(said(1, 1, 0))!.logLoss).toBeCloseTo(-Math.log(0.001), 6);
    expect(forecastFigures([])).toBeNull();
  });
});

describe('exportThreshold', () => {
  const forecasts = [...said(0.9, 10, 9), ...said(0.6, 10, 7), ...said(0.3, 20, 4)];
  it.each([
    [0.8, { minScore: 31, leads: 20, fits: 16, precision: 0.8, recall: 0.8 }],
    [0.9, { minScore: 61, leads: 10, fits: 9, precision: 0.9, recall: 0.45 }],
    [0.5, { minScore: 0, leads: 40, fits: 20, precision: 0.5, recall: 1 }],
    [0.95, null],
  ])('of %d', (precision, expected) => {
    const { reached, best } = exportThreshold(forecasts, precision);
    expect(reached).toEqual(expected);
    expect(best).toMatchObject({ minScore: 61, precision: 0.9 });
  });

  it('says nothing of fewer than ten leads', () => {
    expect(exportThreshold(said(0.9, 9, 9), 0.5)).toEqual({ reached: null, best: null });
  });

  it('takes a lead as the export does, by its rounded score', () => {
    const misses = said(0.62, 4, 0);
    expect(exportThreshold([...said(0.62995, 10, 10), ...misses], 1).reached!.minScore).toBe(63);
    expect(exportThreshold([...said(0.6294, 10, 10), ...misses], 1).reached).toBeNull();
  });
});
