import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIcp } from '../../src/config/icp-file.ts';
import { identityKeys } from '../../src/domain/linkedin-id.ts';
import type { Attempt } from '../../src/ports/usage-ledger.ts';
import { createAnswerBatchLedger } from '../../src/store/answer-batch-ledger.ts';
import { createAnswerStore } from '../../src/store/answers.ts';
import { createExtractionStore, findExtractions } from '../../src/store/call-extractions.ts';
import { requireIcpVersion, saveIcp } from '../../src/store/clients.ts';
import { listMentions, type ReadCall, saveReadCall } from '../../src/store/fathom-calls.ts';
import { forgetPerson } from '../../src/store/forget-person.ts';
import { createProfileStore } from '../../src/store/profiles.ts';
import { saveVerdicts } from '../../src/store/verdicts.ts';
import { foundIn } from '../support/database-dump.ts';
import { addClient, addLead, leadsOf, scraped } from '../support/leads.ts';
import { memberId } from '../support/member-id.ts';
import { stated } from '../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const profiles = () => createProfileStore(test.database);
const answers = () =>
  createAnswerStore(test.database, {
    worker: 'one',
    leaseSeconds: 300,
    deadWorkers: { release: async () => false },
  });
const forget = (person: { urn?: string; vanity?: string }) =>
  forgetPerson(
    test.database,
    identityKeys({ memberUrn: person.urn ?? null, publicIdentifier: person.vanity ?? null }),
  );
const idsOf = async (clientId: number) => (await leadsOf(test.database, clientId)).map((lead) => lead.id);

async function keepAnswers(textHash: string, saying: string): Promise<void> {
  const classification = {
    industry: 'SaaS',
    industryReasoning: saying,
    companyType: 'startup',
    companyTypeReasoning: saying,
  } as const;
  await answers().saveEmbeddings('m', [{ textHash, vector: [1, 0] }]);
  await answers().saveClassifications('m', 'v1', [{ textHash, classification }]);
  await answers().saveRerankScores('m', 'query', [{ textHash, score: 0.5 }]);
}

async function answersTo(textHash: string): Promise<number> {
  const { rows } = await test.database.query<{ count: number }>(
    `select (select count(*) from embeddings where text_hash = $1)
          + (select count(*) from classifications where text_hash = $1)
          + (select count(*) from rerank_scores where text_hash = $1) as count`,
    [textHash],
  );
  return rows[0]!.count;
}

async function addRun(state: string, runId: string | null, targets: readonly object[], keys: string[]) {
  const { rows } = await test.database.query<{ id: number }>(
    `insert into actor_runs (provider, actor, targets, person_keys, state, run_id)
     values ('apify', 'forgetting', $1::jsonb, $2, $3, $4) returning id`,
    [JSON.stringify(targets), keys, state, runId],
  );
  return rows[0]!.id;
}

describe('forgetPerson', () => {
  it('erases a person everywhere: nothing that says who they are is left in any table', async () => {
    const urn = memberId(7001);
    const [one, two] = [await addClient(test.database, 'all-one'), await addClient(test.database, 'all-two')];
    const byVanity = await addLead(test.database, one, { vanity: 'zelda-quist', name: 'Zelda Quist' });
    const byUrn = await addLead(test.database, two, { urn, name: 'Zelda Quist' });
    const other = await addLead(test.database, one, { vanity: 'someone-else', name: 'Someone Else' });
    const own = scraped({ urn, vanity: 'zelda-quist' }, { fullName: 'Zelda Quist', about: 'Tames ledgers.' });
    const [profileId] = await profiles().save('network', 'test', [own]);
    await profiles().save('local', 'local', [own]);
    await keepAnswers(own.textHash, 'Zelda tames');
    await test.database.query(
      `update leads set status = 'enriched', profile_id = $2, headline = 'CFO at Ledgerly' where id = $1`,
      [byVanity, profileId],
    );
    await test.database.query(
      `insert into usage (provider, stage, model, outcome, lead_ids, latency_ms, cost_usd)
       values ('p', 'enrich', 'm', 'ok', array[$1::bigint], 1, 0.5)`,
      [byVanity],
    );
    const target = (publicIdentifier: string, name: string) => ({
      memberUrn: null,
      publicIdentifier,
      name,
      headline: null,
      url: `https://www.linkedin.com/in/${publicIdentifier}`,
    });
    const [zelda, neighbour] = [target('zelda-quist', 'Zelda Quist'), target('someone-else', 'Someone Else')];
    const open = await addRun('started', 'open-1', [zelda, neighbour], ['in:zelda-quist', 'in:someone-else']);
    await test.database.query(
      `update leads set status = 'failed', error_code = 'x', error_message = 'bad input: linkedin.com/in/Zelda-Quist' where id = $1`,
      [other],
    );
    await addRun('collected', 'done-1', [{ ...zelda, memberUrn: urn }], [`urn:${urn}`]);
    const alone = await addRun('intended', null, [zelda], ['in:zelda-quist']);

    await saveVerdicts(test.database, [
      stated(byVanity, 'fit'),
      stated(byUrn, 'not_fit', { source: 'import', judge: 'crm', outcome: 'Wrong person' }),
      stated(other, 'fit'),
    ]);

    expect(await forget({ vanity: 'zelda-quist' })).toEqual({
      ...{ leads: 2, profiles: 2, answers: 3 },
      ...{ verdicts: 2, runs: 3, mentions: 0 },
    });

    expect(await foundIn(test.database, ['zelda', 'quist', urn, 'tames', own.textHash])).toEqual([]);
    expect(await idsOf(one.clientId)).toEqual([other]);
    expect(await idsOf(two.clientId)).toEqual([]);
    const { rows: verdicts } = await test.database.query(
      'select lead_id, verdict from verdicts where lead_id = any($1::bigint[])',
      [[byVanity, byUrn, other]],
    );
    expect(verdicts).toEqual([{ lead_id: other, verdict: 'fit' }]);
    const { rows } = await test.database.query<{
      id: number;
      state: string;
      targets: unknown;
      keys: string[];
    }>(`select id, state, targets, person_keys as keys from actor_runs where id = any($1) order by id`, [
      [open, alone],
    ]);
    expect(rows).toEqual([
      { id: open, state: 'started', targets: [neighbour], keys: ['in:someone-else'] },
      { id: alone, state: 'abandoned', targets: [], keys: [] },
    ]);
    const { rows: costs } = await test.database.query(
      'select from usage where lead_ids @> array[$1::bigint]',
      [byVanity],
    );
    expect(costs).toHaveLength(1);
  });

  it('can be done again, and with people of whom there is nothing', async () => {
    const nothing = { leads: 0, profiles: 0, answers: 0, verdicts: 0, runs: 0, mentions: 0 };
    expect(await forget({ vanity: 'never-seen' })).toEqual(nothing);
    expect(await forget({ vanity: 'never-seen' })).toEqual(nothing);
  });

  it('remembers HMAC-SHA256 of each name under a key that stays the same', async () => {
    await forget({ urn: memberId(7010), vanity: 'hashed' });
    const { rows: keys } = await test.database.query<{ inner: string; outer: string }>(
      `select encode(inner_pad, 'hex') as inner, encode(outer_pad, 'hex') as outer from forgetting_key`,
    );
    expect(keys).toHaveLength(1);
    const secretOf = (hex: string, pad: number) =>
      Buffer.from(Buffer.from(hex, 'hex').map((byte) => byte ^ pad));
    const secret = secretOf(keys[0]!.inner, 0x36);
    expect(secretOf(keys[0]!.outer, 0x5c)).toEqual(secret);
    const hashes = ['in:hashed', `urn:${memberId(7010)}`].map((name) =>
      createHmac('sha256', secret).update(name).digest('hex'),
    );
    const { rows } = await test.database.query<{ hash: string }>(
      'select key_hash as hash from forgotten_people where key_hash = any($1::text[])',
      [hashes],
    );
    expect(rows).toHaveLength(2);
  });

  it('leaves answers to a text that somebody else has too', async () => {
    const [mine, theirs] = [scraped({ vanity: 'twin-a' }), scraped({ vanity: 'twin-b' })];
    expect(mine.textHash).toBe(theirs.textHash);
    await profiles().save('network', 'test', [mine, theirs]);
    await keepAnswers(mine.textHash, 'of both');
    expect(await forget({ vanity: 'twin-a' })).toMatchObject({ profiles: 1, answers: 0 });
    expect(await answersTo(mine.textHash)).toBe(3);
    expect(await forget({ vanity: 'twin-b' })).toMatchObject({ profiles: 1, answers: 3 });
  });

  it('takes along the answers to what a profile said before it was fetched again, or was joined with another', async () => {
    const urn = memberId(7020);
    const texts = [
      scraped({ vanity: 'said-before' }, { fullName: 'Said First' }),
      scraped({ vanity: 'said-before' }, { fullName: 'Said Second' }),
      scraped({ urn }, { fullName: 'Said Third' }),
      scraped({ urn, vanity: 'said-before' }, { fullName: 'Said Last' }),
    ];
    for (const one of texts) {
      await profiles().save('network', 'test', [one]);
      await keepAnswers(one.textHash, one.profile.fullName!);
    }
    expect(await foundIn(test.database, ['Said First', 'Said Third'])).toHaveLength(2);
    expect(await forget({ urn })).toMatchObject({ profiles: 1, answers: 12 });
    expect(
      await foundIn(
        test.database,
        texts.map((one) => one.profile.fullName!),
      ),
    ).toEqual([]);
  });

  it('keeps no answer that an open batch brings, and its cost', async () => {
    const own = scraped({ vanity: 'in-batch' }, { fullName: 'In A Batch' });
    await profiles().save('network', 'test', [own]);
    await answers().reserveEmbeddings('batched', [own.textHash]);
    const ledger = createAnswerBatchLedger(test.database, 'one', 300, { release: async () => false });
    const batch = await ledger.open('openai', 'host', { kind: 'embedding', model: 'batched' });
    const context = { clientId: null, batchId: null, leadId: null };
    await ledger.add(batch, [{ textHash: own.textHash, context }]);
    await forget({ vanity: 'in-batch' });
    const attempt: Attempt = {
      provider: 'openai',
      stage: 'enrich',
      model: 'batched',
      outcome: 'ok',
      contexts: [context],
      promptTokens: 10,
      completionTokens: 0,
      requests: 1,
      costUsd: 0.01,
      latencyMs: 0,
      actorRunId: null,
    };
    const answer = { kind: 'vector', vector: [1, 0] } as const;
    await ledger.settle(batch, [{ textHash: own.textHash, attempt, answer }]);
    expect(await answersTo(own.textHash)).toBe(0);
    const { rows } = await test.database.query(`select from usage where model = 'batched'`);
    expect(rows).toHaveLength(1);
    expect(await foundIn(test.database, [own.textHash])).toEqual([]);
  });

  it('keeps no answer that comes too late, unless the text is somebody else’s by then', async () => {
    const late = scraped({ vanity: 'late-one' }, { fullName: 'Late Answer' });
    await profiles().save('network', 'test', [late]);
    await forget({ vanity: 'late-one' });
    await keepAnswers(late.textHash, 'too late');
    expect(await answersTo(late.textHash)).toBe(0);
    expect(await foundIn(test.database, ['too late'])).toEqual([]);
    await profiles().save('network', 'test', [scraped({ vanity: 'namesake' }, { fullName: 'Late Answer' })]);
    await keepAnswers(late.textHash, 'of the namesake');
    expect(await answersTo(late.textHash)).toBe(3);
  });
});

describe('who is meant', () => {
  const [one, two] = [memberId(7101), memberId(7102)];
  type Name = { urn?: string; vanity?: string };

  it.each<[string, { leads: Name[]; profiles: Name[]; asked: Name; left: number[] }]>([
    [
      'the same person under member id and vanity name, tied by a profile',
      {
        leads: [{ urn: one }, { vanity: 'tied' }],
        profiles: [{ urn: one, vanity: 'tied' }],
        asked: { vanity: 'tied' },
        left: [],
      },
    ],
    [
      'the same person under two vanity names, tied by leads alone',
      {
        leads: [{ urn: one, vanity: 'was' }, { urn: one, vanity: 'is' }, { vanity: 'is' }],
        profiles: [],
        asked: { vanity: 'was' },
        left: [],
      },
    ],
    [
      'whoever was found under a vanity name last, and not who had it before',
      {
        leads: [
          { urn: two, vanity: 'moved' },
          { urn: one, vanity: 'moved' },
        ],
        profiles: [
          { urn: two, vanity: 'moved' },
          { urn: one, vanity: 'moved' },
        ],
        asked: { vanity: 'moved' },
        left: [0],
      },
    ],
    [
      'nobody who has the vanity name, when asked for by a member id that never had it',
      {
        leads: [{ vanity: 'apart' }, { urn: two }],
        profiles: [],
        asked: { urn: one, vanity: 'x' },
        left: [0, 1],
      },
    ],
  ])('%s', async (title, { leads, profiles: known, asked, left }) => {
    const own = (name: Name): Name => ({
      ...(name.urn === undefined ? {} : { urn: name.urn }),
      ...(name.vanity === undefined ? {} : { vanity: `${name.vanity}-${title.length}` }),
    });
    const ids: number[] = [];
    const slugs: string[] = [];
    for (const [index, name] of leads.entries()) {
      const slug = `meant-${title.length}-${index}`;
      slugs.push(slug);
      ids.push(await addLead(test.database, await addClient(test.database, slug), own(name)));
    }
    for (const name of known) await profiles().save('network', 'test', [scraped(own(name))]);
    await forget(own(asked));
    const { rows } = await test.database.query<{ id: number }>(
      'select id from leads where id = any($1::bigint[]) order by id',
      [ids],
    );
    expect(rows.map((row) => row.id)).toEqual(left.map((index) => ids[index]));
    await test.database.query('delete from leads where id = any($1::bigint[])', [ids]);
    await test.database.query('delete from forgotten_people');
  });

  it('takes a vanity name from a lead that had it before, which goes on by its member id', async () => {
    const [now, before] = [memberId(7110), memberId(7111)];
    const client = await addClient(test.database, 'name-taken');
    const stays = await addLead(test.database, client, { urn: before, vanity: 'handed-over' });
    await profiles().save('network', 'test', [scraped({ urn: now, vanity: 'handed-over' })]);
    await forget({ urn: now });
    expect(await leadsOf(test.database, client.clientId)).toMatchObject([
      { id: stays, publicIdentifier: null, url: `https://www.linkedin.com/in/${before}` },
    ]);
    expect(await foundIn(test.database, ['handed-over'])).toEqual([]);
  });

  it('takes a lead under somebody else’s name along when what it shows is this person', async () => {
    const [now, before] = [memberId(7120), memberId(7121)];
    const client = await addClient(test.database, 'shows-another');
    const id = await addLead(test.database, client, { urn: before, name: 'Shown Now' });
    const [profileId] = await profiles().save('network', 'test', [scraped({ urn: now })]);
    await test.database.query(`update leads set status = 'enriched', profile_id = $2 where id = $1`, [
      id,
      profileId,
    ]);
    expect(await forget({ urn: now })).toMatchObject({ leads: 1 });
    expect(await idsOf(client.clientId)).toEqual([]);
  });
});

describe('what is kept of calls, and of whom ICPs name', () => {
  const said = (value: string, quote: string, speaker: string | null = 'Ben Okoro') =>
    ({ kind: 'title', stance: 'wants', value, quote, speaker, atSeconds: 3 }) as const;
  const call = (clientId: number, callId: string, title: string): ReadCall => ({
    clientId,
    source: 'fathom',
    callId,
    origin: 'network',
    title,
    url: null,
    heldAt: null,
    transcriptHash: 'h',
    extractor: 'm/1',
  });

  it('names a forgotten person nowhere, and keeps what others said', async () => {
    const { clientId, batchId } = await addClient(test.database, 'calling');
    await addLead(test.database, { clientId, batchId }, { vanity: 'yara-blom', name: 'Yara  BLÖM, PhD' });
    const extractions = createExtractionStore(test.database, {
      worker: 'one',
      leaseSeconds: 300,
      deadWorkers: { release: async () => false },
    });
    await saveReadCall(test.database, call(clientId, '1', 'Intro yara-blöm x us'), [
      said('CFO', 'We sell to the CFO of firms', 'Yara Blöm'),
      said('COO', "Yara Blöm's COO is whom we want"),
      said('like Yara Blöm', 'We want people like her'),
      said('CMO', 'Yara is whom we ask for a CMO'),
    ]);
    await saveReadCall(test.database, call(clientId, '2', 'Yara Blömqvist'), [
      said('CTO', 'We want the CTO of firms', 'Yara Blömqvist'),
    ]);
    await extractions.save('m', '1', 'hers', [said('COO', 'Ask "Yara Blöm" about COOs')]);
    await extractions.save('m', '1', 'others', [said('COO', 'Ask Yara about COOs')]);

    await forget({ vanity: 'yara-blom' });

    const { rows: calls } = await test.database.query(
      'select title from fathom_calls where client_id = $1 order by call_id',
      [clientId],
    );
    expect(calls).toEqual([{ title: null }, { title: 'Yara Blömqvist' }]);
    expect(
      (await listMentions(test.database, clientId, 'network')).map(({ value, speaker }) => [value, speaker]),
    ).toEqual([
      ['CFO', null],
      ['CMO', 'Ben Okoro'],
      ['CTO', 'Yara Blömqvist'],
    ]);
    const kept = await findExtractions(test.database, 'm', '1', ['hers', 'others']);
    expect([...kept.keys()]).toEqual(['others']);
    expect(await foundIn(test.database, ['yara blöm,', 'yara blöm"', "yara blöm'", 'yara-bl'])).toEqual([]);
  });

  it('takes a forgotten person out of ICPs, and leaves the rest of them as it was', async () => {
    const { clientId, batchId } = await addClient(test.database, 'naming');
    await addLead(test.database, { clientId, batchId }, { vanity: 'oda-lind', name: 'Oda Lind' });
    const criteria = parseIcp(
      'target_titles: [CFO]\nexclude_titles: [Oda Lind, Intern]\nnotes: Not via Oda Lind. Growing firms.\nweights: {title: 40}',
      'test',
    );
    await saveIcp(test.database, clientId, criteria);
    await saveIcp(test.database, clientId, { ...criteria, excludeTitles: ['Intern'], notes: null });

    expect(await forget({ vanity: 'oda-lind' })).toMatchObject({ leads: 1, mentions: 1 });

    expect(await foundIn(test.database, ['oda lind', 'oda-lind'])).toEqual([]);
    const [first, second] = await Promise.all(
      [1, 2].map((version) => requireIcpVersion(test.database, { id: clientId, slug: 'naming' }, version)),
    );
    const kept = { ...criteria, excludeTitles: ['Intern'] };
    expect(first).toMatchObject({
      criteria: { ...kept, notes: 'Growing firms.' },
      text: 'Target titles: CFO | Notes: Growing firms.',
    });
    expect(second!.criteria).toEqual({ ...kept, notes: null });
  });
});
