import type { Command } from 'commander';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { addDatabaseOptions, addErasingOption, addGlobalOptions, examples, parseSince } from '../options.ts';
import type { Start } from '../start.ts';
import { confirmErasure } from './confirm-erasure.ts';

interface PurgeOptions extends GlobalOptions {
  readonly olderThan: Date;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

export function declarePurge(program: Command, start: Start): void {
  const command = program
    .command('purge')
    .description('drop stale profiles; leads stay, with what lists and exports show')
    .requiredOption(
      '--older-than <span>',
      'profiles fetched longer ago than this (90d, 12h), or before a date',
      parseSince,
    )
    .option('--dry-run', 'only count what would be dropped')
    .action(start(purge));
  addGlobalOptions(addDatabaseOptions(addErasingOption(command)));
  examples(command, [
    ['icp purge --older-than 90d --dry-run', 'how many are there?'],
    ['icp purge --older-than 90d --yes', 'for cron: without a question'],
  ]);
}

async function purge(options: PurgeOptions, context: CommandContext): Promise<number> {
  const [{ planPurge, purgeProfiles }, { rewriteTables }] = await Promise.all([
    import('../../store/purge-profiles.ts'),
    import('../../store/rewrite-tables.ts'),
  ]);
  if (!options.dryRun) {
    const day = options.olderThan.toISOString().slice(0, 10);
    await confirmErasure(context, options, async () => `Profiles of before ${day} will be dropped. Go on?`);
  }
  const counts = await context.withApp(async ({ database }) => {
    if (options.dryRun) return planPurge(database, options.olderThan);
    const dropped = await purgeProfiles(database, options.olderThan);
    if (dropped.profiles > 0) await rewriteTables(database);
    return dropped;
  });
  const { profiles, answers, kept } = counts;
  const verb = options.dryRun ? 'would be dropped' : 'dropped';
  context.printer.result({ command: 'purge', dry_run: options.dryRun === true, ...counts }, () => [
    `${counted(profiles, 'profile')} ${verb}, with ${counted(answers, 'answer')} about them.`,
    ...(kept === 0
      ? []
      : [`${counted(kept, 'stale profile')} kept: leads wait to be scored with them (icp qualify).`]),
  ]);
  return 0;
}
