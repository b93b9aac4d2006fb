import { wordsOf } from './phrase-search.ts';
import { lexiconKind } from './title-lexicon.ts';

/**
 * The English singular of a folded word, in a form for comparing: "cookie" and "niche" come out as their plurals do. The word itself where it is no plural by
 * its ending ("process", "analysis", "bus").
 */
export function singular(word: string): string {
  if (/[^\saeiou]ies?$/.test(word) && word.length > 4) return word.replace(/ies?$/, 'y');
  if (/(?:ss|sh|ch|x|zz)es?$/.test(word)) return word.replace(/es?$/, '');
  return word.replace(/(?<=\S\S[^siu\s])s$/, '');
}

/**
 * A title with its last word in the singular, where the lexicon knows that word. A word that stands there for more than the plural of another is left alone:
 * "sales executives" lead sales, a "sales executive" sells; but "chief executives" are several of one.
 */
export function singularTitle(title: string): string {
  const words = wordsOf(title);
  const last = words.at(-1);
  if (last === undefined) return title;
  const base = singular(last.folded);
  const kind = lexiconKind([last.folded]);
  const phrase = [...words.slice(0, -1).map(({ folded }) => folded), base];
  const isPlural =
    kind === null ? lexiconKind([base]) !== null : words.length > 1 && lexiconKind(phrase) !== null;
  if (!isPlural) return title;
  // The case stays: "IT" is no "it".
  const written = title.slice(last.start, last.end);
  const one = `${base}s` === last.folded ? written.replace(/s$/i, '') : base;
  return title.slice(0, last.start) + one + title.slice(last.end);
}
