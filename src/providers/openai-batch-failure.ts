import { z } from 'zod';
import { StopRun } from '../domain/errors.ts';
import { serviceWords } from './http-answer.ts';
import { type OpenAiCall, openAiFailure } from './openai-failure.ts';

const refusal = z.object({ status: z.number().int(), message: z.string().catch('') });

/** What a server without a batch API says to the upload of a batch file or to the creation of a batch. */
const NO_BATCH_API = [400, 404, 405, 501];

export function isNotFound(error: unknown): boolean {
  return refusal.safeParse(error).data?.status === 404;
}

/**
 * StopRun `no_batch_api` for a refusal that says that the server takes no batches, or not such; undefined for any other failure, exhausted
 * credit among them, which OpenAI reports with 400 too.
 */
export function refusedBatch(error: unknown, call: OpenAiCall): StopRun | undefined {
  const said = refusal.safeParse(error);
  if (!said.success || !NO_BATCH_API.includes(said.data.status)) return undefined;
  const usual = openAiFailure(error, call);
  if (usual instanceof StopRun && usual.reason === 'account') return undefined;
  const { status, message } = said.data;
  return new StopRun(
    'configuration',
    'no_batch_api',
    `${call.host} takes no batches (${status}): ${serviceWords(message.replace(/^\d{3} /, ''), call.apiKey)}`,
    'Leave out --batch-api: embeddings and classifications are then bought one call at a time.',
  );
}
