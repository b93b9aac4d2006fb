import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerStore } from '../../src/ports/answer-store.ts';
import { createAnswerStore } from '../../src/store/answers.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
let store: AnswerStore;
beforeAll(async () => {
  test = await createTestDatabase();
  store = storeOf('one');
});
afterAll(() => test.close());

const nobodyDies = { release: async () => false };
const storeOf = (worker: string) =>
  createAnswerStore(test.database, { worker, leaseSeconds: 300, deadWorkers: nobodyDies });

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
    expect(await store.reserveEmbeddings('small', ['query', 'elsewhere', 'nothing'])).toEqual(
      new Map([
        ['query', 'there'],
        ['elsewhere', 'mine'],
        ['nothing', 'mine'],
      ]),
    );
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
    // Once the server has counted, it compares them all where most are asked for.
    await test.database.query('vacuum analyze embeddings');
    expect(await store.similarities('small', 'query', ['same', 'across', 'against', 'longer'])).toEqual(
      found,
    );
    expect(await store.similarities('small', 'query', ['same'])).toEqual(new Map([['same', 1]]));
    expect(await store.similarities('small', 'nothing', ['same'])).toEqual(new Map());
    expect(await store.similarities('small', 'query', [])).toEqual(new Map());
  });

  it('know how long the vectors of a model are once there are some, and do not count others as there', async () => {
    await store.saveEmbeddings('lengths', [
      { textHash: 'odd', vector: [1, 0] },
      { textHash: 'a', vector: [1, 0, 0] },
      { textHash: 'b', vector: [1, 0, 0] },
    ]);
    expect(await store.vectorLength('lengths')).toBeNull();
    expect((await store.reserveEmbeddings('lengths', ['odd'])).get('odd')).toBe('there');
    await store.saveEmbeddings('lengths', [{ textHash: 'c', vector: [1, 0, 0] }]);
    expect(await store.vectorLength('lengths')).toBe(3);
    expect((await store.reserveEmbeddings('lengths', ['odd'])).get('odd')).toBe('mine');
    await store.saveEmbeddings('lengths', [{ textHash: 'odd', vector: [0, 1, 0] }]);
    expect(await store.similarities('lengths', 'odd', ['a', 'odd'])).toEqual(
      new Map([
        ['a', 0],
        ['odd', 1],
      ]),
    );
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
    expect(await store.reserveRerankScores('r', 'q', ['t', 'u', 'v'])).toEqual(
      new Map<string, unknown>([
        ['t', 0.25],
        ['u', -1e-9],
        ['v', 'mine'],
      ]),
    );
    expect(await store.reserveRerankScores('other', 'q', ['t'])).toEqual(new Map([['t', 'mine']]));
    expect(await store.reserveRerankScores('r', 'other', ['t'])).toEqual(new Map([['t', 'mine']]));
  });

  it('keep classifications by model and prompt version', async () => {
    await store.saveClassifications('c', 'v1', [{ textHash: 't', classification }]);
    expect(await store.reserveClassifications('c', 'v1', ['t', 'u'])).toEqual(
      new Map<string, unknown>([
        ['t', classification],
        ['u', 'mine'],
      ]),
    );
    expect(await store.reserveClassifications('c', 'v2', ['t'])).toEqual(new Map([['t', 'mine']]));
    expect(await store.reserveClassifications('d', 'v1', ['t'])).toEqual(new Map([['t', 'mine']]));
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

describe('reservations of answers', () => {
  it('let one process buy what several need, and the others find it', async () => {
    const [one, two] = [storeOf('one'), storeOf('two')];
    expect((await one.reserveEmbeddings('shared', ['x'])).get('x')).toBe('mine');
    expect((await two.reserveEmbeddings('shared', ['x', 'y'])).get('x')).toBe('elsewhere');
    expect((await one.reserveEmbeddings('shared', ['y'])).get('y')).toBe('elsewhere');
    await one.saveEmbeddings('shared', [{ textHash: 'x', vector: [1] }]);
    expect((await two.reserveEmbeddings('shared', ['x'])).get('x')).toBe('there');
    expect((await one.reserveClassifications('shared', 'v', ['x'])).get('x')).toBe('mine');
    expect((await two.reserveClassifications('shared', 'v', ['x'])).get('x')).toBe('elsewhere');
    await one.saveClassifications('shared', 'v', [{ textHash: 'x', classification }]);
    expect((await two.reserveClassifications('shared', 'v', ['x'])).get('x')).toEqual(classification);
  });

  it('end when the buyer lets go, leaves, or lets its time run out; renewed, they last', async () => {
    const [one, two] = [storeOf('ends-1'), storeOf('ends-2')];
    const hashes = ['let-go', 'left', 'late', 'renewed'];
    await one.reserveEmbeddings('ends', hashes);
    const states = async () => [...(await two.reserveEmbeddings('ends', hashes)).values()];
    const expire = () =>
      test.database.query(
        `update answers_under_way set owned_until = now() - interval '1 second' where answer_key = 'embedding/ends/late'`,
      );
    expect(await states()).toEqual(['elsewhere', 'elsewhere', 'elsewhere', 'elsewhere']);
    await one.letGo({ kind: 'embedding', model: 'ends' }, ['let-go']);
    await expire();
    await one.renew();
    expect(await states()).toEqual(['mine', 'elsewhere', 'elsewhere', 'elsewhere']);
    await expire();
    expect(await states()).toEqual(['mine', 'elsewhere', 'mine', 'elsewhere']);
    await one.release();
    expect(await states()).toEqual(['mine', 'mine', 'mine', 'mine']);
  });

  it('go to one of many that ask at once, in whatever order they name the texts', async () => {
    const hashes = Array.from({ length: 40 }, (_, number) => `crowd-${number}`);
    const taken = await Promise.all(
      Array.from({ length: 6 }, (_, worker) =>
        storeOf(`crowd-${worker}`).reserveEmbeddings(
          'crowd',
          worker % 2 === 0 ? hashes : [...hashes].reverse(),
        ),
      ),
    );
    for (const hash of hashes) expect(taken.filter((states) => states.get(hash) === 'mine')).toHaveLength(1);
  });
});
