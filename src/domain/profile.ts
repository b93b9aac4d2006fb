/** A month of a year; the month may be unknown. */
export interface YearMonth {
  readonly year: number;
  /** 1–12, or null when only the year is known. */
  readonly month: number | null;
}

export interface Role {
  readonly title: string | null;
  readonly company: string | null;
  readonly location: string | null;
  readonly description: string | null;
  readonly employmentType: string | null;
  readonly start: YearMonth | null;
  /** Null when the role is current or its end is unknown; `isCurrent` tells which. */
  readonly end: YearMonth | null;
  readonly isCurrent: boolean;
  /** Head count of the company as LinkedIn bands it, e.g. 51–200; `max` null means "or more". */
  readonly companySize: { readonly min: number; readonly max: number | null } | null;
  /** The company's industries in LinkedIn's words. */
  readonly companyIndustries: readonly string[];
}

export interface Education {
  readonly school: string | null;
  readonly degree: string | null;
  readonly field: string | null;
}

/** What is known of one person, in our shape, whoever scraped it. Every text is free of control characters. */
export interface Profile {
  readonly memberUrn: string | null;
  readonly publicIdentifier: string | null;
  readonly fullName: string | null;
  readonly headline: string | null;
  readonly location: string | null;
  readonly about: string | null;
  /** The person's own industry in LinkedIn's words, when the source names one. */
  readonly industry: string | null;
  /** As the source orders them, which is most recent first for LinkedIn. */
  readonly roles: readonly Role[];
  readonly education: readonly Education[];
  readonly skills: readonly string[];
  /** What had to be repaired or was left out, e.g. `company_was_duration`; for `icp lead`. */
  readonly flags: readonly string[];
}

export function currentRoles(profile: Profile): readonly Role[] {
  return profile.roles.filter((role) => role.isCurrent);
}

/** Titles of current roles, in order, without repetition. */
export function currentTitles(profile: Profile): readonly string[] {
  return [...new Set(currentRoles(profile).flatMap((role) => (role.title === null ? [] : [role.title])))];
}

/** The company of the first current role that names one. */
export function currentCompany(profile: Profile): string | null {
  return currentRoles(profile).find((role) => role.company !== null)?.company ?? null;
}

/** Flag of what a list page tells of a person: all that is known where nobody scraped them. */
export const FROM_PAGE_ONLY = 'from_page_only';

/** A profile with neither name, headline, about nor roles: what rate-limited scrapers return instead of an error. */
export function isStub(profile: Profile): boolean {
  return (
    profile.fullName === null &&
    profile.headline === null &&
    profile.about === null &&
    profile.roles.length === 0
  );
}
