import { type Command, InvalidArgumentError } from 'commander';
import type { ImportedFeedback } from '../../app/feedback/import-feedback.ts';
import type { OutcomeField } from '../../app/feedback/outcome-places.ts';
import { profileUrl } from '../../domain/linkedin-id.ts';
import { cleanLine } from '../../support/text.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import { examples, mappingParser } from '../options.ts';
import type { Start } from '../start.ts';

const MAPPED: ReadonlyMap<string, OutcomeField> = new Map([
  ['url', 'url'],
  ['outcome', 'outcome'],
]);
const LONGEST_SOURCE = 80;
const NAMED_PEOPLE = 5;

export function declareFeedbackImport(command: Command, start: Start): void {
  examples(
    command
      .requiredOption('--client <slug>', 'whose leads')
      .option(
        '--from <name>',
        'what the verdicts are from; the next import from there changes them',
        parseSource,
        'crm',
      )
      .option('--fit <words>', 'outcomes that say fit, separated by commas', parseWords)
      .option('--not-fit <words>', 'outcomes that say not a fit', parseWords)
      .option('--ignore <words>', 'outcomes that say nothing of it', parseWords)
      .option(
        '--map <field=column>',
        'which column holds url or outcome: by name or number; repeatable',
        mappingParser(MAPPED),
      )
      .option('--dry-run', 'only say what would be stored')
      .action(start(importCommand)),
    [
      ['icp feedback import deals.csv --client acme --dry-run', 'what would be stored?'],
      ['icp feedback import deals.csv --client acme --map outcome=Phase --fit Demo', 'your own words'],
    ],
  );
}

interface ImportOptions extends GlobalOptions {
  readonly client: string;
  readonly from: string;
  readonly fit?: readonly string[];
  readonly notFit?: readonly string[];
  readonly ignore?: readonly string[];
  readonly map?: ReadonlyMap<OutcomeField, string>;
  readonly dryRun?: boolean;
}

async function importCommand(options: ImportOptions, context: CommandContext, file: string): Promise<number> {
  const [{ importFeedback }, { LARGEST_OUTCOME_FILE }, { readInput }] = await Promise.all([
    import('../../app/feedback/import-feedback.ts'),
    import('../../app/feedback/outcome-file.ts'),
    import('../../app/input-files.ts'),
  ]);
  const { client, from, dryRun = false } = options;
  const bytes = await readInput(file, context.io.stdin, LARGEST_OUTCOME_FILE);
  const path = file === '-' ? 'standard input' : file;
  const result = await context.withApp((app) =>
    importFeedback(app.database, bytes, path, {
      client,
      from,
      words: { fit: options.fit ?? [], not_fit: options.notFit ?? [], nothing: options.ignore ?? [] },
      dryRun,
      columns: options.map ?? new Map(),
    }),
  );
  if (result.unknown.length > 0) context.printer.warn(unknownPeople(client, result));
  context.printer.result(importDocument(options, result), () => importLines(options, result));
  return 0;
}

const digits = (count: number) => count.toLocaleString('en-US');

function importDocument({ client, from, dryRun }: ImportOptions, result: ImportedFeedback): object {
  const { rows, fit, notFit, stored, unchanged, leftOut, unknown, now } = result;
  return {
    command: 'feedback import',
    client,
    from,
    dry_run: dryRun === true,
    rows,
    fit,
    not_fit: notFit,
    stored,
    unchanged,
    left_out: leftOut.saysNothing + leftOut.noLink,
    no_link: leftOut.noLink,
    unknown_people: unknown.length,
    verdicts: { fit: now.fit, not_fit: now.notFit },
  };
}

function importLines({ client, dryRun }: ImportOptions, result: ImportedFeedback): string[] {
  const { rows, fit, notFit, stored, unchanged, leftOut, now } = result;
  const left = [
    ...(leftOut.saysNothing > 0
      ? [`${digits(leftOut.saysNothing)} without a word on whether somebody fits`]
      : []),
    ...(leftOut.noLink > 0 ? [`${digits(leftOut.noLink)} without a usable profile link`] : []),
  ];
  const all = now.fit + now.notFit;
  return [
    `${counted(rows, 'row')}: ${counted(fit, 'fit')}, ${digits(notFit)} not a fit${left.length > 0 ? `; ${left.join(', ')}` : ''}.`,
    `${dryRun ? 'Would store' : 'Stored'} ${counted(stored, 'verdict')}${unchanged > 0 ? `, ${digits(unchanged)} ${unchanged === 1 ? 'is' : 'are'} there already` : ''}.`,
    ...(dryRun
      ? []
      : [
          `${counted(all, 'verdict')} of ${client}: ${digits(now.fit)} fit, ${digits(now.notFit)} not a fit. Next: icp calibrate --client ${client}`,
        ]),
  ];
}

function unknownPeople(client: string, { unknown }: ImportedFeedback): string {
  const named = unknown.slice(0, NAMED_PEOPLE).map((person) => shown(decodeURI(profileUrl(person))));
  const more = unknown.length > NAMED_PEOPLE ? ', …' : '';
  const who = unknown.length === 1 ? '1 person is no lead' : `${digits(unknown.length)} people are no leads`;
  return `${who} of ${client}: ${named.join(', ')}${more}`;
}

/** The flag may be given several times. */
function parseWords(value: string, before: readonly string[] = []): readonly string[] {
  const words = value.split(',').flatMap((word) => cleanLine(word) ?? []);
  if (words.length === 0) throw new InvalidArgumentError('It must be words, separated by commas.');
  return [...before, ...words];
}

function parseSource(value: string): string {
  const name = cleanLine(value);
  if (name === null || name.length > LONGEST_SOURCE)
    throw new InvalidArgumentError(`It must be a name of at most ${LONGEST_SOURCE} characters.`);
  return name;
}
