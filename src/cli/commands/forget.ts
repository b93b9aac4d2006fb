import type { Command } from 'commander';
import type { ForgottenPerson } from '../../app/forget-people.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import { addDatabaseOptions, addErasingOption, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { confirmErasure } from './confirm-erasure.ts';

interface ForgetOptions extends GlobalOptions {
  readonly yes?: boolean;
}

export function declareForget(program: Command, start: Start): void {
  const command = program
    .command('forget <id-or-url...>')
    .description('erase people everywhere, and keep them from being ingested again')
    .action(start(forget));
  addGlobalOptions(addDatabaseOptions(addErasingOption(command)));
  examples(command, [
    ['icp forget https://www.linkedin.com/in/ana-brandt', 'by any spelling of the profile link'],
    ['icp forget 17 42', 'by the ids that icp leads shows; for all clients'],
  ]);
}

async function forget(
  options: ForgetOptions,
  context: CommandContext,
  asked: readonly string[],
): Promise<number> {
  const { forgetPeople, identifyPeople } = await import('../../app/forget-people.ts');
  const who = asked.length === 1 ? 'This person' : `These ${asked.length} people`;
  const forgotten = await context.withApp(async (app) => {
    const people = await identifyPeople(app, asked);
    await confirmErasure(context, options, `${who} and all that is known of them will be erased. Go on?`);
    return forgetPeople(app, people);
  });
  context.printer.result({ command: 'forget', forgotten }, () => [
    ...forgotten.map((one) => `${shown(one.asked)}: ${whatWasErased(one)}`),
    'They will be left out whenever they are ingested again. What lies outside of the database (backups, exported files) is yours to erase.',
  ]);
  return 0;
}

function whatWasErased({ leads, profiles, answers, runs }: ForgottenPerson): string {
  const parts = [
    ...(leads > 0 ? [counted(leads, 'lead')] : []),
    ...(profiles > 0 ? [counted(profiles, 'profile')] : []),
    ...(answers > 0 ? [counted(answers, 'answer')] : []),
    ...(runs > 0 ? [`the entry in ${counted(runs, 'actor run')}`] : []),
  ];
  return parts.length === 0 ? 'nothing was stored' : `erased ${parts.join(', ')}`;
}
