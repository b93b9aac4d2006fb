import type { OpenAI } from 'openai';
import { z } from 'zod';
import type { ReasoningEffort } from '../config/settings.ts';
import { GiveUp, RetryLater, StopRun } from '../domain/errors.ts';
import type { BatchJobs, BatchKind, JobState } from '../ports/batch-jobs.ts';
import { CLASSIFICATION_FORMAT, CLASSIFICATION_TOKENS, classificationQuestion } from './classify-prompt.ts';
import { type Fetch, serviceWords } from './http-answer.ts';
import { isNotFound, refusedBatch } from './openai-batch-failure.ts';
import { readBatchFile } from './openai-batch-file.ts';
import { completionBody, firstShape, reasoningBudget } from './openai-chat-request.ts';
import { createOpenAiClient } from './openai-client.ts';
import { embeddingsBody } from './openai-embeddings.ts';
import { type OpenAiCall, unreadable } from './openai-failure.ts';

export interface OpenAiBatchesOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly embeddingModel: string;
  readonly classifierModel: string;
  readonly effort?: ReasoningEffort | undefined;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

const ENDPOINTS = { embedding: '/v1/embeddings', classification: '/v1/chat/completions' } as const;

/**
 * OpenAI allows 50,000 requests and 200 MB a file (PROVIDERS.md §2.5). Ours are smaller, for a file of answers is read as a whole: a vector of 3072
 * numbers takes 65 KB of it. And a job that fails as a whole takes fewer with it.
 */
const LIMITS = {
  embedding: { requests: 2000, bytes: 100_000_000 },
  classification: { requests: 10_000, bytes: 100_000_000 },
};
const MAX_ANSWER_BYTES = 300_000_000;
/** For a whole file, up or down. */
const TIMEOUT_MS = 600_000;
const PAGE = 100;
/** The service's clock and ours may differ by so much. */
const CLOCK_SLACK_MS = 600_000;

const seconds = z.number().nullish().catch(null);
/** Ids are kept, printed and sent back in paths. */
const id = z.string().regex(/^[\w.:=+-]{1,500}$/);
const batch = z.object({
  id,
  status: z.string(),
  output_file_id: z.string().nullish().catch(null),
  error_file_id: z.string().nullish().catch(null),
  errors: z
    .object({ data: z.array(z.object({ message: z.string().nullish().catch(null) })).catch([]) })
    .nullish()
    .catch(null),
  created_at: seconds,
  completed_at: seconds,
  expired_at: seconds,
  cancelled_at: seconds,
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});
type Batch = z.infer<typeof batch>;
const uploaded = z.object({ id });

/** The name under which our reference stands in a batch's metadata. */
const REFERENCE = 'icp_reference';
const ENDED = ['completed', 'failed', 'expired', 'cancelled'];

/** The OpenAI Batch API: a file of requests up, one job over it, files of answers down. */
export function createOpenAiBatches(options: OpenAiBatchesOptions): BatchJobs {
  const client = createOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    maxAnswerBytes: MAX_ANSWER_BYTES,
    model: options.classifierModel,
    modelVariable: 'ICP_CLASSIFIER_MODEL',
  });
  const calls: Readonly<Record<BatchKind, OpenAiCall>> = {
    classification: client.call,
    embedding: { ...client.call, model: options.embeddingModel, modelVariable: 'ICP_EMBEDDING_MODEL' },
  };
  const shape = firstShape(options.classifierModel, options.effort);
  const budget = reasoningBudget(options.effort) + CLASSIFICATION_TOKENS;
  const bodyOf = (kind: BatchKind, text: string) =>
    kind === 'embedding'
      ? embeddingsBody(options.embeddingModel, [text])
      : completionBody(
          options.classifierModel,
          classificationQuestion(text),
          budget,
          shape,
          CLASSIFICATION_FORMAT,
        );

  /** Uploads and creations tell by their refusal whether the server has a batch API at all. */
  const sendToBatchApi = (
    signal: AbortSignal,
    request: (sdk: OpenAI, options: { signal: AbortSignal }) => PromiseLike<unknown>,
  ) =>
    client.send(async (sdk, requestOptions) => {
      try {
        return await request(sdk, requestOptions);
      } catch (error) {
        throw refusedBatch(error, client.call) ?? error;
      }
    }, signal);

  return {
    provider: 'openai',
    server: client.call.host,
    limits: LIMITS,
    maxCompletionTokens: { embedding: 0, classification: budget },

    request: (kind, id, text) =>
      JSON.stringify({ custom_id: id, method: 'POST', url: ENDPOINTS[kind], body: bodyOf(kind, text) }),

    async upload(requests, signal) {
      const file = new File([`${requests.join('\n')}\n`], 'icp-requests.jsonl', {
        type: 'application/jsonl',
      });
      const sent = await sendToBatchApi(signal, (sdk, request) =>
        sdk.files.create({ file, purpose: 'batch' }, request),
      );
      const answer = uploaded.safeParse(sent);
      if (!answer.success) throw unreadable(client.call, 'it is not a file');
      return answer.data.id;
    },

    async discard(upload, signal) {
      await client.send((sdk, request) => sdk.files.delete(upload, request), signal);
    },

    async create(kind, upload, reference, signal) {
      signal.throwIfAborted();
      try {
        const sent = await sendToBatchApi(signal, (sdk, request) =>
          sdk.batches.create(
            {
              input_file_id: upload,
              endpoint: ENDPOINTS[kind],
              completion_window: '24h',
              metadata: { [REFERENCE]: reference },
            },
            request,
          ),
        );
        const answer = batch.safeParse(sent);
        if (!answer.success) throw unreadable(client.call, 'it is not a batch');
        return answer.data.id;
      } catch (error) {
        throw surelyNotCreated(error, signal) ? error : unconfirmed(error);
      }
    },

    async find(reference, since, signal) {
      const earliest = (since.getTime() - CLOCK_SLACK_MS) / 1000;
      const found = await client.send(async (sdk, request) => {
        // Newest first.
        for await (const sent of sdk.batches.list({ limit: PAGE }, request)) {
          const listed = batch.safeParse(sent);
          if (!listed.success) continue;
          if (listed.data.metadata?.[REFERENCE] === reference) return listed.data.id;
          if ((listed.data.created_at ?? earliest) < earliest) return null;
        }
        return null;
      }, signal);
      return typeof found === 'string' ? found : null;
    },

    async look(jobId, signal) {
      const sent = await client.send(
        (sdk, request) => sdk.batches.retrieve(jobId, request).catch(nullIfNotFound),
        signal,
      );
      if (sent === null) return { kind: 'unknown' };
      const answer = batch.safeParse(sent);
      if (!answer.success) throw unreadable(client.call, 'it is not a batch');
      return stateOf(answer.data, options.apiKey);
    },

    async read(kind, file, signal) {
      const bytes = await client.send(async (sdk, request) => {
        const response = await sdk.files.content(file, request).catch(nullIfNotFound);
        return response === null ? null : Buffer.from(await response.arrayBuffer());
      }, signal);
      if (!Buffer.isBuffer(bytes)) {
        throw new GiveUp('file_not_found', `${client.call.host} has no file ${file} any more`);
      }
      return readBatchFile(kind, bytes, calls[kind]);
    },
  };
}

function nullIfNotFound(error: unknown): null {
  if (isNotFound(error)) return null;
  throw error;
}

function stateOf(found: Batch, apiKey: string): JobState {
  if (!ENDED.includes(found.status)) return { kind: 'running' };
  const said = found.errors?.data[0]?.message;
  const endedAt = found.completed_at ?? found.expired_at ?? found.cancelled_at ?? found.created_at;
  return {
    kind: 'ended',
    status: found.status,
    message: said ? serviceWords(said, apiKey) : null,
    files: [found.output_file_id, found.error_file_id].filter((file) => typeof file === 'string'),
    tookMs: 1000 * Math.max(0, (endedAt ?? 0) - (found.created_at ?? 0)),
  };
}

/** A call that was let go in the middle may have done its work; so may one that ended in any other way but a refusal. */
function surelyNotCreated(error: unknown, signal: AbortSignal): boolean {
  if (signal.aborted) return false;
  if (error instanceof GiveUp || error instanceof StopRun) return true;
  if (!(error instanceof RetryLater)) return false;
  return error.code === 'rate_limited' || (error.code === 'connection_failed' && error.usage === undefined);
}

function unconfirmed(cause: unknown): RetryLater {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new RetryLater('creation_unconfirmed', `it is not known whether the batch was created: ${said}`, {
    cause,
  });
}
