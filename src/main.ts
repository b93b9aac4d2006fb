import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StopRun } from './domain/errors.ts';
import { Halt } from './pipeline/halt.ts';

/** How long calls in flight may still take after Ctrl-C. */
const GRACE_MS = 3500;

const packageFile = join(fileURLToPath(new URL('..', import.meta.url)), 'package.json');
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Answered before the command line parser is loaded: scripts ask this often.
  process.stdout.write(`${version}\n`);
} else {
  const halt = new Halt();
  listenForSignals(halt);
  // A reader that closes the pipe is handled where the write happens; unheard, the event would end the process with a stack trace.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  const { runProgram } = await import('./cli/program.ts');
  const io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
  };
  process.exitCode = await runProgram(argv, io, halt, version);
  await flush(process.stdout);
  // Keep-alive sockets of SDKs must not hold the process; everything that counts has been awaited.
  process.exit();
}

/** First signal: say so, begin nothing new, let calls in flight finish. Second: leave now. */
function listenForSignals(halt: Halt): void {
  let asked = 0;
  const listen = (signal: 'SIGINT' | 'SIGTERM', exitCode: number) => {
    process.on(signal, () => {
      asked += 1;
      if (asked > 1) process.exit(exitCode);
      if (!halt.endsQuietly)
        process.stderr.write(
          '\nstopping: calls in flight may finish, what is done is kept (Ctrl-C again leaves at once)\n',
        );
      halt.stop(
        new StopRun(
          'interrupted',
          signal.toLowerCase(),
          'interrupted; everything finished so far is kept',
          'stopped; run the same command again to go on where it stopped',
        ),
        GRACE_MS,
      );
      // A command that is not at a point where it can stop is left after the grace, so that Ctrl-C always works.
      setTimeout(() => process.exit(exitCode), GRACE_MS + 1200).unref();
    });
  };
  listen('SIGINT', 130);
  listen('SIGTERM', 143);
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}
