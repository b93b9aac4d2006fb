import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorkplace, until, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { itOnServer, onServer } from '../support/test-database.ts';

const RUN = ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml', '-o', 'leads.csv'];

let undisturbed: string;
let services: SimulatedServices;
let place: Workplace;

function bringFiles(to: Workplace): void {
  to.bringUsualCase();
}

beforeAll(async () => {
  const quick = await startServices();
  const model = await createWorkplace(quick.environment);
  bringFiles(model);
  await model.icp(RUN);
  undisturbed = readFileSync(join(model.folder, 'leads.csv'), 'utf8');
  await model.close();
  await quick.close();
});
beforeEach(async () => {
  services = await startServices({
    apify: { runMs: 400 },
    openai: { latencyMs: { embeddings: 50, chat: 100 } },
    jina: { latencyMs: 200 },
  });
  place = await createWorkplace(services.environment);
  bringFiles(place);
});
afterEach(async () => {
  await services.close();
  await place.close();
});
afterAll(() => expect(undisturbed.split('\r\n').length).toBeGreaterThan(30));

const MOMENTS: readonly (readonly [string, () => boolean])[] = [
  ['while the first runs start', () => services.apify.runs.length > 0],
  ['while profiles are classified', () => services.openai.calls.of('chat') > 10],
  ['when the file stands there', () => existsSync(join(place.folder, 'leads.csv'))],
];

describe('killed, and the same command again', () => {
  // Each takes three processes; on the embedded database the hardest will do.
  it.each(onServer ? MOMENTS : MOMENTS.slice(1, 2))(
    '%s: the same CSV, and nobody scraped twice',
    async (_, reached) => {
      const running = place.start(RUN);
      await until(reached, running);
      running.child.kill('SIGKILL');
      await running.ended;
      await place.here(RUN);
      expect(readFileSync(join(place.folder, 'leads.csv'), 'utf8')).toBe(undisturbed);
      expect(services.apify.delivered.repeated).toEqual([]);
    },
  );
});

const BOTH_SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;
const SIGNALS = onServer ? BOTH_SIGNALS : BOTH_SIGNALS.slice(0, 1);

describe('interrupted by a signal', () => {
  it.each(SIGNALS)('%s: says so, leaves with %i, and the same command goes on', async (signal, code) => {
    const running = place.start(RUN);
    await until(() => services.openai.calls.total > 5, running);
    running.child.kill(signal);
    const ended = await running.ended;
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain('stopping');
    expect(ended.stderr).not.toMatch(/error:|at .*\.js/);
    await place.here(RUN);
    expect(readFileSync(join(place.folder, 'leads.csv'), 'utf8')).toBe(undisturbed);
    expect(services.apify.delivered.repeated).toEqual([]);
    expect(services.openai.profilesClassified.repeated).toEqual([]);
  });
});

describe('money and accounts', () => {
  itOnServer('--max-cost stops with 4 before it is passed; a higher one goes on', async () => {
    const stopped = await place.icp([...RUN, '--max-cost', '0.08', '--json']);
    expect(stopped.code).toBe(4);
    expect(stopped.json<{ error: { code: string } }>().error.code).toBe('max_cost_reached');
    const usage = (await place.here(['usage', '--json'])).json<{ cost_usd: number }>();
    expect(usage.cost_usd).toBeLessThanOrEqual(0.08);
    expect(usage.cost_usd).toBeGreaterThan(0.02);
    const status = (await place.here(['status', '--json'])).json<{ leads: { failed: number } }>();
    expect(status.leads.failed).toBeLessThanOrEqual(2);
    await place.icp([...RUN, '--max-cost', '5']);
    expect(readFileSync(join(place.folder, 'leads.csv'), 'utf8')).toBe(undisturbed);
    expect(services.apify.delivered.repeated).toEqual([]);
  });

  itOnServer(
    'a wrong key: code 2, no lead fails for it, the key is not shown, and with the right one it goes on',
    async () => {
      const wrong = 'wrong-key-4711-4711-4711';
      for (const variable of ['APIFY_TOKEN', 'OPENAI_API_KEY', 'JINA_API_KEY']) {
        const result = await place.icp(RUN, { environment: { [variable]: wrong } });
        expect(result.code).toBe(2);
        expect(result.stderr).toContain(variable);
        expect(result.stdout + result.stderr).not.toContain(wrong);
      }
      const { failures } = (await place.here(['status', '--json'])).json<{ failures: { code: string }[] }>();
      expect(failures.filter((failure) => failure.code !== 'profile_not_found')).toEqual([]);
      await place.icp(RUN);
      expect(readFileSync(join(place.folder, 'leads.csv'), 'utf8')).toBe(undisturbed);
      expect(services.apify.delivered.repeated).toEqual([]);
    },
  );

  itOnServer(
    'a reranker that stays away: code 4, everybody stays enriched, --no-rerank does without and says so',
    async () => {
      const away = { environment: { JINA_BASE_URL: 'http://127.0.0.1:9' } };
      const result = await place.icp(RUN, away);
      expect(result.code).toBe(4);
      expect(result.stderr).toContain('--no-rerank');
      const { leads } = (await place.here(['status', '--json'])).json<{
        leads: { enriched: number; failed: number };
      }>();
      expect(leads.enriched).toBeGreaterThan(30);
      await place.icp([...RUN, '--no-rerank'], away);
      expect(readFileSync(join(place.folder, 'leads.csv'), 'utf8')).toContain('scored without reranker');
    },
  );
});
