import { expect, it } from 'vitest';
import { type CandidateScore, usableScores } from '../../../src/domain/learning/usable-scores.ts';
import type { ScorePart } from '../../../src/domain/score.ts';

const fit = { source: 'review', verdict: 'fit' } as const;
const miss = { source: 'import', verdict: 'not_fit' } as const;
const part = (name: ScorePart['name'], points: number): ScorePart => ({
  ...{ name, points, possible: 50, match: 0.5, reason: 'r', quote: null },
});
const scored = (...parts: ScorePart[]) => ({ verdict: 'scored' as const, models: 'm', parts });

it('takes raw scores of the models of the most, and says why others are left out', () => {
  const candidates: Omit<CandidateScore, 'leadId' | 'everScored'>[] = [
    { votes: [fit], score: scored(part('title', 40.5), part('size', 7.1)) },
    { votes: [miss], score: scored(part('title', 10), part('calibration', 30)) },
    { votes: [miss, miss, fit], score: scored(part('title', 12)) },
    { votes: [fit, miss], score: scored(part('title', 12)) },
    { votes: [fit], score: { ...scored(part('title', 12)), models: 'others' } },
    { votes: [fit], score: { verdict: 'disqualified', models: 'm', parts: [] } },
    { votes: [fit], score: { verdict: 'not_enough', models: 'm', parts: [] } },
    { votes: [fit], score: null },
  ];
  const usable = usableScores([
    ...candidates.map((candidate, index) => ({ ...candidate, leadId: index + 1, everScored: true })),
    { leadId: 9, votes: [fit], score: null, everScored: false },
  ]);
  expect(usable).toEqual({
    judged: [
      { leadId: 1, raw: 47.6, isFit: true },
      { leadId: 2, raw: 10, isFit: false },
      { leadId: 3, raw: 12, isFit: false },
    ],
    leftOut: { disagreed: 1, not_scored: 1, stale: 2, disqualified: 1, not_enough: 1 },
    models: 'm',
  });
});

it('counts among models only scores that can be used', () => {
  const excluded = { verdict: 'disqualified' as const, models: 'others', parts: [] };
  const candidates = [
    { votes: [fit], score: scored(part('title', 40)) },
    { votes: [fit], score: excluded },
    { votes: [miss], score: excluded },
    { votes: [fit, miss], score: { ...scored(part('title', 12)), models: 'others' } },
    { votes: [fit, miss], score: { ...scored(part('title', 12)), models: 'others' } },
  ];
  const usable = usableScores(
    candidates.map((candidate, index) => ({ ...candidate, leadId: index + 1, everScored: true })),
  );
  expect(usable).toMatchObject({ models: 'm', judged: [{ leadId: 1 }] });
});

it('of nobody is nothing', () => {
  expect(usableScores([])).toMatchObject({ judged: [], models: null });
});
