import { type Command, Option } from 'commander';
import type { ExportResult } from '../../app/export-leads.ts';
import { UsageError } from '../../domain/errors.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addScopeOptions,
  examples,
  parseCount,
  parseScore,
} from '../options.ts';
import type { Start } from '../start.ts';

export interface ExportOptions extends GlobalOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly minScore?: number;
  readonly top?: number;
  readonly output?: string;
  readonly format: 'csv' | 'jsonl';
  readonly again?: boolean;
}

export function declareExport(program: Command, start: Start): void {
  const command = addScopeOptions(
    program.command('export').description('the leads that qualified, best first, as CSV'),
  );
  addExportOptions(command).option('--again', 'include those exported before').action(start(exportCommand));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp export --client acme', 'to outputs/acme-all-DATE.csv'],
    ['icp export --client acme --min-score 60 -o best.csv', 'only good ones'],
    ['icp export --client acme -o - | head', 'to a pipe'],
  ]);
}

/** Options that `icp run` shares. */
export function addExportOptions(command: Command): Command {
  return command
    .option('--min-score <n>', 'only leads with at least this score', parseScore)
    .option('--top <n>', 'only the best n', parseCount)
    .option('-o, --output <file>', 'where to write; - for stdout (default: outputs/CLIENT-BATCH-DATE.csv)')
    .addOption(new Option('--format <format>', 'of the file').choices(['csv', 'jsonl']).default('csv'));
}

async function exportCommand(options: ExportOptions, context: CommandContext): Promise<number> {
  refuseTwoDocuments(options);
  const [{ exportLeads }, { resolveScope }] = await Promise.all([
    import('../../app/export-leads.ts'),
    import('../../app/resolve-scope.ts'),
  ]);
  const result = await context.withApp(async (app) =>
    exportLeads(app, {
      scope: await resolveScope(app.database, options),
      minScore: options.minScore ?? null,
      top: options.top ?? null,
      again: options.again === true,
      format: options.format,
      output: options.output,
      client: options.client,
      batch: options.batch,
      stdout: context.io.stdout,
    }),
  );
  if (options.output === '-' && result.exported > 0) {
    // The leads themselves are on stdout.
    context.printer.note(exportLine(result));
    return 0;
  }
  context.printer.result({ command: 'export', exported: result.exported, path: result.path }, () => [
    exportLine(result),
  ]);
  return 0;
}

function nothingToExport({ waiting, before }: ExportResult): string {
  if (waiting > 0)
    return `Nothing to export: none of ${counted(waiting, 'qualified lead')} is within the filter.`;
  if (before > 0)
    return `Nothing new to export; --again includes the ${counted(before, 'lead')} exported before.`;
  return 'Nothing to export: no lead has qualified yet. Next: icp status';
}

/** Stdout holds what is exported or the JSON document, not both. */
export function refuseTwoDocuments(
  options: { readonly output?: string; readonly json?: boolean },
  instead = 'with --format jsonl the leads are JSON',
): void {
  if (options.output !== '-' || options.json !== true) return;
  throw new UsageError(
    'two_documents',
    '-o - and --json both want stdout',
    `leave out --json (${instead}), or write to a file`,
  );
}

export function exportLine(result: ExportResult): string {
  if (result.exported === 0) return nothingToExport(result);
  return `Exported ${counted(result.exported, 'lead')}${result.path === null ? '' : ` to ${shown(result.path)}`}.`;
}
