import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreKey } from '../../src/ports/qualify-work.ts';
import { type CalibrationContent, NO_CALIBRATION, saveCalibration } from '../../src/store/calibrations.ts';
import { type LeadFilter, listLeads } from '../../src/store/lead-list.ts';
import { findLeads, listEvents } from '../../src/store/lead-story.ts';
import { countByStatus, countFailures, countMiscalibrated, listBatches } from '../../src/store/reports.ts';
import { addBatch, addClient, addLead, type TestClient } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { addClientWithIcp } from '../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
let client: TestClient;
let second: number;
let ids: number[];
beforeAll(async () => {
  test = await createTestDatabase();
  client = await addClient(test.database, 'reports');
  second = await addBatch(test.database, client.clientId, 'second');
  ids = [];
  for (const vanity of ['new', 'enriched', 'scored', 'best', 'failed', 'hopeless'])
    ids.push(await addLead(test.database, client, { vanity, urn: vanity === 'best' ? memberId(5) : null }));
  const move = (from: number, to: number, status: string, more = '') =>
    test.database.query(`update leads set status = '${status}' ${more} where id = any($1::bigint[])`, [
      ids.slice(from, to),
    ]);
  await move(1, 4, 'enriched');
  await move(2, 4, 'qualified', ', icp_score = id % 2 * 50');
  await test.database.query(
    'update leads set icp_score = case id when $1 then 20 else 90 end where id = any($2::bigint[])',
    [ids[2], ids.slice(2, 4)],
  );
  await move(4, 6, 'failed', `, error_code = 'timeout', retryable = true, retry_count = 1`);
  await test.database.query('update leads set retry_count = 3 where id = $1', [ids[5]]);
  await test.database.query('insert into lead_batches (batch_id, lead_id) values ($1, $2)', [second, ids[3]]);
  // All were created within a few milliseconds, maybe the same one.
  await test.database.query(`update leads set created_at = created_at + interval '1 second' where id = $1`, [
    ids[5],
  ]);
  const other = await addClient(test.database, 'reports-other');
  await addLead(test.database, other, { vanity: 'best' });
});
afterAll(() => test.close());

const all = () => ({ clientId: client.clientId, batchId: null });

describe('reports', () => {
  it('count by status, in scope', async () => {
    expect(await countByStatus(test.database, all())).toEqual({
      discovered: 1,
      enriched: 1,
      qualified: 2,
      exported: 0,
      failed: 2,
    });
    expect(await countByStatus(test.database, { clientId: null, batchId: second })).toEqual({
      discovered: 0,
      enriched: 0,
      qualified: 1,
      exported: 0,
      failed: 0,
    });
    expect((await countByStatus(test.database, { clientId: null, batchId: null })).discovered).toBe(2);
  });

  it('count failures by cause, telling those with attempts left', async () => {
    expect(await countFailures(test.database, all(), 3)).toEqual([
      { stage: 'enrich', code: 'timeout', count: 1, retryable: false },
      { stage: 'enrich', code: 'timeout', count: 1, retryable: true },
    ]);
  });

  it('list batches with every lead that their sources named', async () => {
    expect(await listBatches(test.database, all())).toEqual([
      {
        client: 'reports',
        name: 'first',
        leads: 6,
        discovered: 1,
        enriched: 1,
        qualified: 2,
        exported: 0,
        failed: 2,
      },
      {
        client: 'reports',
        name: 'second',
        leads: 1,
        discovered: 0,
        enriched: 0,
        qualified: 1,
        exported: 0,
        failed: 0,
      },
    ]);
  });

  it('list leads best first', async () => {
    const list = async (filter: Partial<LeadFilter>) =>
      (
        await listLeads(test.database, all(), {
          status: null,
          minScore: null,
          maxScore: null,
          limit: null,
          order: 'score',
          ...filter,
        })
      ).map((lead) => lead.publicIdentifier);
    expect(await list({})).toEqual(['best', 'scored', 'new', 'enriched', 'failed', 'hopeless']);
    expect(await list({ minScore: 20 })).toEqual(['best', 'scored']);
    expect(await list({ minScore: 21 })).toEqual(['best']);
    expect(await list({ status: 'failed' })).toEqual(['failed', 'hopeless']);
    expect(await list({ limit: 2 })).toEqual(['best', 'scored']);
    expect(await list({ maxScore: 20 })).toEqual(['scored']);
    expect(await list({ order: 'newest', limit: 1 })).toEqual(['hopeless']);
  });

  it('list leads by the points for a part of the score that they have now', async () => {
    const { rows } = await test.database.query<{ id: number }>(
      `insert into client_icps (client_id, version, criteria, icp_text, content_hash)
       select $1, version, '{}', '', version::text from (values (1), (2)) as versions(version) returning id`,
      [client.clientId],
    );
    const [old, current] = rows.map(({ id }) => id);
    const parts = (title: number, size: number) =>
      JSON.stringify([
        { name: 'title', points: title },
        { name: 'size', points: size },
      ]);
    await test.database.query(
      `insert into lead_scores (lead_id, client_icp_id, score_key, verdict, score, parts, reasoning)
       values ($1, $3, '', 'scored', 20, $5, ''), ($2, $3, '', 'scored', 90, $6, ''), ($2, $4, '', 'scored', 1, $7, '')`,
      [ids[2], ids[3], current, old, parts(30.5, 2), parts(10, 8), parts(35, 0)],
    );
    await test.database.query('update leads set client_icp_id = $1 where id = any($2::bigint[])', [
      current,
      ids.slice(2, 4),
    ]);
    const filter = { status: null, minScore: 0, maxScore: null, limit: null };
    const byTitle = await listLeads(test.database, all(), { ...filter, order: 'title' });
    expect(byTitle.map((lead) => [lead.publicIdentifier, lead.partPoints])).toEqual([
      ['scored', 30.5],
      ['best', 10],
    ]);
    const bySize = await listLeads(test.database, all(), { ...filter, order: 'size' });
    expect(bySize.map((lead) => lead.publicIdentifier)).toEqual(['best', 'scored']);
  });

  it('find a lead by any of its names, one per client', async () => {
    const none = { id: null, memberUrn: null, publicIdentifier: null };
    expect((await findLeads(test.database, { ...none, id: ids[3]! })).map((lead) => lead.id)).toEqual([
      ids[3],
    ]);
    expect(
      (await findLeads(test.database, { ...none, memberUrn: memberId(5) })).map((lead) => lead.client),
    ).toEqual(['reports']);
    expect(
      (await findLeads(test.database, { ...none, publicIdentifier: 'best' })).map((lead) => lead.client),
    ).toEqual(['reports', 'reports-other']);
    expect(await findLeads(test.database, none)).toEqual([]);
    expect((await listEvents(test.database, ids[3]!)).map((event) => `${event.from} → ${event.to}`)).toEqual([
      'discovered → enriched',
      'enriched → qualified',
    ]);
  });
});

describe('countMiscalibrated', () => {
  it('counts scores of before the current calibration, and none of other models', async () => {
    const calibrated = await addClientWithIcp(test.database, 'miscalibrated');
    const { clientId, icpId } = calibrated;
    const count = () => countMiscalibrated(test.database, { clientId, batchId: null });
    const keys = ['m_1|v2', 'm_1|v2|c1', 'm_1|v2|c2', 'm-1|v2', 'x m_1|v2'].map((settings) =>
      scoreKey(icpId, 'h', settings),
    );
    const { rows } = await test.database.query<{ id: number }>(
      `insert into profile_cache (origin, scraper, gone_at) values ('local', 't', now()) returning id`,
    );
    for (const [index, key] of keys.entries()) {
      const id = await addLead(test.database, calibrated, { vanity: `miscalibrated-${index}` });
      await test.database.query(`update leads set status = 'enriched' where id = $1`, [id]);
      await test.database.query(
        `update leads set status = 'qualified', score_key = $2, client_icp_id = $3, profile_id = $4 where id = $1`,
        [id, key, icpId, rows[0]!.id],
      );
    }
    expect(await count()).toBe(0);
    const mapping = { kind: 'platt', slope: 7, intercept: -4 } as const;
    const save = (content: Partial<CalibrationContent>) =>
      test.database.transaction((transaction) =>
        saveCalibration(transaction, clientId, { ...NO_CALIBRATION, ...content }),
      );
    await save({ mapping, settingsKey: 'm_1|v2' });
    expect(await count()).toBe(2);
    await save({});
    expect(await count()).toBe(2);
    await save({ mapping, settingsKey: 'm-1|v2' });
    // Who was calibrated for other models is scored anew too; who was not is left alone.
    expect(await count()).toBe(3);
  });
});
