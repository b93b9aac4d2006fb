import type { CallPart } from './call-parts.ts';

/** A passage of a call, word for word, with who says it and when. */
export interface FoundQuote {
  readonly text: string;
  readonly speaker: string | null;
  readonly atSeconds: number | null;
}

/** A text in the form in which quotes are compared; `starts` and `ends` say where in the original each of its characters comes from. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LEAST_WORDS = 3;
const LEAST_CHARACTERS = 12;
/** Of scripts without blanks, as many characters as make about three words. */
const LEAST_UNSPACED = 6;
const LONGEST_QUOTE = 600;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
/** Between turns of different speakers: nothing that is said can be compared with it. */
const CHANGE_OF_SPEAKER = '\u0000';

const LOOKALIKES: Readonly<Record<string, string>> = {
  ...sameAs("'", '‘’‚‛′ʼ`´'),
  ...sameAs('"', '“”„‟«»″'),
  ...sameAs('-', '‐‑‒–—―−'),
  ...sameAs('', '\u00ad\u200b\u200c\u200d\u2060\ufeff'),
};

/**
 * Looks for quotes in a part of a call. What is found is the passage as the transcript has it, whatever became of blanks, quotation marks, dashes and case
 * in the quote; it may go over cues of one speaker, never over a change of speakers. Null for what is not there, and for what is too short to prove
 * anything.
 */
export function quoteFinder(part: CallPart): (quote: string) => FoundQuote | null {
  let joined = '';
  const starts: number[] = [];
  for (const [index, turn] of part.entries()) {
    if (index > 0) joined += part[index - 1]!.speaker === turn.speaker ? ' ' : CHANGE_OF_SPEAKER;
    starts.push(joined.length);
    joined += turn.text;
  }
  const folded = fold(joined);
  return (quote) => {
    const wanted = proving(quote);
    if (wanted === null) return null;
    const at = indexOfWords(folded.text, wanted);
    if (at === -1) return null;
    const [from, to] = [folded.starts[at]!, folded.ends[at + wanted.length - 1]!];
    const turn = part[starts.findLastIndex((start) => start <= from)]!;
    return { text: joined.slice(from, to), speaker: turn.speaker, atSeconds: turn.atSeconds };
  };
}

/** The quote as it is compared, without the marks that people put around quotes; null when it proves nothing. */
function proving(quote: string): string | null {
  if (quote.length > LONGEST_QUOTE || quote.includes(CHANGE_OF_SPEAKER)) return null;
  const text = fold(quote).text.replace(/^[\s"'.-]+|[\s"'.-]+$/g, '');
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const isEnough =
    unspaced >= LEAST_UNSPACED || (text.split(' ').length >= LEAST_WORDS && text.length >= LEAST_CHARACTERS);
  return isEnough ? text : null;
}

/** Where the words stand as words: "sell to CFO" is no part of "we resell to cfos". */
function indexOfWords(text: string, wanted: string): number {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!insideWord(text, at) && !insideWord(text, end)) return at;
  }
  return -1;
}

function insideWord(text: string, index: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const [before, after] = [text.charAt(index - 1), text.charAt(index)];
  return letter.test(before) && letter.test(after) && (before + after).match(UNSPACED) === null;
}

/** Character by character with the marks that belong to it, so that each knows where it comes from. */
function fold(text: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let afterBlank = true;
  for (const match of text.matchAll(/[\s\S]\p{M}*/gu)) {
    const whole = match[0];
    const [start, end] = [match.index, match.index + whole.length];
    const isBlank = /^\s/u.test(whole);
    if (isBlank && afterBlank) continue;
    const form = isBlank ? ' ' : formOf(whole);
    for (const unit of form.split('')) {
      parts.push(unit);
      starts.push(start);
      ends.push(end);
    }
    if (form !== '') afterBlank = isBlank;
  }
  return { text: parts.join(''), starts, ends };
}

function formOf(character: string): string {
  if (/^[a-z0-9.,?!]$/.test(character)) return character;
  return LOOKALIKES[character] ?? character.normalize('NFKC').toLowerCase();
}

function sameAs(plain: string, lookalikes: string): Record<string, string> {
  return Object.fromEntries([...lookalikes].map((character) => [character, plain]));
}
