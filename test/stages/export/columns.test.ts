import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS, harmlessCell } from '../../../src/stages/export/columns.ts';

describe('harmlessCell', () => {
  it.each([
    '=1+1',
    '+44 20 7946 0000',
    '-2+3',
    '@SUM(A1)',
    '|calc',
    '%0',
    ' =1+1',
    '\t=1+1',
    '\n=1+1',
    '\u00a0=1+1',
    '\u3000=1+1',
    '\uff1dHYPERLINK("x")',
    '\uff0b1',
    '\uff0d1',
    '\uff20SUM(A1)',
    '\u001b[0m=1+1',
    '\u0000=1+1',
    '\ufeff=1+1',
    '\r=1+1',
    '\tTabbed',
  ])('makes %j a text', (text) => {
    expect(harmlessCell(text)).toMatch(/^'/);
  });

  it.each(['Orla Fenwick', 'CFO = Chief Financial Officer', '1-2', "'quoted'", 'a+b', '', '100 %'])(
    'leaves %j alone',
    (text) => {
      expect(harmlessCell(text)).toBe(text);
    },
  );

  it('writes numbers as they are and nothing for null', () => {
    expect(harmlessCell(87.5)).toBe('87.5');
    expect(harmlessCell(0)).toBe('0');
    expect(harmlessCell(null)).toBe('');
  });

  it('never begins with anything that starts a formula, nor holds a control', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = harmlessCell(text);
        expect(cell.trimStart()).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
        expect(cell).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

describe('the columns', () => {
  it('have distinct names', () => {
    expect(new Set(EXPORT_COLUMNS.map((column) => column.title)).size).toBe(EXPORT_COLUMNS.length);
    expect(new Set(EXPORT_COLUMNS.map((column) => column.key)).size).toBe(EXPORT_COLUMNS.length);
  });
});
