import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { describeOnServer, itOnServer } from '../support/test-database.ts';

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

/** For the tests of a block, which build on one another. */
function shareWorkplace(): void {
  beforeAll(async () => {
    services = await startServices();
    place = await createWorkplace(services.environment);
    copyFileSync('fixtures/icp-finance.yaml', join(place.folder, 'icp.yaml'));
    writeFileSync(join(place.folder, 'other.yaml'), 'target_titles: [CMO, Head of Marketing]\n');
  });
  afterAll(async () => {
    await services.close();
    await place.close();
  });
}

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

const HALF = Math.floor(ITEMS.length / 2);

describeOnServer('--dry-run of run estimates what is then billed', () => {
  shareWorkplace();
  const run = (file: string, client: string, icp = 'icp.yaml') =>
    planned(['run', file, '--client', client, '--icp', icp]);

  it('for people of whom nothing is known', async () => {
    expect(ITEMS.length).toBeGreaterThan(30);
    const cold = await run(listOf('half.txt', ITEMS.slice(0, HALF)), 'cold');
    expect(cold.plan.leads).toBe(HALF);
    expect(cold.step('profiles')).toMatchObject({ leads: HALF, known: 0 });
    expectWithinTenth(cold);
  });

  it('for people of whom half are known, from another client', async () => {
    const mixed = await run(listOf('all.txt', ITEMS), 'mixed');
    expect(mixed.step('profiles')).toMatchObject({ leads: ITEMS.length, known: HALF });
    expect(mixed.step('rerank scores')!.known).toBeGreaterThan(HALF * 0.8);
    expectWithinTenth(mixed);
  });

  it('for people who are all known: nothing', async () => {
    const known = await run('all.txt', 'known');
    expect(known.plan).toMatchObject({ cost_usd: 0 });
    for (const { calls, cost_usd } of known.plan.steps) expect([calls, cost_usd]).toEqual([0, 0]);
    expect(known.billed).toBe(0);
  });

  itOnServer('for another ICP: the scores alone', async () => {
    const rescored = await run('all.txt', 'another', 'other.yaml');
    expect(rescored.step('profiles')!.cost_usd).toBe(0);
    expect(rescored.step('classifications')!.calls).toBe(0);
    expect(rescored.step('rerank scores')).toMatchObject({ known: 0 });
    expectWithinTenth(rescored);
  });
});

describeOnServer('--dry-run of a stage estimates what is then billed', () => {
  shareWorkplace();
  const scope = ['--client', 'acme'];

  it('by enrich, for as many as it takes on', async () => {
    await place.icp(['client', 'add', 'acme', '--icp', 'icp.yaml']);
    await place.icp(['ingest', listOf('all.txt', ITEMS), ...scope]);
    const some = await planned(['enrich', ...scope, '--limit', '20']);
    expect(some.plan.leads).toBe(20);
    expectWithinTenth(some);
  });

  it('by enrich, for the rest', async () => {
    const rest = await planned(['enrich', ...scope]);
    expect(rest.plan.leads).toBe(ITEMS.length - 20);
    expectWithinTenth(rest);
  });

  it('by qualify, for some', async () => {
    const some = await planned(['qualify', ...scope, '--limit', '10']);
    expect(some.plan.leads).toBe(10);
    expectWithinTenth(some);
  });

  it('by qualify, for the rest', async () => expectWithinTenth(await planned(['qualify', ...scope])));
});

describeOnServer('--dry-run of a dataset that brings the profiles along', () => {
  shareWorkplace();
  const run = (file: string, items: readonly Item[], daysOld: number, client = 'acme') => {
    const scrapedAt = new Date(Date.now() - daysOld * 86_400_000).toISOString();
    writeFileSync(join(place.folder, file), JSON.stringify(items.map((item) => ({ ...item, scrapedAt }))));
    return planned(['run', file, '--client', client, '--icp', 'icp.yaml']);
  };

  it('counts those as known', async () => {
    const first = await run('first.json', ITEMS.slice(0, HALF), 1);
    expect(first.step('profiles')).toMatchObject({ known: HALF, calls: 0, cost_usd: 0 });
    // How long the model's answers are is known from the first batch on: until then it is only their order of magnitude.
    expect(first.plan.cost_usd! / first.billed).toBeGreaterThan(0.7);
    expect(first.plan.cost_usd! / first.billed).toBeLessThan(1.3);
  });

  it('estimates what is billed for the rest', async () => {
    const second = await run('second.json', ITEMS, 1);
    expect(second.step('profiles')).toMatchObject({ known: ITEMS.length - HALF, calls: 0, cost_usd: 0 });
    expect(second.step('classifications')).toMatchObject({ calls: ITEMS.length - HALF });
    expectWithinTenth(second);
    expect(services.apify.runs).toEqual([]);
  });

  it('knows what the cache has, also when the dataset is older', async () => {
    expect((await run('older.json', ITEMS, 40, 'again')).plan).toMatchObject({ cost_usd: 0 });
  });
});

describeOnServer('--dry-run of a dataset that is too old', () => {
  shareWorkplace();

  it('counts everybody as unknown', async () => {
    const scrapedAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
    const dataset = ITEMS.slice(0, 20).map((item) => ({ ...item, scrapedAt }));
    writeFileSync(join(place.folder, 'old.json'), JSON.stringify(dataset));
    const old = await planned(['run', 'old.json', '--client', 'acme', '--icp', 'icp.yaml']);
    expect(old.step('profiles')).toMatchObject({ known: 0, calls: 4 });
    expectWithinTenth(old);
  });
});
