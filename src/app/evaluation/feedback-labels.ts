import { existsSync } from 'node:fs';
import { UsageError } from '../../domain/errors.ts';
import { settleVerdict } from '../../domain/learning/settled-verdict.ts';
import { profileUrl } from '../../domain/linkedin-id.ts';
import { lendLeadFeedback } from '../../store/feedback.ts';
import type { App } from '../app.ts';
import { reasonOf } from '../feedback/settled-reason.ts';
import { resolveScope } from '../resolve-scope.ts';
import type { Label } from './label-file.ts';

export interface FeedbackLabels {
  readonly labels: readonly Label[];
  /** Leads on whom judges disagree: nothing is said of them. */
  readonly disagreed: number;
}

/** Whether `--labels` means the verdicts in the database: the word, where there is no file of that name. */
export function meansFeedback(labels: string): boolean {
  return labels === 'feedback' && !existsSync(labels);
}

/**
 * What people say of leads as labels, of one client or all: a fit is to be written to today, any other is no lead. Exports say nothing here, since they follow
 * from the score that is measured. Throws UsageError where nobody has judged anybody.
 */
export async function feedbackLabels(
  { database }: Pick<App, 'database'>,
  client: string | undefined,
): Promise<FeedbackLabels> {
  const { clientId } = await resolveScope(database, { client });
  const terms = { clientId, withExports: false, withProfiles: false };
  const found = await lendLeadFeedback(database, terms, async (pages) => {
    const labels: Label[] = [];
    let disagreed = 0;
    for await (const page of pages) {
      for (const lead of page) {
        const settled = settleVerdict(lead.votes);
        if (settled === 'disagreed') disagreed += 1;
        else if (settled === 'fit' || settled === 'not_fit')
          labels.push({
            row: labels.length + 1,
            profile: profileUrl(lead),
            grade: settled === 'fit' ? 3 : 0,
            icp: lead.client,
            trap: null,
            why: reasonOf(lead.votes, settled),
          });
      }
    }
    return { labels, disagreed };
  });
  if (found.labels.length > 0) return found;
  const whose = client === undefined ? '' : ` of ${client}`;
  throw new UsageError(
    'no_verdicts',
    found.disagreed > 0
      ? `judges disagree on each of the ${found.disagreed} leads${whose} that they judged`
      : `nobody has judged a lead${whose}`,
    `judge some: icp review${client === undefined ? '' : ` --client ${client}`}, or icp feedback import FILE --client ${client ?? 'SLUG'}`,
  );
}
