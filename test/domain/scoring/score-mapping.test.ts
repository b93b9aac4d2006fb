import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score, ScorePart } from '../../../src/domain/score.ts';
import { SCORE_PARTS } from '../../../src/domain/score.ts';
import { mapScore, rawScoreOf, type ScoreMapping } from '../../../src/domain/scoring/score-mapping.ts';

const ORIGIN = { version: 2, verdicts: 96 };
const mapping: fc.Arbitrary<ScoreMapping> = fc.record({
  kind: fc.constant('platt' as const),
  slope: fc.double({ min: 0.01, max: 500, noNaN: true }),
  intercept: fc.double({ min: -300, max: 300, noNaN: true }),
});

/** A score of so many tenths of a point, spread over the parts. */
function scored(tenths: number): Score {
  const parts = SCORE_PARTS.map((name, index): ScorePart => {
    const share = Math.floor(tenths / SCORE_PARTS.length) + (index < tenths % SCORE_PARTS.length ? 1 : 0);
    return { name, points: share / 10, possible: 15, match: 0.5, reason: 'because', quote: null };
  });
  return { verdict: 'scored', score: tenths / 10, parts, reasoning: 'CFO at Ledgerly' };
}
const sumOf = (parts: readonly ScorePart[]) =>
  parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0) / 10;

describe('mapScore', () => {
  it('gives a score from 0 to 100 that is the exact sum of its parts, and keeps the points of all others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), mapping, (tenths, one) => {
        const raw = scored(tenths);
        const mapped = mapScore(raw, one, ORIGIN);
        expect(mapped.score).toBeGreaterThanOrEqual(0);
        expect(mapped.score).toBeLessThanOrEqual(100);
        expect(sumOf(mapped.parts)).toBe(mapped.score);
        expect(mapped.parts.slice(0, -1)).toEqual(raw.parts);
        expect(mapped.parts.at(-1)).toMatchObject({ name: 'calibration', possible: 0, match: null });
        expect(rawScoreOf(mapped.parts)).toBe(raw.score);
        expect(mapScore(mapped, one, ORIGIN)).toEqual(mapped);
      }),
    );
  });

  it('keeps the order of leads', () => {
    const score = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(score, score, mapping, (one, other, by) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const mapped = [low, high].map((tenths) => mapScore(scored(tenths), by, ORIGIN).score!);
        expect(mapped[0]).toBeLessThanOrEqual(mapped[1]!);
      }),
    );
  });

  it('says in words what it rests on', () => {
    const mapped = mapScore(scored(613), { kind: 'platt', slope: 8, intercept: -4.74 }, ORIGIN);
    expect(mapped.parts.at(-1)).toEqual({
      name: 'calibration',
      points: -7.2,
      possible: 0,
      match: null,
      reason: '96 verdicts say that 54 % of leads scored 61.3 are fits (calibration 2)',
      quote: null,
    });
    expect(mapped.score).toBe(54.1);
  });

  it.each([
    { verdict: 'disqualified', score: 0, parts: [], reasoning: 'Disqualified: works at Ledgerly' },
    { verdict: 'not_enough', score: null, parts: [], reasoning: 'not enough on the profile to judge' },
  ] satisfies Score[])('leaves whoever is $verdict as they are', (score) => {
    expect(mapScore(score, { kind: 'platt', slope: 8, intercept: 4 }, ORIGIN)).toBe(score);
  });
});
