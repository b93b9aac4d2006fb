import { describe, expect, it } from 'vitest';
import type { CalibrationProposal } from '../../src/app/calibrate-client.ts';
import {
  appliedLines,
  proposalDocument,
  proposalLines,
  versionLines,
} from '../../src/cli/commands/calibrate-report.ts';
import { forecastFigures } from '../../src/domain/learning/forecast-figures.ts';
import { NO_CALIBRATION } from '../../src/store/calibrations.ts';

const plain = (_: string, text: string) => text;
const before = [0.85, 0.88, 0.82, 0.15].map((said, index) => ({ said, isFit: index === 0 }));
const after = before.map((one, index) => ({ ...one, said: index === 3 ? 0.05 : 0.33 }));
const threshold = { minScore: 63, leads: 48, fits: 41, precision: 41 / 48, recall: 0.774 };
const proposal: CalibrationProposal = {
  client: { id: 1, slug: 'acme', name: 'Acme' },
  fits: 61,
  misses: 35,
  leftOut: { disagreed: 2, not_scored: 0, stale: 4, disqualified: 0, not_enough: 0 },
  belowCut: { leads: 14, fits: 1 },
  forecasts: { before, after },
  before: forecastFigures(before)!,
  after: forecastFigures(after)!,
  sameAs: null,
  content: {
    mapping: { kind: 'platt', slope: 8, intercept: -4 },
    settingsKey: 'models',
    icpId: 1,
    fits: 61,
    misses: 35,
    figures: null,
  },
  threshold: { reached: threshold, best: threshold },
};
const lines = (change: Partial<CalibrationProposal> = {}, precision = 0.8) =>
  proposalLines({ ...proposal, ...change }, precision, 60, plain);

describe('what icp calibrate shows', () => {
  it('fits into 60 columns where tables are, and holds every figure', () => {
    expect(lines()).toEqual([
      '96 judged leads of acme: 61 fits, 35 others',
      '  left out: 2 on whom judges disagree, 4 scored under an older ICP or other models',
      '  scores for 4 of them: icp qualify --client acme --rescore',
      '',
      'SCORE  LEADS  FITS  SAID BEFORE  SAID AFTER',
      '10–20      1   0 %         15 %         5 %',
      '80–90      3  33 %         85 %        33 %',
      '',
      'LESS IS TRUER      BEFORE  AFTER',
      'calibration error   0.425  0.015',
      'Brier score         0.373  0.167',
      'log loss            1.040  0.490',
      'What is said after is said of each lead by a fit that had not seen it.',
      '',
      'Below the cut of the review: 1 of 14 sampled leads turned out a fit.',
      '',
      'For 80 % fits, by calibrated scores: icp export --client acme --min-score 63: 41 of 48 are fits (85 %), 77 % of all fits',
    ]);
  });

  it('says where no score reaches the wish, and where nothing is proposed', () => {
    expect(lines({ threshold: { reached: null, best: threshold } }, 0.95).at(-1)).toMatch(
      /^No calibrated score promises 95 % fits; the best there is: icp export .* 41 of 48/,
    );
    expect(lines({ threshold: { reached: null, best: null } }, 0.95).at(-1)).toBe(
      'No calibrated score promises 95 % fits.',
    );
    expect(lines({ content: null }).join('\n')).not.toContain('icp export');
    expect(appliedLines('acme', false, null)).toEqual(['', expect.stringContaining('nothing is proposed')]);
  });

  it.each([
    [null, undefined, 'Not applied. To make it current: icp calibrate --client acme --apply'],
    [{ version: 3, changed: true }, undefined, 'Calibration 3 of acme is current.'],
    [{ version: 3, changed: true }, 1, 'Calibration 3 of acme is current, the same as 1.'],
    [{ version: 3, changed: true }, 'none' as const, 'Calibration 3 of acme is current: none.'],
    [{ version: 3, changed: false }, 1, 'Nothing has changed: calibration 3 of acme is the same.'],
    [{ version: null, changed: false }, 'none' as const, 'Nothing has changed: acme has no calibration.'],
  ])('tells what became of it: %j, %s', (applied, used, expected) => {
    expect(appliedLines('acme', true, applied, used)).toContain(expected);
  });

  it('lists versions', () => {
    const version = { clientId: 1, client: 'acme', icpVersion: null, createdAt: new Date(2026, 10, 21) };
    const accuracy = { brier: 0.1, logLoss: 0.2, ece: 0.184 };
    const figures = { before: accuracy, after: { ...accuracy, ece: 0.041 } };
    const versions = [
      { ...version, ...NO_CALIBRATION, version: 2 },
      { ...version, ...proposal.content!, figures, version: 1, icpVersion: 4 },
    ];
    expect(versionLines('acme', versions, 60, plain)).toEqual([
      'VERSION  WHEN        ICP  VERDICTS  ERROR',
      '      2  2026-11-21  –           –  none           current',
      '      1  2026-11-21  v4         96  0.184 → 0.041',
    ]);
    expect(versionLines('acme', [], 60, plain)).toEqual([expect.stringContaining('has no calibration')]);
  });

  it('has for scripts the keys that they rely on', () => {
    const document = proposalDocument(proposal, 0.8, 3);
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining([
        'command',
        'client',
        'fits',
        'misses',
        'left_out',
        'before',
        'after',
        'mapping',
        'threshold',
        'applied',
        'version',
      ]),
    );
    expect(document).toMatchObject({
      mapping: { kind: 'platt', slope: 8, intercept: -4 },
      threshold: { precision: 0.8, min_score: 63, leads: 48, fits: 41, recall: 0.774 },
      before: { brier: expect.any(Number), log_loss: expect.any(Number), ece: expect.any(Number) },
      applied: true,
      version: 3,
    });
    expect(proposalDocument({ ...proposal, content: null }, 0.8, null)).toMatchObject({
      mapping: null,
      applied: false,
      version: null,
    });
  });
});
