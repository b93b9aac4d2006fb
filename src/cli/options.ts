import { type Command, InvalidArgumentError, Option } from 'commander';
import type { WatchOptions } from '../app/watch-calls.ts';
import type { FieldRole } from '../stages/ingest/field-role.ts';
import { MAPPED_FIELDS } from '../stages/ingest/mapped-fields.ts';
import type { ReadOptions } from '../stages/ingest/recogniser.ts';

/** Options that several commands share: same flags, same meaning, everywhere. */

export function addGlobalOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--json', 'print one JSON document on stdout and nothing else there').helpGroup('Output:'),
    )
    .addOption(new Option('-q, --quiet', 'no progress, no notes').helpGroup('Output:'))
    .addOption(new Option('-v, --verbose', 'show the details of errors').helpGroup('Output:'))
    .addOption(new Option('--no-color', 'no colour').helpGroup('Output:'));
}

/** For commands that open the database. */
export function addDatabaseOptions(command: Command): Command {
  return command.option(
    '--wait <seconds>',
    'wait for a database that another process has open, or that does not answer',
    parseSeconds,
  );
}

export function addScopeOptions(command: Command): Command {
  return command
    .option('--client <slug>', "only this client's leads")
    .option('--batch <name>', 'only the leads of this batch');
}

/** Options of the commands that read files, as commander gives them. */
export interface ReadingOptions {
  readonly map?: ReadonlyMap<FieldRole, string>;
  readonly rejects?: string;
}

/** What the ingest stage is told of the files. */
export function readOptions({ map }: ReadingOptions): ReadOptions {
  return map === undefined ? {} : { columns: map };
}

/** For commands that read people out of files. */
export function addReadingOptions(command: Command): Command {
  return command
    .option(
      '--map <field=column>',
      `in a CSV, what holds ${[...MAPPED_FIELDS.keys()].join(', ')}: by column name or number; repeatable`,
      mappingParser(MAPPED_FIELDS),
    )
    .option('--rejects <file>', 'write the rows that look like people and cannot be used as CSV', parseFile);
}

export function addOfflineOption(command: Command): Command {
  return command.option('--offline', 'use the local providers for everything; no key, no network');
}

export function addSpendingOptions(command: Command): Command {
  return command
    .option('--dry-run', 'print what would be done and what it would cost; call nothing that costs')
    .option('--max-cost <usd>', 'stop cleanly before spending more than this', parseDollars)
    .option('-y, --yes', 'do not ask before spending more than $20 (asked at a terminal only)');
}

/** For commands that erase something for good. */
export function addErasingOption(command: Command): Command {
  return command.option('-y, --yes', 'do not ask before erasing (asked at a terminal only)');
}

/** Options of the commands that make paid calls, as commander gives them. */
export interface WatchingOptions {
  readonly logFile?: string;
  readonly traceContent?: boolean;
}

/** For commands that make paid calls: who may watch them. */
export function addWatchingOptions(command: Command): Command {
  return command
    .option(
      '--log-file <file>',
      'append a line of JSON for each paid call; no secrets, no profiles',
      parseFile,
    )
    .option('--trace-content', 'with LANGSMITH_TRACING=true: traces also carry profile texts and answers');
}

export function watchOptions(
  command: string,
  { logFile, traceContent }: WatchingOptions,
): { readonly watch: WatchOptions } {
  return { watch: { command, logFile, traceContent } };
}

export function addRerankOptions(command: Command): Command {
  return command
    .option('--no-rerank', 'score without the reranker; the reasoning of such scores says so')
    .option('--allow-listwise', 'accept a reranker whose scores depend on the other documents of a request');
}

export function addShortlistOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--shortlist <n>',
      'ask the reranker only about the n leads nearest by cosine; the others say so',
    )
      .argParser(parseCount)
      .conflicts('rerank'),
  );
}

export function examples(command: Command, lines: readonly (readonly [string, string])[]): Command {
  const width = Math.max(...lines.map(([example]) => example.length));
  const text = lines.map(([example, what]) => `  $ ${example.padEnd(width)}   ${what}`).join('\n');
  return command.addHelpText('after', `\nExamples:\n${text}`);
}

export function parseCount(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(value);
}

/** Takes one more `FIELD=COLUMN` to those before it, of the fields there are. */
export function mappingParser<Role>(fields: ReadonlyMap<string, Role>) {
  return (value: string, before: ReadonlyMap<Role, string> | undefined): ReadonlyMap<Role, string> => {
    const [, field, column] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(value) ?? [];
    const role = fields.get(field?.toLowerCase() ?? '');
    if (role === undefined || column === undefined || column === '') {
      const names = [...fields.keys()].join(', ');
      throw new InvalidArgumentError(`It must be FIELD=COLUMN, where FIELD is one of ${names}.`);
    }
    if (before?.has(role)) throw new InvalidArgumentError(`${field} is given twice.`);
    return new Map([...(before ?? []), [role, column]]);
  };
}

function parseFile(value: string): string {
  if (value === '' || value === '-') throw new InvalidArgumentError('It must be the name of a file.');
  return value;
}

export function parseSeconds(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('It must be a whole number of seconds.');
  return Number(value);
}

export function parseDollars(value: string): number {
  if (!/^\$?\d{1,7}(\.\d{1,6})?$/.test(value)) {
    throw new InvalidArgumentError('It must be an amount in US dollars, such as 2.50.');
  }
  return Number(value.replace('$', ''));
}

export function parseScore(value: string): number {
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(value) || Number(value) > 100) {
    throw new InvalidArgumentError('It must be a score from 0 to 100.');
  }
  return Number(value);
}

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** Whether the calendar has that day: Date takes the 31st of February for the 3rd of March. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** `2026-11-01`, any ISO time, or a span back from now such as `7d` or `12h`. */
export function parseSince(value: string): Date {
  const span = /^(\d{1,5})([hdw])$/.exec(value);
  if (span !== null) {
    const hours = { h: 1, d: 24, w: 168 }[span[2] as 'h' | 'd' | 'w'];
    return new Date(Date.now() - Number(span[1]) * hours * 3_600_000);
  }
  const date = new Date(value);
  const day = ISO_TIME.exec(value)?.[1];
  if (day === undefined || Number.isNaN(date.getTime()) || !isDay(day)) {
    throw new InvalidArgumentError('It must be a date such as 2026-11-01, or a span such as 7d.');
  }
  return date;
}
