const SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
/** What may stand behind the bracket that opens a list: a value, or the end of the list. */
const IN_LIST = '{["-0123456789tfn]';

/** False for a text that begins or ends as no JSON does. A look at both ends, since most of what is no JSON shows it there. */
export function mayBeJson(text: string): boolean {
  const start = nextAt(text, -1);
  let end = text.length - 1;
  while (end > start && isBlank(text.charCodeAt(end))) end--;
  const last = text[end];
  switch (text[start]) {
    case '{':
      return last === '}' && end > start && '"}'.includes(text[nextAt(text, start)]!);
    case '[':
      return last === ']' && end > start && IN_LIST.includes(text[nextAt(text, start)]!);
    case '"':
      return last === '"' && end > start;
    default:
      return SCALAR.test(text.slice(start, end + 1));
  }
}

/** Where the next character stands that is no blank. */
function nextAt(text: string, from: number): number {
  let at = from + 1;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Blanks of JSON; a text has others, which it does not allow. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
