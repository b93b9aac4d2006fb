import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, readMigrations } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Name of a migrated database that tests copy; null without TEST_DATABASE_URL. */
    templateDatabase: string | null;
  }
}

/** Builds what the process tests run, and on a server one migrated database that every test's own is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', 'compile', '--silent'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) {
    project.provide('templateDatabase', null);
    return async () => {};
  }
  const name = `icp_template_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = openPostgres(url.href, { applicationName: 'icp-tests' });
  await migrate(database, await readMigrations('migrations'));
  await database.close();
  project.provide('templateDatabase', name);
  return async () => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
}
