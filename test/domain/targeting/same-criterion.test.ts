import { describe, expect, it } from 'vitest';
import type { CriterionKind } from '../../../src/domain/targeting/criterion.ts';
import { sameCriterionKey } from '../../../src/domain/targeting/same-criterion.ts';

const isSame = (kind: CriterionKind, one: string, other: string) =>
  sameCriterionKey(kind, one) === sameCriterionKey(kind, other);

describe('values that are one criterion', () => {
  it.each<[CriterionKind, string, string]>([
    ['title', 'CFO', 'Chief Financial Officer'],
    ['title', 'CFO', 'cfos'],
    ['title', 'CFO', 'Directrice financière'],
    ['title', 'VP Sales', 'Vice President of Sales'],
    ['title', 'Head of Finance', 'heads of finance'],
    ['title', 'Recruiter', 'recruiters'],
    ['title', 'Chief Wizard', 'chief wizards'],
    ['title', 'Director', 'Directors'],
    ['title', 'Finance Director', 'Finance Directors'],
    ['title', 'IT Director', 'IT Directors'],
    ['title', 'Secretary', 'Secretaries'],
    ['title', 'Chief Executive', 'Chief Executives'],
    ['title', 'Attorney', 'Attorneys'],
    ['keyword', 'agency', 'agencies'],
    ['keyword', 'process', 'processes'],
    ['keyword', 'niche', 'niches'],
    ['keyword', 'cookie', 'cookies'],
    ['industry', 'Creative Agency', 'creative agencies'],
    ['industry', 'Church', 'churches'],
    ['industry', 'Payments', 'payment'],
    ['industry', 'E-Commerce', 'e commerce'],
    ['keyword', 'Series B', 'series b'],
    ['company_size', '51-200', '51 to 200 employees'],
    ['company_size', 'startups', 'start-up'],
    ['company', 'Ledgerly', 'Ledgerly Ltd.'],
    ['location', 'Germany', 'germany '],
    ['note', 'They must have an ERP.', 'they must have an ERP'],
  ])('%s: %s and %s', (kind, one, other) => {
    expect(isSame(kind, one, other)).toBe(true);
  });

  it.each<[CriterionKind, string, string]>([
    ['title', 'CFO', 'COO'],
    ['title', 'CFO', 'Head of Finance'],
    ['title', 'Finance Director', 'VP Finance'],
    ['title', 'Controller', 'Accountant'],
    ['title', 'CFO', 'Assistant to the CFO'],
    ['title', 'CFO', 'former CFO'],
    ['title', 'Student', 'Intern'],
    ['title', 'executive', 'executives'],
    ['keyword', 'house', 'hous'],
    ['industry', 'SaaS', 'Saas Fee'],
    ['company_size', '51-200', '201-500'],
    ['company_size', 'startup', 'scaleup'],
    ['company', 'Apple', 'Apple Bank'],
    ['location', 'Paris', 'Parish'],
  ])('%s, but not %s and %s', (kind, one, other) => {
    expect(isSame(kind, one, other)).toBe(false);
  });

  it('are never of two kinds', () => {
    expect(sameCriterionKey('keyword', 'CFO')).not.toBe(sameCriterionKey('title', 'CFO'));
  });
});
