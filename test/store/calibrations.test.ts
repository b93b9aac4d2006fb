import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.ts';
import {
  type CalibrationContent,
  currentCalibrations,
  listCalibrations,
  NO_CALIBRATION,
  requireCalibration,
  saveCalibration,
} from '../../src/store/calibrations.ts';
import { addClient } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());

const accuracy = { brier: 0.1, logLoss: 0.3, ece: 0.05 };
const content = (slope: number): CalibrationContent => ({
  mapping: { kind: 'platt', slope, intercept: -4.123456 },
  settingsKey: 'models',
  icpId: null,
  fits: 40,
  misses: 56,
  figures: { before: { ...accuracy, ece: 0.2 }, after: accuracy },
});
const save = (clientId: number, what: CalibrationContent) =>
  test.database.transaction((transaction) => saveCalibration(transaction, clientId, what));

describe('the calibration of a client', () => {
  it('has a version for each change, and for the way back; what is so already makes none', async () => {
    const { clientId } = await addClient(test.database, 'versions');
    expect(await save(clientId, NO_CALIBRATION)).toEqual({ version: null, changed: false });
    expect(await save(clientId, content(7.5))).toEqual({ version: 1, changed: true });
    expect(await save(clientId, content(7.5))).toEqual({ version: 1, changed: false });
    expect(await save(clientId, content(8))).toEqual({ version: 2, changed: true });
    expect(await save(clientId, NO_CALIBRATION)).toEqual({ version: 3, changed: true });
    expect(await save(clientId, NO_CALIBRATION)).toEqual({ version: 3, changed: false });
    const first = await requireCalibration(test.database, { id: clientId, slug: 'versions' }, 1);
    expect(first).toMatchObject({ ...content(7.5), client: 'versions', icpVersion: null });
    expect(await save(clientId, first)).toEqual({ version: 4, changed: true });
    expect((await listCalibrations(test.database, clientId)).map(({ version }) => version)).toEqual([
      4, 3, 2, 1,
    ]);
    expect(await currentCalibrations(test.database, clientId)).toMatchObject([
      { version: 4, mapping: { slope: 7.5 } },
    ]);
    await expect(requireCalibration(test.database, { id: clientId, slug: 'versions' }, 9)).rejects.toThrow(
      UsageError,
    );
  });

  it('gets no version twice when two are made at once', async () => {
    const { clientId } = await addClient(test.database, 'at-once');
    const saved = await Promise.all([1, 2, 3, 4].map((slope) => save(clientId, content(slope))));
    expect(saved.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  it('is told of each client at once', async () => {
    const { clientId } = await addClient(test.database, 'another');
    await save(clientId, content(3));
    const current = await currentCalibrations(test.database, null);
    expect(current.map(({ client }) => client)).toContain('another');
    expect(new Set(current.map((one) => one.clientId)).size).toBe(current.length);
  });
});
