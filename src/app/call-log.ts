import { type FileHandle, open, stat } from 'node:fs/promises';
import { UsageError } from '../domain/errors.ts';
import type { Clock } from '../pipeline/clock.ts';
import type { CallObserver, ObservedAttempt } from '../ports/call-observer.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { notWritableCode } from './not-writable.ts';

export interface CallLogOptions {
  readonly path: string;
  readonly command: string;
  readonly clock: Pick<Clock, 'now' | 'elapsed' | 'sleep'>;
  readonly notice: (message: string) => void;
}

/** How a command ended: what its exit code is, null when that is not known yet, and a word for it. */
export interface CommandEnd {
  readonly exitCode: number | null;
  /** `ok`, `some_failed`, or the code of the error. */
  readonly outcome: string;
}

/** How often it is looked whether the file at the path is still the one that is open. */
const ROTATION_CHECK_MS = 1000;
/** What may wait for a disk that does not answer; more is dropped. */
const MOST_WAITING = 8_000_000;

/** Opens the log and writes its first line. Throws UsageError `log_not_writable`. */
export async function openCallLog(options: CallLogOptions): Promise<CallLog> {
  try {
    return new CallLog(options, await openFile(options.path));
  } catch (error) {
    const code = notWritableCode(error);
    if (code === null) throw error;
    throw new UsageError(
      'log_not_writable',
      `the log ${options.path} cannot be written (${code}); nothing was done`,
      'name another file with --log-file FILE',
    );
  }
}

/**
 * Every attempt of every paid call as a line of JSON: ids, codes and numbers of ours, never a secret and no word of a profile. Each write
 * is whole lines at the end of the file, so several processes can share one; a file that is renamed or cut is followed (logrotate with
 * `create` or `copytruncate`). Once it is open, nothing that happens to the file stops the work.
 */
export class CallLog implements CallObserver {
  readonly #options: CallLogOptions;
  #file: OpenFile;
  #waiting = '';
  #writing: Promise<void> | null = null;
  #checkedAt: number;
  /** The last write broke off within a line. */
  #torn = false;
  #noticed = false;
  #calls = 0;

  constructor(options: CallLogOptions, file: OpenFile) {
    this.#options = options;
    this.#file = file;
    this.#checkedAt = options.clock.elapsed();
    this.#add('start', this.#options.clock.now(), {});
  }

  ended(attempt: ObservedAttempt): void {
    this.#calls += 1;
    const batchIds = distinct(attempt.contexts, 'batchId');
    const clientIds = distinct(attempt.contexts, 'clientId');
    this.#add('call', new Date(attempt.startedAt.getTime() + attempt.latencyMs), {
      provider: attempt.provider,
      kind: attempt.kind,
      model: attempt.model,
      stage: attempt.stage,
      outcome: attempt.outcome,
      prompt_tokens: attempt.promptTokens,
      completion_tokens: attempt.completionTokens,
      cost_usd: attempt.costUsd,
      latency_ms: attempt.latencyMs,
      lead_ids: distinct(attempt.contexts, 'leadId'),
      batch_id: onlyOne(batchIds),
      client_id: onlyOne(clientIds),
      batch_ids: batchIds,
      client_ids: clientIds,
      actor_run_id: attempt.actorRunId,
    });
  }

  /** The last line. */
  finished(end: CommandEnd): void {
    const { exitCode, outcome } = end;
    this.#add('end', this.#options.clock.now(), { outcome, exit_code: exitCode, calls: this.#calls });
  }

  async close(withinMs: number): Promise<void> {
    const inTime = new AbortController();
    const timeIsUp = this.#options.clock.sleep(withinMs, inTime.signal).catch(() => {});
    const written = (this.#writing ?? Promise.resolve())
      .then(() => this.#file.handle.close())
      .catch(() => {});
    await Promise.race([written, timeIsUp]);
    inTime.abort();
  }

  #add(event: 'start' | 'call' | 'end', time: Date, fields: object): void {
    if (this.#waiting.length > MOST_WAITING) {
      this.#noticeOnce('the disk does not answer');
      return;
    }
    const { command } = this.#options;
    this.#waiting += `${JSON.stringify({ time: time.toISOString(), event, command, pid: process.pid, ...fields })}\n`;
    this.#writing ??= this.#write();
  }

  /** Writes until nothing waits, all that came meanwhile at once; never rejects. */
  async #write(): Promise<void> {
    // Lines of the same instant share a write.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting !== '') {
      const lines = this.#waiting;
      this.#waiting = '';
      try {
        await this.#follow();
        await this.#append(lines);
      } catch (error) {
        this.#noticeOnce(reasonOf(error));
      }
    }
    this.#writing = null;
  }

  async #append(lines: string): Promise<void> {
    const bytes = Buffer.from(this.#torn ? `\n${lines}` : lines);
    let written = 0;
    try {
      // One write but for a disk that has room for a part.
      while (written < bytes.length) written += (await this.#file.handle.write(bytes, written)).bytesWritten;
    } finally {
      if (written > 0) this.#torn = bytes[written - 1] !== NEWLINE;
    }
  }

  /** Opens the path anew when another file stands there, or none. The old one stays in use when that fails. */
  async #follow(): Promise<void> {
    const { clock, path } = this.#options;
    if (clock.elapsed() - this.#checkedAt < ROTATION_CHECK_MS) return;
    this.#checkedAt = clock.elapsed();
    if ((await identityAt(path)) === this.#file.identity) return;
    const old = this.#file;
    try {
      this.#file = await openFile(path);
    } catch (error) {
      this.#noticeOnce(reasonOf(error));
      return;
    }
    this.#torn = false;
    await old.handle.close();
  }

  #noticeOnce(reason: string): void {
    if (this.#noticed) return;
    this.#noticed = true;
    const { path, notice } = this.#options;
    notice(`the log ${path} cannot be written (${reason}); the work goes on without it`);
  }
}

interface OpenFile {
  readonly handle: FileHandle;
  /** Tells files apart whatever their names. */
  readonly identity: string;
}

const NEWLINE = '\n'.charCodeAt(0);

async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path, 'a');
  const { dev, ino } = await handle.stat({ bigint: true });
  return { handle, identity: `${dev} ${ino}` };
}

async function identityAt(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).name;
}

function distinct(contexts: readonly CallContext[], key: keyof CallContext): number[] {
  return [...new Set(contexts.map((context) => context[key]).filter((id) => id !== null))];
}

function onlyOne(ids: readonly number[]): number | null {
  return ids.length === 1 ? ids[0]! : null;
}
