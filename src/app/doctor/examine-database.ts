import type { Settings } from '../../config/settings.ts';
import type { UsageError } from '../../domain/errors.ts';
import type { Database } from '../../store/database.ts';
import { migrate, migrationStatus, readMigrations } from '../../store/migrate.ts';
import {
  readServerVersions,
  type ServerVersions,
  serverTooOld,
  vectorUnfit,
} from '../../store/server-versions.ts';
import { openDatabase } from '../open-app.ts';
import { migrationsFolder } from '../package-folder.ts';
import type { ClockReadings } from './clock-readings.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** The server, its pgvector and the schema; the first of them alone when the others cannot be asked for. */
export async function examineDatabase(
  settings: Settings,
  options: { readonly waitSeconds: number },
  clock: ClockReadings,
): Promise<Finding[]> {
  let database: Database;
  try {
    database = await openDatabase({ settings }, { waitSeconds: options.waitSeconds, notice: () => {} });
  } catch (error) {
    return [wrong('database', error)];
  }
  try {
    if (database.kind === 'postgres') await readClock(database, clock);
    const judged = judgeVersions(await readServerVersions(database), database);
    // What the server cannot carry is no question for icp migrate.
    const fit = judged.every(({ state }) => state === 'fine');
    return fit ? [...judged, await examineSchema(database)] : judged;
  } catch (error) {
    return [wrong('database', error)];
  } finally {
    await database.close().catch(() => {});
  }
}

export function judgeVersions(
  versions: ServerVersions,
  { kind, location }: Pick<Database, 'kind' | 'location'>,
): Finding[] {
  const judge = (what: string, unfit: UsageError | null, found: string) =>
    unfit === null ? fine(what, found) : wrong(what, unfit);
  const { server, available, installed } = versions;
  return [
    judge(
      'database',
      serverTooOld(versions, location),
      `${kind === 'embedded' ? 'embedded ' : ''}PostgreSQL ${server} (${location})`,
    ),
    judge('pgvector', vectorUnfit(versions, location), installed ?? `${available}, not enabled yet`),
  ];
}

async function examineSchema(database: Database): Promise<Finding> {
  try {
    const migrations = await readMigrations(migrationsFolder);
    if (database.kind === 'embedded') await migrate(database, migrations);
    const states = await migrationStatus(database, migrations);
    const missing = states.filter(({ appliedAt }) => appliedAt === null).length;
    if (missing === 0) return fine('schema', 'up to date');
    const found = missing === 1 ? '1 migration is missing' : `${missing} migrations are missing`;
    return { what: 'schema', state: 'wrong', found, fix: 'run: icp migrate' };
  } catch (error) {
    return wrong('schema', error);
  }
}

async function readClock(database: Database, clock: ClockReadings): Promise<void> {
  const sentMs = Date.now();
  const { rows } = await database.query<{ ms: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
  );
  const receivedMs = Date.now();
  const theirs = rows[0]!.ms;
  // Theirs was read at some moment between the two.
  const aheadMs = theirs < sentMs ? sentMs - theirs : Math.min(0, receivedMs - theirs);
  clock.add('the database server', aheadMs);
}
