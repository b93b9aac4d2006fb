import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LangSmithSimulator, startLangSmithSimulator } from '../simulators/langsmith.ts';
import { createWorkplace, type IcpResult, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { itOnServer } from '../support/test-database.ts';

let services: SimulatedServices;
let langsmith: LangSmithSimulator;
let place: Workplace;
let tracing: Record<string, string>;

beforeEach(async () => {
  services = await startServices();
  langsmith = await startLangSmithSimulator();
  place = await createFilledWorkplace();
  tracing = {
    LANGSMITH_TRACING: 'true',
    LANGSMITH_API_KEY: langsmith.apiKey,
    LANGSMITH_ENDPOINT: langsmith.url,
    LANGSMITH_PROJECT: 'leads of acme',
  };
});
afterEach(async () => {
  await Promise.all([services.close(), langsmith.close()]);
  await place.close();
});

const RUN = ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml'];

async function createFilledWorkplace(): Promise<Workplace> {
  const filled = await createWorkplace(services.environment);
  filled.bringUsualCase();
  return filled;
}

/** Names, headlines and texts of the people of the fixtures, as they stand in profiles. */
function privateWords(): string[] {
  return readFileSync('fixtures/profiles.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .flatMap((item) => [item['fullName'], item['headline'], item['about'], item['publicIdentifier']])
    .filter((word): word is string => typeof word === 'string' && word.length > 7);
}

async function usageByModel(): Promise<Map<string, number>> {
  const { rows } = (await place.here(['usage', '--by', 'model', '--json'])).json<{
    rows: { model: string; calls: number }[];
  }>();
  return new Map(rows.map((row) => [row.model, row.calls]));
}

async function leadIds(status: string): Promise<number[]> {
  const result = await place.here(['leads', '--status', status, '--json']);
  return result.json<{ leads: { id: number }[] }>().leads.map((lead) => lead.id);
}

/** What must not depend on who watches: everything but time, and the last digit of a sum whose order depends on it. */
const outcome = ({ code, stdout }: IcpResult) => ({
  code,
  document: JSON.parse(stdout, (key, value: unknown) =>
    key === 'cost_usd' ? Number(value).toFixed(9) : value,
  ) as unknown,
});

/** Lines of stderr but for those that tell how far things are, which come by the clock. */
const notProgress = ({ stderr }: IcpResult) =>
  stderr.split('\n').filter((line) => !/^(enrich|qualify): \d/.test(line));

const sorted = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other);

describe('tracing', () => {
  itOnServer('shows every call of a model with its leads, and no word of a profile', async () => {
    const result = await place.icp([...RUN, '--json'], { environment: tracing });
    expect(result.code).toBe(3);
    expect(result.stderr).not.toMatch(/langsmith/i);
    const calls = await usageByModel();
    const models = ['gpt-5-mini', 'text-embedding-3-small', 'jina-reranker-v2-base-multilingual'];
    for (const model of models) {
      const runs = langsmith.runs.filter(({ extra }) => extra.metadata['model'] === model);
      expect([model, runs.length]).toEqual([model, calls.get(model)]);
      for (const { session_name, extra } of runs) {
        expect(session_name).toBe('leads of acme');
        expect(extra.metadata).toMatchObject({ command: 'run', outcome: 'ok', cost_usd: expect.any(Number) });
      }
    }
    expect(langsmith.runs).toHaveLength(models.reduce((sum, model) => sum + calls.get(model)!, 0));

    const qualified = sorted(await leadIds('exported'));
    const traced = (name: string) =>
      langsmith.runs.filter((run) => run.name === name).map(({ extra }) => extra.metadata);
    const leadsOf = (name: string) =>
      sorted([...new Set(traced(name).flatMap((metadata) => metadata['lead_ids'] as number[]))]);
    expect(leadsOf('classification')).toEqual(qualified);
    expect(leadsOf('embedding')).toEqual(expect.arrayContaining(qualified));
    expect(traced('classification').every((one) => (one['batch_ids'] as number[]).length === 1)).toBe(true);

    const secrets = [services.apify.token, services.openai.apiKey, services.jina.apiKey];
    const words = privateWords();
    expect(words.length).toBeGreaterThan(50);
    for (const word of [...words, ...secrets]) expect(langsmith.received).not.toContain(word);
  });

  itOnServer('carries the content with --trace-content', async () => {
    await place.icp([...RUN, '--trace-content'], { environment: tracing });
    const classified = langsmith.runs.filter((run) => run.name === 'classification');
    expect(classified.length).toBeGreaterThan(30);
    const inputs = JSON.stringify(classified.map((run) => run.inputs));
    expect(inputs).toContain('Mirela Okonjari');
    for (const { outputs } of classified)
      expect(outputs).toMatchObject({ output: { industry: expect.any(String) } });
    expect(langsmith.received).not.toContain(services.openai.apiKey);
  });

  itOnServer(
    'that does not work changes nothing but one line on stderr, and holds the end up by two seconds at most',
    async () => {
      const began = performance.now();
      const untraced = await place.icp([...RUN, '--json']);
      const untracedMs = performance.now() - began;
      for (const mode of ['unauthorized', 'server_error', 'silent', 'refused'] as const) {
        const other = await createFilledWorkplace();
        try {
          if (mode === 'refused') await langsmith.close();
          else langsmith.mode = mode;
          const tracedBegan = performance.now();
          const traced = await other.icp([...RUN, '--json'], { environment: tracing });
          // The SDK alone would hold on for over a minute; the slack is for a busy machine.
          expect(performance.now() - tracedBegan).toBeLessThan(untracedMs + 2000 + 15_000);
          expect(outcome(traced)).toEqual(outcome(untraced));
          const added = notProgress(traced).filter((line) => !untraced.stderr.includes(line));
          expect(added).toEqual([expect.stringMatching(/^LangSmith: .*calls (are|were) not traced: /)]);
        } finally {
          await other.close();
        }
      }
    },
    240_000,
  );

  itOnServer('needs a key, and says which, before anything is done', async () => {
    const { LANGSMITH_API_KEY: _, ...keyless } = tracing;
    const before = services.requests();
    const result = await place.icp(RUN, { environment: keyless });
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('LANGSMITH_API_KEY is not set'),
    });
    expect(services.requests()).toBe(before);
    expect((await place.icp(['status'], { environment: keyless })).code).toBe(0);
  });

  itOnServer('is off unless our own settings say so, and off with --offline', async () => {
    const inherited = {
      LANGCHAIN_TRACING_V2: 'true',
      LANGSMITH_TRACING_V2: 'true',
      LANGCHAIN_API_KEY: langsmith.apiKey,
      LANGCHAIN_ENDPOINT: langsmith.url,
      LANGSMITH_ENDPOINT: langsmith.url,
      LANGSMITH_API_KEY: langsmith.apiKey,
      LANGSMITH_TRACING: '1',
    };
    expect((await place.icp(RUN, { environment: inherited })).code).toBe(3);
    const offline = await place.icp(
      ['run', 'followers.html', '--client', 'other', '--icp', 'icp.yaml', '--offline', '--trace-content'],
      { environment: tracing },
    );
    expect(offline.code).toBe(0);
    expect(offline.stderr).toContain('--trace-content has no effect: nothing is traced with --offline');
    expect(langsmith.requests).toEqual([]);
  });
});

describe('--log-file', () => {
  const logged = (name: string) =>
    readFileSync(join(place.folder, name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  itOnServer(
    'has a line for every paid call between those for start and end, and no word of a profile',
    async () => {
      expect((await place.icp([...RUN, '--log-file', 'calls.jsonl'])).code).toBe(3);
      const lines = logged('calls.jsonl');
      expect(lines[0]).toMatchObject({ event: 'start', command: 'run' });
      const calls = lines.slice(1, -1);
      expect(lines.at(-1)).toMatchObject({
        event: 'end',
        exit_code: 3,
        outcome: 'some_failed',
        calls: calls.length,
      });
      expect(new Set(calls.map((line) => line['event']))).toEqual(new Set(['call']));
      const counts = new Map<unknown, number>();
      for (const { model } of calls) counts.set(model, (counts.get(model) ?? 0) + 1);
      expect(counts).toEqual(await usageByModel());
      expect(calls.every((line) => line['client_id'] === 1)).toBe(true);
      expect(
        calls.filter((line) => line['kind'] === 'scrape').every((line) => line['actor_run_id'] !== null),
      ).toBe(true);
      const text = readFileSync(join(place.folder, 'calls.jsonl'), 'utf8');
      for (const word of [
        ...privateWords(),
        services.apify.token,
        services.openai.apiKey,
        services.jina.apiKey,
      ])
        expect(text).not.toContain(word);
    },
  );

  itOnServer('that cannot be written is named before anything is done', async () => {
    const before = services.requests();
    const result = await place.icp([...RUN, '--log-file', 'nowhere/calls.jsonl']);
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the log nowhere/calls.jsonl cannot be written (ENOENT)'),
    });
    expect(services.requests()).toBe(before);
  });

  itOnServer('says why a command stopped', async () => {
    const environment = { OPENAI_API_KEY: 'sk-wrong-wrong-wrong' };
    const result = await place.icp([...RUN, '--log-file', 'calls.jsonl'], { environment });
    expect(result.code).toBe(2);
    expect(logged('calls.jsonl').at(-1)).toMatchObject({
      event: 'end',
      exit_code: 2,
      outcome: 'invalid_api_key',
    });
    expect(readFileSync(join(place.folder, 'calls.jsonl'), 'utf8')).not.toContain('wrong');
  });

  it.skipIf(process.platform !== 'linux')('on a full disk costs one line and nothing else', async () => {
    const { code, stderr } = await place.icp([...RUN, '--log-file', '/dev/full']);
    expect(code).toBe(3);
    expect(stderr.match(/\/dev\/full/g)).toEqual(['/dev/full']);
  });

  itOnServer('is not touched by a dry run', async () => {
    const result = await place.icp([...RUN, '--dry-run', '--log-file', 'nowhere/calls.jsonl']);
    expect(result.code).toBe(0);
  });
});
