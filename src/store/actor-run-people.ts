import { identityKeys } from '../domain/linkedin-id.ts';
import type { ScrapeTarget } from '../ports/profile-scraper.ts';
import type { CacheTerms } from '../ports/profile-store.ts';
import type { IntendedRun } from '../ports/run-ledger.ts';
import type { Queryable } from './database.ts';
import { findCached } from './profiles.ts';

export interface Elsewhere {
  readonly elsewhere: ReadonlySet<number>;
  /** Every name of each target. */
  readonly keys: readonly (readonly string[])[];
}

/** Positions of those who stand in an open run already, or earlier in this one, or have been fetched or found gone since they were looked up. */
export async function findElsewhere(
  transaction: Queryable,
  { provider, actor, origin, targets }: IntendedRun,
  cached: CacheTerms,
  intent: string,
): Promise<Elsewhere> {
  const keys = await allNamesOf(transaction, origin, targets);
  const { rows } = await transaction.query<{ key: string }>(
    `select unnest(person_keys) as key from actor_runs
      where state in ('intended', 'started') and provider = $1 and (actor = $2 or run_id is not null)
        and person_keys && $3::text[] and intent is distinct from $4::uuid`,
    [provider, actor, keys.flat(), intent],
  );
  const taken = new Set(rows.map((row) => row.key));
  const known = await findCached(transaction, origin, targets, cached);
  const elsewhere = new Set<number>();
  for (const [position, names] of keys.entries()) {
    if (known[position] !== null || names.some((key) => taken.has(key))) elsewhere.add(position);
    else for (const key of names) taken.add(key);
  }
  return { elsewhere, keys };
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
    const urn = own.find((key) => key.startsWith('urn:'));
    const others = own
      .map((key) => othersOf.get(key) ?? [])
      .filter(
        (names) => urn === undefined || names.includes(urn) || !names.some((key) => key.startsWith('urn:')),
      );
    return [...new Set([...own, ...others.flat()])];
  });
}
