import type pg from 'pg';
import { createAnswerStore } from '../../src/store/answers.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import type { Figure } from '../figure.ts';
import { interleaved } from '../interleaved.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';

const MODEL = 'bench';
const QUERY = 'icp';

/** The vectors of so many texts, and one to compare them with, in our table; then the same in a plain one. */
async function fill(client: pg.Client, count: number): Promise<void> {
  // The hash of a text is as long as a real one. The reference to it keeps the vectors from being all the same one.
  await client.query(
    `insert into embeddings (text_hash, model, dimensions, embedding)
     select case when n = 0 then '${QUERY}' else encode(sha256(n::text::bytea), 'hex') end, '${MODEL}', 1536,
            (select array_agg(random() - 0.5) from generate_series(1, 1536 + 0 * n))::vector
       from generate_series(0, $1::int) n`,
    [count],
  );
  await client.query('create table plain (text_hash text, embedding vector(1536))');
  await client.query(
    'alter table plain alter column text_hash set storage plain, alter column embedding set storage plain',
  );
  await client.query(
    `insert into plain select text_hash, embedding from embeddings where text_hash <> '${QUERY}'`,
  );
  await client.query('vacuum analyze embeddings');
  await client.query('vacuum analyze plain');
}

/** The one query that qualifying asks of the vectors, its parameters and its answer included on both sides. */
export const cosine: Figure = {
  name: 'cosine',
  what: 'cosine similarity of 20,000 leads of 1,536 dimensions, by the store',
  unit: 'ms',
  baselineIs: 'the bare SQL over an inline vector column of a plain table',
  target: 1.3,
  isRatio: true,
  needsServer: true,
  async compare({ quick, server }) {
    const count = quick ? 2000 : 20_000;
    const { client, url, close } = await createThrowawayDatabase(server!);
    const database = openPostgres(url, { applicationName: 'icp-bench' });
    try {
      await fill(client, count);
      const { rows } = await client.query<{ hash: string }>(
        `select text_hash as hash from embeddings where text_hash <> '${QUERY}'`,
      );
      const hashes = rows.map(({ hash }) => hash);
      const answer = await client.query<{ vector: string }>(
        `select embedding::text as vector from embeddings where text_hash = '${QUERY}'`,
      );
      const query = answer.rows[0]!.vector;
      const store = createAnswerStore(database, {
        worker: 'bench',
        leaseSeconds: 300,
        deadWorkers: { release: async () => false },
      });
      return await interleaved(
        quick ? 5 : 15,
        async () => {
          const began = performance.now();
          const { size } = await store.similarities(MODEL, QUERY, hashes);
          if (size < count) throw new Error(`${size} similarities of ${count}`);
          return performance.now() - began;
        },
        async () => {
          const began = performance.now();
          await client.query('select text_hash, 1 - (embedding <=> $1::vector) as similarity from plain', [
            query,
          ]);
          return performance.now() - began;
        },
      );
    } finally {
      await database.close();
      await close();
    }
  },
};
