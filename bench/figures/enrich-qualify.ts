import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSettings } from '../../src/config/settings.ts';
import { FIXTURES, PROGRAM } from '../bench-paths.ts';
import type { Figure } from '../figure.ts';
import { median } from '../interleaved.ts';
import { urlList } from '../invented-people.ts';
import { startServices, TAKING_THEIR_TIME } from '../simulated-services.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';
import { timedProcess } from '../timed-process.ts';

/** No order of the calls can be faster: everything that the busiest service is asked, at all of its places, without a pause. */
function busiestService(leads: number): { name: string; milliseconds: number } {
  const { scrapeBatch, scrapeConcurrency, llmConcurrency } = loadSettings({}, {}, {}).settings;
  const bounds = [
    {
      name: 'runs',
      milliseconds: (Math.ceil(leads / scrapeBatch) / scrapeConcurrency) * TAKING_THEIR_TIME.runMs,
    },
    { name: 'classifications', milliseconds: (leads / llmConcurrency) * TAKING_THEIR_TIME.classificationMs },
    // All texts fit into one request of either.
    { name: 'embeddings', milliseconds: TAKING_THEIR_TIME.embeddingMs },
    { name: 'reranking', milliseconds: TAKING_THEIR_TIME.rerankMs },
  ];
  return bounds.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one));
}

/** Both commands as processes, with services that take their time, against the time that the busiest of them cannot do without. */
export const enrichQualify: Figure = {
  name: 'enrich-qualify',
  what: 'icp enrich and icp qualify of 1,000 leads; a run takes 2 s, an embedding 0.2 s, a classification and a rerank 0.5 s',
  unit: 'ms',
  baselineIs: 'what the busiest service needs by itself: its calls × its latency ÷ how many are made at once',
  target: 1.15,
  isRatio: true,
  needsServer: true,
  async compare({ quick, folder, server }) {
    const leads = quick ? 160 : 1000;
    const file = join(folder, 'urls.txt');
    await writeFile(file, urlList(leads));
    const services = await startServices(TAKING_THEIR_TIME);
    let dollars = 0;
    const taken: Record<'enrich' | 'qualify' | 'both', number[]> = { enrich: [], qualify: [], both: [] };
    try {
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        const database = await createThrowawayDatabase(server!);
        const environment = { ...services.environment, DATABASE_URL: database.url };
        const icp = async (...args: string[]) =>
          (await timedProcess([PROGRAM, ...args, '--quiet'], { environment, folder })).milliseconds;
        await icp('client', 'add', 'acme', '--icp', join(FIXTURES, 'icp-finance.yaml'));
        await icp('ingest', file, '--client', 'acme');
        const enrich = await icp('enrich');
        const qualify = await icp('qualify');
        const { rows } = await database.client.query(
          `select (select count(*) from leads where status = 'qualified') as qualified, (select sum(cost_usd) from usage) as usd`,
        );
        await database.close();
        const [{ qualified, usd }] = rows;
        if (Number(qualified) !== leads) throw new Error(`${qualified} of ${leads} leads qualified`);
        dollars = Number(usd);
        taken.enrich.push(enrich);
        taken.qualify.push(qualify);
        taken.both.push(enrich + qualify);
      }
    } finally {
      await services.close();
    }
    const busiest = busiestService(leads);
    return {
      ours: median(taken.both),
      baseline: busiest.milliseconds,
      alongside: {
        'ms icp enrich': median(taken.enrich),
        'ms icp qualify': median(taken.qualify),
        'dollars, by the list prices': dollars,
        [`ms at least for ${busiest.name}, the busiest`]: busiest.milliseconds,
      },
    };
  },
};
