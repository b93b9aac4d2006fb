import type { Field, FieldRole } from './field-role.ts';
import { isHiddenMember, personName } from './person-text.ts';

/** `[Jane Doe](https://…)`, as Markdown has links. */
const MARKDOWN_LINK = /\[([^\][]{0,300})\]\([^()\s]{0,3000}(?:\s"[^"]{0,300}")?\)/g;
const ONLY_ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;
const LONGEST_GUESS = 60;
const MOST_WORDS = 6;
/** What a link says instead of a name, and what a column such as "Lead" may hold. */
const NO_NAME =
  /^(?:links?|linkedin|profile?s?|perfil|url|here|view|open|click|show|see|hier|voir|ver|yes|no|true|false|none|new|open|hot|warm|cold|closed|qualified|unknown|n\/?a)(?!\p{L})/iu;

/** The first text of the role, links in it as they are shown; null where it has none, or nothing but an address. */
export function textOf(fields: readonly Field[], role: FieldRole): string | null {
  for (const field of fields) {
    if (field.role !== role) continue;
    const text = shownText(field.value);
    if (text.trim() !== '') return text;
  }
  return null;
}

/**
 * The name in a row. "Name" beside a first name alone is the family name, as in German and French tables; beside a family name alone, the first
 * name. Where no field is a name by what it is called, the words of the link are, or of a field such as "Contact", if they look like one.
 */
export function nameIn(fields: readonly Field[]): string | null {
  const full = textOf(fields, 'name');
  const first = textOf(fields, 'firstName');
  const last = textOf(fields, 'lastName');
  if (full === null && first === null && last === null) return guessedName(fields);
  if (full === null) return personName([first, last].filter(Boolean).join(' '));
  const part = first === null || last === null ? (first ?? last) : null;
  if (part === null || full.toLowerCase().includes(part.trim().toLowerCase())) return personName(full);
  return personName(first === null ? `${full} ${last}` : `${first} ${full}`);
}

/** True for a row whose name LinkedIn withholds. */
export function namesHiddenMember(fields: readonly Field[]): boolean {
  const full = textOf(fields, 'name') ?? textOf(fields, 'possibleName') ?? '';
  return [full, `${textOf(fields, 'firstName') ?? ''} ${textOf(fields, 'lastName') ?? ''}`].some(
    isHiddenMember,
  );
}

/** True for a text that may well be somebody's name. */
export function looksLikeName(text: string): boolean {
  const plain = text.trim();
  if (plain.length > LONGEST_GUESS || /[\d@/:;|=<>{}[\]_]/.test(plain) || NO_NAME.test(plain)) return false;
  // Names begin with a capital letter wherever there are any.
  return /^\P{L}*[\p{Lu}\p{Lt}\p{Lo}]/u.test(plain) && plain.split(/\s+/u).length <= MOST_WORDS;
}

function guessedName(fields: readonly Field[]): string | null {
  for (const { role, value } of fields) {
    const text =
      role === 'possibleName'
        ? shownText(value)
        : role === 'link' || role === 'unknown'
          ? linkText(value)
          : null;
    if (text !== null && looksLikeName(text)) return personName(text);
  }
  return null;
}

function linkText(value: string): string | null {
  if (!value.includes('](')) return null;
  const [link] = value.matchAll(MARKDOWN_LINK);
  return link?.[1] ?? null;
}

function shownText(value: string): string {
  if (!value.includes('/')) return value;
  const text = value.includes('](') ? value.replace(MARKDOWN_LINK, '$1') : value;
  return ONLY_ADDRESS.test(text) ? '' : text;
}
