import { phraseOf } from './phrase-search.ts';
import { lexiconKind } from './title-lexicon.ts';

/** The English singular of a folded word; the word itself where it is no plural by its ending ("process", "analysis", "bus"). */
export function singular(word: string): string {
  if (/[^\saeiou]ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/(?<=\S\S[^siu\s])s$/, '');
}

/** The words of a phrase, folded, each in its singular. */
export function singularPhrase(text: string): readonly string[] {
  return phraseOf(text).map(singular);
}

/**
 * A title with its last word in the singular, where the lexicon knows that word. A word that stands there for more than the plural of another is left alone:
 * "sales executives" lead sales, a "sales executive" sells; but "chief executives" are several of one.
 */
export function singularTitle(title: string): string {
  const words = phraseOf(title);
  const last = words.at(-1);
  if (last === undefined) return title;
  const one = [...words.slice(0, -1), singular(last)];
  const kind = lexiconKind([last]);
  const isPlural =
    kind === null ? lexiconKind([one.at(-1)!]) !== null : words.length > 1 && lexiconKind(one) !== null;
  return isPlural ? one.join(' ') : title;
}
