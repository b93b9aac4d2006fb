import { expect, test } from 'vitest';
import { INDUSTRIES } from '../../src/domain/classification.ts';
import { INDUSTRY_TERMS } from '../../src/domain/scoring/industry-terms.ts';
import { foldForMatching } from '../../src/support/text.ts';

test.each(INDUSTRIES)('terms of %s are folded, without repetition', (industry) => {
  const terms = INDUSTRY_TERMS[industry];
  expect(terms.map(foldForMatching)).toEqual([...terms]);
  expect(new Set(terms).size).toBe(terms.length);
  expect(terms.length > 0).toBe(industry !== 'Other');
});

test('every industry is found by its own name', () => {
  for (const industry of INDUSTRIES.filter(
    (name) => name !== 'Other' && name !== 'Government/Public Sector',
  )) {
    expect(INDUSTRY_TERMS[industry]).toContain(foldForMatching(industry));
  }
});
