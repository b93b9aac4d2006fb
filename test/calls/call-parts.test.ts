import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partText, splitTurns } from '../../src/calls/call-parts.ts';
import { likelyTokens } from '../../src/config/prices.ts';
import type { Turn } from '../../src/domain/targeting/turn.ts';
import { quotedForModel } from '../../src/support/text.ts';

const turn = (speaker: string | null, text: string): Turn => ({ speaker, atSeconds: null, text });

describe('the parts of a call', () => {
  it('are shown as a line for each speaker in turn', () => {
    const part = [turn('Ana', 'We sell'), turn('Ana', 'to CFOs.'), turn(null, 'Mhm.'), turn('Ben', 'I see.')];
    expect(partText(part)).toBe('Ana: We sell to CFOs.\nMhm.\nBen: I see.');
    const unknown = [
      turn(null, 'We sell'),
      { ...turn(null, 'to CFOs.'), continues: true },
      turn(null, 'Mhm.'),
    ];
    expect(partText(unknown)).toBe('We sell to CFOs.\nMhm.');
  });

  it('end between turns; an endless turn is cut between sentences', () => {
    const turns = [
      turn('Ana', 'One two three four five.'),
      turn('Ben', 'Six seven eight nine.'),
      turn('Ana', `${'A sentence of some length here. '.repeat(6)}The end.`),
    ];
    const parts = splitTurns(turns, 25);
    expect(parts.map((part) => part.map(({ text }) => text))).toEqual([
      ['One two three four five.', 'Six seven eight nine.'],
      ['A sentence of some length here. A sentence of some length here. '],
      ['A sentence of some length here. A sentence of some length here. '],
      ['A sentence of some length here. A sentence of some length here. '],
      ['The end.'],
    ]);
  });

  it('lose nothing, repeat nothing, split no character, and are never too large', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom('we', 'sell. ', 'to ', 'CFOs', '。', '😀', 'é', 'ß ', '<>', '"\\'), {
        minLength: 1,
        maxLength: 400,
      }),
      fc.array(fc.constant('ab'), { minLength: 1, maxLength: 400 }),
    );
    const turns = fc.array(
      fc.record({
        speaker: fc.constantFrom('Ana Brandt', 'Ben', null),
        atSeconds: fc.constantFrom(null, 5),
        text: text.map((words) => words.join('')),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(turns, fc.integer({ min: 12, max: 120 }), (given, limit) => {
        const parts = splitTurns(given, limit);
        expect(
          parts
            .flat()
            .map((one) => one.text)
            .join(''),
        ).toBe(given.map((one) => one.text).join(''));
        for (const part of parts) {
          expect(likelyTokens(quotedForModel(partText(part)))).toBeLessThanOrEqual(limit);
          for (const { text: piece } of part) expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('of 5 MB by one speaker are made in no time', () => {
    const began = performance.now();
    for (const text of ['a'.repeat(5_000_000), 'we sell to CFOs. '.repeat(300_000)]) {
      const parts = splitTurns([turn('Ana', text)], 20_000);
      expect(
        parts
          .flat()
          .map((one) => one.text)
          .join(''),
      ).toBe(text);
    }
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
