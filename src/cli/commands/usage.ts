import { type Command, Option } from 'commander';
import { USAGE_GROUPS, type UsageGroup, type UsageRow } from '../../store/reports.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { dollars } from '../format.ts';
import { addDatabaseOptions, addGlobalOptions, examples, parseSince } from '../options.ts';
import type { Start } from '../start.ts';
import { type Column, formatTable } from '../table.ts';

interface UsageOptions extends GlobalOptions {
  readonly since?: Date;
  readonly by?: UsageGroup;
}

export function declareUsage(program: Command, start: Start): void {
  const command = program
    .command('usage')
    .description('calls, tokens and dollars')
    .option('--since <date>', 'from a date (2026-11-01) or a span back (7d, 12h)', parseSince)
    .addOption(new Option('--by <what>', 'one row for each; a day is one in UTC').choices([...USAGE_GROUPS]))
    .action(start(usage));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp usage --since 30d', 'the last month'],
    ['icp usage --by client', 'what each client cost'],
    ['icp usage --since 7d --by day', 'day by day, in UTC'],
  ]);
}

async function usage(options: UsageOptions, context: CommandContext): Promise<number> {
  const { sumUsage } = await import('../../store/reports.ts');
  const rows = await context.withApp((app) =>
    sumUsage(app.database, options.since ?? null, options.by ?? null),
  );
  const knownUsd = rows.reduce((sum, row) => sum + row.knownUsd, 0);
  const incomplete = rows.some((row) => row.costUsd === null);
  context.printer.result(
    {
      rows: rows.map((row) => ({
        provider: row.provider,
        stage: row.stage,
        model: row.model,
        ...own(row, options.by),
        calls: row.calls,
        failed_calls: row.failedCalls,
        prompt_tokens: row.promptTokens,
        completion_tokens: row.completionTokens,
        cost_usd: row.costUsd,
        known_cost_usd: row.knownUsd,
      })),
      cost_usd: knownUsd,
      complete: !incomplete,
    },
    (paint) =>
      rows.length === 0
        ? ['No calls yet.']
        : [
            ...formatTable(columnsFor(options.by ?? null), rows, context.printer.width, paint),
            '',
            `${paint('bold', dollars(knownUsd))} in all${incomplete ? ', without the calls whose cost is not known' : ''}`,
          ],
  );
  return 0;
}

/** The keys that rows have only when they were asked for. */
function own(row: UsageRow, by: UsageGroup | undefined): object {
  return by === 'batch' || by === 'client' || by === 'day' ? { [by]: row[by] } : {};
}

function columnsFor(by: UsageGroup | null): Column<UsageRow>[] {
  const groups = by === null ? (['provider', 'stage', 'model'] as const) : [by];
  return [
    ...groups.map(
      (group): Column<UsageRow> => ({ title: group.toUpperCase(), value: (row) => row[group], shrink: 1 }),
    ),
    { title: 'CALLS', value: (row) => row.calls, align: 'right' },
    { title: 'FAILED', value: (row) => row.failedCalls, align: 'right' },
    { title: 'TOKENS IN', value: (row) => row.promptTokens, align: 'right' },
    { title: 'OUT', value: (row) => row.completionTokens, align: 'right' },
    { title: 'COST', value: (row) => dollars(row.costUsd), align: 'right' },
  ];
}
