import type { Queryable } from './database.ts';

/**
 * The full names of people, of their leads and profiles, as far as they have two words or more: a single word names too many others. With what follows a comma
 * ("Ana Brandt, PhD") and without. To be asked before leads and profiles go.
 */
export async function fullNamesOf(
  transaction: Queryable,
  leadIds: readonly number[],
  profileIds: readonly number[],
): Promise<readonly string[]> {
  const { rows } = await transaction.query<{ name: string }>(
    `select name from leads where id = any($1::bigint[])
      union
     select profile->>'fullName' from profile_cache where id = any($2::bigint[])`,
    [leadIds, profileIds],
  );
  return rows
    .flatMap(({ name }) => [name ?? '', (name ?? '').split(/[,(|]/)[0]!.trim()])
    .filter((name) => /\S\s+\S/.test(name));
}

/** Text as names are looked for in it: small letters, a blank for whatever is none, and one at each end. */
const folded = (text: string) =>
  `(' ' || btrim(regexp_replace(lower(normalize(${text}, NFKC)), '[^[:alnum:]]+', ' ', 'g')) || ' ')`;
const named = (text: string) =>
  `exists (select from unnest($1::text[]) as name where strpos(${folded(text)}, ${folded('name')}) > 0)`;

/** Takes these people out of what is kept of calls: as speakers and in titles, and with what was said by their name. */
export async function forgetInCalls(transaction: Queryable, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await transaction.query(`update fathom_calls set title = null where ${named('title')}`, [names]);
  await transaction.query(`delete from call_criteria where ${named('quote')} or ${named('value')}`, [names]);
  await transaction.query(`update call_criteria set speaker = null where ${named('speaker')}`, [names]);
  await transaction.query(`delete from call_extractions where ${named('criteria::text')}`, [names]);
}
