import { randomBytes } from 'node:crypto';
import type { CallKind, ObservedAttempt } from '../ports/call-observer.ts';

/** One attempt of one call in the form in which LangSmith takes it: a trace of one run. */
export interface TracedRun {
  readonly id: string;
  readonly trace_id: string;
  /** The place in the trace: when it began, and its id. */
  readonly dotted_order: string;
  readonly project_name: string;
  readonly name: TracedKind;
  readonly run_type: 'llm' | 'embedding' | 'retriever';
  /** Milliseconds since 1970. */
  readonly start_time: number;
  readonly end_time: number;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly error?: string;
  readonly extra: { readonly metadata: Readonly<Record<string, unknown>> };
}

export interface RunOptions {
  readonly project: string;
  readonly command: string;
  /** Whether what was sent and what came back go along. */
  readonly content: boolean;
  /** Values that must not go along whatever the rest says. */
  readonly secrets: readonly string[];
}

/** Scrapes and recorded meetings come from no model. */
export type TracedKind = Exclude<CallKind, 'scrape' | 'meetings'>;

const RUN_TYPES: Readonly<Record<TracedKind, TracedRun['run_type']>> = {
  classification: 'llm',
  extraction: 'llm',
  embedding: 'embedding',
  // LangSmith has no type of its own for it; of those that it has, this is the one for ranking documents.
  rerank: 'retriever',
};

/**
 * What is traced of an attempt. Without `content` that is numbers, ids and names of ours only: no input, no output, and of an error its
 * code, since its message may quote a profile.
 */
export function tracedRun(attempt: ObservedAttempt & { kind: TracedKind }, options: RunOptions): TracedRun {
  const { startedAt, outcome, kind } = attempt;
  const id = timeOrderedId(startedAt);
  const began = startedAt.toISOString().replace(/[-:.]/g, '');
  return {
    id,
    trace_id: id,
    // LangSmith wants microseconds.
    dotted_order: `${began.slice(0, -1)}000Z${id}`,
    project_name: options.project,
    name: kind,
    run_type: RUN_TYPES[kind],
    start_time: startedAt.getTime(),
    end_time: startedAt.getTime() + attempt.latencyMs,
    inputs: {},
    ...(outcome === 'ok' ? {} : { error: outcome }),
    extra: { metadata: metadata(attempt, options.command) },
    ...(options.content ? contentOf(attempt, options.secrets) : {}),
  };
}

/** About how many bytes a run takes, without the work of writing it down. */
export function runWeight(run: TracedRun): number {
  return weigh(run, 0);
}

function metadata(attempt: ObservedAttempt & { kind: TracedKind }, command: string): Record<string, unknown> {
  const { contexts, promptTokens, completionTokens, costUsd } = attempt;
  const known = promptTokens !== null && completionTokens !== null;
  return {
    // The names under which LangSmith itself looks for model, tokens and cost.
    ls_provider: attempt.provider,
    ls_model_name: attempt.model,
    ...(RUN_TYPES[attempt.kind] === 'llm' ? { ls_model_type: 'chat' } : {}),
    ...(known
      ? {
          usage_metadata: {
            input_tokens: promptTokens,
            output_tokens: completionTokens,
            total_tokens: promptTokens + completionTokens,
            ...(costUsd === null ? {} : { total_cost: costUsd }),
          },
        }
      : {}),
    command,
    provider: attempt.provider,
    model: attempt.model,
    stage: attempt.stage,
    outcome: attempt.outcome,
    error_code: attempt.outcome === 'ok' ? null : attempt.outcome,
    lead_ids: distinct(contexts.map((context) => context.leadId)),
    batch_ids: distinct(contexts.map((context) => context.batchId)),
    client_ids: distinct(contexts.map((context) => context.clientId)),
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    cost_usd: costUsd,
    latency_ms: attempt.latencyMs,
  };
}

function distinct(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function contentOf(
  { kind, outcome, errorMessage, content }: ObservedAttempt,
  secrets: readonly string[],
): Pick<TracedRun, 'inputs' | 'outputs' | 'error'> {
  const clean = (value: unknown) => withoutSecrets(value, secrets);
  const inputs = { input: clean(content.input) };
  if (outcome !== 'ok') return { inputs, error: `${outcome}: ${clean(errorMessage ?? '')}` };
  return {
    inputs,
    outputs: { output: kind === 'embedding' ? sizeOf(content.output) : clean(content.output) },
  };
}

/** Of vectors nobody reads more than how many there are and how long. */
function sizeOf(vectors: unknown): object {
  const list = Array.isArray(vectors) ? vectors : [];
  return { vectors: list.length, dimensions: (list[0] as ArrayLike<number> | undefined)?.length ?? 0 };
}

function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string')
    return secrets.reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item, secrets)]));
}

function weigh(value: unknown, depth: number): number {
  if (typeof value === 'string') return value.length + 4;
  if (typeof value !== 'object' || value === null || depth > 8) return 8;
  return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + 4 + weigh(item, depth + 1), 2);
}

/** An id that sorts by time, as LangSmith wants them (RFC 9562, version 7). */
function timeOrderedId(time: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
