import type { PaidCalls } from './paid-call.ts';

/** Another process is buying what we need: look again after this long. */
const LOOK_AGAIN_MS = 500;

/** Looks until the answer is there or ours to buy. Throws what stops the command. */
export async function unlessElsewhere<T>(
  look: () => Promise<T>,
  { clock, halt }: Pick<PaidCalls, 'clock' | 'halt'>,
  pauseMs = LOOK_AGAIN_MS,
): Promise<Exclude<T, 'elsewhere'>> {
  for (;;) {
    const found = await look();
    if (found !== 'elsewhere') return found as Exclude<T, 'elsewhere'>;
    await clock.sleep(pauseMs, halt.stopping);
  }
}
