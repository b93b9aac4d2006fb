import { StopRun } from '../domain/errors.ts';
import { stageMove } from '../domain/lead-flow.ts';
import { runStage } from '../pipeline/runner.ts';
import { enrichLead } from '../stages/enrich/enrich-lead.ts';
import { type BatchWaits, countBatchWaits } from '../store/batch-waits.ts';
import { countRemaining } from '../store/claims.ts';
import { createEnrichDesk } from '../store/enrich-desk.ts';
import type { Scope } from '../store/scope.ts';
import type { App } from './app.ts';
import { openServices, requireStageKeys, type Services, type SpendOptions } from './services.ts';
import type { OnProgress } from './stage-progress.ts';

export interface EnrichRequest extends SpendOptions {
  readonly scope: Scope;
  readonly limit: number | null;
  readonly onProgress?: OnProgress | undefined;
}

export interface EnrichResult {
  readonly enriched: number;
  readonly fromCache: number;
  readonly failed: number;
  readonly remaining: number;
  /** Those of the remaining that wait for a batch to come back. */
  readonly waiting: BatchWaits;
  /** Known dollars; with `unknownCosts` calls whose cost is not known. */
  readonly costUsd: number;
  readonly unknownCosts: number;
}

/** Profile, embedding and classification for each `discovered` lead in scope. Throws StopRun when it had to stop early. */
export async function enrichLeads(
  app: App,
  request: EnrichRequest,
  shared?: Services,
): Promise<EnrichResult> {
  const { settings, database, halt, clock } = app;
  requireStageKeys(settings, ['enrich'], false);
  const services = shared ?? (await openServices(app, request.scope, request));
  const { orders, batches } = services;
  const profiles = await services.profiles();
  const terms = {
    worker: app.worker,
    leaseSeconds: settings.leaseSeconds,
    maxAttempts: settings.maxAttempts,
    scope: request.scope,
    origin: services.origin,
    deadWorkers: app.deadWorkers,
  };
  const { from } = stageMove('enrich');
  const waiting = await countRemaining(database, from, request.scope, settings.maxAttempts);
  const total = Math.min(waiting, request.limit ?? waiting);
  const spentBefore = services.budget.spentUsd;
  const unknownBefore = services.budget.unknownCosts;
  const counts = { enriched: 0, fromCache: 0 };
  let forgotten = 0;
  /** Leads whose last attempt failed: one that falls due again in time may still be done. */
  const failed = new Set<number>();
  const report = () =>
    request.onProgress?.({
      stage: 'enrich',
      done: counts.enriched,
      failed: failed.size,
      total: Math.max(total, counts.enriched + failed.size),
      costUsd: services.budget.spentUsd,
    });

  report();
  const hold = keepHold(app, services);
  try {
    await batches?.collect();
    await runStage({
      desk: createEnrichDesk(database, terms),
      work: (lead) => enrichLead({ ...services, profiles }, lead),
      // Enough for every actor run and every model call to be busy at once, with as many waiting between the two.
      window: settings.scrapeConcurrency * settings.scrapeBatch + 4 * settings.llmConcurrency,
      claimSize: Math.max(50, settings.scrapeBatch),
      sharedPortion: settings.scrapeBatch,
      limit: request.limit,
      leaseSeconds: settings.leaseSeconds,
      halt,
      clock,
      onProgress: (event) => {
        if (event.kind === 'done') {
          failed.delete(event.leadId);
          if ('profile' in event.result) {
            counts.enriched += 1;
            if (event.result.fromCache) counts.fromCache += 1;
          }
        } else if (event.kind === 'failed') {
          // There is no such lead any more.
          if (event.code === 'forgotten') forgotten += 1;
          else failed.add(event.leadId);
        }
        report();
      },
    });
    await profiles.collectLeftBehind();
    await orders?.submit();
  } catch (error) {
    // What was ordered within the budget is bought; after any other stop nothing new is.
    if (error instanceof StopRun && error.reason === 'budget') await orders?.submit();
    else await orders?.dissolve().catch(() => {});
    throw error;
  } finally {
    clearInterval(hold);
    await services.release().catch((error: unknown) => {
      if (halt.reason === null) throw error;
    });
    // What an interrupted attempt cost is not known, which must be known.
    await services.calls.recorded().catch((error: unknown) => {
      if (halt.reason === null) throw error;
    });
    if (halt.reason === null) await profiles.settleCosts();
    if (shared === undefined) await services.end();
  }
  if (forgotten > 0) {
    app.notice(
      `${forgotten} ${forgotten === 1 ? 'person is' : 'people are'} to stay forgotten: what had been stored of them again is erased`,
    );
  }
  return {
    ...counts,
    failed: failed.size,
    waiting: await countBatchWaits(database, request.scope),
    remaining: await countRemaining(database, from, request.scope, settings.maxAttempts),
    costUsd: services.budget.spentUsd - spentBefore,
    unknownCosts: services.budget.unknownCosts - unknownBefore,
  };
}

/** Keeps hold of what is being bought, from the first batch collected to the last one submitted. */
function keepHold({ settings }: App, services: Services): NodeJS.Timeout {
  const renew = () => {
    // One that fails is tried again at the next turn.
    services.renew().catch(() => {});
  };
  return setInterval(renew, (settings.leaseSeconds * 1000) / 3).unref();
}
