import { type RunnerOptions, runStage } from '../pipeline/runner.ts';
import type { ClaimedLead } from '../ports/lead-desk.ts';
import type { App } from './app.ts';
import type { Services } from './services.ts';

type ScoringRun<Lead extends ClaimedLead, Result> = Pick<
  RunnerOptions<Lead, Result>,
  'desk' | 'work' | 'limit' | 'onProgress'
>;

/** Takes leads from the desk and scores them; throws what `runStage` throws, after everything that was being bought is recorded and let go. */
export async function runScoring<Lead extends ClaimedLead, Result>(
  app: App,
  services: Services,
  run: ScoringRun<Lead, Result>,
): Promise<void> {
  try {
    await runStage({
      ...run,
      // Wide, so that the cosine of a batch is one query and the reranker's requests are full.
      window: 4000,
      claimSize: 2000,
      leaseSeconds: app.settings.leaseSeconds,
      onRenew: services.renew,
      halt: app.halt,
      clock: app.clock,
    });
  } finally {
    await Promise.all([services.release(), services.calls.recorded()]).catch((error: unknown) => {
      if (app.halt.reason === null) throw error;
    });
  }
}
