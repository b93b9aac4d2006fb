import type { Writable } from 'node:stream';
import { EXPORT_COLUMNS } from '../stages/export/columns.ts';
import { type ExportFormat, writeRows } from '../stages/export/export-writer.ts';
import { type ExportTerms, exportLeads as lendLeads } from '../store/export-leads.ts';
import { countByStatus } from '../store/reports.ts';
import type { App } from './app.ts';
import { datedPath, writeOutput } from './output-file.ts';

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

/** Writes the leads that qualified, best first, and marks them exported once the file is whole. No lead, no file. */
export async function exportLeads(app: App, request: ExportRequest): Promise<ExportResult> {
  const counts = await countByStatus(app.database, request.scope);
  const there = {
    waiting: counts.qualified + (request.again ? counts.exported : 0),
    before: counts.exported,
  };
  if (there.waiting === 0) return { exported: 0, path: null, ...there };
  const { format, output, stdout, client, batch } = request;
  // `outputs/<client>-<batch or all>-<date>.csv`
  const names = [client, batch?.replace(/[^\p{L}\p{N}._-]+/gu, '-') ?? 'all'];
  const defaultPath = datedPath(names, app.clock.now(), format);
  const ifNot = 'no lead was marked exported';
  const { count, result } = await writeOutput({ output, defaultPath, stdout, ifNot }, (draft) =>
    lendLeads(
      app.database,
      request,
      (pages) => draft.write((stream) => writeRows(pages, EXPORT_COLUMNS, format, stream)),
      () => draft.publish(),
    ),
  );
  return { exported: count, path: result, ...there };
}
