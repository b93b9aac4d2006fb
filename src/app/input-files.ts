import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../domain/errors.ts';

export interface InputFile {
  /** As the user named it; `-` for standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** How large an input may be, and what to do about a larger one. */
export interface InputLimit {
  readonly megabytes: number;
  readonly hint: string;
}

/** Larger inputs are refused: no page that a browser saves comes near (a page of 20,000 followers is 15–60 MB). */
const LARGEST_PAGE: InputLimit = {
  megabytes: 200,
  hint: 'split it, or save the page without pictures ("Webpage, HTML only" after scrolling, or copy the outer HTML)',
};
const MOST_FILES = 10_000;

/**
 * The files that the arguments name, one at a time: a file, `-` for standard input, or a folder, which is walked (hidden files and the
 * `*_files` folders that browsers save next to a page are left out). Throws UsageError for what cannot be read.
 */
export async function* readInputs(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<InputFile, void, undefined> {
  const files = (await Promise.all(paths.map((path) => (path === '-' ? ['-'] : expand(path))))).flat();
  for (const path of new Set(files)) yield { path, bytes: await readInput(path, stdin) };
}

/** One file, or standard input for `-`. Throws UsageError for what cannot be read or is too large. */
export async function readInput(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  limit: InputLimit = LARGEST_PAGE,
): Promise<Uint8Array> {
  return path === '-' ? await readAll(stdin, limit) : await readOne(path, limit);
}

async function expand(path: string): Promise<string[]> {
  let kind: Awaited<ReturnType<typeof stat>>;
  try {
    kind = await stat(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  if (!kind.isDirectory()) return [path];
  const files = await walk(path);
  if (files.length === 0) {
    throw new UsageError(
      'empty_folder',
      `the folder ${path} holds no file`,
      'name a file, or a folder with saved pages',
    );
  }
  if (files.length > MOST_FILES) {
    throw new UsageError(
      'too_many_files',
      `the folder ${path} holds ${files.length} files`,
      `name a folder with at most ${MOST_FILES}`,
    );
  }
  return files;
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || /_(?:files|Dateien|fichiers|archivos|file)$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

async function readOne(path: string, limit: InputLimit): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (isTooLarge(size, limit)) throw tooLarge(path, limit);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(path, error);
  }
}

async function readAll(stdin: AsyncIterable<Uint8Array>, limit: InputLimit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (isTooLarge(size, limit)) throw tooLarge('standard input', limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const isTooLarge = (bytes: number, { megabytes }: InputLimit) => bytes > megabytes * 1024 * 1024;

function tooLarge(path: string, { megabytes, hint }: InputLimit): UsageError {
  return new UsageError('input_too_large', `${path} is larger than ${megabytes} MB`, hint);
}

function unreadable(path: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code;
  const why =
    code === 'ENOENT'
      ? 'it does not exist'
      : code === 'EACCES'
        ? 'you may not read it'
        : (error as Error).message;
  return new UsageError('unreadable_input', `${path} cannot be read: ${why}`, 'check the path');
}

/** What a batch of these files is called unless the user says otherwise. */
export function batchNameOf(path: string): string {
  if (path === '-') return 'stdin';
  const name = basename(path).replace(/\.[a-z0-9]{1,6}$/i, '');
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60)
      .toLowerCase() || 'batch'
  );
}
