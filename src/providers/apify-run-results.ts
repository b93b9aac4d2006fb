import { z } from 'zod';
import { GiveUp, RetryLater } from '../domain/errors.ts';
import { type ApifyConnection, CALL_TIMEOUT_MS } from './apify-connection.ts';
import { isMissingRecord } from './apify-failure.ts';
import { type ApifyRun, apifyRunSchema, hasEnded } from './apify-run.ts';
import { serviceWords } from './http-answer.ts';
import { type NormalisedItem, normaliseItem } from './profile-items/normalise-item.ts';

/** How long the server holds an answer until the run ends; it allows at most 60 s, and proxies cut long silences. */
const WAIT_SECONDS = 30;
const ITEMS_TIMEOUT_MS = 120_000;
/** Longer than any run lasts with its queueing: then it is left for later. */
const MOST_WAITING_MS = 30 * 60_000;
/** Replicas show a new run or dataset late. A record that stays missing for this long does not exist. */
const MISSING_FOR_MS = 5000;
const ITEMS_PER_PAGE = 250;

const itemPageSchema = z.object({
  items: z.array(z.unknown()),
  total: z.number().int().nonnegative().nullable().catch(null),
});

export interface Waiting {
  now(): Date;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  readonly pollMs: number;
}

/** Waits for runs and reads their datasets: patient with what is late, but never for ever, as the SDK's own waiting is. */
export class ApifyRunResults {
  readonly #connection: ApifyConnection;
  readonly #waiting: Waiting;

  constructor(connection: ApifyConnection, waiting: Waiting) {
    this.#connection = connection;
    this.#waiting = waiting;
  }

  /** The run once it has ended, in whatever way. Throws GiveUp `run_not_found`, RetryLater `run_still_going`. */
  async ended(runId: string, signal: AbortSignal): Promise<ApifyRun> {
    const { now, sleep, pollMs } = this.#waiting;
    const began = now().getTime();
    for (;;) {
      const run = await this.#untilThere(runId, signal, () =>
        this.#connection.read(
          apifyRunSchema.optional(),
          signal,
          (sdk) => sdk.run(runId).get({ waitForFinish: WAIT_SECONDS }),
          CALL_TIMEOUT_MS + WAIT_SECONDS * 1000,
        ),
      );
      if (hasEnded(run)) return run;
      if (now().getTime() - began > MOST_WAITING_MS) {
        throw new RetryLater('run_still_going', `the run ${run.id} is still ${run.status}`);
      }
      await sleep(pollMs, signal);
    }
  }

  /** What an ended run produced; read once more when it is less than was asked for, since items may show late. */
  async items(run: ApifyRun, expected: number, signal: AbortSignal): Promise<NormalisedItem[]> {
    const items = await this.#readDataset(run, expected, signal);
    if (items.length >= expected) return items;
    await this.#waiting.sleep(this.#waiting.pollMs, signal);
    const again = await this.#readDataset(run, expected, signal);
    return again.length > items.length ? again : items;
  }

  async #readDataset(run: ApifyRun, expected: number, signal: AbortSignal): Promise<NormalisedItem[]> {
    const datasetId = run.defaultDatasetId;
    if (!datasetId) return [];
    // Scrapers repeat items, but a dataset many times larger than was asked for is somebody's mischief.
    const most = 100 + expected * 20;
    const items: NormalisedItem[] = [];
    for (let offset = 0; offset < most; ) {
      const page = await this.#untilThere(run.id, signal, () => this.#itemPage(datasetId, offset, signal));
      items.push(...page.items.slice(0, most - items.length).map(normaliseItem));
      offset += ITEMS_PER_PAGE;
      // Without a total, a page that is not full is the last.
      const isLast = page.total === null ? page.items.length < ITEMS_PER_PAGE : offset >= page.total;
      if (isLast) break;
    }
    return items;
  }

  #itemPage(datasetId: string, offset: number, signal: AbortSignal) {
    return this.#connection.read(
      itemPageSchema.optional(),
      signal,
      (sdk) =>
        sdk
          .dataset(datasetId)
          .listItems({ offset, limit: ITEMS_PER_PAGE })
          .catch((error: unknown) => {
            if (isMissingRecord(error)) return undefined;
            throw error;
          }),
      ITEMS_TIMEOUT_MS,
    );
  }

  async #untilThere<T>(runId: string, signal: AbortSignal, read: () => Promise<T | undefined>): Promise<T> {
    const { sleep, pollMs } = this.#waiting;
    for (let missingMs = 0; missingMs <= MISSING_FOR_MS; missingMs += pollMs) {
      const found = await read();
      if (found !== undefined) return found;
      await sleep(pollMs, signal);
    }
    const id = serviceWords(runId, this.#connection.call.token);
    throw new GiveUp('run_not_found', `Apify has no run ${id}, or no longer its results`);
  }
}
