import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { childOf } from './bench-paths.ts';
import { type ProcessRun, timedProcess } from './timed-process.ts';

export interface MeasuredRun extends ProcessRun {
  /** Of all threads, from start to end, user and system. */
  readonly cpuMilliseconds: number;
  /** The most memory that was resident at once. */
  readonly peakBytes: number;
}

/** Runs `node ARGS` to its end and tells what it took of the machine. Throws when it fails. */
export async function measuredProcess(
  args: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly folder: string },
): Promise<MeasuredRun> {
  const usage = join(options.folder, `usage-${randomUUID()}.json`);
  const run = await timedProcess(['--import', pathToFileURL(childOf('report-usage')).href, ...args], {
    ...options,
    environment: { ...options.environment, ICP_BENCH_USAGE: usage },
  });
  const taken = JSON.parse(await readFile(usage, 'utf8')) as Pick<
    MeasuredRun,
    'cpuMilliseconds' | 'peakBytes'
  >;
  return { ...run, ...taken };
}
