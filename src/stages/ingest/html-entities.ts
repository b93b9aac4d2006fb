import { Tokenizer } from 'htmlparser2';

const nothing = (): void => {};

const LONGEST_REFERENCE = 40;

/** Character references in a text or an attribute's value, decoded as HTML has it: `&amp;`, `&#39;`, `&eacute`. */
export function decodeEntities(raw: string, place: 'text' | 'attribute'): string {
  if (!raw.includes('&')) return raw;
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

/**
 * The same for the start of an attribute's value that goes on: what of `raw` can be decoded by now is put behind `decoded`, and the rest,
 * which may be a part of a reference, is given back.
 */
export function decodeStart(decoded: string, raw: string): [decoded: string, rest: string] {
  const last = raw.lastIndexOf('&');
  const end = last < 0 || last <= raw.length - LONGEST_REFERENCE ? raw.length : last;
  return [decoded + decodeEntities(raw.slice(0, end), 'attribute'), raw.slice(end)];
}
