import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPANY_TYPES, INDUSTRIES } from '../../../src/domain/classification.ts';
import type { Profile, Role } from '../../../src/domain/profile.ts';
import { SCORE_PARTS, type ScoreInput, scoreLead } from '../../../src/domain/score.ts';
import type { WeightChanges } from '../../../src/domain/scoring/weights.ts';
import { classified, icp, input, profile, role } from './invented-profiles.ts';

const FINANCE = icp({
  targetTitles: ['CFO', 'VP Finance', 'Head of Finance'],
  targetIndustries: ['SaaS', 'Fintech'],
  companySizes: ['startup', 'scaleup', '11-500'],
  targetKeywords: ['fundraising', 'billing', 'Series B'],
  targetLocations: ['United Kingdom', 'DACH'],
  excludeTitles: ['Recruiter'],
});

const SAAS_STARTUP = classified({ industry: 'SaaS', companyType: 'startup' });
const ABOUT =
  'We build billing software for subscription companies. I closed our Series B fundraising and now run a team of nine across two countries.';

function person(title: string, given: Partial<Profile> = {}, job: Partial<Role> = {}): Profile {
  return profile({
    headline: `${title} at Ledgerly`,
    location: 'London, United Kingdom',
    about: ABOUT,
    skills: ['IFRS', 'Forecasting'],
    roles: [
      role({
        title,
        company: 'Ledgerly',
        companySize: { min: 51, max: 200 },
        companyIndustries: ['Software Development'],
        start: { year: 2022, month: 3 },
        ...job,
      }),
    ],
    ...given,
  });
}

function score(given: Partial<ScoreInput>): number {
  const result = scoreLead(input({ icp: FINANCE, classification: SAAS_STARTUP, ...given }));
  expect(result.verdict).toBe('scored');
  return result.score!;
}

describe('the weights of an ICP', () => {
  const cfo = person('CFO');
  const partsWith = (weights: WeightChanges) => {
    const { parts, score: total } = scoreLead(
      input({ icp: { ...FINANCE, weights }, classification: SAAS_STARTUP, profile: cfo }),
    );
    expect(parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0)).toBe(Math.round(total! * 10));
    return new Map(parts.map((part) => [part.name, part.possible]));
  };
  test('take the place of the usual ones, in proportion', () => {
    const parts = partsWith({
      title: 10,
      relevance: 10,
      semantic: 0,
      industry: 0,
      size: 0,
      keywords: 0,
      location: 0,
    });
    expect(parts.get('title')).toBe(50);
    expect(parts.get('relevance')).toBe(50);
    expect(parts.get('size')).toBe(0);
  });
  test('change the parts that they name, and leave the others their proportions', () => {
    const parts = partsWith({ location: 0 });
    expect(parts.get('location')).toBe(0);
    expect(parts.get('title')! / parts.get('industry')!).toBeCloseTo(34 / 13, 1);
  });
  test('that leave nothing known to score by give no score', () => {
    const weights = { title: 1, relevance: 0, semantic: 0, industry: 0, size: 0, keywords: 0, location: 0 };
    const place = icp({ targetLocations: ['London'], weights });
    expect(scoreLead(input({ icp: place, profile: cfo })).verdict).toBe('not_enough');
  });
});

describe('where leads land', () => {
  test.each(['CFO', 'Chief Financial Officer', 'Directrice financière', 'VP Finance', 'Leiter Finanzen'])(
    'a perfect fit with middling model scores is at 80 or more: %s',
    (title) => expect(score({ profile: person(title) })).toBeGreaterThanOrEqual(80),
  );
  test.each([
    ['Healthcare', 'Hospitals and Health Care'],
    ['Manufacturing', 'Steel Manufacturing'],
  ] as const)('the same title in another industry lies between 25 and 50: %s', (industry, label) => {
    const about =
      'I look after the books of a large and old house with many people and many buildings in the north of the country.';
    const cfo = person(
      'CFO',
      { about },
      { companyIndustries: [label], companySize: { min: 1001, max: 5000 } },
    );
    for (const model of [0.3, 0.5]) {
      const classification = classified({ industry, companyType: 'enterprise' });
      const found = score({ profile: cfo, classification, semantic: model, relevance: model });
      expect(found).toBeGreaterThanOrEqual(25);
      expect(found).toBeLessThanOrEqual(50);
    }
  });
  test.each([
    'Software Engineer',
    'Head of Marketing',
    'HR Manager',
    'Product Designer',
    'CEO',
    'Account Executive',
    'Financial Analyst',
  ])('other functions stay under 35 though all else fits: %s', (title) =>
    expect(score({ profile: person(title) })).toBeLessThan(35),
  );
  test('even where both models are wholly taken in', () => {
    expect(score({ profile: person('Software Engineer'), semantic: 1, relevance: 1 })).toBeLessThan(35);
  });
  test.each([
    'Executive Assistant to the CFO',
    'CFO Coach',
    'Account Executive selling to CFOs',
    'Former CFO, now painter',
    'Finance student',
    'Retired CFO',
    'Aspiring CFO',
    'Non-Executive Director',
  ])('traps stay under 25 though all else fits: %s', (title) => {
    expect(score({ profile: person(title) })).toBeLessThan(25);
  });
  test('an excluded title is disqualified, with the reason', () => {
    expect(scoreLead(input({ icp: FINANCE, profile: person('Recruiter for CFOs') }))).toEqual({
      verdict: 'disqualified',
      score: 0,
      parts: [],
      reasoning: 'Disqualified: title “Recruiter for CFOs” is excluded (Recruiter)',
    });
  });
  test('without target titles the rest decides', () => {
    const companies = icp({ targetIndustries: ['SaaS'], companySizes: ['startup'] });
    expect(score({ icp: companies, profile: person('Software Engineer') })).toBeGreaterThan(65);
  });
});

describe('unknown is not a miss', () => {
  test('what the profile does not say costs nothing', () => {
    const known = person('CFO');
    const silent = person('CFO', { location: null }, { companySize: null });
    const all = score({ profile: known });
    const some = score({ profile: silent, classification: classified({ industry: 'SaaS' }) });
    const missed = score({ profile: person('CFO', { location: 'Lima, Peru' }) });
    expect(Math.abs(all - some)).toBeLessThan(6);
    expect(missed).toBeLessThan(some);
  });
  test('an unknown part has no points and no weight, and the others share 100', () => {
    const result = scoreLead(
      input({ icp: FINANCE, classification: SAAS_STARTUP, profile: person('CFO', { location: null }) }),
    );
    const location = result.parts.find((part) => part.name === 'location')!;
    expect(location).toMatchObject({ points: 0, possible: 0, match: null, reason: 'location unknown' });
    expect(result.parts.reduce((sum, part) => sum + Math.round(part.possible * 10), 0)).toBe(1000);
  });
  test.each<[string, Profile]>([
    ['nothing at all', profile()],
    [
      'an ended role',
      profile({ roles: [role({ title: 'CFO', isCurrent: false, end: { year: 2020, month: 1 } })] }),
    ],
    ['a few words', profile({ about: 'Hello there.' })],
    ['skills', profile({ skills: ['IFRS', 'billing'] })],
    ['a motto', profile({ headline: 'Living my best life' })],
  ])('a profile of %s is not judged', (_, stub) => {
    expect(scoreLead(input({ icp: FINANCE, profile: stub, semantic: 1, relevance: 1 }))).toEqual({
      verdict: 'not_enough',
      score: null,
      parts: [],
      reasoning: 'not enough on the profile to judge',
    });
  });
});

describe('what the reasoning says', () => {
  const reasoning = (given: Partial<ScoreInput>) =>
    scoreLead(input({ icp: FINANCE, classification: SAAS_STARTUP, ...given })).reasoning;

  test.each<[string, Partial<ScoreInput>, string]>([
    [
      'a fit',
      { profile: person('CFO') },
      'CFO at Ledgerly, a SaaS startup: title, industry, size and location match; keywords: fundraising, billing, Series B',
    ],
    [
      'something unknown, and no reranker',
      { profile: person('CFO', { location: null }), relevance: null },
      'CFO at Ledgerly, a SaaS startup: title, industry and size match; keywords: fundraising, billing, Series B; location unknown; scored without reranker',
    ],
    [
      'a trap',
      { profile: person('Executive Assistant to the CFO') },
      'Executive Assistant to the CFO at Ledgerly, a SaaS startup: assists a target title, does not hold it; industry, size and location match; keywords: fundraising, billing, Series B',
    ],
    [
      'misses',
      {
        profile: person(
          'CFO',
          { about: null, location: 'Lima, Peru' },
          { companySize: null, companyIndustries: [] },
        ),
        classification: classified({ industry: 'Healthcare', companyType: 'enterprise' }),
      },
      'CFO at Ledgerly, a Healthcare enterprise: title matches; industry, size and location do not match',
    ],
  ])('of %s', (_, given, expected) => expect(reasoning(given)).toBe(expected));
});

const word = fc.constantFrom(
  ...'CFO VP Finance Head of Marketing Engineer former assistant to the CFOs Founder & , | - Leiter Finanzen at Ledgerly SaaS billing Series B London Berlin 📈 retired student helping ; / ( ) 財務 the a for and'.split(
    ' ',
  ),
);
const phrase = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyDate = fc.record({
  year: fc.integer({ min: 1990, max: 2025 }),
  month: maybe(fc.integer({ min: 1, max: 12 })),
});
const anyRole: fc.Arbitrary<Role> = fc.record({
  title: maybe(phrase),
  company: maybe(phrase),
  location: maybe(phrase),
  description: maybe(phrase),
  employmentType: fc.constant(null),
  start: maybe(anyDate),
  end: maybe(anyDate),
  isCurrent: fc.boolean(),
  companySize: maybe(fc.constantFrom({ min: 1, max: 10 }, { min: 51, max: 200 }, { min: 10001, max: null })),
  companyIndustries: fc.array(fc.constantFrom('Software Development', 'Construction', 'Banking'), {
    maxLength: 2,
  }),
});
const anyProfile: fc.Arbitrary<Profile> = fc.record({
  memberUrn: fc.constant(null),
  publicIdentifier: fc.constant('ada-example'),
  fullName: maybe(phrase),
  headline: maybe(phrase),
  location: maybe(fc.oneof(phrase, fc.constantFrom('London, United Kingdom', 'Austin, TX'))),
  about: maybe(phrase),
  industry: maybe(phrase),
  roles: fc.array(anyRole, { maxLength: 4 }),
  education: fc.constant([]),
  skills: fc.array(phrase, { maxLength: 4 }),
  flags: fc.constant([]),
});
const anyInput: fc.Arbitrary<ScoreInput> = fc.record({
  icp: fc.record({
    targetTitles: fc.array(phrase, { maxLength: 3 }),
    targetIndustries: fc.array(phrase, { maxLength: 2 }),
    companySizes: fc.array(fc.constantFrom('startup', '51-200', '500+', 'odd'), { maxLength: 2 }),
    targetKeywords: fc.array(phrase, { maxLength: 3 }),
    targetLocations: fc.array(fc.constantFrom('EMEA', 'London', 'Nowhere'), { maxLength: 2 }),
    excludeTitles: fc.array(phrase, { maxLength: 1 }),
    excludeCompanies: fc.array(phrase, { maxLength: 1 }),
    excludeKeywords: fc.constant([]),
    notes: fc.constant(null),
  }),
  profile: anyProfile,
  classification: fc.record({
    industry: fc.constantFrom(...INDUSTRIES),
    industryReasoning: fc.constant(''),
    companyType: fc.constantFrom(...COMPANY_TYPES),
    companyTypeReasoning: fc.constant(''),
  }),
  semantic: fc.double({ min: 0, max: 1, noNaN: true }),
  relevance: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
});

/** Every text that a quote may come from. */
function textsOf(given: Profile): readonly (string | null)[] {
  return [
    given.headline,
    given.about,
    given.location,
    given.industry,
    ...given.skills,
    ...given.roles.flatMap((each) => [
      each.title,
      each.company,
      each.description,
      each.location,
      ...each.companyIndustries,
    ]),
  ];
}

describe('of every score', () => {
  const runs = { numRuns: 300 };

  test('points add up to it exactly, within 0 and 100, and no part passes what it could give', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { score: total, parts, verdict } = scoreLead(given);
        if (verdict === 'not_enough') {
          expect(total).toBeNull();
          return;
        }
        const tenths = parts.map((part) => part.points * 10);
        expect(tenths.every((value) => Math.abs(value - Math.round(value)) < 1e-9)).toBe(true);
        expect(tenths.reduce((sum, value) => sum + Math.round(value), 0)).toBe(Math.round(total! * 10));
        expect(total! >= 0 && total! <= 100).toBe(true);
        if (verdict === 'disqualified') return;
        expect(parts.map((part) => part.name)).toEqual([...SCORE_PARTS]);
        expect(parts.every((part) => part.points >= 0 && part.points <= part.possible)).toBe(true);
        expect(parts.reduce((sum, part) => sum + Math.round(part.possible * 10), 0)).toBe(1000);
      }),
      runs,
    );
  });
  test('a better model score never lowers it', () => {
    const better = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyInput, better, better, (given, semantic, relevance) => {
        const base = { ...given, relevance: given.relevance ?? 0.4, semantic: given.semantic ?? 0.4 };
        const low = scoreLead({
          ...base,
          semantic: Math.min(base.semantic, semantic),
          relevance: Math.min(base.relevance, relevance),
        });
        const high = scoreLead({
          ...base,
          semantic: Math.max(base.semantic, semantic),
          relevance: Math.max(base.relevance, relevance),
        });
        expect(high.score ?? 0).toBeGreaterThanOrEqual(low.score ?? 0);
      }),
      runs,
    );
  });
  test('quotes stand in the profile word for word', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const texts = textsOf(given.profile);
        for (const { quote } of scoreLead(given).parts)
          if (quote !== null) expect(texts.some((text) => text?.includes(quote))).toBe(true);
      }),
      runs,
    );
  });
  test('the order of skills and roles changes nothing', () => {
    const shuffled = fc.tuple(anyInput, fc.infiniteStream(fc.nat())).map(([given, stream]) => {
      const keys = [...Array(20)].map(() => stream.next().value as number);
      const mix = <T>(items: readonly T[]) =>
        items
          .map((item, index) => ({ item, key: keys[index]! }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const other: ScoreInput = {
        ...given,
        profile: { ...given.profile, skills: mix(given.profile.skills), roles: mix(given.profile.roles) },
      };
      return [given, other] as const;
    });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(scoreLead(other)).toEqual(scoreLead(one));
      }),
      runs,
    );
  });
  test('it is one line', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { reasoning } = scoreLead(given);
        expect(reasoning).not.toBe('');
        expect(reasoning).not.toMatch(/[\n\r]/);
      }),
      runs,
    );
  });
  test('hostile lengths do no harm', () => {
    const long = 'CFO of the head to '.repeat(20_000);
    const about = '(('.repeat(50_000) + 'ﷺ'.repeat(5_000);
    const hostile = person(long, { headline: long, about, skills: [long, about] });
    expect(scoreLead(input({ icp: FINANCE, profile: hostile })).reasoning.length).toBeLessThan(1_000);
  });
});
