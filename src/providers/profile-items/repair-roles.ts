import type { Role, YearMonth } from '../../domain/profile.ts';
import { foldForMatching } from '../../support/text.ts';
import { damageOf, isOwnBusiness, isTitleLike, splitCardLine, splitLocation } from './item-damage.ts';
import type { DraftProfile, DraftRole } from './profile-draft.ts';
import { RoleEvidence } from './role-evidence.ts';

type RepairedRole = { -readonly [Key in keyof DraftRole]: DraftRole[Key] };

/** Takes "· Full-time" and the like off titles and companies, keeping the type of employment. */
function splitCards(role: DraftRole): RepairedRole {
  const title = role.title === null || damageOf(role.title) ? null : splitCardLine(role.title);
  const company = role.company === null || damageOf(role.company) ? null : splitCardLine(role.company);
  return {
    ...role,
    title: title?.main ?? role.title,
    company: company?.main ?? role.company,
    employmentType: role.employmentType ?? company?.employmentType ?? title?.employmentType ?? null,
    location: splitLocation(role.location),
  };
}

/**
 * Grouped cards read as flat roles: a row `company | 5 yrs 7 mos` without dates, then roles that name no company. The row is the
 * employer of the roles after it, and no role itself.
 */
function foldGroups(roles: RepairedRole[], evidence: RoleEvidence, flags: Set<string>): RepairedRole[] {
  const kept: RepairedRole[] = [];
  let employer: string | null = null;
  for (const [index, role] of roles.entries()) {
    const next = roles[index + 1];
    const isHeader =
      role.title !== null &&
      role.company !== null &&
      damageOf(role.title) === null &&
      damageOf(role.company) === 'duration' &&
      role.period.start === null &&
      role.period.end === null &&
      next !== undefined &&
      lacksCompany(next) &&
      next.title !== null &&
      (evidence.isKnownCompany(role.title) || !isTitleLike(role.title));
    if (isHeader) {
      employer = role.title;
      flags.add('grouped_roles_unfolded');
      continue;
    }
    if (employer !== null && lacksCompany(role)) {
      keepEmploymentType(role, role.company);
      role.company = employer;
    } else {
      employer = null;
    }
    kept.push(role);
  }
  return kept;
}

function lacksCompany(role: DraftRole): boolean {
  return role.company === null || damageOf(role.company) !== null;
}

function keepEmploymentType(role: RepairedRole, text: string | null): void {
  if (text !== null && role.employmentType === null && damageOf(text) === 'employment_type')
    role.employmentType = text;
}

const AT = /^(.{2,200}?)\s+(?:at|@)\s+(.{2,200})$/i;

/** Repairs what title and company hold, with support from elsewhere in the item; without it they become null. */
function repairPair(role: RepairedRole, evidence: RoleEvidence, flags: Set<string>): void {
  const titleDamage = role.title === null ? null : damageOf(role.title);
  if (titleDamage !== null) {
    flags.add(`title_was_${titleDamage}`);
    keepEmploymentType(role, role.title);
    role.title = null;
    // The damaged card keeps its real first line: title "Full-time · 4 yrs", company "UX Designer II at Nordlicht".
    const together = AT.exec(role.company ?? '');
    if (together?.[1] !== undefined && together[2] !== undefined && isTitleLike(together[1])) {
      role.title = together[1];
      role.company = together[2];
    }
  }
  const companyDamage = role.company === null ? null : damageOf(role.company);
  if (companyDamage !== null) {
    const supported = evidence.companyFor(role);
    if (companyDamage !== 'employment_type' || supported !== null || !isOwnBusiness(role.company ?? '')) {
      flags.add(`company_was_${companyDamage}`);
      keepEmploymentType(role, role.company);
      role.company = null;
      // The company header of a group whose roles are missing: its title is the employer, not a job.
      if (role.title !== null && evidence.isKnownCompany(role.title) && !evidence.isKnownTitle(role.title)) {
        flags.add('title_was_company');
        role.company = role.title;
        role.title = null;
      }
    }
  }
  if (role.title !== null && role.company !== null) repairConfusion(role, evidence, flags);
  role.company ??= fill(evidence.companyFor(role), 'company_filled_in', flags);
  role.title ??= fill(evidence.titleFor(role), 'title_filled_in', flags);
}

function fill(value: string | null, name: string, flags: Set<string>): string | null {
  if (value !== null) flags.add(name);
  return value;
}

/** Both are sound texts, but perhaps each other's, or one of them twice. */
function repairConfusion(role: RepairedRole, evidence: RoleEvidence, flags: Set<string>): void {
  if (evidence.same(role.title, role.company)) {
    if (isTitleLike(role.company ?? '')) {
      flags.add('company_was_title');
      role.company = null;
    } else if (evidence.confirmsCompany(role)) {
      flags.add('title_was_company');
      role.title = null;
    }
    return;
  }
  const verdict = evidence.judgePair(role);
  if (verdict === 'swapped') {
    flags.add('title_and_company_swapped');
    [role.title, role.company] = [role.company, role.title];
  } else if (verdict === 'unclear') {
    flags.add('title_and_company_unclear');
    role.title = null;
    role.company = null;
  }
}

/** Whether the person holds the role now; `null` from the source is settled by what else the item says, or as "no". */
function isCurrent(
  role: DraftRole,
  index: number,
  draft: DraftProfile,
  evidence: RoleEvidence,
  flags: Set<string>,
): boolean {
  const { current, start, end } = role.period;
  if (end !== null) {
    if (current === true) flags.add('current_contradicts_end');
    return false;
  }
  if (current !== null) return current;
  if (start !== null) return true;
  const namedAsCurrent =
    evidence.same(role.company, draft.current.company) &&
    (draft.current.title === null || evidence.same(role.title, draft.current.title));
  const headline = foldForMatching(draft.headline ?? '');
  const inHeadline =
    index === 0 &&
    [role.title, role.company].some(
      (part) => part !== null && part.length > 2 && headline.includes(foldForMatching(part)),
    );
  if (!namedAsCurrent && !inHeadline) flags.add('current_unknown');
  return namedAsCurrent || inHeadline;
}

/** The one role of a person whose item has a summary of the current job and no list of roles. */
function roleOfSummary(current: DraftProfile['current']): DraftRole | null {
  if (current.title === null && current.company === null) return null;
  return {
    ...current,
    companyKey: current.companySlug,
    location: null,
    description: null,
    employmentType: null,
    period: { ...current.period, current: current.period.current ?? true },
  };
}

const earlier = (a: YearMonth, b: YearMonth) =>
  a.year < b.year || (a.year === b.year && a.month !== null && b.month !== null && a.month < b.month);

/**
 * The roles of a draft with the damage of PROVIDERS.md §1.7 repaired where something else in the item supports it, and null where
 * nothing does. Adds to `flags` what was done.
 */
export function repairRoles(draft: DraftProfile, flags: Set<string>): Role[] {
  const summary = draft.roles.length === 0 ? roleOfSummary(draft.current) : null;
  if (summary !== null) flags.add('role_from_summary');
  const cards = (summary === null ? draft.roles : [summary]).map(splitCards);
  const roles = foldGroups(cards, new RoleEvidence(draft, cards), flags);
  const evidence = new RoleEvidence(draft, roles);
  for (const role of roles) repairPair(role, evidence, flags);

  const seen = new Set<string>();
  return roles.flatMap((role, index): Role[] => {
    if (role.title === null && role.company === null && role.description === null) return [];
    const { start } = role.period;
    let { end } = role.period;
    const key = JSON.stringify([role.title, role.company, start, end]);
    if (seen.has(key) && (role.title ?? role.company) !== null) return [];
    seen.add(key);
    const current = isCurrent(role, index, draft, evidence, flags);
    if (start !== null && end !== null && earlier(end, start)) {
      flags.add('role_ends_before_start');
      end = null;
    }
    const isSummarised = current && evidence.same(role.company, draft.current.company);
    return [
      {
        title: role.title,
        company: role.company,
        location: role.location,
        description: role.description,
        employmentType: role.employmentType,
        start,
        end: current ? null : end,
        isCurrent: current,
        companySize: role.companySize ?? (isSummarised ? draft.current.companySize : null),
        companyIndustries:
          role.companyIndustries.length > 0 || !isSummarised
            ? role.companyIndustries
            : draft.current.companyIndustries,
      },
    ];
  });
}
