import type { LeadStatus } from '../domain/lead-flow.ts';
import {
  type BatchSummary,
  countByStatus,
  countFailures,
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
  /** What to run next, or null when there is nothing to do. */
  readonly next: string | null;
}

export async function pipelineStatus(app: App, scope: Scope, scopeFlags: string): Promise<PipelineStatus> {
  const { database, settings } = app;
  const leads = await countByStatus(database, scope);
  const failures = await countFailures(database, scope, settings.maxAttempts);
  const batches = await listBatches(database, scope);
  const { costUsd, unknown } = await sumCost(database, scope);
  return {
    leads,
    failures,
    costUsd,
    unknownCosts: unknown,
    batches,
    next: nextStep(leads, failures, scopeFlags),
  };
}

function nextStep(
  leads: PipelineStatus['leads'],
  failures: readonly FailureCount[],
  scopeFlags: string,
): string | null {
  const command = (name: string) => `icp ${name}${scopeFlags}`;
  if (leads.discovered > 0) return command('enrich');
  if (leads.enriched > 0) return command('qualify');
  if (leads.qualified > 0) return command('export');
  if (failures.some((failure) => failure.retryable)) return command('retry');
  if (Object.values(leads).every((count) => count === 0)) return 'icp ingest FILE --client SLUG';
  return null;
}
