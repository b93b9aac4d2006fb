import type { Command } from 'commander';
import type { IngestResult } from '../../app/ingest-files.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import { addDatabaseOptions, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { scopeFlags } from './scope-flags.ts';

interface IngestOptions extends GlobalOptions {
  readonly client: string;
  readonly batch?: string;
}

export function declareIngest(program: Command, start: Start): void {
  const command = program
    .command('ingest <file...>')
    .description('people in the files → a batch of discovered leads')
    .requiredOption('--client <slug>', 'for whom')
    .option('--batch <name>', 'name of the batch (default: after the first file)')
    .action(start(ingest));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp ingest followers.html --client acme', 'a saved LinkedIn page'],
    ['icp ingest exports/ --client acme --batch november', 'every file of a folder'],
    ['pbpaste | icp ingest - --client acme', 'a list of profile URLs from stdin'],
  ]);
}

async function ingest(
  options: IngestOptions,
  context: CommandContext,
  files: readonly string[],
): Promise<number> {
  const { ingestFiles } = await import('../../app/ingest-files.ts');
  const result = await context.withApp((app) =>
    ingestFiles(app, { files, client: options.client, batch: options.batch, stdin: context.io.stdin }),
  );
  context.printer.result({ command: 'ingest', ...ingestDocument(result) }, (paint) => [
    ...ingestLines(result),
    paint('dim', `Next: icp enrich${scopeFlags({ client: result.client, batch: result.batch.name })}`),
  ]);
  return 0;
}

export function ingestDocument({ rejects: _, ...result }: IngestResult): object {
  return {
    ...result,
    files: result.files.map(({ statedTotal, why: __, ...file }) => ({ ...file, stated_total: statedTotal })),
  };
}

export function ingestLines(result: IngestResult): string[] {
  const files = result.files.map((file) => {
    const stated =
      file.statedTotal !== null && file.statedTotal > file.found
        ? ` of ${file.statedTotal.toLocaleString('en-US')}`
        : '';
    const skipped = file.skipped === 0 ? '' : `, ${counted(file.skipped, 'row')} without a usable identity`;
    return `${shown(file.path)}: ${file.found.toLocaleString('en-US')}${stated} people found${skipped}`;
  });
  const known =
    result.duplicates === 0 ? '' : `, ${counted(result.duplicates, 'person', 'people')} known already`;
  return [...files, `${counted(result.created, 'new lead')} in batch ${shown(result.batch.name)}${known}.`];
}
