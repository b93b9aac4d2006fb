import { wordsOf } from '../../domain/scoring/phrase-search.ts';
import type { JobFunction } from '../../domain/scoring/title-functions.ts';
import type { Standing } from '../../domain/scoring/title-lexicon.ts';
import { readTitle } from '../../domain/scoring/title-reading.ts';
import type { Level } from '../../domain/scoring/title-roles.ts';

/** Words without a subject of their own, in seven languages, folded; they hold texts together and tell none from another. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be been before but by can do each for from had has have he her his how i if in into is it its just like
  me more most my no not now of off on one only or our out over own per she so some than that the their them then there these they this those to too two up
  us was we were what when where which while who why will with would you your s t re ve ll
  aber als am an auch auf aus bei bin bis das dass dem den der des die doch durch ein eine einem einen einer es fur hat haben ich ihr im in ins ist ja kein man
  mehr mein mit nach nicht noch nur oder ohne sehr sein sich sie sind so uber um und uns unser vom von vor war was wenn wer wie wir wird zu zum zur
  au aux avec ce ces cette chez comme dans de des du elle en est et eux il ils je la le les leur lui mais mes mon ne nos notre nous on ont ou par pas plus
  pour qu que qui sa se ses son sont sur ta te tu un une vos votre vous y d l c j n m
  al ante como con cual del desde donde el ella ellas ellos en entre era es esta este ha hay la las lo los mas me mi muy nos o para pero por porque que se
  ser si sin sobre son su sus tambien tiene un una y ya
  agli ai alla alle anche che ci come con cosa da dai dal dalla degli dei del della delle di e gli ha ho i il in io la le lo loro ma mi nel nella non o per piu
  quando questo se si sono su sul tra un una
  aan ben bij dat de den dit door een en er het hij ik is je maar me met mijn naar niet nog of om onze ook op te tot uit van voor was wat we wij worden ze
  zijn zo
  ao aos as com da das do dos e ela ele em esta eu foi mais mas meu minha na nas nao no nos o os ou para pela pelo por que sao se sem seu sua um uma`.split(
    /\s+/,
  ),
);

/** Runs of scripts that are written without blanks, of which every two neighbouring characters make a term. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;

/** One word of a text, as it is compared. */
export interface LexicalTerm {
  readonly key: string;
  /** How much a match tells, 0–1, by a fixed rule: there is no corpus to count in. */
  readonly weight: number;
}

/** The words of a text, folded, without the English plural, in order. */
export function termsOf(text: string): readonly LexicalTerm[] {
  return wordsOf(text).flatMap(({ folded }) => {
    const pairs = [...folded.matchAll(UNSPACED)].flatMap(([run]) => charactersOf(run, 2));
    return pairs.length > 0 ? pairs.map((key) => ({ key, weight: 0.6 })) : [term(folded)];
  });
}

function term(word: string): LexicalTerm {
  if (STOP_WORDS.has(word) || word === 'and') return { key: word, weight: 0.03 };
  if (/^\p{N}+$/u.test(word)) return { key: word, weight: 0.2 };
  return { key: singular(word), weight: Math.min(1, 0.4 + 0.1 * word.length) };
}

function singular(word: string): string {
  return word.length > 3 && /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

/** All sequences of `size` characters in a word, or the word itself when it is no longer than that. */
export function charactersOf(word: string, size: number): readonly string[] {
  const characters = [...word];
  if (characters.length <= size) return [word];
  return Array.from({ length: characters.length - size + 1 }, (_, at) =>
    characters.slice(at, at + size).join(''),
  );
}

/** A person's job as far as a title tells it, in whatever language. */
export interface Job {
  readonly function: JobFunction;
  readonly rank: 'leader' | 'manager' | 'staff';
}

const RANKS: Readonly<Record<Level | 'leader', Job['rank']>> = {
  owner: 'leader',
  'c-level': 'leader',
  partner: 'leader',
  vp: 'leader',
  head: 'leader',
  leader: 'leader',
  manager: 'manager',
  senior: 'staff',
  individual: 'staff',
  junior: 'staff',
};
const HELD_NOW: ReadonlySet<Standing> = new Set<Standing>(['active', 'interim', 'deputy']);

/**
 * The jobs that a title or headline names as somebody's own and present, so that "CFO" and "Directrice financière" meet. In a target, plural
 * titles are the jobs asked for; in a profile they are other people's.
 */
export function jobsOf(title: string, mode: 'profile' | 'target'): readonly Job[] {
  return readTitle(title, mode)
    .held.filter(({ standing }) => HELD_NOW.has(standing))
    .flatMap(({ assisting, functions, level }) => {
      if (assisting) return [{ function: 'administration', rank: 'staff' } as const];
      return functions.map((name) => ({ function: name, rank: level === null ? 'staff' : RANKS[level] }));
    });
}
