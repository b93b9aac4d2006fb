import type { FitVerdict, VerdictSource } from '../domain/learning/verdict.ts';
import { type Queryable, recordset } from './database.ts';

/** What one judge says of one lead. */
export interface StatedVerdict {
  readonly leadId: number;
  readonly source: VerdictSource;
  readonly judge: string;
  readonly verdict: FitVerdict;
  /** Of an import: what the file says. */
  readonly outcome: string | null;
  readonly icpId: number | null;
  readonly scoreShown: boolean;
  readonly belowCut: boolean;
}

/** Keeps verdicts; one that says anything new replaces what its judge said of the lead before. Returns how many are new or changed. */
export async function saveVerdicts(
  database: Queryable,
  verdicts: readonly StatedVerdict[],
): Promise<{ readonly changed: number }> {
  const { rowCount } = await database.query(
    `insert into verdicts as v (lead_id, source, judge, verdict, outcome, client_icp_id, score_shown, below_cut)
     select "leadId", source, judge, verdict, outcome, "icpId", "scoreShown", "belowCut"
       from json_to_recordset($1::json) as r("leadId" bigint, source text, judge text, verdict text, outcome text,
                                             "icpId" bigint, "scoreShown" boolean, "belowCut" boolean)
     on conflict (lead_id, source, judge) do update
        set verdict = excluded.verdict, outcome = excluded.outcome, client_icp_id = excluded.client_icp_id,
            score_shown = excluded.score_shown, below_cut = excluded.below_cut, decided_at = now()
      where (v.verdict, v.outcome) is distinct from (excluded.verdict, excluded.outcome)
         -- Who looks at a lead again judges it by the ICP of now; a file that comes again says nothing new.
         or (v.source = 'review' and v.client_icp_id is distinct from excluded.client_icp_id)`,
    [recordset(verdicts)],
  );
  return { changed: rowCount };
}

/** Takes back what a judge said of a lead, if anything. */
export async function withdrawVerdict(
  database: Queryable,
  { leadId, source, judge }: Pick<StatedVerdict, 'leadId' | 'source' | 'judge'>,
): Promise<void> {
  await database.query('delete from verdicts where lead_id = $1 and source = $2 and judge = $3', [
    leadId,
    source,
    judge,
  ]);
}
