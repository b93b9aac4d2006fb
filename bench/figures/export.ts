import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { PROGRAM } from '../bench-paths.ts';
import type { BenchTerms, Figure } from '../figure.ts';
import { interleaved, median } from '../interleaved.ts';
import { type MeasuredRun, measuredProcess } from '../measured-process.ts';
import { storedLeads } from '../stored-leads.ts';
import { createThrowawayDatabase, type ThrowawayDatabase } from '../throwaway-database.ts';

/** The columns of the export, as far as SQL can give them. */
const COPY = `copy (
    select name, linkedin_url, headline, company, location, array_to_string(job_titles, '; '), icp_score, match_reasoning, industry, company_type
      from leads where status = 'qualified' order by icp_score desc nulls last, id
  ) to stdout (format csv)`;

/** Leads that qualified, in a database that every round begins with a copy of. */
const qualifiedLeads = ({ quick, server }: BenchTerms) =>
  storedLeads(server!, {
    count: quick ? 100_000 : 1_000_000,
    batches: 1,
    statuses: ['qualified'],
    usage: false,
  });

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
