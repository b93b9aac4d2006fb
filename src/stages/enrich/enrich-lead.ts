import type { Classifications } from '../../pipeline/buy-classifications.ts';
import type { Embeddings } from '../../pipeline/buy-embeddings.ts';
import type { Profiles } from '../../pipeline/buy-profiles.ts';
import { finishAll } from '../../pipeline/finish-all.ts';
import { isInBatch } from '../../pipeline/in-batch.ts';
import type { Awaiting, Enrichment, LeadToEnrich } from '../../ports/enrich-work.ts';
import type { CallContext } from '../../ports/usage-ledger.ts';

export interface EnrichServices {
  readonly profiles: Profiles;
  readonly embeddings: Embeddings;
  readonly classifications: Classifications;
}

/**
 * Fetches, embeds and classifies one person. Leads are worked on side by side, so the steps of different leads overlap. Answers that stand in an
 * open batch are not waited for.
 */
export async function enrichLead(
  services: EnrichServices,
  lead: LeadToEnrich,
): Promise<Enrichment | Awaiting> {
  const context: CallContext = { clientId: lead.clientId, batchId: lead.batchId, leadId: lead.id };
  const { profileId, profile, text, textHash, fromCache } = await services.profiles.get(lead.target, context);
  const [classification, embedding] = await finishAll([
    services.classifications.get(textHash, text, 'enrich', context),
    services.embeddings.ensure(textHash, text, 'enrich', context),
  ]);
  if (isInBatch(classification) || isInBatch(embedding)) {
    return { answerBatchIds: [classification, embedding].filter(isInBatch).map((one) => one.answerBatchId) };
  }
  return { profileId, profile, classification, fromCache };
}
