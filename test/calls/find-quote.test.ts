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
/** With the whole sentence that it stands in, over both of her cues. */
const ANA = 'Well — we mostly sell to “CFOs”, you know … of companies that aren’t banks.';

describe('looking for a quote', () => {
  it.each<[string, string, string, string, number]>([
    ['word for word', 'whom do you sell to', 'And whom do you sell to?', 'Ben', 1],
    ['in another case', 'WE MOSTLY SELL to', ANA, 'Ana', 5],
    ['with other marks and blanks', `Well -  we\nmostly sell to "CFOs"`, ANA, 'Ana', 5],
    ['with marks around it', '„we mostly sell to “CFOs”…“', ANA, 'Ana', 5],
    ['over two cues of one speaker', 'sell to “CFOs”, you know ... of companies', ANA, 'Ana', 5],
    ['in the second cue', "companies that aren't banks", ANA, 'Ana', 5],
    [
      'decomposed',
      'die Gro\u0308ße zählt, finanziell',
      'Ich verstehe: die Größe zählt, ﬁnanziell.',
      'Ben',
      12,
    ],
    ['without blanks', '主要卖给财务总监', '我们主要卖给财务总监，不卖给银行。', 'Chen', 20],
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

  describe('keeps the sentence', () => {
    it.each<[string, string, string, string]>([
      [
        'with what denies it before',
        "Hm. We don't sell to CFOs at banks. Never did.",
        'sell to CFOs at banks',
        "We don't sell to CFOs at banks.",
      ],
      [
        'with what denies it after',
        'We sell to CFOs at banks never',
        'sell to CFOs at banks',
        'We sell to CFOs at banks never',
      ],
      [
        'whole, whatever dots are in it',
        'Yes. We never ... well… sell, e.g. to the CFOs! Ever.',
        'sell, e.g. to the CFOs',
        'We never ... well… sell, e.g. to the CFOs!',
      ],
      [
        'in quotation marks',
        'She said: “No. We sell to the banks.” Right?',
        'sell to the banks',
        'We sell to the banks.',
      ],
      [
        'of a quote that spans two',
        'Well. We sell to CFOs. Never to banks, ever. Yes.',
        'to CFOs. Never to banks',
        'We sell to CFOs. Never to banks, ever.',
      ],
      [
        'but from clause to clause where it is endless',
        `${'we like tea and milk, '.repeat(30)}so we sell to the CFOs of banks, ${'and they like tea, '.repeat(30)}`,
        'sell to the CFOs of banks',
        `${'we like tea and milk, '.repeat(5)}so we sell to the CFOs of banks, ${'and they like tea, '.repeat(6)}and they like tea`,
      ],
      [
        'but from word to word where it has no clauses',
        `${'tea '.repeat(200)}we sell to the CFOs ${'milk '.repeat(200)}`.trim(),
        'we sell to the CFOs',
        `${'tea '.repeat(34)}we sell to the CFOs${' milk'.repeat(27)}`,
      ],
    ])('%s', (_, text, quote, expected) => {
      expect(quoteFinder([turn('Ana', 1, text)])(quote)?.text ?? '').toBe(expected);
    });
  });

  it.each([
    ['t sell to CFOs', "We don't sell to CFOs at banks."],
    ['we absolutely don', 'Here we absolutely don’t sell.'],
    ['s CFOs and banks', "It's CFOs and banks."],
  ])('an apostrophe is inside of its word: no “%s” in “%s”', (quote, text) => {
    expect(quoteFinder([turn('Ana', 1, text)])(quote)).toBeNull();
    expect(quoteFinder([turn('Ana', 1, "We 'sell to CFOs' here")])('sell to CFOs')).not.toBeNull();
  });

  it('is by who says it last, and by who asks only where nobody says it', () => {
    const asked = turn('Ben', 1, 'So we sell to CFOs at banks, is that right?');
    const said = turn('Ana', 2, 'Yes, we sell to CFOs at banks. Mostly.');
    const later = turn('Ana', 3, 'As I said, we sell to CFOs at banks.');
    const speakerOf = (...turns: Turn[]) => {
      const found = quoteFinder(turns)('we sell to CFOs at banks');
      return [found?.speaker, found?.atSeconds];
    };
    expect(speakerOf(asked, said)).toEqual(['Ana', 2]);
    expect(speakerOf(said, asked)).toEqual(['Ana', 2]);
    expect(speakerOf(said, asked, later)).toEqual(['Ana', 3]);
    expect(speakerOf(asked)).toEqual(['Ben', 1]);
  });

  it('may not go over two who are unknown, unless the transcript tells that one goes on', () => {
    const cues = [turn(null, 1, 'We sell to'), turn(null, 2, 'recruiters only.')];
    expect(quoteFinder(cues)('We sell to recruiters only')).toBeNull();
    const goesOn = [cues[0]!, { ...cues[1]!, continues: true }];
    expect(quoteFinder(goesOn)('sell to recruiters only')).toEqual({
      text: 'We sell to recruiters only.',
      speaker: null,
      atSeconds: 1,
    });
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
