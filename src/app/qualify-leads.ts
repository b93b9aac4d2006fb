import { UsageError } from '../domain/errors.ts';
import { type Icp, icpText } from '../domain/icp.ts';
import { stageMove } from '../domain/lead-flow.ts';
import { bandOf, SCORE_BANDS } from '../domain/scoring/score-bands.ts';
import type { LeadToQualify, Qualification } from '../ports/qualify-work.ts';
import { type TargetIcp, termsKey } from '../stages/qualify/qualify-lead.ts';
import { countRemaining } from '../store/claims.ts';
import { currentIcps, findClient, requireCurrentIcp } from '../store/clients.ts';
import {
  countUnscorable,
  createQualifyDesk,
  listScorable,
  type QualifyTerms,
} from '../store/qualify-desk.ts';
import type { Scope } from '../store/scope.ts';
import { contentHash } from '../support/hash.ts';
import type { App } from './app.ts';
import { createMemoryDesk } from './memory-desk.ts';
import { type ScoringRequest, scoreLeads, scoringOf, shortlistOf } from './score-leads.ts';
import { openServices, requireStageKeys, type Services } from './services.ts';
import type { OnProgress } from './stage-progress.ts';

export interface QualifyRequest extends ScoringRequest {
  readonly rescore: boolean;
  readonly onProgress?: OnProgress | undefined;
}

export interface QualifyResult {
  readonly qualified: number;
  readonly failed: number;
  readonly remaining: number;
  readonly costUsd: number;
  readonly unknownCosts: number;
  /** How many were scored 0–10, 10–20 … 90–100; a score of 100 is among the last. */
  readonly bands: readonly number[];
  readonly disqualified: number;
  /** Their profiles say too little to judge. */
  readonly notEnough: number;
}

/** Scores each `enriched` lead in scope against its client's current ICP. Throws UsageError when a client in scope has none, StopRun when it had to stop early. */
export async function qualifyLeads(
  app: App,
  request: QualifyRequest,
  shared?: Services,
): Promise<QualifyResult> {
  const { settings, database } = app;
  requireStageKeys(settings, ['qualify'], request.rerank);
  const services = shared ?? (await openServices(app, request.scope, request));
  const icps = await targetIcps(app, request.scope);
  const scoring = await scoringOf(app, services, request, icps);
  const terms: Omit<QualifyTerms, 'shortlist'> = {
    worker: app.worker,
    leaseSeconds: settings.leaseSeconds,
    maxAttempts: settings.maxAttempts,
    scope: request.scope,
    origin: services.origin,
    icps: [...icps].map(([clientId, icp]) => ({
      clientId,
      icpId: icp.id,
      settingsKey: termsKey(scoring.get(clientId)!.usual),
      beyondKey: termsKey(scoring.get(clientId)!.beyond),
    })),
    rescore: request.rescore,
    deadWorkers: app.deadWorkers,
  };
  const { from } = stageMove('qualify');
  const remaining = () => countRemaining(database, from, request.scope, settings.maxAttempts);
  const waiting = await remaining();
  await explainUnscorable(app, request.scope, services.origin);

  const spentBefore = services.budget.spentUsd;
  const unknownBefore = services.budget.unknownCosts;
  let qualified = 0;
  const bands = Array.from({ length: SCORE_BANDS }, () => 0);
  const verdicts = { scored: 0, disqualified: 0, not_enough: 0 };
  /** Leads whose last attempt failed: one that falls due again in time may still be done. */
  const failed = new Set<number>();
  const total = Math.min(waiting, request.limit ?? waiting);
  const report = () =>
    request.onProgress?.({
      stage: 'qualify',
      done: qualified,
      failed: failed.size,
      total: Math.max(total, qualified + failed.size),
      costUsd: services.budget.spentUsd,
    });
  report();
  const score = async () => {
    const shortlist = await shortlistOf(app, services, request, icps);
    const desk = createQualifyDesk(database, { ...terms, shortlist: shortlist?.members ?? null });
    await scoreLeads(app, services, request, desk, { icps, scoring, shortlist }, (event) => {
      if (event.kind === 'done') {
        qualified += 1;
        const { verdict, score } = event.result.score;
        verdicts[verdict] += 1;
        if (verdict === 'scored') bands[bandOf(score!)]! += 1;
        failed.delete(event.leadId);
      } else if (event.kind === 'failed') failed.add(event.leadId);
      report();
    });
  };
  await score().finally(shared === undefined ? services.end : null);
  return {
    qualified,
    failed: failed.size,
    remaining: await remaining(),
    costUsd: services.budget.spentUsd - spentBefore,
    unknownCosts: services.budget.unknownCosts - unknownBefore,
    bands,
    disqualified: verdicts.disqualified,
    notEnough: verdicts.not_enough,
  };
}

export interface PreviewRow {
  readonly id: number;
  readonly name: string | null;
  readonly oldScore: number | null;
  readonly newScore: number | null;
  readonly reasoning: string;
}

/** What an edited ICP would make of the client's leads, old and new score side by side; changes no lead. */
export async function previewIcp(app: App, request: QualifyRequest, criteria: Icp): Promise<PreviewRow[]> {
  requireStageKeys(app.settings, ['qualify'], request.rerank);
  if (request.scope.clientId === null) {
    throw new UsageError('client_needed', 'a preview needs to know the client', 'add --client SLUG');
  }
  const services = await openServices(app, request.scope, request);
  const text = icpText(criteria);
  const icp: TargetIcp = { id: 0, criteria, text, hash: contentHash(text) };
  const leads = await listScorable(
    app.database,
    { scope: request.scope, origin: services.origin },
    request.limit,
  );
  const rows: PreviewRow[] = [];
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  const desk = createMemoryDesk<LeadToQualify, Qualification>(leads, (settlement) => {
    if (settlement.kind !== 'done') return;
    const { name, oldScore } = byId.get(settlement.leadId)!;
    const { score } = settlement.result;
    rows.push({
      id: settlement.leadId,
      name,
      oldScore,
      newScore: score.score,
      reasoning: score.reasoning,
    });
  });
  const icps = new Map([[request.scope.clientId, icp]]);
  const scoring = await scoringOf(app, services, request, icps);
  await shortlistOf(app, services, request, icps)
    .then((shortlist) => scoreLeads(app, services, request, desk, { icps, scoring, shortlist }, () => {}))
    .finally(services.end);
  return rows.sort((one, other) => (other.newScore ?? -1) - (one.newScore ?? -1) || one.id - other.id);
}

async function targetIcps(app: App, scope: Scope): Promise<ReadonlyMap<number, TargetIcp>> {
  const { database } = app;
  const icps =
    scope.clientId === null
      ? await currentIcps(database, null)
      : [await requireCurrentIcp(database, await findClient(database, scope.clientId))];
  return new Map(
    icps.map((icp) => [
      icp.clientId,
      { id: icp.id, criteria: icp.criteria, text: icp.text, hash: contentHash(icp.text) },
    ]),
  );
}

async function explainUnscorable(app: App, scope: Scope, origin: 'network' | 'local'): Promise<void> {
  const { otherOrigin, withoutIcp } = await countUnscorable(app.database, { scope, origin });
  if (otherOrigin > 0) {
    app.notice(
      origin === 'network'
        ? `${otherOrigin} leads were enriched by the local providers and are left alone; results never mix (qualify them with --offline)`
        : `${otherOrigin} leads were enriched by the real services and are left alone; results never mix (qualify them without --offline)`,
    );
  }
  if (withoutIcp > 0)
    app.notice(`${withoutIcp} enriched leads belong to clients without an ICP and are left alone`);
}
