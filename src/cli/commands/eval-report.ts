import type { EvaluationResult } from '../../app/evaluation/evaluate-labels.ts';
import {
  COMPONENTS,
  type Component,
  type Evaluation,
  type Inversion,
  type JudgedPair,
  type ReliabilityRow,
} from '../../domain/evaluation/evaluation.ts';
import { GRADES, type RankingFigures } from '../../domain/evaluation/ranking-figures.ts';
import { counted } from '../format.ts';
import { type Paint, shown } from '../io.ts';
import { type Column, formatTable, shorten } from '../table.ts';
import { bar } from './score-histogram.ts';
import { costText } from './spending.ts';

const COMPONENT_NAMES: Readonly<Record<Component, string>> = {
  all: 'the score',
  criteria: 'criteria only',
  relevance: 'reranker only',
  semantic: 'cosine only',
};
const SHOWN_INVERSIONS = 5;
const BAR_CELLS = 20;

/** An evaluation for people: figures, then how far scores can be relied on, then what went worst and why. */
export function evaluationLines(
  { evaluation, failures, costUsd, unknownCosts }: EvaluationResult,
  width: number,
  paint: Paint,
): string[] {
  const { pairs, byIcp, reliability, inversions, trapsAboveFits } = evaluation;
  const unjudged = pairs.filter(({ score }) => score.verdict === 'not_enough').length;
  const failed = [...failures].map(([code, count]) => `${count} ${code}`).join(', ');
  return [
    `${counted(pairs.length, 'judgement')}, ${counted(byIcp.length, 'ICP')}, ${costText(costUsd, unknownCosts)}${unjudged > 0 ? `; ${unjudged} not scored for want of information` : ''}${failed === '' ? '' : `; not scored: ${failed}`}`,
    '',
    ...componentTable(evaluation, width, paint),
    ...(byIcp.length > 1 ? ['', ...icpTable(evaluation, width, paint)] : []),
    '',
    ...reliabilityTable(reliability, width, paint),
    ...(inversions.length === 0
      ? ['', 'Nobody of a lower grade stands above anybody of a higher one.']
      : [
          '',
          paint('bold', 'Worst inversions'),
          ...inversions
            .slice(0, SHOWN_INVERSIONS)
            .flatMap(inversionLines)
            .map((line) => shorten(line, width)),
        ]),
    ...(trapsAboveFits.length === 0
      ? []
      : [
          '',
          paint('bold', 'Traps above somebody to write to'),
          ...trapsAboveFits.map((trap) => shorten(`  ${pairLine(trap)}`, width)),
        ]),
    ...calibrationLines(evaluation, paint),
  ];
}

type ComponentRow = {
  readonly name: string;
  readonly figures: RankingFigures;
  readonly means: readonly (number | null)[];
};

/** Mean scores by grade. */
const GRADE_COLUMNS = GRADES.map(
  (grade): Column<ComponentRow> => ({
    title: `GRADE ${grade}`,
    value: (row) => row.means[grade]?.toFixed(0) ?? null,
    align: 'right',
  }),
);

function componentTable({ components }: Evaluation, width: number, paint: Paint): string[] {
  const rows = COMPONENTS.map(
    (name): ComponentRow => ({
      name: COMPONENT_NAMES[name],
      figures: components[name].figures,
      means: components[name].meanByGrade,
    }),
  );
  return formatTable(
    [
      { title: 'RANKED BY', value: (row) => row.name },
      ...figureColumns<ComponentRow>(width, (row) => row.figures),
      ...GRADE_COLUMNS,
    ],
    rows,
    width,
    paint,
  );
}

function icpTable({ byIcp }: Evaluation, width: number, paint: Paint): string[] {
  return formatTable(
    [
      { title: 'ICP', value: (row) => row.icp, shrink: 1, least: 12 },
      ...figureColumns<(typeof byIcp)[number]>(width, (row) => row.figures),
      { title: 'JUDGED', value: (row) => row.pairs, align: 'right' },
    ],
    byIcp,
    width,
    paint,
  );
}

/** Terminals narrower than these have no room for the figures that say least beside the others. */
const WIDE = 112;
const MIDDLING = 92;

function figureColumns<Row>(width: number, figuresOf: (row: Row) => RankingFigures): Column<Row>[] {
  const column = (title: string, name: keyof RankingFigures): Column<Row> => ({
    title,
    value: (row) => figuresOf(row)[name]?.toFixed(3) ?? null,
    align: 'right',
  });
  return [
    column('NDCG@10', 'ndcg10'),
    ...(width >= MIDDLING ? [column('@20', 'ndcg20')] : []),
    column('AP', 'averagePrecision'),
    ...(width >= MIDDLING ? [column('P@10', 'precision10')] : []),
    ...(width >= WIDE ? [column('R@10', 'recall10'), column('R@20', 'recall20')] : []),
    column('ROC-AUC', 'rocAuc'),
  ];
}

function reliabilityTable(rows: readonly ReliabilityRow[], width: number, paint: Paint): string[] {
  const share = ({ leads, relevant }: ReliabilityRow) => (leads === 0 ? null : relevant / leads);
  return formatTable(
    [
      { title: 'SCORE', value: (row) => `${row.from}–${row.to}`, align: 'right' },
      { title: 'JUDGED', value: (row) => row.leads, align: 'right' },
      { title: 'MEAN GRADE', value: (row) => row.meanGrade?.toFixed(1) ?? null, align: 'right' },
      { title: 'WORTH WRITING TO', value: (row) => percent(share(row)), align: 'right' },
      { title: '', value: (row) => bar(share(row) ?? 0, BAR_CELLS) },
    ],
    [...rows].reverse(),
    width,
    paint,
  );
}

function percent(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 100)} %`;
}

function inversionLines({ over, under }: Inversion): string[] {
  return [
    `  ${pairLine(over)}`,
    `    ${partsLine(over)}`,
    `  over ${pairLine(under)}`,
    `    ${partsLine(under)}`,
    '',
  ];
}

function pairLine({ icp, profile, name, grade, why, score }: JudgedPair): string {
  const points = score.score?.toFixed(1) ?? 'no score';
  return shown(`${points}, grade ${grade}: ${name ?? profile} for ${icp}${why === null ? '' : ` (${why})`}`);
}

function partsLine({ score }: JudgedPair): string {
  if (score.parts.length === 0) return shown(score.reasoning);
  const known = score.parts.filter((part) => part.match !== null);
  return known
    .map((part) => `${part.name} ${part.points.toFixed(1)}/${part.possible.toFixed(1)}`)
    .join(' · ');
}

/** For one client: how its ICP could say what the models' scores mean for it. */
function calibrationLines({ byIcp, calibration }: Evaluation, paint: Paint): string[] {
  if (byIcp.length !== 1 || calibration.length === 0) return [];
  return [
    '',
    paint(
      'bold',
      'What the models’ scores mean for this client, for its ICP file (try it first: --compare FILE)',
    ),
    '  calibration:',
    ...calibration.map(({ model, unrelated, perfect }) => `    ${model}: [${unrelated}, ${perfect}]`),
  ];
}

type Compared = { readonly name: string; readonly evaluation: Evaluation };

/** Two evaluations of the same judgements side by side, and whose scores differ most. */
export function comparisonLines(both: readonly [Compared, Compared], width: number, paint: Paint): string[] {
  const rows = both.map(({ name, evaluation }): ComponentRow => {
    const { figures, meanByGrade } = evaluation.components.all;
    return { name, figures, means: meanByGrade };
  });
  const [before, after] = both.map(
    ({ evaluation }) => new Map(evaluation.pairs.map((pair) => [pair.label, pair])),
  );
  const moved = [...before!].flatMap(([label, pair]) => {
    const other = after!.get(label);
    if (other === undefined || other.score.score === pair.score.score) return [];
    return { pair, other, by: Math.abs((other.score.score ?? 0) - (pair.score.score ?? 0)) };
  });
  const most = moved.sort((one, other) => other.by - one.by).slice(0, 10);
  return [
    ...formatTable(
      [
        { title: 'SCORED', value: (row) => row.name, shrink: 1, least: 12 },
        ...figureColumns<ComponentRow>(width, (row) => row.figures),
        ...GRADE_COLUMNS,
      ],
      rows,
      width,
      paint,
    ),
    '',
    ...(most.length === 0
      ? ['No score differs.']
      : formatTable(
          [
            { title: 'GRADE', value: (row) => row.pair.grade, align: 'right' },
            { title: 'BEFORE', value: (row) => row.pair.score.score?.toFixed(1) ?? null, align: 'right' },
            { title: 'AFTER', value: (row) => row.other.score.score?.toFixed(1) ?? null, align: 'right' },
            { title: 'NAME', value: (row) => row.pair.name ?? row.pair.profile, shrink: 1, least: 12 },
            { title: 'WHY', value: (row) => row.other.score.reasoning, shrink: 2, least: 20 },
          ],
          most,
          width,
          paint,
        )),
    ...(most.length === 0
      ? []
      : ['', `${counted(moved.length, 'score')} of ${before!.size} differ; these most.`]),
  ];
}
