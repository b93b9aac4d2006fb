import type { ClassificationAnswer, Classifier } from '../ports/classifier.ts';
import {
  type ChatMessage,
  classificationQuestion,
  PROMPT_VERSION,
  repairQuestion,
} from './classify-prompt.ts';
import type { Fetch } from './http-answer.ts';
import { readCompletion, unusable } from './openai-chat-answer.ts';
import { completionBody, FIRST_BUDGET, firstShape, shapeWithout } from './openai-chat-request.ts';
import { createOpenAiClient } from './openai-client.ts';
import { ParameterRefused } from './openai-failure.ts';
import { sumUsage, withEarlierUsage } from './token-usage.ts';

export interface OpenAiClassifierOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly parallelCalls: number;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

/** Of the second try after the first one ended in the middle. */
const LARGER_BUDGET = 4000;

/**
 * Classifies with OpenAI chat completions and strict structured output, or with any compatible server: what a server refuses is left out
 * from then on (see RequestShape). An answer that is invalid, or cut off by its token budget, gets one second try; after that RetryLater
 * `invalid_answer` or `cut_off`. A refusal is GiveUp `refused`. `usage` sums both tries, on errors too.
 */
export function createOpenAiClassifier(options: OpenAiClassifierOptions): Classifier {
  const { model } = options;
  const client = createOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? 120_000,
    maxAnswerBytes: 4_000_000,
    modelVariable: 'ICP_CLASSIFIER_MODEL',
  });
  let shape = firstShape(model);

  /** Ends: each refusal leaves less to refuse. Other calls may have learnt of the same refusal in the meantime. */
  async function send(
    messages: readonly ChatMessage[],
    budget: number,
    signal: AbortSignal,
  ): Promise<unknown> {
    for (;;) {
      const used = shape;
      try {
        const body = completionBody(model, messages, budget, used);
        return await client.send((sdk, request) => sdk.chat.completions.create(body, request), signal);
      } catch (error) {
        const next = error instanceof ParameterRefused ? shapeWithout(used, error.parameter) : undefined;
        if (next === undefined) throw error;
        if (shape === used) shape = next;
      }
    }
  }

  const ask = async (messages: readonly ChatMessage[], budget: number, signal: AbortSignal) =>
    readCompletion(await send(messages, budget, signal), client.call);

  async function classify(profileText: string, signal: AbortSignal): Promise<ClassificationAnswer> {
    const question = classificationQuestion(profileText);
    const first = await ask(question, FIRST_BUDGET, signal);
    if (first.kind === 'valid') return first.answer;
    const again =
      first.kind === 'cut_off'
        ? ask(question, LARGER_BUDGET, signal)
        : ask(repairQuestion(question, first.content, first.problem), FIRST_BUDGET, signal);
    const second = await again.catch((error: unknown) => {
      throw withEarlierUsage(error, first.usage);
    });
    const usage = sumUsage(first.usage, second.usage);
    if (second.kind === 'valid') return { ...second.answer, usage };
    throw unusable(second, model, usage);
  }

  return {
    provider: 'openai',
    model,
    promptVersion: PROMPT_VERSION,
    limits: {
      parallelCalls: options.parallelCalls,
      // Both tries, so that whoever reserves money for a call cannot be overrun.
      maxCompletionTokens: FIRST_BUDGET + LARGER_BUDGET,
    },
    classify,
  };
}
