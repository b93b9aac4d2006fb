import type { Profile, Role } from '../profile.ts';
import { quoteStart } from './phrase-search.ts';
import { byRecency, presentRoles } from './role-order.ts';
import type { PartEvidence } from './score-types.ts';
import type { TitleReading } from './title-chunk.ts';
import { functionNearness } from './title-functions.ts';
import { titleNearness } from './title-nearness.ts';
import { isCloseTo, shown, titleNote } from './title-notes.ts';
import { readTitle, type TitleText } from './title-reading.ts';
import { statementsOf } from './title-tokens.ts';

export interface TitleEvidence extends PartEvidence {
  /** The current role that the score is about: the one that fits best, else the latest; null when there is none. */
  readonly role: Role | null;
  /** The title in the person's own words; null when the profile names none. */
  readonly title: string | null;
  /** The reason without the title itself, for a sentence that has named it already. */
  readonly note: string;
}

/** A headline is written for show, so it counts a little less than a role that carries the same title. */
const HEADLINE_FACTOR = 0.95;
/** A headline that calls the title former, beside a role that nobody closed. */
const CONTRADICTED_FACTOR = 0.4;

interface Target {
  readonly text: string;
  readonly readings: readonly TitleReading[];
}

interface Candidate {
  readonly text: string;
  readonly role: Role | null;
  readonly read: TitleText;
}

interface Hit {
  readonly nearness: number;
  readonly target: string;
  readonly candidate: Candidate;
}

const targetsRead = new WeakMap<readonly string[], readonly Target[]>();

/** An ICP is read once for all leads that are scored against it. */
function readTargets(titles: readonly string[]): readonly Target[] {
  const known = targetsRead.get(titles);
  if (known !== undefined) return known;
  const targets = titles.map((text) => ({ text, readings: readTitle(text, 'target').held }));
  targetsRead.set(titles, targets);
  return targets;
}

/**
 * How well the titles that a person holds *now* fit the wanted ones: current roles, and the headline where no role has a title or
 * where it agrees with the roles. Past roles give nothing; they only tell that a headline is out of date.
 */
export function matchTitles(targetTitles: readonly string[], profile: Profile): TitleEvidence {
  const roles = presentRoles(profile);
  const targets = readTargets(targetTitles);
  const fromRoles = mainRolesFirst(
    roles.flatMap((role) => (role.title === null ? [] : [candidateOf(role.title, role)])),
  );
  const mainRole = fromRoles[0]?.role ?? roles[0] ?? null;
  const headline = profile.headline === null ? null : candidateOf(profile.headline, null);
  const roleHit = bestHit(targets, fromRoles);
  const headlineHit = headline === null ? null : bestHit(targets, [withoutBareFunctions(headline)]);

  const [first] = fromRoles;
  if (headline !== null && first !== undefined && saysRetired(headline)) {
    const { text, role } = first;
    const note = 'retired, says the headline';
    return { match: 0, reason: note, note, quote: quoteStart(headline.text), role, title: text };
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
  const factor = useHeadline && roleHit !== null ? HEADLINE_FACTOR : contradicted ? CONTRADICTED_FACTOR : 1;
  const match = hit.nearness * factor;
  const title = useHeadline ? bestStatement(targets, candidate) : candidate.text;
  const note =
    contradicted && match > 0
      ? 'the headline calls it a former title'
      : titleNote(match, hit.target, candidate.read, readingsOf(targets));
  return {
    match,
    reason: `${shown(title)}: ${note}`,
    note,
    quote: quoteStart(candidate.text),
    role: candidate.role ?? mainRole,
    title,
  };
}

function readingsOf(targets: readonly Target[]): readonly TitleReading[] {
  return targets.flatMap((target) => target.readings);
}

function candidateOf(text: string, role: Role | null): Candidate {
  return { text, role, read: readTitle(text, 'profile') };
}

/** "Retired" in the headline ends roles that nobody closed; "retired officer, now CFO" ends none. */
function saysRetired({ read }: Candidate): boolean {
  const works = read.held.some(
    (reading) =>
      reading.standing !== 'retired' && reading.level !== null && !reading.functions.includes('board'),
  );
  return !works && read.held.some((reading) => reading.standing === 'retired');
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

/** The best pair of target and title; null when no candidate says anything that can be read as a title. */
function bestHit(targets: readonly Target[], candidates: readonly Candidate[]): Hit | null {
  let best: Hit | null = null;
  for (const candidate of candidates) {
    if (candidate.role === null && candidate.read.held.length + candidate.read.served.length === 0) continue;
    if (isForeignScript(candidate.text) && candidate.read.held.every((reading) => reading.level === null))
      continue;
    for (const target of targets) {
      const nearness = Math.max(
        0,
        ...target.readings.flatMap((wanted) =>
          candidate.read.held.map((held) => titleNearness(wanted, held)),
        ),
      );
      if (best === null || nearness > best.nearness) best = { nearness, target: target.text, candidate };
    }
  }
  return best;
}

/** Scripts that the lexicon hardly covers: not to recognise such a title says nothing about it. */
function isForeignScript(text: string): boolean {
  return !/\p{Script=Latin}/u.test(text);
}

/** Whether the roles leave room for the headline's title: the same or a general function, or none that can be read. */
function agrees(headlineHit: Hit, roles: readonly Candidate[]): boolean {
  const claimed = headlineHit.candidate.read.held.flatMap((reading) => reading.functions);
  return roles.some(({ read }) =>
    read.held.some(
      (reading) =>
        reading.standing === 'active' &&
        (reading.functions.length === 0
          ? reading.level !== null
          : reading.functions.some(
              (name) =>
                name === 'general management' ||
                name === 'consulting' ||
                (name !== 'administration' && claimed.some((other) => functionNearness(name, other) === 1)),
            )),
    ),
  );
}

/** A headline that repeats a role which has ended was never brought up to date. */
function isStale(targets: readonly Target[], headlineHit: Hit, profile: Profile): boolean {
  const ended = profile.roles.filter((role) => !role.isCurrent && role.title !== null);
  const hit = bestHit(
    targets,
    ended.map((role) => candidateOf(role.title!, role)),
  );
  return hit !== null && hit.nearness >= headlineHit.nearness * 0.9;
}

function deniesTitle(targets: readonly Target[], headline: Candidate): boolean {
  const wanted = readingsOf(targets);
  const near = (readings: readonly TitleReading[]) => readings.some((held) => isCloseTo(wanted, held));
  const former = headline.read.held.filter((reading) => reading.standing === 'former');
  const active = headline.read.held.filter((reading) => reading.standing !== 'former');
  return near(former.map((reading) => ({ ...reading, standing: 'active' as const }))) && !near(active);
}

/** Nothing that can be read as a title: unknown, unless the profile shows that every role has ended. */
function withoutTitle(profile: Profile, headline: Candidate | null, role: Role | null): TitleEvidence {
  const allEnded =
    profile.roles.length > 0 && profile.roles.every((past) => past.end !== null && !past.isCurrent);
  if (headline === null && allEnded) {
    const last = profile.roles.filter((past) => past.title !== null).sort(byRecency)[0];
    const note =
      last === undefined ? 'no current role' : `no current role; the last was ${shown(last.title!)}`;
    return { match: 0, reason: note, note, quote: null, role: null, title: null };
  }
  const note = headline === null && role === null ? 'no current title' : 'no readable title';
  return { match: null, reason: note, note, quote: null, role, title: role?.title ?? null };
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
