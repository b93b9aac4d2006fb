import { UsageError } from '../domain/errors.ts';
import { identityKeys, parsePerson } from '../domain/linkedin-id.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { type ErasedPerson, forgetPerson } from '../store/forget-person.ts';
import { namesOfLead, type RecognisablePerson, recognisePerson } from '../store/known-person.ts';
import { rewriteTables } from '../store/rewrite-tables.ts';
import type { App } from './app.ts';

/** Somebody as a user names them, with the names that this gives as keys. */
export interface NamedPerson {
  readonly asked: string;
  readonly names: readonly string[];
}

export interface RecognisedPerson extends RecognisablePerson {
  readonly asked: string;
}

export interface ForgottenPerson extends ErasedPerson {
  readonly asked: string;
}

/** Whom each of these means: a lead's id, or a name on LinkedIn in any spelling. Throws UsageError for what is neither. */
export async function identifyPeople(
  { database }: Pick<App, 'database'>,
  asked: readonly string[],
): Promise<readonly NamedPerson[]> {
  const people: NamedPerson[] = [];
  for (const one of asked) {
    const names = /^\d{1,15}$/.test(one)
      ? await namesOfLead(database, Number(one))
      : identityKeysOf(parsePerson(one));
    if (names === null) {
      throw new UsageError(
        'unknown_person',
        `"${one}" is no lead and names nobody`,
        'name people by lead id (icp leads lists them), profile URL, member URN or vanity name',
      );
    }
    people.push({ asked: one, names });
  }
  return people;
}

const identityKeysOf = (person: PersonIdentity | null) => (person === null ? null : identityKeys(person));

/** These people as their user would recognise them. */
export async function recognisePeople(
  { database }: Pick<App, 'database'>,
  people: readonly NamedPerson[],
): Promise<readonly RecognisedPerson[]> {
  const recognised: RecognisedPerson[] = [];
  for (const { asked, names } of people)
    recognised.push({ asked, ...(await recognisePerson(database, names)) });
  return recognised;
}

/** Erases these people everywhere, and remembers them as forgotten, also those of whom there is nothing. */
export async function forgetPeople(
  { database }: Pick<App, 'database'>,
  people: readonly NamedPerson[],
): Promise<readonly ForgottenPerson[]> {
  const forgotten: ForgottenPerson[] = [];
  for (const { asked, names } of people) forgotten.push({ asked, ...(await forgetPerson(database, names)) });
  if (forgotten.some(({ leads, profiles, runs, mentions }) => leads + profiles + runs + mentions > 0))
    await rewriteTables(database);
  return forgotten;
}
