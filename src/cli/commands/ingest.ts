import { type Command, Option } from 'commander';
import type { IngestRequest, IngestResult } from '../../app/ingest-files.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addReadingOptions,
  examples,
  type ReadingOptions,
  readOptions,
} from '../options.ts';
import type { Start } from '../start.ts';
import { explainInput } from './explain-input.ts';
import { scopeFlags } from './scope-flags.ts';

interface IngestOptions extends GlobalOptions, ReadingOptions {
  /** Missing only with `--explain`. */
  readonly client: string;
  readonly batch?: string;
  readonly explain?: boolean;
}

export function declareIngest(program: Command, start: Start): void {
  const command = program
    .command('ingest <file...>')
    .description('people in the files → a batch of discovered leads')
    .option('--client <slug>', 'for whom (required without --explain)')
    .option('--batch <name>', 'name of the batch (default: after the first file)')
    .addOption(
      new Option('--explain', 'only say what each file was taken for and what was found').conflicts(
        'rejects',
      ),
    )
    .hook('preAction', requireClient)
    .action(start(ingest));
  addGlobalOptions(addDatabaseOptions(addReadingOptions(command)));
  examples(command, [
    ['icp ingest followers.html --client acme', 'a saved LinkedIn page'],
    ['icp ingest exports/ --client acme --batch november', 'every file of a folder'],
    ['pbpaste | icp ingest - --client acme', 'a list of profile URLs from stdin'],
    ['icp ingest list.csv --explain', 'what would be read, and what not; writes nothing'],
    ['icp ingest list.csv --client acme --map url=Link --map name=3', 'a table with columns of its own'],
  ]);
}

/** Says it as commander says it of an option that is always required. */
function requireClient(command: Command): void {
  const { client, explain } = command.opts<Partial<IngestOptions>>();
  if (client === undefined && explain !== true)
    command.error("error: required option '--client <slug>' not specified");
}

async function ingest(
  options: IngestOptions,
  context: CommandContext,
  files: readonly string[],
): Promise<number> {
  if (options.explain) return explainInput(options, context, files);
  const { ingestFiles } = await import('../../app/ingest-files.ts');
  const result = await context.withApp((app) => ingestFiles(app, ingestRequest(options, context, files)));
  context.printer.result({ command: 'ingest', ...ingestDocument(result) }, (paint) => [
    ...ingestLines(result),
    paint('dim', `Next: icp enrich${scopeFlags({ client: result.client, batch: result.batch.name })}`),
  ]);
  return 0;
}

/** What `ingest` and `run` ask of the ingest stage. */
export function ingestRequest(
  options: ReadingOptions & { readonly client: string; readonly batch?: string },
  context: CommandContext,
  files: readonly string[],
): IngestRequest {
  return {
    files,
    client: options.client,
    batch: options.batch,
    stdin: context.io.stdin,
    reading: readOptions(options),
    rejectsFile: options.rejects,
  };
}

export function ingestDocument({ rejects, ...result }: IngestResult): object {
  return {
    ...result,
    suppressed: result.forgotten,
    files: result.files.map(({ statedTotal, why: _, ...file }) => ({ ...file, stated_total: statedTotal })),
    ...(rejects === null ? {} : { rejects }),
  };
}

export function ingestLines(result: IngestResult): string[] {
  const files = result.files.map((file) => {
    const stated =
      file.statedTotal !== null && file.statedTotal > file.found
        ? ` of ${file.statedTotal.toLocaleString('en-US')}`
        : '';
    const skipped = file.skipped === 0 ? '' : `, ${unusableRows(file.skipped, result)}`;
    return `${shown(file.path)}: ${file.found.toLocaleString('en-US')}${stated} people found${skipped}`;
  });
  const known =
    result.duplicates === 0 ? '' : `, ${counted(result.duplicates, 'person', 'people')} known already`;
  return [
    ...files,
    `${counted(result.created, 'new lead')} in batch ${shown(result.batch.name)}${known}.`,
    ...(result.profiles === 0
      ? []
      : [`${counted(result.profiles, 'profile')} brought along, which need no scrape while they are fresh.`]),
    ...forgottenNote(result),
    ...rejectsNote(result),
  ];
}

/** Where people of the files were left out because they are to stay forgotten. */
export function forgottenNote({ forgotten }: Pick<IngestResult, 'forgotten'>): string[] {
  if (forgotten === 0) return [];
  return [`${counted(forgotten, 'person', 'people')} left out: they are to stay forgotten.`];
}

/** "3 rows without a usable identity", and where they are listed. */
export function unusableRows(count: number, { rejects }: Pick<IngestResult, 'rejects'>): string {
  const where = rejects === null || rejects.path === null ? '' : `, see ${shown(rejects.path)}`;
  return `${counted(count, 'row')} without a usable identity${where}`;
}

/** Where `--rejects` was asked for and its file is not what one would expect. */
export function rejectsNote({ rejects, files }: Pick<IngestResult, 'rejects' | 'files'>): string[] {
  if (rejects === null) return [];
  const skipped = files.reduce((sum, file) => sum + file.skipped, 0);
  if (rejects.path === null) {
    return [
      skipped === 0
        ? 'Every row could be used: no rejects were written.'
        : 'The rows without a usable identity cannot be listed: no rejects were written.',
    ];
  }
  return rejects.count < skipped
    ? [`${shown(rejects.path)} lists ${counted(rejects.count, 'row')} of ${skipped.toLocaleString('en-US')}.`]
    : [];
}
