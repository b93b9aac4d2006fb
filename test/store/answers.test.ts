import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerStore } from '../../src/ports/answer-store.ts';
import { createAnswerStore } from '../../src/store/answers.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
let store: AnswerStore;
beforeAll(async () => {
  test = await createTestDatabase();
  store = createAnswerStore(test.database);
});
afterAll(() => test.close());

const classification = {
  industry: 'SaaS',
  industryReasoning: `it's "software"`,
  companyType: 'startup',
  companyTypeReasoning: 'small \\ young',
} as const;

describe('answers', () => {
  it('keep vectors by text and model, and compare within one model only', async () => {
    await store.saveEmbeddings('small', [
      { textHash: 'query', vector: [1, 0, 0] },
      { textHash: 'same', vector: [2, 0, 0] },
      { textHash: 'across', vector: [0, 3, 0] },
      { textHash: 'against', vector: [-1, 0, 0] },
    ]);
    await store.saveEmbeddings('large', [{ textHash: 'elsewhere', vector: [1, 0, 0] }]);
    await store.saveEmbeddings('small', [{ textHash: 'longer', vector: [1, 0, 0, 0] }]);
    expect(await store.embedded('small', ['query', 'elsewhere', 'nothing'])).toEqual(new Set(['query']));
    const found = await store.similarities('small', 'query', [
      'same',
      'across',
      'against',
      'query',
      'elsewhere',
      'longer',
      'nothing',
    ]);
    expect([...found].sort()).toEqual([
      ['across', 0],
      ['against', -1],
      ['query', 1],
      ['same', 1],
    ]);
    expect(await store.similarities('small', 'nothing', ['same'])).toEqual(new Map());
    expect(await store.similarities('small', 'query', [])).toEqual(new Map());
  });

  it('keep the first of two answers to the same question', async () => {
    await store.saveEmbeddings('m', [{ textHash: 'twice', vector: [1, 0] }]);
    await store.saveEmbeddings('m', [
      { textHash: 'twice', vector: [0, 1] },
      { textHash: 'axis', vector: [1, 0] },
      { textHash: 'axis', vector: [0, 1] },
    ]);
    expect(await store.similarities('m', 'axis', ['twice'])).toEqual(new Map([['twice', 1]]));
    await store.saveRerankScores('r', 'q', [{ textHash: 't', score: 0.25 }]);
    await store.saveRerankScores('r', 'q', [
      { textHash: 't', score: 0.75 },
      { textHash: 'u', score: -1e-9 },
    ]);
    expect(await store.rerankScores('r', 'q', ['t', 'u', 'v'])).toEqual(
      new Map([
        ['t', 0.25],
        ['u', -1e-9],
      ]),
    );
    expect(await store.rerankScores('other', 'q', ['t'])).toEqual(new Map());
    expect(await store.rerankScores('r', 'other', ['t'])).toEqual(new Map());
  });

  it('keep classifications by model and prompt version', async () => {
    await store.saveClassifications('c', 'v1', [{ textHash: 't', classification }]);
    expect(await store.classifications('c', 'v1', ['t', 'u'])).toEqual(new Map([['t', classification]]));
    expect(await store.classifications('c', 'v2', ['t'])).toEqual(new Map());
    expect(await store.classifications('d', 'v1', ['t'])).toEqual(new Map());
  });

  it('take vectors as long as models make them, and many at once', async () => {
    const vector = Array.from({ length: 3072 }, (_, index) => Math.sin(index));
    await store.saveEmbeddings(
      'wide',
      Array.from({ length: 100 }, (_, number) => ({ textHash: `wide-${number}`, vector })),
    );
    expect((await store.similarities('wide', 'wide-0', ['wide-99'])).get('wide-99')).toBeCloseTo(1, 6);
    await store.saveEmbeddings('wide', []);
  });
});
