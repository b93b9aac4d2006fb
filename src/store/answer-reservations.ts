import { Batcher } from '../pipeline/batcher.ts';
import type { InBatch, Missing } from '../ports/answer-store.ts';
import type { Queryable } from './database.ts';
import type { DeadWorkers } from './dead-workers.ts';

export interface ReservationTerms {
  readonly worker: string;
  readonly leaseSeconds: number;
  /** Frees what dead processes held, so that nobody waits for them. */
  readonly deadWorkers: Pick<DeadWorkers, 'release'>;
}

/** Who buys which answer now, among all processes: so that two that need the same one do not both pay for it. */
export class AnswerReservations {
  readonly #database: Queryable;
  readonly #terms: ReservationTerms;
  readonly #letGo: Batcher<string, undefined>;

  constructor(database: Queryable, terms: ReservationTerms) {
    this.#database = database;
    this.#terms = terms;
    // Thousands may be let go at once, each by itself, when a service goes away.
    this.#letGo = new Batcher({
      maxInputs: 1000,
      parallel: 1,
      run: async (keys) => {
        await database.query(
          'delete from answers_under_way where answer_key = any($1::text[]) and owner = $2',
          [keys, terms.worker],
        );
        return keys.map(() => undefined);
      },
    });
  }

  /** Reserves what `find` does not find. `keyOf` names the answer to a text among all kinds of answers. */
  async reserve<Answer>(
    textHashes: readonly string[],
    keyOf: (textHash: string) => string,
    find: (textHashes: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
  ): Promise<ReadonlyMap<string, Answer | Missing>> {
    const there = await find(textHashes);
    const missing = [...new Set(textHashes)].filter((hash) => !there.has(hash));
    if (missing.length === 0) return there;
    const mine = await this.#take(missing.map(keyOf));
    if (mine.size < missing.length && (await this.#terms.deadWorkers.release())) {
      for (const key of await this.#take(missing.map(keyOf))) mine.add(key);
    }
    // Whoever had the reservation before us kept the answer first and gave the reservation up then: it may be there by now.
    const taken = missing.filter((hash) => mine.has(keyOf(hash)));
    const since = taken.length === 0 ? new Map<string, Answer>() : await find(taken);
    if (since.size > 0) await this.letGo([...since.keys()].map(keyOf));
    return new Map<string, Answer | Missing>([
      ...missing.map((hash): [string, Missing] => [hash, mine.has(keyOf(hash)) ? 'mine' : 'elsewhere']),
      ...there,
      ...since,
    ]);
  }

  /** The same, telling what stands in an open batch from what another process is buying right now. */
  async reserveOrAwait<Answer>(
    textHashes: readonly string[],
    keyOf: (textHash: string) => string,
    find: (textHashes: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
  ): Promise<ReadonlyMap<string, Answer | Missing | InBatch>> {
    const reserved = await this.reserve(textHashes, keyOf, find);
    const elsewhere = [...reserved].flatMap(([hash, state]) => (state === 'elsewhere' ? [hash] : []));
    if (elsewhere.length === 0) return reserved;
    const batches = await this.#batchesOf(elsewhere.map(keyOf));
    const awaited = elsewhere.flatMap((hash): [string, InBatch][] => {
      const answerBatchId = batches.get(keyOf(hash));
      return answerBatchId === undefined ? [] : [[hash, { answerBatchId }]];
    });
    return new Map<string, Answer | Missing | InBatch>([...reserved, ...awaited]);
  }

  async #batchesOf(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.#database.query<{ key: string; answerBatchId: number }>(
      `select answer_key as key, answer_batch_id as "answerBatchId"
         from answers_under_way
        where answer_key = any($1::text[]) and answer_batch_id is not null`,
      [keys],
    );
    return new Map(rows.map((row) => [row.key, row.answerBatchId]));
  }

  async #take(keys: readonly string[]): Promise<Set<string>> {
    const { worker, leaseSeconds } = this.#terms;
    const { rows } = await this.#database.query<{ key: string }>(
      `insert into answers_under_way as a (answer_key, owner, owned_until)
       select key, $2, now() + make_interval(secs => $3) from unnest($1::text[]) as key order by key
       on conflict (answer_key) do update set owner = excluded.owner, owned_until = excluded.owned_until
        where a.owned_until < now() or a.owner = excluded.owner
       returning answer_key as key`,
      [keys, worker, leaseSeconds],
    );
    return new Set(rows.map((row) => row.key));
  }

  async letGo(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.#letGo.submit(key)));
  }

  async renew(): Promise<void> {
    await this.#database.query(
      'update answers_under_way set owned_until = now() + make_interval(secs => $2) where owner = $1',
      [this.#terms.worker, this.#terms.leaseSeconds],
    );
  }

  async release(): Promise<void> {
    await this.#database.query('delete from answers_under_way where owner = $1', [this.#terms.worker]);
  }
}
