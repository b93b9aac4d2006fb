import { UsageError } from '../domain/errors.ts';
import type { Queryable } from './database.ts';

/** What a server says of itself. */
export interface ServerVersions {
  /** As people write it: `16.4`. */
  readonly server: string;
  /** As it is compared: 160004. */
  readonly serverNumber: number;
  /** The pgvector that the server could enable; null when it has none. */
  readonly available: string | null;
  /** The pgvector that is enabled in this database; null when none is. */
  readonly installed: string | null;
}

const MINIMUM_SERVER = 150_000;
const MINIMUM_VECTOR = [0, 7] as const;

export async function readServerVersions(database: Queryable): Promise<ServerVersions> {
  const { rows } = await database.query<ServerVersions>(
    `select current_setting('server_version') as server,
            current_setting('server_version_num')::int as "serverNumber",
            (select default_version from pg_available_extensions where name = 'vector') as available,
            (select extversion from pg_extension where extname = 'vector') as installed`,
  );
  return rows[0]!;
}

/** Why the server cannot carry the schema, which needs PostgreSQL 15 or newer; null when it can. */
export function serverTooOld({ serverNumber }: ServerVersions, location: string): UsageError | null {
  if (serverNumber >= MINIMUM_SERVER) return null;
  return new UsageError(
    'server_too_old',
    `the server at ${location} is PostgreSQL ${Math.floor(serverNumber / 10_000)}; icp needs 15 or newer`,
    'upgrade the server, or unset DATABASE_URL to use the embedded database',
  );
}

/** Why its pgvector does not do, which must be 0.7 or newer; null when it does, enabled or yet to be enabled. */
export function vectorUnfit({ available, installed }: ServerVersions, location: string): UsageError | null {
  const version = installed ?? available;
  if (version === null) {
    return new UsageError(
      'pgvector_missing',
      `the server at ${location} has no pgvector`,
      'install the extension on the server (package postgresql-NN-pgvector, or https://github.com/pgvector/pgvector) and run icp migrate again',
    );
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MINIMUM_VECTOR[0] || (major === MINIMUM_VECTOR[0] && minor >= MINIMUM_VECTOR[1])) return null;
  return new UsageError(
    'pgvector_too_old',
    `the server at ${location} has pgvector ${version}; icp needs 0.7 or newer`,
    installed === null
      ? 'upgrade pgvector on the server'
      : 'upgrade pgvector, then: alter extension vector update',
  );
}
