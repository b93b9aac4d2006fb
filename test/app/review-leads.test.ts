import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReview, type Review, type ReviewRequest } from '../../src/app/review-leads.ts';
import { addBatch, addClient, addLead, profile, role, type TestClient } from '../support/leads.ts';
import { addIcp, addScoredLead, WISHES } from '../support/reviewable-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** A client with leads above the cut, of the names given, and so many below it. */
async function clientWith(slug: string, names: readonly string[], below = 0) {
  const client = await addClient(test.database, slug);
  const icpId = await addIcp(test.database, client.clientId);
  const ids: number[] = [];
  for (const name of names)
    ids.push(await addScoredLead(test.database, client, { vanity: `${slug}-${name}`, name }, { icpId }));
  const belowCut: number[] = [];
  for (let index = 0; index < below; index += 1) {
    const how = index % 4 === 0 ? { verdict: 'disqualified' as const, score: 0 } : { relevance: 0.19 };
    belowCut.push(
      await addScoredLead(test.database, client, { vanity: `${slug}-below-${index}` }, { icpId, ...how }),
    );
  }
  return { client, icpId, ids, belowCut };
}

function reviewOf({ clientId }: Pick<TestClient, 'clientId'>, change: Partial<ReviewRequest> = {}): Review {
  return openReview(test, {
    scope: { clientId, batchId: null },
    cut: 0.2,
    showScores: false,
    newSeed: () => 'seed',
    ...change,
  });
}

const NAMES = Array.from({ length: 40 }, (_, index) => `n${index}`);
const order = async (review: Review, judge: string) => (await review.queue(judge)).map(({ id }) => id);
const verdictsOn = async (clientId: number) =>
  (
    await test.database.query(
      `select v.lead_id as lead, v.judge, v.verdict, v.score_shown as shown, v.below_cut as below, v.client_icp_id as icp
         from verdicts v join leads l on l.id = v.lead_id where l.client_id = $1 order by v.id`,
      [clientId],
    )
  ).rows;

describe('the order of a review', () => {
  it('is random, the same every time, and of each reviewer and scope its own', async () => {
    const { client, ids } = await clientWith('order', NAMES);
    let seeds = 0;
    const newSeed = () => `seed ${seeds++}`;
    const anna = await order(reviewOf(client, { newSeed }), 'Anna');
    expect(anna).not.toEqual(ids);
    expect([...anna].sort((one, other) => one - other)).toEqual(ids);
    expect(await order(reviewOf(client, { newSeed }), 'Anna')).toEqual(anna);
    expect(await order(reviewOf(client, { newSeed }), 'Ben')).not.toEqual(anna);
    const batch = { clientId: client.clientId, batchId: client.batchId };
    expect(await order(reviewOf(client, { newSeed, scope: batch }), 'Anna')).not.toEqual(anna);
  });

  it('stays as it is when people are scored later, who fall into place among the others', async () => {
    const { client, icpId } = await clientWith('later', NAMES);
    const before = await order(reviewOf(client), 'Anna');
    const added: number[] = [];
    for (const name of NAMES)
      added.push(await addScoredLead(test.database, client, { vanity: `later-too-${name}` }, { icpId }));
    const after = await order(reviewOf(client), 'Anna');
    expect(after.filter((id) => before.includes(id))).toEqual(before);
    expect(after).toHaveLength(80);
    expect(added).toContain(after.slice(0, 40).find((id) => added.includes(id)));
    expect(added).toContain(after.slice(40).find((id) => added.includes(id)));
  });

  it('is about leads that have a score, in scope only', async () => {
    const { client, icpId, ids } = await clientWith('scope', ['one', 'two']);
    const second = await addBatch(test.database, client.clientId, 'second');
    await test.database.query('insert into lead_batches (batch_id, lead_id) values ($1, $2)', [
      second,
      ids[1],
    ]);
    await test.database.query(`update leads set status = 'exported' where id = $1`, [ids[1]]);
    await addLead(test.database, client, { vanity: 'scope-new' });
    await addScoredLead(
      test.database,
      client,
      { vanity: 'scope-silent' },
      { icpId, verdict: 'not_enough', score: null },
    );
    expect(new Set(await order(reviewOf(client), 'Anna'))).toEqual(new Set(ids));
    const ofBatch = reviewOf(client, { scope: { clientId: client.clientId, batchId: second } });
    expect(await order(ofBatch, 'Anna')).toEqual([ids[1]]);
    expect(await order(reviewOf(await addClient(test.database, 'nobody')), 'Anna')).toEqual([]);
  });
});

describe('the cut', () => {
  it('leaves out all but a tenth of those below it, the same ones every time, anywhere in the order', async () => {
    const { client, belowCut } = await clientWith('cut', NAMES, 300);
    const shown = (await order(reviewOf(client), 'Anna')).map((id) => belowCut.includes(id));
    const sampled = shown.filter(Boolean).length;
    expect(sampled).toBeGreaterThan(12);
    expect(sampled).toBeLessThan(55);
    expect(shown.slice(0, Math.floor(shown.length / 2))).toContain(true);
    expect(shown.slice(Math.floor(shown.length / 2))).toContain(true);
    expect(await order(reviewOf(client, { newSeed: () => 'never used' }), 'Anna')).toHaveLength(40 + sampled);
    const lower = await order(reviewOf(client, { cut: 0.1 }), 'Anna');
    const disqualified = belowCut.filter((_, index) => index % 4 === 0);
    expect(lower.filter((id) => !disqualified.includes(id))).toHaveLength(40 + 225);
  });

  it('leaves out nobody for want of a reranker', async () => {
    const { client, icpId } = await clientWith('unranked', []);
    await addScoredLead(
      test.database,
      client,
      { vanity: 'unranked-one' },
      { icpId, relevance: null, score: 5 },
    );
    expect(await order(reviewOf(client, { cut: 1 }), 'Anna')).toHaveLength(1);
  });

  it('is judged only when the reviewer is through, from what the reviewer said of the sample', async () => {
    const { client, belowCut } = await clientWith('check', ['a', 'b'], 60);
    const review = reviewOf(client);
    const queue = await order(review, 'Anna');
    const sample = queue.filter((id) => belowCut.includes(id));
    expect(sample.length).toBeGreaterThan(0);
    for (const id of queue) {
      expect(await review.checkOnCut('Anna')).toBeNull();
      await review.decide('Anna', id, id === sample[0] ? 'fit' : 'not_fit');
    }
    expect(await review.checkOnCut('Anna')).toEqual({
      leftOut: 60 - sample.length,
      checks: sample.map((id) => ({ id, verdict: id === sample[0] ? 'fit' : 'not_fit' })),
    });
    const below = (await verdictsOn(client.clientId)).filter((row) => (row as { below: boolean }).below);
    expect(below).toHaveLength(sample.length);
    expect(await review.unreviewable('Anna')).toEqual({
      waiting: 0,
      excluded: 15,
      belowCut: 45,
      notEnough: 0,
    });
  });
});

describe('verdicts of a review', () => {
  it('are kept at once with reviewer and ICP, change, and can be taken back after a new start', async () => {
    const { client, icpId, ids } = await clientWith('decide', ['one', 'two']);
    const [one, two] = ids as [number, number];
    const review = reviewOf(client);
    await review.decide('Anna', one, 'fit');
    await review.decide('Ben', one, 'not_fit');
    await review.decide('Anna', two, 'not_fit');
    await review.decide('Anna', two, 'fit');
    const row = (lead: number, judge: string, verdict: string) => ({
      ...{ lead, judge, verdict, shown: false, below: false, icp: icpId },
    });
    expect(await verdictsOn(client.clientId)).toEqual([
      row(one, 'Anna', 'fit'),
      row(one, 'Ben', 'not_fit'),
      row(two, 'Anna', 'fit'),
    ]);
    expect(review.given()).toEqual({ fit: 2, not_fit: 1 });

    const again = reviewOf(client);
    const stands = async () =>
      new Map((await again.queue('Anna')).map(({ id, verdict, turn }) => [id, { verdict, turn }]));
    expect(await stands()).toEqual(
      new Map([
        [one, { verdict: 'fit', turn: 1 }],
        [two, { verdict: 'fit', turn: 2 }],
      ]),
    );
    await again.undo('Anna', two);
    await again.undo('Anna', two);
    expect((await stands()).get(two)).toEqual({ verdict: null, turn: null });
    expect((await again.queue('Ben')).filter(({ verdict }) => verdict !== null)).toHaveLength(1);
  });

  it('are refused for whoever is not in the review', async () => {
    const { client } = await clientWith('mine', ['one']);
    const { ids } = await clientWith('theirs', ['one']);
    const review = reviewOf(client);
    for (const act of [
      review.decide('Anna', ids[0]!, 'fit'),
      review.lead('Anna', ids[0]!),
      review.score('Anna', 9e9),
    ])
      await expect(act).rejects.toMatchObject({ code: 'unknown_lead' });
    expect(await verdictsOn(client.clientId)).toEqual([]);
  });

  it('come before the score: what is said of a lead after its score was seen is marked, after an undo too', async () => {
    const { client, ids } = await clientWith('scores', ['one', 'two']);
    const [one, two] = ids as [number, number];
    const review = reviewOf(client);
    await expect(review.score('Anna', one)).rejects.toMatchObject({ code: 'not_judged_yet' });
    await review.decide('Anna', one, 'fit');
    expect(await review.score('Anna', one)).toMatchObject({ score: 60, parts: [{ name: 'title' }, {}] });
    await expect(review.score('Ben', one)).rejects.toMatchObject({ code: 'not_judged_yet' });
    await review.undo('Anna', one);
    await review.decide('Anna', one, 'not_fit');
    await review.decide('Anna', two, 'fit');
    const open = reviewOf(client, { showScores: true });
    await open.score('Ben', one);
    await open.decide('Ben', two, 'fit');
    expect(await verdictsOn(client.clientId)).toMatchObject([
      { lead: one, judge: 'Anna', shown: true },
      { lead: two, judge: 'Anna', shown: false },
      { lead: two, judge: 'Ben', shown: true },
    ]);
    expect(JSON.stringify(await reviewOf(client).lead('Cleo', one))).not.toMatch(
      /60|reranker|matches target/,
    );
  });
});

describe('what a review shows', () => {
  it('is the lead with its profile, or with what lists show once that was purged', async () => {
    const { client, icpId } = await clientWith('shown', []);
    const own = profile({ about: 'Closed three rounds.', roles: [role({ title: 'CFO' })] });
    const id = await addScoredLead(test.database, client, { vanity: 'shown-one' }, { icpId, profile: own });
    const review = reviewOf(client);
    expect(await review.lead('Anna', id)).toMatchObject({
      ...{ client: 'shown', icpId, name: 'Orla Fenwick', publicIdentifier: 'shown-one', belowCut: false },
      profile: own,
    });
    await test.database.query('update leads set profile_id = null where id = $1', [id]);
    expect(await review.lead('Anna', id)).toMatchObject({
      name: 'Orla Fenwick',
      jobTitles: ['CFO'],
      profile: null,
    });
  });

  it('is the ICP that the lead was scored under, with what was said in calls, the latest first', async () => {
    const { client, icpId } = await clientWith('icp', []);
    await addIcp(test.database, client.clientId, { ...WISHES, targetTitles: ['CEO'] });
    for (const [call, heldAt, value] of [
      ['Kick-off', '2026-10-01', 'cfo'],
      ['Follow-up', '2026-11-03', 'C.F.O'],
      ['Third', '2026-11-09', 'CFO'],
    ] as const) {
      const { rows } = await test.database.query<{ id: number }>(
        `insert into fathom_calls (client_id, source, call_id, origin, title, held_at, transcript_hash, extractor)
         values ($1, 'fathom', $2, 'network', $2, $3, 'hash', 'model') returning id`,
        [client.clientId, call, heldAt],
      );
      await test.database.query(
        `insert into call_criteria (fathom_call_id, kind, stance, value, quote, speaker)
         values ($1, 'title', 'wants', $2, $3, 'Ana')`,
        [rows[0]!.id, value, `We need ${value}s`],
      );
    }
    const icp = await reviewOf(client).icp(icpId);
    expect(icp).toMatchObject({ client: 'icp', version: 1, newestVersion: 2 });
    expect(icp.quoted[0]!.values.map(({ value, said }) => [value, said.map(({ call }) => call)])).toEqual([
      ['CFO', ['Third', 'Kick-off']],
      ['VP Finance', []],
    ]);
    await expect(reviewOf({ clientId: -1 }).icp(icpId)).rejects.toMatchObject({ code: 'unknown_icp' });
  });
});
