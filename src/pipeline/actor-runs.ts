import { GiveUp, NOT_BILLED, RetryLater, StopRun, UNKNOWN_USAGE } from '../domain/errors.ts';
import { identityKeys } from '../domain/linkedin-id.ts';
import type {
  CollectedRun,
  ProfileScraper,
  ScrapeOutcome,
  ScrapePrice,
  ScrapeTarget,
} from '../ports/profile-scraper.ts';
import type { CacheTerms } from '../ports/profile-store.ts';
import type { OpenRun, RunLedger } from '../ports/run-ledger.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import type { PaidCalls } from './paid-call.ts';
import { callDelayMs } from './retry-policy.ts';
import { retrying } from './retrying.ts';

export interface ActorRunsOptions {
  readonly scraper: ProfileScraper;
  readonly ledger: RunLedger;
  readonly calls: PaidCalls;
  readonly price: ScrapePrice;
}

export type RunOutcome =
  | ScrapeOutcome
  /** The person stands in a run of another process, or has come into the cache meanwhile. */
  | { readonly kind: 'elsewhere' }
  /** The person is to stay forgotten, and was not asked for. */
  | { readonly kind: 'forgotten' };

export interface FinishedRun extends Omit<CollectedRun, 'outcomes'> {
  /** Null when all its people are elsewhere or forgotten, so that there was no run. */
  readonly ledgerId: number | null;
  readonly targets: readonly ScrapeTarget[];
  /** One per target, in the order of the targets. */
  readonly outcomes: readonly RunOutcome[];
}

/** People for one run, with on whose behalf and what counts as known of them. */
export interface RunRequest {
  readonly targets: readonly ScrapeTarget[];
  readonly contexts: readonly CallContext[];
  readonly cached: CacheTerms;
}

/** How often a run whose start was not confirmed is looked for before it counts as never started, a second apart. */
const SEARCHES = 4;
/** The account has no room for another run just now: wait for others to end. About ten minutes in all. */
const CAPACITY_WAITS = 60;
const CAPACITY_PAUSE_MS = 10_000;
const COSTS_AT_ONCE = 10;
const STAGE = 'enrich';

/** Starts and collects paid runs, writing down each step before it is taken, so that none is ever started twice. */
export class ActorRuns {
  readonly #options: ActorRunsOptions;
  readonly #ours = new Set<number>();
  /** Runs that this command collected, whose cost is its own. */
  readonly #collected = new Set<number>();
  /** Runs being collected that were taken over, by the people in them. */
  readonly #collecting = new Map<string, Promise<void>>();

  constructor(options: ActorRunsOptions) {
    this.#options = options;
  }

  /** One run for these people. Throws RetryLater when it cannot be had now; a started run is never started again for that. */
  async fetch(request: RunRequest): Promise<FinishedRun> {
    const { clock, halt } = this.#options.calls;
    let waits = 0;
    for (let attempt = 1; ; ) {
      try {
        return await this.#startAndCollect(request);
      } catch (error) {
        if (!(error instanceof RetryLater) || error.code === 'run_unreachable') throw error;
        if (error.code === 'capacity' && waits < CAPACITY_WAITS) {
          waits += 1;
          await clock.sleep(Math.min(CAPACITY_PAUSE_MS, 500 * waits), halt.stopping);
          halt.throwIfStopped();
          continue;
        }
        const delay = callDelayMs(error, attempt, clock.random);
        if (delay === null) throw error;
        attempt += 1;
        await clock.sleep(delay, halt.stopping);
        halt.throwIfStopped();
      }
    }
  }

  /** To be called once everything the run produced is stored. */
  async finish(run: FinishedRun): Promise<void> {
    if (run.ledgerId === null) return;
    // Nobody looks at a run again that was collected: what it cost must be written down by then.
    await this.#options.calls.recorded();
    await this.#options.ledger.collected(run.ledgerId, run.costUsd, this.#listed(run));
    this.#collected.add(run.ledgerId);
    this.#ours.delete(run.ledgerId);
  }

  /** Takes over the runs that a dead process left behind and begins to collect them; `keep` stores what a run produced. */
  async takeOver(keep: (run: FinishedRun) => Promise<void>): Promise<void> {
    const { ledger, scraper } = this.#options;
    const open = await ledger.takeOver(scraper.provider, scraper.model);
    for (const run of open) {
      const keys = run.targets.flatMap(identityKeys);
      const collected = this.#recover(run, keep).finally(() => {
        for (const key of keys) if (this.#collecting.get(key) === collected) this.#collecting.delete(key);
      });
      collected.catch(() => {});
      for (const key of keys) this.#collecting.set(key, collected);
    }
  }

  /** Resolves once no run that was taken over can still bring this person. Throws what kept one from being collected. */
  async collectedFor(target: ScrapeTarget): Promise<void> {
    await Promise.all(identityKeys(target).map((key) => this.#collecting.get(key)));
  }

  /** Resolves once every run that was taken over is collected, or let go of for the next command. */
  async collectedAll(): Promise<void> {
    await Promise.allSettled(this.#collecting.values());
  }

  renew(): Promise<void> {
    return this.#ours.size === 0 ? Promise.resolve() : this.#options.ledger.renew([...this.#ours]);
  }

  release(): Promise<void> {
    const ours = [...this.#ours];
    this.#ours.clear();
    return ours.length === 0 ? Promise.resolve() : this.#options.ledger.released(ours);
  }

  /** Some costs are final only after the end of a run; asks for those again. Never fails a command. */
  async settleCosts(): Promise<void> {
    const { ledger, scraper, calls } = this.#options;
    const unsettled = [...(await ledger.unsettled(scraper.provider))];
    const settleNext = async (): Promise<void> => {
      for (let run = unsettled.shift(); run !== undefined; run = unsettled.shift()) {
        const costUsd = await scraper.cost(run.runId, calls.halt.signal).catch(() => null);
        if (costUsd === null) continue;
        const differenceUsd = await ledger.settle(run.id, costUsd);
        // What others bought is not this command's to account for.
        if (this.#collected.has(run.id)) calls.budget.correct(differenceUsd);
      }
    };
    await Promise.all(Array.from({ length: COSTS_AT_ONCE }, settleNext));
  }

  async #startAndCollect({ targets, contexts, cached }: RunRequest): Promise<FinishedRun> {
    const { ledger, scraper, price } = this.#options;
    const intendedAt = this.#options.calls.clock.now();
    const { id, elsewhere, forgotten } = await ledger.intend(
      { provider: scraper.provider, actor: scraper.model, origin: scraper.origin, targets },
      { clientId: contexts[0]?.clientId ?? null, batchId: contexts[0]?.batchId ?? null },
      cached,
    );
    const absent = targets.map((_, position): RunOutcome | null => {
      if (forgotten.has(position)) return { kind: 'forgotten' };
      return elsewhere.has(position) ? { kind: 'elsewhere' } : null;
    });
    if (id === null) return nobodyLeft(targets, absent);
    this.#ours.add(id);
    const mine = targets.filter((_, position) => absent[position] === null);
    const onBehalf = contexts.filter((_, position) => absent[position] === null);
    let progress: 'intended' | 'asked' | 'started' = 'intended';
    try {
      const run = await this.#paid(true, id, mine, onBehalf, price.mostUsd(mine.length), async (signal) => {
        progress = 'asked';
        const runId = await this.#start(id, mine, intendedAt, signal);
        progress = 'started';
        await ledger.started(id, runId);
        return { ...(await this.#collect(runId, mine)), ledgerId: id, targets: mine };
      });
      const outcomes = run.outcomes.values();
      return {
        ...run,
        targets,
        outcomes: absent.map((outcome) => outcome ?? outcomes.next().value!),
      };
    } catch (error) {
      await this.#giveBack(id, error, progress);
      throw error;
    }
  }

  /** A run that may still produce something is left for later; one that surely will not is crossed out. */
  async #giveBack(
    ledgerId: number,
    error: unknown,
    progress: 'intended' | 'asked' | 'started',
  ): Promise<void> {
    const surelyNotStarted =
      progress === 'intended' ||
      (progress === 'asked' &&
        !hasCode(error, 'run_unreachable') &&
        (error instanceof RetryLater || error instanceof GiveUp || isRefusal(error)));
    if (surelyNotStarted || error instanceof GiveUp || hasCode(error, 'actor_refused')) {
      await this.#options.ledger.abandoned(ledgerId);
      this.#ours.delete(ledgerId);
    } else {
      await this.#letGo(ledgerId);
    }
  }

  async #start(
    ledgerId: number,
    targets: readonly ScrapeTarget[],
    since: Date,
    signal: AbortSignal,
  ): Promise<string> {
    try {
      return (await this.#options.scraper.start(targets, signal)).runId;
    } catch (error) {
      if (!(error instanceof RetryLater) || error.code !== 'start_unconfirmed') throw error;
      const found = await this.#search(targets, since).catch((searchError: unknown) => {
        throw searchError instanceof RetryLater ? unreachable(searchError) : searchError;
      });
      // Only a list that could be read and does not hold the run says that it was never started.
      if (found === null) throw error;
      await this.#options.ledger.started(ledgerId, found);
      return found;
    }
  }

  async #search(targets: readonly ScrapeTarget[], since: Date): Promise<string | null> {
    const { ledger, scraper, calls } = this.#options;
    for (let search = 1; ; search += 1) {
      const known = await ledger.knownRunIds(since);
      const found = await retrying(calls, () => scraper.find(targets, since, known, calls.halt.signal));
      if (found !== undefined) return found.runId;
      if (search === SEARCHES) return null;
      await calls.clock.sleep(1000, calls.halt.stopping);
    }
  }

  async #collect(runId: string, targets: readonly ScrapeTarget[]): Promise<CollectedRun> {
    const { scraper, calls } = this.#options;
    try {
      return await retrying(calls, () => scraper.collect(runId, targets, calls.halt.signal));
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error;
      throw unreachable(error);
    }
  }

  async #recover(run: OpenRun, keep: (run: FinishedRun) => Promise<void>): Promise<void> {
    const { ledger } = this.#options;
    this.#ours.add(run.id);
    try {
      const runId = run.runId ?? (await this.#search(run.targets, run.intendedAt));
      if (runId === null) {
        await ledger.abandoned(run.id);
        this.#ours.delete(run.id);
        return;
      }
      if (run.runId === null) await ledger.started(run.id, runId);
      // Paid for already, so no budget may stand in the way of collecting it.
      const context = { clientId: run.clientId, batchId: run.batchId, leadId: null };
      const finished = await this.#paid(false, run.id, run.targets, [context], 0, async () => ({
        ...(await this.#collect(runId, run.targets)),
        ledgerId: run.id,
        targets: run.targets,
      }));
      await keep(finished);
      await this.finish(finished);
    } catch (error) {
      await this.#giveBack(run.id, error, 'started');
      if (!(error instanceof GiveUp)) throw error;
    }
  }

  #paid(
    starts: boolean,
    ledgerId: number,
    targets: readonly ScrapeTarget[],
    contexts: readonly CallContext[],
    mostUsd: number | null,
    work: (signal: AbortSignal) => Promise<FinishedRun>,
  ): Promise<FinishedRun> {
    const { scraper, calls } = this.#options;
    return calls.run(
      {
        kind: 'scrape',
        provider: scraper.provider,
        model: scraper.model,
        stage: STAGE,
        contexts,
        mostUsd,
        // The service names the cost of a run; a start that it refused cost nothing.
        price: (usage) => (usage.promptTokens === null ? null : 0),
        input: targets.map((target) => target.url),
        requests: starts ? 1 : 0,
        actorRunId: ledgerId,
        repeatable: false,
      },
      async (signal) => {
        const value = await work(signal);
        const { costUsd } = value;
        return {
          value,
          usage: NOT_BILLED,
          costUsd,
          heldUsd: this.#listed(value) ?? 0,
        };
      },
    );
  }

  /** What the run should come to by the price list, where there is one: what a service says at first may still rise. */
  #listed({ outcomes }: FinishedRun): number | null {
    const list = this.#options.price.list;
    const delivered = outcomes.filter((outcome) => outcome.kind === 'profile').length;
    return list === null ? null : list.startUsd + list.profileUsd * delivered;
  }

  async #letGo(id: number): Promise<void> {
    this.#ours.delete(id);
    await this.#options.ledger.released([id]);
  }
}

function nobodyLeft(targets: readonly ScrapeTarget[], absent: readonly (RunOutcome | null)[]): FinishedRun {
  const outcomes = absent.map((outcome) => outcome!);
  return { ledgerId: null, targets, outcomes, succeeded: true, status: 'NOT-NEEDED', costUsd: 0 };
}

/** A run that exists, or may exist, but cannot be looked at now: it is left for later and never started again. */
function unreachable(cause: RetryLater): RetryLater {
  return new RetryLater('run_unreachable', `a started run cannot be looked at now: ${cause.message}`, {
    cause,
    usage: UNKNOWN_USAGE,
  });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === code;
}

function isRefusal(error: unknown): boolean {
  return error instanceof StopRun && (error.reason === 'account' || error.reason === 'configuration');
}
