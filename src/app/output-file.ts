import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { UsageError } from '../domain/errors.ts';
import { notWritableCode } from './not-writable.ts';

export interface OutputTarget {
  /** A path, `-` for standard output, or undefined for the default file. */
  readonly output?: string | undefined;
  readonly defaultPath: string;
  readonly stdout: Writable;
  /** What to add where the file cannot be written. */
  readonly ifNot?: string;
}

export interface Draft {
  /** Writes everything; may be called several times, and begins afresh each time. */
  write(write: (stream: Writable) => Promise<void>): Promise<void>;
  /** Puts what was written last in its place; returns its path, null for standard output. */
  publish(): Promise<string | null>;
}

/**
 * Lends a draft to `work`, which writes it and, if there is anything in it, publishes it: nobody ever sees a part of a file, and nothing goes to standard output
 * that is not whole. Throws UsageError `output_not_writable`.
 */
export async function writeOutput<T>(target: OutputTarget, work: (draft: Draft) => Promise<T>): Promise<T> {
  return target.output === '-' ? toStdout(target.stdout, work) : toFile(target, work);
}

async function toStdout<T>(stdout: Writable, work: (draft: Draft) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'icp-export-'));
  const draft = join(folder, 'draft');
  try {
    return await work({
      write: (write) => writeDraft(draft, write),
      publish: async () => {
        await pipeline(createReadStream(draft), stdout, { end: false });
        return null;
      },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function toFile<T>(
  { output, defaultPath, ifNot }: OutputTarget,
  work: (draft: Draft) => Promise<T>,
): Promise<T> {
  const wished = output ?? defaultPath;
  const draft = `${wished}.${process.pid}.partial`;
  try {
    await mkdir(dirname(wished), { recursive: true });
    return await work({
      write: (write) => writeDraft(draft, write),
      publish: async () => {
        const path = output ?? (await freePath(wished, draft));
        await rename(draft, path);
        return path;
      },
    });
  } catch (error) {
    const code = notWritableCode(error);
    if (code !== null) {
      throw new UsageError(
        'output_not_writable',
        `${wished} cannot be written (${code})${ifNot === undefined ? '' : `; ${ifNot}`}`,
        'name another file with -o FILE, or - for standard output',
      );
    }
    throw error;
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

async function writeDraft(path: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const stream = createWriteStream(path);
  // Errors surface through the writes and `finished`; without a listener they would end the process first.
  stream.on('error', () => {});
  await write(stream);
  stream.end();
  await finished(stream);
  await flushToDisk(path);
}

/** `outputs/<parts>-<date>.<extension>`; parts that are missing are left out. */
export function datedPath(parts: readonly (string | undefined)[], now: Date, extension: string): string {
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `outputs/${[...parts, date].filter(Boolean).join('-')}.${extension}`;
}

/**
 * The default path, or the same with -2, -3 … where another export stands already, which is never overwritten. A file with the very same bytes is our
 * own, of a process that died between renaming it and saying so.
 */
async function freePath(wished: string, draft: string): Promise<string> {
  const extension = extname(wished);
  const stem = wished.slice(0, -extension.length);
  let hash: string | null = null;
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wished : `${stem}-${number}${extension}`;
    if (!existsSync(path)) return path;
    hash ??= await hashFile(draft);
    if ((await hashFile(path)) === hash) return path;
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** So that a power cut after the file is told of cannot leave an empty one. */
async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
