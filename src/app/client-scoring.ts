import type { ScoringTerms, TargetIcp } from '../stages/qualify/qualify-lead.ts';
import { type ClientCalibration, currentCalibrations } from '../store/calibrations.ts';
import type { App } from './app.ts';
import { type ScoringModels, scoringSettingsKey, type WithoutReranker } from './services.ts';

/** How the leads of one client are scored: most of them, and those beyond a shortlist. */
export interface ClientScoring {
  readonly usual: ScoringTerms;
  readonly beyond: ScoringTerms;
}

export interface ScoringWishes {
  readonly clientId: number | null;
  readonly reranking: { readonly model: string } | WithoutReranker;
  /** Whether there are leads beyond a shortlist. */
  readonly shortlisted: boolean;
}

/**
 * How each client's leads are scored: by the models in use, and by the client's own calibration where it was fitted to scores of these. Says of a calibration
 * what keeps it from being applied, or makes it less true.
 */
export async function clientScoring(
  app: Pick<App, 'database' | 'notice'>,
  services: ScoringModels,
  icps: ReadonlyMap<number, Pick<TargetIcp, 'id'>>,
  { clientId, reranking, shortlisted }: ScoringWishes,
): Promise<ReadonlyMap<number, ClientScoring>> {
  const usual = scoringSettingsKey(services, reranking);
  const beyond = scoringSettingsKey(services, 'beyond-shortlist');
  const calibrations = await currentCalibrations(app.database, clientId);
  const fitted = new Map(
    calibrations.filter(({ mapping }) => mapping !== null).map((one) => [one.clientId, one]),
  );
  return new Map(
    [...icps].map(([id, icp]) => {
      const calibration = fitted.get(id);
      if (calibration !== undefined) warn(app, calibration, icp.id, { usual, beyond, shortlisted });
      return [
        id,
        {
          usual: calibrated({ settingsKey: usual }, calibration),
          beyond: calibrated({ settingsKey: beyond, beyondShortlist: true }, calibration),
        },
      ];
    }),
  );
}

/** The terms, with the calibration if it was fitted to scores that they give. */
function calibrated(terms: ScoringTerms, calibration: ClientCalibration | undefined): ScoringTerms {
  if (calibration === undefined || calibration.settingsKey !== terms.settingsKey) return terms;
  const { version, mapping, fits, misses } = calibration;
  return { ...terms, calibration: { version, mapping: mapping!, verdicts: (fits ?? 0) + (misses ?? 0) } };
}

function warn(
  app: Pick<App, 'notice'>,
  { client, version, settingsKey, icpId, icpVersion }: ClientCalibration,
  currentIcp: number,
  keys: { readonly usual: string; readonly beyond: string; readonly shortlisted: boolean },
): void {
  const which = `calibration ${version} of ${client}`;
  const again = `icp calibrate --client ${client}`;
  const isBeyond = keys.shortlisted && settingsKey === keys.beyond;
  if (settingsKey !== keys.usual && !isBeyond) {
    app.notice(`${which} was fitted to scores of other models and is left out; fit it again: ${again}`);
    return;
  }
  if (keys.shortlisted) {
    const whom = isBeyond ? 'leads beyond a shortlist' : 'leads that the reranker is asked about';
    app.notice(`${which} is for ${whom}; the others keep their raw scores`);
  }
  if (icpId !== currentIcp) {
    const under = icpVersion === null ? 'an ICP that is gone' : `version ${icpVersion} of the ICP`;
    app.notice(`${which} was fitted under ${under}; after a review fit it again: ${again}`);
  }
}
