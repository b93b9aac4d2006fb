import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { childOf } from './bench-paths.ts';

/** How long each service takes for an answer, in milliseconds. */
export interface ServiceLatencies {
  readonly runMs: number;
  readonly embeddingMs: number;
  readonly classificationMs: number;
  readonly rerankMs: number;
  /** Every tenth of the first fifty runs takes this long instead. */
  readonly slowRunMs?: number;
}

export const AT_ONCE: ServiceLatencies = { runMs: 0, embeddingMs: 0, classificationMs: 0, rerankMs: 0 };

/** As SPEC §8 has them. */
export const TAKING_THEIR_TIME: ServiceLatencies = {
  runMs: 2000,
  embeddingMs: 200,
  classificationMs: 500,
  rerankMs: 500,
};

export interface RunningServices {
  /** What a process needs to use them. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Apify, OpenAI and Jina in a process of their own; Apify knows everybody of invented-people.ts. */
export async function startServices(latencies: ServiceLatencies): Promise<RunningServices> {
  const child = spawn(process.execPath, [childOf('services'), JSON.stringify(latencies)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  if (typeof first[0] !== 'string') throw new Error('the simulated services did not start');
  return {
    environment: JSON.parse(first[0]) as Record<string, string>,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
