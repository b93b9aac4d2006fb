import type { Database, Queryable } from './database.ts';
import { eraseProfiles, PROFILE_TEXTS } from './erase-profiles.ts';

/** Profiles per transaction: so that nobody waits for long, and a process that is killed has done what it did. */
const CHUNK = 1000;

export interface PurgeCounts {
  readonly profiles: number;
  /** Vectors, classifications and rerank scores. */
  readonly answers: number;
  /** Stale profiles that leads still wait to be scored with. */
  readonly kept: number;
}

/** Last fetched, or found gone, before $1. */
const stale = (profile: string) => `greatest(${profile}.fetched_at, ${profile}.gone_at) < $1`;
/** Without its profile such a lead could never be scored. */
const awaited = (profile: string) => `exists (
              select from leads l
               where l.profile_id = ${profile}.id and (l.status = 'enriched' or l.failed_from = 'enriched'))`;
const dropped = (profile: string) => `(${stale(profile)} and not ${awaited(profile)})`;

/** Drops profiles of before a time, with their names and the answers to texts that no remaining profile has. Leads stay, with what lists and exports show. */
export async function purgeProfiles(database: Database, before: Date): Promise<PurgeCounts> {
  let profiles = 0;
  let answers = 0;
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const chunk = await database.transaction((transaction) => purgeChunk(transaction, before, from));
    profiles += chunk.profiles;
    answers += chunk.answers;
    after = chunk.last;
  }
  const { kept } = await countOfBefore(database, before);
  return { profiles, answers, kept };
}

async function purgeChunk(transaction: Queryable, before: Date, after: number) {
  const { rows: locked } = await transaction.query<{ id: number }>(
    `select p.id from profile_cache p
      where p.id > $2 and ${dropped('p')}
      order by p.id
      limit ${CHUNK}
      for update`,
    [before, after],
  );
  // Before the lock was ours, a lead may have come to wait for one of them; from now on none can.
  const { rows } = await transaction.query<{ id: number }>(
    `select p.id from profile_cache p where p.id = any($2::bigint[]) and ${dropped('p')}`,
    [before, locked.map((row) => row.id)],
  );
  const erased = await eraseProfiles(
    transaction,
    rows.map((row) => row.id),
  );
  return { ...erased, last: locked.at(-1)?.id ?? null };
}

/** What a purge would drop, and keep. */
export async function planPurge(database: Queryable, before: Date): Promise<PurgeCounts> {
  const { profiles, kept } = await countOfBefore(database, before);
  const { rows } = await database.query<{ answers: number }>(
    `with dropped as (
       select p.id from profile_cache p where ${dropped('p')}
     ), texts as (
       select t.text_hash from ${PROFILE_TEXTS} t where t.id in (select id from dropped)
       except
       select t.text_hash from ${PROFILE_TEXTS} t where t.id not in (select id from dropped)
     )
     select (select count(*) from embeddings join texts using (text_hash))
          + (select count(*) from classifications join texts using (text_hash))
          + (select count(*) from rerank_scores join texts using (text_hash)) as answers`,
    [before],
  );
  return { profiles, kept, answers: rows[0]!.answers };
}

async function countOfBefore(
  database: Queryable,
  before: Date,
): Promise<{ readonly profiles: number; readonly kept: number }> {
  const { rows } = await database.query<{ profiles: number; kept: number }>(
    `select count(*) filter (where not s.awaited) as profiles, count(*) filter (where s.awaited) as kept
       from (select ${awaited('p')} as awaited from profile_cache p where ${stale('p')}) as s`,
    [before],
  );
  return rows[0]!;
}
