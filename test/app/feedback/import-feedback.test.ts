import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportRequest, importFeedback } from '../../../src/app/feedback/import-feedback.ts';
import { addClientWithIcp, addScoredLeads } from '../../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

async function clientWith(slug: string, leads: number) {
  const client = await addClientWithIcp(test.database, slug);
  await addScoredLeads(
    test.database,
    client,
    Array.from({ length: leads }, () => null),
  );
  const load = (rows: readonly string[], change: Partial<ImportRequest> = {}) =>
    importFeedback(test.database, Buffer.from(`url,outcome\n${rows.join('\n')}\n`), 'deals.csv', {
      ...{ client: slug, from: 'crm', columns: new Map(), words: {}, dryRun: false },
      ...change,
    });
  const stored = async () =>
    (
      await test.database.query(
        `select l.public_identifier as who, v.judge, v.verdict, v.outcome, v.client_icp_id = $2 as "currentIcp"
           from verdicts v join leads l on l.id = v.lead_id where l.client_id = $1 order by l.id, v.judge`,
        [client.clientId, client.icpId],
      )
    ).rows;
  return { client, load, stored };
}

describe('importFeedback', () => {
  it('keeps outcomes once, says what it left out, and changes only what has changed', async () => {
    const { load, stored } = await clientWith('keep', 3);
    const rows = [
      'in/keep-1,Closed Won',
      'https://de.linkedin.com/in/KEEP-1/,Meeting booked',
      'in/keep-2,Unqualified',
      'in/keep-3,No reply',
      ',Closed Won',
      'in/somebody,won',
      'in/somebody,won',
    ];
    const counts = {
      rows: 7,
      fit: 1,
      notFit: 1,
      leftOut: { saysNothing: 1, noLink: 1 },
      unknown: [{ memberUrn: null, publicIdentifier: 'somebody' }],
    };
    const none = { fit: 0, notFit: 0 };
    expect(await load(rows, { dryRun: true })).toEqual({ ...counts, stored: 2, unchanged: 0, now: none });
    expect(await stored()).toEqual([]);
    const now = { fit: 1, notFit: 1 };
    expect(await load(rows)).toEqual({ ...counts, stored: 2, unchanged: 0, now });
    const crm = { judge: 'crm', currentIcp: true };
    const first = { who: 'keep-1', ...crm, verdict: 'fit', outcome: 'Closed Won' };
    const second = { who: 'keep-2', ...crm, verdict: 'not_fit', outcome: 'Unqualified' };
    expect(await stored()).toEqual([first, second]);
    expect(await load(rows)).toEqual({ ...counts, stored: 0, unchanged: 2, now });
    expect(await load(['in/keep-2,customer'])).toMatchObject({ stored: 1, now: { fit: 2, notFit: 0 } });
    // Another source is another judge.
    expect(await load(['in/keep-2,no'], { from: 'calls' })).toMatchObject({ now: { fit: 2, notFit: 1 } });
  });

  it('stores nothing where a word is known to nobody, and lists such words with their counts', async () => {
    const { load, stored } = await clientWith('words', 2);
    const rows = ['in/words-1,won', 'in/words-2,Purgatory', 'in/x,purgatory', 'in/y,Limbo'];
    await expect(load(rows)).rejects.toMatchObject({
      code: 'unknown_outcomes',
      message: expect.stringMatching(/ {2}2 × Purgatory\n {2}1 × Limbo$/),
      hint: expect.stringContaining('--not-fit'),
    });
    expect(await stored()).toEqual([]);
    const words = { fit: ['limbo', 'LIMBO'], nothing: ['Purgatory'], not_fit: ['Won'] };
    expect(await load(rows, { words })).toMatchObject({ fit: 0, notFit: 1, leftOut: { saysNothing: 2 } });
    const twofold = { fit: ['Limbo'], nothing: ['limbo!'] };
    await expect(load(rows, { words: twofold })).rejects.toMatchObject({ code: 'two_meanings' });
  });

  it('stores nothing where a file says two things of one person, under whatever names', async () => {
    const { load, stored } = await clientWith('twice', 2);
    const rows = ['in/twice-2,won', 'in/twice-1,won', 'linkedin.com/in/Twice-1?x=1,wrong person'];
    await expect(load(rows)).rejects.toMatchObject({
      code: 'contradicting_outcomes',
      message: expect.stringContaining(
        'rows 2 ("won") and 3 ("wrong person"): https://www.linkedin.com/in/twice-1',
      ),
    });
    expect(await stored()).toEqual([]);
  });

  it('shortens what it stores of an outcome between characters, and reads all of it', async () => {
    const { load, stored } = await clientWith('long', 1);
    const outcome = `${'a'.repeat(199)}👍 and on`;
    const words = { fit: [outcome] };
    expect(await load([`in/long-1,${outcome}`], { words })).toMatchObject({ stored: 1 });
    expect(await stored()).toMatchObject([{ outcome: 'a'.repeat(199) }]);
    const other = `${'a'.repeat(199)}👍 and off`;
    await expect(load([`in/long-1,${other}`], { words })).rejects.toMatchObject({
      code: 'unknown_outcomes',
      message: expect.stringMatching(/ {2}1 × a{80}…$/),
    });
  });
});
