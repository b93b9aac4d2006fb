import type { Command } from 'commander';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { runDocument } from './run.ts';
import { runSummary } from './run-summary.ts';
import { topLeads } from './top-leads.ts';

export function declareDemo(program: Command, start: Start): void {
  const command = program
    .command('demo')
    .description(
      'the whole pipeline over made-up people with the local providers: no key, no server, nothing left behind',
    )
    .action(start(demo));
  addGlobalOptions(command);
  examples(command, [['icp demo', 'ends with the top of the ranked CSV']]);
}

async function demo(_: GlobalOptions, context: CommandContext): Promise<number> {
  const { runDemo } = await import('../../app/run-demo.ts');
  const { printer, progress, io, halt } = context;
  return runDemo(
    { environment: io.environment, halt, notice: printer.note, onProgress: progress.onProgress },
    async (app, result, csv) => {
      const best = await topLeads(app, {}, 10);
      printer.result(
        { ...runDocument(result), command: 'demo', csv: csv.split('\r\n').slice(0, 11) },
        (paint) => [
          paint(
            'dim',
            '$ icp run followers.html --client demo --icp icp-finance.yaml --profiles profiles.jsonl --offline',
          ),
          ...runSummary(result, paint).filter((line) => !line.includes('icp status')),
          '',
          paint('bold', 'Top of the ranked CSV'),
          ...best.lines(printer.width, paint),
          '',
          'Now with your own: icp run followers.html --client SLUG --icp icp.yaml (add --offline to try it without keys)',
        ],
      );
      return 0;
    },
  );
}
