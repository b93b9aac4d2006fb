import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { painter } from '../../src/cli/io.ts';
import { formatTable, shorten } from '../../src/cli/table.ts';

interface Row {
  readonly name: string | null;
  readonly score: number | null;
  readonly why: string;
}
const COLUMNS = [
  { title: 'NAME', value: (row: Row) => row.name, shrink: 1 },
  { title: 'SCORE', value: (row: Row) => row.score, align: 'right' as const },
  { title: 'WHY', value: (row: Row) => row.why, shrink: 2, least: 5 },
];
const plain = painter(false);

describe('formatTable', () => {
  it('lines columns up, numbers to the right, and marks what is missing', () => {
    expect(
      formatTable(
        COLUMNS,
        [
          { name: 'Orla', score: 9, why: 'fits' },
          { name: null, score: null, why: '' },
          { name: 'Bo', score: 87.5, why: 'x' },
        ],
        80,
        plain,
      ),
    ).toEqual(['NAME  SCORE  WHY', 'Orla      9  fits', '–         –', 'Bo     87.5  x']);
    expect(formatTable(COLUMNS, [], 80, plain)).toEqual(['NAME  SCORE  WHY']);
  });

  it('shortens the columns that may be, in their order, and never runs over', () => {
    const row = { name: 'A long name indeed', score: 1, why: 'a long reason that goes on and on' };
    expect(formatTable(COLUMNS, [row], 40, plain)[1]).toBe('A long name indeed      1  a long reaso…');
    expect(formatTable(COLUMNS, [row], 26, plain)[1]).toBe('A long name…      1  a lo…');
  });

  it('counts cells as a terminal does', () => {
    const lines = formatTable(
      COLUMNS,
      [
        { name: '王小明', score: 1, why: 'x' },
        { name: '👩‍💻 Ada', score: 2, why: 'x' },
        { name: 'Zoë', score: 3, why: 'x' },
      ],
      80,
      plain,
    );
    expect(new Set(lines.slice(1).map((line) => stringWidth(line))).size).toBe(1);
  });

  it('is safe and fits, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.option(fc.string({ unit: 'binary' }), { nil: null }),
            score: fc.integer(),
            why: fc.string({ unit: 'grapheme' }),
          }),
          { maxLength: 8 },
        ),
        fc.integer({ min: 45, max: 120 }),
        (rows, width) => {
          for (const line of formatTable(COLUMNS, rows, width, plain)) {
            expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

describe('shorten', () => {
  it.each<[string, number, string]>([
    ['short', 5, 'short'],
    ['longer', 5, 'long…'],
    ['a b cd', 4, 'a b…'],
    ['王小明', 5, '王小…'],
    ['王小明', 4, '王…'],
    ['👩‍💻👩‍💻👩‍💻', 4, '👩‍💻…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['', 3, ''],
  ])('%j in %d cells is %j', (text, width, expected) => {
    expect(shorten(text, width)).toBe(expected);
  });
});
