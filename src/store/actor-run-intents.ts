import { identityKeys } from '../domain/linkedin-id.ts';
import type { Intent } from '../ports/run-ledger.ts';
import { type Elsewhere, findElsewhere, type IntentRequest } from './actor-run-people.ts';
import { type Queryable, recordset } from './database.ts';
import { findForgotten } from './forgotten-people.ts';

/** Writes runs of one actor down before they are started, without the people who are elsewhere or to stay forgotten; a run with nobody left is not written. */
export async function writeIntents(
  transaction: Queryable,
  requests: readonly IntentRequest[],
  worker: string,
  leaseSeconds: number,
): Promise<Intent[]> {
  const { origin } = requests[0]!.run;
  const forgotten = await forgottenPositions(transaction, requests);
  const people: readonly Elsewhere[] =
    origin === 'network'
      ? await findElsewhere(transaction, requests)
      : requests.map(({ run }) => ({
          elsewhere: new Set<number>(),
          keys: run.targets.map(identityKeys),
        }));
  const rows = requests.flatMap(({ run, context, intent }, index) => {
    const { elsewhere, keys } = people[index]!;
    const here = <T>(values: readonly T[]) =>
      values.filter((_, position) => !elsewhere.has(position) && !forgotten[index]!.has(position));
    const targets = here(run.targets);
    const { provider, actor } = run;
    const { clientId, batchId } = context;
    return targets.length === 0
      ? []
      : [{ provider, actor, targets, keys: here(keys).flat(), clientId, batchId, intent }];
  });
  const { rows: written } = await transaction.query<{ id: number; intent: string }>(
    `insert into actor_runs (provider, actor, targets, person_keys, client_id, batch_id, owner, owned_until, intent)
         select r.provider, r.actor, r.targets, r.keys, r."clientId", r."batchId", $2, now() + make_interval(secs => $3), r.intent
           from json_to_recordset($1::json)
             as r(provider text, actor text, targets jsonb, keys text[], "clientId" bigint, "batchId" bigint, intent uuid)
         on conflict (intent) do update set targets = excluded.targets, person_keys = excluded.person_keys
         returning id, intent`,
    [recordset(rows), worker, leaseSeconds],
  );
  const ids = new Map(written.map(({ id, intent }) => [intent, id]));
  return requests.map(({ intent }, index) => ({
    id: ids.get(intent) ?? null,
    elsewhere: people[index]!.elsewhere,
    forgotten: forgotten[index]!,
  }));
}

/** Somebody may have been forgotten since their leads were taken on; asked for again, they would stand in a run. */
async function forgottenPositions(
  transaction: Queryable,
  requests: readonly IntentRequest[],
): Promise<readonly ReadonlySet<number>[]> {
  const found = await findForgotten(
    transaction,
    requests.flatMap(({ run }) => run.targets.map(identityKeys)),
  );
  let first = 0;
  return requests.map(({ run }) => {
    const own = run.targets.flatMap((_, position) => (found.has(first + position) ? [position] : []));
    first += run.targets.length;
    return new Set(own);
  });
}
