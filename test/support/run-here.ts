import { runProgram } from '../../src/cli/program.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { terminal } from './terminal.ts';

/**
 * The command line in this process, with pipes all round and a folder to work in: several times as quick as a process of its own, and the same but for signals and
 * what the system does. One at a time: the working folder is the process's.
 */
export async function runHere(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = process.cwd(),
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const { io, shown } = terminal({ stdin: false, stdout: false, stderr: false });
  io.stdin.end();
  const before = process.cwd();
  process.chdir(folder);
  try {
    const code = await runProgram(args, { ...io, environment }, new Halt(), '0.0.0');
    // What was written last is still on its way through the stream.
    await new Promise((soon) => setImmediate(soon));
    return { code, ...shown };
  } finally {
    process.chdir(before);
  }
}
