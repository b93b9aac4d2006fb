import { randomUUID } from 'node:crypto';
import { Batcher } from '../pipeline/batcher.ts';
import type { ScrapeTarget } from '../ports/profile-scraper.ts';
import type { Intent, OpenRun, RunLedger } from '../ports/run-ledger.ts';
import { writeIntents } from './actor-run-intents.ts';
import type { IntentRequest } from './actor-run-people.ts';
import { type Database, recordset } from './database.ts';
import type { DeadWorkers } from './dead-workers.ts';
import { together } from './together.ts';

/** Any number that nothing else on the server is likely to lock: the ASCII codes of "icp" and "r". */
const INTEND_LOCK = 0x69_63_70_72;

/** More runs than anybody has under way at once. */
const RUNS_TOGETHER = 100;

interface CollectedCost {
  readonly id: number;
  readonly costUsd: number | null;
  readonly listedUsd: number | null;
}

/** Actor runs from intent to collection, each in the care of one living process. */
export function createRunLedger(
  database: Database,
  worker: string,
  leaseSeconds: number,
  deadWorkers: Pick<DeadWorkers, 'release'>,
): RunLedger {
  /** Runs in the care of this process. */
  const mine = new Set<number>();
  /**
   * Intents take turns among all processes; within one they queue here, so that those who wait do not hold all its connections. Taking over queues
   * too: it must know of every intent that was written.
   */
  const queue = new Batcher<() => Promise<unknown>, unknown>({
    maxInputs: 1,
    parallel: 1,
    run: async ([task]) => [await task!()],
  });
  const inTurn = <T>(task: () => Promise<T>) => queue.submit(task) as Promise<T>;

  const intend = together<IntentRequest, Intent>(
    RUNS_TOGETHER,
    (requests) =>
      inTurn(async () => {
        const intents = await database.transaction(
          (transaction) => writeIntents(transaction, requests, worker, leaseSeconds),
          {
            lock: INTEND_LOCK,
          },
        );
        for (const { id } of intents) if (id !== null) mine.add(id);
        return intents;
      }),
    ({ run }) => `${run.provider}/${run.actor}/${run.origin}`,
  );

  const start = together(
    RUNS_TOGETHER,
    async (runs: readonly { readonly id: number; readonly runId: string }[]) => {
      await database.query(
        `update actor_runs a
            set state = 'started', run_id = r."runId", started_at = now()
           from json_to_recordset($1::json) as r(id bigint, "runId" text)
          where a.id = r.id`,
        [recordset(runs)],
      );
      return runs;
    },
  );

  const collect = together(RUNS_TOGETHER, async (runs: readonly CollectedCost[]) => {
    // An attempt that could not read the results is paid for with the one that could; and that one may have been made by a process that died
    // before it wrote the run off, when the service still said less.
    await database.query(
      `with runs as (
         select * from json_to_recordset($1::json) as r(id bigint, "costUsd" numeric, "listedUsd" numeric)
       ), collected as (
         update actor_runs a
            set state = 'collected', collected_at = now(), cost_usd = r."costUsd", listed_usd = r."listedUsd",
                cost_settled = coalesce(r."costUsd" >= r."listedUsd", false), owner = null, owned_until = null
           from runs r
          where a.id = r.id
       )
       update usage u
          set cost_usd = case when u.outcome = 'ok' then coalesce(r."costUsd", u.cost_usd) else coalesce(u.cost_usd, 0) end
         from runs r
        where u.actor_run_id = r.id`,
      [recordset(runs)],
    );
    for (const { id } of runs) mine.delete(id);
    return runs;
  });

  return {
    intend: (run, context, cached) => intend({ run, context, cached, intent: randomUUID() }),

    async started(id, runId) {
      await start({ id, runId });
    },

    async collected(id, costUsd, listedUsd) {
      await collect({ id, costUsd, listedUsd });
    },

    async abandoned(id) {
      await database.transaction(async (transaction) => {
        // A search that comes up empty after somebody else took the run over and found it says nothing.
        const { rowCount } = await transaction.query(
          `update actor_runs set state = 'abandoned', cost_settled = true, owner = null, owned_until = null
            where id = $1 and owner = $2 and state in ('intended', 'started')`,
          [id, worker],
        );
        mine.delete(id);
        // What does not exist is not billed.
        if (rowCount > 0) {
          await transaction.query(
            'update usage set cost_usd = 0 where actor_run_id = $1 and cost_usd is null',
            [id],
          );
        }
      });
    },

    async released(ids) {
      for (const id of ids) mine.delete(id);
      await database.query(
        'update actor_runs set owner = null, owned_until = null where id = any($1::bigint[]) and owner = $2',
        [ids, worker],
      );
    },

    async renew(ids) {
      await database.query(
        `update actor_runs set owned_until = now() + make_interval(secs => $2)
          where id = any($1::bigint[]) and owner = $3`,
        [ids, leaseSeconds, worker],
      );
    },

    takeOver: (provider, actor) =>
      inTurn(async () => {
        await deadWorkers.release();
        // What stands under our name without our knowing was taken over by a statement whose answer was lost.
        const { rows } = await database.query<{
          id: number;
          runId: string | null;
          targets: ScrapeTarget[];
          intendedAt: Date;
          clientId: number | null;
          batchId: number | null;
        }>(
          `with left_behind as (
             select id from actor_runs
              where state in ('intended', 'started') and provider = $1 and (actor = $2 or run_id is not null)
                and (owned_until is null or owned_until < now() or owner = $3)
                and id <> all($5::bigint[])
              order by id
              for update skip locked
           )
           update actor_runs a
              set owner = $3, owned_until = now() + make_interval(secs => $4)
             from left_behind b
            where a.id = b.id
           returning a.id, a.run_id as "runId", a.targets, a.intended_at as "intendedAt",
                     a.client_id as "clientId", a.batch_id as "batchId"`,
          [provider, actor, worker, leaseSeconds, [...mine]],
        );
        for (const { id } of rows) mine.add(id);
        return rows satisfies OpenRun[];
      }),

    async knownRunIds(since) {
      const { rows } = await database.query<{ runId: string }>(
        `select run_id as "runId" from actor_runs
          where run_id is not null and intended_at > $1::timestamptz - interval '10 minutes'`,
        [since],
      );
      return new Set(rows.map((row) => row.runId));
    },

    async unsettled(provider) {
      const { rows } = await database.query<{ id: number; runId: string }>(
        `select id, run_id as "runId" from actor_runs
          where provider = $1 and state = 'collected' and not cost_settled
            and collected_at > now() - interval '7 days'
          order by id`,
        [provider],
      );
      return rows;
    },

    settle(id, costUsd) {
      return database.transaction(async (transaction) => {
        const { rows } = await transaction.query<{ known: number | null }>(
          'select cost_usd as known from actor_runs where id = $1 for update',
          [id],
        );
        await transaction.query(
          `update actor_runs
              set cost_usd = $2,
                  -- What does not rise within milliseconds may still rise within seconds.
                  cost_settled = coalesce($2::numeric >= listed_usd, false)
                    or collected_at < now() - interval '1 minute'
                    or (collected_at < now() - interval '5 seconds' and coalesce(cost_usd = $2::numeric, false))
            where id = $1`,
          [id, costUsd],
        );
        await transaction.query(`update usage set cost_usd = $2 where actor_run_id = $1 and outcome = 'ok'`, [
          id,
          costUsd,
        ]);
        return costUsd - (rows[0]?.known ?? 0);
      });
    },
  };
}
