import type { Classification } from '../../../src/domain/classification.ts';
import { EMPTY_ICP, type Icp } from '../../../src/domain/icp.ts';
import type { Profile, Role } from '../../../src/domain/profile.ts';
import type { ScoreInput } from '../../../src/domain/score.ts';

export function role(given: Partial<Role> = {}): Role {
  return {
    title: null,
    company: null,
    location: null,
    description: null,
    employmentType: null,
    start: null,
    end: null,
    isCurrent: true,
    companySize: null,
    companyIndustries: [],
    ...given,
  };
}

export function profile(given: Partial<Profile> = {}): Profile {
  return {
    memberUrn: null,
    publicIdentifier: 'ada-example',
    fullName: 'Ada Example',
    headline: null,
    location: null,
    about: null,
    industry: null,
    roles: [],
    education: [],
    skills: [],
    flags: [],
    ...given,
  };
}

/** A profile whose one current role has the title. */
export function titled(title: string): Profile {
  return profile({ roles: [role({ title, company: 'Ledgerly' })] });
}

export function icp(given: Partial<Icp> = {}): Icp {
  return { ...EMPTY_ICP, ...given };
}

export function classified(given: Partial<Classification> = {}): Classification {
  return {
    industry: 'Other',
    industryReasoning: 'nothing names one',
    companyType: 'unknown',
    companyTypeReasoning: 'nothing names one',
    ...given,
  };
}

export function input(given: Partial<ScoreInput> = {}): ScoreInput {
  return {
    icp: icp(),
    profile: profile(),
    classification: classified(),
    semantic: 0.5,
    relevance: 0.5,
    ...given,
  };
}
