import type { Failure } from './failures.ts';
import { columnsOf, type Io, type Paint, painter, shown, wantsColour } from './io.ts';

/**
 * What a command says, told to a person or to a script. Results go to stdout, everything else to stderr; with `--json` stdout holds one
 * document and nothing else.
 */
export interface Printer {
  readonly paint: Paint;
  /** Cells that a line of stdout may have. */
  readonly width: number;
  /** The command's result: the document for scripts, the lines for people. */
  result(document: object, lines: (paint: Paint) => readonly string[]): void;
  /** Something worth knowing that is no result. */
  note(message: string): void;
  warn(message: string): void;
  failure(failure: Failure): void;
}

export interface PrinterOptions {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly noColour: boolean;
  /** Removes a live progress line before anything is printed. */
  readonly beforePrint: () => void;
  /** Secret values that must not appear in any output. */
  readonly secrets: () => readonly string[];
}

const WIDTH_OF_A_PIPE = 200;

/** What JSON.stringify leaves as it is though a terminal acts on it: DEL and C1 controls, bidirectional marks, the byte-order mark. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

export function createPrinter(io: Io, options: PrinterOptions): Printer {
  const paint = painter(wantsColour(io, io.stdout, options.noColour));
  const paintError = painter(wantsColour(io, io.stderr, options.noColour));
  const safe = (text: string) =>
    options
      .secrets()
      .filter((secret) => secret.length >= 6)
      // Also as it stands in a JSON text that somebody quotes.
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
      .reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), text);
  // Value by value: a secret that happens to be a word of ours, or a number, must not break the document.
  const safeJson = (document: object) =>
    JSON.stringify(document, (_, value: unknown) =>
      typeof value === 'string' ? safe(value) : value,
    ).replace(UNSAFE_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const toStderr = (text: string) => {
    options.beforePrint();
    io.stderr.write(`${safe(text)}\n`);
  };
  const lineBreaksKept = (text: string) =>
    text
      .split('\n')
      .map((line) => line.match(/^\s*/)![0] + shown(line))
      .join('\n');
  return {
    paint,
    width: io.stdout.isTTY ? (columnsOf(io.stdout) ?? 80) : WIDTH_OF_A_PIPE,
    result: (document, lines) => {
      options.beforePrint();
      if (options.json) io.stdout.write(`${safeJson(document)}\n`);
      else
        io.stdout.write(
          lines(paint)
            .map((line) => `${safe(line)}\n`)
            .join(''),
        );
    },
    note: (message) => {
      if (!options.quiet) toStderr(paintError('dim', lineBreaksKept(message)));
    },
    warn: (message) => {
      if (!options.quiet) toStderr(`${paintError('yellow', 'warning:')} ${lineBreaksKept(message)}`);
    },
    failure: (failure) => {
      if (options.json) {
        options.beforePrint();
        const { code, message, hint } = failure;
        io.stdout.write(`${safeJson({ error: { code, message, hint } })}\n`);
      } else {
        toStderr(`${paintError('red', 'error:')} ${lineBreaksKept(failure.message)}`);
        toStderr(`${paintError('dim', '  try:')} ${lineBreaksKept(failure.hint)}`);
      }
      if (options.verbose && failure.details !== undefined)
        toStderr(paintError('dim', lineBreaksKept(failure.details)));
    },
  };
}
