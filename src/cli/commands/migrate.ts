import type { Command } from 'commander';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted, moment } from '../format.ts';
import { addDatabaseOptions, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';

interface MigrateOptions extends GlobalOptions {
  readonly status?: boolean;
}

export function declareMigrate(program: Command, start: Start): void {
  const command = program
    .command('migrate')
    .description("bring a PostgreSQL server's schema up to date (the embedded database does so by itself)")
    .option('--status', 'only show which migrations have been applied')
    .action(start(migrateCommand));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['DATABASE_URL=postgres://… icp migrate', 'once after installing or upgrading'],
    ['icp migrate --status', 'what is there'],
  ]);
}

async function migrateCommand(options: MigrateOptions, context: CommandContext): Promise<number> {
  const [{ migrate, migrationStatus, readMigrations }, { migrationsFolder }] = await Promise.all([
    import('../../store/migrate.ts'),
    import('../../app/package-folder.ts'),
  ]);
  const migrations = await readMigrations(migrationsFolder);
  return context.withApp(
    async ({ database }) => {
      if (options.status) {
        const states = await migrationStatus(database, migrations);
        context.printer.result(
          {
            command: 'migrate',
            migrations: states.map(({ migration, appliedAt }) => ({
              name: migration.name,
              applied_at: appliedAt,
            })),
          },
          (paint) => [
            `${database.kind === 'embedded' ? 'embedded database in ' : ''}${database.location}`,
            ...states.map(
              ({ migration, appliedAt }) =>
                `  ${migration.name.padEnd(36)} ${appliedAt === null ? paint('yellow', 'not applied') : moment(appliedAt)}`,
            ),
          ],
        );
        return 0;
      }
      const applied = await migrate(database, migrations);
      context.printer.result(
        { command: 'migrate', applied: applied.map((migration) => migration.name) },
        () =>
          applied.length === 0
            ? ['The schema is up to date.']
            : [
                `Applied ${counted(applied.length, 'migration')}: ${applied.map((migration) => migration.name).join(', ')}`,
              ],
      );
      return 0;
    },
    { requireSchema: false },
  );
}
