import { z } from 'zod';
import { GiveUp, NOT_BILLED, RetryLater, StopRun, type TokenUsage } from '../domain/errors.ts';
import type { BatchedAnswer, BatchedOutcome, BatchKind } from '../ports/batch-jobs.ts';
import { readClassification } from './classification-answer.ts';
import { CLASSIFYING } from './classify-prompt.ts';
import { serviceWords } from './http-answer.ts';
import { readCompletion, unusable } from './openai-chat-answer.ts';
import { badVectors, isZero, readEmbeddings } from './openai-embeddings.ts';
import { type OpenAiCall, openAiFailure } from './openai-failure.ts';

const word = z.string().nullish().catch(null);
const lineOfAnswer = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number().int(), body: z.unknown() }).nullish().catch(null),
  /** Set for a request that was not executed. */
  error: z.object({ code: word, message: word }).nullish().catch(null),
});
type AnswerLine = z.infer<typeof lineOfAnswer>;
const errorBody = z.object({
  error: z.object({ message: z.string().catch(''), type: word, param: word, code: word }),
});

const NEW_LINE = 0x0a;

/** The answers in a file of a batch, output or errors; lines that are no answers are left out. */
export function* readBatchFile(kind: BatchKind, file: Buffer, call: OpenAiCall): Iterable<BatchedAnswer> {
  for (let start = 0; start < file.length; ) {
    const found = file.indexOf(NEW_LINE, start);
    const end = found === -1 ? file.length : found;
    const line = lineOfAnswer.safeParse(parsed(file.toString('utf8', start, end)));
    if (line.success) yield { id: line.data.custom_id, ...answerOf(kind, line.data, call) };
    start = end + 1;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Read and checked as the answer of a single call would be. */
function answerOf(
  kind: BatchKind,
  { response, error }: AnswerLine,
  call: OpenAiCall,
): { readonly usage: TokenUsage; readonly outcome: BatchedOutcome } {
  try {
    if (response === null || response === undefined) throw notExecuted(error, call);
    const { status_code: status, body } = response;
    if (status < 200 || status > 299) throw openAiFailure({ status, ...refusalIn(body) }, call);
    if (kind === 'classification') {
      const read = readCompletion(body, call, readClassification);
      if (read.kind !== 'valid') throw unusable(read, call.model, CLASSIFYING, read.usage);
      return { usage: read.usage, outcome: { kind, classification: read.answer } };
    }
    const { vectors, usage } = readEmbeddings(body, 1, call);
    const vector = vectors[0]!;
    if (isZero(vector)) throw badVectors('a vector of zeros', usage);
    return { usage, outcome: { kind: 'vector', vector } };
  } catch (failure) {
    if (!(failure instanceof RetryLater || failure instanceof GiveUp || failure instanceof StopRun))
      throw failure;
    const { code, message, usage = NOT_BILLED } = failure;
    return { usage, outcome: { kind: 'failed', code, message } };
  }
}

function refusalIn(body: unknown): z.infer<typeof errorBody>['error'] | { message: string } {
  return errorBody.safeParse(body).data?.error ?? { message: 'no message' };
}

/** Codes of the API are words already (`batch_expired`, `batch_cancelled`, `request_timeout`). */
function notExecuted(error: AnswerLine['error'], call: OpenAiCall): RetryLater {
  const code = /^[a-z][a-z_]{2,40}$/.test(error?.code ?? '') ? error!.code! : 'not_executed';
  return new RetryLater(code, serviceWords(error?.message ?? 'the request was not executed', call.apiKey));
}
