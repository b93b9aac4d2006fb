import { ONE_CHECKED_IN } from '../domain/learning/review-cut.ts';
import type { FitVerdict } from '../domain/learning/verdict.ts';
import type { Queryable } from './database.ts';
import { inScope, type Scope } from './scope.ts';

/** What decides which leads a reviewer sees, and in which order. */
export interface ReviewTerms {
  readonly scope: Scope;
  readonly judge: string;
  readonly seed: string;
  /** Leads of less relevance are left out, but for a sample of them. */
  readonly cut: number;
}

export interface QueueRow {
  readonly id: number;
  readonly client: string;
  readonly name: string | null;
  readonly headline: string | null;
  readonly company: string | null;
  /** The reviewer's own. */
  readonly verdict: FitVerdict | null;
  /** Verdicts count from 1 in the order in which they were given; null without one. */
  readonly turn: number | null;
}

/**
 * `reviewable` are the leads in scope that have a score, `queue` those of them whom the reviewer sees. The place of a lead is a hash of seed and lead alone:
 * the order looks at its beginning and the sample at its end, so that those of the sample stand anywhere, and neither changes while somebody works.
 */
export const WITH_QUEUE = `with reviewable as (
       select l.*, s.score as scored, s.reasoning, s.parts,
              sha256(convert_to($3 || ':' || l.id, 'UTF8')) as place,
              s.verdict = 'disqualified'
                or jsonb_path_exists(s.parts, '$[*] ? (@.name == "relevance" && @.match < $cut)',
                                     jsonb_build_object('cut', $4::float8)) as below_cut
         from leads l
         join lead_scores s on s.lead_id = l.id and s.client_icp_id = l.client_icp_id
        where l.status in ('qualified', 'exported') and s.verdict <> 'not_enough' and ${inScope(1, 2)}
     ), queue as (
       select * from reviewable
        where not below_cut or (get_byte(place, 30) * 256 + get_byte(place, 31)) % ${ONE_CHECKED_IN} = 0
     )`;

/** The parameters of `WITH_QUEUE`. */
export function queueParameters({ scope, seed, cut }: ReviewTerms): readonly unknown[] {
  return [scope.clientId, scope.batchId, seed, cut];
}

/** `$5` is the judge. */
const OWN_VERDICT = `verdicts v on v.lead_id = q.id and v.source = 'review' and v.judge = $5`;
/** A list shows a line of it. */
const LINE = 300;

/** Whom the reviewer sees, in the reviewer's own order: those who are scored later fall into place. */
export async function listQueue(database: Queryable, terms: ReviewTerms): Promise<QueueRow[]> {
  const { rows } = await database.query<QueueRow>(
    `${WITH_QUEUE}
     select q.id, c.slug as client, left(q.name, ${LINE}) as name, left(q.headline, ${LINE}) as headline,
            left(q.company, ${LINE}) as company, v.verdict,
            case when v.id is not null then row_number() over (order by v.decided_at, v.id) end as turn
       from queue q
       join clients c on c.id = q.client_id
       left join ${OWN_VERDICT}
      order by q.place, q.id`,
    [...queueParameters(terms), terms.judge],
  );
  return rows;
}

/** What the reviewer says of those below the cut. */
export interface CheckOnCut {
  /** Leads below the cut whom the reviewer never sees. */
  readonly leftOut: number;
  readonly checks: readonly { readonly id: number; readonly verdict: FitVerdict }[];
}

/** How the cut did; null as long as the reviewer has leads to judge, who should not know before which of them are a check. */
export async function checkOnCut(database: Queryable, terms: ReviewTerms): Promise<CheckOnCut | null> {
  const { rows } = await database.query<{
    undecided: number;
    leftOut: number;
    checks: CheckOnCut['checks'] | null;
  }>(
    `${WITH_QUEUE}
     select count(*) filter (where v.id is null) as undecided,
            (select count(*) from reviewable where below_cut) - count(*) filter (where q.below_cut) as "leftOut",
            json_agg(json_build_object('id', q.id, 'verdict', v.verdict) order by q.place, q.id)
              filter (where q.below_cut) as checks
       from queue q
       left join ${OWN_VERDICT}`,
    [...queueParameters(terms), terms.judge],
  );
  const { undecided, leftOut, checks } = rows[0]!;
  return undecided > 0 ? null : { leftOut, checks: checks ?? [] };
}

/** Why a queue is empty. */
export interface Unreviewable {
  /** Wait to be scored. */
  readonly waiting: number;
  /** Disqualified by their ICP. */
  readonly excluded: number;
  /** The reranker thinks too little of them. */
  readonly belowCut: number;
  /** Their profiles say too little to judge. */
  readonly notEnough: number;
}

export async function countUnreviewable(database: Queryable, terms: ReviewTerms): Promise<Unreviewable> {
  const { rows } = await database.query<Unreviewable>(
    `${WITH_QUEUE}
     select count(*) filter (where l.status in ('discovered', 'enriched')) as waiting,
            count(*) filter (where s.verdict = 'disqualified') as excluded,
            count(*) filter (where r.below_cut and s.verdict <> 'disqualified') as "belowCut",
            count(*) filter (where s.verdict = 'not_enough') as "notEnough"
       from leads l
       left join reviewable r on r.id = l.id
       left join lead_scores s
         on s.lead_id = l.id and s.client_icp_id = l.client_icp_id and l.status in ('qualified', 'exported')
      where ${inScope(1, 2)}`,
    queueParameters(terms),
  );
  return rows[0]!;
}
