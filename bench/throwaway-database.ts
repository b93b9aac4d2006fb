import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { PROGRAM } from './bench-paths.ts';
import { timedProcess } from './timed-process.ts';

export interface ThrowawayDatabase {
  readonly url: string;
  readonly client: pg.Client;
  close(): Promise<void>;
}

/** A migrated database of its own on the server. */
export async function createThrowawayDatabase(server: string): Promise<ThrowawayDatabase> {
  const name = `icp_bench_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await timedProcess([PROGRAM, 'migrate'], { environment: { DATABASE_URL: url.href } });
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return {
    url: url.href,
    client,
    close: async () => {
      await client.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
