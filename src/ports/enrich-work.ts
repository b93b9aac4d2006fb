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

/** The enrich stage's answer. */
export interface Enrichment {
  readonly profileId: number;
  readonly profile: Profile;
  readonly classification: Classification;
  readonly fromCache: boolean;
}
