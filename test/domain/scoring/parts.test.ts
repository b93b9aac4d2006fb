import { describe, expect, test } from 'vitest';
import type { Industry } from '../../../src/domain/classification.ts';
import { calibrateRelevance, calibrateSimilarity } from '../../../src/domain/scoring/calibration.ts';
import { sameCompany } from '../../../src/domain/scoring/company-name.ts';
import { findExclusion } from '../../../src/domain/scoring/exclusions.ts';
import { industriesOfLabel } from '../../../src/domain/scoring/industry-labels.ts';
import { asksForIndustry, matchIndustry } from '../../../src/domain/scoring/industry-match.ts';
import { matchKeywords } from '../../../src/domain/scoring/keyword-match.ts';
import { asksForLocation, matchLocation } from '../../../src/domain/scoring/location-match.ts';
import { matchSize, readHeadCount, readSizes } from '../../../src/domain/scoring/size-match.ts';
import { classified, icp, profile, role, titled } from './invented-profiles.ts';

describe('industry', () => {
  const match = (
    target: string,
    industry: Industry,
    companyIndustries: string[] = [],
    about: string | null = null,
  ) => {
    const now = role({ title: 'CFO', company: 'Ledgerly', companyIndustries });
    return matchIndustry([target], profile({ roles: [now], about }), classified({ industry }), now).match;
  };

  test.each<[string, Industry, number, number]>([
    ['SaaS', 'SaaS', 1, 1],
    ['B2B SaaS', 'SaaS', 1, 1],
    ['B2B SaaS startups', 'SaaS', 1, 1],
    ['Software', 'SaaS', 1, 1],
    ['Tech companies', 'SaaS', 1, 1],
    ['Payments', 'Fintech', 0.7, 0.8],
    ['Hospitals and Health Care', 'Healthcare', 1, 1],
    ['E-commerce', 'E-commerce', 1, 1],
    ['Ecommerce', 'E-commerce', 1, 1],
    ['Gesundheitswesen', 'Healthcare', 1, 1],
    ['AI', 'AI/ML', 1, 1],
    ['Artificial Intelligence', 'AI/ML', 1, 1],
    ['Banken', 'Financial Services', 0.5, 0.8],
    ['Media & Entertainment', 'Media/Entertainment', 1, 1],
    ['Public Sector', 'Government/Public Sector', 1, 1],
    ['Nonprofit', 'Non-profit', 1, 1],
    ['Fintech', 'Financial Services', 0.4, 0.8],
    ['SaaS', 'HRTech', 0.6, 0.9],
    ['SaaS', 'MarTech', 0.6, 0.9],
    ['SaaS', 'AI/ML', 0.6, 0.9],
    ['SaaS', 'Healthcare', 0, 0],
    ['SaaS', 'Manufacturing', 0, 0],
    ['Fintech', 'Retail', 0, 0],
  ])('%s asked for, %s found', (target, industry, low, high) => {
    expect(match(target, industry)).toBeGreaterThanOrEqual(low);
    expect(match(target, industry)).toBeLessThanOrEqual(high);
  });
  test('an industry that is none of ours is read off the company', () => {
    expect(match('Construction', 'Other', ['Construction'])).toBe(1);
    expect(match('Construction', 'Other', ['Farming'])).toBe(0);
  });
  test('nothing known is unknown, not a miss', () => {
    expect(match('SaaS', 'Other')).toBeNull();
  });
  test('what LinkedIn files a company under counts for less than what it does', () => {
    expect(match('SaaS', 'Healthcare', ['Software Development'])).toBeCloseTo(0.7);
    // A label of two trades, of which the classification chose the other.
    expect(match('SaaS', 'Consulting', ['IT Services and IT Consulting'])).toBeLessThanOrEqual(0.3);
  });
  test('to speak of an industry is not to be in it', () => {
    expect(match('SaaS', 'Manufacturing', [], 'We make steel. I once introduced a SaaS tool.')).toBeLessThan(
      0.3,
    );
  });
  test('"any" asks for nothing', () => {
    expect(asksForIndustry(['Any'])).toBe(false);
    expect(asksForIndustry([])).toBe(false);
    expect(asksForIndustry(['SaaS'])).toBe(true);
  });
  test('a label that stands for nothing of ours stands for nothing', () => {
    expect(industriesOfLabel('Falconry')).toEqual([]);
    expect(industriesOfLabel('')).toEqual([]);
  });
});

describe('company size', () => {
  test.each([
    ['51-200', 51, 200],
    ['51–200 employees', 51, 200],
    ['500+', 500, Number.POSITIVE_INFINITY],
    ['> 500', 500, Number.POSITIVE_INFINITY],
    ['<50', 1, 49],
    ['under 50', 1, 49],
    ['up to 50', 1, 50],
    ['bis 50 Mitarbeiter', 1, 50],
    ['über 1.000 Mitarbeiter', 1000, Number.POSITIVE_INFINITY],
    ['1,000-5,000', 1000, 5000],
    ['1.000–5.000', 1000, 5000],
    ["1'000 - 5'000", 1000, 5000],
    ['1 000 - 5 000', 1000, 5000],
    ['1k-5k', 1000, 5000],
    ['10k+', 10000, Number.POSITIVE_INFINITY],
    ['200 to 500', 200, 500],
    ['startup (1-50)', 1, 50],
    ['at least 100 people', 100, Number.POSITIVE_INFINITY],
    ['moins de 250 salariés', 1, 249],
    ['50', 50, 50],
  ])('head count of %s', (text, min, max) => expect(readHeadCount(text)).toEqual({ min, max }));

  const match = (
    wanted: string[],
    companyType: Parameters<typeof classified>[0] & object,
    min?: number,
    max: number | null = null,
  ) =>
    matchSize(
      readSizes(wanted),
      profile(),
      classified(companyType),
      role({ companySize: min === undefined ? null : { min, max } }),
    ).match;

  test.each([
    [['startup'], 'startup', undefined, null, 1, 1],
    [['Start-ups'], 'startup', undefined, null, 1, 1],
    [['startup'], 'scaleup', undefined, null, 0.4, 0.6],
    [['startup'], 'enterprise', undefined, null, 0, 0],
    [['startup'], 'enterprise', 5001, 10000, 0, 0],
    [['51-200'], 'unknown', 51, 200, 1, 1],
    [['51-200'], 'enterprise', 51, 200, 1, 1],
    [['51-500'], 'unknown', 201, 500, 1, 1],
    [['100-500'], 'unknown', 51, 200, 0.3, 0.8],
    [['51-200'], 'unknown', 201, 500, 0.2, 0.4],
    [['51-200'], 'unknown', 1001, 5000, 0, 0],
    [['500+'], 'unknown', 10001, null, 1, 1],
    [['500+'], 'enterprise', undefined, null, 0.7, 0.9],
    [['500+'], 'startup', undefined, null, 0, 0],
    [['<50'], 'unknown', 11, 50, 0.8, 1],
    [['<50'], 'unknown', 51, 200, 0.2, 0.4],
    [['startup', '51-200'], 'unknown', 51, 200, 1, 1],
    [['mid-market'], 'unknown', 501, 1000, 0.7, 0.9],
    [['SMB'], 'unknown', 11, 50, 1, 1],
    [['Mittelstand'], 'mid-market', undefined, null, 1, 1],
    [['agency'], 'agency', undefined, null, 1, 1],
    [['agency'], 'enterprise', 1001, 5000, 0, 0],
    [['freelance'], 'startup', undefined, null, 0, 0],
  ] as const)('%s asked for; %s with %s–%s', (wanted, companyType, min, max, low, high) => {
    const found = match([...wanted], { companyType }, min, max);
    expect(found).toBeGreaterThanOrEqual(low);
    expect(found).toBeLessThanOrEqual(high);
  });
  test('neither type nor head count is unknown', () => {
    expect(match(['startup'], { companyType: 'unknown' })).toBeNull();
  });
  test('entries that cannot be read ask for nothing', () => {
    expect(readSizes(['cosy'])).toEqual([]);
  });
});

describe('location', () => {
  const match = (target: string, location: string | null) =>
    matchLocation([target], profile({ location }), null).match;

  test.each([
    ['United Kingdom', 'London, England, United Kingdom', 1],
    ['United Kingdom', 'London', 1],
    ['UK', 'Greater Manchester Area', 1],
    ['EMEA', 'Dubai, United Arab Emirates', 1],
    ['DACH', 'Zürich, Schweiz', 1],
    ['DACH', 'Wien', 1],
    ['DACH', 'Paris, France', 0],
    ['Nordics', 'Stockholm, Sweden', 1],
    ['Benelux', 'Bruxelles, Belgique', 1],
    ['Europe', 'Lisboa, Portugal', 1],
    ['EU', 'London, United Kingdom', 0],
    ['APAC', 'Bengaluru, Karnataka, India', 1],
    ['LATAM', 'São Paulo, Brasil', 1],
    ['North America', 'Toronto, Ontario, Canada', 1],
    ['Deutschland', 'Munich, Bavaria, Germany', 1],
    ['Germany', 'Frankfurt am Main', 1],
    ['Estados Unidos', 'Austin, TX', 1],
    ['United States', 'San Francisco Bay Area', 1],
    ['United States', 'Springfield, IL', 1],
    ['London', 'London Area, United Kingdom', 1],
    ['London', 'United Kingdom', 0.5],
    ['London', 'Leeds, United Kingdom', 0.3],
    ['London', 'London, Ontario, Canada', 0],
    ['London', 'Berlin, Germany', 0],
    ['United Kingdom', 'Cambridge, Massachusetts, United States', 0],
    ['München', 'Munich, Germany', 1],
    ['Smallville', 'Smallville, Somewhere', 1],
  ])('%s covers %s: %s', (target, location, expected) => expect(match(target, location)).toBe(expected));

  test('no location, or one that cannot be placed, is unknown', () => {
    expect(match('France', null)).toBeNull();
    expect(match('France', 'Middle-earth')).toBeNull();
  });
  test("the role's place stands in for the person's", () => {
    expect(matchLocation(['France'], profile(), role({ location: 'Lyon, France' })).match).toBe(1);
  });
  test('"anywhere" asks for nothing', () => {
    expect(asksForLocation(['Worldwide'])).toBe(false);
    expect(asksForLocation(['France'])).toBe(true);
  });
});

describe('keywords', () => {
  const person = profile({
    about:
      'I led our Series B fundraising round in 2021 and rebuilt the billing stack from scratch with a small, stubborn team of five people.',
    skills: ['IFRS', 'Financial Modelling'],
  });
  test.each([
    [['fundraising'], 1],
    [['fundraising', 'tax'], 0.6],
    [['fundraising', 'billing', 'tax'], 0.85],
    [['fundraising', 'billing', 'IFRS', 'tax'], 1],
    [['Series B', 'tax'], 0.6],
    [['raising', 'tax'], 0],
    [['bill'], 0],
    [['financial modelling'], 1],
  ])('%j gives %d', (keywords, expected) => expect(matchKeywords(keywords, person).match).toBe(expected));

  test('stuffing one word adds nothing', () => {
    const stuffed = profile({ about: 'fundraising '.repeat(200) });
    expect(matchKeywords(['fundraising', 'tax', 'audit'], stuffed).match).toBe(0.6);
  });
  test('a short profile without the keyword tells nothing', () => {
    expect(matchKeywords(['fundraising'], titled('CFO')).match).toBeNull();
  });
  test('each hit is quoted', () => {
    const { reason, quote } = matchKeywords(['fundraising', 'IFRS'], person);
    expect(reason).toMatch(/fundraising \(“.*fundraising.*”\), IFRS \(“IFRS”\)/);
    expect(person.about).toContain(quote!);
  });
});

describe('exclusions', () => {
  const excluded = (given: Parameters<typeof icp>[0], person: Parameters<typeof profile>[0]) =>
    findExclusion(icp(given), profile(person))?.reason ?? null;
  const held = (title: string) => ({ roles: [role({ title, company: 'Ledgerly' })] });

  test.each([
    ['Assistant', 'Executive Assistant to the CFO'],
    ['Assistant', 'Assistentin der Geschäftsführung'],
    ['Assistant', 'Marketing Assistant'],
    ['Recruiter', 'Talent Acquisition Partner'],
    ['Recruiter', 'Chargée de recrutement'],
    ['Intern', 'Praktikantin Marketing'],
    ['Student', 'Student at Example University'],
    ['Consultant', 'Senior Consultant'],
    ['Coach', 'Executive Coach'],
    ['Painter', 'Painter'],
    ['Freelance', 'Brand designer (freelance)'],
    ['CFO', 'Interim CFO'],
  ])('%s excludes %s', (title, current) => {
    expect(excluded({ excludeTitles: [title] }, held(current))).toContain(title);
  });
  test.each([
    ['Assistant', 'Assistant Vice President, Finance'],
    ['Recruiter', 'CFO of a recruiting software company'],
    ['CFO', 'Recruiter for CFOs'],
    ['CFO', 'Former CFO'],
    ['Freelance', 'Fractional CFO'],
    ['Founder', 'Helping founders'],
    ['Intern', 'Internal Auditor'],
    ['Student', 'Head of Student Housing'],
    ['Manager', 'Director of Finance'],
  ])('%s does not exclude %s', (title, current) => {
    expect(excluded({ excludeTitles: [title] }, held(current))).toBeNull();
  });
  test('a past title does not exclude', () => {
    const past = role({ title: 'Recruiter', isCurrent: false, end: { year: 2019, month: null } });
    expect(excluded({ excludeTitles: ['Recruiter'] }, { roles: [past, role({ title: 'CFO' })] })).toBeNull();
  });

  test.each([
    ['Ledgerly', 'Ledgerly GmbH', true],
    ['Ledgerly', 'LEDGERLY UK Ltd.', true],
    ['Ledgerly', 'Ledgerly (YC S21)', true],
    ['Ledgerly S.A.', 'Ledgerly', true],
    ['Ledgerly Inc', 'Ledgerly S.p.A.', true],
    ['Müller & Söhne GmbH & Co. KG', 'Müller und Söhne', false],
    ['Müller & Söhne GmbH & Co. KG', 'Müller & Söhne', true],
    ['Apple', 'Apple Bank', false],
    ['Ledger', 'Ledgerly', false],
    ['', 'Ledgerly', false],
  ])('%s and %s are one company: %s', (one, other, same) => expect(sameCompany(one, other)).toBe(same));

  test('the present employer excludes, a past one does not', () => {
    const icpPart = { excludeCompanies: ['Ledgerly'] };
    expect(excluded(icpPart, held('CFO'))).toContain('Ledgerly');
    const past = role({ company: 'Ledgerly', isCurrent: false, end: { year: 2019, month: null } });
    expect(excluded(icpPart, { roles: [past, role({ company: 'Stroom' })] })).toBeNull();
    expect(excluded(icpPart, { headline: 'CFO @ Ledgerly | Runner' })).toContain('Ledgerly');
  });
  test('keywords exclude as whole words in headline, current titles and about only', () => {
    const icpPart = { excludeKeywords: ['student', 'crypto'] };
    expect(excluded(icpPart, { headline: 'Finance student' })).toContain('student');
    expect(excluded(icpPart, { about: 'I trade crypto at night.' })).toContain('crypto');
    expect(excluded(icpPart, { headline: 'Studentship office, cryptography' })).toBeNull();
    expect(excluded(icpPart, { skills: ['student', 'crypto'] })).toBeNull();
  });

  test('keywords that say how a title is held exclude where it is held, not for being spoken of', () => {
    const icpPart = { excludeKeywords: ['student', 'retired'] };
    expect(excluded(icpPart, { about: 'I lead one working student and two retired engineers.' })).toBeNull();
    expect(excluded(icpPart, { headline: 'Retired CFO' })).toContain('retired');
  });
});

describe('calibration', () => {
  test.each([
    ['text-embedding-3-small', 0.15, 0],
    ['text-embedding-3-small', 0.375, 0.5],
    ['text-embedding-3-small', 0.7, 1],
    ['text-embedding-3-small', -0.2, 0],
    ['text-embedding-3-small', Number.NaN, 0],
    ['some-model', 0.45, 0.5],
  ])('similarity of %s at %d is %d', (model, cosine, expected) => {
    expect(calibrateSimilarity(model, cosine, { 'another-model': { unrelated: 0, perfect: 1 } })).toBeCloseTo(
      expected,
    );
    expect(calibrateSimilarity(model, cosine)).toBeCloseTo(expected);
  });
  test('a client’s own goes before the usual, for the model that it names', () => {
    const own = { 'jina-reranker-v2-base-multilingual': { unrelated: 0.2, perfect: 0.4 } };
    expect(calibrateRelevance('jina-reranker-v2-base-multilingual', 0.3, own)).toBeCloseTo(0.5);
    expect(calibrateRelevance('jina-reranker-v2-other', 0.3, own)).toBeCloseTo(0.3 / 0.9);
  });
  test.each(['jina-reranker-v2-base-multilingual', 'local-lexical-rerank-2', 'unknown'])(
    'relevance of %s rises from 0 to 1',
    (model) => {
      const values = [-0.5, 0, 0.2, 0.5, 0.8, 1, 1.5].map((score) => calibrateRelevance(model, score));
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(values[1]).toBe(0);
      expect(values[5]).toBe(1);
      expect(new Set(values.slice(1, 6)).size).toBe(5);
    },
  );
});
