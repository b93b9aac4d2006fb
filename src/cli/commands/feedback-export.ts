import { type Command, Option } from 'commander';
import type { FeedbackFormat, WrittenFeedback } from '../../app/feedback/export-feedback.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import { examples } from '../options.ts';
import type { Start } from '../start.ts';
import { refuseTwoDocuments } from './export.ts';
import { scopeFlags } from './scope-flags.ts';

export function declareFeedbackExport(command: Command, start: Start): void {
  examples(
    command
      .addOption(
        new Option(
          '--format <format>',
          'kto: for a trainer; labels: for icp eval; csv: every verdict by itself',
        )
          .choices(['kto', 'labels', 'csv'] satisfies FeedbackFormat[])
          .makeOptionMandatory(),
      )
      .option('--client <slug>', 'only of this client')
      .option('--with-exports', 'also leads that were exported and nobody judged (csv has them anyway)')
      .option(
        '-o, --output <file>',
        'where to write; - for stdout (default: outputs/CLIENT-kto-DATE.jsonl, …-labels-…, …-feedback-….csv)',
      )
      .action(start(exportCommand)),
    [
      ['icp feedback export --format kto --client acme', 'to outputs/acme-kto-DATE.jsonl'],
      ['icp feedback export --format labels -o labels.jsonl', 'then: icp eval --labels labels.jsonl'],
      ['icp feedback export --format csv -o - | head', 'to a pipe'],
    ],
  );
}

interface ExportOptions extends GlobalOptions {
  readonly format: FeedbackFormat;
  readonly client?: string;
  readonly withExports?: boolean;
  readonly output?: string;
}

async function exportCommand(options: ExportOptions, context: CommandContext): Promise<number> {
  refuseTwoDocuments(options, 'what kto and labels write is JSON');
  const { exportFeedback } = await import('../../app/feedback/export-feedback.ts');
  const { format, client, output } = options;
  const result = await context.withApp((app) =>
    exportFeedback(app, {
      format,
      client,
      output,
      withExports: options.withExports === true,
      stdout: context.io.stdout,
    }),
  );
  for (const line of leftOutLines(result)) context.printer.note(line);
  if (output === '-' && result.written > 0) {
    context.printer.note(exportLine(options, result));
    return 0;
  }
  const { written, leftOut, path } = result;
  context.printer.result({ command: 'feedback export', format, written, left_out: leftOut, path }, () => [
    exportLine(options, result),
  ]);
  return 0;
}

function leftOutLines({ leftOut }: WrittenFeedback): string[] {
  const reasons = [
    [leftOut.disagreed, 'judges disagree on them'],
    [leftOut.no_profile, 'there is no profile of them (icp enrich; after icp purge it is gone)'],
    [leftOut.no_icp, 'their client has no ICP'],
  ] as const;
  return reasons.flatMap(([count, why]) => (count > 0 ? [`${counted(count, 'lead')} left out: ${why}`] : []));
}

function exportLine({ format, client }: ExportOptions, { written, leftOut, path }: WrittenFeedback): string {
  if (written === 0 && Object.values(leftOut).some((count) => count > 0))
    return 'Nothing to write: all leads that were judged are left out.';
  if (written === 0)
    return `Nothing to write: nobody has judged a lead${client === undefined ? '' : ` of ${client}`}. Next: icp review${scopeFlags({ client })}`;
  const what = format === 'kto' ? 'example' : format === 'labels' ? 'label' : 'row';
  return `Wrote ${counted(written, what)}${path === null ? '' : ` to ${shown(path)}`}.`;
}
