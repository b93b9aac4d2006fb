import { UsageError } from '../domain/errors.ts';
import type { ReadOptions } from '../stages/ingest/recogniser.ts';
import { readEach } from './ingest-files.ts';

/** What was made of one file, and why. */
export interface FileExplanation {
  readonly path: string;
  readonly kind: string;
  readonly why: string;
  readonly found: number;
  readonly skipped: number;
  /** How many of the skipped rows cannot be used for which reason; `not listed` are those of which no more is known. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly statedTotal: number | null;
  readonly warnings: readonly string[];
}

/** A file in which nobody can be read, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly error: UsageError;
}

export interface Explanation {
  readonly files: readonly (FileExplanation | UnreadFile)[];
  /** False when a file that was named, and not only found in a folder, cannot be read. */
  readonly complete: boolean;
}

/** Reads the files as `icp ingest` would, and nothing more. Throws UsageError when none of them can be read. */
export async function explainFiles(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Explanation> {
  const files: (FileExplanation | UnreadFile)[] = [];
  let complete = true;
  for await (const { file, reading } of readEach(paths, stdin, options)) {
    if (reading instanceof UsageError) {
      complete &&= !paths.includes(file.path);
      files.push({ path: file.path, error: reading });
      continue;
    }
    const { kind, why, people, skipped, rejects, statedTotal, warnings } = reading;
    const reasons = countReasons(
      rejects.map((reject) => reject.reason),
      skipped,
    );
    files.push({ path: file.path, kind, why, found: people.length, skipped, reasons, statedTotal, warnings });
  }
  const [first] = files;
  if (first !== undefined && files.every((file) => 'error' in file)) throw (first as UnreadFile).error;
  return { files, complete };
}

function countReasons(reasons: readonly string[], skipped: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const rest = skipped - reasons.length;
  if (rest > 0) counts.set('not listed', rest);
  return Object.fromEntries([...counts].sort(([, one], [, other]) => other - one));
}
