import {
  type Chunk,
  type FunctionItem,
  hasHead,
  isServingRole,
  type Rank,
  type Role,
} from './title-chunk.ts';
import { type CanonicalWord, entryAt, type LexiconEntry } from './title-lexicon.ts';
import { AND_WORDS, isNeutral, isObjectNoun, type Standing } from './title-markers.ts';

/** Words of an object: those after "to", "for", "of" and the like. */
export interface ObjectPhrase {
  readonly of: boolean;
  hasTitle: boolean;
  plural: boolean;
  functions: FunctionItem[];
}

/** The function words just before a plural: in "finance directors" they are part of the title that is served. */
export function takeBeside(chunk: Chunk): FunctionItem[] {
  return hasHead(chunk) ? [] : chunk.functions.splice(0);
}

export function applyStanding(chunk: Chunk, standing: Standing, side: 'before' | 'after'): void {
  const needsToComeFirst = standing === 'former' || standing === 'aspiring';
  if (side === 'before' && needsToComeFirst && (hasHead(chunk) || chunk.functions.length > 0)) return;
  if (side === 'after' && !hasHead(chunk)) return;
  chunk.standing = standing;
}

export function isDeputised(entry: LexiconEntry | undefined): boolean {
  if (entry?.kind === 'rank') return !entry.weak && entry.level !== 'owner';
  return entry?.kind === 'role' && entry.level !== 'c-level' && entry.level !== 'individual';
}

/** A title right before "recruiter", "coach", "assistant" or "services", or right after a recruiter, is not the person's own. */
export function belongsToOthers(
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

/**
 * "EA to the CEO, CFO and COO", "for CFOs and finance directors": the object goes on while titles of the same kind follow. Whoever recruits or coaches
 * lists whom: "headhunter for plant managers, COOs and buyers".
 */
export function staysObject(
  object: ObjectPhrase | null,
  chunk: Chunk,
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
  if (chunk.roles.some((role) => isServingRole(role) && !role.functions.includes('administration')))
    return true;
  // Forms such as "Leiter" do not show their plural.
  if (object.plural) return plural || byAnd;
  return !plural && (value.level === 'c-level' || value.level === 'owner');
}
