import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAM } from '../bench-paths.ts';
import type { BenchTerms, Figure } from '../figure.ts';
import { urlList } from '../invented-people.ts';
import { startServices, TAKING_THEIR_TIME } from '../simulated-services.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';
import { timedProcess } from '../timed-process.ts';

async function enrichTime({ quick, folder, server }: BenchTerms, slowRunMs: number): Promise<number> {
  const file = join(folder, 'urls.txt');
  await writeFile(file, urlList(quick ? 250 : 500));
  const services = await startServices({ ...TAKING_THEIR_TIME, slowRunMs });
  const database = await createThrowawayDatabase(server!);
  try {
    const environment = { ...services.environment, DATABASE_URL: database.url };
    const icp = async (...args: string[]) =>
      (await timedProcess([PROGRAM, ...args, '--quiet'], { environment, folder })).milliseconds;
    await icp('client', 'add', 'acme');
    await icp('ingest', file, '--client', 'acme');
    return await icp('enrich');
  } finally {
    await database.close();
    await services.close();
  }
}

/** Whether a run that hangs holds up the others, or what comes after them. */
export const slowRuns: Figure = {
  name: 'slow-runs',
  what: 'icp enrich of 500 leads where five of the runs take 12 s instead of 2',
  unit: 'ms',
  baselineIs: 'the same where all take 2 s',
  target: 1.1,
  isRatio: true,
  needsServer: true,
  compare: async (terms) => ({
    baseline: await enrichTime(terms, TAKING_THEIR_TIME.runMs),
    ours: await enrichTime(terms, terms.quick ? 5000 : 12_000),
  }),
};
