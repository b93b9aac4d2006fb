import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createWorkplace, until, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { onServer } from '../support/test-database.ts';

const RUN = ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml', '-o', 'leads.csv'];
/** More than all processes of a test make of one kind. */
const FROM_NOW_ON = 500;

let services: SimulatedServices;
let place: Workplace;
beforeEach(async () => {
  services = await startServices({
    apify: { runMs: 150 },
    openai: { latencyMs: { embeddings: 30, chat: 60 } },
    jina: { latencyMs: 50 },
  });
  place = await createWorkplace({ ...services.environment, ICP_SCRAPE_CONCURRENCY: '2' });
  place.bringUsualCase();
});
afterEach(async () => {
  await services.close();
  await place.close();
});

const wrongToken = { kind: 'error', status: 401, type: 'invalid-token' } as const;
const noCredit = { kind: 'error', status: 402, type: 'not-enough-usage-to-run-paid-actor' } as const;

/** What the service answers from now on, and how many good answers it gave before. */
const apify = (fault: typeof wrongToken | typeof noCredit) => ({
  fail: () => services.apify.faults.queue('start', ...Array(FROM_NOW_ON).fill(fault)),
  answered: () => services.apify.runs.length,
});
const openai = (route: 'embeddings' | 'chat', fault: 'unauthorized' | 'insufficient_quota') => ({
  fail: () => services.openai.faults.queue(route, ...Array(FROM_NOW_ON).fill(fault)),
  answered: () => services.openai.billedCalls.of(route),
});
const jina = (fault: 'unauthorized' | 'no_balance') => ({
  fail: () => services.jina.faults.queue('rerank', ...Array(FROM_NOW_ON).fill(fault)),
  answered: () => services.jina.billedCalls.total,
});

const CASES = [
  ['Apify refuses the token', 'at once', () => apify(wrongToken), 2, 'APIFY_TOKEN'],
  ['Apify refuses the token', 'in the middle', () => apify(wrongToken), 2, 'APIFY_TOKEN'],
  ['the credit at Apify is used up', 'at once', () => apify(noCredit), 4, 'console.apify.com'],
  ['the credit at Apify is used up', 'in the middle', () => apify(noCredit), 4, 'console.apify.com'],
  ['OpenAI refuses the key', 'at once', () => openai('embeddings', 'unauthorized'), 2, 'OPENAI_API_KEY'],
  ['OpenAI refuses the key', 'in the middle', () => openai('chat', 'unauthorized'), 2, 'OPENAI_API_KEY'],
  [
    'the quota at OpenAI is used up',
    'at once',
    () => openai('chat', 'insufficient_quota'),
    4,
    'OPENAI_API_KEY',
  ],
  [
    'the quota at OpenAI is used up',
    'in the middle',
    () => openai('embeddings', 'insufficient_quota'),
    4,
    'OPENAI_API_KEY',
  ],
  ['Jina refuses the key', 'at once', () => jina('unauthorized'), 2, 'JINA_API_KEY'],
  ['the balance at Jina is used up', 'at once', () => jina('no_balance'), 4, 'JINA_API_KEY'],
] as const;

// Each takes seconds of processor time on the embedded database, where one is enough: the server has them all.
it.each(CASES.filter((_, position) => onServer || position === 0))(
  '%s %s: code, no lead fails for it, no key is shown',
  async (_, when, make, code, named) => {
    const { fail, answered } = make();
    if (when === 'at once') fail();
    const running = place.start([...RUN, '--json', '--verbose']);
    if (when === 'in the middle') {
      await until(() => answered() >= 2, running);
      fail();
    }
    const ended = await running.ended;
    expect([ended.code, ended.json<{ error: { message: string; hint: string } }>().error]).toEqual([
      code,
      expect.objectContaining({ message: expect.any(String) }),
    ]);
    expect(ended.stdout + ended.stderr).toContain(named);
    const status = await place.here(['status', '--json']);
    const { failures, leads } = status.json<{
      failures: { code: string }[];
      leads: Record<string, number>;
    }>();
    expect(failures.filter((failure) => failure.code !== 'profile_not_found')).toEqual([]);
    expect(Object.values(leads).reduce((sum, count) => sum + count, 0)).toBe(41);

    const said = ended.stdout + ended.stderr + status.stdout + status.stderr;
    const kept = await everythingKept();
    for (const key of ['APIFY_TOKEN', 'OPENAI_API_KEY', 'JINA_API_KEY']) {
      expect(said).not.toContain(place.environment[key]);
      expect(kept.includes(place.environment[key]!)).toBe(false);
    }
    expect(kept.includes('Okonjari')).toBe(true);
  },
);

/** Every byte of the database: its files, or each row of each table as the server prints it. */
async function everythingKept(): Promise<Buffer> {
  if (!onServer)
    return Buffer.concat([...filesUnder(join(place.folder, '.icp'))].map((path) => readFileSync(path)));
  const client = new pg.Client({ connectionString: place.environment['DATABASE_URL'] });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return Buffer.from(texts.join('\n'));
  } finally {
    await client.end();
  }
}

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}
