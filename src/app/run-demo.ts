import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Halt } from '../pipeline/halt.ts';
import type { App } from './app.ts';
import { openApp } from './open-app.ts';
import { fixturesFolder } from './package-folder.ts';
import { readIcpFile } from './read-icp-file.ts';
import { type PipelineResult, runPipeline } from './run-pipeline.ts';
import type { OnProgress } from './stage-progress.ts';

/** The whole pipeline over the fixtures with the local providers, in a temporary folder that is removed whatever happens. */
export async function runDemo<T>(
  options: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly halt: Halt;
    readonly notice: (message: string) => void;
    readonly onProgress: OnProgress;
  },
  show: (app: App, result: PipelineResult, csv: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'icp-demo-'));
  try {
    const app = await openApp({
      // Its own database and no key, whatever the user has set.
      environment: { ICP_HOME: join(folder, 'home'), ICP_OFFLINE: '1' },
      useDotenv: false,
      offline: true,
      waitSeconds: 0,
      halt: options.halt,
      notice: options.notice,
    });
    try {
      const output = join(folder, 'demo.csv');
      const result = await runPipeline(app, {
        ingest: { files: [join(fixturesFolder, 'followers.html')], client: 'demo', stdin: emptyInput() },
        icp: await readIcpFile(join(fixturesFolder, 'icp-finance.yaml')),
        rerank: true,
        allowListwise: false,
        profilesFile: join(fixturesFolder, 'profiles.jsonl'),
        export: { output, format: 'csv', minScore: null, top: null, stdout: process.stdout },
        onProgress: options.onProgress,
      });
      return await show(app, result, await readFile(output, 'utf8'));
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* emptyInput(): AsyncGenerator<Uint8Array, void, undefined> {}
