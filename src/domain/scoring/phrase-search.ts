import { foldForMatching } from '../../support/text.ts';

/** One word of a text in comparison form, and where it stands in the text as written. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Longest stretch of one text that is searched; scraped texts are far shorter, hostile ones need not be read to the end. */
const SEARCHED_CHARACTERS = 20_000;
const QUOTE_CHARACTERS = 140;

/**
 * The words of a text as `foldForMatching` sees them, with their places in the original, so that what is found folded can be quoted
 * verbatim. A lone `&` reads as "and": people write both.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(0, SEARCHED_CHARACTERS).matchAll(/[\p{L}\p{N}\p{M}+#&]+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    for (const folded of foldedWords(match[0]))
      words.push({ folded: folded === '&' ? 'and' : folded, start, end });
  }
  return words;
}

/** Most words are plain ASCII, of which folding leaves all but the case. */
function foldedWords(word: string): readonly string[] {
  if (/^[A-Za-z0-9+#&]+$/.test(word)) return [word.toLowerCase()];
  return foldForMatching(word)
    .split(' ')
    .filter((folded) => folded !== '');
}

/** A phrase as the list of folded words that `findPhrase` looks for; empty when the text has no word at all. */
export function phraseOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.folded);
}

/** The first place where the words of the phrase follow one another; its last word may stand in the English plural. */
export function findPhrase(words: readonly Word[], phrase: readonly string[]): Passage | null {
  const last = phrase.length - 1;
  if (last < 0) return null;
  for (let at = 0; at + last < words.length; at += 1) {
    let offset = 0;
    while (offset < last && words[at + offset]!.folded === phrase[offset]) offset += 1;
    if (offset === last && isForm(words[at + last]!.folded, phrase[last]!))
      return { start: words[at]!.start, end: words[at + last]!.end };
  }
  return null;
}

function isForm(word: string, wanted: string): boolean {
  return word === wanted || (wanted.length > 2 && word.length === wanted.length + 1 && word === `${wanted}s`);
}

/**
 * The passage with what stands around it, verbatim from the text and cut at white space, at most about 140 characters: within one line and,
 * where they fit, to the bounds of the sentence.
 */
export function quoteAround(text: string, passage: Passage): string {
  const lineStart = text.lastIndexOf('\n', passage.start - 1) + 1;
  const nextBreak = text.indexOf('\n', passage.end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const room = Math.max(0, QUOTE_CHARACTERS - (passage.end - passage.start));

  let start = Math.max(lineStart, passage.start - Math.floor(room / 2));
  const before = text.slice(start, passage.start);
  const sentence = Math.max(...['. ', '! ', '? '].map((mark) => before.lastIndexOf(mark)));
  if (sentence >= 0) start += sentence + 2;
  else if (start > lineStart && !/\s/u.test(text[start - 1]!)) {
    const blank = before.search(/\s/u);
    start = blank === -1 ? passage.start : start + blank + 1;
  }

  let end = Math.min(lineEnd, passage.end + room - (passage.start - start));
  const after = text.slice(passage.end, end);
  const stop = after.search(/[.!?](?=\s|$)/u);
  if (stop >= 0) end = passage.end + stop + 1;
  else if (end < lineEnd && !/\s/u.test(text[end]!)) {
    const blank = after.search(/\s\S*$/u);
    end = blank === -1 ? passage.end : passage.end + blank;
  }
  return text.slice(start, end).trim();
}

/** A text short enough to show whole or in its first words, verbatim. */
export function quoteStart(text: string): string {
  return quoteAround(text, { start: 0, end: 0 });
}

/** Builds something large when it is first needed, not when the module is loaded. */
export function onceNeeded<Value>(build: () => Value): () => Value {
  let built: { readonly value: Value } | null = null;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

/** Many phrases, found in one pass over a text: at each word the longest phrase that begins there. */
export class PhraseTable<Value> {
  readonly #byFirstWord = new Map<string, { readonly words: readonly string[]; readonly value: Value }[]>();

  /** A phrase added twice keeps its first value. Longer phrases come first in their list. */
  add(phrase: string, value: Value): void {
    this.addWords(phraseOf(phrase), value);
  }

  /** The same for a phrase that is folded already. */
  addWords(words: readonly string[], value: Value): void {
    const first = words[0];
    if (first === undefined) return;
    const others = this.#byFirstWord.get(first);
    if (others === undefined) {
      this.#byFirstWord.set(first, [{ words, value }]);
      return;
    }
    let at = 0;
    while (at < others.length && others[at]!.words.length >= words.length) {
      if (
        others[at]!.words.length === words.length &&
        others[at]!.words.every((word, index) => word === words[index])
      )
        return;
      at += 1;
    }
    others.splice(at, 0, { words, value });
  }

  longestAt(words: readonly string[], at: number): { readonly value: Value; readonly length: number } | null {
    for (const entry of this.#byFirstWord.get(words[at] ?? '') ?? []) {
      if (entry.words.every((word, offset) => words[at + offset] === word))
        return { value: entry.value, length: entry.words.length };
    }
    return null;
  }
}
