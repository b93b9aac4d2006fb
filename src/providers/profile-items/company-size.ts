import type { Role } from '../../domain/profile.ts';
import { isRecord, readLine } from './tolerant-fields.ts';

type CompanySize = NonNullable<Role['companySize']>;

const MOST_EMPLOYEES = 10_000_000;

function count(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d[\d,. ]{0,14}[kK]?$/.test(value.trim())
        ? Number(value.replace(/[^\d]/g, '')) * (/k$/i.test(value.trim()) ? 1000 : 1)
        : Number.NaN;
  return Number.isInteger(number) && number >= 0 && number <= MOST_EMPLOYEES ? number : null;
}

function band(min: number | null, max: number | null): CompanySize | null {
  return min === null || (max !== null && max < min) ? null : { min, max };
}

/**
 * Head count of a company: `{start, end}` (no end: "or more"), `"51-200"`, `"51–200 employees"`, `"10,001+"`, `"1K-5K"`, or an
 * exact number. Null for anything that is none of these.
 */
export function readCompanySize(value: unknown): CompanySize | null {
  if (isRecord(value) && ('start' in value || 'end' in value)) {
    const { start, end } = value;
    if (end === undefined || end === null) return band(count(start), null);
    const max = count(end);
    return max === null ? null : band(count(start), max);
  }
  if (typeof value === 'number') return band(count(value), count(value));
  const text = readLine(value)?.replace(/\s*employees?$/i, '');
  if (text === undefined) return null;
  const range = /^([\d,. ]+[kK]?)\s*(?:[-–—]|to)\s*([\d,. ]+[kK]?)$/.exec(text);
  if (range) {
    const max = count(range[2]);
    return max === null ? null : band(count(range[1]), max);
  }
  const open = /^([\d,. ]+[kK]?)\s*\+$/.exec(text);
  if (open) return band(count(open[1]), null);
  return band(count(text), count(text));
}
