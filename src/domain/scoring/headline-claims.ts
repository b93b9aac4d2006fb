import type { Profile, Role } from '../profile.ts';
import type { TitleReading } from './title-chunk.ts';
import { functionNearness } from './title-functions.ts';
import { bestHit, type Candidate, candidateOf, type Hit, type Target } from './title-hit.ts';
import { isCloseTo } from './title-notes.ts';
import { LEVELS } from './title-roles.ts';

/** "Retired" in the headline ends roles that nobody closed; "retired officer, now CFO" ends none. */
export function saysRetired({ read }: Candidate): boolean {
  const works = read.held.some(
    (reading) =>
      reading.standing !== 'retired' && reading.level !== null && !reading.functions.includes('board'),
  );
  return !works && read.held.some((reading) => reading.standing === 'retired');
}

const AT_WORK: ReadonlySet<string> = new Set(['active', 'interim', 'deputy', 'trainee']);

/** Whether every title that is named is a former one, a student's, or a wish; or the headline says "retired". */
export function worksNoMore(candidates: readonly Candidate[]): boolean {
  if (candidates.some((candidate) => candidate.role === null && saysRetired(candidate))) return true;
  const held = candidates.flatMap(({ read }) => read.held);
  return held.length > 0 && held.every(({ standing }) => !AT_WORK.has(standing));
}

const HONORARY =
  /(?<!\p{L})(?:ehrenamt\p{L}*|volunteer\p{L}*|voluntary|pro bono|honorary|b[ée]n[ée]vol\p{L}*|voluntari\p{L}*|volontari\p{L}*|vrijwillig\p{L}*|ideell\p{L}*|frivillig\p{L}*|f[öo]rderverein|sportverein)(?!\p{L})/iu;

/** An office that somebody holds beside their work, such as the treasurer of a club. */
export function isHonoraryRole({ title, company, employmentType }: Role): boolean {
  return [title, company, employmentType].some((text) => text !== null && HONORARY.test(text));
}

const STUDENTS_OWN =
  /\bstudent(?:s['’]?)?[- ](?:project|club|society|union|association|run|led|startup|initiative|consultancy|newspaper)|hochschulgruppe|studentische\s+\p{L}+|junior[- ]entreprise|association [ée]tudiante|bureau des [ée]tudiants/iu;

/**
 * Whether a role is a student's: somebody studies and claims no title in the headline, or the role is at a students' club or project. A manager who
 * studies for another degree says so beside the title.
 */
export function isStudentRole(candidate: Candidate, all: readonly Candidate[]): boolean {
  if (candidate.role === null) return false;
  const { company, title, description } = candidate.role;
  const place = [company, title, description].filter((text) => text !== null).join(' ');
  if (STUDENTS_OWN.test(place)) return true;
  const studies = all.some(({ read }) => read.held.some(({ standing }) => standing === 'student'));
  if (!studies) return false;
  const headline = all.find(({ role }) => role === null);
  const claims = headline?.read.held.some(({ standing, level }) => standing === 'active' && level !== null);
  return claims !== true || /\bstud(?:ent|ieren)|[ée]tudiant|estudiant|hackathon/iu.test(place);
}

/**
 * Whether the roles leave room for the title that the headline claims: the same or a general function at a level not far below, or a title that says
 * neither. Somebody who keeps books is no CFO for calling himself one.
 */
export function agrees({ held: claimed }: Hit, roles: readonly Candidate[]): boolean {
  return roles.some(({ read }) =>
    read.held.some((reading) => {
      if (reading.standing !== 'active' && reading.standing !== 'interim') return false;
      if (reading.functions.length === 0) return reading.level !== null;
      if (reading.functions.some((name) => name === 'general management' || name === 'consulting'))
        return true;
      const isSame = reading.functions.some(
        (name) =>
          name !== 'administration' &&
          claimed?.functions.some((other) => functionNearness(name, other) === 1),
      );
      return isSame && !isFarBelow(reading.level, claimed?.level ?? null);
    }),
  );
}

/** An expert beside a claimed head; a manager may well be called one. */
function isFarBelow(level: TitleReading['level'], claimed: TitleReading['level']): boolean {
  const rung = (each: TitleReading['level']) =>
    each === null || each === 'leader' ? -1 : LEVELS.indexOf(each);
  return (
    rung(level) >= LEVELS.indexOf('individual') &&
    rung(claimed) >= 0 &&
    rung(claimed) <= LEVELS.indexOf('head')
  );
}

/** A headline that repeats a role which has ended was never brought up to date. */
export function isStale(targets: readonly Target[], headlineHit: Hit, profile: Profile): boolean {
  const ended = profile.roles.filter((role) => !role.isCurrent && role.title !== null);
  const hit = bestHit(
    targets,
    ended.map((role) => candidateOf(role.title!, role)),
  );
  return hit !== null && hit.nearness >= headlineHit.nearness * 0.9;
}

/** Whether the headline calls a wanted title former, and no other one near to it present. */
export function deniesTitle(targets: readonly Target[], headline: Candidate): boolean {
  const wanted = targets.flatMap((target) => target.readings);
  const near = (readings: typeof headline.read.held) => readings.some((held) => isCloseTo(wanted, held));
  const former = headline.read.held.filter((reading) => reading.standing === 'former');
  const active = headline.read.held.filter((reading) => reading.standing !== 'former');
  return near(former.map((reading) => ({ ...reading, standing: 'active' as const }))) && !near(active);
}
