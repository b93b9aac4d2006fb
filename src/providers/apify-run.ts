import { z } from 'zod';

/** The fields used of Apify's run object (PROVIDERS.md §1.2). */
export const apifyRunSchema = z.object({
  id: z.string().min(1),
  status: z.string().catch('UNKNOWN'),
  statusMessage: z.string().nullish().catch(null),
  defaultDatasetId: z.string().nullish().catch(null),
  /** Dollars; missing while Apify has not settled it, and for actors that bill otherwise than by event. */
  usageTotalUsd: z.number().nonnegative().nullish().catch(null),
});
export type ApifyRun = z.infer<typeof apifyRunSchema>;

const TERMINAL = new Set(['SUCCEEDED', 'FAILED', 'TIMED-OUT', 'ABORTED']);

/** True once a run can change no more. */
export function hasEnded(run: ApifyRun): boolean {
  return TERMINAL.has(run.status);
}
