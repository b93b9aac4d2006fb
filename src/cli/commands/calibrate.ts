import { type Command, InvalidArgumentError, Option } from 'commander';
import type { App } from '../../app/app.ts';
import { askYesNo } from '../ask.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { addDatabaseOptions, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { mayAsk } from './confirm-spending.ts';

interface CalibrateOptions extends GlobalOptions {
  readonly client: string;
  readonly precision: number;
  readonly apply?: boolean;
  readonly use?: number | 'none';
  readonly show?: boolean;
}

export function declareCalibrate(program: Command, start: Start): void {
  const command = program
    .command('calibrate')
    .description("fit what a score means to a client's own verdicts")
    .requiredOption('--client <slug>', 'whose scores and verdicts')
    .option('--precision <share>', 'the share of fits that an export shall have', parseShare, 0.8)
    .option('--apply', 'make it current (asked at a terminal)')
    .addOption(
      new Option('--use <version>', 'go back to an earlier version, or to none')
        .argParser(parseVersion)
        .conflicts(['apply', 'show', 'precision']),
    )
    .addOption(new Option('--show', 'list the versions there are').conflicts(['apply', 'precision']))
    .action(start(calibrate));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp calibrate --client acme', 'what would change, and from which score on to export'],
    ['icp calibrate --client acme --apply', 'adopt it; then: icp qualify --client acme --rescore'],
    ['icp calibrate --client acme --use none', 'scores as they were'],
  ]);
}

async function calibrate(options: CalibrateOptions, context: CommandContext): Promise<number> {
  return context.withApp((app) => {
    if (options.show) return showVersions(options.client, app, context);
    return options.use === undefined
      ? propose(options, app, context)
      : useVersion(options.client, options.use, app, context);
  });
}

async function propose(options: CalibrateOptions, app: App, context: CommandContext): Promise<number> {
  const [{ applyCalibration, proposeCalibration }, report] = await Promise.all([
    import('../../app/calibrate-client.ts'),
    import('./calibrate-report.ts'),
  ]);
  const { printer } = context;
  const { client, precision } = options;
  const proposal = await proposeCalibration(app.database, client, precision);
  const { content, sameAs } = proposal;
  const lines = () => report.proposalLines(proposal, precision, printer.width, printer.paint);
  const asks = content !== null && sameAs === null && !options.apply && mayAsk(context.io, options);
  if (asks) printer.result({}, lines);
  const isWanted =
    content !== null &&
    (asks
      ? await askYesNo(context.io, context.halt, `Make this the calibration of ${client}?`)
      : options.apply === true);
  const applied = isWanted ? await applyCalibration(app.database, proposal.client, content) : null;
  printer.result(report.proposalDocument(proposal, precision, applied?.version ?? null), () => [
    ...(asks ? [] : lines()),
    ...(sameAs === null
      ? report.appliedLines(client, content !== null, applied)
      : ['', `Calibration ${sameAs} of ${client}, the current one, says just this.`]),
  ]);
  return 0;
}

async function useVersion(
  slug: string,
  wanted: number | 'none',
  app: App,
  { printer }: CommandContext,
): Promise<number> {
  const [{ applyCalibration }, { requireClient }, { appliedLines }] = await Promise.all([
    import('../../app/calibrate-client.ts'),
    import('../../store/clients.ts'),
    import('./calibrate-report.ts'),
  ]);
  const client = await requireClient(app.database, slug);
  const applied = await applyCalibration(app.database, client, wanted);
  printer.result({ command: 'calibrate', client: slug, use: wanted, ...applied }, () =>
    appliedLines(slug, true, applied, wanted),
  );
  return 0;
}

async function showVersions(slug: string, app: App, { printer }: CommandContext): Promise<number> {
  const [{ listCalibrations }, { requireClient }, report] = await Promise.all([
    import('../../store/calibrations.ts'),
    import('../../store/clients.ts'),
    import('./calibrate-report.ts'),
  ]);
  const { id } = await requireClient(app.database, slug);
  const versions = await listCalibrations(app.database, id);
  printer.result(
    { command: 'calibrate', client: slug, calibrations: versions.map(report.versionDocument) },
    (paint) => report.versionLines(slug, versions, printer.width, paint),
  );
  return 0;
}

function parseShare(value: string): number {
  const [, digits = '', percent] = /^(\d{1,3}(?:\.\d{1,4})?)(%?)$/.exec(value) ?? [];
  const share = percent === '%' ? Number(digits) / 100 : Number(digits);
  if (digits === '' || share <= 0 || share > 1)
    throw new InvalidArgumentError('It must be a share such as 0.8 or 80%.');
  return share;
}

function parseVersion(value: string): number | 'none' {
  if (value === 'none') return value;
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new InvalidArgumentError('It must be the number of a version, or none.');
  return Number(value);
}
