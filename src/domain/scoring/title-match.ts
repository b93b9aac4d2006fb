import type { Profile, Role } from '../profile.ts';
import {
  agrees,
  deniesTitle,
  isHonoraryRole,
  isStale,
  isStudentRole,
  saysRetired,
  worksNoMore,
} from './headline-claims.ts';
import { quoteStart } from './phrase-search.ts';
import { byRecency, presentRoles } from './role-order.ts';
import type { PartEvidence } from './score-types.ts';
import type { TitleReading } from './title-chunk.ts';
import {
  asExpanded,
  expansionsTold,
  functionsTold,
  isAbbreviated,
  isAmbiguous,
  withoutAmbiguity,
} from './title-context.ts';
import { bestHit, type Candidate, candidateOf, readTargets, type Target } from './title-hit.ts';
import { shown, titleNote } from './title-notes.ts';
import { inItsSense } from './title-senses.ts';
import { statementsOf } from './title-tokens.ts';

export interface TitleEvidence extends PartEvidence {
  /** The current role that the score is about: the one that fits best, else the latest; null when there is none. */
  readonly role: Role | null;
  /** The title in the person's own words; null when the profile names none. */
  readonly title: string | null;
  /** Whether the title that fits is that of somebody who founds, owns or runs a company, of whatever kind. */
  readonly isGeneral: boolean;
  /** Whether every title that the profile names is a former one, a student's, or a wish. */
  readonly isIdle: boolean;
  /** The reason without the title itself, for a sentence that has named it already. */
  readonly note: string;
}

/** A headline is written for show, so it counts a little less than a role that carries the same title. */
const HEADLINE_FACTOR = 0.95;
/** A headline that calls the title former, beside a role that nobody closed. */
const CONTRADICTED_FACTOR = 0.4;

/**
 * How well the titles that a person holds *now* fit the wanted ones: current roles, and the headline where no role has a title or
 * where it agrees with the roles. Past roles give nothing; they only tell that a headline is out of date.
 */
export function matchTitles(targetTitles: readonly string[], profile: Profile): TitleEvidence {
  const roles = presentRoles(profile);
  const candidates = asTold(profile, [
    ...roles.flatMap((role) => (role.title === null ? [] : [candidateOf(role.title, role)])),
    ...(profile.headline === null ? [] : [candidateOf(profile.headline, null)]),
  ]);
  return {
    ...fittingTitle(readTargets(targetTitles), profile, roles, candidates),
    isIdle: worksNoMore(candidates),
  };
}

function fittingTitle(
  targets: readonly Target[],
  profile: Profile,
  roles: readonly Role[],
  candidates: readonly Candidate[],
): Omit<TitleEvidence, 'isIdle'> {
  const fromRoles = mainRolesFirst(candidates.filter(({ role }) => role !== null));
  const mainRole = fromRoles[0]?.role ?? roles[0] ?? null;
  const headline = candidates.find(({ role }) => role === null) ?? null;
  const roleHit = bestHit(targets, fromRoles);
  const headlineHit = headline === null ? null : bestHit(targets, [withoutBareFunctions(headline)]);

  const [first] = fromRoles;
  if (headline !== null && first !== undefined && saysRetired(headline)) {
    const { text, role } = first;
    const note = 'retired, says the headline';
    return {
      match: 0,
      reason: note,
      note,
      quote: quoteStart(headline.text),
      role,
      title: text,
      isGeneral: false,
    };
  }
  const useHeadline =
    headlineHit !== null &&
    (roleHit === null ||
      (headlineHit.nearness * HEADLINE_FACTOR > roleHit.nearness &&
        agrees(headlineHit, fromRoles) &&
        !isStale(targets, headlineHit, profile)));
  const hit = useHeadline ? headlineHit : roleHit;
  if (hit === null) return withoutTitle(profile, headline, mainRole);

  const { candidate } = hit;
  const contradicted = !useHeadline && headline !== null && deniesTitle(targets, headline);
  // Nothing but ended roles, and the headline names one of them: it was never brought up to date.
  const outOfDate =
    useHeadline && roleHit === null && hasEnded(profile) && isStale(targets, headlineHit, profile);
  const factor =
    useHeadline && roleHit !== null ? HEADLINE_FACTOR : contradicted || outOfDate ? CONTRADICTED_FACTOR : 1;
  const match = hit.nearness * factor;
  const title = useHeadline ? bestStatement(targets, candidate) : candidate.text;
  const note =
    contradicted && match > 0
      ? 'the headline calls it a former title'
      : outOfDate && match > 0
        ? 'a role that has ended'
        : titleNote(match, hit.target, candidate.read, readingsOf(targets));
  return {
    match,
    reason: `${shown(title)}: ${note}`,
    note,
    quote: quoteStart(candidate.text),
    role: candidate.role ?? mainRole,
    title,
    isGeneral: hit.held?.functions.every((name) => name === 'general management') ?? false,
  };
}

/** Titles as the rest of the profile lets us read them: abbreviations with one meaning, and a student's offices as what they are. */
function asTold(profile: Profile, candidates: readonly Candidate[]): readonly Candidate[] {
  const beside = candidates.flatMap(({ read }) => read.held);
  const told = beside.some(isAmbiguous) ? functionsTold(profile) : [];
  const expansions: ReturnType<typeof expansionsTold> = beside.some(isAbbreviated)
    ? expansionsTold(profile)
    : new Map();
  return candidates.map((candidate) => {
    const isStudent = isStudentRole(candidate, candidates);
    const isHonorary = candidate.role !== null && isHonoraryRole(candidate.role);
    const held = candidate.read.held.map((reading) => ({
      ...inItsSense(withoutAmbiguity(asExpanded(reading, expansions), beside, told), profile),
      ...(isStudent ? { standing: 'student' as const } : {}),
      ...(isHonorary ? { functions: ['board' as const], words: [] } : {}),
    }));
    return { ...candidate, read: { held, served: candidate.read.served } };
  });
}

function readingsOf(targets: readonly Target[]): readonly TitleReading[] {
  return targets.flatMap((target) => target.readings);
}

/** Where no title decides, the score is about somebody's work rather than their seat on a board or their studies. */
function mainRolesFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const isSide = ({ read }: Candidate) =>
    read.held.length > 0 &&
    read.held.every((reading) => reading.functions.includes('board') || reading.standing === 'student');
  return [...candidates.filter((each) => !isSide(each)), ...candidates.filter(isSide)];
}

/** Words such as "Finance | Coffee" in a headline name interests; they are no title. */
function withoutBareFunctions(headline: Candidate): Candidate {
  const held = headline.read.held.filter(
    (reading) => reading.level !== null || reading.standing !== 'active',
  );
  return { ...headline, read: { held, served: headline.read.served } };
}

function hasEnded({ roles }: Profile): boolean {
  return roles.length > 0 && roles.every((past) => past.end !== null && !past.isCurrent);
}

/** Nothing that can be read as a title: unknown, unless the profile shows that every role has ended. */
function withoutTitle(
  profile: Profile,
  headline: Candidate | null,
  role: Role | null,
): Omit<TitleEvidence, 'isIdle'> {
  if (headline === null && hasEnded(profile)) {
    const last = profile.roles.filter((past) => past.title !== null).sort(byRecency)[0];
    const note =
      last === undefined ? 'no current role' : `no current role; the last was ${shown(last.title!)}`;
    return { match: 0, reason: note, note, quote: null, role: null, title: null, isGeneral: false };
  }
  const note = headline === null && role === null ? 'no current title' : 'no readable title';
  return { match: null, reason: note, note, quote: null, role, title: role?.title ?? null, isGeneral: false };
}

/** The part of a headline that carries the title: "CFO at X" of "CFO at X | Runner". */
function bestStatement(targets: readonly Target[], headline: Candidate): string {
  let best = { nearness: -1, text: headline.text };
  for (const text of statementsOf(headline.text)) {
    const nearness = bestHit(targets, [withoutBareFunctions(candidateOf(text, null))])?.nearness ?? -1;
    if (nearness > best.nearness) best = { nearness, text };
  }
  return best.text;
}
