import { foldForMatching } from '../../support/text.ts';
import { type CanonicalWord, canonicalWords } from './title-lexicon.ts';

/** Stands for a comma, slash or bracket among the words of a title; no word of the lexicon equals it. */
export const BREAK = ',';
const BREAK_TOKEN: CanonicalWord = { word: BREAK, raw: BREAK, plural: false };
const AND_TOKEN: CanonicalWord = { word: 'and', raw: '&', plural: false };

/** Titles and headlines are short; of a hostile one the rest is not read. */
const TITLE_CHARACTERS = 400;

/** What people write to name both genders, or the role's advert: `Leiter:in`, `directeur·rice`, `Director/a`, `(m/w/d)`. */
const GENDER_FORMS =
  /[:*_·](?:in(?:nen)?|r?ice|euse|e|a|o)(?=[^\p{L}]|$)|(?<=\p{L})\/-?(?:innen|in|a|o|trice|rice|e)(?=[^\p{L}]|$)|(?<=\p{L})\((?:in|innen|a|o|e|trice|rice)\)|\((?:[mwfdxh]\s*\/\s*)+[mwfdxh]\)|\b[hf]\/[hf]\b/giu;
/** A capital I inside a word: `LeiterIn`. */
const INNER_CAPITAL_IN = /(?<=\p{Ll})In(?:nen)?(?=[^\p{L}]|$)/gu;
/** Marks after which a new statement begins. */
const STATEMENT_BREAK =
  /[|¦•●▪►▶→⇒➡✦★☆◆;:\n\t·]|(?<=\p{L}{3})[.!?](?=\s)|(?:^|\s)[-–—~]+(?=\s|$)|[–—]|\/\/|\\|\p{Extended_Pictographic}/gu;

/** The statements of a title or headline, as written: "CFO at X | Board member" gives two. */
export function statementsOf(text: string): readonly string[] {
  return text
    .slice(0, TITLE_CHARACTERS)
    .replace(INNER_CAPITAL_IN, '')
    .replace(GENDER_FORMS, '')
    .split(STATEMENT_BREAK)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** The words of one statement in the lexicon's form, with `BREAK` for what stands between two titles. */
export function tokensOf(statement: string): readonly CanonicalWord[] {
  const spaced = statement.replace(/@/g, ' at ').replace(/#/g, ' ');
  return [...spaced.matchAll(/[\p{L}\p{N}\p{M}&]+|[,/()[\]{}+]/gu)].flatMap(([piece]) =>
    /^[,/()[\]{}+]$/.test(piece)
      ? [BREAK_TOKEN]
      : foldForMatching(piece)
          .split(' ')
          .flatMap((folded) => wordTokens(folded, piece)),
  );
}

function wordTokens(folded: string, raw: string): readonly CanonicalWord[] {
  if (folded === '') return [];
  if (folded === '&') return [AND_TOKEN];
  // "Sales&Marketing" is two words; "R&D" and "FP&A" are one.
  if (!folded.includes('&') || /^\p{L}{1,2}&\p{L}$/u.test(folded)) return canonicalWords(folded, raw);
  return folded
    .split('&')
    .flatMap((part, index) => [
      ...(index > 0 ? [AND_TOKEN] : []),
      ...(part === '' ? [] : canonicalWords(part, part)),
    ]);
}
