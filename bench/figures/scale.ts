import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FIXTURES, PROGRAM } from '../bench-paths.ts';
import type { BenchTerms, Comparison, Figure } from '../figure.ts';
import { inventedPerson, urlList } from '../invented-people.ts';
import { measuredProcess } from '../measured-process.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';

function* profileLines(count: number): Generator<string> {
  for (let number = 1; number <= count; number += 1) yield `${JSON.stringify(inventedPerson(number))}\n`;
}

const STEPS = ['ingest', 'enrich', 'qualify'] as const;
type Taken = Record<(typeof STEPS)[number], number>;

interface Way {
  readonly taken: Taken;
  /** The most memory that one of the commands had. */
  readonly peakBytes: number;
  readonly databaseBytes: number;
}

/** The whole way of so many leads with the local providers, milliseconds for each command. */
async function localWay({ folder, server }: BenchTerms, count: number): Promise<Way> {
  const [urls, profiles] = [join(folder, `urls-${count}.txt`), join(folder, `profiles-${count}.jsonl`)];
  await writeFile(urls, urlList(count));
  await pipeline(Readable.from(profileLines(count)), createWriteStream(profiles));
  const database = await createThrowawayDatabase(server!);
  try {
    const environment = { DATABASE_URL: database.url };
    let peakBytes = 0;
    const icp = async (...args: string[]) => {
      const run = await measuredProcess([PROGRAM, ...args, '--quiet'], { environment, folder });
      peakBytes = Math.max(peakBytes, run.peakBytes);
      return run.milliseconds;
    };
    await icp('client', 'add', 'acme', '--icp', join(FIXTURES, 'icp-finance.yaml'));
    const ingest = await icp('ingest', urls, '--client', 'acme');
    const enrich = await icp('enrich', '--offline', '--profiles', profiles);
    const qualify = await icp('qualify', '--offline');
    const { rows } = await database.client.query(`select count(*) from leads where status = 'qualified'`);
    if (Number(rows[0].count) !== count) throw new Error(`${rows[0].count} of ${count} leads qualified`);
    const size = await database.client.query('select pg_database_size(current_database()) as bytes');
    return { taken: { ingest, enrich, qualify }, peakBytes, databaseBytes: Number(size.rows[0].bytes) };
  } finally {
    await database.close();
  }
}

const sum = (taken: Taken) => taken.ingest + taken.enrich + taken.qualify;

/**
 * What each further lead takes, from a tenth of the leads to all of them, against the same at a tenth of the size: start-up, which is the same for any
 * number of leads, is in neither.
 */
async function growth(terms: BenchTerms, most: number): Promise<Comparison> {
  const sizes = [most / 100, most / 10, most];
  const ways: Way[] = [];
  for (const size of sizes) ways.push(await localWay(terms, size));
  const [few, some, all] = ways.map(({ taken }) => taken) as [Taken, Taken, Taken];
  const furtherLeads = sizes[2]! - sizes[1]!;
  return {
    ours: (sum(all) - sum(some)) / furtherLeads,
    baseline: (sum(some) - sum(few)) / (sizes[1]! - sizes[0]!),
    alongside: {
      ...Object.fromEntries(
        STEPS.map((step) => [
          `ms for each further lead by icp ${step}`,
          (all[step] - some[step]) / furtherLeads,
        ]),
      ),
      ...Object.fromEntries(
        ways.map(({ peakBytes }, index) => [`MB of memory at most, ${sizes[index]} leads`, peakBytes / 1e6]),
      ),
      'kB in the database for each further lead':
        (ways[2]!.databaseBytes - ways[1]!.databaseBytes) / 1000 / furtherLeads,
    },
  };
}

/** Whether the program's own work stays the same for each lead, however many there are. */
export const scale: Figure = {
  name: 'scale',
  what: 'each further lead of 10,000: ingest, enrich and qualify with the local providers',
  unit: 'ms',
  baselineIs: 'each further lead of 1,000',
  target: 1.2,
  isRatio: true,
  needsServer: true,
  compare: (terms) => growth(terms, terms.quick ? 2000 : 10_000),
};

/** The same ten times as large. */
export const scaleLarge: Figure = {
  name: 'scale-large',
  what: 'each further lead of 100,000, likewise',
  unit: 'ms',
  baselineIs: 'each further lead of 10,000',
  target: 1.2,
  isRatio: true,
  needsServer: true,
  onlyByName: true,
  compare: (terms) => growth(terms, terms.quick ? 4000 : 100_000),
};
