import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RetryLater } from '../../src/domain/errors.ts';
import type { StatedCriterion } from '../../src/domain/targeting/mention.ts';
import { Extractions } from '../../src/pipeline/buy-extractions.ts';
import type { IcpExtractor } from '../../src/ports/icp-extractor.ts';
import { createExtractionStore } from '../../src/store/call-extractions.ts';
import { contentHash } from '../../src/support/hash.ts';
import { paidCalls } from '../support/scripted-services.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const CRITERIA: readonly StatedCriterion[] = [
  { kind: 'title', stance: 'wants', value: 'CFO "x" \\ é', quote: 'we sell to CFOs' },
];

/** Answers after a while, and keeps count. */
class CountingExtractor implements IcpExtractor {
  readonly provider = 'scripted';
  readonly model = 'local-scripted';
  readonly promptVersion = '1';
  readonly limits = { tokensPerCall: 1000, parallelCalls: 2, maxCompletionTokens: 0 };
  readonly asked: string[] = [];
  failures = 0;

  async extract(part: string) {
    this.asked.push(part);
    await new Promise((wake) => setTimeout(wake, 50));
    if (this.failures-- > 0) throw new RetryLater('server_error', 'away');
    return { criteria: CRITERIA, usage: { promptTokens: 10, completionTokens: 0 } };
  }
}

const storeOf = (worker: string) =>
  createExtractionStore(test.database, {
    worker,
    leaseSeconds: 300,
    deadWorkers: { release: async () => false },
  });
const extractionsOf = (worker: string, extractor: IcpExtractor) => {
  const { calls } = paidCalls();
  // What another process buys takes its time.
  const clock = {
    ...calls.clock,
    now: () => new Date(),
    elapsed: () => 0,
    random: () => 0.5,
    sleep: () => new Promise<void>((wake) => setTimeout(wake, 5)),
  };
  Object.assign(calls, { clock });
  return new Extractions(extractor, storeOf(worker), calls, { input: 0, output: 0 });
};
const part = (text: string) => ({ text, textHash: contentHash(text) });
const CONTEXT = { clientId: 1, batchId: null, leadId: null };

describe('parts of calls', () => {
  it('are bought once, whoever needs them at once, and kept as they came', async () => {
    const extractor = new CountingExtractor();
    const [one, two] = [extractionsOf('one', extractor), extractionsOf('two', extractor)];
    const asked = ['a', 'b', 'a', 'c'].flatMap((text) => [
      one.get(part(text), 'sync-icp', CONTEXT),
      two.get(part(text), 'sync-icp', CONTEXT),
    ]);
    for (const criteria of await Promise.all(asked)) expect(criteria).toEqual(CRITERIA);
    expect(extractor.asked.toSorted()).toEqual(['a', 'b', 'c']);
    expect(await extractionsOf('three', extractor).get(part('a'), 'sync-icp', CONTEXT)).toEqual(CRITERIA);
    expect(extractor.asked).toHaveLength(3);
    const { rows } = await test.database.query('select from answers_under_way');
    expect(rows).toEqual([]);
  });

  it('that could not be bought are left to others', async () => {
    const extractor = new CountingExtractor();
    extractor.failures = 5;
    await expect(extractionsOf('one', extractor).get(part('d'), 'sync-icp', CONTEXT)).rejects.toThrow('away');
    expect(await extractionsOf('two', extractor).get(part('d'), 'sync-icp', CONTEXT)).toEqual(CRITERIA);
    expect(extractor.asked).toHaveLength(6);
  });

  it('have an answer for each model and question', async () => {
    const store = storeOf('one');
    await store.save('m', '1', 'hash', CRITERIA);
    await store.save('m', '1', 'hash', []);
    await store.save('m', '2', 'hash', []);
    expect(await store.reserve('m', '1', ['hash', 'other'])).toEqual(
      new Map<string, unknown>([
        ['hash', CRITERIA],
        ['other', 'mine'],
      ]),
    );
    expect(await store.reserve('m', '2', ['hash'])).toEqual(new Map([['hash', []]]));
    expect(await storeOf('two').reserve('m', '1', ['other'])).toEqual(new Map([['other', 'elsewhere']]));
  });
});
