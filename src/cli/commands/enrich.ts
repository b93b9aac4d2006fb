import type { Command } from 'commander';
import type { EnrichResult } from '../../app/enrich-leads.ts';
import type { Settings } from '../../config/settings.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addOfflineOption,
  addScopeOptions,
  addSpendingOptions,
  addWatchingOptions,
  examples,
  parseCount,
  type WatchingOptions,
  watchOptions,
} from '../options.ts';
import type { Start } from '../start.ts';
import { waitingLines } from './batch-waiting.ts';
import { confirmSpending } from './confirm-spending.ts';
import { scopeFlags } from './scope-flags.ts';
import { costText, planDocument, planLines } from './spending.ts';

interface EnrichOptions extends GlobalOptions, WatchingOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly limit?: number;
  readonly profiles?: string;
  readonly batchApi?: boolean;
  readonly dryRun?: boolean;
  readonly maxCost?: number;
  readonly yes?: boolean;
}

export function declareEnrich(program: Command, start: Start): void {
  const command = addScopeOptions(
    program.command('enrich').description('profile, embedding and classification for each discovered lead'),
  )
    .option('--limit <n>', 'at most this many leads', parseCount)
    .option('--profiles <file>', 'with --offline: earlier scrapes, JSON or JSON Lines')
    .option(
      '--batch-api',
      'embeddings and classifications through the OpenAI Batch API: half the price, within 24 hours',
    )
    .action(start(enrich));
  addGlobalOptions(addDatabaseOptions(addOfflineOption(addSpendingOptions(addWatchingOptions(command)))));
  examples(command, [
    ['icp enrich --client acme', 'everybody who waits'],
    ['icp enrich --dry-run', 'what would it cost?'],
    ['icp enrich --max-cost 5 --limit 500', 'a bounded round'],
    ['icp enrich --batch-api', 'ask now, collect with icp enrich later'],
  ]);
}

async function enrich(options: EnrichOptions, context: CommandContext): Promise<number> {
  const [{ enrichLeads }, { openServices, requireBatchApi, requireStageKeys }, { resolveScope }] =
    await Promise.all([
      import('../../app/enrich-leads.ts'),
      import('../../app/services.ts'),
      import('../../app/resolve-scope.ts'),
    ]);
  const batchApi = options.batchApi === true;
  const needs = {
    check: (settings: Settings) => {
      if (batchApi) requireBatchApi(settings);
      if (!options.dryRun) requireStageKeys(settings, ['enrich'], false);
    },
    ...(options.dryRun ? {} : watchOptions('enrich', options)),
  };
  return context.withApp(async (app) => {
    const scope = await resolveScope(app.database, options);
    const limit = options.limit ?? null;
    const spend = { maxCostUsd: options.maxCost, profilesFile: options.profiles, batchApi };
    const makePlan = async () => {
      const { planSpending } = await import('../../app/estimate-cost.ts');
      const services = await openServices(app, scope, spend);
      return planSpending(app, services, {
        scope,
        limit,
        stages: ['enrich'],
        rerank: true,
        rescore: false,
        batchApi,
      });
    };
    if (options.dryRun) {
      const plan = await makePlan();
      context.printer.result(planDocument('enrich', plan), (paint) =>
        planLines(plan, context.printer.width, paint),
      );
      return 0;
    }
    await confirmSpending(context, options, app, makePlan);
    const result = await enrichLeads(app, {
      ...spend,
      scope,
      limit,
      onProgress: context.progress.onProgress,
    });
    context.printer.result({ command: 'enrich', ...enrichDocument(result) }, (paint) => [
      ...enrichLines(result),
      ...waitingLines(result.waiting, `icp enrich${scopeFlags(options)}`),
      ...nextLines(result, options).map((line) => paint('dim', line)),
    ]);
    return result.failed > 0 ? 3 : 0;
  }, needs);
}

function nextLines(result: EnrichResult, options: EnrichOptions): string[] {
  const left = result.remaining - result.waiting.leads;
  if (left > 0 && options.limit !== undefined)
    return [`${counted(left, 'lead')} left. Next: icp enrich${scopeFlags(options)}`];
  return result.enriched === 0 && result.waiting.leads > 0 ? [] : [`Next: icp qualify${scopeFlags(options)}`];
}

export function enrichDocument(result: EnrichResult): object {
  return {
    enriched: result.enriched,
    from_cache: result.fromCache,
    failed: result.failed,
    remaining: result.remaining,
    waiting: result.waiting.leads,
    waiting_since: result.waiting.since,
    cost_usd: result.costUsd,
    unknown_costs: result.unknownCosts,
  };
}

export function enrichLines(result: EnrichResult): string[] {
  if (result.enriched + result.failed === 0) return result.waiting.leads > 0 ? [] : ['No lead to enrich.'];
  const cached = result.fromCache === 0 ? '' : ` (${result.fromCache} from the cache)`;
  const failed = result.failed === 0 ? '' : `, ${result.failed} failed`;
  return [
    `Enriched ${counted(result.enriched, 'lead')}${cached}${failed}, ${costText(result.costUsd, result.unknownCosts)}.`,
  ];
}
