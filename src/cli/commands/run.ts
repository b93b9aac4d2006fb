import type { Command } from 'commander';
import type { App } from '../../app/app.ts';
import type { Plan } from '../../app/estimate-cost.ts';
import type { PipelineResult } from '../../app/run-pipeline.ts';
import type { Icp } from '../../domain/icp.ts';
import type { CommandContext } from '../context.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addOfflineOption,
  addReadingOptions,
  addRerankOptions,
  addShortlistOption,
  addSpendingOptions,
  addWatchingOptions,
  examples,
  type ReadingOptions,
  readOptions,
  type WatchingOptions,
  watchOptions,
} from '../options.ts';
import type { Start } from '../start.ts';
import { readIcp } from './client.ts';
import { confirmSpending } from './confirm-spending.ts';
import { enrichDocument } from './enrich.ts';
import { addExportOptions, type ExportOptions, refuseTwoDocuments } from './export.ts';
import { ingestDocument, ingestRequest } from './ingest.ts';
import { qualifyDocument } from './qualify.ts';
import { runSummary } from './run-summary.ts';
import { planDocument, planLines } from './spending.ts';
import { topLeads } from './top-leads.ts';

interface RunOptions extends ExportOptions, ReadingOptions, WatchingOptions {
  readonly client: string;
  readonly icp?: string;
  readonly profiles?: string;
  readonly rerank: boolean;
  readonly allowListwise?: boolean;
  readonly shortlist?: number;
  readonly dryRun?: boolean;
  readonly maxCost?: number;
  readonly yes?: boolean;
}

export function declareRun(program: Command, start: Start): void {
  const command = program
    .command('run <file...>')
    .description('ingest → enrich → qualify → export in one go; run it again to go on where it stopped')
    .requiredOption('--client <slug>', 'for whom')
    .option('--batch <name>', 'name of the batch (default: after the first file)')
    .option('--icp <file>', "first make this the client's ICP (and the client, if it is new)")
    .option('--profiles <file>', 'with --offline: earlier scrapes, JSON or JSON Lines')
    .action(start(run));
  addExportOptions(addReadingOptions(command));
  addGlobalOptions(
    addDatabaseOptions(
      addOfflineOption(addShortlistOption(addRerankOptions(addSpendingOptions(addWatchingOptions(command))))),
    ),
  );
  examples(command, [
    ['icp run followers.html --client acme --icp icp.yaml', 'the usual case'],
    ['icp run followers.html --client acme --dry-run', 'what would it cost?'],
    ['icp run followers.html --client acme --offline', 'without any service'],
  ]);
}

async function run(options: RunOptions, context: CommandContext, files: readonly string[]): Promise<number> {
  refuseTwoDocuments(options);
  const icp = options.icp === undefined ? null : await readIcp(options.icp, context);
  if (options.dryRun) return dryRun(options, context, files, icp);
  const [{ requireIcp, runPipeline }, { requireStageKeys }] = await Promise.all([
    import('../../app/run-pipeline.ts'),
    import('../../app/services.ts'),
  ]);
  return context.withApp(
    async (app) => {
      // Where the people come from standard input, there is nowhere to answer.
      if (!files.includes('-')) {
        await confirmSpending(context, options, app, async () => {
          if (icp === null) await requireIcp(app, options.client);
          return (await planRun(app, options, context, files, icp)).plan;
        });
      }
      const result = await runPipeline(app, {
        ingest: ingestRequest(options, context, files),
        icp,
        rerank: options.rerank,
        allowListwise: options.allowListwise === true,
        shortlist: options.shortlist,
        maxCostUsd: options.maxCost,
        profilesFile: options.profiles,
        export: {
          output: options.output,
          format: options.format,
          minScore: options.minScore ?? null,
          top: options.top ?? null,
          stdout: context.io.stdout,
        },
        onProgress: context.progress.onProgress,
      });
      const best = await topLeads(app, { client: options.client, batch: result.ingest.batch.name }, 5);
      if (options.output === '-' && result.export.exported > 0) {
        for (const line of runSummary(result, (_, text) => text)) context.printer.note(line);
      } else {
        context.printer.result(runDocument(result), (paint) => [
          ...runSummary(result, paint),
          ...(best.length === 0 ? [] : ['', ...best.lines(context.printer.width, paint)]),
        ]);
      }
      return result.enrich.failed + result.qualify.failed > 0 ? 3 : 0;
    },
    {
      check: (settings) => requireStageKeys(settings, ['enrich', 'qualify'], options.rerank),
      ...watchOptions('run', options),
    },
  );
}

export function runDocument(result: PipelineResult): object {
  return {
    command: 'run',
    batch: result.ingest.batch,
    ingest: ingestDocument(result.ingest),
    enrich: enrichDocument(result.enrich),
    qualify: qualifyDocument(result.qualify),
    export: { exported: result.export.exported, path: result.export.path },
  };
}

async function dryRun(
  options: RunOptions,
  context: CommandContext,
  files: readonly string[],
  icp: Icp | null,
): Promise<number> {
  const { plan, warnings } = await context.withApp((app) => planRun(app, options, context, files, icp));
  for (const warning of warnings) context.printer.warn(warning);
  if (options.rejects !== undefined) context.printer.note('A dry run writes no rejects.');
  context.printer.result(planDocument('run', plan), (paint) => planLines(plan, context.printer.width, paint));
  return 0;
}

/** What a run over the files would buy; reads them, and writes nothing. */
async function planRun(
  app: App,
  options: RunOptions,
  context: CommandContext,
  files: readonly string[],
  icp: Icp | null,
): Promise<{ readonly plan: Plan; readonly warnings: readonly string[] }> {
  const [{ planSpending }, { openServices }, { readSources }] = await Promise.all([
    import('../../app/estimate-cost.ts'),
    import('../../app/services.ts'),
    import('../../app/ingest-files.ts'),
  ]);
  const { people, profileItems, warnings } = await readSources(files, context.io.stdin, readOptions(options));
  const scope = { clientId: null, batchId: null };
  const services = await openServices(app, scope, { profilesFile: options.profiles });
  const plan = await planSpending(app, services, {
    scope,
    limit: null,
    stages: ['enrich', 'qualify'],
    rerank: options.rerank,
    shortlist: options.shortlist,
    rescore: false,
    newcomers: { client: options.client, icp, people, profileItems },
  });
  return { plan, warnings };
}
