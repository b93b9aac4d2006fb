import { profileUrl } from '../domain/linkedin-id.ts';
import { type Database, type Queryable, recordset } from './database.ts';
import { eraseProfiles } from './erase-profiles.ts';
import { forgetMentions, fullNamesOf } from './forget-mentions.ts';
import { type Forgotten, rememberForgotten } from './forgotten-people.ts';
import { findPerson, valuesOf } from './known-person.ts';

export interface ErasedPerson {
  readonly leads: number;
  readonly profiles: number;
  /** Vectors, classifications and rerank scores. */
  readonly answers: number;
  /** What people said of them. */
  readonly verdicts: number;
  /** Actor runs that they stood in. */
  readonly runs: number;
  /** Places in calls and ICPs where their full name stood. */
  readonly mentions: number;
}

/**
 * Erases whoever has one of these names (keys of one person), with all that is known of them, and remembers every name as forgotten. What calls cost stays in
 * the books, where leads are numbers.
 */
export function forgetPerson(database: Database, asked: readonly string[]): Promise<ErasedPerson> {
  return database.transaction(async (transaction) => {
    // Whoever stores people holds a weaker lock until they are stored, see forgotten_among. The next to store knows of this one.
    await transaction.query('lock table forgotten_people in exclusive mode');
    const { names, leadIds, profileIds } = await findPerson(transaction, asked);
    const fullNames = await fullNamesOf(transaction, leadIds, profileIds);
    const { rowCount: verdicts } = await transaction.query(
      'delete from verdicts where lead_id = any($1::bigint[])',
      [leadIds],
    );
    const { rowCount: leads } = await transaction.query('delete from leads where id = any($1::bigint[])', [
      leadIds,
    ]);
    const { profiles, answers, textHashes } = await eraseProfiles(transaction, profileIds);
    const runs = await leaveRuns(transaction, names);
    await takeVanityNames(transaction, names);
    await dropMentions(transaction, names);
    const mentions = await forgetMentions(transaction, fullNames);
    await rememberForgotten(transaction, names, textHashes);
    return { leads, profiles, answers, verdicts, runs, mentions };
  });
}

/** Of people who are to stay forgotten, erases those who have come to light under a name that was not known of them; names are asked for by position. */
export async function forgetNewNames(
  database: Database,
  namesOf: (position: number) => readonly string[],
  forgotten: ReadonlyMap<number, Forgotten>,
): Promise<void> {
  for (const [position, how] of forgotten) {
    if (how === 'under some names') await forgetPerson(database, namesOf(position));
  }
}

/**
 * Takes the person out of every actor run, whoever stands beside them. What an open run brings of the others is collected as ever. One whose start was never
 * confirmed can no longer be found by whom it was for: rather that its people may be fetched twice than that a name is kept.
 */
async function leaveRuns(transaction: Queryable, names: readonly string[]): Promise<number> {
  const { rowCount } = await transaction.query(
    `with of_person as (
       select a.id, a.run_id, coalesce(jsonb_agg(t.target order by t.position) filter (where not t.is_person), '[]') as others
         from actor_runs a
        cross join lateral (
          select one.target, one.position,
                 coalesce(one.target->>'memberUrn' = any($2::text[]), false)
                   or coalesce(one.target->>'publicIdentifier' = any($3::text[]), false) as is_person
            from jsonb_array_elements(a.targets) with ordinality as one(target, position)) t
        group by a.id
       having bool_or(t.is_person) or a.person_keys && $1::text[]
     )
     update actor_runs a
        set targets = p.others,
            person_keys = array(select key from unnest(a.person_keys) with ordinality as one(key, position)
                                 where key <> all($1::text[]) order by position),
            -- Nobody is left by whom to look for it.
            state = case when a.state = 'intended' and p.others = '[]' then 'abandoned' else a.state end
       from of_person p
      where a.id = p.id`,
    [names, valuesOf('urn:', names), valuesOf('in:', names)],
  );
  return rowCount;
}

/** A lead that had one of the vanity names before is somebody else, known by member id, and goes on as such. */
async function takeVanityNames(transaction: Queryable, names: readonly string[]): Promise<void> {
  const { rows } = await transaction.query<{ id: number; memberUrn: string }>(
    `select id, member_urn as "memberUrn" from leads
      where public_identifier = any($1::text[]) and member_urn is not null`,
    [valuesOf('in:', names)],
  );
  await transaction.query(
    `update leads l set public_identifier = null, linkedin_url = r.url
       from json_to_recordset($1::json) as r(id bigint, url text)
      where l.id = r.id`,
    [
      recordset(
        rows.map(({ id, memberUrn }) => ({ id, url: profileUrl({ memberUrn, publicIdentifier: null }) })),
      ),
    ],
  );
}

/** A service that refuses a request of several people may quote one of them, and what it says stands with each of their leads. */
async function dropMentions(transaction: Queryable, names: readonly string[]): Promise<void> {
  const spellings = [...valuesOf('urn:', names), ...valuesOf('in:', names)].flatMap((name) => [
    `/in/${name}`,
    `/in/${encodeURIComponent(name)}`,
  ]);
  await transaction.query(
    `update leads set error_message = null
      where status = 'failed'
        and exists (select from unnest($1::text[]) as name where strpos(lower(error_message), lower(name)) > 0)`,
    [spellings],
  );
}
