import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, meanings, outcomeKey } from '../../../src/domain/learning/outcome.ts';

const NONE = meanings({});
const unit = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 });

describe('what an outcome says', () => {
  it.each([
    [
      'fit',
      [
        'Closed Won',
        'closedwon',
        'CLOSED-WON',
        ' won ',
        'Customer',
        'Meeting  booked',
        'Replied',
        'YES',
        '1',
        'true',
        'Qualified',
      ],
    ],
    [
      'not_fit',
      [
        'Unqualified',
        'Not a fit',
        'not_interested',
        'Wrong person',
        'Bad Fit',
        'No',
        '0',
        'FALSE',
        'Disqualified',
        '-1',
        '\u22121',
        '- 1',
      ],
    ],
    [
      'nothing',
      ['', '  ', '-', '–', 'N/A', 'Closed Lost', 'no reply', 'Bounced', 'In Progress', 'Open', 'new'],
    ],
    ['fit', ['(Won)', '"won"', '« Won »', 'Won!', '¡won!', 'Closed / Won', 'won...', 'won\u200b', 'ｗｏｎ']],
    [null, ['Purgatory', 'wonderful', 'q3', '👍', 'maybe', '2']],
    [
      null,
      // What a sign makes of a word is not what the word says.
      [
        ...[
          '≠ fit',
          '= fit',
          '¬fit',
          '~fit',
          'fit?',
          '!fit',
          '(!fit)',
          '<fit',
          'fit: 0 %',
          '✗ won',
          'won 👎',
          'f̶i̶t̶',
        ],
        ...['-0', '--1', '1-', '.1', '0.1', '0,1', '1/2', '½', '(1)', '~1', '<1', '≠1', '!1', '1 %', '1 0'],
      ],
    ],
  ] as const)('%s', (meaning, words) => {
    for (const word of words) expect(meaningOf(word, NONE), word).toBe(meaning);
  });

  it('is what the user says first', () => {
    const own = meanings({ fit: ['Purgatory'], not_fit: ['Closed Lost', '👎'], nothing: ['replied'] });
    expect(['purgatory', 'closed-lost', '👎', 'Replied', 'won'].map((word) => meaningOf(word, own))).toEqual([
      'fit',
      'not_fit',
      'not_fit',
      'nothing',
      'fit',
    ]);
  });

  it('takes what a user says of a word with a sign for that word alone', () => {
    const own = meanings({ not_fit: ['≠ fit', '0.1', 'stage 1 won'], fit: ['fit?'] });
    const said = ['≠Fit', '=fit', 'fit', 'Fit ?', '0,1', '01', 'Stage 1, won'].map((word) =>
      meaningOf(word, own),
    );
    expect(said).toEqual(['not_fit', null, 'fit', 'fit', 'not_fit', null, 'not_fit']);
  });

  it('does not depend on case, blanks, punctuation or accents', () => {
    expect(new Set(['Réunion prévue', 'REUNION-PREVUE', ' reunion_prevue! '].map(outcomeKey)).size).toBe(1);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...'-−!.,/ 1(Aİ\u0338\u20d0'), unit) }),
        (text) => {
          expect(outcomeKey(outcomeKey(text))).toBe(outcomeKey(text));
        },
      ),
    );
  });
});
