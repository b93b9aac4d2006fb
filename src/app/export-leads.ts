import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { UsageError } from '../domain/errors.ts';
import { type ExportFormat, writeRows } from '../stages/export/export-writer.ts';
import { type ExportedLead, type ExportTerms, exportLeads as lendLeads } from '../store/export-leads.ts';
import { countByStatus } from '../store/reports.ts';
import type { App } from './app.ts';
import { notWritableCode } from './not-writable.ts';

export interface ExportRequest extends ExportTerms {
  readonly format: ExportFormat;
  /** A path, `-` for standard output, or undefined for the default file. */
  readonly output?: string | undefined;
  /** Slug of the client and name of the batch, for the default file's name. */
  readonly client?: string | undefined;
  readonly batch?: string | undefined;
  readonly stdout: Writable;
}

export interface ExportResult {
  readonly exported: number;
  /** Null when there was nothing to write or it went to standard output. */
  readonly path: string | null;
  /** Leads in scope that were qualified before this export, whether the filter took them or not. */
  readonly waiting: number;
  /** Leads in scope that had been exported before. */
  readonly before: number;
}

type Written = Pick<ExportResult, 'exported' | 'path'>;

/** Writes the leads that qualified, best first, and marks them exported once the file is whole. No lead, no file. */
export async function exportLeads(app: App, request: ExportRequest): Promise<ExportResult> {
  const counts = await countByStatus(app.database, request.scope);
  const there = {
    waiting: counts.qualified + (request.again ? counts.exported : 0),
    before: counts.exported,
  };
  if (there.waiting === 0) return { exported: 0, path: null, ...there };
  const written =
    request.output === '-' ? await exportToStdout(app, request) : await exportToFile(app, request);
  return { ...written, ...there };
}

/** By way of a draft, so that nothing is printed that is not marked, whatever other processes do meanwhile. */
async function exportToStdout(app: App, request: ExportRequest): Promise<Written> {
  const folder = await mkdtemp(join(tmpdir(), 'icp-export-'));
  const draft = join(folder, 'draft');
  try {
    const { count } = await lendLeads(
      app.database,
      request,
      (pages) => writeDraft(pages, request.format, draft),
      () => pipeline(createReadStream(draft), request.stdout, { end: false }),
    );
    return { exported: count, path: null };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exportToFile(app: App, request: ExportRequest): Promise<Written> {
  const wished = request.output ?? defaultPath(request, app.clock.now());
  const draft = `${wished}.${process.pid}.partial`;
  try {
    await mkdir(dirname(wished), { recursive: true });
    const { count, result } = await lendLeads(
      app.database,
      request,
      (pages) => writeDraft(pages, request.format, draft),
      async () => {
        const path = request.output ?? (await freePath(wished, draft));
        await rename(draft, path);
        return path;
      },
    );
    return { exported: count, path: result };
  } catch (error) {
    const code = notWritableCode(error);
    if (code !== null) {
      throw new UsageError(
        'output_not_writable',
        `${wished} cannot be written (${code}); no lead was marked exported`,
        'name another file with -o FILE, or - for standard output',
      );
    }
    throw error;
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

async function writeDraft(
  pages: AsyncIterable<readonly ExportedLead[]>,
  format: ExportFormat,
  path: string,
): Promise<void> {
  const stream = createWriteStream(path);
  // Errors surface through the writes and `finished`; without a listener they would end the process first.
  stream.on('error', () => {});
  await writeRows(pages, format, stream);
  stream.end();
  await finished(stream);
  await flushToDisk(path);
}

/** `outputs/<client>-<batch or all>-<date>.csv` */
function defaultPath(request: ExportRequest, now: Date): string {
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const batch = request.batch?.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `outputs/${[request.client, batch ?? 'all', date].filter(Boolean).join('-')}.${request.format}`;
}

/**
 * The default path, or the same with -2, -3 … where another export stands already, which is never overwritten. A file with the very same bytes is our
 * own, of a process that died between renaming it and marking the leads.
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

/** So that a power cut after the leads are marked cannot leave an empty file. */
async function flushToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
