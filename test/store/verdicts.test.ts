import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveVerdicts, withdrawVerdict } from '../../src/store/verdicts.ts';
import { addClientWithIcp, addIcpVersion, addScoredLeads, stated } from '../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const kept = async (leadId: number) => {
  const { rows } = await test.database.query<{
    source: string;
    judge: string;
    verdict: string;
    icpId: number;
  }>(
    `select source, judge, verdict, client_icp_id as "icpId" from verdicts where lead_id = $1 order by source, judge`,
    [leadId],
  );
  return rows;
};

describe('saveVerdicts', () => {
  it('keeps one verdict of each judge and source, the latest', async () => {
    const client = await addClientWithIcp(test.database, 'latest');
    const [lead] = await addScoredLeads(test.database, client, [{ score: 50 }]);
    const words = [
      stated(lead!, 'fit', { judge: 'anna' }),
      stated(lead!, 'not_fit', { judge: 'ben' }),
      stated(lead!, 'not_fit', { source: 'import', judge: 'anna' }),
    ];
    expect(await saveVerdicts(test.database, words)).toEqual({ changed: 3 });
    expect(await saveVerdicts(test.database, words)).toEqual({ changed: 0 });
    expect(await saveVerdicts(test.database, [stated(lead!, 'not_fit', { judge: 'anna' })])).toEqual({
      changed: 1,
    });
    expect(await kept(lead!)).toMatchObject([
      { source: 'import', judge: 'anna', verdict: 'not_fit' },
      { source: 'review', judge: 'anna', verdict: 'not_fit' },
      { source: 'review', judge: 'ben', verdict: 'not_fit' },
    ]);
  });

  it('of an edited ICP: a reviewer who says the same again says it of the new one, a file that comes again does not', async () => {
    const client = await addClientWithIcp(test.database, 'edited');
    const [lead] = await addScoredLeads(test.database, client, [{ score: 50 }]);
    const say = (icpId: number) =>
      saveVerdicts(test.database, [
        stated(lead!, 'fit', { judge: 'anna', icpId }),
        stated(lead!, 'fit', { source: 'import', judge: 'crm', icpId }),
      ]);
    await say(client.icpId);
    const edited = await addIcpVersion(test.database, client, 2);
    expect(await say(edited)).toEqual({ changed: 1 });
    expect(await kept(lead!)).toMatchObject([
      { source: 'import', icpId: client.icpId },
      { source: 'review', icpId: edited },
    ]);
  });
});

describe('withdrawVerdict', () => {
  it('takes back what one judge said, and nothing else', async () => {
    const client = await addClientWithIcp(test.database, 'withdrawn');
    const [lead] = await addScoredLeads(test.database, client, [{ score: 50 }]);
    await saveVerdicts(test.database, [
      stated(lead!, 'fit', { judge: 'anna' }),
      stated(lead!, 'fit', { judge: 'ben' }),
    ]);
    const word = { leadId: lead!, source: 'review', judge: 'anna' } as const;
    for (let time = 0; time < 2; time += 1) {
      await withdrawVerdict(test.database, word);
      expect(await kept(lead!)).toMatchObject([{ judge: 'ben' }]);
    }
  });
});
