import { clearLine, cursorTo, moveCursor } from 'node:readline';
import { PassThrough } from 'node:stream';

/** A terminal of which everything shown is kept. */
export function terminal(
  isTTY: { stdin?: boolean; stdout?: boolean; stderr?: boolean } = {},
  columns: number | null = 80,
) {
  const stream = (tty: boolean) => {
    const own = new PassThrough();
    // What the progress line needs of a terminal.
    const moves = {
      cursorTo: (x: number) => cursorTo(own, x),
      moveCursor: (x: number, y: number) => moveCursor(own, x, y),
      clearLine: (direction: -1 | 0 | 1) => clearLine(own, direction),
    };
    return Object.assign(own, { isTTY: tty, ...(columns === null ? {} : { columns }), ...moves });
  };
  const stdin = stream(isTTY.stdin ?? true);
  const stdout = stream(isTTY.stdout ?? true);
  const stderr = stream(isTTY.stderr ?? true);
  const shown = { stdout: '', stderr: '' };
  stdout.on('data', (chunk: Buffer) => {
    shown.stdout += chunk.toString();
  });
  const asked = new Promise<void>((resolved) => {
    stderr.on('data', (chunk: Buffer) => {
      shown.stderr += chunk.toString();
      if (shown.stderr.includes('[y/N]')) resolved();
    });
  });
  return { io: { stdin, stdout, stderr, environment: {} as Record<string, string> }, shown, asked };
}
