import { describe, expect, it } from 'vitest';
import { counted, dollars, duration, moment } from '../../src/cli/format.ts';

describe('format', () => {
  it.each<[number | null, string]>([
    [null, 'unknown'],
    [0, '$0'],
    [0.0123, '$0.0123'],
    [1, '$1.00'],
    [12.345, '$12.35'],
    [1234.5, '$1234.50'],
  ])('dollars(%j) is %s', (value, text) => {
    expect(dollars(value)).toBe(text);
  });

  it('never shows money that was spent as none', () => {
    for (const value of [0.00004, 0.000002, 1e-9]) expect(dollars(value)).not.toMatch(/^\$0(\.0*)?$/);
  });

  it.each([
    [0, '1 s'],
    [59.6, '60 s'],
    [89, '89 s'],
    [90, '2 min'],
    [3600, '60 min'],
    [5400, '1 h 30 min'],
    [7500, '2 h 05 min'],
    [86_400, '24 h 00 min'],
  ])('duration(%d) is %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  it('counts', () => {
    expect([
      counted(0, 'lead'),
      counted(1, 'lead'),
      counted(1234, 'lead'),
      counted(2, 'batch', 'batches'),
    ]).toEqual(['0 leads', '1 lead', '1,234 leads', '2 batches']);
    expect(moment(new Date(2026, 0, 5, 7, 3))).toBe('2026-01-05 07:03');
  });
});
