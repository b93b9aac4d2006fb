import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contentHash } from '../../src/support/hash.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { type Evidence, readDatabase } from './evidence.ts';
import { readExport, readExportFiles } from './export-files.ts';
import { findBreaches } from './invariants.ts';
import { boughtAgain } from './money-invariants.ts';
import { type ChaosClient, People } from './population.ts';
import { ProcessCrew, type ProcessRecord } from './process-crew.ts';
import {
  APIFY_FAULTS,
  drawCommand,
  drawPlan,
  drawSignal,
  JINA_ROUND_FAULTS,
  OPENAI_ROUND_FAULTS,
  type RoundPlan,
  RUN_FAULTS,
  runCommand,
} from './round-plan.ts';
import { SeededRandom } from './seeded-random.ts';

export interface RoundResult {
  readonly seed: number;
  readonly processes: number;
  readonly kills: number;
  readonly leads: number;
  readonly requests: number;
  /** Answers bought again because a fault or a kill had taken the first ones. */
  readonly repeats: number;
  readonly breaches: readonly string[];
  readonly evidence: Evidence;
}

export interface RoundSize {
  readonly disturbedMs: number;
  /** Of each client, at most. */
  readonly people: number;
}

/** One round: processes are disturbed for a while, then some run undisturbed to the end, then all is checked. */
export async function playRound(seed: number, size: RoundSize): Promise<RoundResult> {
  const random = new SeededRandom(seed);
  const plan = drawPlan(random, size.people);
  const people = new People(plan.people);
  const { services, ...trouble } = await startTroubledServices(random.fork(), plan, people);
  const place = await openPlace(services, plan);
  const crew = new ProcessCrew(place);
  try {
    await prepare(plan, crew);
    await disturb(random.fork(), plan, crew, size.disturbedMs);
    const disturbed = crew.records.length;
    trouble.calm();
    await finish(plan.clients, crew);
    const last = crew.records.slice(disturbed);
    const evidence: Evidence = {
      clients: plan.clients,
      people,
      database: await readDatabase(place.environment['DATABASE_URL']!),
      runs: services.apify.runs,
      apifyBilledUsd: services.apify.billedUsd(),
      purchases: [...services.openai.purchases, ...services.jina.purchases],
      processes: crew.records,
      lastProcesses: new Set(last.map(({ name }) => name)),
      exported: await exportAgain(plan.clients, place),
      undisturbed: await runUndisturbed(plan, people),
      exportFiles: readExportFiles(place.folder, crew.records),
    };
    return {
      seed,
      processes: crew.records.length,
      kills: crew.records.reduce((sum, { signals }) => sum + signals.length, 0),
      leads: evidence.database.leads.length,
      requests: services.requests(),
      repeats: boughtAgain(evidence.purchases, crew.records).excused,
      breaches: findBreaches(evidence),
      evidence,
    };
  } finally {
    await crew.killAll();
    await services.close();
    await place.close();
  }
}

/** Services that are slow and fail at random, until they are told to calm down: then they are quick and do not fail. */
async function startTroubledServices(
  random: SeededRandom,
  plan: RoundPlan,
  people: People,
): Promise<{ services: SimulatedServices; calm(): void }> {
  const { faultRate: rate } = plan;
  let pace = 1;
  const between = (least: number, most: number) => () => pace * random.between(least, most);
  const faults = <Fault>(list: readonly Fault[], likely = rate) => ({
    chance: { seed: random.whole(1, 1e9), rate: likely, faults: list },
  });
  const services = await startServices({
    apify: {
      profiles: people.answerTo,
      runMs: between(500, 2000),
      latencyMs: between(1, 60),
      usage: plan.costsRise ? 'rising' : 'settled',
      usageSettleMs: 400,
      ...faults(APIFY_FAULTS),
      runChance: faults(RUN_FAULTS, plan.runFaultRate).chance,
    },
    openai: {
      latencyMs: { embeddings: between(20, 250), chat: between(50, 500) },
      ...faults(OPENAI_ROUND_FAULTS),
    },
    jina: { latencyMs: between(50, 500), ...faults(JINA_ROUND_FAULTS) },
  });
  const { apify, openai, jina } = services;
  const calm = () => {
    pace = 0.05;
    for (const plan of [apify.faults, apify.runFaults, openai.faults, jina.faults]) plan.calm();
  };
  return { services, calm };
}

async function openPlace(services: SimulatedServices, plan: RoundPlan): Promise<Workplace> {
  const place = await createWorkplace({ ...services.environment, ...plan.settings });
  mkdirSync(join(place.folder, 'out'));
  for (const { files, icpFile } of plan.clients) {
    for (const { name, content } of [...files, icpFile]) writeFileSync(join(place.folder, name), content);
  }
  return place;
}

/** Some clients are there before the trouble begins, so that there is work for everybody at once; the others are added in it. */
async function prepare({ clients, prepared }: RoundPlan, crew: ProcessCrew): Promise<void> {
  const add = async ({ slug, files, icpFile }: ChaosClient) => {
    await crew.run(['client', 'add', slug, '--icp', icpFile.name]);
    await crew.run(['ingest', ...files.map(({ name }) => name), '--client', slug]);
  };
  await Promise.all(clients.slice(0, prepared).map(add));
}

/** Several at once start one process after another; most of these get a signal at some instant. In the end all that live are killed. */
async function disturb(
  random: SeededRandom,
  plan: RoundPlan,
  crew: ProcessCrew,
  disturbedMs: number,
): Promise<void> {
  const untilMs = Date.now() + disturbedMs;
  const workOneAfterAnother = async (own: SeededRandom, slot: number) => {
    let next = plan.startTogether
      ? runCommand(plan.clients[slot % plan.clients.length]!, `out/first-${slot}.csv`)
      : null;
    if (next === null) await wait(own.between(0, 800));
    while (Date.now() < untilMs) {
      const member = crew.start(next ?? drawCommand(own, plan.clients, `out/${crew.records.length + 1}.csv`));
      next = null;
      const timers = [];
      if (own.chance(plan.killRate)) {
        const [signal, delay] = [drawSignal(own), own.between(200, 2500)];
        timers.push(setTimeout(() => member.send(signal), delay));
        if (own.chance(0.2)) timers.push(setTimeout(() => member.send('SIGKILL'), delay + 300));
      }
      timers.push(setTimeout(() => member.send('SIGKILL'), Math.max(0, untilMs - Date.now())));
      await member.ended;
      for (const timer of timers) clearTimeout(timer);
    }
  };
  await Promise.all(
    Array.from({ length: plan.processes }, (_, slot) => workOneAfterAnother(random.fork(), slot)),
  );
}

/** What people would do after a bad night: the same commands again, each for their client at the same time, and then all that is left. */
async function finish(clients: readonly ChaosClient[], crew: ProcessCrew): Promise<void> {
  const again = async (...args: string[]) => crew.run(args);
  await again('retry');
  await Promise.all(clients.map((client) => crew.run(runCommand(client, `out/last-${client.slug}.csv`))));
  // Refused classifications fail for good, and some leads have used up their attempts.
  await again('retry', '--all');
  await again('enrich');
  await again('qualify');
  for (const { slug } of clients) await again('export', '--client', slug, '-o', `out/rest-${slug}.csv`);
}

async function exportAgain(clients: readonly ChaosClient[], place: Workplace): Promise<Evidence['exported']> {
  const exported: Map<string, ReturnType<typeof readExport>> = new Map();
  for (const { slug } of clients) {
    const args = ['export', '--client', slug, '--again', '--format', 'jsonl', '-o', '-'];
    exported.set(slug, readExport((await place.icp(args)).stdout));
  }
  return exported;
}

/** The same people and clients in a fresh database, with services that answer at once. */
async function runUndisturbed(plan: RoundPlan, people: People): Promise<Evidence['undisturbed']> {
  const services = await startServices({ apify: { profiles: people.answerTo } });
  const place = await openPlace(services, { ...plan, settings: {} });
  try {
    await Promise.all(plan.clients.map((client) => place.icp(runCommand(client, `out/${client.slug}.csv`))));
    return await exportAgain(plan.clients, place);
  } finally {
    await services.close();
    await place.close();
  }
}

/** One line about a round. */
export function summaryOf({
  seed,
  processes,
  kills,
  leads,
  requests,
  repeats,
  breaches,
}: RoundResult): string {
  return `seed ${seed}: ${processes} processes, ${kills} kills, ${leads} leads, ${requests} requests, ${repeats} repeats, ${breaches.length} breaches`;
}

/** What happened when, for whoever looks into a breach. */
export function journalOf({ evidence, breaches }: RoundResult): string {
  const line = ({ name, args, startedMs, endedMs, signals, code, stderr }: ProcessRecord) =>
    JSON.stringify({ name, args: args.join(' '), startedMs, endedMs, signals, code, stderr });
  return [
    ...breaches,
    ...evidence.processes.map(line),
    ...evidence.database.actorRuns.map((row) => JSON.stringify(row)),
    ...evidence.runs.map(({ id, number, urls, startedAtMs, endsAtMs, finalStatus, items }) =>
      JSON.stringify({ id, number, urls, startedAtMs, endsAtMs, finalStatus, items: items.length }),
    ),
    ...evidence.purchases.map(({ texts, ...purchase }) =>
      JSON.stringify({ ...purchase, texts: texts.map((text) => contentHash(text)) }),
    ),
    '',
  ].join('\n');
}
