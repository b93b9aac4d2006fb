import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';

interface Plan {
  leads: number;
  cost_usd: number | null;
  steps: { what: string; leads: number; known: number; calls: number; cost_usd: number | null }[];
}

type Item = Record<string, unknown> & { inputUrl: string };

/** Scraped people of the fixtures whose item says who was asked for. */
const ITEMS = readFileSync('fixtures/profiles.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Item)
  .filter((item) => typeof item.inputUrl === 'string' && item['error'] === undefined);

let services: SimulatedServices;
let place: Workplace;

beforeEach(async () => {
  services = await startServices();
  place = await createWorkplace(services.environment);
  copyFileSync('fixtures/icp-finance.yaml', join(place.folder, 'icp.yaml'));
  writeFileSync(join(place.folder, 'other.yaml'), 'target_titles: [CMO, Head of Marketing]\n');
});
afterEach(async () => {
  await services.close();
  await place.close();
});

/** What the three services charge for what they did so far, at their list prices. */
function billedUsd(): number {
  const { apify, openai, jina } = services;
  const embedded = openai.purchases
    .filter(({ kind }) => kind === 'embedding')
    .reduce((sum, { tokens }) => sum + tokens, 0);
  const { promptTokens, completionTokens } = openai.billed;
  const models = embedded * 0.02 + (promptTokens - embedded) * 0.25 + completionTokens * 2;
  return apify.billedUsd() + (models + jina.billed.totalTokens * 0.05) / 1e6;
}

function listOf(name: string, items: readonly Item[]): string {
  writeFileSync(join(place.folder, name), items.map(({ inputUrl }) => `${inputUrl}\n`).join(''));
  return name;
}

/** Plans a command, carries it out, and tells both costs. */
async function planned(args: readonly string[]) {
  const before = services.requests();
  const billedBefore = billedUsd();
  const plan = (await place.icp([...args, '--dry-run', '--json'])).json<Plan>();
  expect(services.requests()).toBe(before);
  const { code, stderr } = await place.icp(args);
  expect(code, stderr).toBeLessThanOrEqual(3);
  const step = (what: string) => plan.steps.find((one) => one.what === what);
  return { plan, step, billed: billedUsd() - billedBefore };
}

function expectWithinTenth({ plan, billed }: Awaited<ReturnType<typeof planned>>): void {
  expect(billed).toBeGreaterThan(0);
  expect(plan.cost_usd! / billed).toBeGreaterThan(0.9);
  expect(plan.cost_usd! / billed).toBeLessThan(1.1);
}

describe('--dry-run estimates what is then billed', () => {
  it('of run, on a batch that is new, one that is half known, and one that is known', async () => {
    expect(ITEMS.length).toBeGreaterThan(30);
    const half = ITEMS.slice(0, Math.floor(ITEMS.length / 2));
    const run = (file: string, client: string, icp = 'icp.yaml') =>
      planned(['run', file, '--client', client, '--icp', icp]);

    const cold = await run(listOf('half.txt', half), 'cold');
    expect(cold.plan.leads).toBe(half.length);
    expect(cold.step('profiles')).toMatchObject({ leads: half.length, known: 0 });
    expectWithinTenth(cold);

    const mixed = await run(listOf('all.txt', ITEMS), 'mixed');
    expect(mixed.step('profiles')).toMatchObject({ leads: ITEMS.length, known: half.length });
    expect(mixed.step('rerank scores')!.known).toBeGreaterThan(half.length * 0.8);
    expectWithinTenth(mixed);

    const known = await run('all.txt', 'known');
    expect(known.plan).toMatchObject({ cost_usd: 0 });
    for (const { calls, cost_usd } of known.plan.steps) expect([calls, cost_usd]).toEqual([0, 0]);
    expect(known.billed).toBe(0);

    // Another ICP: everything but the scores is there.
    const rescored = await run('all.txt', 'another', 'other.yaml');
    expect(rescored.step('profiles')!.cost_usd).toBe(0);
    expect(rescored.step('classifications')!.calls).toBe(0);
    expect(rescored.step('rerank scores')).toMatchObject({ known: 0 });
    expectWithinTenth(rescored);

    // Nothing is left to do for these.
    expect((await run('all.txt', 'another', 'other.yaml')).plan).toMatchObject({ cost_usd: 0 });
  });

  it('of enrich and qualify, each for itself and for as many leads as it would take', async () => {
    await place.icp(['client', 'add', 'acme', '--icp', 'icp.yaml']);
    await place.icp(['ingest', listOf('all.txt', ITEMS), '--client', 'acme']);
    expectWithinTenth(await planned(['enrich', '--client', 'acme', '--limit', '20']));
    const rest = await planned(['enrich', '--client', 'acme']);
    expect(rest.plan.leads).toBe(ITEMS.length - 20);
    expectWithinTenth(rest);
    expectWithinTenth(await planned(['qualify', '--client', 'acme', '--limit', '10']));
    expectWithinTenth(await planned(['qualify', '--client', 'acme']));
    expect((await planned(['qualify', '--client', 'acme'])).plan.leads).toBe(0);
  });

  it('of a dataset that brings the profiles along, which then cost nothing', async () => {
    const scrapedAt = new Date(Date.now() - 86_400_000).toISOString();
    const dataset = ITEMS.map((item) => ({ ...item, scrapedAt }));
    const half = Math.floor(ITEMS.length / 2);
    const run = (file: string, items: readonly object[], client = 'acme') => {
      writeFileSync(join(place.folder, file), JSON.stringify(items));
      return planned(['run', file, '--client', client, '--icp', 'icp.yaml']);
    };
    const first = await run('first.json', dataset.slice(0, half));
    expect(first.step('profiles')).toMatchObject({ known: half, calls: 0, cost_usd: 0 });
    // How long the model's answers are is known from the first batch on: until then it is only their order of magnitude.
    expect(first.plan.cost_usd! / first.billed).toBeGreaterThan(0.7);
    expect(first.plan.cost_usd! / first.billed).toBeLessThan(1.3);
    const second = await run('second.json', dataset);
    expect(second.step('profiles')).toMatchObject({ known: ITEMS.length - half, calls: 0, cost_usd: 0 });
    expect(second.step('classifications')).toMatchObject({ calls: ITEMS.length - half });
    expectWithinTenth(second);
    expect(services.apify.runs).toEqual([]);
    expect((await run('second.json', dataset, 'again')).plan).toMatchObject({ cost_usd: 0 });
  });

  it('of a dataset that is too old, which has to be scraped again', async () => {
    const scrapedAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
    writeFileSync(
      join(place.folder, 'old.json'),
      JSON.stringify(ITEMS.slice(0, 20).map((item) => ({ ...item, scrapedAt }))),
    );
    const old = await planned(['run', 'old.json', '--client', 'acme', '--icp', 'icp.yaml']);
    expect(old.step('profiles')).toMatchObject({ known: 0, calls: 4 });
    expectWithinTenth(old);
  });
});
