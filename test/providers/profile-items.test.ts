import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentCompany, currentTitles, type Profile } from '../../src/domain/profile.ts';
import type { ScrapeTarget } from '../../src/ports/profile-scraper.ts';
import { readCompanySize } from '../../src/providers/profile-items/company-size.ts';
import { damageOf, isTitleLike } from '../../src/providers/profile-items/item-damage.ts';
import { matchItems } from '../../src/providers/profile-items/match-items.ts';
import { type NormalisedItem, normaliseItem } from '../../src/providers/profile-items/normalise-item.ts';
import { periodOfCaption, readYearMonth } from '../../src/providers/profile-items/role-period.ts';

/** A member id as LinkedIn lays it out: prefix, big-endian number at bytes 4–7, 20 bytes more. */
function memberId(number: number): string {
  const bytes = Buffer.alloc(29, number % 251);
  bytes.set([0x00, 0x2a, 0x00, 0x00], 0);
  bytes.writeUInt32BE(number, 4);
  return bytes.toString('base64url');
}
const ANA = memberId(48_210_377);
const BEN = memberId(51_930_002);

function profileOf(item: unknown): Profile {
  const normalised = normaliseItem(item);
  if (normalised.kind !== 'profile') throw new Error(`not a profile: ${JSON.stringify(normalised)}`);
  return normalised.profile;
}

const ANA_COMMON = { headline: 'VP Sales', publicIdentifier: 'ana-brandt' };

const supremeCoder = {
  id: '48210377',
  profileId: ANA,
  firstName: 'Ana',
  lastName: 'Brandt',
  occupation: 'VP Sales at Nordlicht Systems',
  publicIdentifier: 'ana-brandt',
  positions: [
    {
      title: 'VP Sales',
      locationName: 'Berlin, Germany',
      description: 'Runs the sales team.\n\nThree countries.',
      employmentType: 'Full-time',
      timePeriod: { startDate: { month: 3, year: 2021 } },
      company: {
        employeeCountRange: { start: 51, end: 200 },
        industries: ['Software'],
        objectUrn: 'urn:li:company:901',
        name: 'Nordlicht Systems',
        universalName: 'nordlicht',
      },
      companyName: 'Nordlicht Systems',
    },
    {
      title: 'Sales Manager',
      timePeriod: { startDate: { month: 1, year: 2018 }, endDate: { month: 2, year: 2021 } },
      companyName: 'Kranwerk',
    },
  ],
  educations: [{ schoolName: 'TU Beispiel', degreeName: 'MSc', fieldOfStudy: 'Physics' }],
  skills: ['Sales', { name: 'SaaS' }, { title: 'Negotiation' }, 'sales'],
  headline: 'VP Sales',
  summary: 'Sells software.',
  industryName: 'Software',
  geoLocationName: 'Berlin',
  geoCountryName: 'Germany',
  jobTitle: 'VP Sales',
  companyName: 'Nordlicht Systems',
  inputUrl: 'https://www.linkedin.com/in/ana-brandt',
};

const devFusionFlat = {
  linkedinUrl: 'https://www.linkedin.com/in/ana-brandt/',
  linkedinPublicUrl: 'https://www.linkedin.com/in/ana-brandt',
  publicIdentifier: 'ana-brandt',
  urn: ANA,
  fullName: 'Ana Brandt',
  headline: 'VP Sales',
  about: 'Sells software.',
  jobTitle: 'VP Sales',
  companyName: 'Nordlicht Systems',
  companySize: '51-200',
  companyIndustry: 'Technology, Information and Internet',
  addressWithCountry: 'Berlin, Germany',
  experiences: [
    {
      companyId: 901,
      companyName: 'Nordlicht Systems',
      title: 'VP Sales',
      jobDescription: 'Runs the sales team.',
      jobStartedOn: '3-2021',
      jobEndedOn: null,
      jobStillWorking: true,
      jobLocation: 'Berlin',
      employmentType: 'Full-time',
    },
    {
      companyName: 'Kranwerk',
      title: 'Sales Manager',
      jobStartedOn: '1-2018',
      jobEndedOn: '2-2021',
      jobStillWorking: false,
    },
  ],
  skills: [{ title: 'Sales' }, { title: 'SaaS' }, { title: 'Negotiation' }],
  educations: [{ title: 'TU Beispiel', subtitle: 'MSc, Physics' }],
};

const harvestapi = {
  id: ANA,
  publicIdentifier: 'ana-brandt',
  linkedinUrl: 'https://www.linkedin.com/in/ana-brandt',
  firstName: 'Ana',
  lastName: 'Brandt',
  headline: 'VP Sales',
  about: 'Sells software.',
  location: { linkedinText: 'Berlin, Germany', parsed: { text: 'Berlin' } },
  currentPosition: [{ companyName: 'Nordlicht Systems' }],
  experience: [
    {
      position: 'VP Sales',
      companyName: 'Nordlicht Systems',
      companyUniversalName: 'nordlicht',
      location: 'Berlin · On-site',
      employmentType: 'Full-time',
      description: 'Runs the sales team.',
      startDate: { month: 'Mar', year: 2021, text: 'Mar 2021' },
      endDate: { text: 'Present' },
    },
    {
      position: 'Sales Manager',
      companyName: 'Kranwerk',
      startDate: { month: 'Jan', year: '2018' },
      endDate: { month: 'Feb', year: '2021' },
    },
  ],
  education: [{ schoolName: 'TU Beispiel', degree: 'MSc', fieldOfStudy: 'Physics' }],
  topSkills: 'Sales • SaaS • Negotiation',
  skills: [],
  originalQuery: { query: 'https://www.linkedin.com/in/ana-brandt' },
};

const apimaestro = {
  basic_info: {
    fullname: 'Ana Brandt',
    headline: 'VP Sales',
    public_identifier: 'ana-brandt',
    about: 'Sells software.',
    location: { full: 'Berlin, Germany' },
    urn: ANA,
    current_company: 'Nordlicht Systems',
    top_skills: ['Sales', 'SaaS', 'Negotiation'],
  },
  experience: [
    {
      title: 'VP Sales',
      company: 'Nordlicht Systems',
      location: 'Berlin',
      description: 'Runs the sales team.',
      start_date: { year: 2021, month: 'Mar' },
      is_current: true,
      employment_type: 'Full-time',
    },
    {
      title: 'Sales Manager',
      company: 'Kranwerk',
      start_date: { year: 2018, month: 'Jan' },
      end_date: { year: 2021, month: 'Feb' },
      is_current: false,
    },
  ],
  education: [
    { school: 'TU Beispiel', degree: 'MSc, Physics', degree_name: 'MSc', field_of_study: 'Physics' },
  ],
};

describe('each scraper’s shape', () => {
  it.each([
    ['supreme_coder', supremeCoder],
    ['dev_fusion, flat', devFusionFlat],
    ['harvestapi', harvestapi],
    ['apimaestro', apimaestro],
  ])('%s', (_name, item) => {
    const profile = profileOf(item);
    expect(profile).toMatchObject({
      memberUrn: ANA,
      publicIdentifier: 'ana-brandt',
      fullName: 'Ana Brandt',
      headline: 'VP Sales',
      location: 'Berlin, Germany',
      about: 'Sells software.',
      education: [{ school: 'TU Beispiel', degree: 'MSc', field: 'Physics' }],
      skills: ['Sales', 'SaaS', 'Negotiation'],
      flags: [],
    });
    expect(profile.roles).toHaveLength(2);
    expect(profile.roles[0]).toMatchObject({
      title: 'VP Sales',
      company: 'Nordlicht Systems',
      employmentType: 'Full-time',
      start: { year: 2021, month: 3 },
      end: null,
      isCurrent: true,
    });
    expect(profile.roles[0]?.location).toMatch(/^Berlin(, Germany)?$/);
    expect(profile.roles[0]?.description).toMatch(/^Runs the sales team\./);
    expect(profile.roles[1]).toMatchObject({
      title: 'Sales Manager',
      company: 'Kranwerk',
      start: { year: 2018, month: 1 },
      end: { year: 2021, month: 2 },
      isCurrent: false,
    });
  });

  it('keeps company size and industries, from the role or from the summary of the same company', () => {
    expect(profileOf(supremeCoder).roles[0]).toMatchObject({
      companySize: { min: 51, max: 200 },
      companyIndustries: ['Software'],
    });
    expect(profileOf(devFusionFlat).roles.map((role) => [role.companySize, role.companyIndustries])).toEqual([
      [{ min: 51, max: 200 }, ['Technology, Information and Internet']],
      [null, []],
    ]);
  });

  it('reads the older cards of dev_fusion, plain and grouped', () => {
    const profile = profileOf({
      linkedinPublicUrl: 'https://www.linkedin.com/in/ana-brandt',
      headline: 'VP Sales',
      experiences: [
        {
          title: 'Advisor',
          subtitle: 'Kranwerk · Part-time',
          caption: 'May 2024 - Present · 1 yr 6 mos',
          metadata: 'Berlin · Hybrid',
          breakdown: false,
          subComponents: [{ title: 'Skills', description: [{ type: 'textComponent', text: 'Advises.' }] }],
        },
        {
          title: 'Nordlicht Systems',
          subtitle: '5 yrs 7 mos',
          breakdown: true,
          subComponents: [
            {
              title: 'VP Sales',
              subtitle: 'Full-time',
              caption: 'Mar 2021 - Present · 3 yrs',
              metadata: 'Berlin',
            },
            { title: 'Sales Manager', subtitle: 'Full-time', caption: 'Jan 2018 - Feb 2021 · 3 yrs 2 mos' },
          ],
        },
      ],
    });
    expect(
      profile.roles.map((role) => [role.title, role.company, role.employmentType, role.isCurrent]),
    ).toEqual([
      ['Advisor', 'Kranwerk', 'Part-time', true],
      ['VP Sales', 'Nordlicht Systems', 'Full-time', true],
      ['Sales Manager', 'Nordlicht Systems', 'Full-time', false],
    ]);
    expect(profile.roles[0]).toMatchObject({
      location: 'Berlin',
      description: 'Advises.',
      start: { year: 2024, month: 5 },
    });
    expect(profile.roles[2]).toMatchObject({ end: { year: 2021, month: 2 } });
  });

  it('reads newer variants: wrapped texts, about, company objects, totals of time', () => {
    const profile = profileOf({
      firstName: { text: 'Ana' },
      lastName: 'Brandt',
      headline: { text: 'VP Sales' },
      about: 'Sells software.',
      publicIdentifier: 'ana-brandt',
      positions: [
        {
          title: { text: 'VP Sales' },
          company: { name: 'Nordlicht Systems', url: 'https://www.linkedin.com/company/nordlicht/' },
          totalDuration: 'Jan 2025 - Present · 9 mos',
          locationName: 'Berlin · On-site',
          description: { text: 'Runs it.' },
        },
        {
          title: 'Analyst',
          companyName: 'Kranwerk',
          startDate: { year: '2019', month: 'Sep' },
          endDate: { year: 2020 },
        },
        { title: 'Trainee', companyName: 'Kranwerk', totalDuration: '3 mos', timePeriod: null },
      ],
    });
    expect(profile).toMatchObject({ fullName: 'Ana Brandt', headline: 'VP Sales', about: 'Sells software.' });
    expect(profile.roles).toMatchObject([
      {
        company: 'Nordlicht Systems',
        location: 'Berlin',
        description: 'Runs it.',
        start: { year: 2025, month: 1 },
        isCurrent: true,
      },
      { start: { year: 2019, month: 9 }, end: { year: 2020, month: null }, isCurrent: false },
      { title: 'Trainee', start: null, isCurrent: false },
    ]);
    expect(profile.flags).toEqual(['current_unknown']);
  });

  it('takes the item’s summary for the one role when it lists none', () => {
    const profile = profileOf({
      ...ANA_COMMON,
      jobTitle: 'VP Sales',
      companyName: 'Nordlicht Systems',
      positions: [],
    });
    expect(currentTitles(profile)).toEqual(['VP Sales']);
    expect(currentCompany(profile)).toBe('Nordlicht Systems');
    expect(profile.flags).toEqual(['role_from_summary']);
  });

  it('keeps several current roles in their order', () => {
    const since = (year: number) => ({ timePeriod: { startDate: { year } } });
    const profile = profileOf({
      headline: 'CFO at Ledgerly',
      positions: [
        { title: 'Board Member', companyName: 'Stadtverein', ...since(2024) },
        { title: 'CFO', companyName: 'Ledgerly', ...since(2019) },
      ],
      jobTitle: 'Board Member',
      companyName: 'Stadtverein',
    });
    expect(currentTitles(profile)).toEqual(['Board Member', 'CFO']);
    expect(profile.flags).toEqual([]);
  });
});

describe('damaged roles', () => {
  const now = { timePeriod: { startDate: { year: 2021, month: 3 } } };
  const over = { timePeriod: { startDate: { year: 2015 }, endDate: { year: 2018 } } };
  type Expected = [title: string | null, company: string | null][];
  const cases: [name: string, item: Record<string, unknown>, roles: Expected, flags: string[]][] = [
    [
      'company is a duration; the summary knows it',
      {
        jobTitle: 'VP Sales',
        companyName: 'Nordlicht Systems',
        positions: [{ title: 'VP Sales', companyName: '8 yrs 1 mo', ...now }],
      },
      [['VP Sales', 'Nordlicht Systems']],
      ['company_was_duration', 'company_filled_in'],
    ],
    [
      'company is a duration; the headline knows it',
      {
        headline: 'VP Sales at Nordlicht | SaaS',
        positions: [{ title: 'VP Sales', companyName: '3 mos', ...now }],
      },
      [['VP Sales', 'Nordlicht']],
      ['company_was_duration', 'company_filled_in'],
    ],
    [
      'company is a duration; a neighbour of the same company knows it',
      {
        positions: [
          { title: 'VP Sales', companyName: '8 yrs', company: { objectUrn: 'urn:li:company:901' }, ...now },
          {
            title: 'Manager',
            companyName: 'Nordlicht',
            company: { objectUrn: 'urn:li:company:901' },
            ...over,
          },
        ],
      },
      [
        ['VP Sales', 'Nordlicht'],
        ['Manager', 'Nordlicht'],
      ],
      ['company_was_duration', 'company_filled_in'],
    ],
    [
      'company is a duration; only LinkedIn’s own name of it remains',
      {
        positions: [
          { title: 'VP Sales', company: { name: '8 yrs 1 mo', universalName: 'nordlicht-systems' }, ...now },
        ],
      },
      [['VP Sales', 'Nordlicht Systems']],
      ['company_was_duration', 'company_filled_in'],
    ],
    [
      'company is a duration and nothing knows better: null, no guess',
      {
        headline: 'Helping teams sell',
        positions: [
          { title: 'VP Sales', companyName: 'Full-time · 4 yrs 9 mos', ...now },
          { title: 'Manager', companyName: 'Kranwerk', ...over },
        ],
      },
      [
        ['VP Sales', null],
        ['Manager', 'Kranwerk'],
      ],
      ['company_was_duration'],
    ],
    [
      'the summary speaks of the current job, not of a past one',
      {
        jobTitle: 'VP Sales',
        companyName: 'Nordlicht',
        positions: [
          { title: 'VP Sales', companyName: 'Nordlicht', ...now },
          { title: 'VP Sales', companyName: '3 yrs', ...over },
        ],
      },
      [
        ['VP Sales', 'Nordlicht'],
        ['VP Sales', null],
      ],
      ['company_was_duration'],
    ],
    [
      'the summary repeats the damage: no support',
      {
        jobTitle: 'VP Sales',
        companyName: '8 yrs 1 mo',
        positions: [{ title: 'VP Sales', companyName: '8 yrs 1 mo', ...now }],
      },
      [['VP Sales', null]],
      ['company_was_duration'],
    ],
    [
      'grouped card as flat rows',
      {
        positions: [
          { title: 'Nordlicht Systems', companyName: '5 yrs 7 mos' },
          { title: 'VP Sales', companyName: 'Full-time', ...now },
          { title: 'Sales Manager', companyName: null, ...over },
          { title: 'Analyst', companyName: 'Kranwerk', ...over },
        ],
      },
      [
        ['VP Sales', 'Nordlicht Systems'],
        ['Sales Manager', 'Nordlicht Systems'],
        ['Analyst', 'Kranwerk'],
      ],
      ['grouped_roles_unfolded'],
    ],
    [
      'a job before roles without company is not taken for an employer',
      {
        positions: [
          { title: 'Sales Manager', companyName: '5 yrs' },
          { title: 'Analyst', companyName: null, ...over },
        ],
      },
      [
        ['Sales Manager', null],
        ['Analyst', null],
      ],
      ['company_was_duration', 'current_unknown'],
    ],
    [
      'title and company swapped; the headline knows',
      {
        headline: 'CFO at Ledgerly',
        positions: [{ title: 'Ledgerly', companyName: 'CFO', ...now }],
        jobTitle: 'Ledgerly',
        companyName: 'CFO',
      },
      [['CFO', 'Ledgerly']],
      ['title_and_company_swapped'],
    ],
    [
      'title and company swapped; the company’s own key knows',
      {
        positions: [
          { title: 'Ledgerly', company: { name: 'Head of Data', universalName: 'ledgerly' }, ...now },
        ],
      },
      [['Head of Data', 'Ledgerly']],
      ['title_and_company_swapped'],
    ],
    [
      'title and company swapped; the summary contradicts',
      {
        jobTitle: 'Data Steward',
        companyName: 'Ledgerly',
        positions: [{ title: 'Ledgerly', companyName: 'Data Steward', ...now }],
      },
      [['Data Steward', 'Ledgerly']],
      ['title_and_company_swapped'],
    ],
    [
      'perhaps swapped, but nothing supports it: null',
      {
        headline: 'Numbers person',
        positions: [{ title: 'Ledgerly', companyName: 'Chief Financial Officer', ...now }],
      },
      [],
      ['title_and_company_unclear'],
    ],
    [
      'an odd but consistent pair stays',
      {
        headline: 'Host at The Sales Director',
        positions: [{ title: 'Host', companyName: 'The Sales Director', ...now }],
      },
      [['Host', 'The Sales Director']],
      [],
    ],
    [
      'a company named like a job stays where the words do not decide',
      { positions: [{ title: 'Engineer', companyName: 'Founder Institute', ...now }] },
      [['Engineer', 'Founder Institute']],
      [],
    ],
    [
      'a headline that is the company’s name moves nothing',
      { headline: 'Ledgerly | Podcasts', positions: [{ title: 'Host', companyName: 'Ledgerly', ...now }] },
      [['Host', 'Ledgerly']],
      [],
    ],
    [
      'a single hint is not enough to swap words that could be either',
      {
        positions: [
          { title: 'Host', companyName: 'Ledgerly', ...now },
          { title: 'Barista', companyName: 'Host', ...over },
        ],
      },
      [
        ['Host', 'Ledgerly'],
        ['Barista', 'Host'],
      ],
      [],
    ],
    [
      'a past role at the company that the summary names',
      {
        companyName: 'Nordlicht',
        companyPublicId: 'nrd-berlin',
        positions: [
          { title: 'Board Member', companyName: 'Stadtverein', ...now },
          { title: 'Analyst', company: { name: '3 yrs', universalName: 'nrd-berlin' }, ...over },
        ],
      },
      [
        ['Board Member', 'Stadtverein'],
        ['Analyst', 'Nordlicht'],
      ],
      ['company_was_duration', 'company_filled_in'],
    ],
    [
      'employment type as title; the summary knows',
      {
        jobTitle: 'VP Sales',
        companyName: 'Nordlicht',
        positions: [{ title: 'Full-time', companyName: 'Nordlicht', ...now }],
      },
      [['VP Sales', 'Nordlicht']],
      ['title_was_employment_type', 'title_filled_in'],
    ],
    [
      'employment type as title, unsupported',
      { positions: [{ title: 'Internship', companyName: 'Nordlicht', ...over }] },
      [[null, 'Nordlicht']],
      ['title_was_employment_type'],
    ],
    [
      'a period as title',
      { positions: [{ title: 'Mar 2021 - Present', companyName: 'Nordlicht', ...now }] },
      [[null, 'Nordlicht']],
      ['title_was_period'],
    ],
    [
      'duration as title, "X at Y" as company',
      {
        positions: [{ title: 'Full-time · 4 yrs 9 mos', companyName: 'UX Designer II at Nordlicht', ...now }],
      },
      [['UX Designer II', 'Nordlicht']],
      ['title_was_duration'],
    ],
    [
      'company repeats the title',
      {
        headline: 'VP Sales @ Nordlicht',
        positions: [{ title: 'VP Sales', companyName: 'VP Sales', ...now }],
      },
      [['VP Sales', 'Nordlicht']],
      ['company_was_title', 'company_filled_in'],
    ],
    [
      'title repeats the company',
      {
        positions: [
          { title: 'Nordlicht', company: { name: 'Nordlicht', universalName: 'nordlicht' }, ...now },
        ],
      },
      [[null, 'Nordlicht']],
      ['title_was_company'],
    ],
    [
      'how and where in the company’s line',
      { positions: [{ title: 'VP Sales', companyName: 'Nordlicht · Full-time · Remote', ...now }] },
      [['VP Sales', 'Nordlicht']],
      [],
    ],
    [
      'self-employed is an employer of a kind',
      { positions: [{ title: 'Consultant', companyName: 'Self-employed', ...now }] },
      [['Consultant', 'Self-employed']],
      [],
    ],
    [
      'duplicates and empty rows',
      {
        positions: [
          { title: 'VP Sales', companyName: 'Nordlicht', ...now },
          { title: 'VP Sales', companyName: 'Nordlicht', ...now },
          { title: null, companyName: undefined },
          null,
          'VP',
          17,
        ],
      },
      [['VP Sales', 'Nordlicht']],
      [],
    ],
    [
      'wrong types all over',
      {
        headline: 'VP Sales',
        positions: [{ title: 12, companyName: { name: 'Nordlicht' }, timePeriod: 'x', company: [1] }],
        skills: 7,
        educations: {},
      },
      [[null, 'Nordlicht']],
      ['current_unknown'],
    ],
  ];
  it.each(cases)('%s', (_name, item, roles, flags) => {
    const profile = profileOf({ firstName: 'Ana', lastName: 'Brandt', headline: 'Sales', ...item });
    expect(profile.roles.map((role) => [role.title, role.company])).toEqual(roles);
    expect([...profile.flags].sort()).toEqual([...flags].sort());
  });

  it('moves a type of employment from the title to where it belongs', () => {
    const profile = profileOf({
      headline: 'x',
      positions: [{ title: 'Part-time', companyName: 'Nordlicht', ...over }],
    });
    expect(profile.roles[0]).toMatchObject({ title: null, employmentType: 'Part-time' });
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['no end', { timePeriod: { startDate: { year: 2021 } } }, true],
    ['null end', { timePeriod: { startDate: { year: 2021 }, endDate: null } }, true],
    ['empty end', { timePeriod: { startDate: { year: 2021 }, endDate: { year: null } } }, true],
    ['end in words', { startDate: { year: 2021 }, endDate: { text: 'Present' } }, true],
    ['end', { timePeriod: { startDate: { year: 2021 }, endDate: { year: 2022 } } }, false],
    [
      'unreadable end',
      { timePeriod: { startDate: { year: 2021 }, endDate: { year: 'soon', month: 14 } } },
      false,
    ],
    ['caption', { totalDuration: 'Jan 2025 - Present · 9 mos' }, true],
    ['caption over', { totalDuration: 'Jan 2018 - Feb 2021 · 3 yrs 2 mos' }, false],
  ])('current or not: %s', (_name, dates, expected) => {
    const profile = profileOf({
      headline: 'x',
      positions: [{ title: 'VP Sales', companyName: 'Nordlicht', ...dates }],
    });
    expect(profile.roles[0]?.isCurrent).toBe(expected);
  });

  it('does not believe a role that is both over and current', () => {
    const profile = profileOf({
      headline: 'x',
      experiences: [
        {
          title: 'VP',
          companyName: 'Nordlicht',
          jobStartedOn: '2018',
          jobEndedOn: '2-2021',
          jobStillWorking: true,
        },
      ],
    });
    expect(profile.roles[0]).toMatchObject({ isCurrent: false, end: { year: 2021, month: 2 } });
    expect(profile.flags).toEqual(['current_contradicts_end']);
  });
});

describe('words and numbers', () => {
  it.each([
    ['8 yrs 1 mo', 'duration'],
    ['1 yr', 'duration'],
    ['11 mos', 'duration'],
    ['5 years, 7 months', 'duration'],
    ['Full-time · 4 yrs 9 mos', 'duration'],
    ['less than a year', 'duration'],
    ['Full-time', 'employment_type'],
    ['Self-employed', 'employment_type'],
    ['Contract · Remote', 'employment_type'],
    ['Mar 2021 - Present', 'period'],
    ['2015 – 2018', 'period'],
    ['Mar 2021 - Present · 3 yrs', 'period'],
    ['Remote', null],
    ['37signals', null],
    ['5 Years Out', null],
    ['Contract Manager', null],
    ['99 Cents', null],
    ['VP Sales · Nordlicht', null],
    ['2020 - A Better World', null],
  ])('%s is %s', (text, damage) => {
    expect(damageOf(text)).toBe(damage);
  });

  it.each([
    ['CFO', true],
    ['Chief Financial Officer', true],
    ['Head of Data', true],
    ['Senior Software Engineer II', true],
    ['Vice President, Sales', true],
    ['Nordlicht Systems', false],
    ['Founder Institute', false],
    ['Partner Bank', false],
    ['Ledgerly', false],
  ])('%s reads like a title: %s', (text, expected) => {
    expect(isTitleLike(text)).toBe(expected);
  });

  it.each<[unknown, unknown]>([
    [
      { start: 51, end: 200 },
      { min: 51, max: 200 },
    ],
    [{ start: 10001 }, { min: 10001, max: null }],
    [
      { start: 10001, end: null },
      { min: 10001, max: null },
    ],
    ['51-200', { min: 51, max: 200 }],
    ['51–200 employees', { min: 51, max: 200 }],
    ['10,001+', { min: 10001, max: null }],
    ['1,001-5,000', { min: 1001, max: 5000 }],
    ['1K-5K', { min: 1000, max: 5000 }],
    [75, { min: 75, max: 75 }],
    ['200-51', null],
    [{ start: 200, end: 51 }, null],
    [{ start: 5, end: 'many' }, null],
    ['many', null],
    [-5, null],
    [Number.NaN, null],
    [null, null],
  ])('company size %j', (value, expected) => {
    expect(readCompanySize(value)).toEqual(expected);
  });

  it.each<[unknown, unknown]>([
    [
      { year: 2021, month: 3 },
      { year: 2021, month: 3 },
    ],
    [
      { year: '2021', month: 'Mar' },
      { year: 2021, month: 3 },
    ],
    [
      { year: 2021, month: 13 },
      { year: 2021, month: null },
    ],
    [{ text: 'Sept 2021' }, { year: 2021, month: 9 }],
    ['1-2022', { year: 2022, month: 1 }],
    ['2023', { year: 2023, month: null }],
    [2023, { year: 2023, month: null }],
    ['2021-03-01T00:00:00Z', { year: 2021, month: 3 }],
    ['03/2021', { year: 2021, month: 3 }],
    ['Present', null],
    [{ year: 20210 }, null],
    [{}, null],
    [null, null],
  ])('month %j', (value, expected) => {
    expect(readYearMonth(value)).toEqual(expected);
  });

  it('a caption needs two ends', () => {
    expect(periodOfCaption('Mar 2021')).toBeNull();
    expect(periodOfCaption('Nordlicht - Systems')).toBeNull();
    expect(periodOfCaption('Dec 2019 to Jan 2020')).toEqual({
      start: { year: 2019, month: 12 },
      end: { year: 2020, month: 1 },
      current: false,
    });
  });
});

describe('items that are no profile', () => {
  const url = 'https://www.linkedin.com/in/no-such-person';
  it.each<[string, unknown, NormalisedItem['kind']]>([
    [
      'free plan',
      {
        error: '❌ Users on the free Apify plan can run the actor through the UI and not via other methods.',
      },
      'refusal',
    ],
    ['rental', { error: 'You must rent this Actor after the free trial.' }, 'refusal'],
    ['plan said of one URL', { inputUrl: url, error: 'upgrade your plan' }, 'error'],
    ['not found', { inputUrl: url, error: 'Profile not found' }, 'gone'],
    ['does not exist', { inputUrl: url, errorMessage: 'This profile does not exist.' }, 'gone'],
    ['private', { url, error: { message: 'profile is private' } }, 'gone'],
    ['404', { query: { url }, error: 'Request failed', status: 404 }, 'gone'],
    [
      'success=false',
      { inputUrl: url, succeeded: false, error: 'Profile enrichment API responded with success=false.' },
      'error',
    ],
    ['machinery', { inputUrl: url, error: 'Proxy not found' }, 'error'],
    ['network', { inputUrl: url, error: 'getaddrinfo ENOTFOUND host' }, 'error'],
    ['stub', { inputUrl: url, firstName: null, positions: [], headline: '' }, 'error'],
    ['stub with only its id', { publicIdentifier: 'no-such-person', positions: [] }, 'error'],
    ['error about nobody', { error: 'Something broke' }, 'error'],
    ['empty', {}, 'unusable'],
    ['nothing known', { foo: 1 }, 'unusable'],
    ['null', null, 'unusable'],
    ['text', 'profile', 'unusable'],
    ['list', [{}], 'unusable'],
  ])('%s', (_name, item, kind) => {
    const normalised = normaliseItem(item);
    expect(normalised.kind).toBe(kind);
    if (normalised.kind === 'gone') expect(normalised.inputUrl).toBe(url);
  });

  it('a profile with an error field beside it is a profile', () => {
    expect(normaliseItem({ ...supremeCoder, error: 'contact details not found' }).kind).toBe('profile');
  });

  it('withholds what LinkedIn withheld', () => {
    expect(normaliseItem({ firstName: 'LinkedIn', lastName: 'Member', inputUrl: url }).kind).toBe('error');
  });
});

describe('matching', () => {
  const target = (url: string, identity: Partial<ScrapeTarget> = {}): ScrapeTarget => ({
    url,
    memberUrn: null,
    publicIdentifier: null,
    name: null,
    headline: null,
    ...identity,
  });
  const item = (fields: Record<string, unknown>) => normaliseItem({ headline: 'h', ...fields });
  const found = (items: NormalisedItem[], targets: ScrapeTarget[]) =>
    matchItems(items, targets).map((outcome) =>
      outcome?.kind === 'profile' ? outcome.profile.headline : (outcome?.kind ?? null),
    );

  it('by any spelling of the URL that was asked for, whatever the order', () => {
    const targets = ['ana-brandt', 'ben-okoro', 'jürgen'].map((name) =>
      target(`https://www.linkedin.com/in/${encodeURIComponent(name)}`),
    );
    const items = [
      item({ inputUrl: 'http://de.linkedin.com/in/J%C3%BCrgen/?trk=x', headline: 'third' }),
      item({
        inputUrl: 'https://linkedin.com/in/BEN-OKORO/',
        headline: 'second',
        publicIdentifier: 'ben-renamed',
      }),
      item({ originalQuery: { publicIdentifier: 'ana-brandt' }, experience: [], headline: 'first' }),
    ];
    expect(found(items, targets)).toEqual(['first', 'second', 'third']);
  });

  it('by member id with its case, then by vanity name', () => {
    const targets = [
      target(`https://www.linkedin.com/in/${ANA}`),
      target('https://www.linkedin.com/in/ben-okoro'),
    ];
    const swapCase = ANA.replace(/[a-z]/gi, (c) =>
      c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase(),
    );
    expect(found([item({ profileId: swapCase, headline: 'wrong' })], targets)).toEqual([null, null]);
    const items = [
      item({ publicIdentifier: 'Ben-Okoro', headline: 'ben' }),
      item({ profileId: ANA, headline: 'ana' }),
    ];
    expect(found(items, targets)).toEqual(['ana', 'ben']);
  });

  it('an id in the field for vanity names stays an id', () => {
    const normalised = item({ publicIdentifier: ANA });
    expect(normalised).toMatchObject({ profile: { memberUrn: ANA, publicIdentifier: null } });
  });

  it('never by name', () => {
    const targets = [target('https://www.linkedin.com/in/ana-brandt', { name: 'Ana Brandt' })];
    expect(found([item({ firstName: 'Ana', lastName: 'Brandt' })], targets)).toEqual([null]);
  });

  it('not when the vanity name now belongs to another member', () => {
    const targets = [
      target('https://www.linkedin.com/in/ana-brandt', { memberUrn: ANA, publicIdentifier: 'ana-brandt' }),
    ];
    const items = [
      item({
        inputUrl: 'https://www.linkedin.com/in/ana-brandt',
        profileId: BEN,
        publicIdentifier: 'ana-brandt',
      }),
    ];
    expect(found(items, targets)).toEqual([null]);
  });

  it('the first good item of duplicates wins, over errors and empty ones', () => {
    const inputUrl = 'https://www.linkedin.com/in/ana-brandt';
    const items = [
      normaliseItem({ inputUrl, error: 'timeout' }),
      normaliseItem({ inputUrl, error: 'Profile not found' }),
      normaliseItem({ inputUrl, positions: [] }),
      item({ inputUrl, headline: 'good' }),
      item({ inputUrl, headline: 'later' }),
    ];
    expect(found(items, [target(inputUrl)])).toEqual(['good']);
    expect(found(items.slice(0, 3), [target(inputUrl)])).toEqual(['gone']);
    expect(found(items.slice(0, 1), [target(inputUrl)])).toEqual(['failed']);
  });

  it('the URL that was asked for is surer than a vanity name', () => {
    const items = [
      item({
        inputUrl: 'https://www.linkedin.com/in/somebody',
        publicIdentifier: 'ana-brandt',
        headline: 'weak',
      }),
      item({
        inputUrl: 'https://www.linkedin.com/in/ana-brandt',
        publicIdentifier: 'ana-b',
        headline: 'sure',
      }),
    ];
    expect(found(items, [target('https://www.linkedin.com/in/ana-brandt')])).toEqual(['sure']);
  });

  it('two targets that are one person share the item', () => {
    const items = [item({ profileId: ANA, publicIdentifier: 'ana-brandt', headline: 'ana' })];
    const targets = [
      target(`https://www.linkedin.com/in/${ANA}`),
      target('https://www.linkedin.com/in/ana-brandt'),
    ];
    expect(found(items, targets)).toEqual(['ana', 'ana']);
  });

  it('ties the id that was asked for to the vanity name that came back', () => {
    const normalised = item({
      inputUrl: `https://www.linkedin.com/in/${ANA}`,
      publicIdentifier: 'ana-brandt',
    });
    expect(normalised).toMatchObject({
      profile: { memberUrn: ANA, publicIdentifier: 'ana-brandt' },
      alsoKnownAs: { memberUrn: ANA, publicIdentifier: null },
    });
  });
});

describe('hostile items', () => {
  const hostileText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\u001b[31mred\u001b[0m',
      '\u0000',
      '\u202egnp.exe',
      '\u009b2J',
      'a\u0007b',
      '\ud800',
      '8 yrs 1 mo',
      'Full-time',
      'CFO',
      'Ledgerly',
      'Present',
      'Mar 2021 - Present · 3 yrs',
    ),
  );
  const KEYS = [
    ...new Set(
      [supremeCoder, devFusionFlat, harvestapi, apimaestro, { basic_info: apimaestro.basic_info }]
        .flatMap((item) => Object.entries(item))
        .flatMap(([key, value]) => [
          key,
          ...(value !== null && typeof value === 'object'
            ? Object.keys(Array.isArray(value) ? (value[0] ?? {}) : value)
            : []),
        ]),
    ),
    'error',
    'timePeriod',
    'startDate',
    'endDate',
    'company',
    'subComponents',
    'breakdown',
    '__proto__',
    'constructor',
  ];
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      hostileText,
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('anything'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('anything'), { maxKeys: 8 }),
    ),
  }));

  it('never throws, and lets no control character through', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const normalised = normaliseItem(value);
        expect(JSON.stringify(normalised)).not.toMatch(
          /\\u00(?:0[0-8bcef]|1|7f|9)|[\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\\ud[89a-f]/i,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('damages of an honest item leave a profile whose roles are never durations', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(supremeCoder, devFusionFlat, harvestapi, apimaestro),
        fc.constantFrom(...KEYS),
        anything,
        (item, key, value) => {
          const damaged = JSON.parse(JSON.stringify(item), (name, old) => (name === key ? value : old));
          const normalised = normaliseItem(damaged);
          if (normalised.kind !== 'profile') return;
          for (const role of normalised.profile.roles) {
            expect(role.title === null ? null : damageOf(role.title)).toBeNull();
            expect([null, 'employment_type']).toContain(
              role.company === null ? null : damageOf(role.company),
            );
            if (role.isCurrent) expect(role.end).toBeNull();
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('bounds what it keeps', () => {
    const profile = profileOf({
      headline: 'h'.repeat(100_000),
      summary: 'a'.repeat(1_000_000),
      skills: Array.from({ length: 5_000 }, (_, i) => `skill ${i}`),
      positions: Array.from({ length: 5_000 }, (_, i) => ({ title: `Clerk ${i}`, companyName: 'Kranwerk' })),
    });
    expect(profile.about).toHaveLength(20_000);
    expect(profile.headline).toHaveLength(500);
    expect(profile.skills).toHaveLength(200);
    expect(profile.roles).toHaveLength(100);
  });

  it('survives nesting that would overflow a recursive reader', () => {
    let nested: unknown = 'deep';
    for (let i = 0; i < 20_000; i++) nested = { text: nested, subComponents: [nested] };
    expect(normaliseItem({ headline: nested, experiences: [nested], positions: nested }).kind).toBe(
      'unusable',
    );
  });
});
