import { createInterface } from 'node:readline';
import type { Halt } from '../pipeline/halt.ts';
import type { Io } from './io.ts';

/**
 * Asks on stderr and waits for a line on stdin: true for y or yes, false for anything else, for nothing at all, and for the end of the input. Ctrl-C rejects
 * with the reason of the halt, of which nothing more is said.
 */
export async function askYesNo(io: Io, halt: Halt, question: string): Promise<boolean> {
  halt.throwIfStopped();
  // Not as a terminal: the system's own line editing does, and Ctrl-C stays a signal.
  const lines = createInterface({ input: io.stdin, terminal: false });
  halt.endsQuietly = true;
  try {
    io.stderr.write(`${question} [y/N] `);
    const answer = await new Promise<string | null>((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(null));
      halt.onStop(() => reject(halt.reason));
    });
    halt.endsQuietly = false;
    if (answer === null) io.stderr.write('\n');
    return /^\s*y(?:es)?\s*$/i.test(answer ?? '');
  } catch (error) {
    io.stderr.write('\n');
    throw error;
  } finally {
    lines.close();
  }
}
