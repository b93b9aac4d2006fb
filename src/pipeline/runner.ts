import { StopRun } from '../domain/errors.ts';
import type { ClaimedLead, LeadDesk, Settlement } from '../ports/lead-desk.ts';
import { Batcher } from './batcher.ts';
import type { Clock } from './clock.ts';
import type { Halt } from './halt.ts';
import { leadFailure } from './retry-policy.ts';

export interface RunnerOptions<Lead extends ClaimedLead, Result> {
  readonly desk: LeadDesk<Lead, Result>;
  /** The stage's answer for one lead; throws RetryLater, GiveUp or StopRun. */
  readonly work: (lead: Lead) => Promise<Result>;
  /** Leads in hand at once: enough to keep every service busy, no more. */
  readonly window: number;
  /** Leads claimed in one statement, at most. */
  readonly claimSize: number;
  /**
   * Set where processes that start at the same time should share the work: claims are multiples of this while there is room for one, so that what is bought in
   * such portions is bought in full ones, and leave others theirs.
   */
  readonly sharedPortion?: number;
  /** Leads to take on in all; null for as many as there are. */
  readonly limit: number | null;
  readonly leaseSeconds: number;
  readonly halt: Halt;
  readonly clock: Clock;
  /** Called along with the leases' renewal. */
  readonly onRenew?: () => Promise<void>;
  readonly onProgress?: (event: RunnerEvent<Result>) => void;
}

export type RunnerEvent<Result> =
  | { readonly kind: 'claimed'; readonly count: number }
  | { readonly kind: 'done'; readonly leadId: number; readonly result: Result }
  | { readonly kind: 'failed'; readonly leadId: number; readonly code: string };

/** Without a database no answer can be kept; started runs are recorded and collected later. */
const DATABASE_GRACE_MS = 2000;
/** Other processes may be starting in the same moment (cron): so long claims are small and come one by one, so that all get some. */
const STARTING_MS = 1000;
const STARTING_PAUSE_MS = 250;
/** While others hold what is left, or failures fall due one by one, look for more work this often. */
const LOOK_AGAIN_MS = 1000;

/**
 * Takes leads from the desk, lets the stage answer, and hands the answers back, keeping `window` leads in hand until there
 * are no more. Knows no stage by name. Throws the StopRun that ended it early, after everything in hand has been settled or given back.
 */
export async function runStage<Lead extends ClaimedLead, Result>(
  options: RunnerOptions<Lead, Result>,
): Promise<void> {
  const { desk, halt, clock } = options;
  const sharedPortion = options.sharedPortion ?? null;
  const began = clock.elapsed();
  const inHand = new Map<number, Promise<void>>();
  let bug: unknown = null;
  let taken = 0;
  let wake: () => void = () => {};

  const settle = new Batcher<Settlement<Result>, undefined>({
    maxInputs: 200,
    parallel: 1,
    lingerMs: 25,
    run: async (settlements) => {
      await desk.settle(settlements);
      return settlements.map(() => undefined);
    },
  });

  /** Something that is not about one lead: nothing new begins, and it is thrown in the end. */
  const note = (error: unknown): void => {
    if (error instanceof StopRun)
      halt.stop(error, error.reason === 'database' ? DATABASE_GRACE_MS : undefined);
    else bug ??= error;
  };
  const release = new Batcher<number, undefined>({
    maxInputs: 1000,
    parallel: 1,
    run: async (ids) => {
      await desk.release(ids);
      return ids.map(() => undefined);
    },
  });
  const handle = async (lead: Lead): Promise<void> => {
    try {
      const result = await options.work(lead);
      await settle.submit({ leadId: lead.id, kind: 'done', result });
      options.onProgress?.({ kind: 'done', leadId: lead.id, result });
    } catch (error) {
      const failure = leadFailure(error, lead.failedAttempts, clock.random);
      if (failure !== null) {
        await settle.submit({ leadId: lead.id, kind: 'failed', failure });
        options.onProgress?.({ kind: 'failed', leadId: lead.id, code: failure.code });
        return;
      }
      note(error);
      await release.submit(lead.id).catch(() => {});
    }
  };
  const takeOn = (lead: Lead): void => {
    const work = handle(lead)
      .catch(note)
      .finally(() => {
        inHand.delete(lead.id);
        wake();
      });
    inHand.set(lead.id, work);
  };

  const renewal = setInterval(
    () => {
      if (inHand.size === 0) return;
      Promise.all([desk.renew([...inHand.keys()]), options.onRenew?.()]).catch(() => {
        // A renewal that fails is tried again at the next turn; if the lease runs out, settling finds the lead not ours any more.
      });
    },
    (options.leaseSeconds * 1000) / 3,
  );
  renewal.unref();
  halt.onStop(() => wake());

  const stopped = () => halt.reason !== null || bug !== null;
  /** How many came; a claim that fails ends the stage once what is in hand is settled. */
  const claim = async (count: number): Promise<number> => {
    try {
      const leads = await desk.claim(count, { inHand: [...inHand.keys()], portion: sharedPortion });
      if (stopped()) {
        await desk.release(leads.map((lead) => lead.id));
        return 0;
      }
      taken += leads.length;
      if (leads.length > 0) options.onProgress?.({ kind: 'claimed', count: leads.length });
      for (const lead of leads) takeOn(lead);
      return leads.length;
    } catch (error) {
      note(error);
      return 0;
    }
  };
  /** Resolves when a lead is done; when the desk is empty, rather after a while, or when nothing is in hand or all is to stop. */
  const pause = (deskIsEmpty: boolean) =>
    new Promise<void>((resolve) => {
      const timer = deskIsEmpty ? setTimeout(resolve, LOOK_AGAIN_MS) : undefined;
      wake = () => {
        if (deskIsEmpty && inHand.size > 0 && !stopped()) return;
        clearTimeout(timer);
        resolve();
      };
    });

  try {
    for (;;) {
      const left = options.limit === null ? Number.POSITIVE_INFINITY : options.limit - taken;
      const room = Math.min(options.window - inHand.size, left, options.claimSize);
      const worthwhile = Math.min(options.claimSize, options.window, left) / 2;
      const portion = sharedPortion ?? 1;
      const wanted = room >= portion ? room - (room % portion) : room;
      let deskIsEmpty = false;
      if (!stopped() && wanted > 0 && (inHand.size === 0 || room >= worthwhile)) {
        const count = await claim(wanted);
        const starting = sharedPortion !== null && clock.elapsed() - began < STARTING_MS;
        if (starting && count > 0) await clock.sleep(STARTING_PAUSE_MS, halt.stopping).catch(() => {});
        if (count > 0) continue;
        deskIsEmpty = true;
      }
      if (inHand.size > 0) await pause(deskIsEmpty);
      else if (stopped() || left === 0 || deskIsEmpty) break;
    }
  } finally {
    clearInterval(renewal);
  }
  if (bug !== null) throw bug;
  if (halt.reason !== null) throw halt.reason;
}
