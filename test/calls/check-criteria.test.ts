import { expect, it } from 'vitest';
import { checkCriteria } from '../../src/calls/check-criteria.ts';
import type { StatedCriterion } from '../../src/domain/targeting/mention.ts';

const PART = [{ speaker: 'Ana', atSeconds: 7, text: 'We sell to CFOs of firms with 51-200 people.' }];
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
    ['title', 'CFO', 'We sell to CFOs', 'Ana', 7],
    ['company_size', '51-200', 'firms with 51-200 people', 'Ana', 7],
    ['note', 'xxxxxxxxxx', 'We sell to CFOs', 'Ana', 7],
  ]);
  expect([withoutQuote, withoutValue]).toEqual([1, 3]);
});

it('keeps a bounded number of what a model that runs wild says', () => {
  const many = Array.from({ length: 200 }, (_, index) => stated({ kind: 'keyword', value: `word ${index}` }));
  const { criteria, withoutValue } = checkCriteria(PART, many);
  expect([criteria.length, withoutValue]).toEqual([60, 140]);
});
