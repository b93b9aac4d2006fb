import { randomUUID } from 'node:crypto';
import { Batcher } from '../pipeline/batcher.ts';
import type { Attempt, UsageLedger } from '../ports/usage-ledger.ts';
import type { Queryable } from './database.ts';

/** Every attempt of every call that may cost money, written in batches; `record` returns once the rows are there. */
export function createUsageLedger(database: Queryable): UsageLedger {
  const rows = new Batcher<Attempt & { readonly id: string }, undefined>({
    maxInputs: 500,
    parallel: 1,
    lingerMs: 25,
    run: async (attempts) => {
      await insertUsage(database, attempts);
      return attempts.map(() => undefined);
    },
  });
  return {
    async record(attempts) {
      await Promise.all(attempts.map((attempt) => rows.submit({ ...attempt, id: randomUUID() })));
    },
  };
}

/** Writes attempts down; one that was written under its id before is left as it is. */
export async function insertUsage(
  database: Queryable,
  attempts: readonly (Attempt & { readonly id: string })[],
): Promise<void> {
  const rows = attempts.map(({ contexts, ...attempt }) => ({
    ...attempt,
    clientId: shared(contexts.map((context) => context.clientId)),
    batchId: shared(contexts.map((context) => context.batchId)),
    leadIds: [...new Set(contexts.flatMap((context) => (context.leadId === null ? [] : [context.leadId])))],
  }));
  await database.query(
    `insert into usage (provider, stage, model, outcome, client_id, batch_id, lead_ids, prompt_tokens,
                        completion_tokens, requests, cost_usd, latency_ms, actor_run_id, attempt_id)
     select r.provider, r.stage, r.model, r.outcome, r."clientId", r."batchId",
            array(select json_array_elements_text(r."leadIds")::bigint), r."promptTokens",
            r."completionTokens", r.requests,
            -- An attempt that lost its run to another process, which has written the run off by now.
            case when r.outcome <> 'ok' and exists (
                   select from actor_runs a where a.id = r."actorRunId" and a.state in ('collected', 'abandoned'))
                 then coalesce(r."costUsd", 0) else r."costUsd" end,
            r."latencyMs", r."actorRunId", r.id
       from json_to_recordset($1::json)
         as r(provider text, stage text, model text, outcome text, "clientId" bigint, "batchId" bigint,
              "leadIds" json, "promptTokens" bigint, "completionTokens" bigint, requests int, "costUsd" numeric,
              "latencyMs" int, "actorRunId" bigint, id uuid)
     -- The same rows sent again, or a run that another process has recorded as billed.
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** The one value they all have, or null: a call may serve leads of several batches. */
function shared(values: readonly (number | null)[]): number | null {
  const distinct = new Set(values);
  return distinct.size === 1 ? values[0]! : null;
}
