/** How to write down a page anew, without changing what it says. */
export interface Spelling {
  /** Attributes are rotated by this number. */
  readonly order: number;
  readonly quote: '"' | "'" | 'as is';
  /** Of the names of elements and attributes. */
  readonly case: 'lower' | 'upper';
  /** Between attributes. */
  readonly space: string;
  /** How the letters of texts and values outside of scripts are written. */
  readonly entities: 'none' | 'decimal' | 'hexadecimal';
}

const TAG =
  /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
/** Left as they are: what is in them is not markup, or holds no character references. */
const OPAQUE =
  /(<!--[\s\S]*?-->|<!doctype[^>]*>|<(?:script|style|code|noscript)\b[\s\S]*?<\/(?:script|style|code|noscript)>)/gi;

/** The same page in another spelling. */
export function respelled(page: string, spelling: Spelling): string {
  return page
    .split(OPAQUE)
    .map((part, place) => (place % 2 === 1 ? part : respelledMarkup(part, spelling)))
    .join('');
}

function respelledMarkup(markup: string, spelling: Spelling): string {
  let end = 0;
  let out = '';
  for (const match of markup.matchAll(TAG)) {
    const [whole, slash, name, attributes, selfClosing] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    out += encoded(markup.slice(end, match.index), spelling);
    end = match.index + whole.length;
    out += `<${slash}${inCase(name, spelling)}${respelledAttributes(attributes, spelling)}${selfClosing === '' ? '' : ' /'}>`;
  }
  return out + encoded(markup.slice(end), spelling);
}

function respelledAttributes(attributes: string, spelling: Spelling): string {
  const found = [...attributes.matchAll(ATTRIBUTE)].map((match) => {
    const [, name, double, single, bare] = match;
    const value = double ?? single ?? bare;
    const written = inCase(name!, spelling);
    if (value === undefined) return written;
    const original = double !== undefined ? '"' : single !== undefined ? "'" : '';
    const quote = spelling.quote === 'as is' ? original : spelling.quote;
    // An unquoted value stays one only while it has no character that would end it.
    if (quote === '') return `${written}=${value}`;
    const safe = value.replaceAll(quote, quote === '"' ? '&quot;' : '&#39;');
    return `${written}=${quote}${encoded(safe, spelling)}${quote}`;
  });
  const turn = found.length === 0 ? 0 : spelling.order % found.length;
  return [...found.slice(turn), ...found.slice(0, turn)].map((text) => spelling.space + text).join('');
}

function inCase(name: string, spelling: Spelling): string {
  return spelling.case === 'upper' ? name.toUpperCase() : name;
}

/** Every fourth letter or digit as a character reference; references that are there already stay. */
function encoded(text: string, { entities }: Spelling): string {
  if (entities === 'none') return text;
  let count = 0;
  return text.replace(/&[#a-zA-Z0-9]+;?|[\p{L}\p{N}/:]/gu, (found) => {
    if (found.startsWith('&') || count++ % 4 !== 0) return found;
    const code = found.codePointAt(0)!;
    return entities === 'decimal' ? `&#${code};` : `&#x${code.toString(16).toUpperCase()};`;
  });
}
