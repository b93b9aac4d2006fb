import type { ReasoningEffort } from '../config/settings.ts';
import { NOT_BILLED, type TokenUsage } from '../domain/errors.ts';
import { type ChatMessage, repairQuestion } from './chat-message.ts';
import type { Fetch } from './http-answer.ts';
import { type ReadContent, readCompletion, type Try, unusable } from './openai-chat-answer.ts';
import {
  type AnswerFormat,
  completionBody,
  firstShape,
  reasoningBudget,
  shapeWithout,
} from './openai-chat-request.ts';
import { createOpenAiClient } from './openai-client.ts';
import { type OpenAiCall, ParameterRefused } from './openai-failure.ts';
import { usageAfter, withEarlierUsage } from './token-usage.ts';

export interface OpenAiModelOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly parallelCalls: number;
  /** Left out: as little as the model can do with. A model that refuses it is asked without. */
  readonly effort?: ReasoningEffort | undefined;
  readonly notice?: (message: string) => void;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

/** A kind of question, and how its answers are read. */
export interface QuestionKind<Answer> {
  /** What is asked for, in messages: "classify this profile". */
  readonly task: string;
  readonly format: AnswerFormat;
  /** Completion tokens that an answer takes at most, reasoning not included. */
  readonly answerTokens: number;
  readonly read: (content: string) => ReadContent<Answer>;
  readonly modelVariable: OpenAiCall['modelVariable'];
}

export interface OpenAiQuestion<Answer> {
  /** Completion tokens of both tries, so that whoever reserves money for a call cannot be overrun. */
  readonly maxCompletionTokens: number;
  ask(
    question: readonly ChatMessage[],
    signal: AbortSignal,
  ): Promise<{ readonly answer: Answer; readonly usage: TokenUsage }>;
}

/** Of the second try after the first one ended in the middle, against the first. */
const LARGER_BUDGET_FACTOR = 2;

/**
 * Asks OpenAI chat completions with strict structured output, or any compatible server: what a server refuses is left out
 * from then on (see RequestShape). An answer that is invalid, refused, or cut off by its token budget gets one second try; after that RetryLater
 * `invalid_answer` or `cut_off`, or GiveUp `refused`. `usage` tells of both tries, on errors too.
 */
export function createOpenAiQuestion<Answer>(
  options: OpenAiModelOptions,
  kind: QuestionKind<Answer>,
): OpenAiQuestion<Answer> {
  const { model } = options;
  const client = createOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? 120_000,
    maxAnswerBytes: 4_000_000,
    modelVariable: kind.modelVariable,
  });
  const budgetOfFirst = reasoningBudget(options.effort) + kind.answerTokens;
  const largerBudget = LARGER_BUDGET_FACTOR * budgetOfFirst;
  let shape = firstShape(model, options.effort);

  /** Ends: each refusal leaves less to refuse. Other calls may have learnt of the same refusal in the meantime. */
  async function send(
    messages: readonly ChatMessage[],
    budget: number,
    signal: AbortSignal,
  ): Promise<{ readonly answer: unknown; readonly refusals: readonly TokenUsage[] }> {
    const refusals: TokenUsage[] = [];
    for (;;) {
      const used = shape;
      try {
        const body = completionBody(model, messages, budget, used, kind.format);
        const answer = await client.send(
          (sdk, request) => sdk.chat.completions.create(body, request),
          signal,
        );
        return { answer, refusals };
      } catch (error) {
        const next = error instanceof ParameterRefused ? shapeWithout(used, error.parameter) : undefined;
        if (next === undefined) throw withEarlierUsage(error, refusals);
        refusals.push(NOT_BILLED);
        if (shape !== used) continue;
        shape = next;
        if (options.effort !== undefined && used.effort !== null && next.effort === null) {
          options.notice?.(
            `${model} does not take ICP_REASONING_EFFORT=${options.effort}; it is asked without, and reasons as much as it is used to`,
          );
        }
      }
    }
  }

  async function ask(
    messages: readonly ChatMessage[],
    budget: number,
    signal: AbortSignal,
  ): Promise<Try<Answer>> {
    const { answer, refusals } = await send(messages, budget, signal);
    try {
      const read = readCompletion(answer, client.call, kind.read);
      return { ...read, usage: usageAfter(refusals, read.usage) };
    } catch (error) {
      throw withEarlierUsage(error, refusals);
    }
  }

  /** A refusal is often a matter of chance, so the same question is put once more. */
  function askAgain(
    question: readonly ChatMessage[],
    first: Exclude<Try<Answer>, { kind: 'valid' }>,
    signal: AbortSignal,
  ): Promise<Try<Answer>> {
    if (first.kind === 'cut_off') return ask(question, largerBudget, signal);
    if (first.kind === 'refused') return ask(question, budgetOfFirst, signal);
    return ask(repairQuestion(question, first.content, first.problem), budgetOfFirst, signal);
  }

  return {
    maxCompletionTokens: budgetOfFirst + largerBudget,
    async ask(question, signal) {
      const first = await ask(question, budgetOfFirst, signal);
      if (first.kind === 'valid') return first;
      const second = await askAgain(question, first, signal).catch((error: unknown) => {
        throw withEarlierUsage(error, [first.usage]);
      });
      const usage = usageAfter([first.usage], second.usage);
      if (second.kind === 'valid') return { answer: second.answer, usage };
      throw unusable(second, model, kind.task, usage);
    },
  };
}
