import { type JobFunction, SERVING_FUNCTIONS } from './title-functions.ts';
import {
  AND_WORDS,
  type CanonicalWord,
  entryAt,
  isNeutral,
  isObjectNoun,
  type LexiconEntry,
  type Standing,
} from './title-lexicon.ts';
import { LEVELS, type Level } from './title-roles.ts';
import { BREAK, statementsOf, tokensOf } from './title-tokens.ts';

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

export interface TitleText {
  /** Titles that the person holds (or held, or wants: see `standing`). */
  readonly held: readonly TitleReading[];
  /** Titles of the people whom they assist, recruit, coach or sell to. */
  readonly served: readonly TitleReading[];
}

type Role = Extract<LexiconEntry, { kind: 'role' }>;
type Rank = Extract<LexiconEntry, { kind: 'rank' }>;
interface FunctionItem {
  readonly name: JobFunction;
  readonly specialty: string | null;
  /** Said with "of": the Managing Director *of* something is its head, not its marketing person. */
  readonly ofObject: boolean;
}

/** What stands between two commas, slashes or "and"s. */
interface Chunk {
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

/** Words of an object: those after "to", "for", "of" and the like. */
interface ObjectPhrase {
  readonly of: boolean;
  hasTitle: boolean;
  plural: boolean;
  functions: FunctionItem[];
}

/**
 * Reads a title or headline. In a profile plural titles ("helping CFOs") are people whom its owner serves; in a target they are who is wanted.
 * Never throws; a text that says nothing readable gives readings without level and function, or none.
 */
export function readTitle(text: string, mode: 'profile' | 'target'): TitleText {
  const held: Chunk[] = [];
  const served: TitleReading[] = [];
  let previous: Chunk | null = null;
  for (const statement of statementsOf(text)) {
    const read = readStatement(tokensOf(statement), mode);
    served.push(...read.served);
    const chunks = attachHeadless(read.chunks);
    const first = chunks[0];
    if (
      first !== undefined &&
      chunks.length === 1 &&
      isFunctionsOnly(first) &&
      previous !== null &&
      hasHead(previous)
    ) {
      // "Director - Finance" is one title; "Recruiter - Finance" names a field.
      const functions = [...first.functions, ...first.attached];
      if (wantsFunction(previous)) previous.attached.push(...functions);
      else previous.aside.push(...functions);
      continue;
    }
    const rest: readonly Chunk[] =
      first !== undefined && previous !== null && isBareStanding(first) ? chunks.slice(1) : chunks;
    if (rest.length < chunks.length) previous!.standing = first!.standing;
    held.push(...rest);
    previous = rest.at(-1) ?? previous;
  }
  return { held: held.flatMap(readingsOf), served };
}

function newChunk(standing: Standing, andBefore: boolean): Chunk {
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

function hasHead(chunk: Chunk): boolean {
  return chunk.roles.length > 0 || chunk.ranks.length > 0 || chunk.wantsLeader || chunk.assisting;
}

function isFunctionsOnly(chunk: Chunk): boolean {
  return !hasHead(chunk) && chunk.functions.length > 0 && chunk.standing === 'active';
}

/** "retired" or "interim" alone between brackets or dashes: it is said of the title before. */
function isBareStanding(chunk: Chunk): boolean {
  return !hasHead(chunk) && chunk.standing !== 'active' && chunk.words.length === 0;
}

function wantsFunction(chunk: Chunk): boolean {
  return (
    chunk.roles.length === 0 &&
    chunk.ranks.length > 0 &&
    chunk.functions.length + chunk.leading.length + chunk.attached.length === 0
  );
}

/** Gives functions that stand alone ("Sales, Marketing & Operations Director") to the title that they belong to. */
function attachHeadless(chunks: readonly Chunk[]): Chunk[] {
  const result: Chunk[] = [];
  let waiting: Chunk[] = [];
  for (const chunk of chunks) {
    const before = result.at(-1);
    if (isBareStanding(chunk) && before !== undefined) {
      before.standing = chunk.standing;
    } else if (isFunctionsOnly(chunk)) {
      const forward = before === undefined || (chunk.andAfter && !chunk.andBefore) || waiting.length > 0;
      if (forward) waiting.push(chunk);
      else {
        before.attached.push(...chunk.functions);
        before.aside.push(...chunk.aside);
      }
    } else {
      if (hasHead(chunk)) {
        chunk.leading.push(...waiting.flatMap((item) => item.functions));
        chunk.words.unshift(...waiting.flatMap((item) => item.words));
        waiting = [];
      }
      result.push(chunk);
    }
  }
  const before = result.at(-1);
  if (before !== undefined && hasHead(before))
    before.attached.push(...waiting.flatMap((item) => item.functions));
  else if (waiting.length > 0) {
    const [first, ...others] = waiting as [Chunk, ...Chunk[]];
    first.functions.push(...others.flatMap((item) => item.functions));
    result.push(first);
  }
  return result;
}

function readStatement(
  tokens: readonly CanonicalWord[],
  mode: 'profile' | 'target',
): { readonly chunks: readonly Chunk[]; readonly served: readonly TitleReading[] } {
  const plain = tokens.map((token) => token.word);
  const chunks: Chunk[] = [];
  const served: TitleReading[] = [];
  let chunk = newChunk('active', false);
  let object: ObjectPhrase | null = null;
  let servedChunk: Chunk | null = null;
  let inCompany = false;
  let inAudience = false;

  const closeObject = () => {
    if (object !== null && !object.hasTitle) chunk.functions.push(...object.functions);
    else if (object !== null) servedChunk?.functions.push(...object.functions);
    object = null;
  };
  const closeServed = () => {
    if (servedChunk !== null) served.push(...readingsOf(servedChunk));
    servedChunk = null;
  };
  const closeChunk = (and: boolean, keepStanding: boolean) => {
    chunk.andAfter = and;
    setFieldsAside(chunk);
    const standing = keepStanding ? chunk.standing : 'active';
    if (hasHead(chunk) || chunk.functions.length > 0 || chunk.words.length > 0 || chunk.standing !== 'active')
      chunks.push(chunk);
    chunk = newChunk(standing, and);
    inCompany = false;
  };
  const serve = (entry: Role | Rank) => {
    servedChunk ??= newChunk('active', false);
    if (entry.kind === 'role') servedChunk.roles.push(entry);
    else servedChunk.ranks.push(entry);
  };

  for (let at = 0; at < tokens.length; ) {
    const found = entryAt(tokens, plain, at);
    const length = found?.length ?? 1;
    const word = plain[at]!;
    const entry = found?.value;
    const plural = mode === 'profile' && (found?.plural ?? false);
    const next = at + length;

    if (entry === undefined) {
      const isAnd = AND_WORDS.has(word);
      if (word === BREAK || isAnd) {
        if (!inAudience && !staysObject(object, tokens, plain, next)) {
          closeObject();
          closeServed();
          closeChunk(isAnd, isAnd);
        } else closeServed();
      } else if (!isNeutral(word) && !inCompany && !inAudience && !object?.hasTitle) {
        chunk.words.push(word);
        chunk.unread.push(word);
      }
    } else if (inCompany && entry.kind !== 'now') {
      // Names of employers are made of any words.
    } else if (entry.kind === 'now') {
      closeObject();
      closeServed();
      closeChunk(false, false);
    } else if (entry.kind === 'company') {
      closeObject();
      closeServed();
      inCompany = true;
    } else if (entry.kind === 'audience') {
      closeObject();
      inAudience = true;
      object = { of: false, hasTitle: true, plural: true, functions: [] };
    } else if (entry.kind === 'preposition') {
      if (object === null) object = { of: word === 'of', hasTitle: false, plural: false, functions: [] };
    } else if (entry.kind === 'standing') {
      if (object === null || entry.side === 'after') applyStanding(chunk, entry.standing, entry.side);
      if (entry.side === 'after') closeChunk(false, false);
    } else if (entry.kind === 'assistant') {
      const following = entryAt(tokens, plain, next)?.value;
      if (object !== null) servedChunk ??= newChunk('active', false);
      else if (entry.mayBeDeputy && isDeputised(following)) chunk.standing = 'deputy';
      else chunk.assisting = true;
      if (object === null) chunk.words.push('assistant');
    } else if (entry.kind === 'group') {
      if (mode === 'target') chunk.wantsLeader = true;
      else if (plural || word.endsWith('s') || object !== null || isObjectNoun(plain[next])) {
        servedChunk ??= newChunk('active', false);
        servedChunk.wantsLeader = true;
        object = { of: false, hasTitle: true, plural: true, functions: takeBeside(chunk) };
        closeObject();
      } else chunk.ranks.push({ kind: 'rank', level: 'head', fallback: null, weak: false });
    } else if (entry.kind === 'function') {
      const item: FunctionItem = {
        name: entry.name,
        specialty: entry.specialty,
        ofObject: object?.of ?? false,
      };
      if (object?.hasTitle && !inAudience && SERVING_FUNCTIONS.has(entry.name)) {
        // "Head of CFO Search": what is done with the CFOs is the person's own work.
        chunk.functions.push(item);
      } else if (object !== null) {
        object.functions.push(item);
        if (!object.hasTitle) chunk.words.push(...plain.slice(at, next));
      } else {
        chunk.functions.push(item);
        chunk.words.push(...plain.slice(at, next));
      }
    } else if (entry.kind === 'role' || entry.kind === 'rank') {
      const weak = entry.kind === 'rank' && entry.weak;
      if (object !== null) {
        if (!weak || plural) {
          const inside: ObjectPhrase = object;
          inside.hasTitle = true;
          inside.plural = plural || inAudience;
          serve(entry);
          if (!inAudience) chunk.unread.push(word);
        }
      } else if (plural || belongsToOthers(entry, tokens, plain, next, chunk)) {
        serve(entry);
        object = { of: false, hasTitle: true, plural, functions: plural ? takeBeside(chunk) : [] };
        closeObject();
        if (isObjectNoun(plain[next])) chunk.unread.push(plain[next]!);
      } else {
        if (entry.kind === 'role') chunk.roles.push(entry);
        else chunk.ranks.push(entry);
        chunk.words.push(...plain.slice(at, next));
      }
    }
    at = next;
  }
  closeObject();
  closeServed();
  closeChunk(false, false);
  return { chunks, served };
}

/** The function words just before a plural: in "finance directors" they are part of the title that is served. */
function takeBeside(chunk: Chunk): FunctionItem[] {
  return hasHead(chunk) ? [] : chunk.functions.splice(0);
}

function applyStanding(chunk: Chunk, standing: Standing, side: 'before' | 'after'): void {
  const needsToComeFirst = standing === 'former' || standing === 'aspiring';
  if (side === 'before' && needsToComeFirst && (hasHead(chunk) || chunk.functions.length > 0)) return;
  if (side === 'after' && !hasHead(chunk)) return;
  chunk.standing = standing;
}

function isDeputised(entry: LexiconEntry | undefined): boolean {
  if (entry?.kind === 'rank') return !entry.weak && entry.level !== 'owner';
  return entry?.kind === 'role' && entry.level !== 'c-level' && entry.level !== 'individual';
}

function isServingRole(entry: LexiconEntry | undefined): boolean {
  return (
    entry?.kind === 'role' &&
    entry.functions.some((name) => SERVING_FUNCTIONS.has(name) || name === 'administration') &&
    entry.level === 'individual'
  );
}

/** A title right before "recruiter", "coach", "assistant" or "services", or right after a recruiter, is not the person's own. */
function belongsToOthers(
  entry: Role | Rank,
  tokens: readonly CanonicalWord[],
  plain: readonly string[],
  next: number,
  chunk: Chunk,
): boolean {
  if (entry.kind === 'rank' && entry.level !== 'owner') return chunk.assisting && !entry.weak;
  if (isServingRole(entry)) return false;
  if (chunk.assisting || chunk.roles.some(isServingRole)) return true;
  const following = entryAt(tokens, plain, next)?.value;
  if (isServingRole(following) || following?.kind === 'assistant') return true;
  return (entry.level === 'c-level' || entry.level === 'owner') && isObjectNoun(plain[next]);
}

/** "EA to the CEO, CFO and COO", "for CFOs and finance directors": the object goes on while titles of the same kind follow. */
function staysObject(
  object: ObjectPhrase | null,
  tokens: readonly CanonicalWord[],
  plain: readonly string[],
  next: number,
): boolean {
  if (object === null || !object.hasTitle) return false;
  const byAnd = AND_WORDS.has(plain[next - 1]!);
  let at = next;
  let following = entryAt(tokens, plain, at);
  while (
    at < plain.length &&
    (following === null
      ? AND_WORDS.has(plain[at]!) || isNeutral(plain[at]!)
      : following.value.kind === 'function')
  ) {
    at += following?.length ?? 1;
    following = entryAt(tokens, plain, at);
  }
  if (following === null) return false;
  const { value, plural } = following;
  if (value.kind === 'group') return object.plural;
  if (value.kind !== 'role' && (value.kind !== 'rank' || value.weak)) return false;
  // Forms such as "Leiter" do not show their plural.
  if (object.plural) return plural || byAnd;
  return !plural && (value.level === 'c-level' || value.level === 'owner');
}

/** Turns what was found between two commas into readings: one for each title in it. */
function readingsOf(chunk: Chunk): TitleReading[] {
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
function setFieldsAside(chunk: Chunk): void {
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
