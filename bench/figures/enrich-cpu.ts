import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normaliseItem } from '../../src/providers/profile-items/normalise-item.ts';
import { profileText } from '../../src/stages/enrich/profile-text.ts';
import { childOf, PROGRAM } from '../bench-paths.ts';
import type { Figure } from '../figure.ts';
import { interleaved } from '../interleaved.ts';
import { inventedPerson, urlList, urlOf } from '../invented-people.ts';
import { measuredProcess } from '../measured-process.ts';
import { AT_ONCE, startServices } from '../simulated-services.ts';
import { createThrowawayDatabase } from '../throwaway-database.ts';
import { timedProcess } from '../timed-process.ts';

/** What the bare calls are made with: a line per person with the text that enriching makes of the profile. */
function textList(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const item = normaliseItem(inventedPerson(index + 1));
    if (item.kind !== 'profile') throw new Error('an invented person is no profile');
    return `${JSON.stringify({ url: urlOf(index + 1), text: profileText(item.profile) })}\n`;
  }).join('');
}

/** The whole process, start-up and all, on both sides: what is left of the machine's time besides talking to the services. */
export const enrichCpu: Figure = {
  name: 'enrich-cpu',
  what: 'CPU per lead of icp enrich, services answering at once',
  unit: 'ms',
  baselineIs: 'CPU of the bare SDK calls that the same leads need',
  target: 2,
  isRatio: true,
  needsServer: true,
  async compare({ quick, folder, server }) {
    const leads = quick ? 200 : 2000;
    const [urls, texts] = [join(folder, 'urls.txt'), join(folder, 'texts.jsonl')];
    await writeFile(urls, urlList(leads));
    await writeFile(texts, textList(leads));
    const services = await startServices(AT_ONCE);
    try {
      return await interleaved(
        quick ? 1 : 5,
        async () => {
          const database = await createThrowawayDatabase(server!);
          const environment = { ...services.environment, DATABASE_URL: database.url };
          await timedProcess([PROGRAM, 'client', 'add', 'acme'], { environment });
          await timedProcess([PROGRAM, 'ingest', urls, '--client', 'acme'], { environment, folder });
          const run = await measuredProcess([PROGRAM, 'enrich', '--quiet'], { environment, folder });
          await database.close();
          return run.cpuMilliseconds / leads;
        },
        async () => {
          const { environment } = services;
          const run = await measuredProcess([childOf('bare-calls'), texts], { environment, folder });
          return run.cpuMilliseconds / leads;
        },
      );
    } finally {
      await services.close();
    }
  },
};
