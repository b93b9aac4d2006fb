import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { describeOnServer, onServer } from '../support/test-database.ts';

interface Component {
  ndcg_10: number;
  roc_auc: number;
  pooled_roc_auc: number;
  mean_by_grade: number[];
}
interface EvalDocument {
  pairs: number;
  components: Record<'all' | 'criteria' | 'relevance' | 'semantic', Component>;
  by_icp: { icp: string; ndcg_10: number }[];
  traps_above_fits: unknown[];
  judgements: { icp: string; profile: string; score: number | null; parts: { quote: string | null }[] }[];
  cost_usd: number;
  compared?: { with: string; components: Record<string, Component> };
}

const REPORT = resolve('fixtures/eval/report/labels.jsonl');
let services: SimulatedServices;
let place: Workplace;

beforeAll(async () => {
  services = await startServices();
  place = await createWorkplace(services.environment);
  const labels = readFileSync(REPORT, 'utf8')
    .split('\n')
    .filter((line) => line.includes('saas-finance'));
  writeFileSync(
    join(place.folder, 'some.jsonl'),
    labels.filter((line) => !line.includes('"grade": 0')).join('\n'),
  );
  writeFileSync(
    join(place.folder, 'nobody.csv'),
    'profile_url,grade\nhttps://www.linkedin.com/in/nobody-at-all,3\n',
  );
  writeFileSync(join(place.folder, 'bad.csv'), 'profile_url,grade\nin/ada,5\n');
});
afterAll(async () => {
  await services.close();
  await place.close();
});

const PROFILES = ['--profiles', resolve('fixtures/eval/report/profiles.jsonl')];
const ICP = resolve('fixtures/eval/icps/saas-finance.yaml');

describe('icp eval with the local providers, on the half that nothing was tuned on', () => {
  it('reaches what the README promises, the same every time and in every database', async () => {
    const command = ['eval', '--labels', REPORT, '--offline', '--json'];
    const first = await place.icp(command);
    expect(first.code).toBe(0);
    const { components, by_icp, traps_above_fits, judgements, cost_usd } = first.json<EvalDocument>();
    const { all } = components;
    expect(all.ndcg_10).toBeGreaterThanOrEqual(0.9);
    expect(all.roc_auc).toBeGreaterThanOrEqual(0.96);
    expect(all.pooled_roc_auc).toBeGreaterThanOrEqual(0.96);
    expect(all.mean_by_grade[3]).toBeGreaterThanOrEqual(75);
    expect(all.mean_by_grade[0]).toBeLessThanOrEqual(25);
    expect(traps_above_fits).toEqual([]);
    expect(by_icp).toHaveLength(6);
    expect(cost_usd).toBe(0);
    expect(judgements.length).toBeGreaterThanOrEqual(900);

    if (!onServer) return;
    // Everything is known by now; and an embedded database of its own knows nothing.
    expect((await place.icp(command)).stdout).toBe(first.stdout);
    const embedded = { environment: { DATABASE_URL: '', ICP_HOME: join(place.folder, 'embedded') } };
    expect((await place.icp(command, embedded)).stdout).toBe(first.stdout);
  });
});

describeOnServer('icp eval with the real SDKs against simulated services', () => {
  const command = ['eval', '--labels', 'some.jsonl', ...PROFILES, '--icp', ICP, '--json'];

  it('buys each answer once, and shows what doing without the reranker changes', async () => {
    writeFileSync(
      join(place.folder, 'some.jsonl'),
      readFileSync(join(place.folder, 'some.jsonl'), 'utf8').replaceAll(/"icp": "[^"]+", /g, ''),
    );
    const first = await place.icp(command);
    expect(first.code).toBe(0);
    const { pairs, components, cost_usd } = first.json<EvalDocument>();
    expect(services.openai.calls.of('chat')).toBe(pairs);
    expect(cost_usd).toBeGreaterThan(0);
    expect(Object.keys(components)).toEqual(['all', 'criteria', 'relevance', 'semantic']);
    const before = services.requests();
    const compared = (await place.here([...command, '--compare', 'no-rerank'])).json<EvalDocument>();
    expect(services.requests()).toBe(before);
    expect(compared.cost_usd).toBe(0);
    expect(compared.components).toEqual(components);
    expect(compared.compared).toMatchObject({ with: 'no-rerank', pairs });
    const usage = (await place.here(['usage', '--by', 'stage', '--json'])).json<{
      rows: { stage: string }[];
    }>();
    expect(usage.rows.map((row) => row.stage)).toEqual(['eval']);
    expect((await place.here(['leads', '--json'])).json<{ leads: unknown[] }>().leads).toEqual([]);
  });

  it('stops at --max-cost with what it has bought kept', async () => {
    const other = resolve('fixtures/eval/icps/bank-security.yaml');
    const stopped = await place.icp([...command.slice(0, -2), other, '--max-cost', '0', '--json']);
    expect(stopped.code).toBe(4);
  });

  it.each([
    ['no labels', ['eval'], /--labels/],
    ['a missing file', ['eval', '--labels', 'none.csv', '--offline'], /none\.csv cannot be read/],
    [
      'a wrong grade',
      ['eval', '--labels', 'bad.csv', '--offline', '--icp', ICP],
      /grade is not 0, 1, 2 or 3/,
    ],
    [
      'nobody known',
      ['eval', '--labels', 'nobody.csv', '--offline', '--icp', ICP],
      /none of its profiles is known/,
    ],
    ['no ICP', ['eval', '--labels', 'nobody.csv', '--offline'], /which ICP/],
    [
      'an unknown client',
      ['eval', '--labels', 'nobody.csv', '--offline', '--client', 'acme'],
      /no client "acme"/,
    ],
    [
      'nothing to compare with',
      ['eval', '--labels', 'some.jsonl', ...PROFILES, '--icp', ICP, '--offline', '--compare', 'better'],
      /"better" is nothing to compare with/,
    ],
    ['no keys', ['eval', '--labels', 'some.jsonl', ...PROFILES, '--icp', ICP], /OPENAI_API_KEY/],
  ])('%s: code 2 and what to do', async (what, args, message) => {
    const environment = what === 'no keys' ? { OPENAI_API_KEY: '' } : {};
    const { code, stderr } = await place.icp(args, { environment });
    expect(stderr.replaceAll('\n', ' ')).toMatch(message);
    expect(code).toBe(2);
  });
});
