import type { Command } from 'commander';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { addDatabaseOptions, addGlobalOptions, addScopeOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { scopeFlags } from './scope-flags.ts';

interface RetryOptions extends GlobalOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly all?: boolean;
}

export function declareRetry(program: Command, start: Start): void {
  const command = addScopeOptions(
    program
      .command('retry')
      .description('put failed leads that have attempts left back where they failed, due at once'),
  )
    .option('--all', 'also those out of attempts or failed for good, with fresh attempts')
    .action(start(retry));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp retry --client acme', 'then: icp enrich --client acme'],
    ['icp retry --all', 'everybody gets another chance'],
  ]);
}

async function retry(options: RetryOptions, context: CommandContext): Promise<number> {
  const [{ resolveScope }, { retryFailed }] = await Promise.all([
    import('../../app/resolve-scope.ts'),
    import('../../store/claims.ts'),
  ]);
  const retried = await context.withApp(async (app) =>
    retryFailed(
      app.database,
      await resolveScope(app.database, options),
      options.all === true,
      app.settings.maxAttempts,
    ),
  );
  const next = `icp enrich${scopeFlags(options)} (or qualify; icp status tells)`;
  context.printer.result({ command: 'retry', retried }, () =>
    retried === 0
      ? [
          options.all
            ? 'No lead has failed.'
            : 'No failed lead has attempts left; --all retries those out of attempts too.',
        ]
      : [`${counted(retried, 'lead')} put back. Next: ${next}`],
  );
  return 0;
}
