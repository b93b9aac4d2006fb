import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { describe, inject, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { startPglite, wrapPglite } from '../../src/store/embedded-database.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';

export interface TestDatabase {
  readonly database: Database;
  /** For a process under test; null for the embedded database, which is in memory here. */
  readonly url: string | null;
  close(): Promise<void>;
}

/** Whether the suite runs on a PostgreSQL server. */
export const onServer = process.env['TEST_DATABASE_URL'] !== undefined;

/** On the embedded database each process takes a second of processor time: what has nothing to do with it is shown on the server. */
export const itOnServer = it.skipIf(!onServer);
export const describeOnServer = describe.skipIf(!onServer);

/** An empty, migrated database of its own: a copy on the server when TEST_DATABASE_URL is set, else embedded and in memory. */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (onServer) {
    const copy = await createServerDatabase();
    const database = openPostgres(copy.url, { applicationName: 'icp-tests' });
    return {
      database,
      url: copy.url,
      close: async () => {
        await database.close();
        await copy.drop();
      },
    };
  }
  const pglite = await startPglite(undefined, new Blob([await readFile('dist/embedded-template.tar.gz')]));
  const database = wrapPglite(pglite, 'memory');
  return { database, url: null, close: () => database.close() };
}

/** A migrated copy on the server; an empty one when `migrated` is false. */
export async function createServerDatabase(migrated = true): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL']!;
  const name = `icp_test_${randomBytes(6).toString('hex')}`;
  await onAdmin(
    server,
    `create database ${name}${migrated ? ` template ${inject('templateDatabase')}` : ''}`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onAdmin(server, `drop database if exists ${name} with (force)`) };
}

async function onAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
