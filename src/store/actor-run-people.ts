import { identityKeys } from '../domain/linkedin-id.ts';
import { isMemberKey } from '../domain/member-keys.ts';
import type { ScrapeTarget } from '../ports/profile-scraper.ts';
import type { CacheTerms } from '../ports/profile-store.ts';
import type { IntendedRun, RunContext } from '../ports/run-ledger.ts';
import type { Queryable } from './database.ts';
import { findCached } from './find-cached.ts';

export interface IntentRequest {
  readonly run: IntendedRun;
  readonly context: RunContext;
  readonly cached: CacheTerms;
  /** Names this act of writing the run down: written again because the answer of the server was lost, it is the same row. */
  readonly intent: string;
}

export interface Elsewhere {
  readonly elsewhere: ReadonlySet<number>;
  /** Every name of each target. */
  readonly keys: readonly (readonly string[])[];
}

/**
 * For each of several runs of one actor, positions of those who stand in an open run already, or earlier among these, or have been fetched or found gone since
 * they were looked up.
 */
export async function findElsewhere(
  transaction: Queryable,
  requests: readonly IntentRequest[],
): Promise<Elsewhere[]> {
  const { run, cached } = requests[0]!;
  const { provider, actor, origin } = run;
  const targets = requests.flatMap((request) => request.run.targets);
  const keys = await allNamesOf(transaction, origin, targets);
  const { rows } = await transaction.query<{ key: string }>(
    `select unnest(person_keys) as key from actor_runs
      where state in ('intended', 'started') and provider = $1 and (actor = $2 or run_id is not null)
        and person_keys && $3::text[] and (intent is null or intent <> all($4::uuid[]))`,
    [provider, actor, keys.flat(), requests.map(({ intent }) => intent)],
  );
  const taken = new Set(rows.map((row) => row.key));
  const known = await findCached(transaction, origin, targets, cached);
  let first = 0;
  return requests.map((request) => {
    const own = { elsewhere: new Set<number>(), keys: keys.slice(first, first + request.run.targets.length) };
    for (const [position, names] of own.keys.entries()) {
      if (known[first + position] !== null || names.some((key) => taken.has(key)))
        own.elsewhere.add(position);
      else for (const key of names) taken.add(key);
    }
    first += request.run.targets.length;
    return own;
  });
}

/**
 * The names under which each target is asked for, and those that a profile of theirs, however old, is known under: two clients may know one person by
 * member id and by vanity name. A vanity name can change hands, so none leads from one member id to another.
 */
async function allNamesOf(
  transaction: Queryable,
  origin: string,
  targets: readonly ScrapeTarget[],
): Promise<string[][]> {
  const { rows } = await transaction.query<{ key: string; others: string[] }>(
    `select k.person_key as key, array_agg(o.person_key) as others
       from profile_keys k
       join profile_keys o on o.profile_id = k.profile_id
      where k.origin = $1 and k.person_key = any($2::text[])
      group by k.person_key`,
    [origin, targets.flatMap(identityKeys)],
  );
  const othersOf = new Map(rows.map((row) => [row.key, row.others]));
  return targets.map((target) => {
    const own = identityKeys(target);
    const urn = own.find(isMemberKey);
    const others = own
      .map((key) => othersOf.get(key) ?? [])
      .filter((names) => urn === undefined || names.includes(urn) || !names.some(isMemberKey));
    return [...new Set([...own, ...others.flat()])];
  });
}
