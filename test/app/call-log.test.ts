import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallLog, openCallLog } from '../../src/app/call-log.ts';
import { UsageError } from '../../src/domain/errors.ts';
import { systemClock } from '../../src/pipeline/clock.ts';
import { observedAttempt, PRIVATE_WORDS } from '../support/observed-attempt.ts';

const PATIENCE_MS = 30_000;

let folder: string;
let path: string;
let notices: string[];
/** What has passed for the log since it was opened. */
let elapsedMs: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-log-'));
  path = join(folder, 'calls.jsonl');
  notices = [];
  elapsedMs = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openLog = (at = path): Promise<CallLog> =>
  openCallLog({
    path: at,
    command: 'enrich',
    clock: { ...systemClock, elapsed: () => elapsedMs },
    notice: (message) => notices.push(message),
  });

const linesOf = (at = path): Record<string, unknown>[] =>
  readFileSync(at, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const forLead = (leadId: number) => observedAttempt({ contexts: [{ clientId: 2, batchId: 3, leadId }] });
const leadsIn = (at = path) =>
  linesOf(at).flatMap((line) => (line['lead_ids'] as number[] | undefined) ?? []);

describe('the log of calls', () => {
  it('has a line for the start, for each attempt and for the end', async () => {
    const log = await openLog();
    log.ended(observedAttempt());
    log.ended(
      observedAttempt({
        kind: 'scrape',
        outcome: 'run_failed',
        errorMessage: PRIVATE_WORDS,
        contexts: [1, 2].map((id) => ({ clientId: 9, batchId: id, leadId: id })),
        promptTokens: null,
        completionTokens: null,
        costUsd: null,
        actorRunId: 12,
      }),
    );
    log.finished({ exitCode: 3, outcome: 'some_failed' });
    await log.close(PATIENCE_MS);
    const common = { command: 'enrich', pid: process.pid };
    const now = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(linesOf()).toEqual([
      { ...common, event: 'start', time: now },
      {
        ...common,
        event: 'call',
        time: '2026-03-01T09:00:00.603Z',
        provider: 'openai',
        kind: 'classification',
        model: 'gpt-5-mini',
        stage: 'enrich',
        outcome: 'ok',
        prompt_tokens: 120,
        completion_tokens: 30,
        cost_usd: 0.000_09,
        latency_ms: 480,
        lead_ids: [7],
        batch_id: 3,
        client_id: 2,
        batch_ids: [3],
        client_ids: [2],
        actor_run_id: null,
      },
      expect.objectContaining({
        kind: 'scrape',
        outcome: 'run_failed',
        prompt_tokens: null,
        cost_usd: null,
        lead_ids: [1, 2],
        batch_id: null,
        batch_ids: [1, 2],
        client_id: 9,
        actor_run_id: 12,
      }),
      { ...common, event: 'end', time: now, outcome: 'some_failed', exit_code: 3, calls: 2 },
    ]);
    for (const word of ['Mirela', 'Ledgerly', 'Fintech', '東京'])
      expect(readFileSync(path, 'utf8')).not.toContain(word);
    expect(notices).toEqual([]);
  });

  it('goes on at the end of the file, and several share one without spoiling a line', async () => {
    writeFileSync(path, '{"older":true}\n');
    const logs = await Promise.all([openLog(), openLog(), openLog()]);
    for (let round = 0; round < 40; round++) {
      logs.forEach((log, position) => {
        for (let call = 0; call < 25; call++) log.ended(forLead(position * 1000 + round * 25 + call));
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(logs.map((log) => log.close(PATIENCE_MS)));
    expect(linesOf()[0]).toEqual({ older: true });
    expect(new Set(leadsIn()).size).toBe(3000);
    expect(linesOf()).toHaveLength(3004);
  });
});

describe('a log that is rotated', () => {
  it('by renaming: goes on in the new file, at most a second later', async () => {
    const log = await openLog();
    const wrote = (leadId: number, at: string) =>
      vi.waitFor(() => expect(leadsIn(at)).toContain(leadId), PATIENCE_MS);
    log.ended(forLead(1));
    await wrote(1, path);
    renameSync(path, `${path}.1`);
    elapsedMs += 999;
    log.ended(forLead(2));
    await wrote(2, `${path}.1`);
    elapsedMs += 1;
    log.ended(forLead(3));
    await vi.waitFor(() => expect(leadsIn()).toEqual([3]), PATIENCE_MS);
    renameSync(path, `${path}.2`);
    writeFileSync(path, '');
    elapsedMs += 1000;
    log.ended(forLead(4));
    await log.close(PATIENCE_MS);
    expect([`${path}.1`, `${path}.2`, path].map((at) => leadsIn(at))).toEqual([[1, 2], [3], [4]]);
    expect(notices).toEqual([]);
  });

  it('by copying and cutting: goes on at the new end', async () => {
    const log = await openLog();
    log.ended(forLead(1));
    await vi.waitFor(() => expect(leadsIn()).toEqual([1]), PATIENCE_MS);
    truncateSync(path);
    elapsedMs += 1000;
    log.ended(forLead(2));
    await log.close(PATIENCE_MS);
    expect(leadsIn()).toEqual([2]);
  });

  it('into a folder that is gone: the open file takes what comes', async () => {
    const log = await openLog();
    renameSync(folder, `${folder}-moved`);
    elapsedMs += 1000;
    log.ended(forLead(1));
    await log.close(PATIENCE_MS);
    expect(leadsIn(join(`${folder}-moved`, 'calls.jsonl'))).toEqual([1]);
    expect(notices).toEqual([expect.stringContaining('(ENOENT)')]);
    rmSync(`${folder}-moved`, { recursive: true });
  });
});

describe('a log that cannot be written', () => {
  it.each([
    ['nowhere/calls.jsonl', 'ENOENT'],
    ['.', 'EISDIR'],
    ['a-file/calls.jsonl', 'ENOTDIR'],
    ['x'.repeat(300), 'ENAMETOOLONG'],
  ])('is refused at the start by name: %s', async (name, code) => {
    writeFileSync(join(folder, 'a-file'), '');
    const at = join(folder, name);
    const error = await openLog(at).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      code: 'log_not_writable',
      message: expect.stringContaining(`${at} cannot be written (${code})`),
      hint: expect.stringContaining('--log-file'),
    });
  });

  it.skipIf(process.platform !== 'linux')(
    'because its disk is full: one line says so, and nothing else',
    async () => {
      const log = await openLog('/dev/full');
      for (let call = 0; call < 50; call++) {
        log.ended(forLead(call));
        await new Promise((resolve) => setImmediate(resolve));
      }
      await log.close(PATIENCE_MS);
      expect(notices).toEqual(['the log /dev/full cannot be written (ENOSPC); the work goes on without it']);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'because nobody reads it: close waits as long as it may',
    async () => {
      expect(spawnSync('mkfifo', [path]).status).toBe(0);
      const reader = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
      const log = await openLog();
      // More than a pipe holds.
      for (let call = 0; call < 2000; call++) log.ended(forLead(call));
      await log.close(20);
      // Lets go of the thread that hangs in the write.
      await vi.waitFor(() => {
        const chunk = Buffer.alloc(1_000_000);
        let text = '';
        for (let read = 1; read > 0; ) {
          try {
            read = readSync(reader, chunk);
          } catch {
            read = 0;
          }
          text += chunk.toString('utf8', 0, read);
        }
        appendFileSync(`${path}.read`, text);
        expect(leadsIn(`${path}.read`)).toHaveLength(2000);
      }, PATIENCE_MS);
    },
  );
});
