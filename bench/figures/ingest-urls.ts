import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { PROGRAM } from '../bench-paths.ts';
import type { Figure } from '../figure.ts';
import { interleaved } from '../interleaved.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';
import { timedProcess } from '../timed-process.ts';

const vanity = (number: number) => `person-number-${number}`;
const link = (number: number) => `https://www.linkedin.com/in/${vanity(number)}`;

async function copy(client: pg.Client, statement: string, rows: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inPieces(rows)), client.query(copyFrom(statement)));
}

function* inPieces(rows: Iterable<string>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += row;
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function* rowsOf(count: number, row: (number: number) => string): Generator<string> {
  for (let number = 1; number <= count; number += 1) yield row(number);
}

/** A list of URLs to stored leads, the whole command, against COPY of the rows that it leaves, into the same tables with their indexes and constraints. */
export const ingestUrls: Figure = {
  name: 'ingest-urls',
  what: 'icp ingest of 100,000 URLs into PostgreSQL',
  unit: 'ms',
  baselineIs: 'COPY of the same rows into the same tables',
  target: 3,
  isRatio: true,
  needsServer: true,
  async compare({ quick, folder, server }) {
    const count = quick ? 10_000 : 100_000;
    const file = join(folder, 'urls.txt');
    await writeFile(file, [...rowsOf(count, (number) => `${link(number)}\n`)].join(''));
    const database = await createThrowawayDatabase(server!);
    const { client, url } = database;
    const environment = { DATABASE_URL: url };
    const empty = () => client.query('truncate leads, batches restart identity cascade');
    await timedProcess([PROGRAM, 'client', 'add', 'acme'], { environment });
    try {
      return await interleaved(
        quick ? 2 : 5,
        async () => {
          await empty();
          const args = [PROGRAM, 'ingest', file, '--client', 'acme', '--quiet'];
          return (await timedProcess(args, { environment, folder })).milliseconds;
        },
        async () => {
          await empty();
          await client.query(`insert into batches (client_id, name) select id, 'baseline' from clients`);
          const began = performance.now();
          await client.query('begin');
          await copy(
            client,
            'copy leads (client_id, batch_id, linkedin_url, public_identifier) from stdin',
            rowsOf(count, (number) => `1\t1\t${link(number)}\t${vanity(number)}\n`),
          );
          await copy(
            client,
            'copy lead_batches (batch_id, lead_id) from stdin',
            rowsOf(count, (number) => `1\t${number}\n`),
          );
          await client.query('commit');
          return performance.now() - began;
        },
      );
    } finally {
      await database.close();
    }
  },
};
