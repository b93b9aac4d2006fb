import { describe, expect, test } from 'vitest';
import type { Profile, Role } from '../../../src/domain/profile.ts';
import { matchTitles } from '../../../src/domain/scoring/title-match.ts';
import { profile, role } from './invented-profiles.ts';

const match = (targets: readonly string[], roles: Partial<Role>[], given: Partial<Profile> = {}) =>
  matchTitles(
    targets,
    profile({ ...given, roles: roles.map((each) => role({ company: 'Ledgerly', ...each })) }),
  );

type Case = readonly [what: string, targets: string[], roles: Partial<Role>[], given: Partial<Profile>];

const HELD: readonly Case[] = [
  [
    'the director of a school',
    ['School Principal'],
    [{ title: 'Directora', company: 'Colegio Santa Ana' }],
    {},
  ],
  ['the principal of a school', ['Headteacher'], [{ title: 'Principal', company: 'Oak High School' }], {}],
  [
    'CPO where the profile speaks of purchasing',
    ['Head of Procurement'],
    [{ title: 'CPO' }],
    { about: 'Sourcing, purchasing and supplier audits.' },
  ],
  [
    'CPO where the ICP speaks of purchasing',
    ['CPO', 'Head of Procurement'],
    [{ title: 'Chief Procurement Officer' }],
    {},
  ],
  [
    'a CFO who studies for another degree',
    ['CFO'],
    [{ title: 'CFO' }],
    { headline: 'CFO at Ledgerly | Executive MBA student' },
  ],
  [
    'security that speaks of phishing',
    ['CISO'],
    [{ title: 'Head of Security' }],
    { about: 'ISO 27001, phishing, SIEM; one camera.' },
  ],
  [
    'a head who sits in clubs too',
    ['CFO'],
    [
      { title: 'Treasurer (volunteer)', company: 'Rowing Club', start: { year: 2024, month: 1 } },
      { title: 'CFO' },
    ],
    {},
  ],
  [
    'both jobs of a commercial managing director',
    ['Geschäftsführer'],
    [{ title: 'Kaufmännischer Geschäftsführer' }],
    {},
  ],
  ['a headline over a general role', ['CFO'], [{ title: 'Partner' }], { headline: 'CFO at Ledgerly' }],
  ['e-commerce', ['Head of E-Commerce'], [{ title: 'Leiterin E-Commerce' }], {}],
  ['a factory by any name', ['Plant Manager'], [{ title: 'Directeur industriel' }], {}],
];

const NOT_HELD: readonly Case[] = [
  [
    'head of a school of a university',
    ['School Principal'],
    [{ title: 'Head of School', company: 'University of Wexmoor' }],
    {},
  ],
  ['CPO of people', ['CPO', 'Head of Procurement'], [{ title: 'Chief People Officer (CPO)' }], {}],
  [
    'CPO where the profile speaks of products',
    ['Head of Procurement'],
    [{ title: 'CPO' }],
    { about: 'Product roadmap, product managers, design.' },
  ],
  [
    'an abbreviation that the profile spells out otherwise',
    ['CTO'],
    [{ title: 'CTO (Chief Tasting Officer)' }],
    {},
  ],
  [
    'a headline that names a role which has ended',
    ['CIO'],
    [{ title: 'CIO', isCurrent: false, end: { year: 2024, month: 6 } }],
    { headline: 'CIO at Ledgerly' },
  ],
  [
    'a retired holder, in German',
    ['CIO'],
    [{ title: 'CIO', isCurrent: false, end: { year: 2024, month: 6 } }],
    { headline: 'Im Ruhestand · ehemals CIO Ledgerly' },
  ],
  ['a coordinator for a CTO', ['CTO'], [{ title: 'CTO Coordinator' }], {}],
  [
    'a student with an office in a club',
    ['CFO', 'Treasurer'],
    [{ title: 'Treasurer', company: 'Investment Society' }],
    { headline: 'Finance student | future CFO' },
  ],
  [
    'a title in a student project',
    ['CTO'],
    [{ title: 'Founder & CTO', company: 'RouteBuddy (student project)' }],
    {},
  ],
  [
    'guards and cameras',
    ['CISO', 'Head of Information Security'],
    [{ title: 'Security Manager' }],
    { about: 'Guards, CCTV, alarms and the night shift at the gates.' },
  ],
  [
    'human rights',
    ['HR Director'],
    [{ title: 'HR Director', company: 'Lanterns' }],
    { about: 'Twenty years of human rights law.' },
  ],
  [
    'films',
    ['Head of Production'],
    [{ title: 'Head of Production' }],
    { about: 'Feature films, documentaries and a TV series.' },
  ],
  [
    'plants in pots',
    ['Plant Manager'],
    [{ title: 'Plant Manager' }],
    { about: 'Shrubs, perennials and houseplants in two greenhouses.' },
  ],
  [
    'a bookkeeper who stuffs the headline',
    ['CFO'],
    [{ title: 'Self-employed Bookkeeper' }],
    { headline: 'CFO | VP Finance | Head of Finance | SaaS' },
  ],
  [
    'a warehouse hand who does',
    ['COO', 'Plant Manager'],
    [{ title: 'Warehouse Operative' }],
    { headline: 'Operations | COO | Plant Manager | Lean' },
  ],
  [
    'whoever recruits several titles',
    ['Produktionsleiter', 'COO'],
    [{ title: 'Personalberaterin für Werkleiter, Produktionsleiter und COOs' }],
    {},
  ],
  [
    'whoever recruits leaders',
    ['Head of Talent Acquisition'],
    [{ title: 'Fintech tech leadership recruiter' }],
    {},
  ],
  ['another head where e-commerce is wanted', ['Head of E-Commerce'], [{ title: 'Leiter Produktion' }], {}],
  ['self-employment is no ownership', ['Owner', 'Founder'], [{ title: 'Self-employed Bookkeeper' }], {}],
  ['a shift supervisor', ['Plant Manager'], [{ title: 'Night Shift Supervisor' }], {}],
  ['a cook', ['COO'], [{ title: 'Head Chef' }], {}],
  ['a paralegal', ['General Counsel', 'Head of Legal'], [{ title: 'Paralegal' }], {}],
];

describe('titles read with the rest of the profile', () => {
  test.each(HELD)('%s', (_, targets, roles, given) => {
    expect(match(targets, roles, given).match).toBeGreaterThanOrEqual(0.75);
  });
  test.each(NOT_HELD)('not: %s', (_, targets, roles, given) => {
    expect(match(targets, roles, given).match ?? 0).toBeLessThanOrEqual(0.45);
  });

  test('who sells what others do is less than they', () => {
    const doing = match(['VP Supply Chain'], [{ title: 'VP Supply Chain' }]).match!;
    const selling = match(['VP Supply Chain'], [{ title: 'VP Supply Chain Solutions' }]).match!;
    expect(selling).toBeLessThan(0.7 * doing);
  });

  test.each([
    ['Interim CFO', 0.6, 0.85],
    ['Deputy CFO', 0.5, 0.8],
    ['Head of Treasury', 0.5, 0.9],
  ])('%s is near to CFO', (title, least, most) => {
    const found = match(['CFO'], [{ title }]).match!;
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });

  test('tells whether somebody is at work at all', () => {
    const idle = (given: Partial<Profile>, roles: Partial<Role>[] = []) => match([], roles, given).isIdle;
    expect(idle({ headline: 'Hotelier i. R.' })).toBe(true);
    expect(idle({ headline: 'Finance student' })).toBe(true);
    expect(idle({ headline: 'Former CFO' }, [{ title: 'CFO' }])).toBe(false);
    expect(idle({ headline: 'Hotelier' })).toBe(false);
    expect(idle({ headline: 'Gone fishing' })).toBe(false);
  });
});
