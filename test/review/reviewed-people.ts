import type { Profile } from '../../src/domain/profile.ts';
import { profile, role } from '../support/leads.ts';

/** What somebody might write into a profile who wants to harm whoever reads it. */
export const HOSTILE: Profile = profile({
  fullName: '<script>window.hacked = 1</script>Mallory \u202egnp.exe',
  headline: '<img src=x onerror="window.hacked = 2"> 🦊👩‍👩‍👧‍👦 Z\u200be\u200dr\u200bo {{7*7}} \u0024{7*7}',
  location: '"><svg/onload=window.hacked=3>',
  about: `<iframe src="javascript:parent.hacked=4"></iframe> \u202e\u2066 مرحبا بالعالم <a href="javascript:window.hacked=5">me</a>\n${'W'.repeat(200_000)}`,
  roles: [
    role({
      title: '<b onmouseover=window.hacked=6>CFO</b>',
      company: 'javascript:window.hacked=7',
      description: '</textarea></script><script>window.hacked = 8</script>',
    }),
  ],
  skills: ['<style>*{display:none}</style>', 'A'.repeat(400), 'שלום'],
});

const PEOPLE: readonly (readonly [name: string, title: string, company: string, location: string])[] = [
  ['Mirela Okonjari', 'Chief Financial Officer', 'Tallywren', 'London, United Kingdom'],
  ['Theodoric Lindqvist-Amadi', 'Head of Finance', 'Sparrowmint', 'Stockholm, Sweden'],
  ['Anselm Dürrbach', 'Vice President Finance', 'Pfennigbogen', 'Berlin, Germany'],
  ['Ana Brandt', 'Chief Financial Officer', 'Ledgerlight', 'Manchester, United Kingdom'],
  ['Yusra Haddad-Ferreira', 'Finance Director', 'Coppergate Health', 'Leeds, United Kingdom'],
  ['Ilse van der Weijden', 'Interim CFO', 'Kornblume', 'Utrecht, Netherlands'],
  ['Obadiah Achterberg', 'Executive Assistant to the CFO', 'Turnipcloud', 'Bristol, United Kingdom'],
  ['Priya Raghunathan', 'VP Finance & Operations', 'Quillbrook', 'Edinburgh, United Kingdom'],
  ['Casimir Wojnarowski', 'Group Controller', 'Sundrywell', 'Warsaw, Poland'],
  ['Fenna Loxley', 'Founder', 'Loxley Advisory', 'Cardiff, United Kingdom'],
  ['Tomoko Harada', 'CFO', 'Mizuno Ledger', 'Tokyo, Japan'],
  ['Lorcan Abendroth', 'Finance Recruiter', 'Tallpost', 'Dublin, Ireland'],
  ['Beatriz Sigurdsen', 'Chief of Staff', 'Lanternfish', 'Lisbon, Portugal'],
  ['عمر الحداد', 'المدير المالي', 'شركة المدفوعات', 'دبي'],
  ['Wilhelmina Czerny', 'FP&A Lead', 'Paperkite', 'Vienna, Austria'],
  ['Gideon Mbeki', 'CFO & Co-Founder', 'Ostrich Pay', 'London, United Kingdom'],
  ['Rosalind Vandemeer', 'Treasurer', 'Hollowell Group', 'Birmingham, United Kingdom'],
  ['Paloma Rosengaard', 'Student of Accounting', 'University of Wexmoor', 'Wexmoor'],
  ['Bartholomew Fitz-Okafor', 'Chief Financial Officer', 'Nimbus & Daughters', 'Glasgow, United Kingdom'],
];

const ABOUT = `First finance hire of three B2B SaaS companies, twice from seed to Series C. I build the function that a company needs eighteen months from now: billing that reconciles itself, a forecast the board believes, and a close in four days.

Before that I spent eight years in audit, which taught me to read contracts. Outside of work I keep bees and referee junior rugby.`;

/** Nineteen people as a scraper finds them. */
export const ORDINARY: readonly Profile[] = PEOPLE.map(([fullName, title, company, location], place) =>
  profile({
    fullName,
    headline: `${title} at ${company}${place % 3 === 0 ? ' | Subscription billing without the spreadsheets | Angel investor' : ''}`,
    location,
    about: place % 4 === 3 ? null : ABOUT,
    industry: 'Financial Services',
    roles: [
      role({
        title,
        company,
        location,
        start: { year: 2018 + (place % 7), month: 1 + (place % 12) },
        companySize: { min: 51, max: 200 },
        companyIndustries: ['Software Development'],
        description:
          place % 2 === 0
            ? 'Finance, legal and people. Closed a Series B of 40M and opened the London office.'
            : null,
      }),
      ...(place % 5 === 0
        ? [
            role({
              title: 'Board Member, Chair of the Audit Committee',
              company: 'Lanternfish Arts',
              start: { year: 2022, month: 9 },
            }),
          ]
        : []),
      role({
        title: 'Finance Manager',
        company: 'Hollowell Group',
        isCurrent: false,
        start: { year: 2014, month: 2 },
        end: { year: 2018, month: 1 },
      }),
      role({
        title: 'Senior Auditor',
        company: 'Brack & Winter LLP',
        isCurrent: false,
        start: { year: 2009, month: null },
        end: { year: 2014, month: null },
      }),
    ],
    skills: ['Financial modelling', 'Fundraising', 'SaaS metrics', 'IFRS', 'Board reporting', 'Pricing'],
  }),
);
