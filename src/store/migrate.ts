import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StopRun, UsageError } from '../domain/errors.ts';
import { contentHash } from '../support/hash.ts';
import type { Database, Queryable } from './database.ts';
import { readServerVersions, serverTooOld, vectorUnfit } from './server-versions.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface MigrationState {
  readonly migration: Pick<Migration, 'version' | 'name'>;
  readonly appliedAt: Date | null;
}

/** Any number that no other program on the same server is likely to lock: the ASCII codes of "icp". */
const ADVISORY_LOCK = 0x69_63_70;
const INSUFFICIENT_PRIVILEGE = '42501';

/** The numbered SQL files of a folder, in order. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { version: Number(name.slice(0, 4)), name, sql, checksum: contentHash(sql) };
    }),
  );
}

/**
 * Applies what is missing, all in one transaction under an advisory lock, so that several at once succeed and a
 * failure leaves nothing half done. Returns what was applied. Throws UsageError when the server cannot carry the schema or is ahead of this program.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  await checkServer(database);
  try {
    return await database.transaction(
      async (transaction) => {
        const states = await migrationStatus(transaction, migrations);
        const missing = migrations.filter((_, position) => states[position]!.appliedAt === null);
        if (missing.length === 0) return [];
        await enableVector(transaction, database.location);
        await transaction.query(
          `create table if not exists schema_migrations (
             version    integer primary key,
             name       text not null,
             checksum   text not null,
             applied_at timestamptz not null default now())`,
        );
        for (const migration of missing) await apply(transaction, migration);
        return missing;
      },
      { long: true, lock: ADVISORY_LOCK },
    );
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new StopRun(
      'configuration',
      'migration_not_allowed',
      `this user may not change the schema of ${database.location} (${(error as Error).message})`,
      'run icp migrate with the user that owns the database; see "On a server" in the README',
      { cause: error },
    );
  }
}

async function apply(transaction: Queryable, { version, name, sql, checksum }: Migration): Promise<void> {
  for (const statement of splitStatements(sql)) await transaction.query(statement);
  await transaction.query('insert into schema_migrations (version, name, checksum) values ($1, $2, $3)', [
    version,
    name,
    checksum,
  ]);
}

/** Throws UsageError unless the schema is exactly the one this program was written for. */
export async function requireMigrated(database: Queryable, migrations: readonly Migration[]): Promise<void> {
  const states = await migrationStatus(database, migrations);
  const missing = states.filter((state) => state.appliedAt === null).length;
  if (missing > 0) {
    throw new UsageError(
      'schema_not_migrated',
      missing === states.length
        ? 'the database has no icp schema yet'
        : `the database schema is ${missing} migration${missing === 1 ? '' : 's'} behind this icp`,
      'run: icp migrate',
    );
  }
}

export async function migrationStatus(
  database: Queryable,
  migrations: readonly Migration[],
): Promise<readonly MigrationState[]> {
  const { rows } = await database.query<{ there: boolean }>(
    `select to_regclass('schema_migrations') is not null as there`,
  );
  const applied = rows[0]?.there ? await appliedMigrations(database) : new Map<number, AppliedMigration>();
  refuseStrangers(applied, migrations);
  return migrations.map((migration) => ({
    migration,
    appliedAt: applied.get(migration.version)?.applied_at ?? null,
  }));
}

interface AppliedMigration {
  version: number;
  name: string;
  checksum: string;
  applied_at: Date;
}

async function appliedMigrations(database: Queryable): Promise<Map<number, AppliedMigration>> {
  const { rows } = await database.query<AppliedMigration>(
    'select version, name, checksum, applied_at from schema_migrations order by version',
  );
  return new Map(rows.map((row) => [row.version, row]));
}

function refuseStrangers(applied: Map<number, AppliedMigration>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const row of applied.values()) {
    const ours = known.get(row.version);
    if (ours === undefined) {
      throw new UsageError(
        'schema_too_new',
        `the database schema (${row.name}) is newer than this icp`,
        'install the newer icp; this one would not understand the data',
      );
    }
    if (ours.checksum !== row.checksum) {
      throw new UsageError(
        'schema_differs',
        `migration ${row.name} of the database differs from the one in this icp`,
        'the database was set up by another build of icp; use that one, or another database',
      );
    }
  }
}

/** PostgreSQL ≥ 15 with pgvector ≥ 0.7. */
async function checkServer(database: Database): Promise<void> {
  const versions = await readServerVersions(database);
  const unfit = serverTooOld(versions, database.location) ?? vectorUnfit(versions, database.location);
  if (unfit !== null) throw unfit;
}

/** To be run under the lock: two at once fail on the name of the extension, for all its `if not exists`. */
async function enableVector(transaction: Queryable, location: string): Promise<void> {
  try {
    await transaction.query('create extension if not exists vector');
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new StopRun(
      'configuration',
      'pgvector_not_enabled',
      `this user may not enable pgvector in ${location}`,
      'have a superuser run there: create extension vector',
      { cause: error },
    );
  }
}

/** Statements of a migration. Our files keep to one rule: a statement ends with ";" at the end of a line outside `$$`. */
function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of sql.split('\n')) {
    current += `${line}\n`;
    if ((line.split('$$').length - 1) % 2 === 1) quoted = !quoted;
    if (!quoted && /;\s*$/.test(line.replace(/--.*$/, ''))) {
      statements.push(current);
      current = '';
    }
  }
  return current.replace(/--.*$/gm, '').trim() === '' ? statements : [...statements, current];
}
