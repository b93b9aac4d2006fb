import type pg from 'pg';
import { findNearestTexts } from '../../src/store/nearest-leads.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import type { Figure } from '../figure.ts';
import { median } from '../interleaved.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';

const MODEL = 'bench';
const DIMENSIONS = 1536;
/** Texts are of kinds, as people are: around so many centres. */
const CENTRES = 200;
const QUERIES = 20;
const SHORTLIST = 500;

/** As in docs/scale.md, for this model. */
const INDEX = `create index embeddings_nearest on embeddings
    using hnsw ((embedding::vector(${DIMENSIONS})) vector_cosine_ops) with (m = 24, ef_construction = 128)
    where model = '${MODEL}' and dimensions = ${DIMENSIONS}`;

/** Leads with a vector each, nine in ten of them one client's, and the vectors of ICPs to compare them with. */
async function fill(client: pg.Client, leads: number): Promise<void> {
  await client.query(
    `insert into clients (slug, name) select 'client-' || n, n from generate_series(1, 2) n`,
  );
  await client.query(`insert into batches (client_id, name) select id, 'all' from clients`);
  await client.query(
    `create table centres as
       select c, array(select random() - 0.5 from generate_series(1, ${DIMENSIONS} + 0 * c)) as centre
         from generate_series(0, ${CENTRES} - 1) c`,
  );
  await client.query(
    `insert into embeddings (text_hash, model, dimensions, embedding)
     select case when n <= ${QUERIES} then 'query-' || n else encode(sha256(n::text::bytea), 'hex') end, '${MODEL}', ${DIMENSIONS},
            (select array_agg(value + random() - 0.5 + 0 * n) from unnest(centre) value)::vector
       from generate_series(1, $1::int + ${QUERIES}) n
       join centres on c = n * 7919::bigint % ${CENTRES}`,
    [leads],
  );
  await client.query(
    `insert into profile_cache (origin, profile, profile_text, text_hash, scraper, fetched_at)
     select 'network', '{}', 'text', text_hash, 'bench', now() from embeddings where text_hash not like 'query-%'`,
  );
  // Without the triggers, which would have each lead take every step of its way.
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into leads (client_id, batch_id, linkedin_url, public_identifier, status, profile_id)
     select client, client, 'https://www.linkedin.com/in/p-' || id, 'p-' || id, 'enriched', id
       from profile_cache cross join lateral (select case when id % 10 = 0 then 2 else 1 end as client) c`,
  );
  await client.query('vacuum analyze');
}

/** The nearest leads of one client, by the statement behind `--shortlist`: with the optional index, and by the exact scan. */
export const nearest: Figure = {
  name: 'nearest',
  what: `the ${SHORTLIST} nearest of a client's 90,000 leads among 100,000, with the HNSW index`,
  unit: 'ms',
  baselineIs: 'the same by the exact scan',
  target: 1,
  isRatio: true,
  needsServer: true,
  onlyByName: true,
  async compare({ quick, server }) {
    const { client, url, close } = await createThrowawayDatabase(server!);
    // As docs/scale.md says: for all sessions of this database.
    for (const setting of ['hnsw.iterative_scan = strict_order', 'hnsw.ef_search = 400'])
      await client.query(`alter database ${new URL(url).pathname.slice(1)} set ${setting}`);
    const database = openPostgres(url, { applicationName: 'icp-bench' });
    try {
      await fill(client, quick ? 3000 : 100_000);
      const answers = async () => {
        const [times, found]: [number[], string[][]] = [[], []];
        for (let query = 1; query <= QUERIES; query += 1) {
          const began = performance.now();
          found.push(
            await findNearestTexts(database, {
              scope: { clientId: 1, batchId: null },
              origin: 'network',
              model: MODEL,
              queryHash: `query-${query}`,
              count: SHORTLIST,
            }),
          );
          times.push(performance.now() - began);
        }
        return { milliseconds: median(times), found };
      };
      await answers();
      const exact = await answers();
      await client.query(`set maintenance_work_mem = '2GB'`);
      const began = performance.now();
      await client.query(INDEX);
      const buildSeconds = (performance.now() - began) / 1000;
      await client.query('analyze embeddings');
      await answers();
      const indexed = await answers();
      const recalls = exact.found.map((truth, index) => {
        const found = new Set(indexed.found[index]);
        return truth.filter((hash) => found.has(hash)).length / truth.length;
      });
      const { rows } = await client.query(`select pg_relation_size('embeddings_nearest') / 1e6 as megabytes`);
      return {
        ours: indexed.milliseconds,
        baseline: exact.milliseconds,
        alongside: {
          'of the exact nearest found, in all': recalls.reduce((sum, one) => sum + one, 0) / recalls.length,
          'of them found, at worst': Math.min(...recalls),
          's to build the index': buildSeconds,
          'MB of index': Number(rows[0].megabytes),
        },
      };
    } finally {
      await database.close();
      await close();
    }
  },
};
