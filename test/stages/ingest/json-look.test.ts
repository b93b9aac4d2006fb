import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeJson } from '../../../src/stages/ingest/json-look.ts';

const blanks = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r'), { maxLength: 3 })
  .map((parts) => parts.join(''));
const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('a look at both ends of a text', () => {
  it('takes none that is JSON for something else', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom(undefined, 2, '\t'),
        blanks,
        blanks,
        (json, indent, before, behind) => {
          expect(mayBeJson(`${before}${JSON.stringify(JSON.parse(json), null, indent)}${behind}`)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    const part = fc.constantFrom(...'{}[]":,-+.019eE', 'true', 'null', ' ', '\n', '"a"', '\u00a0', '\u0000');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        if (isJson(parts.join(''))) expect(mayBeJson(parts.join(''))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    '',
    ' ',
    '=',
    '{',
    '[',
    '"',
    ']',
    '{=}',
    '{ [ }',
    '[,]',
    '[=',
    '{"a":1',
    '"a',
    'a"',
    '01',
    '1.',
    'nul',
    'Ada Quill',
    '{}\u00a0',
    '\ufeff[]',
  ])('sees that %j is none', (text) => {
    expect([isJson(text), mayBeJson(text)]).toEqual([false, false]);
  });
});
