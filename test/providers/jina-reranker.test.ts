import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJinaReranker, type JinaRerankerOptions } from '../../src/providers/jina-reranker.ts';
import { rerankerContract } from '../contracts/reranker.ts';
import { type JinaFault, type JinaSimulator, startJinaSimulator } from '../simulators/jina.ts';
import { lexicalOverlap } from '../simulators/simulated-text.ts';
import { failureOf } from './failure-of.ts';

const MODEL = 'jina-reranker-v2-base-multilingual';
const LISTWISE = 'jina-reranker-v3';
const KEY = 'jina_invented0123456789';
const UNKNOWN = { promptTokens: null, completionTokens: null };
const QUERY = 'CFO in payments';
const DOCUMENTS = ['Nurse at a hospital', 'CFO in payments at Ledgerly', 'CFO of a steel maker'];

for (const model of [MODEL, LISTWISE]) {
  rerankerContract(model, async () => {
    const simulator = await startJinaSimulator();
    const { baseUrl, apiKey } = simulator;
    return {
      reranker: createJinaReranker({ apiKey, baseUrl, model, parallelCalls: 2, fetch }),
      close: simulator.close,
    };
  });
}

describe('the Jina reranker', () => {
  let simulator: JinaSimulator;
  const signal = new AbortController().signal;
  const reranker = (options: Partial<JinaRerankerOptions> = {}) =>
    createJinaReranker({
      apiKey: KEY,
      baseUrl: simulator.baseUrl,
      model: MODEL,
      parallelCalls: 2,
      fetch,
      secondOpinionMs: 1,
      ...options,
    });
  const expected = DOCUMENTS.map((document) => lexicalOverlap(QUERY, document));
  beforeEach(async () => {
    simulator = await startJinaSimulator({ apiKey: KEY });
  });
  afterEach(() => simulator.close());

  it('sends every document whole, asks for all scores and for no documents back', async () => {
    await reranker({ baseUrl: `${simulator.baseUrl}/` }).rerank(QUERY, DOCUMENTS, signal);
    expect(simulator.requests).toEqual([
      { model: MODEL, query: QUERY, documents: DOCUMENTS, top_n: 3, return_documents: false },
    ]);
  });

  it('bills what the server bills', async () => {
    const { usage } = await reranker().rerank(QUERY, DOCUMENTS, signal);
    expect(usage).toEqual({ promptTokens: simulator.billed.totalTokens, completionTokens: 0 });
    expect(simulator.billed.totalTokens).toBeGreaterThan(10);
  });

  it.each<JinaFault>(['unsorted', 'bare_list', 'no_usage'])('reads an answer that is %s', async (fault) => {
    simulator.faults.queue('rerank', fault);
    const { scores, usage } = await reranker().rerank(QUERY, DOCUMENTS, signal);
    expect(scores).toEqual(expected);
    if (fault !== 'unsorted') expect(usage).toEqual(UNKNOWN);
  });

  it("speaks TEI's dialect to a server that asks for it, and remembers it", async () => {
    const asked: Record<string, unknown>[] = [];
    const tei = async (_: unknown, init?: RequestInit) => {
      const body = JSON.parse(String(init?.body)) as Record<string, unknown>;
      asked.push(body);
      if (!Array.isArray(body['texts'])) {
        const words = 'Failed to deserialize the JSON body into the target type: missing field `texts`';
        return new Response(words, { status: 422 });
      }
      return Response.json([
        { index: 1, score: 0.9 },
        { index: 0, score: 0.1 },
      ]);
    };
    const subject = reranker({ fetch: tei as typeof fetch });
    const first = await subject.rerank(QUERY, ['a', 'b'], signal);
    expect(first.scores).toEqual([0.1, 0.9]);
    expect(first.usage.before).toEqual([{ promptTokens: 0, completionTokens: 0 }]);
    await subject.rerank(QUERY, ['a', 'b'], signal);
    expect(asked.map((body) => Object.keys(body).sort().join())).toEqual([
      'documents,model,query,return_documents,top_n',
      'query,raw_scores,return_text,texts,truncate',
      'query,raw_scores,return_text,texts,truncate',
    ]);
  });

  it("reads Cohere's answer", async () => {
    const cohere = async () =>
      Response.json({
        id: '07734bd2',
        results: [
          { index: 1, relevance_score: 0.9 },
          { index: 0, relevance_score: 0.2 },
        ],
        meta: { api_version: { version: '2' }, billed_units: { search_units: 1 } },
      });
    const { scores, usage } = await reranker({ fetch: cohere }).rerank(QUERY, ['a', 'b'], signal);
    expect([scores, usage]).toEqual([[0.2, 0.9], UNKNOWN]);
  });

  it('tolerates what vLLM adds', async () => {
    const vllm = async () =>
      Response.json({
        id: 'rerank-1',
        model: MODEL,
        usage: { prompt_tokens: 7, total_tokens: 7 },
        results: [
          { index: 1, relevance_score: 0.75, document: { text: 'b' } },
          { index: 0, relevance_score: 1.0000004, document: { text: 'a', multi_modal: null } },
        ],
      });
    expect(await reranker({ fetch: vllm }).rerank(QUERY, ['a', 'b'], signal)).toEqual({
      scores: [1, 0.75],
      usage: { promptTokens: 7, completionTokens: 0 },
    });
  });

  it.each<JinaFault>([
    'missing_result',
    'duplicate_index',
    'index_out_of_range',
    'fractional_index',
    'no_score',
  ])('refuses an answer with a %s', async (fault) => {
    simulator.faults.queue('rerank', fault);
    const failure = await failureOf(reranker().rerank(QUERY, DOCUMENTS, signal));
    expect(failure).toMatchObject({ kind: 'retry later', code: 'bad_answer' });
    expect(failure.usage).toBeDefined();
  });

  it('refuses raw logits, and says what to use instead', async () => {
    simulator.faults.queue('rerank', 'raw_logits');
    const failure = await failureOf(reranker().rerank(QUERY, DOCUMENTS, signal));
    expect(failure).toMatchObject({ kind: 'stop: configuration', code: 'raw_logits' });
    expect(failure.hint).toContain('ICP_RERANK_MODEL');
  });

  it.each([
    [MODEL, true],
    ['BAAI/bge-reranker-v2-m3', true],
    [LISTWISE, false],
    ['jina-reranker-v3.5', false],
    ['jinaai/jina-reranker-v3', false],
  ])('%s has absolute scores: %s', (model, absolute) => {
    expect(reranker({ model }).absoluteScores).toBe(absolute);
  });

  it('passes on the negative scores of a listwise model as they are', async () => {
    const { scores } = await reranker({ model: LISTWISE }).rerank(QUERY, DOCUMENTS, signal);
    expect(Math.min(...scores)).toBeLessThan(0);
  });

  describe('asks twice before it believes that there is no balance', () => {
    it('and goes on when there is', async () => {
      simulator.faults.queue('rerank', 'no_balance');
      expect((await reranker().rerank(QUERY, DOCUMENTS, signal)).scores).toEqual(expected);
      expect(simulator.calls.total).toBe(2);
    });

    it('and stops the run when there is none', async () => {
      simulator.faults.queue('rerank', 'no_balance', 'no_balance');
      const failure = await failureOf(reranker().rerank(QUERY, DOCUMENTS, signal));
      expect(failure).toMatchObject({ kind: 'stop: account', code: 'balance_exhausted' });
      expect(failure.hint).toContain('JINA_API_KEY');
      expect(simulator.calls.total).toBe(2);
    });

    it('but not after Ctrl-C', async () => {
      simulator.faults.queue('rerank', 'no_balance');
      const controller = new AbortController();
      const reason = new Error('Ctrl-C');
      const call = reranker({ secondOpinionMs: 60_000 }).rerank(QUERY, DOCUMENTS, controller.signal);
      call.catch(() => {});
      await vi.waitUntil(() => simulator.calls.total === 1);
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
      expect(simulator.calls.total).toBe(1);
    });
  });

  it.each<[JinaFault, string, string, typeof UNKNOWN | undefined]>([
    ['unauthorized', 'stop: configuration', 'invalid_api_key', undefined],
    ['redirect', 'stop: configuration', 'redirected', undefined],
    ['rate_limited', 'retry later', 'rate_limited', undefined],
    ['server_error', 'retry later', 'server_error', undefined],
    ['overloaded_html', 'retry later', 'server_error', undefined],
    ['documents_too_large', 'give up', 'request_too_large', undefined],
    ['bad_request', 'give up', 'invalid_request', undefined],
    ['unprocessable', 'give up', 'invalid_request', undefined],
    ['html', 'retry later', 'bad_answer', UNKNOWN],
    ['truncated', 'retry later', 'bad_answer', UNKNOWN],
    ['lost_request', 'retry later', 'connection_failed', UNKNOWN],
    ['lost_answer', 'retry later', 'connection_failed', UNKNOWN],
    ['cut', 'retry later', 'connection_failed', UNKNOWN],
    ['stalled', 'retry later', 'timeout', UNKNOWN],
    ['silent', 'retry later', 'timeout', UNKNOWN],
  ])('%s: %s %s', async (fault, kind, code, usage) => {
    simulator.faults.queue('rerank', fault);
    const timeoutMs = fault === 'stalled' || fault === 'silent' ? 150 : 10_000;
    const failure = await failureOf(reranker({ timeoutMs }).rerank(QUERY, DOCUMENTS, signal));
    expect(failure).toMatchObject({ kind, code });
    expect(failure.usage).toEqual(usage);
    expect(simulator.calls.total).toBe(1);
  });

  it.each([
    [
      413,
      '{"error":"batch size 64 > maximum allowed batch size 32","error_type":"Validation"}',
      'request_too_large',
    ],
    [
      422,
      '{"detail":[{"loc":["body","documents"],"msg":"List should have at most 100 items"}]}',
      'request_too_large',
    ],
    [424, '{"error":"backend died","error_type":"Backend"}', 'server_error'],
    [429, '{"error":"Model is overloaded","error_type":"Overloaded"}', 'rate_limited'],
    [
      400,
      '{"error":{"message":"the request exceeds the available context size","code":400}}',
      'request_too_large',
    ],
    [404, '{"message":"The model `x` does not exist."}', 'model_not_found'],
    [422, '{"detail":[{"loc":["body","model"],"msg":"unknown"}]}', 'model_not_found'],
    [403, 'Forbidden', 'access_denied'],
    [400, '', 'invalid_request'],
    [204, null, 'redirected'],
  ])('reads the %s of other servers: %s', async (status, body, code) => {
    const other = async () => new Response(body, { status });
    expect(await failureOf(reranker({ fetch: other }).rerank(QUERY, DOCUMENTS, signal))).toMatchObject({
      code,
    });
  });

  it('stops at a model that does not exist and names the setting', async () => {
    const failure = await failureOf(reranker({ model: 'jina-reranker-v9' }).rerank(QUERY, DOCUMENTS, signal));
    expect(failure).toMatchObject({ kind: 'stop: configuration', code: 'model_not_found' });
    expect(failure.hint).toContain('ICP_RERANK_MODEL');
  });

  it.each([
    ['an empty key', { apiKey: '' }, 'missing_api_key'],
    ['a key with a quote', { apiKey: `“${KEY}”` }, 'invalid_api_key'],
    ['an address with a password', { baseUrl: 'https://me:secret-word@host/v1' }, 'invalid_base_url'],
  ])('stops at %s without quoting it', async (_, options, code) => {
    const failure = await failureOf(reranker(options).rerank(QUERY, DOCUMENTS, signal));
    expect(failure).toMatchObject({ kind: 'stop: configuration', code });
    expect(failure.inspected).not.toMatch(/0123456789|secret-word/);
  });

  it('never shows the key, not even when the server echoes it', async () => {
    for (const status of [400, 401, 402, 403, 404, 422, 429, 500]) {
      const echo = async () => Response.json({ detail: `key ${KEY} (jina_inv***89)` }, { status });
      const { inspected } = await failureOf(reranker({ fetch: echo }).rerank(QUERY, DOCUMENTS, signal));
      expect(inspected).not.toMatch(/0123456789|\*89/);
    }
  });
});
