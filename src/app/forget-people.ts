import { UsageError } from '../domain/errors.ts';
import { identityKeys, parsePerson } from '../domain/linkedin-id.ts';
import { type ErasedPerson, forgetPerson } from '../store/forget-person.ts';
import { namesOfLead } from '../store/known-person.ts';
import { rewriteTables } from '../store/rewrite-tables.ts';
import type { App } from './app.ts';

/** Somebody as a user names them: by the id of a lead, or by a name on LinkedIn. */
export type Asked =
  | { readonly asked: string; readonly leadId: number }
  | { readonly asked: string; readonly names: readonly string[] };

export interface ForgottenPerson extends ErasedPerson {
  readonly asked: string;
}

/** Whom each of these means. Throws UsageError for what is neither a lead's id nor a person's name. */
export function parseAsked(asked: readonly string[]): readonly Asked[] {
  return asked.map((one) => {
    if (/^\d{1,15}$/.test(one)) return { asked: one, leadId: Number(one) };
    const person = parsePerson(one);
    if (person !== null) return { asked: one, names: identityKeys(person) };
    throw new UsageError(
      'unknown_person',
      `"${one}" names nobody`,
      'name people by lead id, profile URL, member URN or vanity name',
    );
  });
}

/** Erases these people everywhere, and remembers them as forgotten, also those of whom there is nothing. Throws UsageError before anything is erased. */
export async function forgetPeople(
  { database }: Pick<App, 'database'>,
  people: readonly Asked[],
): Promise<readonly ForgottenPerson[]> {
  const named: { readonly asked: string; readonly names: readonly string[] }[] = [];
  for (const person of people) {
    const names = 'names' in person ? person.names : await namesOfLead(database, person.leadId);
    if (names === null) {
      throw new UsageError('unknown_lead', `there is no lead "${person.asked}"`, 'list them: icp leads');
    }
    named.push({ asked: person.asked, names });
  }
  const forgotten: ForgottenPerson[] = [];
  for (const { asked, names } of named) forgotten.push({ asked, ...(await forgetPerson(database, names)) });
  await rewriteTables(database);
  return forgotten;
}
