import type { TitleReading } from './title-chunk.ts';
import { functionNearness, type JobFunction } from './title-functions.ts';
import type { Standing } from './title-markers.ts';
import type { Level } from './title-roles.ts';

/**
 * How much somebody of one level (columns: owner, C-level, partner, VP, head, manager, senior, individual, junior) is what an ICP means
 * that asks for another. Those above a wanted level decide as much as those at it; those well below do not.
 */
const LEVEL_NEARNESS: Readonly<Record<Level | 'leader', Readonly<Record<Level, number>>>> = {
  owner: row(1, 0.8, 0.5, 0.3, 0.15, 0.1, 0.05, 0.05, 0),
  'c-level': row(0.85, 1, 0.5, 0.85, 0.75, 0.4, 0.2, 0.12, 0.03),
  partner: row(0.6, 0.5, 1, 0.4, 0.3, 0.15, 0.1, 0.05, 0),
  vp: row(0.6, 0.95, 0.45, 1, 0.9, 0.5, 0.25, 0.15, 0.03),
  head: row(0.6, 0.9, 0.45, 0.95, 1, 0.65, 0.35, 0.2, 0.03),
  manager: row(0.3, 0.5, 0.3, 0.65, 0.8, 1, 0.7, 0.5, 0.15),
  senior: row(0.1, 0.15, 0.1, 0.2, 0.4, 0.7, 1, 0.8, 0.3),
  individual: row(0.1, 0.12, 0.1, 0.15, 0.3, 0.5, 0.9, 1, 0.6),
  junior: row(0, 0, 0, 0.05, 0.1, 0.15, 0.3, 0.5, 1),
  leader: row(1, 1, 0.7, 1, 1, 0.55, 0.3, 0.12, 0.03),
};

function row(
  ...values: [number, number, number, number, number, number, number, number, number]
): Record<Level, number> {
  const [owner, cLevel, partner, vp, head, manager, senior, individual, junior] = values;
  return { owner, 'c-level': cLevel, partner, vp, head, manager, senior, individual, junior };
}

/** What a standing leaves of a title for an ICP that asks for the title as such. */
const STANDING_FACTOR: Readonly<Record<Standing, number>> = {
  active: 1,
  interim: 0.78,
  deputy: 0.7,
  former: 0,
  retired: 0,
  aspiring: 0,
  student: 0,
  trainee: 0.05,
};

/** A title that names no level ("Finance") or no function ("Director") may or may not be what is wanted. */
const LEVEL_NOT_SAID = 0.5;
/** "Selling HR software": a function among other words, and nobody who holds it. */
const HARDLY_A_TITLE = 0.1;
const FUNCTION_NOT_SAID = 0.2;

/** How well one held title fits one target title, 0–1: level times function times standing. */
export function titleNearness(target: TitleReading, held: TitleReading): number {
  const standing = standingNearness(target.standing, held.standing);
  if (standing === 0) return 0;
  if (target.words.length > 0 && sameWords(target.words, held.words)) return standing;
  if (target.assisting && held.assisting && target.functions.includes('administration')) return standing;
  return whatNearness(target, held) * levelNearness(target, held) * standing;
}

function standingNearness(target: Standing, held: Standing): number {
  if (target === held) return 1;
  if (target === 'active') return STANDING_FACTOR[held];
  if (target === 'interim' && held === 'active') return 0.7;
  return target === 'deputy' && held === 'active' ? 0.9 : 0;
}

function levelNearness(target: TitleReading, held: TitleReading): number {
  if (target.level === null) return 1;
  if (held.level === null) return held.unread.length > 0 ? HARDLY_A_TITLE : LEVEL_NOT_SAID;
  return LEVEL_NEARNESS[target.level][held.level === 'leader' ? 'head' : held.level];
}

function whatNearness(target: TitleReading, held: TitleReading): number {
  if (target.functions.length === 0) {
    // "Head of Beekeeping": the lexicon knows the level only, so the words must say the rest.
    return target.unread.length > 0
      ? wordNearness(target.unread, held.words)
      : Number(target.level !== null || target.standing !== 'active');
  }
  if (held.functions.length === 0) {
    if (held.unread.length > 0 || held.level === null) return 0.3 * wordNearness(target.words, held.words);
    return FUNCTION_NOT_SAID;
  }
  const nearness = Math.max(
    ...target.functions.flatMap((wanted) => held.functions.map((name) => functionNearness(wanted, name))),
  );
  if (nearness < 1) return nearness;
  return (
    ambiguity(held.functions, target.functions) *
    fieldNearness(target, held) *
    offerNearness(target, held) *
    specialtyNearness(target, held)
  );
}

/** "CPO" may be product, people or procurement. */
function ambiguity(held: readonly JobFunction[], wanted: readonly JobFunction[]): number {
  return held.length > 2 && wanted.length < held.length ? 0.85 : 1;
}

/** What is sold rather than done in a company: "VP Supply Chain Solutions" sells to those who run supply chains. */
const OFFERS: ReadonlySet<string> = new Set([
  'solutions',
  'software',
  'practice',
  'advisory',
  'consulting',
  'outsourcing',
]);
const OFFERED = 0.55;

function offerNearness(target: TitleReading, held: TitleReading): number {
  return held.unread.some((word) => OFFERS.has(word) && !target.words.includes(word)) ? OFFERED : 1;
}

/** A marketing consultant is no IT consultant. */
function fieldNearness(target: TitleReading, held: TitleReading): number {
  if (target.fields.length === 0) return 1;
  if (held.fields.length === 0) return 0.7;
  return target.fields.some((field) => held.fields.includes(field)) ? 1 : 0.2;
}

/** Within a function: treasury is near to finance as a whole, and less so to tax. */
function specialtyNearness(target: TitleReading, held: TitleReading): number {
  if (target.specialties.length === 0) return held.specialties.length === 0 ? 1 : 0.85;
  if (held.specialties.length === 0) return 0.85;
  return target.specialties.some((specialty) => held.specialties.includes(specialty)) ? 1 : 0.7;
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}

function wordNearness(wanted: readonly string[], words: readonly string[]): number {
  const hits = wanted.filter((word) => words.includes(word)).length;
  return hits === wanted.length ? 1 : hits > 0 ? 0.4 * (hits / wanted.length) : 0;
}
