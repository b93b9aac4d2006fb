import { describe, expect, test } from 'vitest';
import type { Classification } from '../../../src/domain/classification.ts';
import { matchIndustry } from '../../../src/domain/scoring/industry-match.ts';
import { classified, profile, role } from './invented-profiles.ts';

interface Told {
  readonly company?: string;
  readonly labels?: string[];
  readonly about?: string;
  readonly headline?: string;
  readonly classification?: Partial<Classification>;
}

function match(target: string, { company, labels, about, headline, classification }: Told): number | null {
  const job = role({ title: 'CEO', company: company ?? 'Norvik', companyIndustries: labels ?? [] });
  const person = profile({ roles: [job], about: about ?? null, headline: headline ?? null });
  return matchIndustry([target], person, classified(classification), job).match;
}

describe('trades that clients name in their own words', () => {
  test.each<[target: string, told: Told, least: number, most: number]>([
    ['Food production', { labels: ['Food and Beverage Manufacturing'] }, 0.9, 1],
    ['Food production', { company: 'Glenshee Creamery' }, 0.9, 1],
    ['Consumer goods', { labels: ['Food and Beverage Manufacturing'] }, 0.9, 1],
    [
      'Food production',
      { labels: ['Steel Manufacturing'], classification: { industry: 'Manufacturing' } },
      0,
      0.3,
    ],
    ['Food production', { classification: { industry: 'Manufacturing' } }, 0.1, 0.4],
    ['Banking', { company: 'Sparkasse Nordheim' }, 0.9, 1],
    ['Banking', { company: 'Sorrel Insurance' }, 0, 0.5],
    ['Payments', { labels: ['Financial Services'], classification: { industry: 'Fintech' } }, 0.6, 0.8],
    ['Hospitals', { company: 'Klinikum Weserland' }, 0.9, 1],
    [
      'Hospitals',
      { labels: ['Software Development'], about: 'Shift planning software for hospitals.' },
      0,
      0.3,
    ],
    ['Hospitals', { about: 'I run the wards of two hospitals.' }, 0.6, 0.8],
    ['Hospitals', { about: 'Helping hospitals keep their nurses.' }, 0, 0.35],
    ['grid operators', { labels: ['Utilities'] }, 0.2, 0.8],
    ['hotels and resorts', { company: 'Sonnegg Hotels' }, 0.9, 1],
    [
      'E-commerce',
      {
        headline: 'We grow e-commerce brands',
        classification: { industry: 'E-commerce', companyType: 'agency' },
      },
      0,
      0.3,
    ],
    ['Maschinenbau', { company: 'Erzgebirge Werkzeugmaschinen GmbH' }, 0.9, 1],
    ['falconry', { labels: ['Falconry'] }, 0.8, 1],
  ])('%s of %j', (target, told, least, most) => {
    const found = match(target, told);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });

  test('are unknown where nothing names any', () => {
    expect(match('Banking', {})).toBeNull();
  });
});
