import type { Command } from 'commander';
import type { PipelineStatus } from '../../app/pipeline-status.ts';
import { LEAD_STATUSES } from '../../domain/lead-flow.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import type { Paint } from '../io.ts';
import { addDatabaseOptions, addGlobalOptions, addScopeOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { formatTable } from '../table.ts';
import { waitingLines } from './batch-waiting.ts';
import { scopeFlags } from './scope-flags.ts';
import { costText } from './spending.ts';

interface StatusOptions extends GlobalOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly watch?: boolean;
}

const WATCH_MS = 2000;
const CLEAR_SCREEN = '\u001b[H\u001b[2J';

export function declareStatus(program: Command, start: Start): void {
  const command = addScopeOptions(
    program
      .command('status')
      .description('counts by status, failures by cause, cost so far, what to run next'),
  )
    .option('--watch', 'again every two seconds until Ctrl-C')
    .action(start(status));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp status', 'everything'],
    ['icp status --client acme --watch', 'while another terminal works (PostgreSQL)'],
  ]);
}

async function status(options: StatusOptions, context: CommandContext): Promise<number> {
  const [{ pipelineStatus }, { resolveScope }] = await Promise.all([
    import('../../app/pipeline-status.ts'),
    import('../../app/resolve-scope.ts'),
  ]);
  const { printer, io, halt } = context;
  return context.withApp(async (app) => {
    const scope = await resolveScope(app.database, options);
    const print = async () => {
      const now = await pipelineStatus(app, scope, scopeFlags(options));
      if (options.watch && io.stdout.isTTY && options.json !== true) io.stdout.write(CLEAR_SCREEN);
      printer.result(statusDocument(now), (paint) => statusLines(now, printer.width, paint));
    };
    await print();
    if (options.watch) halt.endsQuietly = true;
    while (options.watch) {
      const ended = await app.clock.sleep(WATCH_MS, halt.signal).catch(() => 'ended');
      if (ended !== undefined || halt.reason !== null) break;
      await print();
    }
    return 0;
  });
}

function statusDocument(status: PipelineStatus): object {
  const { leads, failures, costUsd, unknownCosts, batches, stale, waiting, next } = status;
  return {
    command: 'status',
    leads,
    failures,
    cost_usd: costUsd,
    unknown_costs: unknownCosts,
    batches,
    stale,
    waiting: waiting.leads,
    waiting_since: waiting.since,
    next,
  };
}

function statusLines(status: PipelineStatus, width: number, paint: Paint): string[] {
  const total = Object.values(status.leads).reduce((sum, count) => sum + count, 0);
  const longest = Math.max(...Object.values(status.leads), 1);
  const bars = LEAD_STATUSES.map((name) => {
    const count = status.leads[name];
    const bar = '█'.repeat(Math.ceil((count / longest) * 30));
    return `  ${name.padEnd(11)} ${String(count).padStart(7)}  ${paint(name === 'failed' ? 'red' : 'cyan', bar)}`.trimEnd();
  });
  const failures = status.failures.map(
    (failure) =>
      `  ${String(failure.count).padStart(5)} × ${failure.code} in ${failure.stage} ${paint('dim', failure.retryable ? '(will be retried)' : '(until icp retry --all)')}`,
  );
  const batches = formatTable(
    [
      { title: 'CLIENT', value: (batch) => batch.client, shrink: 1 },
      { title: 'BATCH', value: (batch) => batch.name, shrink: 2 },
      { title: 'LEADS', value: (batch) => batch.leads, align: 'right' },
      ...LEAD_STATUSES.map((name) => ({
        title: name.toUpperCase(),
        value: (batch: PipelineStatus['batches'][number]) => batch[name],
        align: 'right' as const,
      })),
    ],
    status.batches,
    width,
    paint,
  );
  return [
    `${paint('bold', counted(total, 'lead'))}, ${costText(status.costUsd, status.unknownCosts)} spent`,
    ...(total === 0 ? [] : ['', ...bars]),
    ...(status.stale === 0
      ? []
      : ['', `${counted(status.stale, 'score')} given under an older ICP or calibration`]),
    ...(status.waiting.leads === 0 ? [] : ['', ...waitingLines(status.waiting, 'icp enrich')]),
    ...(failures.length === 0 ? [] : ['', 'Failures', ...failures]),
    ...(status.batches.length === 0 ? [] : ['', ...batches]),
    '',
    status.next === null ? 'Nothing to do.' : `Next: ${paint('bold', status.next)}`,
  ];
}
