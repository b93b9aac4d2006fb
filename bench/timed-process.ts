import { spawn } from 'node:child_process';

export interface ProcessRun {
  readonly milliseconds: number;
  readonly stdout: string;
}

/** Runs `node ARGS` to its end and times it as a whole. Throws when it fails. */
export function timedProcess(
  args: readonly string[],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly folder?: string } = {},
): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: options.folder,
      env: { PATH: process.env['PATH'], ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('close', (code) => {
      const milliseconds = performance.now() - began;
      if (code === 0) resolve({ milliseconds, stdout: Buffer.concat(out).toString() });
      else reject(new Error(`node ${args.join(' ')} ended with ${code}: ${Buffer.concat(err)}`));
    });
  });
}
