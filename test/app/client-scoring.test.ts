import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientScoring, type ScoringWishes } from '../../src/app/client-scoring.ts';
import { type ScoringModels, scoringSettingsKey } from '../../src/app/services.ts';
import { NO_CALIBRATION, saveCalibration } from '../../src/store/calibrations.ts';
import { addClientWithIcp, addIcpVersion, type ScoredClient } from '../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const services: ScoringModels = {
  embeddings: { model: 'embedder' },
  classifications: { key: 'classifier|prompt' },
};
const reranked = scoringSettingsKey(services, { model: 'reranker' });
const beyond = scoringSettingsKey(services, 'beyond-shortlist');
const mapping = { kind: 'platt', slope: 8, intercept: -4 } as const;

async function calibrate(client: ScoredClient, settingsKey: string) {
  const content = { mapping, settingsKey, icpId: client.icpId, fits: 40, misses: 56, figures: null };
  await test.database.transaction((transaction) => saveCalibration(transaction, client.clientId, content));
}

/** How the client's leads are scored, and what is said of it. */
async function scoring(client: ScoredClient, change: Partial<ScoringWishes> = {}, icpId = client.icpId) {
  const notices: string[] = [];
  const app = { database: test.database, notice: (message: string) => notices.push(message) };
  const wishes = {
    clientId: client.clientId,
    reranking: { model: 'reranker' },
    shortlisted: false,
    ...change,
  };
  const all = await clientScoring(app, services, new Map([[client.clientId, { id: icpId }]]), wishes);
  return { ...all.get(client.clientId)!, notices };
}

describe('how the leads of a client are scored', () => {
  it('is as ever without a calibration, and after the way back', async () => {
    const client = await addClientWithIcp(test.database, 'none');
    const plain = {
      usual: { settingsKey: reranked },
      beyond: { settingsKey: beyond, beyondShortlist: true },
      notices: [],
    };
    expect(await scoring(client)).toEqual(plain);
    await calibrate(client, reranked);
    await test.database.transaction((transaction) =>
      saveCalibration(transaction, client.clientId, NO_CALIBRATION),
    );
    expect(await scoring(client)).toEqual(plain);
  });

  it('is by the calibration where it was fitted to such scores', async () => {
    const client = await addClientWithIcp(test.database, 'fitting');
    await calibrate(client, reranked);
    const { usual, beyond: others, notices } = await scoring(client);
    expect(usual).toEqual({ settingsKey: reranked, calibration: { mapping, version: 1, verdicts: 96 } });
    expect(others).toEqual({ settingsKey: beyond, beyondShortlist: true });
    expect(notices).toEqual([]);
  });

  it.each<[string, Partial<ScoringWishes>, RegExp]>([
    [
      'other models',
      { reranking: { model: 'another' } },
      /^calibration 1 of (\S+) was fitted to scores of other models and is left out; .*icp calibrate --client \1$/,
    ],
    ['no reranker', { reranking: 'no-rerank' }, /other models and is left out/],
  ])('is raw with %s, and says so', async (name, wishes, notice) => {
    const client = await addClientWithIcp(test.database, `other-${name.replace(' ', '-')}`);
    await calibrate(client, reranked);
    const { usual, notices } = await scoring(client, wishes);
    expect(usual).not.toHaveProperty('calibration');
    expect(notices).toEqual([expect.stringMatching(notice)]);
  });

  it('says which leads a calibration is for where there is a shortlist', async () => {
    const client = await addClientWithIcp(test.database, 'shortlist');
    await calibrate(client, reranked);
    const first = await scoring(client, { shortlisted: true });
    expect([first.usual.calibration?.version, first.beyond.calibration]).toEqual([1, undefined]);
    expect(first.notices).toEqual([expect.stringMatching(/is for leads that the reranker is asked about/)]);
    await calibrate(client, beyond);
    const second = await scoring(client, { shortlisted: true });
    expect([second.usual.calibration, second.beyond.calibration?.version]).toEqual([undefined, 2]);
    expect(second.notices).toEqual([expect.stringMatching(/is for leads beyond a shortlist/)]);
  });

  it('goes on by it after an edit of the ICP, and says under which version it was fitted', async () => {
    const client = await addClientWithIcp(test.database, 'edited');
    await calibrate(client, reranked);
    const { usual, notices } = await scoring(client, {}, await addIcpVersion(test.database, client, 2));
    expect(usual.calibration?.version).toBe(1);
    expect(notices).toEqual([expect.stringMatching(/was fitted under version 1 of the ICP; after a review/)]);
  });
});
