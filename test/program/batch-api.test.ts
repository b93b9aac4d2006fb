import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { OpenAiSimulatorOptions } from '../simulators/openai.ts';
import { createWorkplace, type IcpResult, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { itOnServer } from '../support/test-database.ts';

/** Of the 41 people of the fixtures, two have no profile. */
const PEOPLE = 39;
const GONE = 2;

let services: SimulatedServices;
let place: Workplace;

async function begin(openai: OpenAiSimulatorOptions = {}): Promise<void> {
  services = await startServices({ openai });
  place = await createWorkplace(services.environment);
  place.bringUsualCase();
  await addClient('acme');
}
async function addClient(slug: string): Promise<void> {
  await place.icp(['client', 'add', slug, '--icp', 'icp.yaml']);
  await place.icp(['ingest', 'followers.html', '--client', slug]);
}
afterEach(async () => {
  await services.close();
  await place.close();
});

interface Enriched {
  readonly enriched: number;
  readonly failed: number;
  readonly waiting: number;
  readonly cost_usd: number;
}
interface UsageRow {
  readonly provider: string;
  readonly model: string;
  readonly calls: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly cost_usd: number | null;
}

const enrich = (...flags: string[]) => place.icp(['enrich', '--json', ...flags]);
const outcome = (result: IcpResult) => result.json<Enriched>();
async function usage(): Promise<readonly UsageRow[]> {
  const { rows } = (await place.icp(['usage', '--json'])).json<{ rows: UsageRow[] }>();
  return rows.filter((row) => row.provider === 'openai');
}
const sum = (rows: readonly UsageRow[], column: 'calls' | 'prompt_tokens' | 'completion_tokens') =>
  rows.reduce((total, row) => total + row[column], 0);
const cost = (rows: readonly UsageRow[]) => rows.reduce((total, row) => total + row.cost_usd!, 0);
/** What the simulator's tokens come to at the full price. */
function fullPrice(rows: readonly UsageRow[]): number {
  return rows.reduce((total, row) => {
    const [input, output] = row.model === 'gpt-5-mini' ? [0.25, 2] : [0.02, 0];
    return total + (row.prompt_tokens * input! + row.completion_tokens * output!) / 1_000_000;
  }, 0);
}
const calls = (route: string) => services.openai.calls.of(route);
function nothingBoughtTwice(): void {
  expect(services.openai.textsEmbedded.repeated).toEqual([]);
  expect(services.openai.profilesClassified.repeated).toEqual([]);
  expect(services.apify.delivered.repeated).toEqual([]);
}

describe('enrich --batch-api', () => {
  beforeEach(() => begin());

  itOnServer('asks in one command, and buys nothing in those that come too early', async () => {
    const asked = await enrich('--batch-api');
    expect(asked.code).toBe(3);
    expect(outcome(asked)).toMatchObject({ enriched: 0, failed: GONE, waiting: PEOPLE });
    expect(services.openai.batches.all.map(({ endpoint, lines }) => [endpoint, lines.length])).toEqual(
      expect.arrayContaining([
        ['/v1/embeddings', PEOPLE],
        ['/v1/chat/completions', PEOPLE],
      ]),
    );
    expect(services.openai.billedCalls.total).toBe(0);

    const tooEarly = await place.icp(['enrich']);
    expect(tooEarly.code).toBe(0);
    expect(tooEarly.stdout).toMatch(
      /^39 leads wait for a batch at 127\.0\.0\.1:\d+ \(submitted \d{4}-.*\); run icp enrich again later\.\n$/,
    );
    expect((await place.icp(['status'])).stdout).toContain('39 leads wait for a batch');
    expect(outcome(await enrich('--batch-api'))).toMatchObject({ enriched: 0, failed: 0, waiting: PEOPLE });
    expect(services.openai.batches.all).toHaveLength(2);
    expect([calls('chat'), calls('embeddings')]).toEqual([0, 0]);
  });

  itOnServer('has everything in a later command, for half the price', async () => {
    await enrich('--batch-api');
    services.openai.batches.end('completed');
    const done = await enrich();
    expect(done.code).toBe(0);
    expect(outcome(done)).toMatchObject({ enriched: PEOPLE, failed: 0, waiting: 0 });
    expect([calls('chat'), calls('embeddings')]).toEqual([0, 0]);
    nothingBoughtTwice();

    const rows = await usage();
    expect(sum(rows, 'calls')).toBe(services.openai.billedCalls.total);
    expect(sum(rows, 'prompt_tokens')).toBe(services.openai.billed.promptTokens);
    expect(sum(rows, 'completion_tokens')).toBe(services.openai.billed.completionTokens);
    // To the eighth place of each row.
    expect(cost(rows)).toBeCloseTo(fullPrice(rows) / 2, 6);
    expect(outcome(done).cost_usd).toBeCloseTo(cost(rows), 6);
  });

  itOnServer(
    'keeps another client, and those who ingest the same people later, from buying what stands in the batch',
    async () => {
      await enrich('--batch-api');
      await addClient('other');
      const other = await enrich('--client', 'other');
      expect(outcome(other)).toMatchObject({ enriched: 0, waiting: PEOPLE });
      expect([calls('chat'), calls('embeddings')]).toEqual([0, 0]);
      services.openai.batches.end('completed');
      expect(outcome(await enrich())).toMatchObject({ enriched: 2 * PEOPLE, waiting: 0 });
      nothingBoughtTwice();
    },
  );

  itOnServer(
    'leaves what failed, what was not executed and what cannot be read to the next command',
    async () => {
      await enrich('--batch-api');
      const fates = [
        'refused_500',
        'garbled',
        'left_out',
        'invalid_enum',
        'refusal',
        'cut_off_half',
      ] as const;
      services.openai.batches.end('expired', (position) => fates[position], 20);
      const after = outcome(await enrich());
      expect(after).toMatchObject({ failed: 0, waiting: 0, enriched: PEOPLE });
      // Of the first 20 requests 6 have no answer that can be used, the others were not executed in time.
      expect(calls('chat')).toBe(PEOPLE - 20 + 6);
      expect(services.openai.profilesClassified.repeated).toHaveLength(4);
      expect(services.openai.textsEmbedded.repeated).toHaveLength(1);
      // Only of the line that could not be read, and of the one that was not there, it is not known what it cost.
      const { unknown_costs: unknown } = (await place.icp(['status', '--json'])).json<{
        unknown_costs: number;
      }>();
      expect(unknown).toBe(2 * 2);
    },
  );

  itOnServer('lets go of a batch that failed as a whole, and says why', async () => {
    await enrich('--batch-api');
    services.openai.batches.fail('token_limit_exceeded', 'Enqueued token limit reached for gpt-5-mini.');
    const after = await enrich();
    expect(after.stderr).toContain('Enqueued token limit reached');
    expect(outcome(after)).toMatchObject({ enriched: PEOPLE, waiting: 0 });
    nothingBoughtTwice();
    const rows = await usage();
    expect(sum(rows, 'calls')).toBe(services.openai.billedCalls.total);
    expect(cost(rows)).toBeCloseTo(fullPrice(rows), 6);
  });

  itOnServer('finds a batch whose creation was answered into the void, and creates none again', async () => {
    services.openai.faults.queue('batch creation', 'lost_answer', 'cut');
    expect((await enrich('--batch-api')).code).toBe(3);
    expect(calls('batch creation')).toBe(2);
    expect(services.openai.batches.all).toHaveLength(2);
    services.openai.batches.end('completed');
    expect(outcome(await enrich())).toMatchObject({ enriched: PEOPLE, waiting: 0 });
    nothingBoughtTwice();
  });

  itOnServer('killed between the creation and its record: the next command finds it', async () => {
    services.openai.faults.queue('batch creation', 'stalled');
    const running = place.start(['enrich', '--batch-api']);
    while (services.openai.batches.all.length === 0) await wait(5);
    running.child.kill('SIGKILL');
    await running.ended;
    const found = outcome(await enrich());
    expect(calls('batch creation')).toBe(1);
    // One of the two batches was never handed in: its half is bought by this command, one call at a time; the leads wait for the other.
    expect(found).toMatchObject({ enriched: 0, waiting: PEOPLE });
    services.openai.batches.end('completed');
    expect(outcome(await enrich())).toMatchObject({ enriched: PEOPLE, waiting: 0 });
    expect(services.openai.batches.all).toHaveLength(1);
    nothingBoughtTwice();
  });

  itOnServer('killed before anything was handed in: nothing is held', async () => {
    services.openai.faults.queue('upload', 'silent');
    const running = place.start(['enrich', '--batch-api']);
    while (calls('upload') === 0) await wait(5);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(outcome(await enrich('--batch-api'))).toMatchObject({ enriched: 0, waiting: PEOPLE });
    expect(services.openai.batches.all).toHaveLength(2);
  });

  itOnServer(
    'interrupted while it hands in: says so, leaves with 130, and the next command goes on',
    async () => {
      services.openai.faults.queue('batch creation', 'silent');
      const running = place.start(['enrich', '--batch-api']);
      while (calls('batch creation') === 0) await wait(5);
      running.child.kill('SIGINT');
      const ended = await running.ended;
      expect(ended.code).toBe(130);
      expect(ended.stderr).not.toMatch(/at .*\.js/);
      expect(outcome(await enrich('--batch-api'))).toMatchObject({ enriched: 0, waiting: PEOPLE });
      expect(services.openai.batches.all).toHaveLength(2);
    },
  );

  itOnServer('--max-cost orders what surely fits, and stops with 4', async () => {
    await enrich('--limit', '1', '--batch-api');
    const before = services.openai.batches.all.length;
    const stopped = await enrich('--batch-api', '--max-cost', '0.15');
    expect(stopped.code).toBe(4);
    expect(services.openai.batches.all.length).toBeGreaterThan(before);
    services.openai.batches.end('completed');
    const collected = outcome(await enrich('--limit', '1'));
    expect(collected.cost_usd).toBeLessThan(0.15);
    nothingBoughtTwice();
  });

  itOnServer('--dry-run shows half the price', async () => {
    const plan = async (...flags: string[]) =>
      (await enrich('--dry-run', ...flags)).json<{ steps: { what: string; cost_usd: number }[] }>().steps;
    const [usual, half] = [await plan(), await plan('--batch-api')];
    expect(half[0]!.cost_usd).toBe(usual[0]!.cost_usd);
    for (const step of [1, 2]) expect(half[step]!.cost_usd).toBeCloseTo(usual[step]!.cost_usd / 2, 10);
    expect(services.requests()).toBe(0);
  });

  itOnServer('is not for the local providers', async () => {
    const refused = await enrich('--batch-api', '--offline');
    expect(refused.code).toBe(2);
    expect(refused.json()).toMatchObject({ error: { code: 'batch_api_offline' } });
  });

  itOnServer('is collected once by four processes at once', async () => {
    await enrich('--batch-api');
    services.openai.batches.end('completed');
    const results = await Promise.all([1, 2, 3, 4].map(() => enrich()));
    expect(results.map((result) => result.code)).toEqual([0, 0, 0, 0]);
    await enrich();
    const status = (await place.icp(['status', '--json'])).json<{
      leads: { enriched: number };
      waiting: number;
    }>();
    expect(status).toMatchObject({ leads: { enriched: PEOPLE }, waiting: 0 });
    expect([calls('chat'), calls('embeddings')]).toEqual([0, 0]);
    nothingBoughtTwice();
    const rows = await usage();
    expect(sum(rows, 'calls')).toBe(services.openai.billedCalls.total);
    expect(sum(rows, 'prompt_tokens')).toBe(services.openai.billed.promptTokens);
  });
});

describe('a server without a batch API', () => {
  itOnServer('code 2 with the way out, and nothing is held', async () => {
    await begin({ noBatches: 404 });
    const refused = await enrich('--batch-api');
    expect(refused.code).toBe(2);
    expect(refused.json()).toMatchObject({
      error: { code: 'no_batch_api', hint: expect.stringContaining('--batch-api') },
    });
    expect(outcome(await enrich())).toMatchObject({ enriched: PEOPLE, failed: 0, waiting: 0 });
    nothingBoughtTwice();
  });
});
