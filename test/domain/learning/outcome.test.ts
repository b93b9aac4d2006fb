import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, meanings, outcomeKey } from '../../../src/domain/learning/outcome.ts';

const NONE = meanings({});

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
      ],
    ],
    [
      'nothing',
      ['', '  ', '-', '–', 'N/A', 'Closed Lost', 'no reply', 'Bounced', 'In Progress', 'Open', 'new'],
    ],
    [null, ['Purgatory', 'wonderful', 'q3', '👍', 'maybe', '2']],
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

  it('does not depend on case, blanks, punctuation or accents', () => {
    expect(new Set(['Réunion prévue', 'REUNION-PREVUE', ' reunion_prevue! '].map(outcomeKey)).size).toBe(1);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(outcomeKey(outcomeKey(text))).toBe(outcomeKey(text));
      }),
    );
  });
});
