import { join } from 'node:path';
import { FIXTURES, PROGRAM } from './bench-paths.ts';
import { createThrowawayDatabase, type ThrowawayDatabase } from './throwaway-database.ts';
import { timedProcess } from './timed-process.ts';

export interface StoredLeads {
  readonly count: number;
  readonly batches: number;
  /** Statuses of leads that follow each other, over and over. */
  readonly statuses: readonly string[];
  /** With a paid call for each of them. */
  readonly usage: boolean;
}

/** A database with one client's leads as they stand after a while. */
export async function storedLeads(server: string, wanted: StoredLeads): Promise<ThrowawayDatabase> {
  const database = await createThrowawayDatabase(server);
  const { client, url } = database;
  const { count, batches, statuses, usage } = wanted;
  await timedProcess([PROGRAM, 'client', 'add', 'acme', '--icp', join(FIXTURES, 'icp-finance.yaml')], {
    environment: { DATABASE_URL: url },
  });
  await client.query(
    `insert into batches (client_id, name) select id, 'batch ' || n from clients, generate_series(1, $1::int) n`,
    [batches],
  );
  // Without the triggers, which would have each lead take every step of its way.
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into leads (client_id, batch_id, linkedin_url, public_identifier, status, name, headline, company, location, job_titles, industry,
                        company_type, client_icp_id, icp_score, match_reasoning)
     select 1, 1 + n % $2::int, 'https://www.linkedin.com/in/person-number-' || n, 'person-number-' || n, status, 'Person ' || n || ' Okonjari',
            'CFO at Company ' || n % 997 || ' | Billing, "pricing" and what finance has to do with it', 'Company ' || n % 997,
            'London, England, United Kingdom', array['Chief Financial Officer'], 'Fintech', 'scaleup',
            case when scored then 1 end, case when scored then n * 7919::bigint % 1001 / 10.0 end,
            case when scored then
              'Chief Financial Officer at Company ' || n % 997 || ', a Fintech scaleup: title, industry and size match; keywords: billing, pricing' end
       from generate_series(1, $1::int) n
       cross join lateral (select ($3::text[])[1 + n % cardinality($3::text[])] as status) s
       cross join lateral (select status in ('qualified', 'exported') as scored) t`,
    [count, batches, statuses],
  );
  await client.query(
    'insert into lead_batches (batch_id, lead_id, is_first) select batch_id, id, true from leads',
  );
  // Every tenth was found again by the source after.
  await client.query(
    `insert into lead_batches (batch_id, lead_id)
     select 1 + batch_id % $1::int, id from leads where id % 10 = 0 and $1::int > 1`,
    [batches],
  );
  if (usage) {
    await client.query(
      `insert into usage (provider, stage, model, outcome, client_id, batch_id, lead_ids, prompt_tokens, completion_tokens, cost_usd, latency_ms)
       select 'openai', 'enrich', 'gpt-5-mini', 'ok', client_id, batch_id, array[id], 1500, 150, 0.000675, 2000 from leads`,
    );
  }
  await client.query('vacuum analyze');
  return database;
}
