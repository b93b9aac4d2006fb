import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/cli/failures.ts';
import { type Io, painter, shown, wantsColour } from '../../src/cli/io.ts';
import { createPrinter, type PrinterOptions } from '../../src/cli/printer.ts';

function terminal(
  options: Partial<PrinterOptions> = {},
  environment: Record<string, string> = {},
  isTTY = false,
) {
  const stdout = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const stderr = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const io: Io = { stdin: new PassThrough(), stdout, stderr, environment };
  const printer = createPrinter(io, {
    json: false,
    quiet: false,
    verbose: false,
    noColour: false,
    beforePrint: () => {},
    secrets: () => [],
    ...options,
  });
  const read = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString('utf8') ?? '';
  return { io, printer, stdout: () => read(stdout), stderr: () => read(stderr) };
}

const FAILURE: Failure = {
  code: 'no_credit',
  message: 'no credit\u001b[31m left',
  hint: 'pay',
  exitCode: 4,
  details: 'Error: no credit\n    at x',
};

describe('a printer', () => {
  it('prints results to stdout and everything else to stderr', () => {
    const { printer, stdout, stderr } = terminal();
    printer.result({ leads: 3 }, () => ['three leads']);
    printer.note('a note');
    printer.warn('careful');
    printer.failure(FAILURE);
    expect(stdout()).toBe('three leads\n');
    expect(stderr()).toBe('a note\nwarning: careful\nerror: no credit left\n  try: pay\n');
  });

  it('has one document on stdout with --json, also for an error', () => {
    const { printer, stdout } = terminal({ json: true });
    printer.result({ leads: 3 }, () => ['three leads']);
    expect(JSON.parse(stdout())).toEqual({ leads: 3 });
    printer.failure(FAILURE);
    expect(JSON.parse(stdout())).toMatchObject({ error: { code: 'no_credit', hint: 'pay' } });
  });

  it('lets no control reach a terminal, in a document neither', () => {
    const { printer, stdout, stderr } = terminal({ json: true, verbose: true });
    const hostile = 'a\u001b[31mb\u009b31mc\u202ed\u0007';
    printer.result({ hostile }, () => []);
    printer.failure({ ...FAILURE, message: hostile, details: hostile });
    printer.note(hostile);
    printer.warn(hostile);
    const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
    const [out, err] = [stdout(), stderr()];
    expect(err).not.toMatch(unsafe);
    expect(out).not.toMatch(unsafe);
  });

  it('keeps quiet but for results and errors', () => {
    const { printer, stdout, stderr } = terminal({ quiet: true });
    printer.note('a note');
    printer.warn('careful');
    expect(stderr()).toBe('');
    printer.result({}, () => ['result']);
    printer.failure(FAILURE);
    expect(stdout()).toBe('result\n');
    expect(stderr()).toContain('error:');
  });

  it('shows stack traces with --verbose only', () => {
    const calm = terminal();
    calm.printer.failure(FAILURE);
    expect(calm.stderr()).not.toContain('at x');
    const verbose = terminal({ verbose: true });
    verbose.printer.failure(FAILURE);
    expect(verbose.stderr()).toContain('Error: no credit\n    at x');
  });

  it.each(['sk-secret-value-123', 'quote"back\\slash-secret'])('hides %s wherever it turns up', (secret) => {
    for (const json of [true, false]) {
      const { printer, stdout, stderr } = terminal({ json, verbose: true, secrets: () => [secret] });
      printer.result({ key: `it is ${secret}` }, () => [`it is ${secret}`]);
      printer.failure({ ...FAILURE, message: `bad key ${secret}`, hint: secret, details: `with ${secret}` });
      printer.note(secret);
      printer.warn(secret);
      const everything = stdout() + stderr();
      expect(everything).toContain('[hidden]');
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
  });

  it('knows its width', () => {
    expect(terminal({}, {}, true).printer.width).toBe(100);
    expect(terminal().printer.width).toBe(200);
  });
});

describe('colour', () => {
  it.each<[boolean, Record<string, string>, boolean, boolean]>([
    [true, {}, false, true],
    [false, {}, false, false],
    [true, {}, true, false],
    [true, { NO_COLOR: '1' }, false, false],
    [true, { NO_COLOR: '' }, false, true],
    [true, { TERM: 'dumb' }, false, false],
    [false, { FORCE_COLOR: '1' }, false, true],
    [false, { FORCE_COLOR: '0' }, false, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, false],
  ])('on a terminal %s with %j and --no-color %s: %s', (isTTY, environment, flag, expected) => {
    const { io } = terminal({}, environment, isTTY);
    expect(wantsColour(io, io.stdout, flag)).toBe(expected);
  });

  it('is put around text, not around nothing', () => {
    expect(painter(true)('red', 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(painter(true)('red', '')).toBe('');
    expect(painter(false)('red', 'x')).toBe('x');
    expect(shown(' a\n\u001b[31mb\u202e ')).toBe('a b');
  });
});
