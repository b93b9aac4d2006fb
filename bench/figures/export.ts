import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { PROGRAM } from '../bench-paths.ts';
import type { BenchTerms, Figure } from '../figure.ts';
import { interleaved, median } from '../interleaved.ts';
import { type MeasuredRun, measuredProcess } from '../measured-process.ts';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../throwaway-database.ts';
import { timedProcess } from '../timed-process.ts';

/** The columns of the export, as far as SQL can give them. */
const COPY = `copy (
    select name, linkedin_url, headline, company, location, array_to_string(job_titles, '; '), icp_score, match_reasoning, industry, company_type
      from leads where status = 'qualified' order by icp_score desc nulls last, id
  ) to stdout (format csv)`;

const leadsOf = ({ quick }: BenchTerms) => (quick ? 100_000 : 1_000_000);

/** Leads that qualified, in a database that every round begins with a copy of. */
async function qualifiedLeads({ server, ...terms }: BenchTerms): Promise<ThrowawayDatabase> {
  const database = await createThrowawayDatabase(server!);
  await timedProcess([PROGRAM, 'client', 'add', 'acme'], { environment: { DATABASE_URL: database.url } });
  const { client } = database;
  await client.query(`insert into batches (client_id, name) select id, 'bench' from clients`);
  // Without the triggers, which would have each lead take every step of its way.
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into leads (client_id, batch_id, linkedin_url, public_identifier, status, name, headline, company, location, job_titles, industry,
                        company_type, icp_score, match_reasoning)
     select 1, 1, 'https://www.linkedin.com/in/person-number-' || n, 'person-number-' || n, 'qualified', 'Person ' || n || ' Okonjari',
            'CFO at Company ' || n % 997 || ' | Billing, "pricing" and what finance has to do with it', 'Company ' || n % 997,
            'London, England, United Kingdom', array['Chief Financial Officer'], 'Fintech', 'scaleup', (n * 7919::bigint % 1001) / 10.0,
            'Chief Financial Officer at Company ' || n % 997 || ', a Fintech scaleup: title, industry and size match; keywords: billing, pricing'
       from generate_series(1, $1::int) n`,
    [leadsOf({ server, ...terms })],
  );
  await client.query('insert into lead_batches select 1, id from leads');
  await client.query('vacuum analyze');
  return database;
}

/** Writes the file on a copy of the database, so that every round begins alike. */
async function onCopy<T>(
  original: ThrowawayDatabase,
  server: string,
  work: (copy: ThrowawayDatabase) => Promise<T>,
): Promise<T> {
  const copy = await createThrowawayDatabase(server, original);
  try {
    return await work(copy);
  } finally {
    await copy.close();
  }
}

function exportProcess(copy: ThrowawayDatabase, folder: string, ...more: string[]): Promise<MeasuredRun> {
  const args = [PROGRAM, 'export', '-o', join(folder, 'leads.csv'), '--quiet', ...more];
  return measuredProcess(args, { environment: { DATABASE_URL: copy.url }, folder });
}

/** The whole command, which also marks every lead exported, against nothing but the file. */
export const exportCsv: Figure = {
  name: 'export',
  what: 'icp export of 1,000,000 leads to a file, each marked exported',
  unit: 'ms',
  baselineIs: 'COPY of the same columns to a file',
  target: 3,
  isRatio: true,
  needsServer: true,
  async compare(terms) {
    const { quick, folder } = terms;
    const server = terms.server!;
    const database = await qualifiedLeads(terms);
    const again: number[] = [];
    try {
      const compared = await interleaved(
        quick ? 1 : 3,
        () =>
          onCopy(database, server, async (copy) => {
            const { milliseconds } = await exportProcess(copy, folder);
            // Where all are marked already, the file alone is left to do.
            again.push((await exportProcess(copy, folder, '--again')).milliseconds);
            return milliseconds;
          }),
        () =>
          onCopy(database, server, async ({ client }) => {
            const began = performance.now();
            await pipeline(client.query(copyTo(COPY)), createWriteStream(join(folder, 'copy.csv')));
            return performance.now() - began;
          }),
      );
      return {
        ...compared,
        alongside: { 'ms the same with --again, where nothing is to be marked': median(again) },
      };
    } finally {
      await database.close();
    }
  },
};

/** Peak memory of the same, of the whole process. */
export const exportMemory: Figure = {
  name: 'export-memory',
  what: 'peak memory of the same',
  unit: 'MB',
  baselineIs: 'a bare node -e 0',
  target: 200,
  isRatio: false,
  needsServer: true,
  async compare(terms) {
    const database = await qualifiedLeads(terms);
    try {
      const exported = await onCopy(database, terms.server!, (copy) => exportProcess(copy, terms.folder));
      const bare = await measuredProcess(['-e', '0'], { folder: terms.folder });
      return { ours: exported.peakBytes / 1e6, baseline: bare.peakBytes / 1e6 };
    } finally {
      await database.close();
    }
  },
};
