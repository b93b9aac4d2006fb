/**
 * Whatever a terminal or an editor could act on instead of showing: C0 and C1 controls (ESC and CSI among
 * them), bidirectional marks, overrides and isolates, the byte-order mark, and lone surrogates.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** A whole escape sequence (CSI, OSC, or two-character), so that no harmless-looking tail such as "[31m" remains. */
const ESCAPE_SEQUENCE =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/g;

/** Text in Latin, Greek, Cyrillic or Hebrew letters without anything of the above, as nearly all is: told by one look at each character. */
const SAFE = /^[\t\n\u0020-\u007e\u00a0-\u05ff]*$/;

/** Text that is safe to store and to print: no escape sequences or control characters; newlines and tabs stay. */
export function withoutControls(text: string): string {
  if (SAFE.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(ESCAPE_SEQUENCE, '').replace(UNSAFE, '');
}

/** One line of safe text with white space folded and trimmed, or null when nothing is left. */
export function cleanLine(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const line = withoutControls(text).replace(/\s+/gu, ' ').trim();
  return line === '' ? null : line;
}

/** Safe text that keeps its line breaks (at most one blank line in a row), or null when nothing is left. */
export function cleanText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const lines = withoutControls(text)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim());
  const body = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return body === '' ? null : body;
}

/** The beginning of a text: at most so many UTF-16 units, and no half of a character that needs two. */
export function firstCharacters(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, '');
}

/** Lower case, NFKD without marks, punctuation other than + # & as blanks: the form in which words are compared. */
export function foldForMatching(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#&]+/gu, ' ')
    .trim();
}

/** A text as a JSON string that stands between tags in a prompt and cannot close them: its angle brackets are escaped, as JSON allows. */
export function quotedForModel(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}
