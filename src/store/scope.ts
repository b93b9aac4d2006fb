/** Which leads a command is about: all, one client's, one batch's. */
export interface Scope {
  readonly clientId: number | null;
  readonly batchId: number | null;
}

/**
 * The scope as a condition on `leads l`, with its two parameters at the given places. A lead belongs to
 * every batch whose source named it, not only to its first.
 */
export function inScope(clientParameter: number, batchParameter: number): string {
  return `($${clientParameter}::bigint is null or l.client_id = $${clientParameter})
      and ($${batchParameter}::bigint is null or exists (
            select from lead_batches m where m.lead_id = l.id and m.batch_id = $${batchParameter}))`;
}
