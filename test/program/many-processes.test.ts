import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseEvidence, readDatabase } from '../chaos/evidence.ts';
import { boughtAgain, everyRunIsCollected } from '../chaos/money-invariants.ts';
import { createClient, createPeople, People } from '../chaos/population.ts';
import { type CrewMember, ProcessCrew } from '../chaos/process-crew.ts';
import { SeededRandom } from '../chaos/seeded-random.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { onServer } from '../support/test-database.ts';

const SEED = 20_261_121;

let random: SeededRandom;
let services: SimulatedServices;
let place: Workplace;
let crew: ProcessCrew;

beforeEach(() => {
  random = new SeededRandom(SEED);
});
afterEach(async () => {
  await crew.killAll();
  await services.close();
  await place.close();
});

/** A client with so many leads, none of them gone, and services that take their time. */
async function ingestLeads(count: number, settings: Readonly<Record<string, string>> = {}): Promise<void> {
  const people = createPeople(random, count * 2)
    .filter((person) => !person.gone)
    .slice(0, count);
  const runs = random.fork();
  services = await startServices({
    apify: { profiles: new People(people).answerTo, runMs: () => runs.between(500, 2000) },
    openai: { latencyMs: { embeddings: 100, chat: 200 } },
  });
  place = await createWorkplace({ ...services.environment, ICP_LEASE_SECONDS: '5', ...settings });
  crew = new ProcessCrew(place);
  const { files, icpFile } = createClient(random, 'acme', people, 0);
  for (const { name, content } of [...files, icpFile]) writeFileSync(join(place.folder, name), content);
  await place.icp(['client', 'add', 'acme', '--icp', icpFile.name]);
  const ingested = await place.icp(['ingest', files[0]!.name, '--client', 'acme', '--json']);
  expect(ingested.json()).toMatchObject({ created: count });
}

async function until(reached: () => boolean, member: CrewMember): Promise<void> {
  while (!reached() && member.record.endedMs === null) await wait(5);
}

const leftOver = (database: DatabaseEvidence) =>
  database.leads.filter(({ status, leasedBy }) => status !== 'enriched' || leasedBy !== null);
const uncollected = (database: DatabaseEvidence) =>
  everyRunIsCollected({ runs: services.apify.runs, database });
const read = () => readDatabase(place.environment['DATABASE_URL']!);

describe.skipIf(!onServer)('many processes on one server', () => {
  it('killed eight times: everybody is settled, nobody scraped twice, and bought again is only what was in flight', async () => {
    await ingestLeads(300, { ICP_SCRAPE_CONCURRENCY: '8' });
    for (let kill = 0; kill < 8; kill++) {
      const member = crew.start(['enrich']);
      const timer = setTimeout(() => member.send('SIGKILL'), random.between(500, 2200));
      await member.ended;
      clearTimeout(timer);
    }
    const last = await crew.run(['enrich', '--json']);
    expect(last.code).toBe(0);
    const killed = crew.records.filter(({ signals }) => signals.length > 0);
    expect(killed.length).toBeGreaterThan(5);

    const database = await read();
    expect(leftOver(database)).toEqual([]);
    expect(uncollected(database)).toEqual([]);
    expect(database.leads).toHaveLength(300);
    expect(services.apify.delivered.repeated).toEqual([]);
    expect(services.apify.delivered.total).toBe(300);
    expect(boughtAgain(services.openai.purchases, crew.records).breaches).toEqual([]);
  });

  it('four at once, one of them killed: nobody scraped twice, none lost, and the others share the work', async () => {
    await ingestLeads(400);
    const members = [1, 2, 3, 4].map(() => crew.start(['enrich', '--json']));
    const [victim, ...survivors] = members as [CrewMember, ...CrewMember[]];
    await until(() => services.openai.calls.of('chat') > 100, victim);
    victim.send('SIGKILL');
    expect((await victim.ended).code).toBeNull();

    const shares = [];
    for (const survivor of survivors) {
      const { code, stdout } = await survivor.ended;
      expect(code).toBe(0);
      shares.push((JSON.parse(stdout) as { enriched: number }).enriched);
    }
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.15 * 400);
    expect((await crew.run(['enrich'])).code).toBe(0);

    const database = await read();
    expect(leftOver(database)).toEqual([]);
    expect(uncollected(database)).toEqual([]);
    expect(database.leads).toHaveLength(400);
    expect(services.apify.delivered.repeated).toEqual([]);
    expect(services.apify.delivered.total).toBe(400);
    expect(boughtAgain(services.openai.purchases, crew.records).breaches).toEqual([]);
  });

  it('--max-cost is never passed by four at once', async () => {
    await ingestLeads(300);
    const args = ['enrich', '--max-cost', '0.5', '--json'];
    const members = await Promise.all([1, 2, 3, 4].map(() => crew.start(args).ended));
    expect(members.map(({ code }) => code)).toEqual([4, 4, 4, 4]);

    const { promptTokens, completionTokens } = services.openai.billed;
    // Never less than the model's price for a token: embeddings cost a twelfth of it.
    const openaiUsd = (promptTokens * 0.25 + completionTokens * 2) / 1e6;
    const billedUsd = services.apify.billedUsd() + openaiUsd;
    expect(billedUsd).toBeLessThanOrEqual(0.5);
    expect(billedUsd).toBeGreaterThan(0.3);
    const database = await read();
    expect(database.leads.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(leftOver(database).every(({ leasedBy }) => leasedBy === null)).toBe(true);
  });

  it.each([
    ['and the process lives on', false],
    ['and the process is killed right after', true],
  ])(
    'answers to starts are lost, %s: the runs are found and collected, nobody is scraped twice',
    async (_, killed) => {
      await ingestLeads(60, { ICP_SCRAPE_CONCURRENCY: '6' });
      services.apify.faults.queue(
        'start',
        { kind: 'lost' },
        { kind: 'slow', ms: 1 },
        { kind: 'lost' },
        { kind: 'lost' },
      );
      const first = crew.start(['enrich']);
      await until(() => services.apify.runs.length >= 4, first);
      if (killed) first.send('SIGKILL');
      expect((await first.ended).code).toBe(killed ? null : 0);
      if (killed) {
        services.apify.faults.queue('start', { kind: 'lost' });
        const second = crew.start(['enrich']);
        const runs = services.apify.runs.length;
        await until(() => services.apify.runs.length > runs, second);
        second.send('SIGKILL');
        await second.ended;
      }
      expect((await crew.run(['enrich'])).code).toBe(0);

      const database = await read();
      expect(leftOver(database)).toEqual([]);
      expect(uncollected(database)).toEqual([]);
      expect(services.apify.delivered.repeated).toEqual([]);
      expect(services.apify.delivered.total).toBe(60);
    },
  );
});
