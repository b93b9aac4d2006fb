import { foldForMatching } from '../support/text.ts';

/** What stands before a name without being part of it, folded. */
const SALUTATIONS = new Set([
  'dr',
  'prof',
  'professor',
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'sir',
  'dame',
  'herr',
  'frau',
]);
/** And what stands behind it. Some of these are surnames too, so two words are always left. */
const DEGREES = new Set([
  'phd',
  'mba',
  'msc',
  'bsc',
  'ma',
  'ba',
  'md',
  'jr',
  'sr',
  'ii',
  'iii',
  'cpa',
  'cfa',
  'acca',
  'fca',
]);
/** Scripts that put no blanks between words, so that a name is found inside of a sentence. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Of letters that each stand for a syllable, so many make a full name. */
const LEAST_UNSPACED = 2;

/**
 * Whether texts mention somebody by full name: their names as profiles spell them, without titles, degrees and what stands in brackets or behind a dash, with and
 * without middle names, last name first, in any case and with or without accents. A single word names too many others, except in scripts without
 * blanks. Null for names of which none can be looked for.
 */
export function mentionFinder(fullNames: readonly string[]): ((text: string) => boolean) | null {
  const forms = new Set(fullNames.flatMap(formsOf));
  if (forms.size === 0) return null;
  const spaced = [...forms].filter((form) => !UNSPACED.test(form)).map((form) => ` ${form} `);
  const unspaced = [...forms].filter((form) => UNSPACED.test(form)).map((form) => form.replaceAll(' ', ''));
  return (text) => {
    const folded = ` ${foldForMatching(text)} `;
    if (spaced.some((form) => folded.includes(form))) return true;
    return unspaced.length > 0 && unspaced.some((form) => folded.replaceAll(' ', '').includes(form));
  };
}

function formsOf(fullName: string): string[] {
  const bare = fullName.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
  const spellings = [fullName, bare, ...[fullName, bare].map((name) => name.split(/[,|·•]|\s[-–—]\s/u)[0]!)];
  return [...new Set(spellings)].flatMap((spelling) => {
    const words = foldForMatching(spelling).split(' ').filter(Boolean);
    while (SALUTATIONS.has(words[0]!)) words.shift();
    const withDegrees = [...words];
    while (words.length > 2 && DEGREES.has(words.at(-1)!)) words.pop();
    return [withDegrees, words].flatMap(orders);
  });
}

/** The words in their order, first and last alone, and the last in front. */
function orders(words: readonly string[]): string[] {
  if (words.length === 1 && UNSPACED.test(words[0]!) && words[0]!.length >= LEAST_UNSPACED)
    return [words[0]!];
  if (words.length < 2) return [];
  const [first, last] = [words[0]!, words.at(-1)!];
  return [words.join(' '), `${first} ${last}`, `${last} ${first}`, [last, ...words.slice(0, -1)].join(' ')];
}
