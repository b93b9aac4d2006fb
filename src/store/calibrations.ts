import { isDeepStrictEqual } from 'node:util';
import { UsageError } from '../domain/errors.ts';
import type { ForecastFigures } from '../domain/learning/forecast-figures.ts';
import type { ScoreMapping } from '../domain/scoring/score-mapping.ts';
import type { Client } from './clients.ts';
import type { Queryable } from './database.ts';

/** What a mapping was measured by. */
export type Accuracy = Pick<ForecastFigures, 'brier' | 'logLoss' | 'ece'>;

/** What a version holds; all of it null for one that leaves scores as they are. */
export interface CalibrationContent {
  readonly mapping: ScoreMapping | null;
  /** The models and weights whose scores it was fitted to. */
  readonly settingsKey: string | null;
  /** The ICP under which they were given. */
  readonly icpId: number | null;
  readonly fits: number | null;
  readonly misses: number | null;
  readonly figures: { readonly before: Accuracy; readonly after: Accuracy } | null;
}

export interface ClientCalibration extends CalibrationContent {
  readonly clientId: number;
  /** Slug of the client. */
  readonly client: string;
  readonly version: number;
  /** Null where the ICP is gone. */
  readonly icpVersion: number | null;
  readonly createdAt: Date;
}

/** The version that makes scores stand as they are. */
export const NO_CALIBRATION: CalibrationContent = {
  mapping: null,
  settingsKey: null,
  icpId: null,
  fits: null,
  misses: null,
  figures: null,
};

/** Whether two versions are alike, whenever they were made. */
export function isSameCalibration(one: CalibrationContent, other: CalibrationContent): boolean {
  return (
    isDeepStrictEqual(one.mapping, other.mapping) &&
    one.settingsKey === other.settingsKey &&
    one.icpId === other.icpId &&
    one.fits === other.fits &&
    one.misses === other.misses
  );
}

const CALIBRATION = `b.client_id as "clientId", c.slug as client, b.version, b.mapping, b.settings_key as "settingsKey",
            b.client_icp_id as "icpId", i.version as "icpVersion", b.fits, b.misses, b.figures,
            b.created_at as "createdAt"
       from client_calibrations b
       join clients c on c.id = b.client_id
       left join client_icps i on i.id = b.client_icp_id`;

/** The current calibration of each client that ever had one; of one client when `clientId` is given. */
export async function currentCalibrations(
  database: Queryable,
  clientId: number | null,
): Promise<ClientCalibration[]> {
  const { rows } = await database.query<ClientCalibration>(
    `select distinct on (b.client_id) ${CALIBRATION}
      where $1::bigint is null or b.client_id = $1
      order by b.client_id, b.version desc`,
    [clientId],
  );
  return rows;
}

/** All versions of a client, the current one first. */
export async function listCalibrations(database: Queryable, clientId: number): Promise<ClientCalibration[]> {
  const { rows } = await database.query<ClientCalibration>(
    `select ${CALIBRATION} where b.client_id = $1 order by b.version desc`,
    [clientId],
  );
  return rows;
}

/** One version of a client's calibration. Throws UsageError for one that there is not. */
export async function requireCalibration(
  database: Queryable,
  client: Pick<Client, 'id' | 'slug'>,
  version: number,
): Promise<ClientCalibration> {
  const { rows } = await database.query<ClientCalibration>(
    `select ${CALIBRATION} where b.client_id = $1 and b.version = $2`,
    [client.id, version],
  );
  if (rows[0] !== undefined) return rows[0];
  throw new UsageError(
    'unknown_calibration',
    `there is no calibration ${version} of "${client.slug}"`,
    `see those there are: icp calibrate --client ${client.slug} --show`,
  );
}

/**
 * Makes this the client's current calibration; returns its version, null where there never was one and none is wanted. Content that is current already makes no
 * version. To be run in a transaction.
 */
export async function saveCalibration(
  transaction: Queryable,
  clientId: number,
  content: CalibrationContent,
): Promise<{ readonly version: number | null; readonly changed: boolean }> {
  // Two at once must not make the same version.
  await transaction.query('select id from clients where id = $1 for update', [clientId]);
  const [current] = await currentCalibrations(transaction, clientId);
  const { mapping, settingsKey, icpId, fits, misses, figures } = content;
  if (isSameCalibration(content, current ?? NO_CALIBRATION))
    return { version: current?.version ?? null, changed: false };
  const version = (current?.version ?? 0) + 1;
  await transaction.query(
    `insert into client_calibrations (client_id, version, mapping, settings_key, client_icp_id, fits, misses, figures)
     values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8::jsonb)`,
    [
      clientId,
      version,
      mapping === null ? null : JSON.stringify(mapping),
      settingsKey,
      icpId,
      fits,
      misses,
      figures === null ? null : JSON.stringify(figures),
    ],
  );
  return { version, changed: true };
}
