import { openApp } from '../../src/app/open-app.ts';
import { pipelineStatus } from '../../src/app/pipeline-status.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { listLeads } from '../../src/store/lead-list.ts';
import { PROGRAM } from '../bench-paths.ts';
import type { BenchTerms, Comparison, Figure } from '../figure.ts';
import { interleaved, median } from '../interleaved.ts';
import { storedLeads } from '../stored-leads.ts';
import { timedProcess } from '../timed-process.ts';

type App = Awaited<ReturnType<typeof openApp>>;

const EVERYTHING = { clientId: null, batchId: null };
/** Half of all leads are scored. */
const STATUSES = ['discovered', 'qualified', 'enriched', 'qualified', 'discovered', 'exported'];

/** What the command asks the database, in this process, which is connected; the whole command alongside. */
async function answerTime(
  { quick, folder, server }: BenchTerms,
  ask: (app: App) => Promise<unknown>,
  command: readonly string[],
): Promise<Comparison> {
  const count = quick ? 30_000 : 300_000;
  const database = await storedLeads(server!, { count, batches: 20, statuses: STATUSES, usage: true });
  const environment = { DATABASE_URL: database.url };
  const app = await openApp({
    environment,
    offline: true,
    useDotenv: false,
    waitSeconds: 0,
    halt: new Halt(),
    notice: () => {},
    // Migrated already, by the built program; this one has no migrations beside it.
    requireSchema: false,
  });
  const whole: number[] = [];
  try {
    const timed = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    const compared = await interleaved(
      quick ? 3 : 9,
      async () => {
        const milliseconds = await timed(() => ask(app));
        whole.push((await timedProcess([PROGRAM, ...command], { environment, folder })).milliseconds);
        return milliseconds;
      },
      () => timed(() => app.database.query('select count(*) from leads')),
    );
    return { ...compared, alongside: { [`ms icp ${command.join(' ')}, the whole process`]: median(whole) } };
  } finally {
    await app.close();
    await database.close();
  }
}

const COMMON = {
  unit: 'ms',
  baselineIs: 'select count(*) from leads',
  target: 200,
  isRatio: false,
  needsServer: true,
} as const;

export const statusTime: Figure = {
  ...COMMON,
  name: 'status',
  what: 'what icp status asks of 300,000 leads',
  compare: (terms) => answerTime(terms, (app) => pipelineStatus(app, EVERYTHING, ''), ['status']),
};

export const leadsTime: Figure = {
  ...COMMON,
  name: 'leads',
  what: 'what icp leads --limit 50 asks of 300,000 leads',
  compare: (terms) =>
    answerTime(
      terms,
      (app) =>
        listLeads(app.database, EVERYTHING, {
          status: null,
          minScore: null,
          maxScore: null,
          limit: 50,
          order: 'score',
        }),
      ['leads', '--limit', '50'],
    ),
};
