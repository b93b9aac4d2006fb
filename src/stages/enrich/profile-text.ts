import { currentTitles, type Profile, type Role, type YearMonth } from '../../domain/profile.ts';
import { byRecency, compareText } from '../../domain/scoring/role-order.ts';

/** Past roles that are worth telling: more say little about who a person is now. */
const PAST_ROLES = 2;

/**
 * The text that stands for a profile wherever one is embedded, classified or reranked (SPEC §7), in this order: current job titles,
 * name, headline, company, location, about (whole), current roles with descriptions, the last two past roles, skills. What matters most
 * stands first, because models read the beginning best and cut the end. Roles stand by date and skills by letter: sources list those of equal standing in
 * an order that changes from one scrape to the next, and another text would be another score and would have to be bought again.
 */
export function profileText(profile: Profile): string {
  const roles = profile.roles.toSorted(byRecency);
  const current = roles.filter((role) => role.isCurrent);
  const past = roles.filter((role) => !role.isCurrent).slice(0, PAST_ROLES);
  const companies = [...new Set(current.flatMap((role) => companyLine(role) ?? []))];
  const lines = [
    currentTitles({ ...profile, roles }).join('; ') || null,
    labelled('Name', profile.fullName),
    labelled('Headline', profile.headline),
    labelled('Company', companies.join('; ') || null),
    labelled('Location', profile.location),
    labelled('Industry', profile.industry),
    labelled('About', profile.about),
    ...current.map((role) => labelled('Current role', roleLine(role))),
    ...past.map((role) => labelled('Past role', roleLine(role))),
    labelled('Skills', profile.skills.toSorted(compareText).join(', ') || null),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function labelled(label: string, value: string | null): string | null {
  return value === null ? null : `${label}: ${value}`;
}

function companyLine(role: Role): string | null {
  if (role.company === null) return null;
  const { companySize: size, companyIndustries } = role;
  const details = [
    ...(size === null ? [] : [headcount(size)]),
    ...(companyIndustries.length === 0 ? [] : [companyIndustries.toSorted(compareText).join(', ')]),
  ];
  return details.length === 0 ? role.company : `${role.company} (${details.join('; ')})`;
}

function headcount({ min, max }: NonNullable<Role['companySize']>): string {
  if (max === null) return `${min}+ employees`;
  return min === max ? `${min} ${min === 1 ? 'employee' : 'employees'}` : `${min}-${max} employees`;
}

function roleLine(role: Role): string | null {
  const what = [role.title, role.company].filter((part) => part !== null).join(' at ');
  if (what === '') return role.description;
  const when =
    role.start === null && role.end === null
      ? ''
      : ` (${month(role.start)} to ${role.isCurrent ? 'now' : month(role.end)})`;
  return `${what}${when}${role.description === null ? '' : `. ${role.description}`}`;
}

function month(date: YearMonth | null): string {
  if (date === null) return '?';
  return date.month === null ? String(date.year) : `${date.year}-${String(date.month).padStart(2, '0')}`;
}
