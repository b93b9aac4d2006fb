import type { Education, Role } from '../../domain/profile.ts';
import type { RolePeriod } from './role-period.ts';

/** A role as the item shows it, before repair: titles and companies may be anything. */
export interface DraftRole {
  readonly title: string | null;
  readonly company: string | null;
  /** LinkedIn's own key of the company (number, or universal name): equal keys mean the same company. */
  readonly companyKey: string | null;
  /** The company's universal name, such as `nordlicht-systems`. */
  readonly companySlug: string | null;
  readonly companySize: Role['companySize'];
  readonly companyIndustries: readonly string[];
  readonly location: string | null;
  readonly description: string | null;
  readonly employmentType: string | null;
  readonly period: RolePeriod;
}

/** What one item says of a person, in one form for all scrapers; the repair of roles works on this. */
export interface DraftProfile {
  /** Texts that may hold the member id: an id, a URN, or a profile URL; the first that is one wins. */
  readonly memberIds: readonly (string | null)[];
  /** Texts that may hold the vanity name, or a profile URL with it. */
  readonly vanityNames: readonly (string | null)[];
  readonly fullName: string | null;
  readonly headline: string | null;
  readonly location: string | null;
  readonly about: string | null;
  readonly industry: string | null;
  /** The item's own summary of the current job; it follows LinkedIn's first position, and that position's damage. */
  readonly current: {
    readonly title: string | null;
    readonly company: string | null;
    readonly companySlug: string | null;
    readonly companySize: Role['companySize'];
    readonly companyIndustries: readonly string[];
    readonly period: RolePeriod;
  };
  readonly roles: readonly DraftRole[];
  readonly education: readonly Education[];
  readonly skills: readonly string[];
}

export const NO_CURRENT: DraftProfile['current'] = {
  title: null,
  company: null,
  companySlug: null,
  companySize: null,
  companyIndustries: [],
  period: { start: null, end: null, current: null },
};

/** The universal name in a company link, `https://www.linkedin.com/company/<this>/`; null for search links and others. */
export function companySlugOfUrl(url: string | null): string | null {
  const slug = /\/company\/([^/?#]{1,100})/.exec(url ?? '')?.[1];
  return slug === undefined ? null : slug.toLowerCase();
}

/** First name and last name as one; null when both are missing. */
export function joinName(first: string | null, last: string | null): string | null {
  const parts = [first, last].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** A place from narrow to wide, without saying anything twice: `Berlin` + `Germany` → `Berlin, Germany`. */
export function joinPlaces(...places: readonly (string | null)[]): string | null {
  const kept: string[] = [];
  for (const place of places) {
    if (place !== null && !kept.some((other) => other.toLowerCase().includes(place.toLowerCase())))
      kept.push(place);
  }
  return kept.length === 0 ? null : kept.join(', ');
}
