import { createRequire } from 'node:module';

interface Tokenizer {
  encode(text: string, options: { disallowedSpecial: Set<string> }): number[];
  decode(tokens: Iterable<number>): string;
}

/**
 * The encoding of text-embedding-3-* (and ada-002). Loaded only when a text is long enough to need counting, which few profiles are: it
 * takes a tenth of a second and 40 MB. By `require`, since Embedder.fit is synchronous.
 */
let loaded: Tokenizer | undefined;
function tokenizer(): Tokenizer {
  loaded ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/cl100k_base') as Tokenizer;
  return loaded;
}

/** `<|endoftext|>` in a profile is text like any other. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/**
 * Length in UTF-16 units of the pieces that are encoded by themselves: byte-pair encoding is quadratic in the length of a
 * word, so that a hostile "word" of 100 KB would take ten seconds.
 */
const PIECE = 1024;

/** How far behind a cut a blank may lie for the cut to move there, so that no word is split. */
const WORD_SEARCH = 60;

/**
 * The longest beginning of the text that has at most `limit` tokens (give or take a few where pieces meet), ending at a word where one
 * ends nearby, and never inside a character.
 */
export function cutToTokens(text: string, limit: number): { text: string; cut: boolean } {
  const whole = wellFormed(text);
  // A token is at least one byte.
  if (Buffer.byteLength(whole) <= limit) return { text: whole, cut: false };
  let used = 0;
  for (let start = 0; start < whole.length; ) {
    const end = pieceEnd(whole, start);
    const piece = whole.slice(start, end);
    const tokens = tokenizer().encode(piece, AS_TEXT);
    if (used + tokens.length > limit) {
      const kept = beginning(piece, tokens.slice(0, limit - used));
      return { text: atWordEnd(whole, start + kept), cut: true };
    }
    used += tokens.length;
    start = end;
  }
  return { text: whole, cut: false };
}

/** Lone surrogates, which no UTF-8 can carry, become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Before the last blank within reach (a token includes the blank before its word), else anywhere but inside a character. */
function pieceEnd(text: string, start: number): number {
  const furthest = start + PIECE;
  if (furthest >= text.length) return text.length;
  const blank = Math.max(text.lastIndexOf(' ', furthest), text.lastIndexOf('\n', furthest));
  return blank > start ? blank : insideCharacter(text, furthest) ? furthest - 1 : furthest;
}

/** How much of the piece its first tokens cover; a character of which only some bytes are among them does not count. */
function beginning(piece: string, tokens: readonly number[]): number {
  const decoded = tokenizer().decode(tokens);
  let length = Math.min(decoded.length, piece.length);
  while (length > 0 && !piece.startsWith(decoded.slice(0, length))) length--;
  return length;
}

function insideCharacter(text: string, index: number): boolean {
  const [before, after] = [text.charCodeAt(index - 1), text.charCodeAt(index)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function atWordEnd(text: string, end: number): string {
  const kept = text.slice(0, end);
  const tail = /\s\S*$/.exec(/\s/.test(text.charAt(end)) ? '' : kept.slice(-WORD_SEARCH));
  return (tail === null ? kept : kept.slice(0, kept.length - tail[0].length)).trimEnd();
}
