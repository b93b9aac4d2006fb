import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { itOnServer } from '../support/test-database.ts';

interface Plan {
  steps: { what: string; calls: number; leads: number; tokens: number | null; cost_usd: number | null }[];
  cost_usd: number | null;
}

const RUN = ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml'];
let services: SimulatedServices;
let place: Workplace;

beforeAll(async () => {
  services = await startServices({ apify: { pricePerProfileUsd: 0.001, startFeeUsd: 0 } });
  place = await createWorkplace(services.environment);
  place.bringUsualCase();
  writeFileSync(
    join(place.folder, 'prices.yaml'),
    [
      'gpt-5-mini: {input: 1, output: 10}',
      'text-embedding-3-small: {input: 2, output: 0}',
      'jina-reranker-v2-base-multilingual: {input: 3, output: 0}',
      'actors:',
      '  supreme_coder/linkedin-profile-scraper: {start: 0, profile: 0.001}',
    ].join('\n'),
  );
});
afterAll(async () => {
  await place.close();
  await services.close();
});

describe('ICP_PRICES', () => {
  const own = { environment: { ICP_PRICES: 'prices.yaml' } };

  it('is what a dry run, the caps of runs, the results and the ledger reckon with', async () => {
    const plan = (await place.here([...RUN, '--dry-run', '--json'], own.environment)).json<Plan>();
    const step = (what: string) => plan.steps.find((one) => one.what === what)!;
    expect(step('profiles').cost_usd).toBeCloseTo(step('profiles').leads * 0.001, 9);
    expect(step('embeddings').cost_usd).toBeCloseTo((step('embeddings').tokens! * 2) / 1e6, 9);

    await place.icp(RUN, own);
    expect(services.apify.runs[0]!.maxTotalChargeUsd).toBeCloseTo(5 * 0.001 * 1.5, 9);
    const { jina, apify } = services;
    const usage = (await place.here(['usage', '--by', 'model', '--json'])).json<{
      rows: { model: string; prompt_tokens: number; completion_tokens: number; cost_usd: number }[];
    }>().rows;
    const of = (model: string) => usage.find((row) => row.model === model)!;
    expect(of('gpt-5-mini').cost_usd).toBeCloseTo(
      (of('gpt-5-mini').prompt_tokens + of('gpt-5-mini').completion_tokens * 10) / 1e6,
      9,
    );
    expect(of('jina-reranker-v2-base-multilingual').cost_usd).toBeCloseTo(
      (jina.billed.totalTokens * 3) / 1e6,
      9,
    );
    expect(of('yZnhB5JewWf9xSmoM').cost_usd).toBeCloseTo(apify.billedUsd(), 9);
  });

  itOnServer.each<[string, string, RegExp]>([
    ['a negative price', 'gpt-5-mini:\n  input: -1\n  output: 2\n', /line 2: gpt-5-mini, input must be/],
    ['an unknown key', 'gpt-5-mini: {in: 1, output: 2}\n', /line 1: unknown key "in" in gpt-5-mini/],
  ])(
    'with %s: code 2, naming key and line, in every command and in the doctor',
    async (_, source, message) => {
      writeFileSync(join(place.folder, 'bad.yaml'), source);
      const bad = { environment: { ICP_PRICES: 'bad.yaml' } };
      const { code, stderr } = await place.icp([...RUN, '--dry-run'], bad);
      expect(stderr).toMatch(message);
      expect(code).toBe(2);
      const doctor = await place.icp(['doctor'], bad);
      expect(doctor.code).toBe(2);
      expect(doctor.stdout).toMatch(message);
    },
  );

  itOnServer('of more than 20 dollars asks nothing where stdin is a pipe', async () => {
    writeFileSync(
      join(place.folder, 'dear.yaml'),
      'jina-reranker-v2-base-multilingual: {input: 1e6, output: 0}\n',
    );
    const dear = { environment: { ICP_PRICES: 'dear.yaml' }, stdin: 'n\n' };
    writeFileSync(join(place.folder, 'other.yaml'), 'target_titles: [CMO]\n');
    await place.icp(['client', 'set-icp', 'acme', 'other.yaml']);
    const rescore = ['qualify', '--client', 'acme', '--rescore'];
    const plan = (await place.icp([...rescore, '--dry-run', '--json'], dear)).json<Plan>();
    expect(plan.cost_usd).toBeGreaterThan(20);
    const { code, stdout, stderr } = await place.icp(rescore, dear);
    expect(stderr).not.toMatch(/Go on\?/);
    expect(stdout).toMatch(/^Qualified \d+ leads, \$\d{4,}\./);
    expect(code).toBe(0);
  });

  itOnServer('that is not there: code 2, naming the variable', async () => {
    const { code, stderr } = await place.icp(['status'], { environment: { ICP_PRICES: 'nowhere.yaml' } });
    expect(stderr).toMatch(/nowhere\.yaml \(ICP_PRICES\) cannot be read/);
    expect(code).toBe(2);
  });
});

describe('icp usage', () => {
  interface Usage {
    rows: Record<string, unknown>[];
    cost_usd: number;
  }
  const by = async (what: string) => (await place.here(['usage', '--by', what, '--json'])).json<Usage>();

  it('sums by client and by day, and says which only when asked', async () => {
    const [client, day, model] = [await by('client'), await by('day'), await by('model')];
    expect(client.rows).toMatchObject([{ client: 'acme', provider: null }]);
    expect(client.cost_usd).toBeCloseTo(model.cost_usd, 8);
    expect(day.cost_usd).toBeCloseTo(model.cost_usd, 8);
    for (const row of day.rows) expect(row['day']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const row of [...model.rows, ...day.rows]) expect(row).not.toHaveProperty('client');
    for (const row of [...model.rows, ...client.rows]) expect(row).not.toHaveProperty('day');
  });

  it('is a table for people', async () => {
    expect((await place.here(['usage', '--by', 'client'])).stdout).toMatch(/^CLIENT +CALLS.*\nacme +\d+/);
    expect((await place.here(['usage', '--by', 'week'])).code).toBe(2);
  });
});
