import type { RerankScores } from '../pipeline/buy-rerank-scores.ts';
import type { RunnerEvent } from '../pipeline/runner.ts';
import type { LeadDesk } from '../ports/lead-desk.ts';
import type { LeadToQualify, Qualification } from '../ports/qualify-work.ts';
import { qualifyLead, type TargetIcp } from '../stages/qualify/qualify-lead.ts';
import type { Scope } from '../store/scope.ts';
import type { App } from './app.ts';
import { type ClientScoring, clientScoring } from './client-scoring.ts';
import { runScoring } from './scoring-run.ts';
import type { Services, SpendOptions } from './services.ts';
import { drawShortlist, type Shortlist } from './shortlist.ts';

export interface ScoringRequest extends SpendOptions {
  readonly scope: Scope;
  readonly limit: number | null;
  /** False with `--no-rerank`. */
  readonly rerank: boolean;
  /** Accept a reranker whose scores depend on the other documents of the request. */
  readonly allowListwise: boolean;
  /** Ask the reranker only about so many leads of each client, the nearest by cosine; about all when left out. */
  readonly shortlist?: number | undefined;
}

type Icps = ReadonlyMap<number, TargetIcp>;

/** What leads are scored against, and how. */
export interface ScoringTargets {
  readonly icps: Icps;
  readonly scoring: ReadonlyMap<number, ClientScoring>;
  readonly shortlist: Shortlist | null;
}

/** How each client's leads are scored, by what the request asks for. */
export function scoringOf(
  app: App,
  services: Services,
  request: ScoringRequest,
  icps: Icps,
): Promise<ReadonlyMap<number, ClientScoring>> {
  return clientScoring(app, services, icps, {
    clientId: request.scope.clientId,
    reranking: rerankerOf(services, request),
    shortlisted: request.rerank && request.shortlist !== undefined,
  });
}

/** Whom the reranker is asked about; null: everybody, or nobody at all. */
export async function shortlistOf(
  app: App,
  services: Services,
  { scope, rerank, shortlist }: ScoringRequest,
  icps: Icps,
): Promise<Shortlist | null> {
  if (!rerank || shortlist === undefined) return null;
  try {
    return await drawShortlist(app, services, scope, icps, shortlist);
  } finally {
    // What the vector of an ICP cost is known before the command ends, also when it ends here.
    await services.calls.recorded();
  }
}

/** Scores the leads of the desk, each against its client's ICP. */
export async function scoreLeads(
  app: App,
  services: Services,
  request: ScoringRequest,
  desk: LeadDesk<LeadToQualify, Qualification>,
  { icps, scoring, shortlist }: ScoringTargets,
  onProgress: (event: RunnerEvent<Qualification>) => void,
): Promise<void> {
  const reranker = rerankerOf(services, request);
  await runScoring(app, services, {
    desk,
    work: (lead) => {
      const isBeyond = shortlist !== null && !shortlist.has(lead.clientId, lead.textHash);
      const rerankScores = isBeyond || reranker === 'no-rerank' ? null : reranker;
      const icp = icps.get(lead.clientId)!;
      const { usual, beyond } = scoring.get(lead.clientId)!;
      return qualifyLead({ ...services, rerankScores }, lead, icp, isBeyond ? beyond : usual);
    },
    limit: request.limit,
    onProgress,
  });
}

function rerankerOf(services: Services, request: ScoringRequest): RerankScores | 'no-rerank' {
  return request.rerank ? services.rerankScores(request.allowListwise) : 'no-rerank';
}
