import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JudgedScore } from '../../src/domain/learning/judged-score.ts';
import { fitProbability } from '../../src/domain/scoring/score-mapping.ts';
import { fitSigmoid } from '../../src/learning/fit-sigmoid.ts';

/** By how much the likelihood of Platt's targets would still rise with intercept and slope: nothing at its maximum. */
function gradient(judged: readonly JudgedScore[], sigmoid: { slope: number; intercept: number }) {
  const fits = judged.filter(({ isFit }) => isFit).length;
  const targets = { fit: (fits + 1) / (fits + 2), miss: 1 / (judged.length - fits + 2) };
  const missing = judged.map(
    ({ raw, isFit }) => (isFit ? targets.fit : targets.miss) - fitProbability(sigmoid, raw),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return [sum(missing), sum(missing.map((value, index) => (value * judged[index]!.raw) / 100))];
}

const judged = (scores: readonly (readonly [raw: number, isFit: boolean])[]) =>
  scores.map(([raw, isFit], leadId): JudgedScore => ({ leadId, raw, isFit }));
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

it.each<[string, JudgedScore[]]>([
  ['scores that tell all fits from all others', judged(range(80).map((raw) => [raw, raw >= 40]))],
  ['two scores far apart', judged(range(80).map((index) => [index < 40 ? 5 : 95, index >= 40]))],
  ['two scores side by side', judged(range(80).map((index) => [index < 40 ? 50 : 51, index >= 40]))],
  ['the same score for all', judged(range(80).map((index) => [50, index >= 40]))],
  ['fits that are rare', judged(range(400).map((index) => [index / 4, index % 37 === 0 && index > 100]))],
  ['the opposite', judged(range(80).map((raw) => [raw, raw < 40 || raw > 70]))],
])('finds the most likely sigmoid of %s', (_, scores) => {
  for (const slope of gradient(scores, fitSigmoid(scores))) expect(slope).toBeCloseTo(0, 3);
});

it('finds it whatever the verdicts', () => {
  const verdict = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(verdict, { minLength: 30, maxLength: 150 }), (scores) => {
      const all = judged(
        [[612, true], [388, false], ...scores].map(([raw, isFit]) => [Number(raw) / 10, isFit === true]),
      );
      for (const slope of gradient(all, fitSigmoid(all))) expect(slope).toBeCloseTo(0, 3);
    }),
    { numRuns: 60 },
  );
});
