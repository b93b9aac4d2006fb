import { isOneVoice } from '../domain/targeting/turn.ts';
import type { CallPart } from './call-parts.ts';
import { type Bounds, isAsked, wholeSentence } from './whole-sentence.ts';

/** A passage of a call, word for word, with who says it and when it begins. */
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
 * in the quote, and with the rest of its sentence, lest "we don't" be left out before it; it may go over cues of one speaker, never over a change of
 * speakers. Of several such passages it is the last that is no question: what somebody asks is told by who answers, and what was said before may be
 * corrected. Null for what is not there, and for what is too short to prove anything.
 */
export function quoteFinder(part: CallPart): (quote: string) => FoundQuote | null {
  let joined = '';
  const starts: number[] = [];
  for (const [index, turn] of part.entries()) {
    if (index > 0) joined += isOneVoice(part[index - 1]!, turn) ? ' ' : CHANGE_OF_SPEAKER;
    starts.push(joined.length);
    joined += turn.text;
  }
  const folded = fold(joined);
  return (quote) => {
    const wanted = proving(quote);
    if (wanted === null) return null;
    const passages = placesOf(folded.text, wanted).map((at) => {
      const passage = { from: folded.starts[at]!, to: folded.ends[at + wanted.length - 1]! };
      return { passage, voice: voiceAround(joined, passage) };
    });
    const said = ({ passage, voice }: (typeof passages)[number]) =>
      !isAsked(joined.slice(0, voice.to), passage);
    const found = passages.findLast(said) ?? passages.at(-1);
    if (found === undefined) return null;
    const { passage, voice } = found;
    const sentence = wholeSentence(joined.slice(voice.from, voice.to), {
      from: passage.from - voice.from,
      to: passage.to - voice.from,
    });
    const [from, to] = [voice.from + sentence.from, voice.from + sentence.to];
    const turn = part[starts.findLastIndex((start) => start <= from)]!;
    return { text: joined.slice(from, to), speaker: turn.speaker, atSeconds: turn.atSeconds };
  };
}

/** All that one speaker says around a passage before somebody else does. */
function voiceAround(joined: string, { from, to }: Bounds): Bounds {
  const end = joined.indexOf(CHANGE_OF_SPEAKER, to);
  return {
    from: from === 0 ? 0 : joined.lastIndexOf(CHANGE_OF_SPEAKER, from - 1) + 1,
    to: end === -1 ? joined.length : end,
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
function placesOf(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (!isInsideWord(text, at) && !isInsideWord(text, at + wanted.length)) places.push(at);
  }
  return places;
}

/** An apostrophe is part of its word: "t sell" is none of "don't sell". */
function isInsideWord(text: string, index: number): boolean {
  const before = text.charAt(index - 1) === "'" ? index - 1 : index;
  const after = text.charAt(index) === "'" ? index + 1 : index;
  const around = text.charAt(before - 1) + text.charAt(after);
  return /^[\p{L}\p{N}]{2}$/u.test(around) && around.match(UNSPACED) === null;
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
