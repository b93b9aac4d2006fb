import type { JobFunction } from './title-functions.ts';
import type { Standing } from './title-markers.ts';
import type { Level } from './title-roles.ts';

/** The words of some languages, in the shapes of FUNCTION_WORDS, ROLE_WORDS, RANK_WORDS, STANDING_WORDS and SIMPLE_MARKERS. */
export interface TitleWords {
  readonly functions: Partial<Record<JobFunction, Readonly<Record<string, string>>>>;
  readonly roles: readonly (readonly [
    level: Level,
    functions: readonly JobFunction[],
    titles: string,
    specialty?: string,
  ])[];
  readonly ranks: readonly (readonly [
    level: Level,
    fallback: JobFunction | null,
    words: string,
    weak?: 'weak',
  ])[];
  readonly standings: readonly (readonly [Standing, 'before' | 'after', string])[];
  /** Those whose bearers assist whoever is named beside them. */
  readonly assistants?: string;
  readonly markers: readonly (readonly ['preposition' | 'company' | 'audience' | 'now' | 'noise', string])[];
}

/** Letters that folding keeps, since they do not decompose, and what people without the keyboard type for them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', đ: 'd' };

export function plainSpelling(folded: string): string {
  return folded.replace(/[øłıßæđ]/g, (letter) => PLAIN_LETTERS[letter]!);
}
