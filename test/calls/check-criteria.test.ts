import { expect, it } from 'vitest';
import { checkCriteria } from '../../src/calls/check-criteria.ts';
import type { StatedCriterion } from '../../src/domain/targeting/mention.ts';

const SENTENCE = 'We sell to CFOs of firms with 51-200 people.';
const PART = [{ speaker: 'Ana', atSeconds: 7, text: `Well. ${SENTENCE} Yes.` }];
const stated = (more: Partial<StatedCriterion>): StatedCriterion => ({
  kind: 'title',
  stance: 'wants',
  value: 'CFO',
  quote: 'we sell to CFOs',
  ...more,
});

it('keeps what has a quote and a value that can be used, in the words of the call, once', () => {
  const { criteria, withoutQuote, withoutValue } = checkCriteria(PART, [
    stated({ value: ' C\u0000FO\u202e ' }),
    stated({ value: 'Chief Financial Officer' }),
    stated({ kind: 'company_size', value: '51-200', quote: 'firms with 51-200 people' }),
    stated({ quote: 'we sell to astronauts only' }),
    stated({ kind: 'company_size', value: 'rather big' }),
    stated({ kind: 'company_size', value: '10M ARR' }),
    stated({ value: '…' }),
    stated({ value: 'x'.repeat(121) }),
    stated({ kind: 'note', value: 'x'.repeat(121) }),
  ]);
  expect(
    criteria.map(({ kind, value, quote, speaker, atSeconds }) => [
      kind,
      value.slice(0, 10),
      quote,
      speaker,
      atSeconds,
    ]),
  ).toEqual([
    ['title', 'CFO', SENTENCE, 'Ana', 7],
    ['company_size', '51-200', SENTENCE, 'Ana', 7],
    ['note', 'xxxxxxxxxx', SENTENCE, 'Ana', 7],
  ]);
  expect([withoutQuote, withoutValue]).toEqual([1, 4]);
});

it('keeps a bounded number of what a model that runs wild says, and counts the rest apart', () => {
  const many = Array.from({ length: 200 }, (_, index) => stated({ kind: 'keyword', value: `word ${index}` }));
  const { criteria, ...dropped } = checkCriteria(PART, [
    ...many,
    stated({ kind: 'keyword', value: 'word 1' }),
    stated({ value: '…' }),
    stated({ quote: 'we sell to astronauts only' }),
  ]);
  expect(criteria.length).toBe(60);
  expect(dropped).toEqual({ withoutQuote: 1, withoutValue: 1, tooMany: 140 });
});
