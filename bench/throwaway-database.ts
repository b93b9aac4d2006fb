import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { PROGRAM } from './bench-paths.ts';
import { timedProcess } from './timed-process.ts';

export interface ThrowawayDatabase {
  readonly name: string;
  readonly url: string;
  readonly client: pg.Client;
  close(): Promise<void>;
}

/** A migrated database of its own on the server; or a copy of another one, which is disconnected for it. */
export async function createThrowawayDatabase(
  server: string,
  original: ThrowawayDatabase | null = null,
): Promise<ThrowawayDatabase> {
  const name = `icp_bench_${randomBytes(4).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  if (original === null) {
    await admin.query(`create database ${name}`);
    await timedProcess([PROGRAM, 'migrate'], { environment: { DATABASE_URL: url.href } });
  } else {
    await original.client.end();
    await admin.query(`create database ${name} template ${original.name} strategy file_copy`);
  }
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return {
    name,
    url: url.href,
    client,
    close: async () => {
      await client.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
