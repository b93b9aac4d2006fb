import { closingQuote } from './json-lines.ts';
import { parseJson } from './json-walk.ts';

/** What can be read of a text that is not one whole JSON value. */
export interface RepairedJson {
  /** Of several values, one behind the other, the array. */
  readonly value: unknown;
  /** The end of the text is missing: what is in the value is whole. */
  readonly isCut: boolean;
}

interface OpenBracket {
  readonly closing: '}' | ']';
  /** Where the last whole element of an array ends; -1 before the first. */
  elementEnd: number;
}

/** A stretch of the text that is one value once `closing` is behind it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly closing: string;
}

/** More of either is no list of people, and would fill the memory. */
const MOST_VALUES = 1_000_000;
const DEEPEST = 10_000;
const COMMA = 44;
const QUOTE = 34;

/**
 * Reads what JSON.parse refuses although its meaning is clear: a text that was cut off, up to the last whole element of its outermost list;
 * several values one behind the other; a comma behind the last element. Null for everything else. Looks at every character once.
 */
export function repairedJson(text: string): RepairedJson | null {
  const { stretches, commas, isCut } = stretchesOf(text) ?? { stretches: [], commas: [], isCut: false };
  if (stretches.length === 0) return null;
  const values: unknown[] = [];
  let nextComma = 0;
  for (const { start, end, closing } of stretches) {
    const kept: string[] = [];
    let from = start;
    for (; (commas[nextComma] ?? end) < end; nextComma++) {
      kept.push(text.slice(from, commas[nextComma]));
      from = commas[nextComma]! + 1;
    }
    const value = parseJson(`${kept.join('')}${text.slice(from, end)}${closing}`);
    if (value === undefined) return null;
    values.push(value);
  }
  return { value: values.length === 1 ? values[0] : values, isCut };
}

/** Also where the commas stand behind which a list ends; null for a text that is not made of lists and objects. */
function stretchesOf(
  text: string,
): { readonly stretches: Stretch[]; readonly commas: number[]; readonly isCut: boolean } | null {
  const stretches: Stretch[] = [];
  const commas: number[] = [];
  const open: OpenBracket[] = [];
  let start = 0;
  let comma = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Blanks, of which pretty JSON is full.
    if (code <= 32) continue;
    const innermost = open.at(-1);
    if (code === COMMA) {
      if (innermost?.closing === ']') innermost.elementEnd = at;
      comma = at;
      continue;
    }
    const character = text[at]!;
    if (character === '{' || character === '[') {
      if (innermost === undefined) start = at;
      if (open.length === DEEPEST || stretches.length === MOST_VALUES) return null;
      open.push({ closing: character === '{' ? '}' : ']', elementEnd: -1 });
    } else if (innermost === undefined) return null;
    else if (code === QUOTE) at = closingQuote(text, at);
    else if (character === '}' || character === ']') {
      if (open.pop()!.closing !== character) return null;
      if (comma >= 0) commas.push(comma);
      const around = open.at(-1);
      if (around === undefined) stretches.push({ start, end: at + 1, closing: '' });
      else if (around.closing === ']') around.elementEnd = at + 1;
    }
    comma = -1;
  }
  const cut = open.findIndex(({ closing, elementEnd }) => closing === ']' && elementEnd >= 0);
  if (cut >= 0) {
    const closing = open
      .slice(0, cut + 1)
      .map((bracket) => bracket.closing)
      .reverse()
      .join('');
    stretches.push({ start, end: open[cut]!.elementEnd, closing });
  }
  return { stretches, commas, isCut: open.length > 0 };
}
