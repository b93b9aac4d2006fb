import type { Queryable } from './database.ts';

/**
 * Makes one lead of two that turned out to be the same person for the same client: `keepId` takes over the batches,
 * history, cost, verdicts and, where it lacks them, the names and the scores under other ICP versions of `dropId`, which goes. Of two verdicts of one judge the
 * later counts.
 */
export async function mergeLeads(transaction: Queryable, keepId: number, dropId: number): Promise<void> {
  await transaction.query(
    `insert into lead_batches (batch_id, lead_id)
     select batch_id, $1::bigint from lead_batches where lead_id = $2
     on conflict do nothing`,
    [keepId, dropId],
  );
  await transaction.query('update lead_events set lead_id = $1 where lead_id = $2', [keepId, dropId]);
  await transaction.query(
    `insert into lead_scores (lead_id, client_icp_id, score_key, verdict, score, parts, reasoning, scored_at)
     select $1::bigint, client_icp_id, score_key, verdict, score, parts, reasoning, scored_at
       from lead_scores where lead_id = $2
     on conflict do nothing`,
    [keepId, dropId],
  );
  await transaction.query(
    `insert into verdicts as v (lead_id, source, judge, verdict, outcome, client_icp_id, score_shown, below_cut, decided_at)
     select $1::bigint, source, judge, verdict, outcome, client_icp_id, score_shown, below_cut, decided_at
       from verdicts where lead_id = $2
     on conflict (lead_id, source, judge) do update
        set verdict = excluded.verdict, outcome = excluded.outcome, client_icp_id = excluded.client_icp_id,
            score_shown = excluded.score_shown, below_cut = excluded.below_cut, decided_at = excluded.decided_at
      where excluded.decided_at > v.decided_at`,
    [keepId, dropId],
  );
  // A call that was made for both now names the one twice, and so keeps the shares of the others as they were.
  await transaction.query(
    `update usage set lead_ids = array_replace(lead_ids, $2::bigint, $1::bigint)
      where lead_ids @> array[$2::bigint]`,
    [keepId, dropId],
  );
  await transaction.query('update answer_batch_requests set lead_id = $1 where lead_id = $2', [
    keepId,
    dropId,
  ]);
  const { rows } = await transaction.query<{
    member_urn: string | null;
    public_identifier: string | null;
    name: string | null;
    headline: string | null;
  }>('delete from leads where id = $1 returning member_urn, public_identifier, name, headline', [dropId]);
  const dropped = rows[0];
  if (dropped === undefined) return;
  await transaction.query(
    `update leads
        set member_urn = coalesce(member_urn, $2),
            public_identifier = coalesce(public_identifier, $3),
            name = coalesce(name, $4),
            headline = coalesce(headline, $5)
      where id = $1`,
    [keepId, dropped.member_urn, dropped.public_identifier, dropped.name, dropped.headline],
  );
}

/** Which of two leads of one person stays: the one that has come furthest, else the older. */
export function leadToKeep<T extends { readonly id: number; readonly status: string }>(one: T, other: T): T {
  const rank = ['failed', 'discovered', 'enriched', 'qualified', 'exported'];
  const difference = rank.indexOf(one.status) - rank.indexOf(other.status);
  if (difference !== 0) return difference > 0 ? one : other;
  return one.id < other.id ? one : other;
}
