import type { RawScores } from '../../domain/evaluation/calibration-fit.ts';
import type { Icp } from '../../domain/icp.ts';
import type { Profile } from '../../domain/profile.ts';
import { type ScoreInput, scoreLead } from '../../domain/score.ts';
import { calibrateRelevance, calibrateSimilarity } from '../../domain/scoring/calibration.ts';
import { type MappingOrigin, mapScore, type ScoreMapping } from '../../domain/scoring/score-mapping.ts';
import type { Classifications } from '../../pipeline/buy-classifications.ts';
import type { Embeddings } from '../../pipeline/buy-embeddings.ts';
import type { RerankScores } from '../../pipeline/buy-rerank-scores.ts';
import { finishAll } from '../../pipeline/finish-all.ts';
import { atHand } from '../../pipeline/in-batch.ts';
import type { Similarities } from '../../pipeline/similarities.ts';
import { calibratedKey, type LeadToQualify, type Qualification, scoreKey } from '../../ports/qualify-work.ts';
import type { CallContext } from '../../ports/usage-ledger.ts';

export interface QualifyServices {
  readonly embeddings: Embeddings;
  readonly classifications: Classifications;
  readonly similarities: Similarities;
  /** Null where it is not asked: with `--no-rerank`, and beyond the shortlist. */
  readonly rerankScores: RerankScores | null;
}

/** How a lead is scored, besides its ICP. */
export interface ScoringTerms {
  /** The part of the score key that names models and weights. */
  readonly settingsKey: string;
  readonly beyondShortlist?: boolean;
  /** What the client's verdicts say that such scores mean. */
  readonly calibration?: MappingOrigin & { readonly mapping: ScoreMapping };
}

/** The part of the score key that names everything about these terms. */
export function termsKey({ settingsKey, calibration }: ScoringTerms): string {
  return calibration === undefined ? settingsKey : calibratedKey(settingsKey, calibration.version);
}

/** The ICP that a lead is scored against. */
export interface TargetIcp {
  readonly id: number;
  readonly criteria: Icp;
  readonly text: string;
  readonly hash: string;
}

/** What of a profile is looked at. */
export interface ScorableProfile {
  readonly profile: Profile;
  readonly text: string;
  readonly textHash: string;
}

export interface Evidence {
  readonly input: ScoreInput;
  /** What the models said, before calibration. */
  readonly raw: RawScores;
}

/** Everything that the score of a profile against an ICP depends on. What is not known yet is bought. */
export async function gatherEvidence(
  services: QualifyServices,
  { profile, text, textHash }: ScorableProfile,
  icp: Omit<TargetIcp, 'id'>,
  stage: string,
  context: CallContext,
): Promise<Evidence> {
  const { embeddings, classifications, similarities, rerankScores } = services;
  const query = { hash: icp.hash, text: icp.text };
  // All but the ICP's own vector was bought by enrich; what a change of models made missing is bought here.
  const [classification, similarity, relevance] = await finishAll([
    classifications.get(textHash, text, stage, context).then(atHand),
    finishAll([
      embeddings.ensure(icp.hash, icp.text, stage, { ...context, leadId: null }).then(atHand),
      embeddings.ensure(textHash, text, stage, context).then(atHand),
    ]).then(() => similarities.get(icp.hash, textHash)),
    rerankScores?.get(query, textHash, text, stage, context) ?? null,
  ]);
  const { calibration } = icp.criteria;
  const judged =
    rerankScores === null || relevance === null ? null : { model: rerankScores.model, score: relevance };
  return {
    input: {
      icp: icp.criteria,
      profile,
      classification,
      semantic: calibrateSimilarity(embeddings.model, similarity, calibration),
      relevance: judged === null ? null : calibrateRelevance(judged.model, judged.score, calibration),
    },
    raw: { semantic: { model: embeddings.model, score: similarity }, relevance: judged },
  };
}

/** Scores one lead against its client's ICP. The score depends on the two and the client's calibration alone, whoever else is scored along with it. */
export async function qualifyLead(
  services: QualifyServices,
  lead: LeadToQualify,
  icp: TargetIcp,
  terms: ScoringTerms,
): Promise<Qualification> {
  const context: CallContext = { clientId: lead.clientId, batchId: lead.batchId, leadId: lead.id };
  const { input } = await gatherEvidence(services, lead, icp, 'qualify', context);
  const { calibration, beyondShortlist = false } = terms;
  const score = scoreLead({ ...input, beyondShortlist });
  return {
    icpId: icp.id,
    scoreKey: scoreKey(icp.id, lead.textHash, termsKey(terms)),
    score: calibration === undefined ? score : mapScore(score, calibration.mapping, calibration),
    profile: lead.profile,
    classification: input.classification,
  };
}
