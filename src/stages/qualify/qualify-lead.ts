import type { Icp } from '../../domain/icp.ts';
import { scoreLead } from '../../domain/score.ts';
import { calibrateRelevance, calibrateSimilarity } from '../../domain/scoring/calibration.ts';
import type { Classifications } from '../../pipeline/buy-classifications.ts';
import type { Embeddings } from '../../pipeline/buy-embeddings.ts';
import type { RerankScores } from '../../pipeline/buy-rerank-scores.ts';
import { finishAll } from '../../pipeline/finish-all.ts';
import { atHand } from '../../pipeline/in-batch.ts';
import type { Similarities } from '../../pipeline/similarities.ts';
import { type LeadToQualify, type Qualification, scoreKey } from '../../ports/qualify-work.ts';
import type { CallContext } from '../../ports/usage-ledger.ts';

export interface QualifyServices {
  readonly embeddings: Embeddings;
  readonly classifications: Classifications;
  readonly similarities: Similarities;
  /** Null with `--no-rerank`. */
  readonly rerankScores: RerankScores | null;
}

/** The ICP that a lead is scored against. */
export interface TargetIcp {
  readonly id: number;
  readonly criteria: Icp;
  readonly text: string;
  readonly hash: string;
}

/** Scores one lead against its client's ICP. The score depends on the two alone, whoever else is scored along with it. */
export async function qualifyLead(
  services: QualifyServices,
  lead: LeadToQualify,
  icp: TargetIcp,
  settingsKey: string,
): Promise<Qualification> {
  const context: CallContext = { clientId: lead.clientId, batchId: lead.batchId, leadId: lead.id };
  const { embeddings, classifications, similarities, rerankScores } = services;
  const query = { hash: icp.hash, text: icp.text };
  // All but the ICP's own vector was bought by enrich; what a change of models made missing is bought here.
  const [classification, similarity, relevance] = await finishAll([
    classifications.get(lead.textHash, lead.text, 'qualify', context).then(atHand),
    finishAll([
      embeddings.ensure(icp.hash, icp.text, 'qualify', { ...context, leadId: null }).then(atHand),
      embeddings.ensure(lead.textHash, lead.text, 'qualify', context).then(atHand),
    ]).then(() => similarities.get(icp.hash, lead.textHash)),
    rerankScores?.get(query, lead.textHash, lead.text, 'qualify', context) ?? null,
  ]);
  const score = scoreLead({
    icp: icp.criteria,
    profile: lead.profile,
    classification,
    semantic: calibrateSimilarity(embeddings.model, similarity),
    relevance:
      rerankScores === null || relevance === null ? null : calibrateRelevance(rerankScores.model, relevance),
  });
  const { profile } = lead;
  return {
    icpId: icp.id,
    scoreKey: scoreKey(icp.id, lead.textHash, settingsKey),
    score,
    profile,
    classification,
  };
}
