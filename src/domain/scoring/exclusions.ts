import type { Icp } from '../icp.ts';
import type { Profile } from '../profile.ts';
import { sameCompany } from './company-name.ts';
import { findPhrase, phraseOf, quoteAround, quoteStart, type Word } from './phrase-search.ts';
import { fieldsOf } from './profile-fields.ts';
import { presentRoles } from './role-order.ts';
import type { TitleReading } from './title-chunk.ts';
import { titleNearness } from './title-nearness.ts';
import { readTitle } from './title-reading.ts';

export interface Exclusion {
  /** Why, e.g. `title “Executive Assistant” is excluded (Assistant)`. */
  readonly reason: string;
  readonly quote: string;
}

/** An excluded title must be meant, not only be near. */
const SAME_TITLE = 0.95;

/**
 * The first `exclude_*` criterion that the profile meets, or null. Titles count by meaning and only where the person holds them now: "Recruiter"
 * does not exclude somebody who manages recruiters' software, nor "CFO" the one who assists a CFO.
 */
export function findExclusion(icp: Icp, profile: Profile): Exclusion | null {
  return (
    excludedTitle(icp.excludeTitles, profile) ??
    excludedCompany(icp.excludeCompanies, profile) ??
    excludedKeyword(icp.excludeKeywords, profile)
  );
}

function excludedTitle(excluded: readonly string[], profile: Profile): Exclusion | null {
  if (excluded.length === 0) return null;
  const fields = fieldsOf(profile);
  const titles = [
    ...fields.filter((field) => field.place === 'current title'),
    ...fields.filter((field) => field.place === 'headline'),
  ];
  const unwanted = excluded.map((title) => ({ title, ...readExcludedTitle(title) }));
  for (const { text, words } of titles) {
    const held = readTitle(text, 'profile').held;
    const hit = unwanted.find((one) => excludesTitle(one, { words, held }));
    if (hit !== undefined)
      return {
        reason: `title “${oneLine(quoteStart(text))}” is excluded (${hit.title})`,
        quote: quoteStart(text),
      };
  }
  return null;
}

/** An entry of `exclude_titles`, read. */
export interface ExcludedTitle {
  readonly phrase: readonly string[];
  readonly readings: readonly TitleReading[];
}

export function readExcludedTitle(title: string): ExcludedTitle {
  return { phrase: phraseOf(title), readings: readTitle(title, 'target').held };
}

/** Whether whoever holds these titles meets the excluded one; `words` are what the titles were read from. */
export function excludesTitle(
  { phrase, readings }: ExcludedTitle,
  { words, held }: { readonly words: readonly Word[]; readonly held: readonly TitleReading[] },
): boolean {
  return readings.some((target) =>
    isStandingAlone(target) && target.standing === 'interim'
      ? // "Freelance" and "fractional" stand for much the same, but not for whoever excludes one of them.
        findPhrase(words, phrase) !== null
      : held.some(
          (reading) =>
            titleNearness(target, asExcluded(reading, target)) >= SAME_TITLE ||
            // "Assistant" and "Intern" are said of any function.
            (target.assisting && reading.assisting && reading.standing === 'active') ||
            (isStandingAlone(target) && target.standing === reading.standing),
        ),
  );
}

/** "Student", "Intern", "Freelance": no title, but how one is held. */
function isStandingAlone({ standing, words }: TitleReading): boolean {
  return standing !== 'active' && words.length === 0;
}

/** To exclude consultants is to exclude senior ones too, and an interim CFO is a CFO to whoever wants none. */
function asExcluded(held: TitleReading, target: TitleReading): TitleReading {
  const sameRung = target.level === 'individual' && (held.level === 'senior' || held.level === 'junior');
  return {
    ...held,
    level: sameRung ? target.level : held.level,
    standing: held.standing === 'interim' ? 'active' : held.standing,
  };
}

function excludedCompany(excluded: readonly string[], profile: Profile): Exclusion | null {
  const companies = presentRoles(profile).flatMap((role) => (role.company === null ? [] : [role.company]));
  for (const name of excluded) {
    const company = companies.find((each) => sameCompany(each, name));
    if (company !== undefined)
      return {
        reason: `works at ${oneLine(quoteStart(company))}, an excluded company`,
        quote: quoteStart(company),
      };
    if (companies.length > 0 || profile.headline === null) continue;
    // Without roles the headline is all that names the employer.
    const employers = profile.headline.split(/[|•·;\n]|\s[-–—]\s/u).flatMap((statement) => {
      const employer = /(?:@|\b(?:at|bei|chez|presso|bij)\s)\s*(.+)$/iu.exec(statement)?.[1];
      return employer === undefined ? [] : [employer];
    });
    if (employers.some((employer) => sameCompany(employer, name)))
      return { reason: `works at ${name}, an excluded company`, quote: quoteStart(profile.headline) };
  }
  return null;
}

/**
 * A keyword is looked for where people say who they are. One that says how a title is held ("student", "retired") is not looked for in the about, where
 * it is mostly said of others: of the students whom somebody teaches.
 */
function excludedKeyword(excluded: readonly string[], profile: Profile): Exclusion | null {
  const fields = fieldsOf(profile).filter(
    (field) => field.place === 'headline' || field.place === 'current title' || field.place === 'about',
  );
  for (const keyword of excluded) {
    const phrase = phraseOf(keyword);
    const readings = readTitle(keyword, 'target').held;
    const isStanding = readings.length > 0 && readings.every(isStandingAlone);
    for (const field of fields) {
      if (isStanding && field.place === 'about') continue;
      const passage = findPhrase(field.words, phrase);
      if (passage !== null) {
        const quote = quoteAround(field.text, passage);
        return { reason: `keyword ${keyword} is excluded (“${oneLine(quote)}”)`, quote };
      }
    }
  }
  return null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
