import type { CalibrationProposal } from '../../app/calibrate-client.ts';
import type { ExportThreshold } from '../../domain/learning/export-threshold.ts';
import type { ForecastFigures, ReliabilityBand } from '../../domain/learning/forecast-figures.ts';
import { comparedBands } from '../../domain/learning/forecast-figures.ts';
import type { LeftOut } from '../../domain/learning/usable-scores.ts';
import type { Accuracy, ClientCalibration } from '../../store/calibrations.ts';
import { counted, moment } from '../format.ts';
import type { Paint } from '../io.ts';
import { formatTable } from '../table.ts';

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  disagreed: 'on whom judges disagree',
  not_scored: 'without a score',
  stale: 'scored under an older ICP or other models',
  disqualified: 'disqualified',
  not_enough: 'with too little on the profile to judge',
};

/** A proposed calibration for scripts; `version` is null where it was not applied. */
export function proposalDocument(
  proposal: CalibrationProposal,
  precision: number,
  version: number | null,
): object {
  const { client, fits, misses, leftOut, belowCut, before, after, content, threshold } = proposal;
  return {
    command: 'calibrate',
    client: client.slug,
    fits,
    misses,
    left_out: leftOut,
    below_cut: belowCut,
    before: figuresDocument(before),
    after: figuresDocument(after),
    mapping: content?.mapping ?? null,
    threshold: threshold.reached && thresholdDocument(threshold.reached, precision),
    best_threshold: threshold.best && thresholdDocument(threshold.best, precision),
    applied: version !== null,
    version,
  };
}

function figuresDocument({ brier, logLoss, ece, reliability }: ForecastFigures): object {
  return {
    brier,
    log_loss: logLoss,
    ece,
    reliability: reliability.map(({ meanSaid, fitShare, ...band }: ReliabilityBand) => ({
      ...band,
      mean_said: meanSaid,
      fit_share: fitShare,
    })),
  };
}

function thresholdDocument(threshold: ExportThreshold, wished: number): object {
  const { minScore, leads, fits, precision, recall } = threshold;
  return { precision: wished, min_score: minScore, leads, fits, fit_share: precision, recall };
}

export function proposalLines(
  proposal: CalibrationProposal,
  precision: number,
  width: number,
  paint: Paint,
): string[] {
  const { client, fits, misses, forecasts, before, after, belowCut } = proposal;
  const bands = formatTable(
    [
      { title: 'SCORE', value: (band) => `${band.from}–${band.to}`, align: 'right' },
      { title: 'LEADS', value: (band) => band.leads, align: 'right' },
      { title: 'FITS', value: (band) => percent(band.fitShare), align: 'right' },
      { title: 'SAID BEFORE', value: (band) => percent(band.saidBefore), align: 'right' },
      { title: 'SAID AFTER', value: (band) => percent(band.saidAfter), align: 'right' },
    ],
    comparedBands(forecasts.before, forecasts.after),
    width,
    paint,
  );
  const figures = formatTable(
    [
      { title: 'LESS IS TRUER', value: ([name]) => name },
      { title: 'BEFORE', value: ([, one]) => one.toFixed(3), align: 'right' },
      { title: 'AFTER', value: ([, , other]) => other.toFixed(3), align: 'right' },
    ],
    [
      ['calibration error', before.ece, after.ece],
      ['Brier score', before.brier, after.brier],
      ['log loss', before.logLoss, after.logLoss],
    ] as const,
    width,
    paint,
  );
  return [
    `${counted(fits + misses, 'judged lead')} of ${client.slug}: ${counted(fits, 'fit')}, ${counted(misses, 'other')}`,
    ...leftOutLines(proposal).map((line) => paint('dim', line)),
    '',
    ...bands,
    '',
    ...figures,
    paint('dim', 'What is said after is said of each lead by a fit that had not seen it.'),
    ...(belowCut.leads === 0
      ? []
      : [
          '',
          `Below the cut of the review: ${belowCut.fits} of ${counted(belowCut.leads, 'sampled lead')} turned out ${belowCut.fits === 1 ? 'a fit' : 'fits'}.`,
        ]),
    ...(proposal.content === null ? [] : ['', ...thresholdLines(proposal, precision)]),
  ];
}

function leftOutLines({ leftOut, client }: CalibrationProposal): string[] {
  const counts = (Object.entries(leftOut) as [LeftOut, number][]).filter(([, count]) => count > 0);
  if (counts.length === 0) return [];
  const unscored = leftOut.not_scored + leftOut.stale;
  return [
    `  left out: ${counts.map(([why, count]) => `${count} ${LEFT_OUT[why]}`).join(', ')}`,
    ...(unscored === 0
      ? []
      : [`  scores for ${unscored} of them: icp qualify --client ${client.slug} --rescore`]),
  ];
}

function thresholdLines({ client, threshold }: CalibrationProposal, precision: number): string[] {
  const { reached, best } = threshold;
  const told = ({ minScore, leads, fits, precision: share, recall }: ExportThreshold) =>
    `icp export --client ${client.slug} --min-score ${minScore}: ${fits} of ${leads} are fits (${percent(share)}), ${percent(recall)} of all fits`;
  if (reached !== null) return [`For ${percent(precision)} fits, by calibrated scores: ${told(reached)}`];
  const none = `No calibrated score promises ${percent(precision)} fits`;
  return [best === null ? `${none}.` : `${none}; the best there is: ${told(best)}`];
}

/** What became of it: `applied` is null where it was not wanted. */
export function appliedLines(
  slug: string,
  isProposed: boolean,
  applied: { readonly version: number | null; readonly changed: boolean } | null,
  used?: number | 'none',
): string[] {
  if (!isProposed) return ['', 'Scores are no truer with it, so nothing is proposed.'];
  if (applied === null)
    return ['', `Not applied. To make it current: icp calibrate --client ${slug} --apply`];
  const { version, changed } = applied;
  if (!changed) {
    const now =
      used === 'none' ? `${slug} has no calibration` : `calibration ${version} of ${slug} is the same`;
    return [`Nothing has changed: ${now}.`];
  }
  const what = used === undefined ? '' : used === 'none' ? ': none' : `, the same as ${used}`;
  return [
    `Calibration ${version} of ${slug} is current${what}.`,
    `Next: icp qualify --client ${slug} --rescore (costs nothing: nothing is bought again)`,
  ];
}

export function versionDocument(one: ClientCalibration): object {
  const accuracy = ({ brier, logLoss, ece }: Accuracy) => ({ brier, log_loss: logLoss, ece });
  return {
    version: one.version,
    created_at: one.createdAt,
    mapping: one.mapping,
    icp_version: one.icpVersion,
    fits: one.fits,
    misses: one.misses,
    before: one.figures && accuracy(one.figures.before),
    after: one.figures && accuracy(one.figures.after),
  };
}

/** The current version first. */
export function versionLines(
  slug: string,
  versions: readonly ClientCalibration[],
  width: number,
  paint: Paint,
): string[] {
  const [current] = versions;
  if (current === undefined)
    return [`${slug} has no calibration. Propose one: icp calibrate --client ${slug}`];
  return formatTable(
    [
      { title: 'VERSION', value: (one) => one.version, align: 'right' },
      { title: 'WHEN', value: (one) => moment(one.createdAt).slice(0, 10) },
      { title: 'ICP', value: (one) => (one.icpVersion === null ? null : `v${one.icpVersion}`) },
      { title: 'VERDICTS', value: (one) => verdictsOf(one), align: 'right' },
      { title: 'ERROR', value: errorOf },
      { title: '', value: (one) => (one === current ? 'current' : '') },
    ],
    versions,
    width,
    paint,
  );
}

const verdictsOf = ({ fits, misses }: ClientCalibration) =>
  fits === null || misses === null ? null : fits + misses;

function errorOf({ mapping, figures }: ClientCalibration): string | null {
  if (mapping === null) return 'none';
  return figures && `${figures.before.ece.toFixed(3)} → ${figures.after.ece.toFixed(3)}`;
}

const percent = (share: number | null) => (share === null ? null : `${Math.round(share * 100)} %`);
