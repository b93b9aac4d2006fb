import type { LeadStatus } from '../domain/lead-flow.ts';
import { type BatchWaits, countBatchWaits } from '../store/batch-waits.ts';
import {
  type BatchSummary,
  canRescore,
  countByStatus,
  countFailures,
  countMiscalibrated,
  countStale,
  type FailureCount,
  listBatches,
  sumCost,
} from '../store/reports.ts';
import type { Scope } from '../store/scope.ts';
import type { App } from './app.ts';

export interface PipelineStatus {
  readonly leads: Readonly<Record<LeadStatus, number>>;
  readonly failures: readonly FailureCount[];
  readonly costUsd: number;
  /** Calls whose cost is not known; `costUsd` is without them. */
  readonly unknownCosts: number;
  readonly batches: readonly BatchSummary[];
  /** Scored leads whose client has a newer ICP or calibration by now. */
  readonly stale: number;
  /** Leads that wait for a batch at OpenAI. */
  readonly waiting: BatchWaits;
  /** What to run next, or null when there is nothing to do. */
  readonly next: string | null;
}

export async function pipelineStatus(app: App, scope: Scope, scopeFlags: string): Promise<PipelineStatus> {
  const { database, settings } = app;
  // Side by side: with hundreds of thousands of leads each takes a good while.
  const [leads, failures, batches, { costUsd, unknown }, outdated, miscalibrated, waiting] =
    await Promise.all([
      countByStatus(database, scope),
      countFailures(database, scope, settings.maxAttempts),
      listBatches(database, scope),
      sumCost(database, scope),
      countStale(database, scope),
      countMiscalibrated(database, scope),
      countBatchWaits(database, scope),
    ]);
  const rescorable = miscalibrated > 0 || (outdated > 0 && (await canRescore(database, scope)));
  return {
    leads,
    failures,
    costUsd,
    unknownCosts: unknown,
    batches,
    stale: outdated + miscalibrated,
    waiting,
    next: nextStep(leads, failures, rescorable, scopeFlags),
  };
}

function nextStep(
  leads: PipelineStatus['leads'],
  failures: readonly FailureCount[],
  rescorable: boolean,
  scopeFlags: string,
): string | null {
  const command = (name: string) => `icp ${name}${scopeFlags}`;
  if (leads.discovered > 0) return command('enrich');
  if (leads.enriched > 0) return command('qualify');
  if (rescorable) return `${command('qualify')} --rescore`;
  if (leads.qualified > 0) return command('export');
  if (failures.some((failure) => failure.retryable)) return command('retry');
  if (Object.values(leads).every((count) => count === 0))
    return /--client/.test(scopeFlags) ? `icp ingest FILE${scopeFlags}` : 'icp ingest FILE --client SLUG';
  return null;
}
