import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyCalibration, proposeCalibration } from '../../src/app/calibrate-client.ts';
import { fitProbability } from '../../src/domain/scoring/score-mapping.ts';
import { currentCalibrations } from '../../src/store/calibrations.ts';
import { saveVerdicts } from '../../src/store/verdicts.ts';
import { SeededRandom } from '../chaos/seeded-random.ts';
import {
  addClientWithIcp,
  addIcpVersion,
  addScoredLeads,
  type GivenScore,
  type ScoredClient,
  stated,
} from '../support/scored-leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

/** Scores of this client promise too much: of those at 70 points less than half are fits. */
const truth = (raw: number) => fitProbability({ slope: 9, intercept: -6.5 }, raw);

/** A client whose leads were judged by the truth, with chance. */
async function simulated(
  slug: string,
  count: number,
  probability: (raw: number) => number,
): Promise<{ client: ScoredClient; ids: readonly number[]; scores: readonly number[] }> {
  const client = await addClientWithIcp(test.database, slug);
  const random = new SeededRandom(count);
  const scores = Array.from({ length: count }, () => Math.round(1000 * random.next()) / 10);
  const ids = await addScoredLeads(
    test.database,
    client,
    scores.map((score) => ({ score })),
  );
  const verdicts = ids.map((id, index) =>
    stated(id, random.next() < probability(scores[index]!) ? 'fit' : 'not_fit'),
  );
  await saveVerdicts(test.database, verdicts);
  return { client, ids, scores };
}

describe('a calibration of a client with known truth', () => {
  it('is truer than the scores, for those judged and against the truth, and names a score for the export', async () => {
    const { client, scores } = await simulated('truth', 250, truth);
    const proposal = await proposeCalibration(test.database, client.slug, 0.7);
    expect(proposal.fits + proposal.misses).toBe(250);
    expect(proposal.after.ece).toBeLessThan(proposal.before.ece / 2);
    expect(proposal.after.brier).toBeLessThan(proposal.before.brier);
    const { mapping } = proposal.content!;
    const offBy = (said: (raw: number) => number) =>
      scores.reduce((sum, raw) => sum + Math.abs(said(raw) - truth(raw)), 0) / scores.length;
    expect(offBy((raw) => fitProbability(mapping!, raw))).toBeLessThan(offBy((raw) => raw / 100) / 3);
    const { reached } = proposal.threshold;
    expect(reached!.fits / reached!.leads).toBeGreaterThanOrEqual(0.7);

    const saved = await applyCalibration(test.database, proposal.client, proposal.content!);
    expect(saved).toEqual({ version: 1, changed: true });
    expect(await currentCalibrations(test.database, client.clientId)).toMatchObject([
      {
        version: 1,
        settingsKey: 'models|v2',
        icpId: client.icpId,
        icpVersion: 1,
        figures: { after: { ece: proposal.after.ece } },
      },
    ]);
    // The same verdicts make the same calibration.
    const again = await proposeCalibration(test.database, client.slug, 0.9);
    expect([proposal.sameAs, again.sameAs]).toEqual([null, 1]);
    expect(await applyCalibration(test.database, again.client, again.content!)).toEqual({
      version: 1,
      changed: false,
    });
  });

  it('is refused with too few verdicts of a kind, with what is there and how to get more', async () => {
    const { client } = await simulated('too-few', 60, (raw) => (raw > 80 ? 1 : 0));
    await expect(proposeCalibration(test.database, client.slug, 0.8)).rejects.toMatchObject({
      code: 'too_few_verdicts',
      message: expect.stringMatching(
        /^too-few has \d+ fits and \d+ others with a current score; a calibration needs 30 of each$/,
      ),
      hint: expect.stringContaining('icp review --client too-few'),
    });
  });

  it('is refused where scores tell nothing', async () => {
    const { client } = await simulated('noise', 200, () => 0.5);
    await expect(proposeCalibration(test.database, client.slug, 0.8)).rejects.toMatchObject({
      code: 'scores_tell_nothing',
    });
  });

  it('is not proposed where scores are true already', async () => {
    const { client } = await simulated('true-already', 400, (raw) =>
      fitProbability({ slope: 4.6, intercept: -2.3 }, raw),
    );
    const { content, threshold } = await proposeCalibration(test.database, client.slug, 0.8);
    expect({ content, threshold }).toEqual({ content: null, threshold: { reached: null, best: null } });
  });

  it('leaves out who has no score under the current ICP and models, and says so', async () => {
    const { client, ids } = await simulated('stale', 160, truth);
    const others: (GivenScore | null)[] = [
      { score: 'disqualified' },
      { score: 'not_enough' },
      { score: 50, models: 'older|v1' },
      null,
      { score: 70 },
    ];
    const extra = await addScoredLeads(test.database, { ...client, slug: 'stale-more' }, others);
    await saveVerdicts(test.database, [
      ...extra.map((id) => stated(id, 'fit', { belowCut: true })),
      stated(extra[4]!, 'not_fit', { source: 'import', judge: 'crm' }),
    ]);
    const { leftOut, fits, misses, belowCut } = await proposeCalibration(test.database, client.slug, 0.8);
    expect(fits + misses).toBe(ids.length);
    expect(leftOut).toEqual({ disagreed: 1, not_scored: 1, stale: 1, disqualified: 1, not_enough: 1 });
    expect(belowCut).toEqual({ leads: 4, fits: 4 });

    await addIcpVersion(test.database, client, 2);
    await expect(proposeCalibration(test.database, client.slug, 0.8)).rejects.toMatchObject({
      code: 'too_few_verdicts',
      hint: expect.stringContaining('icp qualify --client stale --rescore'),
    });
  });
});
