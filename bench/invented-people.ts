import { readFileSync } from 'node:fs';
import { memberId } from '../test/support/member-id.ts';
import { FIXTURES } from './bench-paths.ts';

/** A scraped profile as an actor returns it. */
type ProfileItem = Readonly<Record<string, unknown>>;

const VANITY = /^person-number-(\d+)$/;

export const vanityOf = (number: number) => `person-number-${number}`;
export const urlOf = (number: number) => `https://www.linkedin.com/in/${vanityOf(number)}`;

/** Urls of so many people, one a line. */
export function urlList(count: number): string {
  return Array.from({ length: count }, (_, index) => `${urlOf(index + 1)}\n`).join('');
}

/** The fixtures' scraped profiles: real in size and shape. */
const models: readonly ProfileItem[] = readFileSync(`${FIXTURES}/profiles.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ProfileItem)
  .filter((item) => Array.isArray(item['positions']));

/** Somebody of whom there is only one: each has a text of their own, so that every answer about them has to be bought. */
export function inventedPerson(number: number): ProfileItem {
  const model = models[number % models.length]!;
  return {
    ...model,
    id: String(10_000_000 + number),
    profileId: memberId(number),
    publicIdentifier: vanityOf(number),
    lastName: `${String(model['lastName'])} ${number}`,
    summary: `${String(model['summary'] ?? '')} Number ${number}.`,
  };
}

/** For the simulated scraper: who has this vanity name. */
export function inventedPersonNamed(name: string): ProfileItem | 'gone' {
  const number = VANITY.exec(name)?.[1];
  return number === undefined ? 'gone' : inventedPerson(Number(number));
}
