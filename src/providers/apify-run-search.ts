import { z } from 'zod';
import type { ApifyConnection } from './apify-connection.ts';
import { apifyInputKey } from './apify-input.ts';

/** Our clock against Apify's. */
const CLOCK_SKEW_MS = 60_000;
const RUNS_PER_PAGE = 100;
/** More than an account can start within the minutes in question. */
const MOST_RUNS = 2000;
const MOST_REMEMBERED_INPUTS = 5000;

const listedRunSchema = z.object({
  id: z.string().min(1),
  startedAt: z.coerce.date(),
  defaultKeyValueStoreId: z.string().min(1),
});
type ListedRun = z.infer<typeof listedRunSchema>;
const runPageSchema = z.object({ items: z.array(z.unknown()) });
const recordSchema = z.object({ value: z.unknown() }).optional();

/** Searches an actor's runs for the one that was started with a certain input. */
export class ApifyRunSearch {
  readonly #connection: ApifyConnection;
  /** Whom each run seen so far was started for; inputs never change. */
  readonly #inputKeys = new Map<string, string>();

  constructor(connection: ApifyConnection) {
    this.#connection = connection;
  }

  /**
   * The earliest run that was started at or after `since` (give or take a minute), asks for the same people as `input`, and is not in
   * `known`. A later one would have been started by a later attempt. Throws like any reading call: "not found" is said only for sure.
   */
  async find(
    input: unknown,
    since: Date,
    known: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const wanted = apifyInputKey(input);
    const latestFirst = await this.#runsSince(new Date(since.getTime() - CLOCK_SKEW_MS), signal);
    for (const run of latestFirst.toReversed()) {
      if (!known.has(run.id) && (await this.#inputKey(run, signal)) === wanted) return run.id;
    }
    return undefined;
  }

  async #runsSince(from: Date, signal: AbortSignal): Promise<ListedRun[]> {
    const { actor } = this.#connection.call;
    // By id: the pages shift while new runs are started.
    const found = new Map<string, ListedRun>();
    for (let offset = 0; offset < MOST_RUNS; offset += RUNS_PER_PAGE) {
      const page = await this.#connection.read(runPageSchema, signal, (sdk) =>
        sdk.actor(actor).runs().list({ desc: true, offset, limit: RUNS_PER_PAGE }),
      );
      const runs = page.items.flatMap((item) => listedRunSchema.safeParse(item).data ?? []);
      for (const run of runs) if (run.startedAt >= from) found.set(run.id, run);
      if (page.items.length < RUNS_PER_PAGE || runs.some((run) => run.startedAt < from)) break;
    }
    return [...found.values()];
  }

  async #inputKey(run: ListedRun, signal: AbortSignal): Promise<string> {
    const remembered = this.#inputKeys.get(run.id);
    if (remembered !== undefined) return remembered;
    const record = await this.#connection.read(recordSchema, signal, (sdk) =>
      sdk.keyValueStore(run.defaultKeyValueStoreId).getRecord('INPUT'),
    );
    const key = apifyInputKey(record?.value);
    // An input that is not there may come a moment later.
    if (key !== '') {
      if (this.#inputKeys.size >= MOST_REMEMBERED_INPUTS) this.#inputKeys.clear();
      this.#inputKeys.set(run.id, key);
    }
    return key;
  }
}
