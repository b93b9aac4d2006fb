import { describe, expect, it } from 'vitest';
import { readCompanySize } from '../../../src/domain/targeting/company-size.ts';

describe('a size of companies', () => {
  it.each<[string, string[], [number, number] | null]>([
    ['51-200', [], [51, 200]],
    ['51 – 200 employees', [], [51, 200]],
    ['51 to 200 people', [], [51, 200]],
    ['between 50 and 200', [], [50, 200]],
    ['zwischen 50 und 200 Mitarbeiter', [], [50, 200]],
    ['1,000-5,000', [], [1000, 5000]],
    ['1 000 to 5 000', [], [1000, 5000]],
    ['1k to 5k', [], [1000, 5000]],
    ['500+', [], [500, Number.POSITIVE_INFINITY]],
    ['under 50', [], [1, 49]],
    ['startup (1-50)', ['startup'], [1, 50]],
    ['startups and scaleups', ['startup', 'scaleup'], null],
    ['Series B', ['scaleup'], null],
    ['Fortune 500', ['enterprise'], null],
    ['SMB', [], [1, 250]],
  ])('%s', (text, types, headCount) => {
    const size = readCompanySize(text);
    expect(size?.types).toEqual(types);
    expect(size?.headCount ?? null).toEqual(headCount && { min: headCount[0], max: headCount[1] });
  });

  it.each([
    '10M ARR',
    '10m',
    '5 to 10 million',
    '$5-10',
    '10-50 Mio. Umsatz',
    'EUR 100',
    '100 in revenue',
    '2bn',
    'not 51-200',
    'No startups',
    'nicht 51-200',
    'anything but enterprise',
    '51-200, 201-500',
    '51-200 or 500+',
    'under 50 or over 500',
    '50, 100',
    '50 people in 2024',
    'rather big',
    '',
  ])('is none: %s', (text) => {
    expect(readCompanySize(text)).toBeNull();
  });
});
