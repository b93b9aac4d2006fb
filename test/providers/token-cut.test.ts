import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/cl100k_base';
import { describe, expect, it } from 'vitest';
import { cutToTokens } from '../../src/providers/token-cut.ts';

const tokens = (text: string) => encode(text, { disallowedSpecial: new Set() }).length;
/** Pieces are counted by themselves: a few tokens more or less where two meet. */
const SLACK = 8;

describe('cutting a text to a number of tokens', () => {
  it('keeps a text of exactly the limit', () => {
    const text = 'one two three four five six seven eight nine ten '.repeat(10).trim();
    expect(cutToTokens(text, tokens(text))).toEqual({ text, cut: false });
    expect(cutToTokens(text, tokens(text) - 1).cut).toBe(true);
  });

  it('ends at a word', () => {
    const text = 'incomprehensibilities counterrevolutionaries '.repeat(100);
    const { text: kept } = cutToTokens(text, 101);
    expect(kept).toMatch(/(?:incomprehensibilities|counterrevolutionaries)$/);
    expect(tokens(kept)).toBeGreaterThan(80);
  });

  it('uses nearly all of the limit', () => {
    const text = 'Finance leader who has scaled billing from 10M to 100M ARR. '.repeat(2000);
    expect(tokens(cutToTokens(text, 8000).text)).toBeGreaterThan(7950);
  });

  it.each(['𠮷', '漢', '👩🏽‍💼'])('counts no character of which a token is missing: %s', (character) => {
    const text = character.repeat(100);
    for (let limit = 1; limit <= 24; limit++) {
      const { text: kept } = cutToTokens(text, limit);
      expect(text.startsWith(kept)).toBe(true);
      expect(kept).not.toMatch(/\p{Surrogate}/u);
      expect(tokens(kept)).toBeLessThanOrEqual(limit);
    }
  });

  it('reads a hostile word of a megabyte no further than it must', () => {
    const { text, cut } = cutToTokens('a'.repeat(1_000_000), 8000);
    expect(cut).toBe(true);
    expect(tokens(text.slice(0, 8000))).toBeLessThanOrEqual(8000);
  });

  it('gives a whole beginning of the text within the limit, whatever the text', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '👩🏽‍💼',
        '漢字かな交じり文',
        '<|endoftext|>',
        ' \n\t ',
        'a'.repeat(3000),
        'Führungskraft ',
      ),
    );
    const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 400 }), (original, limit) => {
        const { text: kept, cut } = cutToTokens(original, limit);
        const sound = original.replace(/\p{Surrogate}/gu, '\ufffd');
        expect(sound.startsWith(kept)).toBe(true);
        expect(kept).not.toMatch(/\p{Surrogate}/u);
        expect(tokens(kept)).toBeLessThanOrEqual(limit + SLACK);
        expect(cut).toBe(kept.length < sound.length || (cut && kept === sound));
        if (!cut) expect(kept).toBe(sound);
      }),
      { numRuns: 200 },
    );
  });
});
