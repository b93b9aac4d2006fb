import type { Command } from 'commander';
import type { App } from '../../app/app.ts';
import type { FeedbackLabels } from '../../app/evaluation/feedback-labels.ts';
import type { Label } from '../../app/evaluation/label-file.ts';
import type { Settings } from '../../config/settings.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addOfflineOption,
  addRerankOptions,
  addWatchingOptions,
  examples,
  parseDollars,
  type WatchingOptions,
  watchOptions,
} from '../options.ts';
import type { Start } from '../start.ts';

interface EvalOptions extends GlobalOptions, WatchingOptions {
  readonly labels: string;
  readonly client?: string;
  readonly icp?: string;
  readonly profiles?: string;
  readonly compare?: string;
  readonly maxCost?: number;
  readonly rerank: boolean;
  readonly allowListwise?: boolean;
}

export function declareEval(program: Command, start: Start): void {
  const command = program
    .command('eval')
    .description('measure how well scores agree with what people judged')
    .requiredOption(
      '--labels <file>',
      'judgements: JSON, JSONL or CSV with profile_url and grade 0–3, maybe icp and reason; - for stdin; feedback: the verdicts there are',
    )
    .option('--client <slug>', 'whose current ICP labels without an icp are about; of feedback, whose it is')
    .option('--icp <file>', 'the ICP that labels without an icp are about')
    .option(
      '--profiles <file>',
      'scraped profiles, JSON or JSONL (default: profiles.jsonl beside the labels, then the cache)',
    )
    .option(
      '--compare <what>',
      'also score with an ICP file, an ICP version (v2), no-rerank, or a model (ICP_RERANK_MODEL=…)',
    )
    .option('--max-cost <usd>', 'stop cleanly before spending more than this', parseDollars)
    .action(start(evaluateCommand));
  addGlobalOptions(addDatabaseOptions(addOfflineOption(addRerankOptions(addWatchingOptions(command)))));
  examples(command, [
    ['icp eval --labels judged.csv --client acme', 'judgements of one ICP'],
    ['icp eval --labels judged.csv --client acme --compare edited.yaml', 'would an edit rank better?'],
    ['icp eval --labels feedback --client acme', 'the verdicts of reviewers and imports'],
    ['icp eval --labels fixtures/eval/report/labels.jsonl --offline', 'the set that comes along'],
  ]);
}

async function evaluateCommand(options: EvalOptions, context: CommandContext): Promise<number> {
  const [
    { evaluateLabels, pairUp },
    { feedbackLabels, meansFeedback },
    { labelledIcps },
    { labelledProfiles },
    { requireStageKeys },
    { evaluationDocument },
    { comparisonLines, evaluationLines },
  ] = await Promise.all([
    import('../../app/evaluation/evaluate-labels.ts'),
    import('../../app/evaluation/feedback-labels.ts'),
    import('../../app/evaluation/labelled-icps.ts'),
    import('../../app/evaluation/labelled-profiles.ts'),
    import('../../app/services.ts'),
    // The scoring rules come along with what is shown of an evaluation: no other command should load them for it.
    import('./eval-document.ts'),
    import('./eval-report.ts'),
  ]);
  const isFeedback = meansFeedback(options.labels);
  // What is wrong with a file is said before the database is opened.
  const inFile = isFeedback ? null : await labelsInFile(options.labels, context);
  const needs = {
    check: (settings: Settings) => requireStageKeys(settings, ['qualify'], options.rerank),
    ...watchOptions('eval', options),
  };
  return context.withApp(async (app) => {
    const origin = app.offline ? ('local' as const) : ('network' as const);
    const judged = isFeedback ? await feedbackLabels(app, options.client) : null;
    if (judged !== null) context.printer.note(countLine(judged));
    const labels = inFile ?? judged!.labels;
    // Nothing lies beside verdicts, as nothing does beside standard input.
    const labelsFile = isFeedback ? '-' : options.labels;
    const files = { labelsFile, profilesFile: options.profiles, icpFile: options.icp };
    const icps = await labelledIcps(app, labels, { ...files, client: options.client });
    const profiles = await labelledProfiles(app, labels, { ...files, origin });
    const pairs = pairUp({ path: options.labels, isFeedback }, labels, profiles, icps);
    sayWhatIsMissing(context, labels, pairs.length);
    const base = {
      name: options.rerank ? 'as it is' : 'no-rerank',
      app,
      pairs,
      request: {
        scope: await scopeOf(app, options.client),
        rerank: options.rerank,
        allowListwise: options.allowListwise === true,
        maxCostUsd: options.maxCost,
        onProgress: context.progress.onProgress,
      },
    };
    const result = await evaluateLabels(app, pairs, base.request);
    if (options.compare === undefined) {
      context.printer.result(evaluationDocument(options.labels, result), (paint) =>
        evaluationLines(result, context.printer.width, paint),
      );
      return result.failures.size > 0 ? 3 : 0;
    }
    const { comparedVariant } = await import('../../app/evaluation/compared-variant.ts');
    const variant = await comparedVariant(base, options.compare, options.client);
    const other = await evaluateLabels(variant.app, variant.pairs, variant.request);
    const both = [
      { name: base.name, evaluation: result.evaluation },
      { name: variant.name, evaluation: other.evaluation },
    ] as const;
    context.printer.result(
      {
        ...evaluationDocument(options.labels, result),
        compared: { with: variant.name, ...evaluationDocument(options.labels, other) },
      },
      (paint) => comparisonLines(both, context.printer.width, paint),
    );
    return result.failures.size + other.failures.size > 0 ? 3 : 0;
  }, needs);
}

async function labelsInFile(path: string, { io }: CommandContext): Promise<readonly Label[]> {
  const [{ readLabels }, { readInput }] = await Promise.all([
    import('../../app/evaluation/label-file.ts'),
    import('../../app/input-files.ts'),
  ]);
  return readLabels(await readInput(path, io.stdin), path);
}

function countLine({ labels, disagreed }: FeedbackLabels): string {
  const fits = labels.filter(({ grade }) => grade > 0).length;
  const left = disagreed > 0 ? `; ${disagreed} left out: judges disagree` : '';
  return `${counted(labels.length, 'judged lead')}: ${fits} fit, ${labels.length - fits} not a fit${left}`;
}

async function scopeOf(app: App, client: string | undefined) {
  const { resolveScope } = await import('../../app/resolve-scope.ts');
  return resolveScope(app.database, { client });
}

function sayWhatIsMissing(context: CommandContext, labels: readonly Label[], pairs: number): void {
  if (pairs < labels.length)
    context.printer.warn(
      `${labels.length - pairs} of ${labels.length} labels are left out: their profiles are not known, or they say the same twice`,
    );
}
