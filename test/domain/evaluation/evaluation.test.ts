import { describe, expect, it } from 'vitest';
import { evaluate, type JudgedPair, rankingValue } from '../../../src/domain/evaluation/evaluation.ts';
import type { Grade } from '../../../src/domain/evaluation/ranking-figures.ts';
import { scoreLead } from '../../../src/domain/score.ts';
import { icp, input, titled } from '../scoring/invented-profiles.ts';

let labels = 0;

function pair(
  grade: Grade,
  title: string,
  given: Partial<JudgedPair> = {},
  relevance: number | null = 0.5,
): JudgedPair {
  const evidence = input({ icp: icp({ targetTitles: ['CFO'] }), profile: titled(title), relevance });
  labels += 1;
  return {
    label: labels,
    icp: 'finance',
    profile: `in/${title}`,
    name: title,
    grade,
    trap: null,
    why: null,
    input: evidence,
    raw: { semantic: { model: 'cosine', score: 0.4 }, relevance: null },
    score: scoreLead(evidence),
    ...given,
  };
}

describe('an evaluation', () => {
  it('measures each list by itself and shows the worst misjudgement of each lead first', () => {
    const fit = pair(3, 'CFO');
    const near = pair(2, 'Financial Controller');
    const overlooked = pair(3, 'Baker');
    const tempting = pair(0, 'VP Finance', { trap: 'namesake' });
    const other = pair(3, 'Chief Financial Officer', { icp: 'other' });
    const stranger = pair(0, 'Painter', { icp: 'other' });
    const evaluation = evaluate([fit, near, overlooked, tempting, other, stranger]);

    expect(evaluation.byIcp.map(({ icp: name, pairs }) => [name, pairs])).toEqual([
      ['finance', 4],
      ['other', 2],
    ]);
    expect(evaluation.byIcp[1]!.figures.rocAuc).toBe(1);
    expect(evaluation.components.all.figures.rocAuc).toBeCloseTo((1 / 3 + 1) / 2, 9);
    expect(evaluation.inversions[0]).toEqual({ over: tempting, under: overlooked });
    const shown = evaluation.inversions.flatMap(({ over, under }) => [over, under]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(evaluation.trapsAboveFits).toEqual([tempting]);
  });

  it('tells what the score and its components give by grade, and how reliable each band of scores is', () => {
    const fit = pair(3, 'CFO', {}, 0.9);
    const stranger = pair(0, 'Painter', {}, 0.1);
    const { components, reliability } = evaluate([fit, stranger]);
    expect(components.all.meanByGrade).toEqual([stranger.score.score, null, null, fit.score.score]);
    expect(components.relevance.meanByGrade).toEqual([10, null, null, 90]);
    expect(components.semantic.meanByGrade).toEqual([50, null, null, 50]);
    expect(components.semantic.figures.rocAuc).toBe(0.5);
    expect(components.criteria.meanByGrade[3]).toBe(100);
    expect(reliability.reduce((sum, row) => sum + row.leads, 0)).toBe(2);
    expect(reliability.filter((row) => row.relevant > 0).map((row) => row.from)).toEqual([
      Math.floor(fit.score.score! / 10) * 10,
    ]);
  });

  it('has no value for what is not there, and counts a score of 100 among the highest', () => {
    const unranked = pair(3, 'CFO', {}, null);
    expect(rankingValue(unranked, 'relevance')).toBeNull();
    const best = pair(3, 'CFO', { score: { ...unranked.score, score: 100 } });
    expect(evaluate([best]).reliability.at(-1)).toMatchObject({ from: 90, to: 100, leads: 1, relevant: 1 });
  });

  it('of nobody has no figures', () => {
    const { components, inversions, trapsAboveFits } = evaluate([]);
    expect(components.all.figures.ndcg10).toBeNull();
    expect([...inversions, ...trapsAboveFits]).toEqual([]);
  });
});
