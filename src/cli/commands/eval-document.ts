import type { EvaluationResult } from '../../app/evaluation/evaluate-labels.ts';
import { COMPONENTS, type ComponentFigures, type JudgedPair } from '../../domain/evaluation/evaluation.ts';
import type { RankingFigures } from '../../domain/evaluation/ranking-figures.ts';

/** An evaluation for scripts. */
export function evaluationDocument(labels: string, result: EvaluationResult): object {
  const { pairs, components, byIcp, reliability, inversions, trapsAboveFits, calibration } =
    result.evaluation;
  return {
    command: 'eval',
    labels,
    pairs: pairs.length,
    failed: Object.fromEntries(result.failures),
    not_enough: pairs.filter(({ score }) => score.verdict === 'not_enough').length,
    components: Object.fromEntries(COMPONENTS.map((name) => [name, componentKeys(components[name])])),
    by_icp: byIcp.map(({ icp, pairs: count, figures }) => ({ icp, pairs: count, ...figureKeys(figures) })),
    reliability: reliability.map(({ meanGrade, ...row }) => ({ ...row, mean_grade: meanGrade })),
    inversions: inversions.map(({ over, under }) => ({ over: pairKeys(over), under: pairKeys(under) })),
    traps_above_fits: trapsAboveFits.map(pairKeys),
    calibration: Object.fromEntries(
      calibration.map(({ model, unrelated, perfect }) => [model, [unrelated, perfect]]),
    ),
    judgements: pairs.map(pairKeys),
    cost_usd: result.costUsd,
    unknown_costs: result.unknownCosts,
  };
}

function componentKeys({ figures, pooledRocAuc, meanByGrade }: ComponentFigures): object {
  return { ...figureKeys(figures), pooled_roc_auc: pooledRocAuc, mean_by_grade: meanByGrade };
}

function figureKeys(figures: RankingFigures): object {
  return {
    ndcg_10: figures.ndcg10,
    ndcg_20: figures.ndcg20,
    average_precision: figures.averagePrecision,
    precision_5: figures.precision5,
    precision_10: figures.precision10,
    precision_20: figures.precision20,
    recall_10: figures.recall10,
    recall_20: figures.recall20,
    roc_auc: figures.rocAuc,
  };
}

function pairKeys({ icp, profile, name, grade, trap, why, score }: JudgedPair): object {
  const { verdict, score: points, parts, reasoning } = score;
  return {
    icp,
    profile,
    name,
    grade,
    trap,
    reason: why,
    verdict,
    score: points,
    parts,
    match_reasoning: reasoning,
  };
}
