import type { ActorPrice } from '../config/prices.ts';
import { RetryLater, StopRun } from '../domain/errors.ts';
import type { CollectedRun, ProfileScraper, ScrapeTarget } from '../ports/profile-scraper.ts';
import { CALL_TIMEOUT_MS, createApifyConnection } from './apify-connection.ts';
import { actorRefusal, apifyFailure, isSurelyRefused } from './apify-failure.ts';
import { apifyInput } from './apify-input.ts';
import { apifyRunCapUsd } from './apify-price.ts';
import { apifyRunSchema } from './apify-run.ts';
import { ApifyRunResults } from './apify-run-results.ts';
import { ApifyRunSearch } from './apify-run-search.ts';
import { serviceWords } from './http-answer.ts';
import { matchItems } from './profile-items/match-items.ts';

export interface ApifyScraperOptions {
  readonly token: string;
  readonly baseUrl: string;
  /** Id, `user/name` or `user~name`. */
  readonly actor: string;
  /** Null when not known. */
  readonly price: ActorPrice | null;
  readonly targetsPerRun: number;
  readonly parallelRuns: number;
  now(): Date;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Pause between two looks at something that is not there yet; 1000 ms. */
  readonly pollMs?: number;
}

/** Apify ends a run that takes longer, as TIMED-OUT with what it has; a minute and more of queueing is normal for scrapers. */
const RUN_TIMEOUT_SECONDS = 900;

/** Two targets may be one person, whom the run is asked for once. */
const countProfiles = (targets: readonly ScrapeTarget[]) => new Set(targets.map((target) => target.url)).size;

/**
 * Profiles by way of an Apify actor, through the official SDK (PROVIDERS.md §1). Every run is started with a cap on items and on the
 * charge, see `apifyRunCapUsd`.
 *
 * `collect` throws StopRun `actor_refused` for a run that holds nothing but the actor's refusal of this account. It will do so each time:
 * the caller closes such a run.
 */
export function createApifyScraper(options: ApifyScraperOptions): ProfileScraper {
  const { actor, price, targetsPerRun, parallelRuns } = options;
  const connection = createApifyConnection(options);
  const search = new ApifyRunSearch(connection);
  const results = new ApifyRunResults(connection, {
    now: () => options.now(),
    sleep: (ms, signal) => options.sleep(ms, signal),
    pollMs: options.pollMs ?? 1000,
  });

  /** Anything but a plain refusal leaves open whether the run exists: Apify has no idempotency key for starts. */
  function startFailure(error: unknown, signal: AbortSignal): unknown {
    // Our own checks of the settings: nothing was sent.
    if (error instanceof StopRun && !signal.aborted) return error;
    const failure = apifyFailure(error, connection.call);
    if (isSurelyRefused(error)) return failure;
    return unconfirmed(signal.aborted ? 'the call was broken off' : failure.message, error);
  }

  return {
    provider: 'apify',
    model: actor,
    origin: 'network',
    limits: { targetsPerRun, parallelRuns },

    async start(targets, signal) {
      signal.throwIfAborted();
      const profiles = countProfiles(targets);
      let answer: unknown;
      try {
        answer = await connection.send(
          (sdk) =>
            sdk.actor(actor).start(apifyInput(actor, targets), {
              timeout: RUN_TIMEOUT_SECONDS,
              maxItems: profiles,
              maxTotalChargeUsd: apifyRunCapUsd(price, profiles),
            }),
          CALL_TIMEOUT_MS,
          signal,
        );
      } catch (error) {
        throw startFailure(error, signal);
      }
      const run = apifyRunSchema.safeParse(answer);
      if (!run.success) throw unconfirmed('the answer names no run', undefined);
      return { runId: run.data.id };
    },

    async find(targets, since, known, signal) {
      const runId = await search.find(apifyInput(actor, targets), since, known, signal);
      return runId === undefined ? undefined : { runId };
    },

    async collect(runId, targets, signal): Promise<CollectedRun> {
      const run = await results.ended(runId, signal);
      const items = await results.items(run, countProfiles(targets), signal);
      const outcomes = matchItems(items, targets);
      const refusal = items.find((item) => item.kind === 'refusal');
      if (refusal !== undefined && outcomes.every((outcome) => outcome === null)) {
        throw actorRefusal(refusal.message, connection.call);
      }
      const words = run.statusMessage ? `: ${serviceWords(run.statusMessage, options.token)}` : '';
      const message = `the run (${run.status}${words}) returned nothing for this profile`;
      return {
        succeeded: run.status === 'SUCCEEDED',
        status: run.status,
        outcomes: outcomes.map(
          (outcome) => outcome ?? { kind: stoppedEarly(run) ? 'failed' : 'nothing', message },
        ),
        costUsd: run.usageTotalUsd ?? null,
      };
    },

    async cost(runId, signal) {
      const run = await connection.read(apifyRunSchema.optional(), signal, (sdk) => sdk.run(runId).get());
      return run?.usageTotalUsd ?? null;
    },
  };
}

/** A run that reached its charge limit ends as SUCCEEDED all the same; only its status message tells (PROVIDERS.md §1.1). */
function stoppedEarly(run: {
  readonly status: string;
  readonly statusMessage?: string | null | undefined;
}): boolean {
  return (
    run.status !== 'SUCCEEDED' || /\b(?:charge|limit|budget|max(?:imum)?)\b/i.test(run.statusMessage ?? '')
  );
}

function unconfirmed(why: string, cause: unknown): RetryLater {
  return new RetryLater('start_unconfirmed', `whether the run was started is not known: ${why}`, { cause });
}
