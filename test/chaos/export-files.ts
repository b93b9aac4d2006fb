import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ExportedRow, ExportFile } from './evidence.ts';
import type { ProcessRecord } from './process-crew.ts';

const exportedRow = z.object({
  profile_url: z.string(),
  icp_score: z.number().nullable(),
  match_reasoning: z.string(),
  industry: z.string().nullable(),
  company_type: z.string().nullable(),
});
const csvRow = z.object({ 'Profile URL': z.string() });

/** An export in JSON Lines. */
export function readExport(text: string): ExportedRow[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => exportedRow.parse(JSON.parse(line)));
}

/** The CSV files that the processes were told to write, as far as they did. */
export function readExportFiles(folder: string, processes: readonly ProcessRecord[]): ExportFile[] {
  const after = (args: readonly string[], flag: string) => args[args.indexOf(flag) + 1]!;
  return processes.flatMap((writer): ExportFile[] => {
    if (!writer.args.includes('-o')) return [];
    const path = join(folder, after(writer.args, '-o'));
    if (!existsSync(path)) return [];
    const rows = z.array(csvRow).parse(parse(readFileSync(path), { columns: true }));
    return [{ writer, client: after(writer.args, '--client'), urls: rows.map((row) => row['Profile URL']) }];
  });
}
