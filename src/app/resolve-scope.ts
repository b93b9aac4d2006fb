import { requireBatch } from '../store/batches.ts';
import { requireClient } from '../store/clients.ts';
import type { Queryable } from '../store/database.ts';
import type { Scope } from '../store/scope.ts';

/** `--client` and `--batch` as people type them. */
export interface ScopeNames {
  readonly client?: string | undefined;
  readonly batch?: string | undefined;
}

/** The ids behind the names. Throws UsageError for a name that does not exist. */
export async function resolveScope(database: Queryable, names: ScopeNames): Promise<Scope> {
  const client = names.client === undefined ? null : await requireClient(database, names.client);
  if (names.batch === undefined) return { clientId: client?.id ?? null, batchId: null };
  const batch = await requireBatch(database, names.batch, client?.id ?? null);
  return { clientId: batch.clientId, batchId: batch.id };
}
