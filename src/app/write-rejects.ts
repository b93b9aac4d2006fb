import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../domain/errors.ts';
import { type RejectedLine, rejectsCsv } from '../stages/export/rejects-csv.ts';
import { notWritableCode } from './not-writable.ts';

/** What became of `--rejects FILE`. */
export interface WrittenRejects {
  /** Rows in the file. */
  readonly count: number;
  /** Null when there was nothing to write. */
  readonly path: string | null;
}

/** Writes the rows that could not be used as CSV: whole or not at all, and no file without rows. Throws UsageError `output_not_writable`. */
export async function writeRejects(path: string, rejects: readonly RejectedLine[]): Promise<WrittenRejects> {
  if (rejects.length === 0) return { count: 0, path: null };
  const draft = `${path}.${process.pid}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(draft, 'w');
    try {
      await file.writeFile(rejectsCsv(rejects));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return { count: rejects.length, path };
  } catch (error) {
    const code = notWritableCode(error);
    if (code === null) throw error;
    throw new UsageError(
      'output_not_writable',
      `${path} cannot be written (${code}); nothing was ingested`,
      'name another file with --rejects FILE',
    );
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}
