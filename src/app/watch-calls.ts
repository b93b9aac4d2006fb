import { requireTracingKey, type Settings, secretsOf } from '../config/settings.ts';
import { systemClock } from '../pipeline/clock.ts';
import type { CallObserver } from '../ports/call-observer.ts';
import { type CommandEnd, openCallLog } from './call-log.ts';

/** How the paid calls of a command are to be watched. */
export interface WatchOptions {
  readonly command: string;
  /** `--log-file FILE`. */
  readonly logFile?: string | undefined;
  /** `--trace-content`: traces carry what was sent and what came back. */
  readonly traceContent?: boolean | undefined;
}

/** Traces and the log file of one command. */
export interface Watchers {
  readonly observers: readonly CallObserver[];
  /** Nothing follows; never rejects, and takes no longer than `withinMs`. */
  close(end: CommandEnd, withinMs: number): Promise<void>;
}

/** A shorter one would be found in words that mean something else. */
const SHORTEST_SECRET = 6;

/** Throws UsageError when what is asked for cannot be had: tracing without a key, a log file that cannot be written. */
export async function openWatchers(
  settings: Settings,
  watch: WatchOptions | undefined,
  notice: (message: string) => void,
): Promise<Watchers> {
  if (watch === undefined) return { observers: [], close: async () => {} };
  requireTracingKey(settings);
  const tracing = settings.langsmithTracing && !settings.offline;
  if (watch.traceContent === true && !tracing) {
    notice(
      `--trace-content has no effect: ${settings.offline ? 'nothing is traced with --offline' : 'LANGSMITH_TRACING is not true'}`,
    );
  }
  const log =
    watch.logFile === undefined
      ? null
      : await openCallLog({ path: watch.logFile, command: watch.command, clock: systemClock, notice });
  const observers = [
    ...(tracing ? [await openTracer(settings, watch, notice)] : []),
    ...(log === null ? [] : [log]),
  ];
  return {
    observers,
    close: async (end, withinMs) => {
      log?.finished(end);
      await Promise.all(observers.map((observer) => observer.close(withinMs)));
    },
  };
}

async function openTracer(
  settings: Settings,
  { command, traceContent }: WatchOptions,
  notice: (message: string) => void,
): Promise<CallObserver> {
  const { LangSmithTracer } = await import('../providers/langsmith-tracer.ts');
  return new LangSmithTracer({
    connection: {
      apiKey: settings.langsmithApiKey!,
      endpoint: settings.langsmithEndpoint,
      workspaceId: settings.langsmithWorkspaceId,
    },
    project: settings.langsmithProject,
    command,
    content: traceContent === true,
    secrets: secretsOf(settings).filter((secret) => secret.length >= SHORTEST_SECRET),
    clock: systemClock,
    notice,
  });
}
