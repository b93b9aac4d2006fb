import { Budget } from '../pipeline/budget.ts';
import { PaidCalls } from '../pipeline/paid-call.ts';
import { createPurse } from '../store/purse.ts';
import type { Scope } from '../store/scope.ts';
import { createUsageLedger } from '../store/usage-ledger.ts';
import type { App } from './app.ts';

/** The gate for all paid calls of one command, with its budget; commands that run at the same time over the same scope keep to their limits together. */
export function openPaidCalls(app: App, scope: Scope, maxCostUsd: number | undefined): PaidCalls {
  const { database, settings, halt, clock, worker } = app;
  // The embedded database admits one process at a time.
  const purse =
    database.kind === 'postgres'
      ? createPurse(database, { scope, worker, leaseSeconds: settings.leaseSeconds, clock })
      : null;
  return new PaidCalls({
    halt,
    budget: new Budget(maxCostUsd ?? null, purse),
    clock,
    ledger: createUsageLedger(database),
    observers: app.observers,
  });
}
