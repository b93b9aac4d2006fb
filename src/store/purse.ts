import { randomUUID } from 'node:crypto';
import type { Clock } from '../pipeline/clock.ts';
import type { Purse, Totals } from '../ports/purse.ts';
import type { Database, Queryable } from './database.ts';
import type { Scope } from './scope.ts';

export interface PurseTerms {
  /** Commands share a purse when they may be about the same leads. */
  readonly scope: Scope;
  readonly worker: string;
  readonly leaseSeconds: number;
  readonly clock: Clock;
}

/** Any number that nothing else on the server is likely to lock: the ASCII codes of "icp" and "b". */
const LOCK = 0x69637062;
const PAUSE_MS = 250;

/**
 * A purse in the database. Commands share one from the first call of the later of them until the earlier ends: a command that
 * begins when others have ended has a limit of its own.
 */
export function createPurse(database: Database, terms: PurseTerms): Purse {
  const id = randomUUID();
  return {
    take: (wanted, ours, limitUsd) =>
      database.transaction(
        async (transaction) => {
          await noteTotals(transaction, id, ours, terms);
          const others = await sumOthers(transaction, id);
          if (wanted.takenUsd + others.takenUsd <= limitUsd) await noteTotals(transaction, id, wanted, terms);
          return others;
        },
        { lock: LOCK },
      ),
    async note(ours, ended = false) {
      await noteTotals(database, id, ours, { ...terms, leaseSeconds: ended ? 0 : terms.leaseSeconds });
      if (ended) await forgetOldOnes(database);
    },
    pause: (signal) => terms.clock.sleep(PAUSE_MS, signal),
  };
}

/** Totals, not differences: said twice, because an answer of the server was lost, they are the same. */
async function noteTotals(
  database: Queryable,
  id: string,
  { takenUsd, openUsd }: Totals,
  { scope, worker, leaseSeconds }: PurseTerms,
): Promise<void> {
  await database.query(
    `insert into budgets (id, owner, client_id, batch_id, taken_usd, open_usd, alive_until)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))
     on conflict (id) do update
        set taken_usd = excluded.taken_usd, open_usd = excluded.open_usd, alive_until = excluded.alive_until`,
    [id, worker, scope.clientId, scope.batchId, takenUsd, openUsd, leaseSeconds],
  );
}

/** Of all who still ran when we began, and may be about the same leads. */
async function sumOthers(database: Queryable, id: string): Promise<Totals> {
  const { rows } = await database.query<Totals>(
    `select coalesce(sum(other.taken_usd), 0) as "takenUsd", coalesce(sum(other.open_usd), 0) as "openUsd"
       from budgets mine
       join budgets other
         on other.id <> mine.id
        and other.alive_until > mine.opened_at
        and (other.client_id = mine.client_id or other.client_id is null or mine.client_id is null)
        and (other.batch_id = mine.batch_id or other.batch_id is null or mine.batch_id is null)
      where mine.id = $1`,
    [id],
  );
  return rows[0]!;
}

/** Long enough ago that nobody who still runs can have met them. */
async function forgetOldOnes(database: Queryable): Promise<void> {
  await database.query(`delete from budgets where alive_until < clock_timestamp() - interval '30 days'`);
}
