import { type Command, Option } from 'commander';
import type { Settings } from '../../config/settings.ts';
import { askYesNo } from '../ask.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { shown } from '../io.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addOfflineOption,
  addSpendingOptions,
  addWatchingOptions,
  examples,
  parseSince,
  type WatchingOptions,
  watchOptions,
} from '../options.ts';
import type { Start } from '../start.ts';
import { confirmSpending, mayAsk } from './confirm-spending.ts';
import { takeMailDomain } from './mail-domain.ts';
import type { SyncOutcome } from './sync-icp-document.ts';

interface SyncOptions extends GlobalOptions, WatchingOptions {
  readonly client: string;
  readonly since?: Date;
  readonly calls?: readonly string[];
  readonly domain?: readonly string[];
  readonly all?: boolean;
  readonly transcript?: readonly string[];
  readonly again?: boolean;
  readonly apply?: boolean;
  readonly dryRun?: boolean;
  readonly maxCost?: number;
  readonly yes?: boolean;
}

/** Options that choose among what Fathom lists. */
const FOR_FATHOM = ['calls', 'domain', 'all', 'since'] as const;

export function declareSyncIcp(program: Command, start: Start): void {
  const command = program
    .command('sync-icp')
    .description("propose an ICP out of the client's discovery calls (Fathom, or transcript files)")
    .requiredOption('--client <slug>', 'whose ICP')
    .option('--since <date>', 'calls from a date (2026-11-01) or a span back (90d) on', parseSince)
    .addOption(new Option('--calls <id...>', 'exactly these Fathom recordings').conflicts(['domain', 'all']))
    .addOption(
      new Option('--domain <domain...>', 'calls with guests of these mail domains')
        .argParser(takeMailDomain)
        .conflicts('all'),
    )
    .option('--all', 'every call that the key sees')
    .addOption(
      new Option(
        '--transcript <file...>',
        'read these instead: text, WebVTT, SubRip or JSON; - for stdin',
      ).conflicts(['calls', 'domain', 'all', 'since']),
    )
    .option('--again', 'read calls anew that were read before; what was bought for them is not bought again')
    .option('--apply', 'make the proposal the current ICP')
    .action(start(syncIcp));
  addGlobalOptions(addDatabaseOptions(addOfflineOption(addSpendingOptions(addWatchingOptions(command)))));
  examples(command, [
    ['icp sync-icp --client acme --since 90d', 'what the calls of three months say'],
    ['icp sync-icp --client acme --transcript calls/*.vtt', 'transcripts from anywhere'],
    ['icp sync-icp --client acme --apply', 'make it current'],
  ]);
}

async function syncIcp(options: SyncOptions, context: CommandContext): Promise<number> {
  const [
    { applyProposal, gatherCalls, proposeIcp },
    { requireSyncSettings },
    { openSyncServices },
    { planReading },
    { readCalls },
    { requireClient },
    { syncDocument, syncPlanDocument },
    { nextLines, syncLines, syncPlanLines },
  ] = await Promise.all([
    import('../../app/sync/sync-icp.ts'),
    import('../../app/sync/sync-settings.ts'),
    import('../../app/sync/sync-services.ts'),
    import('../../app/sync/planned-reading.ts'),
    import('../../app/sync/read-calls.ts'),
    import('../../store/clients.ts'),
    import('./sync-icp-document.ts'),
    import('./sync-icp-report.ts'),
  ]);
  const files = options.transcript ?? [];
  const needs = {
    check: (settings: Settings) =>
      requireSyncSettings(settings, {
        fromFiles: files.length > 0,
        dryRun: options.dryRun === true,
        forFathom: FOR_FATHOM.filter((name) => options[name] !== undefined).map((name) => `--${name}`),
      }),
    ...watchOptions('sync-icp', options),
  };
  return context.withApp(async (app) => {
    const { printer } = context;
    const client = await requireClient(app.database, options.client);
    const services = await openSyncServices(app, client, options.maxCost);
    const gathered = await gatherCalls(services, {
      since: options.since ?? null,
      ids: options.calls === undefined ? null : [...new Set(options.calls)],
      domains: options.domain ?? [],
      all: options.all === true,
      files,
      stdin: context.io.stdin,
    });
    const plan = await planReading(services, gathered.calls, options.again === true);
    const { model } = services.extractor;
    if (options.dryRun) {
      printer.result(syncPlanDocument(client.slug, gathered, plan, model), () =>
        syncPlanLines(gathered, plan, model),
      );
      return 0;
    }
    await confirmSpending(context, options, app, async () => ({
      calls: plan.calls.length,
      steps: [{ model, costUsd: plan.costUsd }],
      costUsd: plan.costUsd,
    }));
    if (app.offline)
      printer.note('--offline: read by rules, not by a model; they miss much and misread some');
    const reading = await readCalls(services, plan, context.progress.onProgress);
    for (const { id, title, message } of reading.failed)
      printer.warn(`call ${id}${title === null ? '' : ` (${shown(title)})`} was not read: ${message}`);
    // To be applied it is made only once, so that nobody can come between.
    const { proposal, applied } = options.apply
      ? await applyProposal(app.database, services)
      : { proposal: await proposeIcp(app.database, services), applied: null };
    const outcome: SyncOutcome = {
      client: client.slug,
      offline: app.offline,
      fromFiles: files.length > 0,
      gathered,
      plan,
      reading,
      proposal,
      applied,
    };
    const style = { width: printer.width, everything: options.verbose === true };
    const asking = !options.apply && proposal.applicable && mayAskToApply(context, options);
    printer.result(syncDocument(outcome), (paint) => {
      const next = asking ? [] : nextLines(outcome, paint);
      return [
        ...syncLines(outcome, { ...style, paint }),
        ...(asking || next.length > 0 ? ['', ...next] : []),
      ];
    });
    if (asking) {
      const next = (proposal.currentVersion ?? 0) + 1;
      const question = `Make this version ${next} of the ICP of ${client.slug}?`;
      const isWanted = await askYesNo(context.io, context.halt, question);
      const settled = isWanted ? await applyProposal(app.database, services) : { proposal, applied };
      const { currentVersion } = settled.proposal;
      if (currentVersion !== proposal.currentVersion)
        printer.warn(meanwhileText(client.slug, currentVersion, settled.applied !== null));
      printer.result({}, (paint) => nextLines({ ...outcome, ...settled }, paint));
    }
    return reading.failed.length > 0 ? 3 : 0;
  }, needs);
}

function meanwhileText(slug: string, version: number | null, isApplied: boolean): string {
  const outcome = isApplied ? 'the calls were added to that' : 'the calls add nothing to that';
  return `somebody made version ${version} of the ICP of ${slug} while you were asked; ${outcome}`;
}

/** Unlike the question about spending, this one is asked whatever the limit; `--yes` is about spending only, so nothing is applied unasked. */
function mayAskToApply(context: CommandContext, options: SyncOptions): boolean {
  if (options.yes) return false;
  return mayAsk(context.io, { json: options.json === true, quiet: options.quiet === true });
}
