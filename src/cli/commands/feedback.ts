import type { Command } from 'commander';
import { addDatabaseOptions, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { declareFeedbackExport } from './feedback-export.ts';
import { declareFeedbackImport } from './feedback-import.ts';

export function declareFeedback(program: Command, start: Start): void {
  const feedback = examples(
    program
      .command('feedback')
      .description('what became of leads: in from a CRM, out for training and evaluation')
      .helpCommand(false),
    [
      ['icp feedback import deals.csv --client acme', 'outcomes of a CRM become verdicts'],
      ['icp feedback export --format kto --client acme', 'all verdicts, for a trainer'],
    ],
  );
  const sub = (usage: string, description: string) =>
    addGlobalOptions(addDatabaseOptions(feedback.command(usage).description(description)));
  declareFeedbackImport(
    sub('import <file>', "keep what a CRM's export says of leads: CSV or JSON; - for stdin"),
    start,
  );
  declareFeedbackExport(sub('export', 'write what people said of leads'), start);
}
