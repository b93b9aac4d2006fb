import type { Vote } from '../domain/learning/settled-verdict.ts';
import type { ScorePart, Verdict } from '../domain/score.ts';
import type { Queryable } from './database.ts';

/** A lead of whom somebody said whether they fit, and how it scored under one version of the ICP. */
export interface JudgedLead {
  readonly leadId: number;
  readonly votes: readonly Vote[];
  /** Shown to a reviewer only as a check on those whom a review leaves out. */
  readonly belowCut: boolean;
  /** Null where there is none under that version. */
  readonly score: {
    readonly verdict: Verdict;
    readonly scoreKey: string;
    readonly parts: readonly ScorePart[];
  } | null;
  /** Whether there is one under any version. */
  readonly everScored: boolean;
}

/** Everybody of a client whom a reviewer or an import judged, in the order of their ids. */
export async function listJudgedLeads(
  database: Queryable,
  clientId: number,
  icpId: number,
): Promise<JudgedLead[]> {
  const { rows } = await database.query<JudgedLead>(
    `select l.id as "leadId",
            json_agg(json_build_object('source', v.source, 'verdict', v.verdict)) as votes,
            bool_or(v.below_cut) as "belowCut",
            (select json_build_object('verdict', s.verdict, 'scoreKey', s.score_key, 'parts', s.parts)
               from lead_scores s where s.lead_id = l.id and s.client_icp_id = $2) as score,
            exists (select from lead_scores s where s.lead_id = l.id) as "everScored"
       from leads l
       join verdicts v on v.lead_id = l.id
      where l.client_id = $1
      group by l.id
      order by l.id`,
    [clientId, icpId],
  );
  return rows;
}
