import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { Halt } from '../pipeline/halt.ts';
import { type Probe, probeActor, probeApify, probeModel } from '../providers/probe-services.ts';
import { migrate, migrationStatus, readMigrations } from '../store/migrate.ts';
import { openDatabase, readSettings } from './open-app.ts';
import { migrationsFolder } from './package-folder.ts';
import { readPrices } from './read-prices.ts';

export interface Finding {
  readonly what: string;
  readonly state: 'fine' | 'wrong' | 'unneeded';
  readonly found: string;
  /** What to do about it; null when all is well. */
  readonly fix: string | null;
}

export interface ExamineOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly offline: boolean;
  readonly waitSeconds: number;
  readonly halt: Halt;
}

const LEAST_NODE: readonly [number, number] = [20, 19];
const LEAST_FREE_BYTES = 500_000_000;

/** Looks at everything that the pipeline needs; never throws for what it finds. */
export async function examine(options: ExamineOptions): Promise<Finding[]> {
  const findings: Finding[] = [examineNode()];
  let settings: Settings;
  try {
    ({ settings } = await readSettings(options.environment, options.offline));
    await readPrices(settings);
    findings.push({ what: 'settings', state: 'fine', found: 'all can be read', fix: null });
  } catch (error) {
    return [...findings, wrong('settings', error)];
  }
  findings.push(await examineDatabase(settings, options));
  if (settings.databaseUrl === undefined) findings.push(await examineDisk(settings.home));
  return [...findings, ...(await examineServices(settings))];
}

function examineNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return {
    what: 'Node.js',
    state: fine ? 'fine' : 'wrong',
    found: process.versions.node,
    fix: fine ? null : `install Node.js ${LEAST_NODE.join('.')} or newer`,
  };
}

async function examineDatabase(settings: Settings, options: ExamineOptions): Promise<Finding> {
  try {
    const database = await openDatabase({ settings }, { waitSeconds: options.waitSeconds, notice: () => {} });
    try {
      const migrations = await readMigrations(migrationsFolder);
      if (database.kind === 'embedded') await migrate(database, migrations);
      const { rows } = await database.query<{ server: string; vector: string | null }>(
        `select current_setting('server_version') as server,
                (select extversion from pg_extension where extname = 'vector') as vector`,
      );
      const missing = (await migrationStatus(database, migrations)).filter(
        (state) => state.appliedAt === null,
      ).length;
      const { server, vector } = rows[0]!;
      return {
        what: 'database',
        state: missing === 0 ? 'fine' : 'wrong',
        found: `${database.kind === 'embedded' ? 'embedded ' : ''}PostgreSQL ${server}, pgvector ${vector ?? 'missing'}, ${missing === 0 ? 'schema up to date' : `${missing} migrations missing`} (${database.location})`,
        fix: missing === 0 ? null : 'run: icp migrate',
      };
    } finally {
      await database.close();
    }
  } catch (error) {
    return wrong('database', error);
  }
}

async function examineDisk(home: string): Promise<Finding> {
  const folder = resolve(home);
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const enough = free >= LEAST_FREE_BYTES;
    return {
      what: 'free disk',
      state: enough ? 'fine' : 'wrong',
      found: `${(free / 1e9).toFixed(1)} GB at ${folder}`,
      fix: enough ? null : 'free some space, or set ICP_HOME to a folder on another disk',
    };
  } catch (error) {
    return wrong('free disk', error);
  }
}

async function examineServices(settings: Settings): Promise<Finding[]> {
  const keys = [
    ['APIFY_TOKEN', settings.apifyToken],
    ['OPENAI_API_KEY', settings.openaiApiKey],
    ['JINA_API_KEY', settings.jinaApiKey],
  ] as const;
  if (settings.offline) {
    return keys.map(([what]) => ({ what, state: 'unneeded', found: 'not needed with --offline', fix: null }));
  }
  const missing = keys
    .filter(([, value]) => value === undefined)
    .map(
      ([what]): Finding => ({
        what,
        state: 'wrong',
        found: 'not set',
        fix: `set ${what} in the environment or in .env, or use --offline`,
      }),
    );
  const probes: Promise<Finding>[] = [];
  if (settings.apifyToken !== undefined) {
    probes.push(
      probeApify(settings, fetch).then((probe) => finding('APIFY_TOKEN', probe)),
      probeActor(settings, fetch).then((probe) => finding('Apify actor', probe)),
    );
  }
  if (settings.openaiApiKey !== undefined) {
    const { embeddingModel, classifierModel } = settings;
    probes.push(
      probeModel(settings, embeddingModel, 'ICP_EMBEDDING_MODEL', fetch).then((probe) =>
        finding('embedding model', probe),
      ),
      probeModel(settings, classifierModel, 'ICP_CLASSIFIER_MODEL', fetch).then((probe) =>
        finding('classifier model', probe),
      ),
    );
  }
  if (settings.jinaApiKey !== undefined) {
    // Jina has no call that costs nothing, so its key is only seen to be there.
    probes.push(
      Promise.resolve({
        what: 'JINA_API_KEY',
        state: 'fine',
        found: 'set (it is first used by qualify)',
        fix: null,
      } as const),
    );
  }
  return [...missing, ...(await Promise.all(probes))];
}

function finding(what: string, probe: Probe): Finding {
  return { what, state: probe.ok ? 'fine' : 'wrong', found: probe.found, fix: probe.fix };
}

function wrong(what: string, error: unknown): Finding {
  const { message, hint } = error as { message: string; hint?: string };
  return { what, state: 'wrong', found: message, fix: hint ?? 'run with --verbose for the details' };
}
