import type { SettledVerdict } from '../../domain/learning/settled-verdict.ts';
import { profileUrl } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { OutputColumn } from './columns.ts';

/** One thing that was said of a lead. */
export interface FeedbackCells extends PersonIdentity {
  readonly client: string;
  readonly leadId: number;
  readonly name: string | null;
  readonly source: string;
  readonly judge: string;
  readonly verdict: string;
  readonly outcome: string | null;
  readonly weight: number;
  readonly icpVersion: number | null;
  readonly score: number | null;
  readonly scoreShown: boolean;
  readonly belowCut: boolean;
  readonly decidedAt: Date;
}

const column = (
  key: string,
  value: (row: FeedbackCells) => string | number | null,
): OutputColumn<FeedbackCells> => ({ key, title: key, value });

/** The columns of `icp feedback export --format csv`, in order. */
export const FEEDBACK_COLUMNS: readonly OutputColumn<FeedbackCells>[] = [
  column('client', (row) => row.client),
  column('lead_id', (row) => row.leadId),
  column('profile_url', profileUrl),
  column('name', (row) => row.name),
  column('source', (row) => row.source),
  column('judge', (row) => row.judge),
  column('verdict', (row) => row.verdict),
  column('outcome', (row) => row.outcome),
  column('weight', (row) => row.weight),
  column('icp_version', (row) => row.icpVersion),
  column('score', (row) => row.score),
  column('score_shown', (row) => String(row.scoreShown)),
  column('below_cut', (row) => String(row.belowCut)),
  column('decided_at', (row) => row.decidedAt.toISOString()),
];

/** What a verdict is worth as a grade of `icp eval`: an export alone says that somebody was worth writing to, not how much. */
const GRADES: Readonly<Record<Exclude<SettledVerdict, 'disagreed'>, 0 | 2 | 3>> = {
  fit: 3,
  exported: 2,
  not_fit: 0,
};

/** A lead as `icp eval --labels` reads it. */
export function labelDocument(
  lead: PersonIdentity & { readonly client: string },
  settled: Exclude<SettledVerdict, 'disagreed'>,
  reason: string,
): object {
  return { profile_url: profileUrl(lead), grade: GRADES[settled], icp: lead.client, reason };
}
