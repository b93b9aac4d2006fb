import type { ScrapeTarget } from '../ports/profile-scraper.ts';
import type { OpenRun, RunLedger } from '../ports/run-ledger.ts';
import type { Database } from './database.ts';

/** Actor runs from intent to collection, each in the care of one living process. */
export function createRunLedger(database: Database, worker: string, leaseSeconds: number): RunLedger {
  return {
    async intend(run, context) {
      const { rows } = await database.query<{ id: number }>(
        `insert into actor_runs (provider, actor, targets, client_id, batch_id, owner, owned_until)
         values ($1, $2, $3::jsonb, $4, $5, $6, now() + make_interval(secs => $7))
         returning id`,
        [
          run.provider,
          run.actor,
          JSON.stringify(run.targets),
          context.clientId,
          context.batchId,
          worker,
          leaseSeconds,
        ],
      );
      return rows[0]!.id;
    },

    async started(id, runId) {
      await database.query(
        `update actor_runs set state = 'started', run_id = $2, started_at = now() where id = $1`,
        [id, runId],
      );
    },

    async collected(id, costUsd) {
      await database.transaction(async (transaction) => {
        await transaction.query(
          `update actor_runs
              set state = 'collected', collected_at = now(), cost_usd = $2, owner = null, owned_until = null
            where id = $1`,
          [id, costUsd],
        );
        // An attempt that could not read the results is paid for with the one that could.
        await transaction.query(
          `update usage set cost_usd = 0 where actor_run_id = $1 and outcome <> 'ok' and cost_usd is null`,
          [id],
        );
      });
    },

    async abandoned(id) {
      await database.query(
        `update actor_runs set state = 'abandoned', cost_settled = true, owner = null, owned_until = null where id = $1`,
        [id],
      );
    },

    async released(ids) {
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

    async takeOver(provider, actor) {
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
            where state in ('intended', 'started') and provider = $1 and actor = $2
              and (owned_until is null or owned_until < now())
            order by id
            for update skip locked
         )
         update actor_runs a
            set owner = $3, owned_until = now() + make_interval(secs => $4)
           from left_behind b
          where a.id = b.id
         returning a.id, a.run_id as "runId", a.targets, a.intended_at as "intendedAt",
                   a.client_id as "clientId", a.batch_id as "batchId"`,
        [provider, actor, worker, leaseSeconds],
      );
      return rows satisfies OpenRun[];
    },

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
                  cost_settled = coalesce(cost_usd = $2::numeric, false) or collected_at < now() - interval '1 minute'
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
