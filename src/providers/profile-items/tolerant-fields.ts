import { z } from 'zod';
import { cleanLine, cleanText } from '../../support/text.ts';

/** Caps that no honest profile reaches; they bound what a hostile item can cost us. In characters and entries. */
export const LIMITS = {
  line: 500,
  text: 20_000,
  roles: 100,
  education: 50,
  skills: 200,
  industries: 20,
} as const;

/** How deep `{text: {text: …}}` is followed, and how many pieces of a text that came as a list are joined. */
const WRAPPER_DEPTH = 4;
const TEXT_PIECES = 100;
const WRAPPER_KEYS = ['text', 'name', 'title', 'value', 'linkedinText'] as const;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text in a value that may wrap it: a string, `{text}`, `{name}`, or a list of such pieces, one per line. */
function unwrapText(value: unknown, cap: number, depth = WRAPPER_DEPTH): string | null {
  if (typeof value === 'string') return value.slice(0, cap);
  if (depth === 0 || value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    const pieces = value
      .slice(0, TEXT_PIECES)
      .flatMap((piece: unknown) => unwrapText(piece, cap, depth - 1) ?? []);
    return pieces.length === 0 ? null : pieces.join('\n').slice(0, cap);
  }
  for (const key of WRAPPER_KEYS) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined && inner !== null) return unwrapText(inner, cap, depth - 1);
  }
  return null;
}

/** What scrapers write where they have nothing. */
const NOTHING = /^(?:null|undefined|none|n\/a|nan|-+|–+|\[object object\])$/i;

/** One safe line of at most `LIMITS.line` characters, or null; wrappers are opened, other types count as absent. */
export function readLine(value: unknown): string | null {
  const text = cleanLine(unwrapText(value, LIMITS.line));
  return text === null || NOTHING.test(text) ? null : text;
}

/** Safe text with its line breaks, at most `LIMITS.text` characters, or null. */
export function readText(value: unknown): string | null {
  const text = cleanText(unwrapText(value, LIMITS.text));
  return text === null || NOTHING.test(text) ? null : text;
}

/** A schema that takes anything, a missing key included, and reads it with `read`: it never fails. */
export function field<T>(read: (value: unknown) => T) {
  return z.unknown().optional().transform(read);
}

export const line = field(readLine);
export const text = field(readText);
export const raw = field((value) => value);
/** A key that may come as text or as a whole number. */
export const key = field((value) => (Number.isSafeInteger(value) ? String(value) : readLine(value)));
export const flag = field((value): boolean | null =>
  typeof value === 'boolean'
    ? value
    : value === 'true' || value === 1
      ? true
      : value === 'false' || value === 0
        ? false
        : null,
);

/** An object of tolerant fields; anything that is no object reads as one without fields. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  return field((value) => (isRecord(value) ? value : {})).pipe(z.object(shape));
}

/** Up to `cap` entries that are objects; anything that is no list reads as an empty one. */
export function records<Shape extends z.ZodRawShape>(shape: Shape, cap: number) {
  return field((value) => (Array.isArray(value) ? value.slice(0, cap).filter(isRecord) : [])).pipe(
    z.array(z.object(shape)),
  );
}

/** Up to `cap` different lines of a list of strings, `{name}` or `{title}`; or of one text, split at `separator`. */
export function lines(cap: number, separator: RegExp = /[•,]/) {
  return field((value): string[] => {
    const entries: unknown[] =
      typeof value === 'string'
        ? value.slice(0, LIMITS.text).split(separator)
        : Array.isArray(value)
          ? value.slice(0, cap * 2)
          : [];
    const found = new Map<string, string>();
    for (const entry of entries) {
      const name = readLine(entry);
      if (name !== null && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
      if (found.size === cap) break;
    }
    return [...found.values()];
  });
}

/** Industries contain commas ("Technology, Information and Internet"), so one text is one industry. */
export const industries = lines(LIMITS.industries, /•/);
