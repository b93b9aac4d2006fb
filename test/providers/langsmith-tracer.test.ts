import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, systemClock } from '../../src/pipeline/clock.ts';
import type { ObservedAttempt } from '../../src/ports/call-observer.ts';
import { LangSmithTracer, type LangSmithTracerOptions } from '../../src/providers/langsmith-tracer.ts';
import {
  type LangSmithMode,
  type LangSmithSimulator,
  startLangSmithSimulator,
} from '../simulators/langsmith.ts';
import { HeldClock } from '../support/held-clock.ts';
import { observedAttempt, PRIVATE_WORDS } from '../support/observed-attempt.ts';

/** Far more than anything here takes, so that only what hangs comes near it. */
const PATIENCE_MS = 30_000;
const SECRET = 'sk-invented-0123456789';

let simulator: LangSmithSimulator;
let notices: string[];
/** What anybody but us writes to the terminal. */
let printed: unknown[];

beforeEach(async () => {
  simulator = await startLangSmithSimulator();
  notices = [];
  printed = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void printed.push(words));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(printed).toEqual([]);
  await simulator.close();
});

function tracer(
  changes: Partial<Omit<LangSmithTracerOptions, 'connection'>> & {
    connection?: Partial<LangSmithTracerOptions['connection']>;
  } = {},
): LangSmithTracer {
  const { connection, ...rest } = changes;
  return new LangSmithTracer({
    project: 'leads',
    command: 'enrich',
    content: false,
    secrets: [SECRET],
    clock: systemClock,
    notice: (message) => notices.push(message),
    ...rest,
    connection: { apiKey: simulator.apiKey, endpoint: simulator.url, workspaceId: undefined, ...connection },
  });
}

async function trace(traced: LangSmithTracer, ...attempts: readonly ObservedAttempt[]): Promise<void> {
  for (const attempt of attempts) traced.ended(attempt);
  await traced.close(PATIENCE_MS);
}

const many = (count: number, changes: Partial<ObservedAttempt> = {}) =>
  Array.from({ length: count }, (_, position) =>
    observedAttempt({ contexts: [{ clientId: 2, batchId: 3, leadId: position + 1 }], ...changes }),
  );

describe('a traced call', () => {
  it('arrives as a run that tells model, ids, tokens, cost and time', async () => {
    const contexts = [7, 8, 8].map((leadId) => ({ clientId: 2, batchId: 3, leadId }));
    await trace(tracer(), observedAttempt({ contexts }));
    expect(simulator.runs).toHaveLength(1);
    const [run] = simulator.runs;
    expect(run).toMatchObject({
      session_name: 'leads',
      name: 'classification',
      run_type: 'llm',
      start_time: Date.parse('2026-03-01T09:00:00.123Z'),
      end_time: Date.parse('2026-03-01T09:00:00.603Z'),
      inputs: {},
      extra: {
        metadata: {
          ls_provider: 'openai',
          ls_model_name: 'gpt-5-mini',
          usage_metadata: { input_tokens: 120, output_tokens: 30, total_tokens: 150, total_cost: 0.000_09 },
          command: 'enrich',
          provider: 'openai',
          model: 'gpt-5-mini',
          stage: 'enrich',
          outcome: 'ok',
          error_code: null,
          lead_ids: [7, 8],
          batch_ids: [3],
          client_ids: [2],
          prompt_tokens: 120,
          completion_tokens: 30,
          cost_usd: 0.000_09,
          latency_ms: 480,
        },
      },
    });
    expect(run!.trace_id).toBe(run!.id);
    expect(run!.dotted_order).toBe(`20260301T090000123000Z${run!.id}`);
    expect(run).not.toHaveProperty('outputs');
    expect(run).not.toHaveProperty('error');
    expect(notices).toEqual([]);
  });

  it('is of the type that LangSmith has for it; scrapes are no calls of a model', async () => {
    const kinds = ['classification', 'embedding', 'rerank', 'scrape'] as const;
    await trace(tracer(), ...kinds.map((kind) => observedAttempt({ kind })));
    expect(simulator.runs.map((run) => [run.name, run.run_type])).toEqual([
      ['classification', 'llm'],
      ['embedding', 'embedding'],
      ['rerank', 'retriever'],
    ]);
  });

  it('that failed shows its code, and no message, which may quote a profile', async () => {
    const failed = observedAttempt({
      outcome: 'bad_answer',
      errorMessage: `not JSON: ${PRIVATE_WORDS}`,
      promptTokens: null,
      completionTokens: null,
      costUsd: null,
      contexts: [{ clientId: null, batchId: null, leadId: null }],
    });
    await trace(tracer(), failed);
    expect(simulator.runs[0]).toMatchObject({
      error: 'bad_answer',
      extra: { metadata: { error_code: 'bad_answer', cost_usd: null, lead_ids: [], batch_ids: [] } },
    });
    expect(simulator.runs[0]!.extra.metadata).not.toHaveProperty('usage_metadata');
  });

  it.each(['ok', 'no_multipart'] as const)('carries no word of a profile (%s)', async (mode) => {
    simulator.mode = mode;
    await trace(
      tracer(),
      observedAttempt(),
      observedAttempt({ outcome: 'refused', errorMessage: PRIVATE_WORDS }),
      observedAttempt({
        kind: 'rerank',
        content: { input: { query: 'x', documents: [PRIVATE_WORDS] }, output: [1] },
      }),
    );
    expect(simulator.runs).toHaveLength(3);
    for (const word of ['Mirela', 'Ledgerly', 'Fintech', '東京', 'reasoning', 'query'])
      expect(simulator.received).not.toContain(word);
  });

  it('carries its content where that is asked for: without secrets, and of vectors only their size', async () => {
    const vectors = [new Float32Array(1536).fill(0.123_456), new Float32Array(1536)];
    const classification = observedAttempt({
      content: { input: `${PRIVATE_WORDS} ${SECRET}`, output: { a: [SECRET] } },
    });
    await trace(
      tracer({ content: true }),
      classification,
      observedAttempt({ kind: 'embedding', content: { input: ['one', 'two'], output: vectors } }),
      observedAttempt({ outcome: 'refused', errorMessage: `said ${PRIVATE_WORDS}` }),
    );
    expect(simulator.runs.map(({ inputs, outputs, error }) => ({ inputs, outputs, error }))).toEqual([
      { inputs: { input: `${PRIVATE_WORDS} [hidden]` }, outputs: { output: { a: ['[hidden]'] } } },
      { inputs: { input: ['one', 'two'] }, outputs: { output: { vectors: 2, dimensions: 1536 } } },
      { inputs: { input: PRIVATE_WORDS }, error: `refused: said ${PRIVATE_WORDS}` },
    ]);
    expect(simulator.received).not.toContain(SECRET);
  });
});

describe('the way to LangSmith', () => {
  it.each([true, false])('is multipart, gzip: %s', async (gzip) => {
    await simulator.close();
    simulator = await startLangSmithSimulator({ gzip });
    await trace(tracer(), ...many(3));
    expect(simulator.calls.counts).toEqual(
      new Map([
        ['info', 1],
        ['multipart', 1],
      ]),
    );
    const { headers } = simulator.requests[1]!;
    expect(headers['content-encoding']).toBe(gzip ? 'gzip' : undefined);
    expect(headers['content-length']).toMatch(/^\d+$/);
    expect(headers['x-api-key']).toBe(simulator.apiKey);
    expect(headers).not.toHaveProperty('x-tenant-id');
  });

  it('names the workspace where one is set', async () => {
    await trace(tracer({ connection: { workspaceId: 'a-workspace' } }), observedAttempt());
    expect(simulator.requests.map(({ headers }) => headers['x-tenant-id'])).toEqual([
      'a-workspace',
      'a-workspace',
    ]);
  });

  it.each<LangSmithMode>(['no_multipart', 'no_info', 'html_info'])(
    'is found where the server is %s',
    async (mode) => {
      simulator.mode = mode;
      // A 500 for /info may pass, so that batch is tried again before the end.
      await trace(tracer({ clock: mode === 'no_info' ? calming(simulator) : systemClock }), ...many(2));
      expect(simulator.runs).toHaveLength(2);
      expect(notices).toEqual([]);
    },
  );

  it('takes hundreds of runs in batches, each run once', async () => {
    await simulator.close();
    simulator = await startLangSmithSimulator({ batchSize: 30 });
    await trace(tracer(), ...many(300));
    const leads = simulator.runs.flatMap(({ extra }) => extra.metadata['lead_ids']);
    expect(new Set(leads).size).toBe(300);
    expect(simulator.runs).toHaveLength(300);
    expect(simulator.calls.of('info')).toBe(1);
  });

  it('is what the settings say, whatever the environment holds', async () => {
    for (const [name, value] of Object.entries({
      LANGCHAIN_ENDPOINT: 'http://127.0.0.1:9',
      LANGSMITH_ENDPOINT: 'http://127.0.0.1:9',
      LANGSMITH_RUNS_ENDPOINTS: '[{"api_url":"http://127.0.0.1:9","api_key":"x"}]',
      LANGCHAIN_API_KEY: 'an-inherited-key',
      LANGCHAIN_WORKSPACE_ID: 'an-inherited-workspace',
      LANGSMITH_TRACING_MODE: 'nonsense',
      LANGSMITH_TRACING_SAMPLING_RATE: '0',
      LANGSMITH_HIDE_METADATA: 'true',
      LANGSMITH_FAILED_TRACES_DIR: '/nonexistent/traces',
      LANGSMITH_DEBUG: 'true',
      OTEL_ENABLED: 'true',
      LANGSMITH_NOTE: 'an-inherited-note',
    }))
      vi.stubEnv(name, value);
    await trace(tracer(), observedAttempt());
    expect(simulator.runs[0]!.extra.metadata).toMatchObject({ lead_ids: [7] });
    expect(simulator.received).not.toContain('inherited');
    expect(notices).toEqual([]);
  });
});

describe('a LangSmith that does not answer as it should', () => {
  it.each<[LangSmithMode, RegExp]>([
    [
      'unauthorized',
      /calls are not traced: 127\.0\.0\.1:\d+ refuses the key \(401\); check LANGSMITH_API_KEY/,
    ],
    ['forbidden', /refuses the key \(403\); .*LANGSMITH_WORKSPACE_ID/],
    ['redirect', /takes no traces there \(302\); check LANGSMITH_ENDPOINT/],
    ['no_such_path', /takes no traces there \(404\); check LANGSMITH_ENDPOINT/],
  ])('%s: is asked no more, and one line says so at once', async (mode, expected) => {
    simulator.mode = mode;
    const traced = tracer();
    traced.ended(observedAttempt());
    await vi.waitFor(() => expect(notices).toHaveLength(1), PATIENCE_MS);
    const asked = simulator.requests.length;
    for (const attempt of many(500)) traced.ended(attempt);
    await traced.close(PATIENCE_MS);
    expect(notices).toEqual([expect.stringMatching(expected)]);
    expect(notices[0]).not.toContain(simulator.apiKey);
    expect(simulator.requests).toHaveLength(asked);
  });

  it.each<[LangSmithMode, RegExp]>([
    ['rate_limited', /LangSmith: 3 of 3 calls were not traced: 127\.0\.0\.1:\d+ answered 429/],
    ['server_error', /3 of 3 calls were not traced: .* answered 500/],
  ])('%s: is asked a few times more at the end, and one line counts what is lost', async (mode, expected) => {
    simulator.mode = mode;
    await trace(tracer(), ...many(3));
    expect(notices).toEqual([expect.stringMatching(expected)]);
    expect(simulator.requests).toHaveLength(3);
  });

  it('refused runs are lost alone', async () => {
    simulator.mode = 'unprocessable';
    const traced = tracer();
    traced.ended(observedAttempt());
    await vi.waitFor(() => expect(simulator.calls.total).toBeGreaterThan(0), PATIENCE_MS);
    simulator.mode = 'ok';
    await trace(traced, ...many(2));
    expect(simulator.runs).toHaveLength(2);
    expect(notices).toEqual([expect.stringMatching(/1 of 3 calls were not traced: .* answered 422/)]);
  });

  it('a closed port costs nothing but a line', async () => {
    const { url } = simulator;
    await simulator.close();
    await trace(tracer({ connection: { endpoint: url } }), ...many(2));
    expect(notices).toEqual([
      expect.stringMatching(/2 of 2 calls .* the connection to .* failed \(ECONNREFUSED\)/),
    ]);
  });

  it.each<LangSmithMode>(['silent', 'stalled'])(
    '%s: close waits as long as it may and no longer',
    async (mode) => {
      simulator.mode = mode;
      const clock = new HeldClock();
      const traced = tracer({ clock });
      for (const attempt of many(5)) traced.ended(attempt);
      await vi.waitFor(() => expect(simulator.calls.of('info')).toBe(1), PATIENCE_MS);
      await traced.close(2000);
      expect(clock.sleeps).toContain(2000);
      expect(clock.sleeps.every((ms) => ms <= 2000)).toBe(true);
      expect(notices).toEqual([
        expect.stringMatching(/5 of 5 calls were not traced: .* did not answer in time/),
      ]);
    },
  );

  it('a request that gets no answer ends by itself, and the runs come later', async () => {
    simulator.mode = 'silent';
    const traced = tracer({ connection: { timeoutMs: 1500 }, clock: calming(simulator) });
    await trace(traced, ...many(2));
    expect(simulator.runs).toHaveLength(2);
    expect(notices).toEqual([]);
  });

  it('that comes back gets all that waited, longer and longer apart', async () => {
    simulator.mode = 'server_error';
    const clock = new HeldClock();
    const traced = tracer({ clock });
    for (const attempt of many(5)) traced.ended(attempt);
    await vi.waitFor(() => expect(clock.sleeps.length).toBeGreaterThan(8), PATIENCE_MS);
    simulator.mode = 'ok';
    await vi.waitFor(() => expect(simulator.runs).toHaveLength(5), PATIENCE_MS);
    await traced.close(2000);
    expect(clock.sleeps.slice(0, 9)).toEqual([250, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(notices).toEqual([]);
  });

  it('an answer that is lost on the way doubles nothing', async () => {
    simulator.mode = 'lost_answer';
    await trace(tracer({ clock: calming(simulator) }), ...many(2));
    expect(simulator.runs).toHaveLength(2);
    expect(simulator.calls.of('multipart')).toBe(2);
    expect(notices).toEqual([]);
  });

  it('holds up to two thousand runs and drops the rest', async () => {
    simulator.mode = 'silent';
    const traced = tracer();
    const heldBack = many(5000, { content: { input: 'x', output: 'y' } });
    for (const attempt of heldBack) traced.ended(attempt);
    simulator.mode = 'ok';
    await traced.close(8 * PATIENCE_MS);
    expect(simulator.runs).toHaveLength(2000);
    expect(notices).toEqual([expect.stringMatching(/3000 of 5000 calls were not traced/)]);
  }, 300_000);

  it('holds no more than sixteen megabytes of content', async () => {
    const traced = tracer({ content: true });
    const page = 'x'.repeat(1_000_000);
    for (const attempt of many(40, { content: { input: page, output: null } })) traced.ended(attempt);
    await traced.close(PATIENCE_MS);
    expect(simulator.runs.length).toBeGreaterThan(10);
    expect(simulator.runs.length).toBeLessThan(20);
  });
});

it('a command that calls no model sends nothing', async () => {
  await tracer().close(2000);
  expect(simulator.requests).toEqual([]);
  expect(notices).toEqual([]);
});

/** The system's clock; once somebody pauses after a failure, the simulator is well again. */
function calming(server: LangSmithSimulator): Clock {
  return {
    ...systemClock,
    sleep: (ms, signal) => {
      if (server.requests.length > 0 && ms < PATIENCE_MS) server.mode = 'ok';
      return systemClock.sleep(ms, signal);
    },
  };
}
