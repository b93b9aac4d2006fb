import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Batcher } from '../../src/pipeline/batcher.ts';

/** A promise that is settled from outside. */
function gate() {
  let open!: () => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { promise, open, fail };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
async function turns(count = 5) {
  for (let i = 0; i < count; i += 1) await turn();
}

describe('a batcher', () => {
  it('sends what is asked for together as one batch and answers each', async () => {
    const batches: number[][] = [];
    const batcher = new Batcher<number, string>({
      run: async (inputs) => {
        batches.push([...inputs]);
        return inputs.map((input) => `<${input}>`);
      },
      maxInputs: 10,
      parallel: 1,
    });
    const first = batcher.submit(1);
    await Promise.resolve();
    expect(await Promise.all([first, batcher.submit(2), batcher.submit(3)])).toEqual(['<1>', '<2>', '<3>']);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('fills a free place at once, not only when all places are free', async () => {
    const gates: ReturnType<typeof gate>[] = [];
    const running = () => gates.filter((one) => !closed.has(one)).length;
    const closed = new Set<ReturnType<typeof gate>>();
    const batcher = new Batcher<number, number>({
      run: async (inputs) => {
        const own = gate();
        gates.push(own);
        await own.promise;
        closed.add(own);
        return inputs;
      },
      maxInputs: 1,
      parallel: 3,
    });
    const answers = Array.from({ length: 7 }, (_, number) => batcher.submit(number));
    await turns();
    expect(gates).toHaveLength(3);
    gates[1]!.open();
    await turns();
    expect(gates).toHaveLength(4);
    expect(running()).toBe(3);
    gates[3]!.open();
    gates[0]!.open();
    await turns();
    expect(gates).toHaveLength(6);
    for (let index = 0; index < 7; index += 1) {
      gates[index]?.open();
      await turns();
    }
    expect(await Promise.all(answers)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('keeps a batch that is not full waiting for company, and a full one not', async () => {
    const batches: string[][] = [];
    const batcher = new Batcher<string, string>({
      run: async (inputs) => {
        batches.push([...inputs]);
        return inputs;
      },
      maxInputs: 2,
      parallel: 9,
      lingerMs: 150,
    });
    const late = batcher.submit('a');
    await turns(20);
    expect(batches).toEqual([]);
    await Promise.all([batcher.submit('b'), late]);
    expect(batches).toEqual([['a', 'b']]);
    await batcher.submit('c');
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('never mixes groups, and a lingering group holds up no other', async () => {
    const batches: string[][] = [];
    const batcher = new Batcher<string, string>({
      run: async (inputs) => {
        batches.push([...inputs]);
        return inputs;
      },
      maxInputs: 2,
      parallel: 1,
      lingerMs: 60,
      group: (input) => input[0]!,
    });
    await Promise.all(['a1', 'b1', 'b2'].map((input) => batcher.submit(input)));
    expect(batches).toEqual([['b1', 'b2'], ['a1']]);
  });

  it('lets an input fail alone, or with its batch', async () => {
    const batcher = new Batcher<number, number>({
      run: async (inputs) => {
        if (inputs.includes(13)) throw new Error('all');
        return inputs.map((input) => (input < 0 ? new Error(`alone ${input}`) : input));
      },
      maxInputs: 3,
      parallel: 1,
    });
    const ask = (...inputs: number[]) => Promise.allSettled(inputs.map((input) => batcher.submit(input)));
    expect((await ask(1, -2, 3)).map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await ask(1, 13, 3)).map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect((await ask(4)).map((one) => one.status)).toEqual(['fulfilled']);
  });

  it('goes on after a run that threw before its first wait', async () => {
    let calls = 0;
    const batcher = new Batcher<number, number>({
      run: (inputs) => {
        calls += 1;
        if (calls === 1) throw new Error('at once');
        return Promise.resolve(inputs);
      },
      maxInputs: 1,
      parallel: 1,
    });
    await expect(batcher.submit(1)).rejects.toThrow('at once');
    expect(await batcher.submit(2)).toBe(2);
  });

  it('does not let an answer that is missing pass for one', async () => {
    const batcher = new Batcher<number, number>({ run: async () => [1], maxInputs: 2, parallel: 1 });
    const [, second] = await Promise.allSettled([batcher.submit(1), batcher.submit(2)]);
    expect(second!.status).toBe('rejected');
  });

  it('serves every group in the end, even while one is always full', async () => {
    let left = 200;
    const batcher: Batcher<string, string> = new Batcher<string, string>({
      run: async (inputs) => {
        if (inputs[0] === 'busy' && left > 0) {
          left -= 1;
          batcher.submit('busy').catch(() => {});
        }
        return inputs;
      },
      maxInputs: 1,
      parallel: 1,
      group: (input) => input,
    });
    batcher.submit('busy').catch(() => {});
    batcher.submit('busy').catch(() => {});
    await batcher.submit('quiet');
    expect(left).toBeGreaterThan(150);
  });

  it('keeps count, weight, places and order whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ weight: fc.nat(12), group: fc.constantFrom('a', 'b') }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 15 }),
        async (inputs, maxInputs, parallel, maxWeight) => {
          let running = 0;
          let most = 0;
          const seen: { weight: number; group: string; number: number }[] = [];
          const batcher = new Batcher<{ weight: number; group: string; number: number }, number>({
            maxInputs,
            parallel,
            maxWeight,
            weigh: (input) => input.weight,
            group: (input) => input.group,
            run: async (batch) => {
              running += 1;
              most = Math.max(most, running);
              await turn();
              running -= 1;
              expect(batch.length).toBeLessThanOrEqual(maxInputs);
              expect(new Set(batch.map((input) => input.group)).size).toBe(1);
              if (batch.length > 1) {
                expect(batch.reduce((sum, input) => sum + input.weight, 0)).toBeLessThanOrEqual(maxWeight);
              }
              seen.push(...batch);
              return batch.map((input) => input.number);
            },
          });
          const answers = await Promise.all(
            inputs.map((input, number) => batcher.submit({ ...input, number })),
          );
          expect(answers).toEqual(inputs.map((_, number) => number));
          expect(most).toBeLessThanOrEqual(parallel);
          for (const group of ['a', 'b']) {
            const numbers = seen.filter((input) => input.group === group).map((input) => input.number);
            if (parallel === 1) expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
