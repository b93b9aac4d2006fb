import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExportTerms, exportLeads } from '../../src/store/export-leads.ts';
import { addBatch, addClient, addLead, leadsOf } from '../support/leads.ts';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** A client whose leads have these scores and are qualified. */
async function qualified(slug: string, scores: readonly (number | null)[]) {
  const client = await addClient(test.database, slug);
  const ids: number[] = [];
  for (const [number, score] of scores.entries()) {
    const id = await addLead(test.database, client, { vanity: `${slug}-${number}` });
    await test.database.query(`update leads set status = 'enriched' where id = $1`, [id]);
    await test.database.query(`update leads set status = 'qualified', icp_score = $2 where id = $1`, [
      id,
      score,
    ]);
    ids.push(id);
  }
  const terms = (change: Partial<ExportTerms> = {}): ExportTerms => ({
    scope: { clientId: client.clientId, batchId: null },
    minScore: null,
    top: null,
    again: false,
    ...change,
  });
  const statuses = async () => (await leadsOf(test.database, client.clientId)).map((lead) => lead.status);
  return { client, ids, terms, statuses };
}

async function collect(terms: ExportTerms): Promise<{ count: number; ids: number[] }> {
  const ids: number[] = [];
  const { count, result } = await exportLeads(
    test.database,
    terms,
    async (pages) => {
      for await (const page of pages) ids.push(...page.map((lead) => lead.id));
    },
    async () => 'published',
  );
  expect(result).toBe(ids.length === 0 ? null : 'published');
  return { count, ids };
}

const publish = async () => 'published';

describe('exportLeads', () => {
  it('lends leads best first, ties by id, unjudged last, and marks them', async () => {
    const { ids, terms, statuses } = await qualified('export-order', [50, 90.5, null, 50, 0, 90.4]);
    expect(await collect(terms())).toEqual({ count: 6, ids: [1, 5, 0, 3, 4, 2].map((index) => ids[index]) });
    expect(await statuses()).toEqual(Array.from({ length: 6 }, () => 'exported'));
    expect(await collect(terms())).toEqual({ count: 0, ids: [] });
    expect((await collect(terms({ again: true }))).count).toBe(6);
  });

  it('breaks ties of calibrated scores by what they were before', async () => {
    const { ids, terms } = await qualified('export-calibrated', [100, 100, 40, 100, 100]);
    for (const [index, raw] of [
      [0, 77.8],
      [1, 94.1],
      [2, 95],
      [4, 94.1],
    ])
      await test.database.query('update leads set raw_score = $2 where id = $1', [ids[index!], raw]);
    expect((await collect(terms())).ids).toEqual([1, 4, 0, 3, 2].map((index) => ids[index]));
  });

  it('keeps to a least score and to the best so many, and marks only those', async () => {
    const { ids, terms, statuses } = await qualified('export-some', [10, 20, 30, 40, null]);
    expect(await collect(terms({ minScore: 20, top: 2 }))).toEqual({ count: 2, ids: [ids[3], ids[2]] });
    expect(await statuses()).toEqual(['qualified', 'qualified', 'exported', 'exported', 'qualified']);
    expect((await collect(terms({ minScore: 20 }))).ids).toEqual([ids[1]]);
    expect((await collect(terms({ again: true, top: 1 }))).ids).toEqual([ids[3]]);
    expect(await statuses()).toEqual(['qualified', 'exported', 'exported', 'exported', 'qualified']);
  });

  it('keeps to a batch, which need not be the first of a lead', async () => {
    const { client, ids, terms } = await qualified('export-batch', [10, 20]);
    const second = await addBatch(test.database, client.clientId, 'second');
    await test.database.query('insert into lead_batches (batch_id, lead_id) values ($1, $2)', [
      second,
      ids[0],
    ]);
    expect((await collect(terms({ scope: { clientId: null, batchId: second } }))).ids).toEqual([ids[0]]);
  });

  it('marks none when the writing fails, at once or half way', async () => {
    const { terms, statuses } = await qualified('export-fails', [10, 20]);
    await expect(
      exportLeads(
        test.database,
        terms(),
        async () => {
          throw new Error('disk full');
        },
        publish,
      ),
    ).rejects.toThrow('disk full');
    await expect(
      exportLeads(
        test.database,
        terms(),
        async (pages) => {
          for await (const _ of pages) throw new Error('disk full');
        },
        publish,
      ),
    ).rejects.toThrow('disk full');
    await expect(
      exportLeads(
        test.database,
        terms(),
        async (pages) => {
          for await (const _ of pages);
        },
        async () => {
          throw new Error('cannot rename');
        },
      ),
    ).rejects.toThrow('cannot rename');
    expect(await statuses()).toEqual(['qualified', 'qualified']);
    expect((await collect(terms())).count).toBe(2);
  });

  it('marks what was written, not what was not', async () => {
    const { terms, statuses } = await qualified('export-unread', [10, 20]);
    await exportLeads(test.database, terms(), async () => {}, publish);
    expect(await statuses()).toEqual(['qualified', 'qualified']);
  });

  it('goes through more leads than fit a page, each once', async () => {
    const { client, terms } = await qualified('export-many', []);
    await test.database.query(
      `insert into leads (client_id, batch_id, linkedin_url, public_identifier) select $1::bigint, $2::bigint, 'x', 'many-' || n from generate_series(1, 4500) n`,
      [client.clientId, client.batchId],
    );
    await test.database.query(`update leads set status = 'enriched' where client_id = $1`, [client.clientId]);
    await test.database.query(
      `update leads set status = 'qualified', icp_score = id % 7 where client_id = $1`,
      [client.clientId],
    );
    const { count, ids } = await collect(terms());
    expect(count).toBe(4500);
    expect(new Set(ids).size).toBe(4500);
    const { rows } = await test.database.query<{ moves: number }>(
      `select count(*) as moves from lead_events e join leads l on l.id = e.lead_id where l.client_id = $1 and to_status = 'exported'`,
      [client.clientId],
    );
    expect(rows).toEqual([{ moves: 4500 }]);
  });

  it.runIf(onServer)('marks none when another process changed one meanwhile', async () => {
    const { ids, terms, statuses } = await qualified('export-race', [10, 20]);
    const racing = exportLeads(
      test.database,
      terms(),
      async (pages) => {
        for await (const _ of pages) {
          await test.database.query('update leads set icp_score = 99 where id = $1', [ids[0]]);
        }
      },
      publish,
    );
    await expect(racing).rejects.toMatchObject({ code: '40001' });
    expect(await statuses()).toEqual(['qualified', 'qualified']);
  });
});
