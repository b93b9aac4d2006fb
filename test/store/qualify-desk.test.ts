import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Score } from '../../src/domain/score.ts';
import { calibratedKey, type Qualification, scoreKey } from '../../src/ports/qualify-work.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import {
  countUnscorable,
  createQualifyDesk,
  listScorable,
  type QualifyTerms,
} from '../../src/store/qualify-desk.ts';
import {
  addClient,
  addLead,
  leadsOf,
  letTimePass,
  profile,
  scraped,
  type TestClient,
  termsFor,
} from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

async function addIcp(client: TestClient, version: number): Promise<number> {
  const { rows } = await test.database.query<{ id: number }>(
    `insert into client_icps (client_id, version, criteria, icp_text, content_hash) values ($1, $2, '{}', 'x', 'x') returning id`,
    [client.clientId, version],
  );
  return rows[0]!.id;
}

interface Change extends Partial<Omit<QualifyTerms, 'icps'>> {
  readonly icp?: number;
  readonly settingsKey?: string;
}

/** A client with an ICP and enriched leads. */
async function enriched(slug: string, count: number, origin: 'network' | 'local' = 'network') {
  const client = await addClient(test.database, slug);
  const icpId = await addIcp(client, 1);
  const leads: { id: number; textHash: string }[] = [];
  for (let number = 0; number < count; number += 1) {
    const vanity = `${slug}-${number}`;
    const id = await addLead(test.database, client, { vanity });
    const own = scraped({ vanity }, { fullName: vanity });
    const [profileId] = await createProfileStore(test.database).save(origin, 'test', [own]);
    await test.database.query(`update leads set status = 'enriched', profile_id = $2 where id = $1`, [
      id,
      profileId,
    ]);
    leads.push({ id, textHash: own.textHash });
  }
  const terms = ({ icp = icpId, settingsKey = 'models', ...change }: Change = {}): QualifyTerms => ({
    ...termsFor(client, 'one'),
    origin: 'network',
    icps: [{ clientId: client.clientId, icpId: icp, settingsKey, beyondKey: 'beyond' }],
    rescore: false,
    shortlist: null,
    ...change,
  });
  return { client, icpId, leads, ids: leads.map((lead) => lead.id), terms };
}

const score = (points: number | null): Score => ({
  verdict: points === null ? 'not_enough' : 'scored',
  score: points,
  parts: [],
  reasoning: points === null ? 'not enough on the profile to judge' : `worth ${points}`,
});

const done = (
  leadId: number,
  icpId: number,
  textHash: string,
  points: number | null,
  settings = 'models',
) => ({
  leadId,
  kind: 'done' as const,
  result: {
    icpId,
    scoreKey: scoreKey(icpId, textHash, settings),
    score: score(points),
    profile: profile({ fullName: `Scored ${leadId}` }),
    classification: {
      industry: 'SaaS',
      industryReasoning: 'It says so.',
      companyType: 'startup',
      companyTypeReasoning: 'It says so.',
    },
  } satisfies Qualification,
});

describe('the qualify desk', () => {
  it('hands out enriched leads with their profiles and writes scores back', async () => {
    const { client, icpId, leads, ids, terms } = await enriched('qualify', 3);
    const desk = createQualifyDesk(test.database, terms());
    const claimed = await desk.claim(10);
    expect(claimed.map((lead) => lead.id)).toEqual(ids);
    expect(claimed[0]).toMatchObject({
      clientId: client.clientId,
      batchId: client.batchId,
      failedAttempts: 0,
      oldScore: null,
      textHash: leads[0]!.textHash,
      profile: { fullName: 'qualify-0' },
    });
    await desk.settle([
      done(ids[0]!, icpId, leads[0]!.textHash, 81.5),
      done(ids[1]!, icpId, leads[1]!.textHash, null),
    ]);
    await desk.release([ids[2]!]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { status: 'qualified', score: 81.5, reasoning: 'worth 81.5', leasedBy: null },
      { status: 'qualified', score: null, reasoning: 'not enough on the profile to judge' },
      { status: 'enriched', leasedBy: null },
    ]);
    const { rows } = await test.database.query(
      'select verdict, score from lead_scores where lead_id = any($1::bigint[]) order by lead_id',
      [ids],
    );
    expect(rows).toEqual([
      { verdict: 'scored', score: 81.5 },
      { verdict: 'not_enough', score: null },
    ]);
  });

  it('leaves leads of the other kind of provider alone, and counts them', async () => {
    const { client, terms } = await enriched('qualify-local', 2, 'local');
    expect(await createQualifyDesk(test.database, terms()).claim(10)).toEqual([]);
    const scope = { clientId: client.clientId, batchId: null };
    expect(await countUnscorable(test.database, { scope, origin: 'network' })).toEqual({
      otherOrigin: 2,
      withoutIcp: 0,
    });
    expect(await createQualifyDesk(test.database, terms({ origin: 'local' })).claim(10)).toHaveLength(2);
  });

  it('writes nothing for a lead that it has lost', async () => {
    const { client, icpId, leads, ids, terms } = await enriched('qualify-lost', 1);
    const slow = createQualifyDesk(test.database, terms({ worker: 'slow' }));
    await slow.claim(1);
    await letTimePass(test.database, client.clientId);
    await createQualifyDesk(test.database, terms({ worker: 'quick' })).claim(1);
    await slow.settle([done(ids[0]!, icpId, leads[0]!.textHash, 50)]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { status: 'enriched', score: null, leasedBy: 'quick' },
    ]);
    expect(
      (await test.database.query('select 1 from lead_scores where lead_id = $1', [ids[0]])).rows,
    ).toEqual([]);
  });

  it('fails a lead where it stood', async () => {
    const { client, ids, terms } = await enriched('qualify-fail', 1);
    const desk = createQualifyDesk(test.database, terms());
    await desk.claim(1);
    await desk.settle([
      {
        leadId: ids[0]!,
        kind: 'failed',
        failure: { code: 'timeout', message: 'm', retryable: true, retryInMs: 1000 },
      },
    ]);
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { status: 'failed', failedFrom: 'enriched', retryCount: 1 },
    ]);
    await letTimePass(test.database, client.clientId);
    expect(await desk.claim(1)).toMatchObject([{ id: ids[0], failedAttempts: 1 }]);
  });
});

describe('rescoring', () => {
  async function scored(slug: string) {
    const setup = await enriched(slug, 3);
    const desk = createQualifyDesk(test.database, setup.terms());
    await desk.claim(10);
    await desk.settle(
      setup.leads.map((lead, index) => done(lead.id, setup.icpId, lead.textHash, 10 * index)),
    );
    await test.database.query(`update leads set status = 'exported' where id = $1`, [setup.ids[2]]);
    return setup;
  }

  it('takes nobody whose score is as it would be now', async () => {
    const { terms } = await scored('rescore-none');
    expect(await createQualifyDesk(test.database, terms({ rescore: true })).claim(10)).toEqual([]);
  });

  it('takes those scored under an older version, exported ones too, and makes exported ones qualified', async () => {
    const { client, ids, leads, terms } = await scored('rescore-icp');
    const icp = await addIcp(client, 2);
    expect(await createQualifyDesk(test.database, terms({ icp })).claim(10)).toEqual([]);
    const desk = createQualifyDesk(test.database, terms({ icp, rescore: true }));
    const claimed = await desk.claim(10);
    expect(claimed.map((lead) => [lead.id, lead.oldScore])).toEqual(ids.map((id, index) => [id, 10 * index]));
    expect(
      await createQualifyDesk(test.database, terms({ icp, rescore: true, worker: 'two' })).claim(10),
    ).toEqual([]);
    await desk.settle(leads.map((lead) => done(lead.id, icp, lead.textHash, 77)));
    expect((await leadsOf(test.database, client.clientId)).map((lead) => [lead.status, lead.score])).toEqual([
      ['qualified', 77],
      ['qualified', 77],
      ['qualified', 77],
    ]);
    const { rows } = await test.database.query(
      'select from_status, to_status, reason from lead_events where lead_id = $1 order by id desc limit 1',
      [ids[2]],
    );
    expect(rows).toEqual([{ from_status: 'exported', to_status: 'qualified', reason: 'rescore' }]);
    const kept = await test.database.query(
      'select count(*)::int as count from lead_scores where lead_id = any($1::bigint[])',
      [ids],
    );
    expect(kept.rows).toEqual([{ count: 6 }]);
    expect(await desk.claim(10)).toEqual([]);
  });

  it('knows of each client with which calibration its scores are made', async () => {
    const [one, other] = [await scored('rescore-one'), await scored('rescore-other')];
    const icpsOf = (settingsKey: string) => [...one.terms({ settingsKey }).icps, ...other.terms().icps];
    const claim = async (settingsKey: string, worker: string) => {
      const scope = { clientId: null, batchId: null };
      const icps = icpsOf(calibratedKey(settingsKey, 2));
      const desk = createQualifyDesk(test.database, { ...one.terms({ rescore: true, scope, worker }), icps });
      return { desk, claimed: (await desk.claim(10)).map((lead) => lead.id) };
    };
    const { desk, claimed } = await claim('models', 'one');
    expect(claimed).toEqual(one.ids);
    const key = calibratedKey('models', 2);
    await desk.settle(one.leads.map(({ id, textHash }) => done(id, one.icpId, textHash, 50, key)));
    expect((await claim('models', 'two')).claimed).toEqual([]);
    // The way back.
    const back = createQualifyDesk(test.database, one.terms({ rescore: true, worker: 'three' }));
    expect((await back.claim(10)).map((lead) => lead.id)).toEqual(one.ids);
  });

  it('takes those whose profile or models changed', async () => {
    const { leads, ids, terms } = await scored('rescore-text');
    await test.database.query(`update profile_cache set text_hash = 'fresher' where text_hash = $1`, [
      leads[1]!.textHash,
    ]);
    expect(
      (await createQualifyDesk(test.database, terms({ rescore: true })).claim(10)).map((lead) => lead.id),
    ).toEqual([ids[1]]);
    expect(
      await createQualifyDesk(
        test.database,
        terms({ rescore: true, settingsKey: 'other', worker: 'two' }),
      ).claim(10),
    ).toHaveLength(2);
  });

  it('takes nobody beyond the shortlist whose score says so already, nor anybody who was reranked before', async () => {
    const { client, icpId, leads, ids, terms } = await enriched('rescore-shortlist', 3);
    const [first, second, third] = leads;
    const desk = createQualifyDesk(test.database, terms());
    await desk.claim(10);
    await desk.settle([
      done(first!.id, icpId, first!.textHash, 10),
      done(second!.id, icpId, second!.textHash, 20, 'beyond'),
      done(third!.id, icpId, third!.textHash, 30, 'beyond'),
    ]);
    const taken = async (worker: string, members: readonly string[] | null) => {
      const shortlist = members?.map((hash) => `${client.clientId}/${hash}`) ?? null;
      const own = createQualifyDesk(test.database, terms({ worker, rescore: true, shortlist }));
      const claimed = (await own.claim(10)).map((lead) => lead.id);
      await own.release(claimed);
      return claimed;
    };
    expect(await taken('none', [])).toEqual([]);
    expect(await taken('one', [second!.textHash])).toEqual([ids[1]]);
    expect(await taken('all', null)).toEqual([ids[1], ids[2]]);
  });

  it('that fails keeps the old score and is not tried again by the same command', async () => {
    const { client, ids, terms } = await scored('rescore-fails');
    const desk = createQualifyDesk(test.database, terms({ rescore: true, settingsKey: 'other' }));
    const claimed = await desk.claim(10);
    await desk.settle(
      claimed.map((lead) => ({
        leadId: lead.id,
        kind: 'failed',
        failure: { code: 'timeout', message: 'm', retryable: true, retryInMs: 1000 },
      })),
    );
    expect(
      (await leadsOf(test.database, client.clientId)).map((lead) => [lead.status, lead.score, lead.leasedBy]),
    ).toEqual([
      ['qualified', 0, null],
      ['qualified', 10, null],
      ['exported', 20, null],
    ]);
    expect(await desk.claim(10)).toEqual([]);
    expect(
      (await createQualifyDesk(test.database, terms({ rescore: true, settingsKey: 'other' })).claim(10)).map(
        (lead) => lead.id,
      ),
    ).toEqual(ids);
  });
});

describe('listScorable', () => {
  it('lists all enriched leads as they stand and touches none', async () => {
    const { client, ids, terms } = await enriched('preview', 3);
    await createQualifyDesk(test.database, terms()).claim(1);
    const before = await leadsOf(test.database, client.clientId);
    expect((await listScorable(test.database, terms(), null)).map((lead) => lead.id)).toEqual(ids);
    expect(await listScorable(test.database, terms(), 2)).toHaveLength(2);
    expect(await leadsOf(test.database, client.clientId)).toEqual(before);
  });
});
