import type { PersonIdentity } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';

/** One person to fetch. */
export interface ScrapeTarget extends PersonIdentity {
  /** Canonical profile URL, see domain/linkedin-id.ts. */
  readonly url: string;
  /** What the ingested page says of the person; all that the local scraper may have to go by. */
  readonly name: string | null;
  readonly headline: string | null;
}

/** What a run said of one target. */
export type ScrapeOutcome =
  | { readonly kind: 'profile'; readonly profile: Profile }
  /** The service says in so many words that there is no such (or no public) profile. */
  | { readonly kind: 'gone'; readonly message: string }
  /** The run had its say and nothing is about this target. */
  | { readonly kind: 'nothing'; readonly message: string }
  /** Something went wrong for this target, or the run stopped before it: says nothing about whether the person exists. */
  | { readonly kind: 'failed'; readonly message: string };

export interface StartedRun {
  readonly runId: string;
}

export interface CollectedRun {
  /** False when the run failed, timed out or was aborted; its partial results are in `outcomes` all the same. */
  readonly succeeded: boolean;
  /** The service's own word for how the run ended, e.g. `TIMED-OUT`. */
  readonly status: string;
  /** One per target, in the order of the targets. */
  readonly outcomes: readonly ScrapeOutcome[];
  /** What the run cost; null while the service has not said. It may still change, see `cost`. */
  readonly costUsd: number | null;
}

/** What runs of a scraper cost. */
export interface ScrapePrice {
  /** Dollars for starting a run and for each profile that it delivers; null when not known. */
  readonly list: { readonly startUsd: number; readonly profileUsd: number } | null;
  /** The most that one run over so many profiles can charge. */
  mostUsd(profiles: number): number;
}

/**
 * Fetches profiles in runs: jobs that are started, paid for and collected. A run outlives the process that started it, so starting and
 * collecting are two acts, and a run whose start was never confirmed can be searched for.
 */
export interface ProfileScraper {
  readonly provider: string;
  /** Which scraper: the actor's id, or `local`. */
  readonly model: string;
  /** Profiles of the two origins are never mixed. */
  readonly origin: 'network' | 'local';
  readonly limits: { readonly targetsPerRun: number; readonly parallelRuns: number };
  /**
   * Starts one run, once: never retried inside. Throws RetryLater with code `start_unconfirmed` when the run may have been started all the
   * same (answer lost), other RetryLater codes only when it surely was not, GiveUp, or StopRun.
   */
  start(targets: readonly ScrapeTarget[], signal: AbortSignal): Promise<StartedRun>;
  /** Finds a run started at or after `since` for exactly these targets by a call whose answer was lost. */
  find(
    targets: readonly ScrapeTarget[],
    since: Date,
    known: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<StartedRun | undefined>;
  /** Waits for the run's end and reads what it produced. Throws RetryLater, GiveUp `run_not_found`, or StopRun. */
  collect(runId: string, targets: readonly ScrapeTarget[], signal: AbortSignal): Promise<CollectedRun>;
  /** The run's cost as the service knows it now; null when it still does not say. */
  cost(runId: string, signal: AbortSignal): Promise<number | null>;
}
