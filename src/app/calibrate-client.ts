import { UsageError } from '../domain/errors.ts';
import { LEAST_JUDGEMENTS } from '../domain/evaluation/calibration-fit.ts';
import { type ExportThreshold, exportThreshold } from '../domain/learning/export-threshold.ts';
import { type Forecast, type ForecastFigures, forecastFigures } from '../domain/learning/forecast-figures.ts';
import { settleVerdict } from '../domain/learning/settled-verdict.ts';
import { type LeftOut, type UsableScores, usableScores } from '../domain/learning/usable-scores.ts';
import { learnMapping } from '../learning/learn-mapping.ts';
import { modelsOfScore } from '../ports/qualify-work.ts';
import {
  type Accuracy,
  type CalibrationContent,
  currentCalibrations,
  isSameCalibration,
  NO_CALIBRATION,
  requireCalibration,
  saveCalibration,
} from '../store/calibrations.ts';
import { type Client, requireClient, requireCurrentIcp } from '../store/clients.ts';
import type { Database } from '../store/database.ts';
import { type JudgedLead, listJudgedLeads } from '../store/judged-leads.ts';

export interface CalibrationProposal {
  readonly client: Client;
  readonly fits: number;
  readonly misses: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Of the leads that a review shows only as a check on whom it leaves out. */
  readonly belowCut: { readonly leads: number; readonly fits: number };
  /** What raw scores say of each lead, and what a mapping says that had not seen it; in the same order. */
  readonly forecasts: { readonly before: readonly Forecast[]; readonly after: readonly Forecast[] };
  readonly before: ForecastFigures;
  readonly after: ForecastFigures;
  /** What would be applied; null where scores are no truer with it. */
  readonly content: CalibrationContent | null;
  /** The current version, if it says the same already. */
  readonly sameAs: number | null;
  /** The wished precision's, and the best there is. */
  readonly threshold: { readonly reached: ExportThreshold | null; readonly best: ExportThreshold | null };
}

/** What a client's verdicts say its scores mean. Throws UsageError where there are too few of them, or the scores do not tell fits from others. */
export async function proposeCalibration(
  database: Database,
  slug: string,
  precision: number,
): Promise<CalibrationProposal> {
  const client = await requireClient(database, slug);
  const icp = await requireCurrentIcp(database, client);
  const leads = await listJudgedLeads(database, client.id, icp.id);
  const usable = usableScores(
    leads.map(({ score, ...lead }) => ({
      ...lead,
      score: score && { ...score, models: modelsOfScore(score.scoreKey) },
    })),
  );
  const { judged, leftOut, models } = usable;
  const fits = judged.filter(({ isFit }) => isFit).length;
  const misses = judged.length - fits;
  if (Math.min(fits, misses) < LEAST_JUDGEMENTS) throw tooFew(slug, fits, misses, usable);
  const learned = learnMapping(judged);
  if (learned === null) {
    throw new UsageError(
      'scores_tell_nothing',
      `the scores of ${slug} do not tell fits from others: of ${fits} fits and ${misses} others, fits score hardly higher than chance gives`,
      `see what they got wrong: icp eval --labels feedback --client ${slug}; then edit the ICP, or judge more leads`,
    );
  }
  const before = forecastFigures(learned.before)!;
  const after = forecastFigures(learned.after)!;
  const isBetter = after.brier < before.brier && after.ece < before.ece;
  const content: CalibrationContent | null = isBetter
    ? {
        mapping: learned.mapping,
        settingsKey: models,
        icpId: icp.id,
        fits,
        misses,
        figures: { before: accuracyOf(before), after: accuracyOf(after) },
      }
    : null;
  const [current] = await currentCalibrations(database, client.id);
  return {
    client,
    fits,
    misses,
    leftOut,
    belowCut: belowCutOf(leads),
    forecasts: learned,
    before,
    after,
    content,
    sameAs:
      content !== null && current !== undefined && isSameCalibration(content, current)
        ? current.version
        : null,
    threshold: isBetter ? exportThreshold(learned.after, precision) : { reached: null, best: null },
  };
}

/** Makes a calibration current: a proposed one, a copy of an earlier version, or none. */
export async function applyCalibration(
  database: Database,
  client: Client,
  wanted: CalibrationContent | number | 'none',
): Promise<{ readonly version: number | null; readonly changed: boolean }> {
  return database.transaction(async (transaction) => {
    const content =
      wanted === 'none'
        ? NO_CALIBRATION
        : typeof wanted === 'number'
          ? await requireCalibration(transaction, client, wanted)
          : wanted;
    return saveCalibration(transaction, client.id, content);
  });
}

const accuracyOf = ({ brier, logLoss, ece }: ForecastFigures): Accuracy => ({ brier, logLoss, ece });

function belowCutOf(leads: readonly JudgedLead[]): { leads: number; fits: number } {
  const settled = leads
    .filter(({ belowCut }) => belowCut)
    .map(({ votes }) => settleVerdict(votes))
    .filter((verdict) => verdict !== 'disagreed');
  return { leads: settled.length, fits: settled.filter((verdict) => verdict === 'fit').length };
}

function tooFew(slug: string, fits: number, misses: number, { leftOut }: UsableScores): UsageError {
  const unscored = leftOut.not_scored + leftOut.stale;
  const rescore =
    unscored === 0
      ? ''
      : `; ${unscored} more who were judged have no score under the current ICP and models: icp qualify --client ${slug} --rescore`;
  return new UsageError(
    'too_few_verdicts',
    `${slug} has ${fits} fits and ${misses} others with a current score; a calibration needs ${LEAST_JUDGEMENTS} of each`,
    `judge more: icp review --client ${slug}, or icp feedback import FILE --client ${slug}${rescore}`,
  );
}
