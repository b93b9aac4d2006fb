import type { Classification } from '../domain/classification.ts';
import type { Profile } from '../domain/profile.ts';
import type { ClaimedLead } from './lead-desk.ts';
import type { ScrapeTarget } from './profile-scraper.ts';

/** A `discovered` lead as the enrich stage gets it. */
export interface LeadToEnrich extends ClaimedLead {
  readonly clientId: number;
  readonly batchId: number;
  readonly target: ScrapeTarget;
}

/** The enrich stage's answer when there is everything. */
export interface Enrichment {
  readonly profileId: number;
  readonly profile: Profile;
  readonly classification: Classification;
  readonly fromCache: boolean;
}

/** Its answer when some of it stands in open batches: the lead stays where it is until these have come back. */
export interface Awaiting {
  readonly answerBatchIds: readonly number[];
}
