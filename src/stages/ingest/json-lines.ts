import { type JsonObject, objectsIn } from './json-walk.ts';

/**
 * In which line of a JSON text each of these values begins, counted from 1, in the order given; null for a text that is written with
 * escapes. `root` is the parsed text and `values` are objects of it, or texts, in the order in which it has them.
 */
export function jsonLines(
  text: string,
  root: unknown,
  values: readonly (JsonObject | string)[],
): (number | null)[] {
  const objects = objectLines(text, root, new Set(values.filter((value) => typeof value === 'object')));
  const strings = stringLines(text);
  return values.map((value) => (typeof value === 'string' ? strings(value) : (objects.get(value) ?? null)));
}

/** The nth object of the parsed value begins at the nth brace that is in no text. */
function objectLines(text: string, root: unknown, wanted: ReadonlySet<JsonObject>): Map<JsonObject, number> {
  const lines = new Map<JsonObject, number>();
  if (wanted.size === 0) return lines;
  const braces = openingBraces(text);
  for (const object of objectsIn(root)) {
    const { value: line } = braces.next();
    if (wanted.has(object) && typeof line === 'number') lines.set(object, line);
    if (lines.size === wanted.size) break;
  }
  return lines;
}

const QUOTE = 34;
const BACKSLASH = 92;
const BRACE = 123;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The line of each opening brace outside texts. */
function* openingBraces(text: string): Generator<number, void, undefined> {
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === BRACE) yield line;
    else if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      line++;
  }
}

/** Where the text that begins with this quotation mark ends; the length of the whole when it does not. */
export function closingQuote(text: string, opening: number): number {
  for (let from = opening + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return quote;
    from = quote + 1;
  }
}

/** Finds each text behind the one before. */
function stringLines(text: string): (value: string) => number | null {
  let offset = 0;
  let line = 1;
  return (value) => {
    const at = text.indexOf(JSON.stringify(value), offset);
    if (at < 0) return null;
    line += text.slice(offset, at).match(/\r\n?|\n/g)?.length ?? 0;
    offset = at + value.length;
    return line;
  };
}
