import type { Profile, Role } from '../profile.ts';

/** Latest start first; then by their texts, so that the order in which a source lists roles of equal date means nothing. */
export function byRecency(one: Role, other: Role): number {
  return startNumber(other) - startNumber(one) || compareText(roleKey(one), roleKey(other));
}

export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Current roles, latest first. */
export function presentRoles(profile: Profile): readonly Role[] {
  return profile.roles.filter((role) => role.isCurrent).sort(byRecency);
}

function startNumber(role: Role): number {
  return role.start === null ? 0 : role.start.year * 12 + (role.start.month ?? 0);
}

function roleKey(role: Role): string {
  return JSON.stringify([
    role.title,
    role.company,
    role.location,
    role.description,
    role.employmentType,
    role.companySize?.min,
    role.companySize?.max,
    [...role.companyIndustries].sort(compareText),
  ]);
}
