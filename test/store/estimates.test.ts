import { afterAll, beforeAll, expect, it } from 'vitest';
import { averageTokens } from '../../src/store/estimates.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

it('what a model is used to in one stage says nothing of another', async () => {
  await test.database.query(
    `insert into usage (provider, stage, model, outcome, lead_ids, prompt_tokens, completion_tokens, latency_ms)
     values ('p', 'enrich', 'm', 'ok', array[1, 2]::bigint[], 1000, 200, 1),
            ('p', 'enrich', 'm', 'timeout', array[1]::bigint[], 9000, 9000, 1),
            ('p', 'sync-icp', 'm', 'ok', '{}', 20000, 900, 1),
            ('p', 'sync-icp', 'm', 'ok', '{}', 10000, 300, 1)`,
  );
  expect(await averageTokens(test.database, 'm', 'enrich')).toEqual({ prompt: 500, completion: 100 });
  expect(await averageTokens(test.database, 'm', 'sync-icp')).toEqual({ prompt: 15_000, completion: 600 });
  expect(await averageTokens(test.database, 'm', 'qualify')).toBeNull();
});
