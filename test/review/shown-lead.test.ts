import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/profile.ts';
import { shownLead, shownScore } from '../../src/review/shown-lead.ts';
import type { LeadToReview } from '../../src/store/review-lead.ts';
import { profile, role } from '../support/leads.ts';

function lead(change: Partial<LeadToReview> = {}): LeadToReview {
  return {
    ...{
      id: 1,
      client: 'acme',
      icpId: 1,
      memberUrn: null,
      publicIdentifier: 'ana',
      name: 'Ana',
      headline: null,
    },
    ...{ company: 'Ledgerly', location: null, jobTitles: ['CFO', 'COO'], industry: null, companyType: null },
    ...{ profile: null, belowCut: true },
    ...change,
  };
}
const shownRole = (change: Partial<Role>) => {
  const { roles, pastRoles } = shownLead(lead({ profile: profile({ roles: [role(change)] }) }));
  return [...roles, ...pastRoles][0]!;
};

describe('what the page shows of a lead', () => {
  it.each<[Partial<Role>, string | null]>([
    [{ start: { year: 2021, month: 3 } }, 'since Mar 2021'],
    [{ start: { year: 2021, month: null } }, 'since 2021'],
    [{ start: null }, null],
    [
      { isCurrent: false, start: { year: 2014, month: 2 }, end: { year: 2018, month: 12 } },
      'Feb 2014 – Dec 2018',
    ],
    [{ isCurrent: false, start: { year: 2014, month: 2 }, end: null }, 'from Feb 2014'],
    [{ isCurrent: false, start: null, end: { year: 2018, month: null } }, 'until 2018'],
    [{ isCurrent: false, start: null, end: null }, null],
    [{ start: { year: 2021, month: 13 } }, 'since 2021'],
  ])('the time of %j is %s', (change, expected) => {
    expect(shownRole(change).period).toBe(expected);
  });

  it.each<[Role['companySize'], string | null]>([
    [null, null],
    [{ min: 51, max: 200 }, '51–200 people'],
    [{ min: 10_001, max: null }, '10,001 people or more'],
    [{ min: 1, max: 1 }, '1 person'],
    [{ min: 40, max: 40 }, '40 people'],
  ])('a head count of %j is %s', (companySize, expected) => {
    expect(shownRole({ companySize }).size).toBe(expected);
  });

  it('tells current roles from past ones, and has an end', () => {
    const roles = [
      ...Array.from({ length: 30 }, () => role()),
      ...Array.from({ length: 30 }, () => role({ isCurrent: false })),
    ];
    const skills = Array.from({ length: 5000 }, (_, index) => `skill ${index}`);
    const shown = shownLead(lead({ profile: profile({ roles, skills }) }));
    expect([shown.roles.length, shown.pastRoles.length, shown.skills.length]).toEqual([12, 6, 60]);
  });

  it('is what lists show where the profile is gone', () => {
    expect(shownLead(lead())).toMatchObject({
      hasProfile: false,
      roles: [{ title: 'CFO, COO', company: 'Ledgerly' }],
    });
    expect(shownLead(lead({ jobTitles: [], company: null })).roles).toEqual([]);
  });

  it('says nothing of a score or a cut', () => {
    expect(Object.keys(shownLead(lead()))).not.toEqual(expect.arrayContaining(['belowCut']));
    expect(JSON.stringify(shownLead(lead()))).not.toMatch(/below|score/i);
  });

  it('of a score are the parts that count, also one that only shifts it', () => {
    const part = (name: string, points: number, possible: number) => ({
      ...{ name, points, possible, match: null, reason: 'because\u202e', quote: null },
    });
    const parts = [part('title', 30, 34), part('size', 0, 7), part('location', 0, 0), part('shift', -4.5, 0)];
    const shown = shownScore({ score: 25.5, reasoning: 'why', judged: true, parts: parts as never });
    expect(shown.parts.map(({ name, reason }) => [name, reason])).toEqual([
      ['title', 'because'],
      ['size', 'because'],
      ['shift', 'because'],
    ]);
  });
});
