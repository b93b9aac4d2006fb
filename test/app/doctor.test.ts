import { describe, expect, it } from 'vitest';
import { ClockReadings } from '../../src/app/doctor/clock-readings.ts';
import { judgeVersions } from '../../src/app/doctor/examine-database.ts';
import { examineNode, judgeSpace } from '../../src/app/doctor/examine-machine.ts';

describe('what the doctor makes of', () => {
  it.each([
    ['18.20.0', 'wrong'],
    ['20.18.3', 'wrong'],
    ['20.19.0', 'fine'],
    ['22.0.0', 'fine'],
    ['24.1.0', 'fine'],
  ])('Node.js %s: %s', (version, state) => {
    expect(examineNode(version)).toMatchObject({ what: 'Node.js', state, found: version });
  });

  it.each<[string, readonly number[], string, RegExp]>([
    ['no other clock', [], 'unneeded', /no other clock/],
    ['the same time', [0], 'fine', /agrees with that of one/],
    ['a second', [900], 'fine', /agrees/],
    ['a minute', [60_000], 'fine', /60 s ahead of that of one/],
    ['more than a minute ahead', [61_000], 'wrong', /61 s ahead of that of one/],
    ['more than a minute behind', [-7_200_000], 'wrong', /7200 s behind that of one/],
    ['one other that is wrong itself', [90_000, -2000], 'fine', /2 s behind that of two/],
    ['two others that say so', [90_000, 95_000], 'wrong', /90 s ahead of that of one/],
  ])('a clock with %s', (_, aheadMs, state, found) => {
    const readings = new ClockReadings();
    aheadMs.forEach((ahead, position) => void readings.add(['one', 'two'][position]!, ahead));
    const finding = readings.judge();
    expect(finding).toMatchObject({ what: 'clock', state, found: expect.stringMatching(found) });
    expect(finding.fix === null).toBe(state !== 'wrong');
  });

  it.each<[string, number, string | null, string | null, readonly string[], RegExp | null]>([
    ['what is needed', 150_000, '0.7.0', '0.7.0', ['fine', 'fine'], null],
    ['newer ones', 180_006, '0.8.7', '0.8.7', ['fine', 'fine'], null],
    ['pgvector yet to be enabled', 160_004, '0.8.0', null, ['fine', 'fine'], null],
    ['an old server', 140_012, '0.8.0', '0.8.0', ['wrong', 'fine'], /upgrade the server/],
    ['no pgvector', 160_004, null, null, ['fine', 'wrong'], /install the extension/],
    ['an old pgvector', 160_004, '0.6.2', null, ['fine', 'wrong'], /upgrade pgvector on the server/],
    ['an old pgvector in use', 160_004, '0.8.0', '0.5.1', ['fine', 'wrong'], /alter extension vector update/],
  ])('a server with %s', (_, serverNumber, available, installed, states, fix) => {
    const findings = judgeVersions(
      { server: `${serverNumber / 10_000}`, serverNumber, available, installed },
      { kind: 'postgres', location: 'db.example/icp' },
    );
    expect(findings.map(({ what }) => what)).toEqual(['database', 'pgvector']);
    expect(findings.map(({ state }) => state)).toEqual(states);
    const wrong = findings.find(({ state }) => state === 'wrong');
    if (fix === null) expect(wrong).toBeUndefined();
    else expect(wrong).toMatchObject({ fix: expect.stringMatching(fix) });
  });

  it('a disk: half a gigabyte is enough, and the fix is for the place that it is needed for', () => {
    const places = [
      { folder: '/a/.icp', fix: 'set ICP_HOME' },
      { folder: '/a/outputs', fix: 'use -o' },
    ];
    expect(judgeSpace(500_000_000, places)).toMatchObject({
      state: 'fine',
      found: '0.5 GB for /a/.icp and /a/outputs',
    });
    expect(judgeSpace(499_999_999, places.slice(1))).toMatchObject({ state: 'wrong', fix: 'use -o' });
  });
});
