import type { ProfileItem } from './recogniser.ts';

/** Fields in which datasets of scraped profiles say when they were made. */
const DATES = [
  'scrapedAt',
  'scraped_at',
  'fetchedAt',
  'fetched_at',
  'crawledAt',
  'extractedAt',
  'timestamp',
] as const;
/** Only a scraped profile has one of these: a list of followers names a position at most. */
const HISTORY = ['positions', 'experiences', 'experience', 'educations', 'education'] as const;
const LONG_AGO = Date.UTC(2010, 0);

/** The object as a scraped profile, or null when it is no more than a row about a person. */
export function profileItemOf(item: Readonly<Record<string, unknown>>): ProfileItem | null {
  const hasHistory = HISTORY.some((key) => Array.isArray(item[key]));
  return hasHistory ? { item, scrapedAt: scrapedAt(item) } : null;
}

/** An ISO date, or a Unix time in seconds or milliseconds; nothing before LinkedIn's time nor in the future. */
function scrapedAt(item: Readonly<Record<string, unknown>>): Date | null {
  for (const key of DATES) {
    const value = item[key];
    const time =
      typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? inMilliseconds(value) : NaN;
    if (time > LONG_AGO && time <= Date.now()) return new Date(time);
  }
  return null;
}

const inMilliseconds = (unix: number) => (unix < 1e11 ? unix * 1000 : unix);
