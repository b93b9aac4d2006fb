import { Tokenizer } from 'htmlparser2';

const nothing = (): void => {};

/** A frame's page is one attribute (`srcdoc`) of megabytes, half of it references. */
const PIECE = 65_536;
const LONGEST_REFERENCE = 40;

/** Character references in a text or an attribute's value, decoded as HTML has it: `&amp;`, `&#39;`, `&eacute`. */
export function decodeEntities(raw: string, place: 'text' | 'attribute'): string {
  if (!raw.includes('&')) return raw;
  if (raw.length > PIECE) {
    let whole = '';
    for (let start = 0; start < raw.length; ) {
      let end = Math.min(start + PIECE, raw.length);
      const cut = raw.lastIndexOf('&', end - 1);
      if (end < raw.length && cut > end - LONGEST_REFERENCE && cut > start) end = cut;
      whole += decodeEntities(raw.slice(start, end), place);
      start = end;
    }
    return whole;
  }
  // The tokenizer that reads the page decodes ten times slower than it skips, so it reads without, and this is for the few that need it.
  const parts: string[] = [];
  const prefix = place === 'attribute' ? '<a x="' : '';
  const source =
    prefix + raw.replace(place === 'attribute' ? /"/g : /</g, (quote) => (quote === '"' ? '&#34;' : '&#60;'));
  const keepSlice = (start: number, end: number) => {
    parts.push(source.slice(start, end));
  };
  const keepCharacter = (codePoint: number) => {
    parts.push(String.fromCodePoint(codePoint));
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onattribdata: keepSlice,
      onattribentity: keepCharacter,
      ontext: keepSlice,
      ontextentity: keepCharacter,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(place === 'attribute' ? `${source}">` : source);
  tokenizer.end();
  return parts.join('');
}
