import { onceNeeded, PhraseTable, phraseOf } from './phrase-search.ts';
import { FUNCTION_WORDS, type JobFunction } from './title-functions.ts';
import {
  CAPITALS_ONLY,
  GROUP_WORDS,
  SIMPLE_MARKERS,
  STANDING_WORDS,
  type Standing,
} from './title-markers.ts';
import { RANK_WORDS } from './title-ranks.ts';
import { type Level, ROLE_WORDS } from './title-roles.ts';
import { plainSpelling, type TitleWords } from './title-words.ts';
import { CENTRAL_WORDS } from './title-words-central.ts';
import { COMPOUND_PARTS, COMPOUND_RANKS, NORDIC_WORDS } from './title-words-nordic.ts';
import { SOUTH_EAST_WORDS } from './title-words-south-east.ts';

export type { Standing } from './title-markers.ts';

export type LexiconEntry =
  | {
      readonly kind: 'role';
      readonly level: Level;
      readonly functions: readonly JobFunction[];
      readonly specialty: string | null;
    }
  | {
      readonly kind: 'rank';
      readonly level: Level;
      readonly fallback: JobFunction | null;
      readonly weak: boolean;
    }
  | { readonly kind: 'function'; readonly name: JobFunction; readonly specialty: string | null }
  /** Leaders in general: "executives", "decision makers", "C-suite"; the singular is a person's own level. */
  | { readonly kind: 'group' }
  | { readonly kind: 'standing'; readonly standing: Standing; readonly side: 'before' | 'after' }
  | { readonly kind: 'assistant'; readonly mayBeDeputy: boolean }
  | { readonly kind: 'preposition' | 'company' | 'audience' | 'now' | 'noise' };

type WordKind = LexiconEntry['kind'] | 'part of a phrase';

/** The phrases of a list, folded, each also as people type it who have no "ø" or "ł" on their keyboard. */
function spellings(list: string): readonly (readonly string[])[] {
  return list.split(',').flatMap((phrase) => {
    const words = phraseOf(phrase).map((word) => (AND_FORMS.has(word) ? 'and' : word));
    const plain = words.map(plainSpelling);
    return plain.some((word, index) => word !== words[index]) ? [words, plain] : [words];
  });
}

const MAIN_WORDS: TitleWords = {
  functions: FUNCTION_WORDS,
  roles: ROLE_WORDS,
  ranks: RANK_WORDS,
  standings: STANDING_WORDS,
  markers: SIMPLE_MARKERS,
};

function buildLexicon(): {
  readonly table: PhraseTable<LexiconEntry>;
  readonly vocabulary: Map<string, WordKind>;
} {
  const table = new PhraseTable<LexiconEntry>();
  const vocabulary = new Map<string, WordKind>();
  const add = (list: string, entry: LexiconEntry) => {
    for (const words of spellings(list)) {
      table.addWords(words, entry);
      for (const word of words) {
        const known = vocabulary.get(word);
        if (words.length === 1 && (known === undefined || known === 'part of a phrase'))
          vocabulary.set(word, entry.kind);
        else if (known === undefined) vocabulary.set(word, 'part of a phrase');
      }
    }
  };
  const addTitles = ({ roles, ranks, standings }: TitleWords) => {
    for (const [level, functions, titles, specialty] of roles)
      add(titles, { kind: 'role', level, functions, specialty: specialty ?? null });
    for (const [level, fallback, words, weak] of ranks)
      add(words, { kind: 'rank', level, fallback, weak: weak !== undefined });
    for (const [standing, side, words] of standings) add(words, { kind: 'standing', standing, side });
  };
  const addOthers = ({ functions, markers }: TitleWords) => {
    for (const [kind, words] of markers) add(words, { kind });
    for (const [name, specialties] of Object.entries(functions) as [JobFunction, Record<string, string>][]) {
      for (const [specialty, words] of Object.entries(specialties))
        add(words, { kind: 'function', name, specialty: specialty === '' ? null : specialty });
    }
  };
  addTitles(MAIN_WORDS);
  add(GROUP_WORDS, { kind: 'group' });
  add('assistant', { kind: 'assistant', mayBeDeputy: true });
  add('assistante, assistent, assistentin, assistenz, asistente, assistente, aide', {
    kind: 'assistant',
    mayBeDeputy: false,
  });
  addOthers(MAIN_WORDS);
  for (const words of [NORDIC_WORDS, CENTRAL_WORDS, SOUTH_EAST_WORDS]) {
    addTitles(words);
    if (words.assistants !== undefined) add(words.assistants, { kind: 'assistant', mayBeDeputy: false });
    addOthers(words);
  }
  return { table, vocabulary };
}

const lexicon = onceNeeded(buildLexicon);

export interface CanonicalWord {
  readonly word: string;
  /** As typed, for abbreviations that count only in capitals. */
  readonly raw: string;
  readonly plural: boolean;
  /** The base form, where the word as written is known only as part of a phrase ("directors" of "board of directors"). */
  readonly base?: string;
}

/** Regular endings: plural first, then feminine forms; each with what takes its place. */
const ENDINGS: readonly (readonly [ending: string, instead: string, plural: boolean, shortest: number])[] = [
  ['innen', '', true, 8],
  ['s', '', true, 3],
  ['es', '', true, 6],
  ['en', '', true, 7],
  ['i', 'e', true, 6],
  ['in', '', false, 6],
  ['a', '', false, 6],
  ['a', 'o', false, 6],
  ['e', '', false, 6],
];

/**
 * The form of a folded word that the lexicon knows: feminine and plural endings taken off, German and Dutch compounds ("Finanzleiterin",
 * "salesmanager") split. An unknown word comes back as it is.
 */
export function canonicalWords(folded: string, raw: string): readonly CanonicalWord[] {
  if (AND_FORMS.has(folded) || AND_AS_TYPED.has(raw.normalize('NFC').toLowerCase()))
    return [{ word: 'and', raw, plural: false }];
  const known = lexicon().vocabulary.get(folded);
  const base = baseForm(folded);
  if (known === 'part of a phrase' && base !== null)
    return [{ word: folded, raw, plural: base.plural, base: base.word }];
  if (known !== undefined) return [{ word: folded, raw, plural: false }];
  if (base !== null) return [{ ...base, raw }];
  for (let cut = 3; cut <= folded.length - 4; cut += 1) {
    const left = folded.slice(0, cut);
    const field = [left, left.replace(/s$/, '')]
      .map((word) => COMPOUND_PARTS.get(word) ?? word)
      .find((word) => COMPOUND_FIELDS.has(lexicon().vocabulary.get(word) ?? ''));
    if (field === undefined) continue;
    const right = folded.slice(cut);
    const head =
      COMPOUND_RANKS.get(right) ??
      (lexicon().vocabulary.has(right) ? { word: right, plural: false } : baseForm(right));
    if (head !== null && COMPOUND_HEADS.has(lexicon().vocabulary.get(head.word) ?? ''))
      return [
        { word: field, raw, plural: false },
        { ...head, raw },
      ];
  }
  return [{ word: folded, raw, plural: false }];
}

/** "And" in languages whose words for it mean nothing else in the others; the second list only as it is typed. */
const AND_FORMS = new Set(['och', 'samt', 'og', 'ja', 'seka', 'oraz', 've', 'και', 'и', 'та', 'і']);
const AND_AS_TYPED = new Set(['és', 'și', 'şi']);

const COMPOUND_FIELDS = new Set<string>(['function', 'standing']);
const COMPOUND_HEADS = new Set<string>(['rank', 'role', 'assistant']);

/** The word with a regular ending taken off, if what remains is a word of the lexicon by itself. */
function baseForm(folded: string): { readonly word: string; readonly plural: boolean } | null {
  for (const [ending, instead, plural, shortest] of ENDINGS) {
    if (folded.length < shortest || !folded.endsWith(ending)) continue;
    const word = folded.slice(0, folded.length - ending.length) + instead;
    if (lexicon().vocabulary.has(word)) return { word, plural };
  }
  return null;
}

export interface FoundEntry {
  readonly value: LexiconEntry;
  /** How many words it takes. */
  readonly length: number;
  readonly plural: boolean;
}

/** The longest entry of the lexicon that begins at the given word; `plain` are the same words as bare strings. */
export function entryAt(
  words: readonly CanonicalWord[],
  plain: readonly string[],
  at: number,
): FoundEntry | null {
  const asWritten = lexicon().table.longestAt(plain, at);
  const found =
    asWritten ??
    lexicon().table.longestAt(
      words.map((word) => word.base ?? word.word),
      at,
    );
  if (found === null) return null;
  const last = words[at + found.length - 1]!;
  const plural = last.plural && (asWritten === null || last.base === undefined);
  const { word, raw } = words[at]!;
  if (found.length === 1 && CAPITALS_ONLY.has(word) && raw !== raw.toUpperCase()) return null;
  return { ...found, plural };
}

/** What the lexicon has for these folded words, taken as a whole and as written; null for nothing. */
export function lexiconKind(words: readonly string[]): LexiconEntry['kind'] | null {
  const found = lexicon().table.longestAt(words, 0);
  return found !== null && found.length === words.length ? found.value.kind : null;
}
