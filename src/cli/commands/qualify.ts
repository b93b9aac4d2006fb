import type { Command } from 'commander';
import type { PreviewRow, QualifyResult } from '../../app/qualify-leads.ts';
import type { Settings } from '../../config/settings.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import type { Paint } from '../io.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addOfflineOption,
  addRerankOptions,
  addScopeOptions,
  addShortlistOption,
  addSpendingOptions,
  addWatchingOptions,
  examples,
  parseCount,
  type WatchingOptions,
  watchOptions,
} from '../options.ts';
import type { Start } from '../start.ts';
import { formatTable } from '../table.ts';
import { readIcp } from './client.ts';
import { confirmSpending } from './confirm-spending.ts';
import { scopeFlags } from './scope-flags.ts';
import { histogramLines } from './score-histogram.ts';
import { costText, planDocument, planLines } from './spending.ts';

interface QualifyOptions extends GlobalOptions, WatchingOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly limit?: number;
  readonly rescore?: boolean;
  readonly preview?: string;
  readonly rerank: boolean;
  readonly allowListwise?: boolean;
  readonly shortlist?: number;
  readonly dryRun?: boolean;
  readonly maxCost?: number;
  readonly yes?: boolean;
}

export function declareQualify(program: Command, start: Start): void {
  const command = addScopeOptions(
    program.command('qualify').description("score each enriched lead against its client's ICP, 0–100"),
  )
    .option('--limit <n>', 'at most this many leads', parseCount)
    .option('--rescore', 'also leads whose score is stale (other ICP version, profile, models); only those')
    .option(
      '--preview <file>',
      'show what an edited ICP would change, old and new score side by side; change nothing',
    )
    .action(start(qualify));
  addGlobalOptions(
    addDatabaseOptions(
      addOfflineOption(addShortlistOption(addRerankOptions(addSpendingOptions(addWatchingOptions(command))))),
    ),
  );
  examples(command, [
    ['icp qualify --client acme', 'everybody who has been enriched'],
    ['icp qualify --client acme --preview edited.yaml', 'before changing the ICP'],
    ['icp qualify --client acme --rescore', 'after changing it'],
  ]);
}

async function qualify(options: QualifyOptions, context: CommandContext): Promise<number> {
  const [{ previewIcp, qualifyLeads }, { openServices, requireStageKeys }, { resolveScope }] =
    await Promise.all([
      import('../../app/qualify-leads.ts'),
      import('../../app/services.ts'),
      import('../../app/resolve-scope.ts'),
    ]);
  const edited = options.preview === undefined ? null : await readIcp(options.preview, context);
  const needs = options.dryRun
    ? {}
    : {
        check: (settings: Settings) => requireStageKeys(settings, ['qualify'], options.rerank),
        ...watchOptions('qualify', options),
      };
  return context.withApp(async (app) => {
    const scope = await resolveScope(app.database, options);
    const request = {
      scope,
      limit: options.limit ?? null,
      rescore: options.rescore === true,
      rerank: options.rerank,
      allowListwise: options.allowListwise === true,
      shortlist: options.shortlist,
      maxCostUsd: options.maxCost,
    };
    const makePlan = async () => {
      const { planSpending } = await import('../../app/estimate-cost.ts');
      return planSpending(app, await openServices(app, request.scope, request), {
        ...request,
        stages: ['qualify'],
      });
    };
    if (options.dryRun) {
      const plan = await makePlan();
      context.printer.result(planDocument('qualify', plan), (paint) =>
        planLines(plan, context.printer.width, paint),
      );
      return 0;
    }
    if (edited !== null) {
      const rows = await previewIcp(app, request, edited);
      context.printer.result(previewDocument(rows), (paint) =>
        previewLines(rows, context.printer.width, paint),
      );
      return 0;
    }
    await confirmSpending(context, options, app, makePlan);
    const result = await qualifyLeads(app, { ...request, onProgress: context.progress.onProgress });
    context.printer.result({ command: 'qualify', ...qualifyDocument(result) }, (paint) => [
      ...qualifyLines(result),
      ...(context.io.stdout.isTTY === true ? scoreLines(result, context.printer.width, paint) : []),
      ...(result.qualified > 0
        ? [paint('dim', `Next: icp export${scopeFlags({ client: options.client, batch: options.batch })}`)]
        : []),
    ]);
    return result.failed > 0 ? 3 : 0;
  }, needs);
}

export function qualifyDocument(result: QualifyResult): object {
  return {
    qualified: result.qualified,
    failed: result.failed,
    remaining: result.remaining,
    cost_usd: result.costUsd,
    unknown_costs: result.unknownCosts,
    score_bands: result.bands,
    disqualified: result.disqualified,
    not_enough: result.notEnough,
  };
}

/** How the scores are spread, and who has none. */
function scoreLines(
  { bands, disqualified, notEnough }: QualifyResult,
  width: number,
  paint: Paint,
): string[] {
  const others = [
    ...(disqualified > 0 ? [`${disqualified} disqualified`] : []),
    ...(notEnough > 0 ? [`${notEnough} with too little on the profile to judge`] : []),
  ];
  return [
    ...histogramLines(bands, width, paint),
    ...(others.length > 0 ? [paint('dim', `  ${others.join(', ')}`)] : []),
  ];
}

export function qualifyLines(result: QualifyResult): string[] {
  if (result.qualified + result.failed === 0) return ['No lead to qualify.'];
  const failed = result.failed === 0 ? '' : `, ${result.failed} failed`;
  return [
    `Qualified ${counted(result.qualified, 'lead')}${failed}, ${costText(result.costUsd, result.unknownCosts)}.`,
  ];
}

function previewDocument(rows: readonly PreviewRow[]): object {
  return {
    command: 'qualify',
    preview: rows.map((row) => ({
      id: row.id,
      name: row.name,
      old_score: row.oldScore,
      new_score: row.newScore,
      match_reasoning: row.reasoning,
    })),
  };
}

function previewLines(rows: readonly PreviewRow[], width: number, paint: Paint): string[] {
  if (rows.length === 0) return ['No lead has been enriched yet.'];
  const changed = rows.filter((row) => row.oldScore !== row.newScore).length;
  const table = formatTable(
    [
      { title: 'LEAD', value: (row) => row.id, align: 'right' },
      { title: 'OLD', value: (row) => row.oldScore?.toFixed(1) ?? null, align: 'right' },
      { title: 'NEW', value: (row) => row.newScore?.toFixed(1) ?? null, align: 'right' },
      { title: 'CHANGE', value: change, align: 'right' },
      { title: 'NAME', value: (row) => row.name, shrink: 1, least: 12 },
      { title: 'WHY', value: (row) => row.reasoning, shrink: 2, least: 20 },
    ],
    rows,
    width,
    paint,
  );
  return [...table, '', `${counted(changed, 'score')} of ${rows.length} would change. Nothing was changed.`];
}

function change(row: PreviewRow): string {
  if (row.oldScore === null || row.newScore === null) return row.oldScore === row.newScore ? '' : 'new';
  const difference = row.newScore - row.oldScore;
  if (Math.abs(difference) < 0.05) return '=';
  return `${difference > 0 ? '+' : '−'}${Math.abs(difference).toFixed(1)}`;
}
