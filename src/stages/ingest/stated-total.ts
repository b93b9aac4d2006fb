import { COUNTED_THINGS, FOUND_THINGS, NAMED_COUNTS } from './counted-things.ts';

/** Digits as any country groups them: 3,384 · 3.384 · 3 384 · 3'384 · 12,34,567 · ٣٬٣٨٤; or not at all. */
const DIGITS = String.raw`\p{Nd}{1,3}(?:[,٬]\p{Nd}{2,3}|[.'’\u00a0\u202f\s]\p{Nd}{3})+|\p{Nd}+`;
/** What makes of digits another number: "1.2K", "12 mil", "500+", a degree ("1촌"), the beginning of a range. */
const INEXACT = [
  String.raw`[.,]?\p{Nd}|[.,'’٬\u00a0\u202f\s]\p{Nd}{3}`,
  String.raw`\s?(?:[KMB]|mil|mln|mio|tsd|tys|тыс|млн|bin|rb)(?![\p{L}\p{M}])|\s?[万萬억천만]`,
  String.raw`\s?\+|\s?[–-]\s?\p{Nd}|촌|度|次|[ºª]|(?:st|nd|rd|er)(?!\p{L})`,
].join('|');
const NUMBER = String.raw`(?<![\p{Nd}.,–-])(${DIGITS})(?!${INEXACT})`;

const COUNT = new RegExp(
  `^(?:[\\p{L}.'’:]{1,20}\\s*){0,3}${NUMBER}\\s?(?:de )?(?:${COUNTED_THINGS})(?![\\p{Ll}])`,
  'iu',
);
const TOTALS: readonly RegExp[] = [
  COUNT,
  new RegExp(`^(?:you are|you're|you’re) following ${NUMBER}`, 'iu'),
  new RegExp(`^(?:${NAMED_COUNTS})\\s?[:：(（]?\\s?${NUMBER}`, 'iu'),
  // "Attendees (402)"
  new RegExp(`^(?:${COUNTED_THINGS})\\s?[:：(（]\\s?${NUMBER}\\s?[)）]?$`, 'iu'),
];
const BARE_COUNT = new RegExp(`^${NUMBER}\\s?(?:${FOUND_THINGS})$`, 'iu');
const ANY_NUMBER = new RegExp(NUMBER, 'iu');
/** "All 57", "Followers (3,384)". */
const TAB_NUMBER = new RegExp(`\\p{L}\\s*[ (（]${NUMBER}[)）]?$`, 'iu');
/** Where the digits of other scripts begin. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10];

/**
 * Where a line stands: in a `caption` known to be about the list any number will do; `text` is a heading or a paragraph; `tab` is the
 * selected one; `elsewhere` is any other place.
 */
export type TotalPlace = 'caption' | 'text' | 'tab' | 'elsewhere';

const PATTERNS: Readonly<Record<TotalPlace, readonly RegExp[]>> = {
  caption: [ANY_NUMBER],
  text: TOTALS,
  tab: [TAB_NUMBER],
  elsewhere: [BARE_COUNT],
};

/** How long a list is that a line over it describes, or null: also where it says no exact number ("500+ connections"). */
export function statedTotal(line: string, place: TotalPlace): number | null {
  const digits = PATTERNS[place]
    .map((pattern) => pattern.exec(line)?.[1])
    .find((match) => match !== undefined);
  if (digits === undefined) return null;
  const plain = [...digits].map(digitOf).join('');
  const total = plain === '' ? Number.NaN : Number(plain);
  return Number.isSafeInteger(total) ? total : null;
}

function digitOf(character: string): string {
  const code = character.codePointAt(0)!;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? '' : String(code - zero);
}
