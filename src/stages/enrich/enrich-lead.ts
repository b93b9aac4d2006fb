import type { Classifications } from '../../pipeline/buy-classifications.ts';
import type { Embeddings } from '../../pipeline/buy-embeddings.ts';
import type { Profiles } from '../../pipeline/buy-profiles.ts';
import { finishAll } from '../../pipeline/finish-all.ts';
import type { Enrichment, LeadToEnrich } from '../../ports/enrich-work.ts';
import type { CallContext } from '../../ports/usage-ledger.ts';

export interface EnrichServices {
  readonly profiles: Profiles;
  readonly embeddings: Embeddings;
  readonly classifications: Classifications;
}

/** Fetches, embeds and classifies one person. Leads are worked on side by side, so the steps of different leads overlap. */
export async function enrichLead(services: EnrichServices, lead: LeadToEnrich): Promise<Enrichment> {
  const context: CallContext = { clientId: lead.clientId, batchId: lead.batchId, leadId: lead.id };
  const { profileId, profile, text, textHash, fromCache } = await services.profiles.get(lead.target, context);
  const [classification] = await finishAll([
    services.classifications.get(textHash, text, 'enrich', context),
    services.embeddings.ensure(textHash, text, 'enrich', context),
  ]);
  return { profileId, profile, classification, fromCache };
}
