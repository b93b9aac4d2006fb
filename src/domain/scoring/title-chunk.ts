import { type JobFunction, SERVING_FUNCTIONS } from './title-functions.ts';
import type { LexiconEntry } from './title-lexicon.ts';
import type { Standing } from './title-markers.ts';
import { LEVELS, type Level } from './title-roles.ts';

/** What one title says: who the person is, or (in an ICP) who is wanted. */
export interface TitleReading {
  /** Null when the title names none; `leader` asks for anyone from head upwards. */
  readonly level: Level | 'leader' | null;
  /** Empty when the title names none. */
  readonly functions: readonly JobFunction[];
  readonly specialties: readonly string[];
  /** The field of somebody who serves others: finance, for a finance recruiter. */
  readonly fields: readonly JobFunction[];
  readonly standing: Standing;
  readonly assisting: boolean;
  /** All words that name something, in the lexicon's form. */
  readonly words: readonly string[];
  /** Those of them that the lexicon does not know. */
  readonly unread: readonly string[];
}

export type Role = Extract<LexiconEntry, { kind: 'role' }>;
export type Rank = Extract<LexiconEntry, { kind: 'rank' }>;
export interface FunctionItem {
  readonly name: JobFunction;
  readonly specialty: string | null;
  /** Said with "of": the Managing Director *of* something is its head, not its marketing person. */
  readonly ofObject: boolean;
}

/** What stands between two commas, slashes or "and"s. */
export interface Chunk {
  roles: Role[];
  ranks: Rank[];
  functions: FunctionItem[];
  /** Functions that stood alone before this title, and after it. */
  leading: FunctionItem[];
  attached: FunctionItem[];
  /** Functions of a statement after it: a field at most. */
  aside: FunctionItem[];
  wantsLeader: boolean;
  standing: Standing;
  assisting: boolean;
  words: string[];
  unread: string[];
  /** Whether "and" stands before and after it. */
  andBefore: boolean;
  andAfter: boolean;
}

export function newChunk(standing: Standing, andBefore: boolean): Chunk {
  return {
    roles: [],
    ranks: [],
    functions: [],
    leading: [],
    attached: [],
    aside: [],
    wantsLeader: false,
    standing,
    assisting: false,
    words: [],
    unread: [],
    andBefore,
    andAfter: false,
  };
}

export function hasHead(chunk: Chunk): boolean {
  return chunk.roles.length > 0 || chunk.ranks.length > 0 || chunk.wantsLeader || chunk.assisting;
}

export function isServingRole(entry: LexiconEntry | undefined): boolean {
  return (
    entry?.kind === 'role' &&
    entry.functions.some((name) => SERVING_FUNCTIONS.has(name) || name === 'administration') &&
    entry.level === 'individual'
  );
}

/** Turns what was found between two commas into readings: one for each title in it. */
export function readingsOf(chunk: Chunk): TitleReading[] {
  const roles = chunk.roles;
  const items = [...chunk.leading, ...chunk.functions, ...chunk.attached];
  const serving = roles.find(isServingRole);
  const common = {
    standing: chunk.standing,
    words: chunk.words,
    unread: chunk.unread,
    assisting: chunk.assisting || (serving?.functions.includes('administration') ?? false),
    specialties: specialtiesOf(items),
  };
  const direct = namesOf(items.filter((item) => !item.ofObject));
  const named = namesOf(items);
  const fields = namesOf([...items, ...chunk.aside]);

  if (chunk.assisting) {
    const own = named.filter((name) => name !== 'administration');
    return [
      { ...common, level: 'individual', functions: own.length > 0 ? own : ['administration'], fields: [] },
    ];
  }
  if (serving !== undefined) {
    const level = strongest([
      'individual',
      ...chunk.ranks.filter((rank) => rank.fallback === null).map((rank) => rank.level),
    ]);
    return [{ ...common, level, functions: serving.functions, fields, specialties: [] }];
  }

  const readings: TitleReading[] = roles.map((role) => ({
    ...common,
    level: roleLevel(role, chunk.ranks),
    functions: leadsMore(role)
      ? [...new Set([...role.functions, ...namesOf(chunk.leading)])]
      : role.functions,
    fields,
    specialties: role.specialty === null ? [] : [role.specialty],
  }));
  for (const rank of chunk.ranks.filter(isStandalone)) {
    readings.push({
      ...common,
      level: rank.level,
      functions: [rank.fallback!],
      fields,
      specialties: [],
    });
  }
  const ladder = chunk.ranks.filter((rank) => !isStandalone(rank));
  if (roles.length > 0) return readings;
  if (chunk.wantsLeader || ladder.length > 0 || readings.length === 0) {
    const level = chunk.wantsLeader
      ? 'leader'
      : ladderLevel(ladder, named.length > 0 || chunk.unread.length > 0);
    const fallback = ladder.find((rank) => rank.fallback !== null)?.fallback;
    const functions =
      fallback === undefined || fallback === null ? named : direct.length > 0 ? direct : [fallback];
    const others = fields.filter((name) => !functions.includes(name));
    if (level !== null || functions.length > 0 || chunk.words.length > 0 || chunk.standing !== 'active')
      readings.push({ ...common, level, functions, fields: others });
  }
  return readings;
}

function isStandalone(rank: Rank): boolean {
  return rank.fallback !== null && (rank.level === 'owner' || rank.level === 'partner');
}

/** "Sales & Operations Director" directs both; a CEO or an engineer with a field stays what they are. */
function leadsMore(role: Role): boolean {
  return (
    role.level !== 'individual' &&
    !role.functions.includes('general management') &&
    !role.functions.includes('board')
  );
}

function roleLevel(role: Role, ranks: readonly Rank[]): Level {
  // A "CTO coordinator" works for one.
  if (role.level === 'c-level' && ranks.some((rank) => rank.weak && rank.level === 'individual'))
    return 'individual';
  if (role.level !== 'individual') return role.level;
  const levels = ranks.filter((rank) => rank.fallback === null).map((rank) => rank.level);
  if (levels.includes('junior')) return 'junior';
  // A chief engineer leads engineers; only "chief … officer" is of the board.
  return strongest([role.level, ...levels.map((level) => (level === 'c-level' ? 'head' : level))]);
}

function ladderLevel(ranks: readonly Rank[], saysOfWhat: boolean): Level | null {
  const strong = ranks.filter((rank) => !rank.weak).map((rank) => rank.level);
  if (strong.length > 0) {
    const level = strongest(strong);
    return level === 'c-level' && !saysOfWhat && ranks.length > 1 ? 'head' : level;
  }
  const levels = ranks.map((rank) => rank.level);
  return levels.includes('junior') ? 'junior' : levels.length > 0 ? strongest(levels) : null;
}

function strongest(levels: readonly Level[]): Level {
  return LEVELS[Math.min(...levels.map((level) => LEVELS.indexOf(level)))]!;
}

/** Functions that every other has a share of: "Finance Operations" and "Marketing Analytics" are both. */
const SHARED_FUNCTIONS: ReadonlySet<JobFunction> = new Set<JobFunction>([
  'operations',
  'project management',
  'strategy',
  'data',
  'IT',
  'risk',
  'quality',
  'administration',
  'research',
  'sustainability',
]);

/**
 * Of functions that follow one another without a comma or "and" the last is the work and the others its field: "HR Tech Sales", "Finance Recruiting".
 * Recruiting and consulting are the work wherever they stand, for languages that put it first.
 */
export function setFieldsAside(chunk: Chunk): void {
  const names = namesOf(chunk.functions);
  const last = chunk.functions.at(-1)?.name;
  if (last === undefined || names.length < 2) return;
  const ruling = names.find((name) => name === 'recruiting' || name === 'consulting') ?? last;
  if (SHARED_FUNCTIONS.has(ruling) || (ruling === 'recruiting' && names.includes('people'))) return;
  chunk.aside.push(...chunk.functions.filter((item) => item.name !== ruling));
  chunk.functions = chunk.functions.filter((item) => item.name === ruling);
}

function namesOf(items: readonly FunctionItem[]): readonly JobFunction[] {
  return [...new Set(items.map((item) => item.name))];
}

/** Empty as soon as one function is named in general: "Finance & Tax" is not a tax title only. */
function specialtiesOf(items: readonly FunctionItem[]): readonly string[] {
  const specialties = items.map((item) => item.specialty);
  return specialties.includes(null)
    ? []
    : [...new Set(specialties.filter((specialty) => specialty !== null))];
}
