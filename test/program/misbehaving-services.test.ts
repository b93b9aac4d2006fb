import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createClient, createPeople, People } from '../chaos/population.ts';
import { SeededRandom } from '../chaos/seeded-random.ts';
import type { ApifyFault } from '../simulators/apify.ts';
import type { RunFault } from '../simulators/apify-runs.ts';
import type { JinaFault } from '../simulators/jina.ts';
import type { OpenAiFault } from '../simulators/openai-faults.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { onServer } from '../support/test-database.ts';

const seed = Number(process.env['ICP_FAULT_SEED'] ?? randomInt(1, 1_000_000));
const LEADS = 250;

/** So many of each in a hundred requests. */
const percent = <Fault>(shares: readonly (readonly [Fault, number])[], chanceSeed: number) => {
  const faults = shares.flatMap(([fault, share]) => Array.from({ length: share }, () => fault));
  return { seed: chanceSeed, rate: faults.length / 100, faults };
};
const OPENAI: readonly (readonly [OpenAiFault, number])[] = [
  ['rate_limited_ms', 6],
  ['rate_limited_message', 6],
  ['server_error', 5],
  ['bad_gateway_html', 3],
  ['truncated', 2],
  ['invalid_enum', 2],
  ['refusal', 1],
  ['stalled', 1],
];
const JINA: readonly (readonly [JinaFault, number])[] = [
  ['rate_limited', 12],
  ['server_error', 8],
  ['truncated', 4],
  ['stalled', 1],
];
const APIFY: readonly (readonly [ApifyFault, number])[] = [
  [{ kind: 'error', status: 429, type: 'rate-limit-exceeded' }, 12],
  [{ kind: 'error', status: 500 }, 8],
  [{ kind: 'truncated' }, 4],
];
const RUNS: readonly (readonly [RunFault, number])[] = [
  [{ status: 'FAILED', itemsPushed: 2 }, 8],
  [{ itemsPushed: 4 }, 5],
];

let services: SimulatedServices;
let place: Workplace;
afterEach(async () => {
  await services.close();
  await place.close();
});

interface Status {
  readonly leads: Record<string, number>;
  readonly failures: readonly { readonly code: string; readonly count: number }[];
}
interface Usage {
  readonly rows: readonly {
    readonly provider: string;
    readonly model: string;
    readonly calls: number;
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly known_cost_usd: number;
  }[];
}

// On the embedded database it takes a minute of processor time, and shows the same.
it.skipIf(!onServer)(
  `everything goes wrong at once (seed ${seed}): the scorable are scored, nobody is lost or scraped twice, and usage is what was billed`,
  async () => {
    const random = new SeededRandom(seed);
    const people = createPeople(random, LEADS);
    const next = () => random.whole(1, 1e9);
    services = await startServices({
      apify: {
        profiles: new People(people).answerTo,
        runMs: 200,
        chance: percent(APIFY, next()),
        runChance: percent(RUNS, next()),
      },
      openai: { latencyMs: { embeddings: 20, chat: 40 }, chance: percent(OPENAI, next()) },
      jina: { latencyMs: 50, chance: percent(JINA, next()) },
    });
    place = await createWorkplace({ ...services.environment, ICP_CALL_SECONDS: '2' });
    const { files, icpFile } = createClient(random, 'acme', people);
    for (const { name, content } of [...files, icpFile]) writeFileSync(join(place.folder, name), content);
    await place.icp(['client', 'add', 'acme', '--icp', icpFile.name]);
    const ingested = await place.icp([
      'ingest',
      ...files.map(({ name }) => name),
      '--client',
      'acme',
      '--json',
    ]);
    expect(ingested.json()).toMatchObject({ created: LEADS });

    for (let round = 0; round < 3; round += 1) {
      await place.icp(['enrich', '-q']);
      if (round > 0) await place.icp(['qualify', '-q']);
      await place.icp(['retry', '-q']);
    }
    const status = (await place.icp(['status', '--json'])).json<Status>();
    const settled = Object.values(status.leads).reduce((sum, count) => sum + count, 0);
    expect(settled).toBe(LEADS);
    const gone = people.filter((person) => person.gone).length;
    expect(status.leads['qualified']).toBeGreaterThanOrEqual(0.97 * (LEADS - gone));
    const causes = new Map(status.failures.map(({ code, count }) => [code, count]));
    expect(causes.get('profile_not_found')).toBe(gone);
    expect([...causes.keys()].filter((code) => !['profile_not_found', 'refused'].includes(code))).toEqual([]);
    expect(services.apify.delivered.repeated).toEqual([]);

    const { rows } = (await place.icp(['usage', '--json'])).json<Usage>();
    const sum = (provider: string, of: 'calls' | 'prompt_tokens' | 'completion_tokens' | 'known_cost_usd') =>
      rows.filter((row) => row.provider === provider).reduce((total, row) => total + row[of], 0);
    const { openai, jina, apify } = services;
    expect(sum('openai', 'calls')).toBe(openai.calls.of('embeddings') + openai.calls.of('chat'));
    expect(sum('jina', 'calls')).toBe(jina.calls.of('rerank'));
    expect(sum('apify', 'calls')).toBe(apify.calls.of('start'));
    expect(sum('openai', 'prompt_tokens')).toBe(openai.stated.promptTokens);
    expect(sum('openai', 'completion_tokens')).toBe(openai.stated.completionTokens);
    expect(sum('jina', 'prompt_tokens')).toBe(jina.stated.totalTokens);
    expect(sum('apify', 'known_cost_usd')).toBeCloseTo(apify.billedUsd(), 6);
  },
  180_000,
);
