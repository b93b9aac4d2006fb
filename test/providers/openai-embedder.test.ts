import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenAiEmbedder, type OpenAiEmbedderOptions } from '../../src/providers/openai-embedder.ts';
import { embedderContract } from '../contracts/embedder.ts';
import {
  type OpenAiSimulator,
  type OpenAiSimulatorOptions,
  startOpenAiSimulator,
} from '../simulators/openai.ts';
import type { OpenAiFault } from '../simulators/openai-faults.ts';
import { bagOfWordsVector } from '../simulators/simulated-text.ts';
import { failureOf } from './failure-of.ts';

const MODEL = 'text-embedding-3-small';
const KEY = 'sk-invented-0123456789abcdefghij';
const UNKNOWN = { promptTokens: null, completionTokens: null };
const TEXTS = ['CFO at Ledgerly', 'Nurse at Sankt Anna', 'Painter in Lisbon'];

embedderContract('OpenAI', async () => {
  const simulator = await startOpenAiSimulator();
  const { baseUrl, apiKey } = simulator;
  return {
    embedder: createOpenAiEmbedder({ apiKey, baseUrl, model: MODEL, parallelCalls: 4 }),
    close: simulator.close,
  };
});

describe('the OpenAI embedder', () => {
  let simulator: OpenAiSimulator;
  const signal = new AbortController().signal;
  const start = async (options: OpenAiSimulatorOptions = {}) => {
    await simulator?.close();
    simulator = await startOpenAiSimulator({ apiKey: KEY, ...options });
  };
  const embedder = (options: Partial<OpenAiEmbedderOptions> = {}) =>
    createOpenAiEmbedder({
      apiKey: KEY,
      baseUrl: simulator.baseUrl,
      model: MODEL,
      parallelCalls: 4,
      ...options,
    });
  beforeEach(() => start());
  afterEach(() => simulator.close());

  it('asks for floats, and for a length only when one is wanted', async () => {
    await embedder().embed(TEXTS, signal);
    const { vectors } = await embedder({ dimensions: 64 }).embed(TEXTS, signal);
    expect(simulator.requests.map(({ body }) => body)).toEqual([
      { model: MODEL, input: TEXTS, encoding_format: 'float' },
      { model: MODEL, input: TEXTS, encoding_format: 'float', dimensions: 64 },
    ]);
    expect(vectors[0]).toHaveLength(64);
  });

  it('bills what the server bills', async () => {
    const { usage } = await embedder().embed(TEXTS, signal);
    expect(usage).toEqual({ promptTokens: simulator.billed.promptTokens, completionTokens: 0 });
    expect(usage.promptTokens).toBeGreaterThan(5);
  });

  it('takes a missing usage for unknown', async () => {
    simulator.faults.queue('embeddings', 'no_usage');
    expect((await embedder().embed(TEXTS, signal)).usage).toEqual(UNKNOWN);
  });

  it.each([
    ['0 tokens, as Ollama says of cached input', { prompt_tokens: 0, total_tokens: 0 }, UNKNOWN],
    ['something that is no count', { prompt_tokens: 'many', total_tokens: -1 }, UNKNOWN],
    ['only a total', { total_tokens: 7 }, { promptTokens: 7, completionTokens: 0 }],
  ])('reads a usage of %s', async (_, usage, expected) => {
    const data = [{ embedding: [1, 0] }, { embedding: [0, 1] }];
    const server = async () => Response.json({ data, usage });
    const answer = await embedder({ fetch: server }).embed(['a', 'b'], signal);
    expect(answer).toEqual({
      vectors: [
        [1, 0],
        [0, 1],
      ],
      usage: expected,
    });
  });

  it('puts vectors that come out of order back in order', async () => {
    simulator.faults.queue('embeddings', 'shuffled');
    const { vectors } = await embedder().embed(TEXTS, signal);
    expect(vectors).toEqual(TEXTS.map((text) => bagOfWordsVector(text, 1536)));
  });

  it.each<OpenAiFault>([
    'zero_vectors',
    'one_zero_vector',
    'missing_vector',
    'duplicate_index',
    'unequal_lengths',
    'not_finite',
  ])('refuses %s and says what they cost', async (fault) => {
    simulator.faults.queue('embeddings', fault);
    const failure = await failureOf(embedder().embed(TEXTS, signal));
    expect(failure).toMatchObject({ kind: 'retry later', code: 'bad_vectors' });
    expect(failure.usage?.promptTokens).toBe(simulator.billed.promptTokens);
  });

  it('stops the run at the second answer in a row of zeros alone', async () => {
    const subject = embedder();
    simulator.faults.queue('embeddings', 'zero_vectors');
    await failureOf(subject.embed(TEXTS, signal));
    await subject.embed(TEXTS, signal);
    simulator.faults.queue('embeddings', 'zero_vectors', 'zero_vectors');
    expect(await failureOf(subject.embed(TEXTS, signal))).toMatchObject({ code: 'bad_vectors' });
    expect(await failureOf(subject.embed(TEXTS, signal))).toMatchObject({
      kind: 'stop: configuration',
      code: 'zero_vectors',
    });
  });

  it('stops when the server ignores the length it is asked for', async () => {
    await start({ ignoresDimensions: true });
    expect(await failureOf(embedder({ dimensions: 64 }).embed(TEXTS, signal))).toMatchObject({
      kind: 'stop: configuration',
      code: 'dimensions_ignored',
    });
  });

  it('stops when the model knows no lengths', async () => {
    await start({ rejects: ['dimensions'] });
    const failure = await failureOf(embedder({ dimensions: 64 }).embed(TEXTS, signal));
    expect(failure).toMatchObject({ kind: 'stop: configuration', code: 'unsupported_parameter' });
    expect(failure.hint).toContain('ICP_EMBEDDING_MODEL');
  });

  it('learns no length from a vector that comes alone, which may be the wrong one', async () => {
    let length = 7;
    await start({ vector: (text) => bagOfWordsVector(text, length) });
    const own = embedder();
    await own.embed([TEXTS[0]!], signal);
    length = 8;
    expect((await own.embed(TEXTS, signal)).vectors[0]).toHaveLength(8);
    length = 7;
    expect(await failureOf(own.embed([TEXTS[0]!], signal))).toMatchObject({ code: 'bad_vectors' });
  });

  it('refuses a length that differs from that of earlier answers', async () => {
    let length = 8;
    await start({ vector: (text) => bagOfWordsVector(text, length) });
    const subject = embedder();
    await subject.embed(TEXTS, signal);
    length = 16;
    expect(await failureOf(subject.embed(TEXTS, signal))).toMatchObject({ code: 'bad_vectors' });
  });

  describe('turns what the service says into what to do next', () => {
    const none = undefined;
    it.each<[OpenAiFault, string, string, number | undefined, typeof UNKNOWN | undefined]>([
      ['rate_limited_ms', 'retry later', 'rate_limited', 120, none],
      ['rate_limited_seconds', 'retry later', 'rate_limited', 2000, none],
      ['rate_limited_message', 'retry later', 'rate_limited', 84, none],
      ['tokens_too_large', 'give up', 'request_too_large', none, none],
      ['insufficient_quota', 'stop: account', 'quota_exhausted', none, none],
      ['unauthorized', 'stop: configuration', 'invalid_api_key', none, none],
      ['forbidden', 'stop: configuration', 'access_denied', none, none],
      ['model_not_found', 'stop: configuration', 'model_not_found', none, none],
      ['redirect', 'stop: configuration', 'redirected', none, none],
      ['bad_request', 'give up', 'invalid_request', none, none],
      ['timeout_408', 'retry later', 'timeout', none, none],
      ['server_error', 'retry later', 'server_error', none, none],
      ['bad_gateway_html', 'retry later', 'server_error', none, none],
      ['overloaded', 'retry later', 'server_error', none, none],
      ['html', 'retry later', 'bad_answer', none, UNKNOWN],
      ['truncated', 'retry later', 'bad_answer', none, UNKNOWN],
      ['lost_request', 'retry later', 'connection_failed', none, UNKNOWN],
      ['lost_answer', 'retry later', 'connection_failed', none, UNKNOWN],
      ['cut', 'retry later', 'connection_failed', none, UNKNOWN],
      ['stalled', 'retry later', 'timeout', none, UNKNOWN],
      ['silent', 'retry later', 'timeout', none, UNKNOWN],
    ])('%s: %s %s', async (fault, kind, code, retryAfterMs, usage) => {
      simulator.faults.queue('embeddings', fault);
      const timeoutMs = fault === 'stalled' || fault === 'silent' ? 150 : 10_000;
      const failure = await failureOf(embedder({ timeoutMs }).embed(TEXTS, signal));
      expect(failure).toMatchObject({ kind, code });
      expect(failure.retryAfterMs).toBe(retryAfterMs);
      expect(failure.usage).toEqual(usage);
      expect(simulator.calls.of('embeddings')).toBe(1);
    });

    it('no server there: retry, and nothing was billed', async () => {
      await simulator.close();
      const failure = await failureOf(embedder().embed(TEXTS, signal));
      expect(failure).toMatchObject({ kind: 'retry later', code: 'connection_failed', usage: undefined });
      expect(failure.message).toContain('ECONNREFUSED');
    });

    it.each([
      ['too many texts', Array.from({ length: 2049 }, (_, i) => `text ${i}`)],
      ['too many tokens together', Array.from({ length: 60 }, (_, i) => `${i} ${'word '.repeat(6000)}`)],
      ['a text that is too long', ['word '.repeat(9000)]],
    ])('%s: send less', async (_, texts) => {
      expect(await failureOf(embedder().embed(texts, signal))).toMatchObject({
        kind: 'give up',
        code: 'request_too_large',
      });
      expect(simulator.billed.promptTokens).toBe(0);
    });

    it('a model that does not exist: names the setting', async () => {
      const failure = await failureOf(embedder({ model: 'text-embedding-9' }).embed(TEXTS, signal));
      expect(failure).toMatchObject({ kind: 'stop: configuration', code: 'model_not_found' });
      expect(failure.message).toContain('text-embedding-9');
      expect(failure.hint).toContain('ICP_EMBEDDING_MODEL');
    });
  });

  it.each([
    ['an empty key', { apiKey: '' }, 'missing_api_key', 'OPENAI_API_KEY'],
    ['a key with a line break', { apiKey: `${KEY}\n` }, 'invalid_api_key', 'OPENAI_API_KEY'],
    ['an address that is none', { baseUrl: 'localhost:1234' }, 'invalid_base_url', 'OPENAI_BASE_URL'],
    [
      'an address with a password',
      { baseUrl: 'http://me:secret-word@127.0.0.1/v1' },
      'invalid_base_url',
      'OPENAI_BASE_URL',
    ],
  ])('stops at %s without quoting it', async (_, options, code, variable) => {
    const failure = await failureOf(embedder(options).embed(TEXTS, signal));
    expect(failure).toMatchObject({ kind: 'stop: configuration', code });
    expect(failure.hint).toContain(variable);
    expect(failure.inspected).not.toContain('0123456789');
    expect(failure.inspected).not.toContain('secret-word');
    expect(simulator.calls.total).toBe(0);
  });

  it('never shows the key, not even when the server echoes it', async () => {
    const key = 'no-known-prefix-0123456789hij';
    for (const status of [400, 401, 403, 404, 429, 500, 503]) {
      const echo = async () =>
        new Response(
          JSON.stringify({ error: { message: `Bad key ${key} (sk-inv***hij), Bearer ${key}`, code: null } }),
          { status, headers: { 'content-type': 'application/json' } },
        );
      const { inspected } = await failureOf(embedder({ apiKey: key, fetch: echo }).embed(TEXTS, signal));
      expect(inspected).not.toMatch(/0123456789|hij\b/);
    }
  });

  it('shows no control characters of a server', async () => {
    const hostile = async () =>
      new Response(JSON.stringify({ error: { message: '\u001b[2Jgone\u0007\nx'.repeat(500) } }), {
        status: 500,
        headers: { 'content-type': 'application/json' },
      });
    const { message } = await failureOf(embedder({ fetch: hostile }).embed(TEXTS, signal));
    expect(message).not.toMatch(/\p{Cc}/u);
    expect(message.length).toBeLessThan(400);
  });

  it("rejects with the caller's reason when it is aborted under way", async () => {
    simulator.faults.queue('embeddings', 'stalled');
    const controller = new AbortController();
    const call = embedder().embed(TEXTS, controller.signal);
    const reason = new Error('Ctrl-C');
    setTimeout(() => controller.abort(reason), 50);
    await expect(call).rejects.toBe(reason);
  });

  it('leaves nothing behind on a signal that many calls share', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const shared = new AbortController().signal;
    const subject = embedder({ dimensions: 8 });
    await Promise.all(Array.from({ length: 40 }, () => subject.embed(TEXTS, shared)));
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(getEventListeners(shared, 'abort')).toHaveLength(0);
    expect(warnings).toEqual([]);
  });
});
