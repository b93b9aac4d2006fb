import { describe, expect, it } from 'vitest';
import { profileText } from '../../../src/stages/enrich/profile-text.ts';
import { profile, role } from '../../support/leads.ts';

describe('profileText', () => {
  it('says what the specification asks for, in its order', () => {
    const text = profileText(
      profile({
        location: 'Leeds',
        about: 'First line.\nSecond line.',
        industry: 'Software',
        skills: ['FP&A', 'Fundraising'],
        roles: [
          role({
            title: 'CFO',
            company: 'Ledgerly',
            description: 'Runs finance.',
            start: { year: 2021, month: 3 },
            companySize: { min: 51, max: 200 },
            companyIndustries: ['Software Development'],
          }),
          role({ title: 'Advisor', company: 'Tideglass', companySize: { min: 10_001, max: null } }),
          role({
            title: 'VP Finance',
            company: 'Oldco',
            isCurrent: false,
            start: { year: 2018, month: null },
            end: { year: 2021, month: 2 },
          }),
          role({ title: 'Controller', company: 'Elder', isCurrent: false, start: { year: 2012, month: 1 } }),
          role({ title: 'Analyst', company: 'Eldest', isCurrent: false, start: { year: 2009, month: 7 } }),
        ],
      }),
    );
    expect(text.split('\n')).toEqual([
      'CFO; Advisor',
      'Name: Orla Fenwick',
      'Headline: CFO at Ledgerly',
      'Company: Ledgerly (51-200 employees; Software Development); Tideglass (10001+ employees)',
      'Location: Leeds',
      'Industry: Software',
      'About: First line.',
      'Second line.',
      'Current role: CFO at Ledgerly (2021-03 to now). Runs finance.',
      'Current role: Advisor at Tideglass',
      'Past role: VP Finance at Oldco (2018 to 2021-02)',
      'Past role: Controller at Elder (2012-01 to ?)',
      'Skills: FP&A, Fundraising',
    ]);
  });

  it('leaves out what is not known, without empty lines', () => {
    const text = profileText(
      profile({
        fullName: null,
        roles: [
          role({ title: null, company: null, description: 'Does things.' }),
          role({ title: null, company: null }),
        ],
      }),
    );
    expect(text).toBe('Headline: CFO at Ledgerly\nCurrent role: Does things.');
    expect(profileText(profile({ roles: [] }))).toBe('Name: Orla Fenwick\nHeadline: CFO at Ledgerly');
  });

  it('keeps the about whole, and depends on nothing but the profile', () => {
    const about = 'word '.repeat(20_000).trim();
    expect(profileText(profile({ about }))).toContain(about);
    expect(profileText(profile())).toBe(profileText(profile()));
    expect(profileText(profile({ flags: ['company_was_duration'], education: [] }))).toBe(
      profileText(profile()),
    );
  });
});
