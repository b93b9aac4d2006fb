import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteFinder } from '../../src/calls/find-quote.ts';
import type { Turn } from '../../src/domain/targeting/turn.ts';

const turn = (speaker: string | null, atSeconds: number | null, text: string): Turn => ({
  speaker,
  atSeconds,
  text,
});
const CALL = [
  turn('Ben', 1, 'And whom do you sell to?'),
  turn('Ana', 5, 'Well — we mostly sell to “CFOs”, you know …'),
  turn('Ana', 9, 'of companies that aren’t banks.'),
  turn('Ben', 12, 'Ich verstehe: die Größe zählt, ﬁnanziell.'),
  turn('Chen', 20, '我们主要卖给财务总监，不卖给银行。'),
];
const find = quoteFinder(CALL);

describe('looking for a quote', () => {
  it.each<[string, string, string, string, number]>([
    ['word for word', 'whom do you sell to', 'whom do you sell to', 'Ben', 1],
    ['in another case', 'WE MOSTLY SELL to', 'we mostly sell to', 'Ana', 5],
    [
      'with other marks and blanks',
      `Well -  we\nmostly sell to "CFOs"`,
      'Well — we mostly sell to “CFOs',
      'Ana',
      5,
    ],
    ['with marks around it', '„we mostly sell to “CFOs”…“', 'we mostly sell to “CFOs', 'Ana', 5],
    [
      'over two cues of one speaker',
      'sell to “CFOs”, you know ... of companies',
      'sell to “CFOs”, you know … of companies',
      'Ana',
      5,
    ],
    ['in the second cue', "companies that aren't banks", 'companies that aren’t banks', 'Ana', 9],
    ['decomposed', 'die Gro\u0308ße zählt, finanziell', 'die Größe zählt, ﬁnanziell', 'Ben', 12],
    ['without blanks', '主要卖给财务总监', '主要卖给财务总监', 'Chen', 20],
  ])('%s', (_, quote, text, speaker, atSeconds) => {
    expect(find(quote)).toEqual({ text, speaker, atSeconds });
  });

  it.each([
    ['invented', 'we only sell to astronauts'],
    ['nearly right', 'we mainly sell to CFOs'],
    ['with something left out', 'we mostly sell to CFOs of companies'],
    ['over a change of speakers', 'do you sell to? Well — we mostly'],
    ['two words', 'mostly sell'],
    ['three short words', 'to you so'],
    ['empty', ''],
    ['marks only', '… “” – …'],
    ['the end of a word', 'ostly sell to “CFOs'],
    ['beginning of a word', 'we mostly sell t'],
    ['with the separator of turns', 'sell to?\u0000Well — we mostly'],
    ['five characters without blanks', '卖给财务总'],
    ['longer than any quote', 'we mostly sell to '.repeat(50)],
  ])('finds nothing that is %s', (_, quote) => {
    expect(find(quote)).toBeNull();
  });

  it('finds any words of one speaker, however they are written, and only what is there', () => {
    const word = fc.constantFrom(
      'we',
      'sell',
      'CFOs',
      'don’t',
      'Größe',
      '“banks”',
      'a—b',
      'x…',
      '50-200',
      'İstanbul',
      'ﬁrm',
    );
    const sentence = fc.array(word, { minLength: 3, maxLength: 12 }).map((words) => words.join(' '));
    const part = fc.array(
      fc.record({ speaker: fc.constantFrom('Ana', 'Ben'), atSeconds: fc.nat(99), text: sentence }),
      { minLength: 1, maxLength: 5 },
    );
    const said = (turns: readonly Turn[]) =>
      turns.reduce(
        (all, one, index) =>
          all + (index > 0 && turns[index - 1]!.speaker === one.speaker ? ' ' : '\n') + one.text,
        '',
      );
    fc.assert(
      fc.property(
        part,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('asis', 'upper', 'plain', 'decomposed'),
        (turns, from, length, how) => {
          const words = turns[from % turns.length]!.text.split(' ');
          const start = length % words.length;
          const quote = words.slice(start, start + 5).join(how === 'plain' ? '  ' : ' ');
          const written = {
            asis: quote,
            // Upper case is not undone for every letter (ß, ﬁ), so only the others are put into it.
            upper: quote.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
            plain: quote.replace(/[“”]/g, '"').replace(/’/g, "'").replace(/—/g, '-').replace(/…/g, '...'),
            decomposed: quote.normalize('NFD'),
          }[how];
          const found = quoteFinder(turns)(written);
          const isEnough =
            written.split(/\s+/).length >= 3 &&
            written.replace(/^[\s"'.“”…-]+|[\s"'.“”…-]+$/g, '').length >= 14;
          if (isEnough) expect(found).not.toBeNull();
          if (found !== null) expect(said(turns)).toContain(found.text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never finds what is not a passage of the call', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, (texts, quote) => {
        const found = quoteFinder(texts.map((one) => turn('Ana', null, one)))(quote);
        return found === null || texts.join(' ').includes(found.text);
      }),
      { numRuns: 500 },
    );
  });
});
