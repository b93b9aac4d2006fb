import { afterEach, describe, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';

interface Check {
  what: string;
  state: 'fine' | 'wrong' | 'unneeded';
  found: string;
  fix: string | null;
}
interface Diagnosis {
  healthy: boolean;
  checks: Check[];
}

let services: SimulatedServices;
let place: Workplace;
async function open(options: Parameters<typeof startServices>[0] = {}): Promise<void> {
  services = await startServices(options);
  place = await createWorkplace(services.environment);
}
afterEach(async () => {
  await place.close();
  await services.close();
});

const doctor = (flags: readonly string[], environment?: Readonly<Record<string, string>>) =>
  place.here(['doctor', ...flags], environment);
const examined = (diagnosis: Diagnosis) => new Map(diagnosis.checks.map((check) => [check.what, check]));

describe('icp doctor', () => {
  it('finds nothing wrong where nothing is: a line each, aligned, code 0, nothing spent', async () => {
    await open();
    const { code, stdout, stderr } = await place.icp(['doctor']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    const names = [
      'Node.js',
      'settings',
      'database',
      'pgvector',
      'schema',
      'free disk',
      'clock',
      'APIFY_TOKEN',
      'Apify credit',
      'Apify actor',
      'embedding model',
      'classifier model',
      'JINA_API_KEY',
    ];
    expect(lines.map((line) => line.slice(2, 18).trimEnd())).toEqual(names);
    for (const line of lines) expect(line).toMatch(/^✓ .{16} {2}\S/);
    expect(stdout).toMatch(/plan STARTER/);
    expect(stdout).toMatch(/Apify credit +\$49\.00 left/);
    expect(stdout).toMatch(/clock +agrees with that of/);
    expect(stdout).toMatch(/JINA_API_KEY +set; not tried out/);
    expect(services.apify.runs).toEqual([]);
    expect(services.openai.billedCalls.total + services.jina.calls.total).toBe(0);
  });

  it('with keys that are refused and missing: code 2, each with its fix, as JSON too', async () => {
    await open();
    const wrong = {
      OPENAI_API_KEY: 'sk-not-this-one',
      APIFY_TOKEN: 'apify_not_this_one',
      JINA_API_KEY: '',
      // Of these nothing is said where they are not set.
      FATHOM_API_KEY: 'fathom_of_somebody',
      FATHOM_BASE_URL: services.openai.baseUrl,
      ICP_EXTRACTOR_MODEL: 'gpt-9',
    };
    const { code, stdout } = await doctor(['--json'], wrong);
    expect(code).toBe(2);
    const diagnosis = JSON.parse(stdout) as Diagnosis;
    expect(diagnosis.healthy).toBe(false);
    const checks = examined(diagnosis);
    expect(checks.get('APIFY_TOKEN')).toMatchObject({
      state: 'wrong',
      found: expect.stringMatching(/refuses/),
    });
    expect(checks.get('embedding model')).toMatchObject({
      state: 'wrong',
      fix: expect.stringMatching(/OPENAI_API_KEY/),
    });
    expect(checks.get('JINA_API_KEY')).toMatchObject({ state: 'wrong', found: 'not set' });
    expect(checks.get('FATHOM_API_KEY')).toMatchObject({ fix: expect.stringContaining('FATHOM_BASE_URL') });
    expect(checks.get('extractor model')).toMatchObject({ state: 'wrong' });
    expect(checks.has('Apify credit')).toBe(false);
    for (const check of diagnosis.checks) expect(check.fix === null).toBe(check.state !== 'wrong');
    expect(stdout).not.toMatch(/sk-not|apify_not|fathom_of/);
    const plain = await doctor([], wrong);
    expect(plain.stdout).toMatch(/^✗ JINA_API_KEY +not set → set JINA_API_KEY in the environment/m);
  });

  it('with services that are away or spent: names the host, and what to do', async () => {
    await open({ apify: { limits: { limits: { maxMonthlyUsageUsd: 5 }, current: { monthlyUsageUsd: 5 } } } });
    await services.openai.close();
    const { code, stdout } = await doctor(['--json']);
    expect(code).toBe(2);
    const checks = examined(JSON.parse(stdout) as Diagnosis);
    expect(checks.get('classifier model')).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining(new URL(services.openai.baseUrl).host),
      fix: expect.stringContaining('OPENAI_BASE_URL'),
    });
    expect(checks.get('Apify credit')).toMatchObject({
      state: 'wrong',
      fix: expect.stringMatching(/billing/),
    });
  });

  it('with a clock that none of the others agrees with: code 2', async () => {
    const clockAheadMs = 3_600_000;
    await open({ apify: { clockAheadMs }, openai: { clockAheadMs } });
    // A database server would know better, being on this machine.
    const { code, stdout } = await doctor(['--json'], { DATABASE_URL: '' });
    const clock = examined(JSON.parse(stdout) as Diagnosis).get('clock')!;
    expect(clock).toMatchObject({
      state: 'wrong',
      found: expect.stringMatching(/^3[56]\d\d s behind that of 127/),
    });
    expect(code).toBe(2);
  });

  it('offline needs no service and asks none', async () => {
    await open();
    const { code, stdout } = await doctor(['--offline', '--json'], {
      APIFY_TOKEN: '',
      OPENAI_API_KEY: '',
      JINA_API_KEY: '',
    });
    expect(code).toBe(0);
    const unneeded = (JSON.parse(stdout) as Diagnosis).checks.filter(({ state }) => state === 'unneeded');
    expect(unneeded.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['APIFY_TOKEN', 'OPENAI_API_KEY', 'JINA_API_KEY']),
    );
    expect(services.requests()).toBe(0);
  });

  it('says how to get at a database that cannot be reached, and goes on with the rest', async () => {
    await open();
    const { code, stdout } = await doctor(['--json'], {
      DATABASE_URL: 'postgres://me:hush-hush@127.0.0.1:9/icp',
    });
    expect(code).toBe(2);
    const checks = examined(JSON.parse(stdout) as Diagnosis);
    expect(checks.get('database')).toMatchObject({
      state: 'wrong',
      found: expect.stringContaining('127.0.0.1:9'),
    });
    expect(checks.get('APIFY_TOKEN')!.state).toBe('fine');
    expect(stdout).not.toContain('hush-hush');
  });
});
