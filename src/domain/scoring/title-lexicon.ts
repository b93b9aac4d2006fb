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

function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim());
}

function buildLexicon(): {
  readonly table: PhraseTable<LexiconEntry>;
  readonly vocabulary: Map<string, WordKind>;
} {
  const table = new PhraseTable<LexiconEntry>();
  const vocabulary = new Map<string, WordKind>();
  const add = (list: string, entry: LexiconEntry) => {
    for (const phrase of phrases(list)) {
      const words = phraseOf(phrase);
      table.addWords(words, entry);
      for (const word of words) {
        const known = vocabulary.get(word);
        if (words.length === 1 && (known === undefined || known === 'part of a phrase'))
          vocabulary.set(word, entry.kind);
        else if (known === undefined) vocabulary.set(word, 'part of a phrase');
      }
    }
  };
  for (const [level, functions, titles, specialty] of ROLE_WORDS)
    add(titles, { kind: 'role', level, functions, specialty: specialty ?? null });
  for (const [level, fallback, words, weak] of RANK_WORDS)
    add(words, { kind: 'rank', level, fallback, weak: weak !== undefined });
  for (const [standing, side, words] of STANDING_WORDS) add(words, { kind: 'standing', standing, side });
  add(GROUP_WORDS, { kind: 'group' });
  add('assistant', { kind: 'assistant', mayBeDeputy: true });
  add('assistante, assistent, assistentin, assistenz, asistente, assistente, aide', {
    kind: 'assistant',
    mayBeDeputy: false,
  });
  for (const [kind, words] of SIMPLE_MARKERS) add(words, { kind });
  for (const [name, specialties] of Object.entries(FUNCTION_WORDS) as [
    JobFunction,
    Record<string, string>,
  ][]) {
    for (const [specialty, words] of Object.entries(specialties))
      add(words, { kind: 'function', name, specialty: specialty === '' ? null : specialty });
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
  const known = lexicon().vocabulary.get(folded);
  const base = baseForm(folded);
  if (known === 'part of a phrase' && base !== null)
    return [{ word: folded, raw, plural: base.plural, base: base.word }];
  if (known !== undefined) return [{ word: folded, raw, plural: false }];
  if (base !== null) return [{ ...base, raw }];
  for (let cut = 3; cut <= folded.length - 4; cut += 1) {
    const left = folded.slice(0, cut);
    const field = [left, left.replace(/s$/, '')].find((word) =>
      COMPOUND_FIELDS.has(lexicon().vocabulary.get(word) ?? ''),
    );
    if (field === undefined) continue;
    const right = folded.slice(cut);
    const head = lexicon().vocabulary.has(right) ? { word: right, plural: false } : baseForm(right);
    if (head !== null && COMPOUND_HEADS.has(lexicon().vocabulary.get(head.word) ?? ''))
      return [
        { word: field, raw, plural: false },
        { ...head, raw },
      ];
  }
  return [{ word: folded, raw, plural: false }];
}

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
