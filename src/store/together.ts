import { StopRun } from '../domain/errors.ts';
import { Batcher } from '../pipeline/batcher.ts';

/**
 * Acts that are asked for while the one before is under way are carried out together, in one statement or transaction instead of one each; the first goes
 * at once. Where that fails, each is tried alone, so that none fails for another's sake.
 */
export function together<Input, Output>(
  maxInputs: number,
  act: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  group?: (input: Input) => string,
): (input: Input) => Promise<Output> {
  const batcher = new Batcher<Input, Output>({
    maxInputs,
    parallel: 1,
    ...(group === undefined ? {} : { group }),
    run: async (inputs) => {
      try {
        return await act(inputs);
      } catch (error) {
        // Without a database nothing goes alone either.
        if (inputs.length === 1 || error instanceof StopRun) throw error;
        const alone: (Output | Error)[] = [];
        for (const input of inputs) {
          alone.push(
            await act([input]).then(
              ([output]) => output!,
              (own: unknown) => (own instanceof Error ? own : new Error(String(own))),
            ),
          );
        }
        return alone;
      }
    },
  });
  return (input) => batcher.submit(input);
}
