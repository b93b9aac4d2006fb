import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database } from '../../src/store/database.ts';
import { openEmbedded } from '../../src/store/embedded-database.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import { runHere } from './run-here.ts';
import { createServerDatabase, onServer } from './test-database.ts';

export interface IcpResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON document on stdout. */
  json<T = Record<string, never>>(): T;
}

export interface RunningIcp {
  readonly child: ChildProcess;
  readonly ended: Promise<IcpResult>;
}

/** A folder, a database and an environment of its own in which the built program runs as a process. */
export interface Workplace {
  readonly folder: string;
  readonly environment: Record<string, string>;
  /** Puts the usual case there: a saved page as followers.html and an ICP as icp.yaml. */
  bringUsualCase(): void;
  icp(args: readonly string[], options?: RunOptions): Promise<IcpResult>;
  start(args: readonly string[], options?: RunOptions): RunningIcp;
  /** The same command within this process, for where a process of its own shows nothing more; see run-here.ts. */
  here(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<IcpResult>;
  /** Lends the database of the processes, while none of them has it. */
  withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
}

/** Waits for something to be so, at most as long as the process lives. */
export async function until(reached: () => boolean, { child }: RunningIcp): Promise<void> {
  while (!reached() && child.exitCode === null) await new Promise((wake) => setTimeout(wake, 2));
}

const PROGRAM = resolve('bin/icp.js');

/** With TEST_DATABASE_URL the processes use a database of their own on that server, else the embedded one in the folder. */
export async function createWorkplace(
  environment: Readonly<Record<string, string>> = {},
): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'icp-test-'));
  const copy = onServer ? await createServerDatabase() : null;
  const own: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    ...(copy === null ? {} : { DATABASE_URL: copy.url }),
    ...environment,
  };
  const start = (args: readonly string[], options: RunOptions = {}): RunningIcp => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { ...own, ...options.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
    return { child, ended: collect(child) };
  };
  return {
    folder,
    environment: own,
    bringUsualCase: () => {
      copyFileSync('fixtures/followers.html', join(folder, 'followers.html'));
      copyFileSync('fixtures/icp-finance.yaml', join(folder, 'icp.yaml'));
    },
    start,
    here: async (args, changes) => {
      const result = await runHere(args, { ...own, ...changes }, folder);
      return { ...result, signal: null, json: () => JSON.parse(result.stdout) };
    },
    icp: (args, options) => start(args, options).ended,
    withDatabase: async (use) => {
      const database =
        copy === null
          ? await openEmbedded({ home: join(folder, '.icp'), waitSeconds: 10, template: '' })
          : openPostgres(copy.url, { applicationName: 'icp-tests' });
      try {
        return await use(database);
      } finally {
        await database.close();
      }
    },
    close: async () => {
      await copy?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function collect(child: ChildProcess): Promise<IcpResult> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr!.on('data', (chunk: Buffer) => err.push(chunk));
  const { code, signal } = await new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(
    (ended) => child.on('close', (exitCode, exitSignal) => ended({ code: exitCode, signal: exitSignal })),
  );
  const stdout = Buffer.concat(out).toString('utf8');
  return {
    code,
    signal,
    stdout,
    stderr: Buffer.concat(err).toString('utf8'),
    json: () => JSON.parse(stdout),
  };
}
