import { Command } from 'commander';
import { StopRun } from '../domain/errors.ts';
import type { Halt } from '../pipeline/halt.ts';
import { COMMANDS } from './commands/registry.ts';
import type { CommandContext, GlobalOptions } from './context.ts';
import { EXIT_CODES, explainFailure } from './failures.ts';
import { columnsOf, type Io } from './io.ts';
import type { Run, Start } from './start.ts';

/** Runs the command line; returns the exit code and never throws. */
export async function runProgram(
  argv: readonly string[],
  io: Io,
  halt: Halt,
  version: string,
): Promise<number> {
  let exitCode = 0;
  const start: Start =
    (run) =>
    async (...received) => {
      const command = received.at(-1) as Command;
      const options = command.optsWithGlobals<GlobalOptions>();
      const { createContext } = await import('./context.ts');
      const context = createContext(io, halt, options);
      try {
        exitCode = await (run as Run<unknown>)(options, context, ...(received.slice(0, -2) as never[]));
        // Stopped so late that the command had finished: what it printed stands, but scripts are told of the signal.
        if (halt.reason !== null) throw halt.reason;
      } catch (error) {
        exitCode = report(error, context);
      }
    };
  const program = createProgram(io, version, start);
  try {
    const commands = program.commands.map((command) => command.name());
    await program.parseAsync(arrange(argv, commands), { from: 'user' });
  } catch (error) {
    exitCode = await commanderExit(error, argv, io, halt);
  }
  return exitCode;
}

function createProgram(io: Io, version: string, start: Start): Command {
  const program = new Command('icp')
    .description(
      'Turn the people who follow a client on LinkedIn into a ranked CSV of those worth talking to.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true });
  for (const declare of COMMANDS) declare(program, start);
  program.addHelpText(
    'after',
    `
Examples:
  $ icp demo                                                  the whole pipeline on made-up people, no key needed
  $ icp run followers.html --client acme --icp icp.yaml       from a saved page to a ranked CSV
  $ icp status --client acme                                  where everybody stands, and what to run next

Exit codes:
${EXIT_CODES.map(([code, meaning]) => `  ${String(code).padEnd(8)} ${meaning}`).join('\n')}`,
  );
  const quietErrors = (command: Command) => {
    command.exitOverride();
    command.configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => columnsOf(io.stdout) ?? 100,
      getErrHelpWidth: () => columnsOf(io.stderr) ?? 100,
      outputError: () => {},
    });
    command.commands.forEach(quietErrors);
  };
  quietErrors(program);
  return program;
}

function report(error: unknown, context: CommandContext): number {
  const failure = explainFailure(error);
  const interrupted = error instanceof StopRun && error.reason === 'interrupted';
  // A closed pipe (`icp export -o - | head`) is the reader's way to say that it has enough.
  if ((error as NodeJS.ErrnoException | null)?.code === 'EPIPE') return 0;
  if (interrupted && context.halt.endsQuietly) return failure.exitCode;
  if (interrupted && context.options.json !== true) context.printer.note(failure.hint);
  else context.printer.failure(failure);
  return failure.exitCode;
}

const LEADING_FLAGS = new Set(['--json', '-q', '--quiet', '-v', '--verbose', '--no-color']);

/**
 * The command line as commander takes it: flags that every command has may stand before it, `icp help X` is `icp X --help`, `icp` alone asks
 * for help, and help of a command that does not exist is an unknown command.
 */
function arrange(argv: readonly string[], commands: readonly string[]): string[] {
  const start = argv.findIndex((argument) => !LEADING_FLAGS.has(argument));
  if (start === -1) return ['--help'];
  const moved = [...argv.slice(start), ...argv.slice(0, start)];
  const asked = moved[0] === 'help' ? [...moved.slice(1), '--help'] : moved;
  const first = asked[0]!;
  return first.startsWith('-') || commands.includes(first) ? asked : [first];
}

/** What commander throws: help and version are fine, all else is wrong usage. */
async function commanderExit(error: unknown, argv: readonly string[], io: Io, halt: Halt): Promise<number> {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'commander.helpDisplayed' || code === 'commander.version') return 0;
  if (code === 'commander.help') return 2;
  const options: GlobalOptions = { json: argv.includes('--json'), color: !argv.includes('--no-color') };
  const { createContext } = await import('./context.ts');
  const context = createContext(io, halt, options);
  if (code === undefined) return report(error, context);
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  context.printer.failure({
    code: 'usage',
    message: [first, ...rest.filter((line) => line.startsWith('(Did you mean'))].join(' '),
    hint: 'icp --help lists the commands, icp COMMAND --help the options of one',
    exitCode: 2,
    details: undefined,
  });
  return 2;
}
