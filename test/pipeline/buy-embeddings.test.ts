import { describe, expect, it } from 'vitest';
import { likelyTokens } from '../../src/config/prices.ts';
import type { Classification } from '../../src/domain/classification.ts';
import { GiveUp, RetryLater, StopRun } from '../../src/domain/errors.ts';
import { Classifications } from '../../src/pipeline/buy-classifications.ts';
import { Embeddings } from '../../src/pipeline/buy-embeddings.ts';
import { RerankScores } from '../../src/pipeline/buy-rerank-scores.ts';
import { Similarities } from '../../src/pipeline/similarities.ts';
import { MemoryAnswerStore } from '../support/in-memory-stores.ts';
import { onBehalfOf, paidCalls, ScriptedEmbedder } from '../support/scripted-services.ts';

const MODEL = 'text-embedding-3-small';

function embeddings(embedder = new ScriptedEmbedder(), maxCostUsd: number | null = null) {
  const store = new MemoryAnswerStore();
  const paid = paidCalls(maxCostUsd);
  const bought = new Embeddings(embedder, store, paid.calls, { input: 0.02, output: 0 });
  const ensure = (text: string, lead = 1, stage = 'enrich') =>
    bought.ensure(`hash of ${text}`, text, stage, onBehalfOf(lead));
  return { ...paid, store, embedder, bought, ensure };
}

describe('embeddings', () => {
  it('are bought together, kept under their keys, and priced', async () => {
    const { ensure, embedder, store, usage, budget } = embeddings();
    await Promise.all([ensure('one', 1), ensure('three', 2)]);
    expect(embedder.calls).toEqual([['one', 'three']]);
    expect([...store.vectors]).toEqual([
      [`${MODEL}/hash of one`, [1, 3]],
      [`${MODEL}/hash of three`, [1, 5]],
    ]);
    expect(usage.attempts).toMatchObject([
      { outcome: 'ok', promptTokens: 8, contexts: [onBehalfOf(1), onBehalfOf(2)] },
    ]);
    expect(budget.spentUsd).toBeCloseTo(8 * 0.02e-6, 12);
  });

  it('are bought once for a text asked for twice at once, and never again', async () => {
    const { ensure, embedder } = embeddings();
    await Promise.all([ensure('same', 1), ensure('same', 2), ensure('same', 3)]);
    await ensure('same', 4);
    expect(embedder.calls).toEqual([['same']]);
  });

  it('are waited for while another process buys them, and bought when it gives up', async () => {
    const { ensure, embedder, store, clock } = embeddings();
    store.reserved.set(`${MODEL}/hash of theirs`, 'others');
    store.reserved.set(`${MODEL}/hash of left`, 'others');
    const [theirs, left] = [ensure('theirs', 1), ensure('left', 2)];
    while (clock.sleeps.length < 4) await new Promise((resolve) => setImmediate(resolve));
    expect(embedder.calls).toEqual([]);
    await store.saveEmbeddings(MODEL, [{ textHash: 'hash of theirs', vector: [1] }]);
    store.reserved.delete(`${MODEL}/hash of left`);
    await Promise.all([theirs, left]);
    expect(embedder.calls).toEqual([['left']]);
  });

  it('of another length than those that are there are not kept', async () => {
    const { ensure, embedder, store, usage } = embeddings();
    store.knownLength = 3;
    await expect(ensure('text')).rejects.toMatchObject({ code: 'bad_vectors' });
    expect([...store.vectors]).toEqual([]);
    expect(usage.attempts.map((attempt) => attempt.outcome)).toEqual(embedder.calls.map(() => 'bad_vectors'));
    store.knownLength = 2;
    await ensure('text');
    expect(store.vectors.size).toBe(1);
  });

  it('that could not be bought are left to others', async () => {
    const { ensure, embedder, store } = embeddings();
    embedder.script.push(new GiveUp('refused_input', 'no'));
    await expect(ensure('text')).rejects.toThrow('no');
    expect([...store.reserved]).toEqual([]);
  });

  it('can be asked for again after a failure', async () => {
    const { ensure, embedder } = embeddings();
    embedder.script.push(new GiveUp('refused_input', 'no'));
    await expect(ensure('text')).rejects.toThrow('no');
    await ensure('text');
    expect(embedder.calls).toHaveLength(2);
  });

  it('keep the limits of a call', async () => {
    const { ensure, embedder } = embeddings(
      new ScriptedEmbedder({ inputsPerCall: 2, tokensPerInput: 4, tokensPerCall: 3 }),
    );
    await Promise.all(['aaaaaaaa', 'bbbb', 'c', 'd', 'e'].map((text, index) => ensure(text, index)));
    for (const texts of embedder.calls) {
      expect(texts.length).toBeLessThanOrEqual(2);
      expect(texts.reduce((sum, text) => sum + likelyTokens(text), 0)).toBeLessThanOrEqual(3);
    }
    expect(embedder.calls.flat().sort()).toEqual(['aaaa', 'bbbb', 'c', 'd', 'e']);
  });

  it('are sent in halves when a request is too large, until it fits', async () => {
    const { ensure, embedder, store } = embeddings();
    embedder.refuses = (texts) => (texts.length > 2 ? new GiveUp('request_too_large', 'too much') : null);
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text, index) => ensure(text, index)));
    expect(store.vectors.size).toBe(5);
  });

  it.each([0, 2, 4])('spare the others when the service refuses text number %d', async (refused) => {
    const { ensure, embedder, store } = embeddings();
    const texts = ['a', 'b', 'c', 'd', 'e'];
    embedder.refuses = (sent) =>
      sent.includes(texts[refused]!) ? new GiveUp('refused_input', 'not this one') : null;
    const results = await Promise.allSettled(texts.map((text, index) => ensure(text, index)));
    expect(results.map((one) => one.status)).toEqual(
      texts.map((_, index) => (index === refused ? 'rejected' : 'fulfilled')),
    );
    expect(store.vectors.size).toBe(4);
  });

  it('fail with their batch when the failure may pass, and stop all when the account is empty', async () => {
    const { ensure, embedder, halt } = embeddings();
    embedder.refuses = () => new RetryLater('server_error', 'five hundred');
    const failed = await Promise.allSettled([ensure('a', 1), ensure('b', 2)]);
    expect(failed.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
      'server_error',
      'server_error',
    ]);
    embedder.refuses = () => new StopRun('account', 'no_credit', 'empty', 'pay');
    await expect(ensure('c')).rejects.toMatchObject({ code: 'no_credit' });
    expect(halt.reason).toMatchObject({ code: 'no_credit' });
  });

  it('never pass the budget', async () => {
    const { ensure, embedder, budget, halt } = embeddings(
      new ScriptedEmbedder({ inputsPerCall: 1 }),
      0.00000101,
    );
    const results = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((text, index) => ensure(text.repeat(25), index)),
    );
    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(embedder.calls).toHaveLength(2);
    expect(budget.spentUsd).toBeLessThanOrEqual(0.00000101);
    expect(halt.reason).toMatchObject({ reason: 'budget' });
  });
});

const CLASSIFIED: Classification = {
  industry: 'SaaS',
  industryReasoning: 'software',
  companyType: 'startup',
  companyTypeReasoning: 'small',
};

describe('classifications', () => {
  function classifications(parallelCalls = 2) {
    const store = new MemoryAnswerStore();
    const paid = paidCalls();
    const asked: string[] = [];
    let running = 0;
    const state = { most: 0 };
    const bought = new Classifications(
      {
        provider: 'openai',
        model: 'gpt-5-mini',
        promptVersion: 'v7',
        limits: { parallelCalls, maxCompletionTokens: 500 },
        classify: async (text) => {
          asked.push(text);
          running += 1;
          state.most = Math.max(state.most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          return { classification: CLASSIFIED, usage: { promptTokens: 100, completionTokens: 10 } };
        },
      },
      store,
      paid.calls,
      { input: 0.25, output: 2 },
    );
    return {
      ...paid,
      store,
      asked,
      state,
      get: (text: string, lead = 1) => bought.get(`hash of ${text}`, text, 'enrich', onBehalfOf(lead)),
    };
  }

  it('are bought once for a text, also when it is asked for twice at once', async () => {
    const { get, asked, store, usage } = classifications();
    expect(await Promise.all([get('a', 1), get('a', 2), get('b', 3)])).toEqual([
      CLASSIFIED,
      CLASSIFIED,
      CLASSIFIED,
    ]);
    await get('a', 4);
    expect(asked.sort()).toEqual(['a', 'b']);
    expect([...store.classified.keys()].sort()).toEqual([
      'gpt-5-mini/v7/hash of a',
      'gpt-5-mini/v7/hash of b',
    ]);
    expect(usage.attempts).toHaveLength(2);
  });

  it('use every place there is, and no more', async () => {
    const { get, state } = classifications(3);
    await Promise.all(Array.from({ length: 12 }, (_, number) => get(`text ${number}`, number)));
    expect(state.most).toBe(3);
  });
});

describe('rerank scores', () => {
  function rerankScores(documentsPerCall: number) {
    const store = new MemoryAnswerStore();
    const paid = paidCalls();
    const asked: (readonly string[])[] = [];
    const state = { refuses: (_: readonly string[]): Error | null => null };
    const bought = new RerankScores(
      {
        provider: 'jina',
        model: 'jina-reranker-v2-base-multilingual',
        absoluteScores: true,
        limits: { documentsPerCall, tokensPerCall: 100_000, parallelCalls: 4 },
        rerank: async (_, documents) => {
          asked.push(documents);
          await new Promise((resolve) => setImmediate(resolve));
          const refusal = state.refuses(documents);
          if (refusal !== null) throw refusal;
          return {
            scores: documents.map((one) => one.length / 10),
            usage: { promptTokens: 50, completionTokens: 0 },
          };
        },
      },
      store,
      paid.calls,
      { input: 0.05, output: 0 },
    );
    const query = { hash: 'icp', text: 'Target titles: CFO' };
    return {
      ...paid,
      store,
      asked,
      state,
      get: (text: string, lead = 1, own = query) =>
        bought.get(own, `hash of ${text}`, text, 'qualify', onBehalfOf(lead)),
    };
  }

  it('come in few calls, by text, and are kept', async () => {
    const { get, asked, store } = rerankScores(10);
    expect(await Promise.all([get('a', 1), get('bbb', 2), get('a', 3)])).toEqual([0.1, 0.3, 0.1]);
    expect(await get('bbb')).toBe(0.3);
    expect(asked).toEqual([['a', 'bbb']]);
    expect(store.scores.size).toBe(2);
  });

  it('never mix queries in a call', async () => {
    const { get, asked } = rerankScores(10);
    await Promise.all([get('a', 1), get('a', 2, { hash: 'other', text: 'Keywords: hiring' })]);
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('are bought once for a text asked for twice at once, however small the calls are', async () => {
    const { get, asked } = rerankScores(1);
    await Promise.all([get('same', 1), get('same', 2), get('other', 3)]);
    expect(asked).toEqual([['same'], ['other']]);
  });

  it.each([0, 3])('spare the others when the service refuses document number %d', async (refused) => {
    const { get, state } = rerankScores(10);
    const texts = ['a', 'b', 'c', 'd'];
    state.refuses = (sent) =>
      sent.includes(texts[refused]!) ? new GiveUp('refused_input', 'not this one') : null;
    const results = await Promise.allSettled(texts.map((text, index) => get(text, index)));
    expect(results.map((one) => one.status)).toEqual(
      texts.map((_, index) => (index === refused ? 'rejected' : 'fulfilled')),
    );
  });
});

describe('similarities', () => {
  it('are asked for together and fail alone', async () => {
    const { store, ensure } = embeddings();
    await Promise.all([ensure('query', 1), ensure('text', 2)]);
    const queries: number[] = [];
    const similarities = new Similarities(
      Object.assign(Object.create(store) as MemoryAnswerStore, {
        similarities: (model: string, queryHash: string, hashes: readonly string[]) => {
          queries.push(hashes.length);
          return store.similarities(model, queryHash, hashes);
        },
      }),
      MODEL,
    );
    const [one, same, none] = await Promise.allSettled([
      similarities.get('hash of query', 'hash of text'),
      similarities.get('hash of query', 'hash of query'),
      similarities.get('hash of query', 'hash of nothing'),
    ]);
    expect(queries).toEqual([3]);
    expect(one).toMatchObject({ status: 'fulfilled', value: expect.closeTo(21 / Math.sqrt(26 * 17), 9) });
    expect(same).toMatchObject({ status: 'fulfilled', value: expect.closeTo(1, 9) });
    expect(none).toMatchObject({ status: 'rejected' });
  });
});
