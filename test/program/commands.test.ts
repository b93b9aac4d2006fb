import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/registry.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { runHere } from '../support/run-here.ts';

let place: Workplace;

beforeAll(async () => {
  place = await createWorkplace();
  place.bringUsualCase();
  writeFileSync(join(place.folder, 'nobody.html'), '<html><body><p>Hello</p></body></html>');
  writeFileSync(join(place.folder, 'bad.yaml'), 'target_titels: [CFO]\nnotes: 3\n');
  writeFileSync(join(place.folder, 'empty.html'), '');
  await place.icp(['client', 'add', 'acme', '--icp', 'icp.yaml']);
});
afterAll(() => place.close());

describe('what cannot be done', () => {
  it.each([
    [
      'no keys',
      ['run', 'followers.html', '--client', 'acme'],
      /APIFY_TOKEN.*OPENAI_API_KEY.*JINA_API_KEY/,
      /--offline/,
    ],
    ['no keys to enrich', ['enrich'], /APIFY_TOKEN/, /--offline/],
    ['no keys to qualify', ['qualify'], /JINA_API_KEY/, /--offline/],
    ['unknown client', ['ingest', 'followers.html', '--client', 'nobody'], /no client "nobody"/, /acme/],
    ['unknown batch', ['enrich', '--batch', 'nothing', '--offline'], /no batch "nothing"/, /icp ingest/],
    [
      'missing file',
      ['ingest', 'nowhere.html', '--client', 'acme'],
      /nowhere\.html .*does not exist/,
      /path/,
    ],
    ['page without people', ['ingest', 'nobody.html', '--client', 'acme'], /no people/, /followers/],
    ['empty file', ['ingest', 'empty.html', '--client', 'acme'], /empty/, /LinkedIn/],
    ['empty stdin', ['ingest', '-', '--client', 'acme'], /empty/, /LinkedIn/],
    [
      'bad ICP file',
      ['client', 'set-icp', 'acme', 'bad.yaml'],
      /line 1: unknown key "target_titels".*target_titles/,
      /known keys/,
    ],
    ['unknown flag', ['enrich', '--frobnicate'], /unknown option '--frobnicate'/, /--help/],
    ['unknown command', ['enrihc'], /unknown command 'enrihc'.*enrich/, /--help/],
    ['bad number', ['enrich', '--limit', 'many'], /'many' is invalid/, /--help/],
    ['missing argument', ['run'], /--client|missing required argument/, /--help/],
    ['no such lead', ['lead', '99999'], /no lead "99999"/, /icp leads/],
    ['client exists', ['client', 'add', 'acme'], /"acme" already/, /set-icp/],
    ['bad slug', ['client', 'add', 'Acme Ltd'], /cannot be a slug/, /small letters/],
    ['profiles online', ['enrich', '--profiles', 'x.json'], /APIFY_TOKEN|--profiles/, /--offline/],
  ])('%s: code 2, what and what to do, no stack trace', async (_, args, message, hint) => {
    const { code, stdout, stderr } = await place.here(args);
    expect(stderr.replaceAll('\n', ' ')).toMatch(message);
    expect(stderr.split('try:')[1]).toMatch(hint);
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('with --json the error is the one document on stdout', async () => {
    const { code, stdout, stderr } = await place.icp(['client', 'set-icp', 'acme', 'bad.yaml', '--json']);
    expect(code).toBe(2);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'bad_icp_file',
        message: expect.stringContaining('target_titels'),
        hint: expect.any(String),
      },
    });
  });

  it('a wrong setting is named, not its value', async () => {
    const { code, stderr } = await place.icp(['status'], {
      environment: { ICP_LLM_CONCURRENCY: 'sixteen-secret' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('ICP_LLM_CONCURRENCY');
    expect(stderr).not.toContain('sixteen-secret');
  });

  it('a database that cannot be reached: code 5 without the password', async () => {
    const { code, stderr } = await place.icp(['status'], {
      environment: { DATABASE_URL: 'postgres://me:hush-hush@127.0.0.1:9/icp' },
    });
    expect(code).toBe(5);
    expect(stderr).toContain('127.0.0.1:9/icp');
    expect(stderr).not.toContain('hush-hush');
  });
});

describe('help', () => {
  const names = [
    'run',
    'client',
    'sync-icp',
    'ingest',
    'enrich',
    'qualify',
    'export',
    'retry',
    'status',
    'leads',
    'lead',
    'review',
    'feedback',
    'calibrate',
    'eval',
    'usage',
    'forget',
    'purge',
    'migrate',
    'doctor',
    'demo',
  ];

  it('knows every command, and the README too', async () => {
    expect(names).toHaveLength(COMMANDS.length);
    const { stdout, code } = await place.icp(['--help']);
    const readme = readFileSync('README.md', 'utf8');
    expect(code).toBe(0);
    for (const name of names) {
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
      expect(readme).toMatch(new RegExp(`^\\| \`icp ${name}\\b`, 'm'));
    }
    for (const exitCode of ['0', '1', '2', '3', '4', '5', '130/143'])
      expect(stdout).toContain(`\n  ${exitCode} `);
  });

  it.each([
    ...names,
    'client add',
    'client list',
    'client show',
    'client set-icp',
    'feedback import',
    'feedback export',
  ])('icp %s --help has an example', async (name) => {
    const { stdout, stderr, code } = await runHere([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/\nExamples:\n {2}\$ .*icp /);
  });

  it('--version and --help open no database and load no SDK', async () => {
    const empty = await createWorkplace({ NODE_DEBUG: 'esm' });
    try {
      expect((await empty.icp(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      expect((await empty.icp(['--help'])).code).toBe(0);
      expect(existsSync(join(empty.folder, '.icp'))).toBe(false);
    } finally {
      await empty.close();
    }
  });
});

describe('a whole offline round', () => {
  it('goes from page to CSV without a key, and the same command again does nothing', async () => {
    const offline = ['--offline', '--client', 'acme'];
    const profiles = join(process.cwd(), 'fixtures/profiles.jsonl');
    const ingested = (await place.icp(['ingest', 'followers.html', '--client', 'acme', '--json'])).json<{
      batch: { name: string };
      created: number;
      duplicates: number;
      suppressed: number;
    }>();
    expect(ingested).toMatchObject({
      batch: { name: 'followers' },
      created: 41,
      duplicates: 0,
      suppressed: 0,
    });
    const again = (await place.here(['ingest', 'followers.html', '--client', 'acme', '--json'])).json();
    expect(again).toMatchObject({ batch: ingested.batch, created: 0, duplicates: 41 });

    const enriched = await place.icp(['enrich', ...offline, '--profiles', profiles, '--json']);
    expect(enriched.code).toBe(3);
    expect(enriched.json()).toMatchObject({
      command: 'enrich',
      enriched: 40,
      from_cache: 0,
      failed: 1,
      cost_usd: 0,
    });
    const qualified = await place.icp(['qualify', ...offline, '--json']);
    expect(qualified.json()).toMatchObject({
      command: 'qualify',
      qualified: 40,
      failed: 0,
      remaining: 0,
      cost_usd: 0,
    });

    const best = (await place.here(['leads', '--client', 'acme', '--min-score', '80', '--json'])).json<{
      leads: { id: number; icp_score: number; match_reasoning: string; profile_url: string }[];
    }>().leads;
    expect(best.length).toBeGreaterThan(4);
    for (const lead of best) expect(lead.match_reasoning).toMatch(/financ|CFO/i);

    const one = (await place.here(['lead', best[0]!.profile_url, '--json'])).json<{
      icp_score: number;
      scores: { parts: { points: number }[] }[];
      history: { from: string; to: string }[];
    }>();
    const sum = one.scores[0]!.parts.reduce((total, part) => total + Math.round(part.points * 10), 0);
    expect(sum).toBe(Math.round(one.icp_score * 10));
    expect(one.history.map((event) => event.to)).toEqual(['enriched', 'qualified']);

    const exported = await place.icp(['export', '--client', 'acme', '--top', '5', '-o', '-']);
    expect(exported.stdout.split('\r\n')).toHaveLength(7);
    const rest = (await place.icp(['export', '--client', 'acme', '--json'])).json<{
      exported: number;
      path: string;
    }>();
    expect(rest.exported).toBe(35);
    expect(rest.path).toMatch(/^outputs\/acme-all-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(await place.here(['export', '--client', 'acme'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing'),
    });
    const all = await place.here(['export', '--client', 'acme', '--again', '--format', 'jsonl', '-o', '-']);
    expect(
      all.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toHaveLength(40);
  });

  it('an edited ICP: the preview shows what a rescore then does, and only stale scores are made anew', async () => {
    const edited = join(place.folder, 'edited.yaml');
    writeFileSync(edited, 'target_titles: [Head of Marketing, CMO]\ntarget_industries: [SaaS]\n');
    const preview = (
      await place.here(['qualify', '--client', 'acme', '--offline', '--preview', 'edited.yaml', '--json'])
    ).json<{
      preview: { id: number; new_score: number | null }[];
    }>().preview;
    const before = (await place.here(['leads', '--client', 'acme', '--json'])).stdout;
    expect(JSON.parse(before).leads[0].match_reasoning).toMatch(/financ|CFO/i);
    await place.here(['client', 'set-icp', 'acme', 'edited.yaml']);
    const rescored = (
      await place.here(['qualify', '--client', 'acme', '--offline', '--rescore', '--json'])
    ).json<{ qualified: number }>();
    expect(rescored.qualified).toBe(40);
    const after = (await place.here(['leads', '--client', 'acme', '--json'])).json<{
      leads: { id: number; icp_score: number | null; status: string }[];
    }>();
    const scores = new Map(after.leads.map((lead) => [lead.id, lead.icp_score]));
    for (const row of preview) expect(scores.get(row.id)).toBe(row.new_score);
    expect(after.leads.filter((lead) => lead.status === 'exported')).toEqual([]);
    const nothing = (
      await place.here(['qualify', '--client', 'acme', '--offline', '--rescore', '--json'])
    ).json<{ qualified: number }>();
    expect(nothing.qualified).toBe(0);
    const same = await place.here(['client', 'set-icp', 'acme', 'edited.yaml', '--json']);
    expect(same.json()).toMatchObject({ changed: false, icp_version: 2 });
  });

  it('says what stands where and what to run next', async () => {
    const status = (await place.here(['status', '--client', 'acme', '--json'])).json<{
      leads: object;
      next: string;
      batches: unknown[];
    }>();
    expect(status.leads).toEqual({ discovered: 0, enriched: 0, qualified: 40, exported: 0, failed: 1 });
    expect(status.next).toBe('icp export --client acme');
    expect(status.batches).toHaveLength(1);
    expect((await place.here(['retry', '--json'])).json()).toMatchObject({ retried: 0 });
    expect((await place.here(['retry', '--all', '--json'])).json()).toMatchObject({ retried: 1 });
  });
});

describe('the demo', () => {
  it('ends with finance leaders on top, and leaves nothing behind', async () => {
    const { code, stdout } = await place.icp(['demo']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/SCORE\s+NAME\s+WHY\n\s*\d+\.\d\s+.*(Financ|CFO)/i);
  });
});
