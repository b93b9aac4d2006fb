export interface BatcherOptions<Input, Output> {
  /** Carries out one batch; one output per input, in order. */
  readonly run: (inputs: readonly Input[]) => Promise<readonly (Output | Error)[]>;
  readonly maxInputs: number;
  /** Batches under way at once; a free place is filled at once with whatever waits. */
  readonly parallel: number;
  /** How long a batch that is not full waits for company, in milliseconds. */
  readonly lingerMs?: number;
  /** Inputs of different groups never share a batch. */
  readonly group?: (input: Input) => string;
  /** Weight of an input, with the most that a batch may weigh. */
  readonly weigh?: (input: Input) => number;
  readonly maxWeight?: number;
}

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly since: number;
  resolve(output: Output): void;
  reject(error: unknown): void;
}

/**
 * Collects single requests into batches and runs a bounded number of them at once: what keeps calls few and every place busy,
 * for paid services and database statements alike. Rolling, not in waves. A request fails alone when `run` returns an
 * Error for it, and with its batch when `run` throws.
 */
export class Batcher<Input, Output> {
  readonly #options: BatcherOptions<Input, Output>;
  readonly #waiting = new Map<string, Waiting<Input, Output>[]>();
  #running = 0;
  #timer: NodeJS.Timeout | null = null;
  #scheduled = false;

  constructor(options: BatcherOptions<Input, Output>) {
    this.#options = options;
  }

  submit(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      const group = this.#options.group?.(input) ?? '';
      const queue = this.#waiting.get(group);
      const entry = { input, since: performance.now(), resolve, reject };
      if (queue === undefined) this.#waiting.set(group, [entry]);
      else queue.push(entry);
      this.#schedule();
    });
  }

  /** Looks again once the present turn of the event loop is over, so that requests made together travel together. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#dispatch();
    });
  }

  #dispatch(): void {
    const { parallel, lingerMs = 0 } = this.#options;
    let soonest = Number.POSITIVE_INFINITY;
    // The group whose first request has waited longest goes first, so that one that is always full cannot starve the others.
    const waiting = () => [...this.#waiting].sort(([, one], [, other]) => one[0]!.since - other[0]!.since);
    const lingering = new Set<string>();
    while (this.#running < parallel) {
      const next = waiting().find(([group]) => !lingering.has(group));
      if (next === undefined) break;
      const [group, queue] = next;
      const age = performance.now() - queue[0]!.since;
      const { count, full } = this.#nextBatch(queue);
      if (!full && age < lingerMs) {
        soonest = Math.min(soonest, lingerMs - age);
        lingering.add(group);
        continue;
      }
      const batch = queue.splice(0, count);
      if (queue.length === 0) this.#waiting.delete(group);
      void this.#run(batch);
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (soonest !== Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#dispatch(), Math.ceil(soonest));
  }

  /** How many from the front of the queue make the next batch, and whether one more would not fit. */
  #nextBatch(queue: readonly Waiting<Input, Output>[]): { count: number; full: boolean } {
    const { maxInputs, weigh, maxWeight = Number.POSITIVE_INFINITY } = this.#options;
    let weight = 0;
    for (const [count, { input }] of queue.entries()) {
      weight += weigh?.(input) ?? 0;
      if (count > 0 && weight > maxWeight) return { count, full: true };
      if (count + 1 === maxInputs) return { count: maxInputs, full: true };
    }
    return { count: queue.length, full: false };
  }

  async #run(entries: readonly Waiting<Input, Output>[]): Promise<void> {
    this.#running += 1;
    try {
      const outputs = await this.#options.run(entries.map((entry) => entry.input));
      if (outputs.length !== entries.length) {
        throw new Error(`a batch of ${entries.length} requests got ${outputs.length} answers`);
      }
      entries.forEach((entry, position) => {
        const output = outputs[position];
        if (output instanceof Error) entry.reject(output);
        else entry.resolve(output as Output);
      });
    } catch (error) {
      for (const entry of entries) entry.reject(error);
    } finally {
      this.#running -= 1;
      this.#dispatch();
    }
  }
}
