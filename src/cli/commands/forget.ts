import type { Command } from 'commander';
import type { ForgottenPerson, RecognisedPerson } from '../../app/forget-people.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import { addDatabaseOptions, addErasingOption, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { confirmErasure } from './confirm-erasure.ts';

/** A list to be looked through before a yes. */
const MOST_NAMED = 20;

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
  const { forgetPeople, identifyPeople, recognisePeople } = await import('../../app/forget-people.ts');
  const forgotten = await context.withApp(async (app) => {
    const people = await identifyPeople(app, asked);
    await confirmErasure(context, options, async () => questionAbout(await recognisePeople(app, people)));
    return forgetPeople(app, people);
  });
  context.printer.result({ command: 'forget', forgotten }, () => [
    ...forgotten.map((one) => `${shown(one.asked)}: ${whatWasErased(one)}`),
    'They will be left out whenever they are ingested again. What lies outside of the database (backups, exported files) is yours to erase.',
  ]);
  return 0;
}

/** Says whom the ids and links mean: there is no way back from a slip of the finger. */
function questionAbout(people: readonly RecognisedPerson[]): string {
  const lines = people.slice(0, MOST_NAMED).map(({ asked, name, clients }) => {
    if (clients.length > 0) return `  ${shown(name ?? asked)}, lead of ${clients.join(', ')}`;
    return name === null ? `  ${shown(asked)}, of whom nothing is stored` : `  ${shown(name)}, no lead`;
  });
  const more = people.length > MOST_NAMED ? [`  and ${people.length - MOST_NAMED} more`] : [];
  return ['To be erased for good, with all that is known of them:', ...lines, ...more, 'Go on?'].join('\n');
}

function whatWasErased(one: ForgottenPerson): string {
  const { leads, profiles, answers, verdicts, runs, mentions } = one;
  const parts = [
    ...(leads > 0 ? [counted(leads, 'lead')] : []),
    ...(profiles > 0 ? [counted(profiles, 'profile')] : []),
    ...(answers > 0 ? [counted(answers, 'answer')] : []),
    ...(verdicts > 0 ? [counted(verdicts, 'verdict')] : []),
    ...(runs > 0 ? [`the entry in ${counted(runs, 'actor run')}`] : []),
    ...(mentions > 0 ? [counted(mentions, 'mention')] : []),
  ];
  return parts.length === 0 ? 'nothing was stored' : `erased ${parts.join(', ')}`;
}
