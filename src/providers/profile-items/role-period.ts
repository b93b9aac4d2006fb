import type { YearMonth } from '../../domain/profile.ts';
import { isRecord, readLine } from './tolerant-fields.ts';

/** When a role ran. `current` is what the source says of it in any of its spellings; null when it says nothing. */
export interface RolePeriod {
  readonly start: YearMonth | null;
  readonly end: YearMonth | null;
  readonly current: boolean | null;
}

export const UNKNOWN_PERIOD: RolePeriod = { start: null, end: null, current: null };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PRESENT =
  /^(?:present|now|current|currently|today|ongoing|heute|aujourd['’]hui|actualidad|atualmente|presente|heden)$/i;

export function isPresentWord(text: string): boolean {
  return PRESENT.test(text.trim());
}

function yearOf(value: unknown): number | null {
  const year =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\s*\d{4}\s*$/.test(value)
        ? +value
        : NaN;
  return Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : null;
}

/** 1–12 from a number, `"3"`, `"03"`, or an English month name of three letters or more. */
function monthOf(value: unknown): number | null {
  if (typeof value === 'string' && !/^\s*\d{1,2}\s*$/.test(value)) {
    const index = MONTHS.indexOf(value.trim().toLowerCase().slice(0, 3));
    return index >= 0 ? index + 1 : null;
  }
  const month = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
}

function yearMonthOfText(text: string): YearMonth | null {
  const trimmed = text.trim();
  const monthFirst = /^(\d{1,2}|\p{L}+)\.?[\s/.,-]+(?:\d{1,2},?\s+)?(\d{4})$/u.exec(trimmed);
  const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})(?!\d)(?:[-T/.].*)?)?$/.exec(trimmed);
  const [year, month] = monthFirst
    ? [yearOf(monthFirst[2]), monthOf(monthFirst[1])]
    : yearFirst
      ? [yearOf(yearFirst[1]), monthOf(yearFirst[2])]
      : [null, null];
  return year === null ? null : { year, month };
}

/**
 * A month of a year in any spelling seen: `{year, month}` with numbers, strings or month names, `{text}`, `2023`,
 * `"1-2022"`, `"2021-03"`, `"Mar 2021"`. Null for anything else, and for years outside 1900–2100.
 */
export function readYearMonth(value: unknown): YearMonth | null {
  if (typeof value === 'number') {
    const year = yearOf(value);
    return year === null ? null : { year, month: null };
  }
  if (isRecord(value)) {
    const year = yearOf(value['year']);
    if (year !== null) return { year, month: monthOf(value['month']) };
  }
  const text = readLine(value);
  return text === null ? null : yearMonthOfText(text);
}

/** True when the value says "until now" in words, such as `"Present"` or `{text: "Present"}`. */
function saysPresent(value: unknown): boolean {
  const text = readLine(value);
  return text !== null && isPresentWord(text);
}

/** True for an end that is not there: null, an empty text, or an object whose fields are all empty. */
function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return (
    isRecord(value) &&
    Object.values(value).every((inner) => inner === undefined || inner === null || inner === '')
  );
}

/**
 * A period from its two ends. A start without an end means the role is current (LinkedIn leaves the end out); an
 * end that cannot be read means it is over, at an unknown time; neither end says nothing.
 */
export function periodOfEnds(start: unknown, end: unknown): RolePeriod {
  const from = readYearMonth(start);
  if (saysPresent(end)) return { start: from, end: null, current: true };
  if (isAbsent(end)) return { start: from, end: null, current: from === null ? null : true };
  return { start: from, end: readYearMonth(end), current: false };
}

const CAPTION = /^(.{4,30}?)\s*(?:[-–—]|\bto\b)\s*(.{3,30}?)(?:\s*·.*)?$/u;

/** The period in a caption such as `Mar 2021 - Present · 3 yrs`, or null when the text is none. */
export function periodOfCaption(caption: string | null): RolePeriod | null {
  // Every period names a year; most texts do not, and are spared the rest.
  if (caption === null || !/\d{4}/.test(caption)) return null;
  const ends = CAPTION.exec(caption);
  if (ends === null) return null;
  const start = yearMonthOfText(ends[1] ?? '');
  if (start === null) return null;
  const last = ends[2] ?? '';
  if (isPresentWord(last)) return { start, end: null, current: true };
  const end = yearMonthOfText(last);
  return end === null ? null : { start, end, current: false };
}

/** Fills what `first` leaves open from `second`; an end that is stated beats one that is merely left out. */
export function mergePeriods(first: RolePeriod, second: RolePeriod | null): RolePeriod {
  if (second === null) return first;
  const end = first.end ?? second.end;
  return {
    start: first.start ?? second.start,
    end,
    current: end === null ? (first.current ?? second.current) : false,
  };
}
