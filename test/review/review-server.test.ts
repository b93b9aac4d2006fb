import { type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReview } from '../../src/app/review-leads.ts';
import { StopRun } from '../../src/domain/errors.ts';
import {
  type ReviewServer,
  type ReviewServerOptions,
  startReviewServer,
} from '../../src/review/review-server.ts';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import { addClient } from '../support/leads.ts';
import { addIcp, addScoredLead } from '../support/reviewable-leads.ts';
import { startSeverableServer } from '../support/severable-server.ts';
import { createTestDatabase, itOnServer, type TestDatabase } from '../support/test-database.ts';
import { type Answer, askReview } from './ask-review.ts';
import { HOSTILE } from './reviewed-people.ts';

const TOKEN = 'xJ3v-0Zq_8mWb1rT5yU7iO9pA2sD4fG6hK8lQ0wE1rc';
const VERDICTS = `/${TOKEN}/api/verdicts`;
/** Time enough for what does not wait to be done. */
const A_WHILE_MS = 100;

let test: TestDatabase;
let server: ReviewServer;
let lead: number;
let port: number;
let isAway = false;
const reported: unknown[] = [];
let transactions = 0;
/** What the next transaction waits for. */
let obstacle: (() => Promise<void>) | null = null;

/** The database, which can be told to be away, or to keep a transaction waiting. */
function absentable(database: Database): Database {
  const away = () =>
    Promise.reject(new StopRun('database', 'database_unreachable', 'the database is away', 'start it'));
  return {
    ...database,
    query: (sql, params) => (isAway ? away() : database.query(sql, params)),
    transaction: async (work, options) => {
      transactions += 1;
      const obstructed = obstacle?.();
      obstacle = null;
      await obstructed;
      return isAway ? away() : database.transaction(work, options);
    },
  };
}

function optionsOf(change: Partial<ReviewServerOptions> = {}): ReviewServerOptions {
  const scope = { clientId: null, batchId: null };
  const database = absentable(test.database);
  return {
    review: openReview({ database }, { scope, cut: 0.2, showScores: false, newSeed: () => 'seed' }),
    ...{ client: null, batch: null, reviewer: 'Anna', port: 0, token: TOKEN, pageFolder: 'dist/review/page' },
    onError: (error) => reported.push(error),
    ...change,
  };
}

beforeAll(async () => {
  test = await createTestDatabase();
  const client = await addClient(test.database, 'acme');
  const icpId = await addIcp(test.database, client.clientId);
  lead = await addScoredLead(test.database, client, { vanity: 'mallory' }, { icpId, profile: HOSTILE });
  server = await startReviewServer(optionsOf());
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.close();
  await test.close();
});

const ask = (path: string, headers?: OutgoingHttpHeaders, method?: string, body?: string) =>
  askReview(port, path, headers, method, body);
const post = (document: unknown, headers: OutgoingHttpHeaders = {}) =>
  ask(
    VERDICTS,
    { 'content-type': 'application/json', ...headers },
    'POST',
    typeof document === 'string' ? document : JSON.stringify(document),
  );
const PAGE = '7d1f2c34-5b6a-4978-8c9d-0e1f2a3b4c5d';
let words = 0;
/** The next word of a page on the lead. */
const word = (change: object = {}) => ({ number: ++words, lead, verdict: 'fit', ...change });
const aPost = (change: object = {}) => ({ reviewer: 'Anna', page: PAGE, words: [word()], ...change });
const aVerdict = (change: object) => aPost({ words: [word(change)] });
const pause = (ms = A_WHILE_MS) => new Promise((passed) => setTimeout(passed, ms));
/** A post of which the verdict has got as far as the database. */
async function holdUp(document: unknown, at = server) {
  let letGo = () => {};
  let saved: Promise<unknown>;
  await new Promise<void>((reached) => {
    obstacle = () => {
      reached();
      return new Promise((go) => {
        letGo = go;
      });
    };
    saved = fetch(`${at.url}api/verdicts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    }).catch(() => {});
  });
  return {
    letGo: async () => {
      await pause();
      letGo();
      await saved;
    },
  };
}
const verdicts = async () => (await test.database.query('select verdict from verdicts')).rows;

describe('what the review takes', () => {
  it.each<[string, number, () => Promise<Answer>]>([
    ['no JSON type', 415, () => post(aPost(), { 'content-type': 'text/plain' })],
    ['a form', 415, () => post('lead=1', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['no JSON', 400, () => post('{')],
    ['nothing', 400, () => post('')],
    ['too much', 413, () => post(aPost({ reviewer: 'x'.repeat(66_000) }))],
    ['another verdict', 400, () => post(aVerdict({ verdict: 'maybe' }))],
    ['no lead', 400, () => post(aVerdict({ lead: '1 or 1=1' }))],
    ['more than it knows', 400, () => post(aVerdict({ below_cut: true }))],
    ['no number', 400, () => post(aVerdict({ number: 0 }))],
    ['no words', 400, () => post(aPost({ words: [] }))],
    ['a page without a name', 400, () => post(aPost({ page: 'page' }))],
    ['no name', 400, () => post(aPost({ reviewer: ' \u202e ' }))],
    ['a name that is too long', 400, () => post(aPost({ reviewer: 'x'.repeat(81) }))],
    ['a lead that is not there', 404, () => post(aVerdict({ lead: 99_999 }))],
    ['a verdict by GET', 404, () => ask(`${VERDICTS}?reviewer=Anna&lead=${lead}&verdict=fit`)],
    ['a score before the verdict', 409, () => ask(`/${TOKEN}/api/leads/${lead}/score`)],
    ['a score of another reviewer', 409, () => ask(`/${TOKEN}/api/leads/${lead}/score?reviewer=Ben`)],
    ['a lead by another name', 400, () => ask(`/${TOKEN}/api/leads/${lead}e0`)],
    ['an ICP that is not there', 404, () => ask(`/${TOKEN}/api/icps/99999`)],
    ['a reviewer without a name', 400, () => ask(`/${TOKEN}/api/queue?reviewer=%20`)],
  ])('not %s: %i', async (_, status, act) => {
    const { status: given, body, headers } = await act();
    expect(given).toBe(status);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(JSON.parse(body)).toMatchObject({ error: { code: expect.any(String), hint: expect.any(String) } });
    expect(await verdicts()).toEqual([]);
  });

  it('a verdict, which it says nothing about, and takes back', async () => {
    expect(await post(aPost())).toMatchObject({ status: 204, body: '' });
    expect(await verdicts()).toEqual([{ verdict: 'fit' }]);
    expect(JSON.parse((await ask(`/${TOKEN}/api/leads/${lead}/score`)).body)).toMatchObject({ score: 60 });
    expect(await post(aVerdict({ verdict: null }))).toMatchObject({ status: 204 });
    expect(await verdicts()).toEqual([]);
    expect(reported).toEqual([]);
  });

  it.each<[string, OutgoingHttpHeaders]>([
    ['a length', { 'content-length': 100 }],
    ['chunks', { 'transfer-encoding': 'chunked' }],
  ])('nothing of a post with %s that breaks off, nor does it tell anybody', async (_, headers) => {
    const brokenOff = request({
      ...{ host: '127.0.0.1', port, path: VERDICTS, method: 'POST' },
      headers: { 'content-type': 'application/json', ...headers },
    });
    brokenOff.on('error', () => {});
    brokenOff.write('{"reviewer":"Anna"');
    await pause();
    brokenOff.destroy();
    await pause();
    expect(reported).toEqual([]);
  });

  it('a name of 80 characters of any script', async () => {
    const reviewer = '𓀀'.repeat(80);
    expect(await post(aPost({ reviewer }))).toMatchObject({ status: 204 });
    const undone = { reviewer, words: [word({ verdict: null })] };
    expect(await post(aPost(undone))).toMatchObject({ status: 204 });
  });

  it('the words of a page that was left, in their order, those behind one that is refused too', async () => {
    const left = [word(), word({ lead: 99_999 }), word({ verdict: 'not_fit' })];
    expect((await post(aPost({ words: left }))).status).toBe(404);
    expect(await verdicts()).toEqual([{ verdict: 'not_fit' }]);
    await post(aVerdict({ verdict: null }));
  });

  it('no word that comes after a later one of its page, or a second time', async () => {
    const [early, late] = [word(), word({ verdict: null })];
    for (const words of [[late], [early], [early, late, early]])
      expect((await post(aPost({ words }))).status).toBe(204);
    expect(await verdicts()).toEqual([]);
    const elsewhere = '00000000-0000-4000-8000-000000000001';
    await post(aPost({ page: elsewhere, words: [word({ number: 1 })] }));
    expect(await verdicts()).toEqual([{ verdict: 'fit' }]);
    await post(aVerdict({ verdict: null }));
  });

  it.each([
    ['its undoing', null],
    ['its opposite', 'not_fit'],
  ] as const)('a verdict and %s side by side, of which the later one stands', async (_, verdict) => {
    const held = await holdUp(aPost());
    const later = post(aVerdict({ verdict }));
    await held.letGo();
    expect((await later).status).toBe(204);
    expect(await verdicts()).toEqual(verdict === null ? [] : [{ verdict }]);
    await post(aVerdict({ verdict: null }));
  });

  it('a question for the queue after the words that came before it', async () => {
    const held = await holdUp(aPost());
    const answer = ask(`/${TOKEN}/api/queue`);
    await held.letGo();
    expect(JSON.parse((await answer).body)).toMatchObject({ leads: [{ verdict: 'fit' }] });
    await post(aVerdict({ verdict: null }));
  });

  it('a post that comes again meanwhile as the same, whatever becomes of it', async () => {
    const document = aPost();
    const before = transactions;
    const held = await holdUp(document);
    const again = [post(document), post(document)];
    isAway = true;
    await held.letGo();
    isAway = false;
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual([503, 503]);
    expect(transactions - before).toBe(1);
    expect((await post(document)).status).toBe(204);
    expect(await verdicts()).toEqual([{ verdict: 'fit' }]);
    await post(aVerdict({ verdict: null }));
  });

  it('all that came in before it ends', async () => {
    const other = await startReviewServer(optionsOf());
    const held = await holdUp(aPost(), other);
    const closed = other.close().then(() => 'closed');
    // Longer than connections are kept for.
    expect(await Promise.race([closed, pause(700)])).not.toBe('closed');
    await held.letGo();
    await closed;
    expect(await verdicts()).toEqual([{ verdict: 'fit' }]);
    await post(aVerdict({ verdict: null }));
  });
});

describe('what the review says', () => {
  it('of a hostile profile is clean text, and the link is made of the name, not of the data', async () => {
    const { body, headers } = await ask(`/${TOKEN}/api/leads/${lead}`);
    expect(headers['content-type']).toBe('application/json');
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    const shown = JSON.parse(body);
    expect(shown).toMatchObject({
      name: '<script>window.hacked = 1</script>Mallory gnp.exe',
      profileUrl: 'https://www.linkedin.com/in/mallory',
      roles: [{ title: '<b onmouseover=window.hacked=6>CFO</b>' }],
    });
    expect(JSON.stringify(shown)).not.toMatch(/"score|reasoning|below/);
  });

  it('while the database is away is that, and everything again when it is back', async () => {
    isAway = true;
    const { status, body } = await post(aPost());
    expect({ status, ...JSON.parse(body) }).toEqual({
      status: 503,
      error: { code: 'database_unreachable', message: 'the database is away', hint: 'start it' },
    });
    isAway = false;
    expect((await post(aPost())).status).toBe(204);
  });

  itOnServer('after an outage that is over soon is as if nothing had been', async () => {
    const proxy = await startSeverableServer(test.url!);
    const database = openPostgres(proxy.url, { applicationName: 'icp-tests', notice: () => {} });
    const scope = { clientId: null, batchId: null };
    const review = openReview({ database }, { scope, cut: 0.2, showScores: false, newSeed: () => 'seed' });
    const other = await startReviewServer(optionsOf({ review }));
    const read = async () => (await fetch(`${other.url}api/queue?reviewer=Dora`)).status;
    const write = () =>
      fetch(`${other.url}api/verdicts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(aPost({ reviewer: 'Dora' })),
      });
    try {
      expect(await read()).toBe(200);
      const cut = proxy.cut(700);
      expect((await write()).status).toBe(204);
      await cut;
      expect(await read()).toBe(200);
    } finally {
      await other.close();
      await database.close();
      await proxy.close();
    }
  });

  it('of an error of its own is nothing that helps an attacker', async () => {
    const failing = openReview(
      { database: test.database },
      { scope: { clientId: null, batchId: null }, cut: 0.2, showScores: false, newSeed: () => 's' },
    );
    const broken = { ...failing, queue: () => Promise.reject(new Error('secret detail')) };
    const other = await startReviewServer(optionsOf({ review: broken }));
    const answer = await fetch(`${other.url}api/queue`);
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('secret')]);
    expect(reported).toEqual([new Error('secret detail')]);
    await other.close();
  });
});
