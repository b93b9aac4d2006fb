import type { FileExplanation, UnreadFile } from '../../app/explain-files.ts';
import type { CommandContext } from '../context.ts';
import { counted } from '../format.ts';
import { type Paint, shown } from '../io.ts';
import { type ReadingOptions, readOptions } from '../options.ts';

/** `icp ingest FILE… --explain`: what each file was taken for and what is in it. Opens no database and writes nothing. */
export async function explainInput(
  options: ReadingOptions,
  context: CommandContext,
  files: readonly string[],
): Promise<number> {
  const { explainFiles } = await import('../../app/explain-files.ts');
  const explanation = await explainFiles(files, context.io.stdin, readOptions(options));
  context.printer.result({ command: 'ingest', explain: explanation.files.map(explainDocument) }, (paint) =>
    explanation.files.flatMap((file, at) => [...(at === 0 ? [] : ['']), ...explainLines(file, paint)]),
  );
  return explanation.complete ? 0 : 2;
}

function explainDocument(file: FileExplanation | UnreadFile): object {
  if ('error' in file) {
    const { code, message, hint } = file.error;
    return { path: file.path, error: { code, message, hint } };
  }
  const { statedTotal, warnings, ...rest } = file;
  return { ...rest, stated_total: statedTotal, warnings };
}

function explainLines(file: FileExplanation | UnreadFile, paint: Paint): string[] {
  const line = (label: string, text: string) => `  ${paint('dim', label.padEnd(8))} ${shown(text)}`;
  if ('error' in file) {
    return [paint('bold', shown(file.path)), line('error', file.error.message), line('try', file.error.hint)];
  }
  const stated =
    file.statedTotal === null ? '' : `, of ${file.statedTotal.toLocaleString('en-US')} that it states`;
  const reasons = Object.entries(file.reasons).map(
    ([reason, count]) => `${count.toLocaleString('en-US')} ${reason}`,
  );
  return [
    paint('bold', shown(file.path)),
    line('kind', file.kind),
    line('why', file.why),
    line('found', `${counted(file.found, 'person', 'people')}${stated}`),
    line(
      'skipped',
      file.skipped === 0
        ? 'none'
        : `${counted(file.skipped, 'row')} without a usable identity (${reasons.join(', ')})`,
    ),
    ...file.warnings.map((warning) => line('warning', warning)),
  ];
}
