import type { OpenAI } from 'openai';
import { z } from 'zod';
import type { ReasoningEffort } from '../config/settings.ts';
import { GiveUp, RetryLater, type TokenUsage } from '../domain/errors.ts';
import type { ClassificationAnswer, Classifier } from '../ports/classifier.ts';
import { readClassification } from './classification-answer.ts';
import {
  type ChatMessage,
  CLASSIFICATION_SCHEMA,
  classificationQuestion,
  PROMPT_VERSION,
  repairQuestion,
} from './classify-prompt.ts';
import { type Fetch, serviceWords } from './http-answer.ts';
import { createOpenAiClient } from './openai-client.ts';
import { ParameterRefused, unreadable } from './openai-failure.ts';
import { NOT_BILLED, tokenCount, UNKNOWN_USAGE, usageAfter, withEarlierUsage } from './token-usage.ts';

export interface OpenAiClassifierOptions {
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

/** Completion tokens of the first try, reasoning included: an answer needs about 150, and reasoning may take thousands. */
function firstBudget(effort: ReasoningEffort | undefined): number {
  return effort === 'high' ? 8000 : effort === 'medium' ? 4000 : 2000;
}
/** Of the second try after the first one ended in the middle, against the first. */
const LARGER_BUDGET_FACTOR = 2;

const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(null),
        message: z.object({
          content: z.string().nullish().catch(null),
          refusal: z.string().nullish().catch(null),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: tokenCount, completion_tokens: tokenCount }).nullish().catch(null),
});

/** What one try brought. */
type Try = { readonly usage: TokenUsage } & (
  | { readonly kind: 'valid'; readonly answer: ClassificationAnswer }
  | { readonly kind: 'invalid'; readonly content: string; readonly problem: string }
  | { readonly kind: 'cut_off' }
  | { readonly kind: 'refused'; readonly why: string }
);

/**
 * Classifies with OpenAI chat completions and strict structured output, or with any compatible server: what a server refuses is left out
 * from then on (see RequestShape). An answer that is invalid, refused, or cut off by its token budget gets one second try; after that RetryLater
 * `invalid_answer` or `cut_off`, or GiveUp `refused`. `usage` tells of both tries, on errors too.
 */
export function createOpenAiClassifier(options: OpenAiClassifierOptions): Classifier {
  const { model } = options;
  const client = createOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? 120_000,
    maxAnswerBytes: 4_000_000,
    modelVariable: 'ICP_CLASSIFIER_MODEL',
  });
  const budgetOfFirst = firstBudget(options.effort);
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
        const body = requestBody(model, messages, budget, used);
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

  async function ask(messages: readonly ChatMessage[], budget: number, signal: AbortSignal): Promise<Try> {
    const { answer, refusals } = await send(messages, budget, signal);
    const parsed = completion.safeParse(answer);
    if (!parsed.success) {
      throw withEarlierUsage(unreadable(client.call, 'it is not a chat completion'), refusals);
    }
    const usage = usageAfter(refusals, usageOf(parsed.data.usage));
    const { finish_reason: end, message } = parsed.data.choices[0]!;
    if (message.refusal || end === 'content_filter') {
      const why = message.refusal ? serviceWords(message.refusal, options.apiKey) : 'content filter';
      return { kind: 'refused', usage, why };
    }
    const content = message.content ?? '';
    const read = readClassification(content);
    if (read.kind === 'valid') {
      return { kind: 'valid', usage, answer: { classification: read.classification, usage } };
    }
    return end === 'length'
      ? { kind: 'cut_off', usage }
      : { kind: 'invalid', usage, content, problem: read.problem };
  }

  /** A refusal is often a matter of chance, so the same question is put once more. */
  function askAgain(
    question: readonly ChatMessage[],
    first: Exclude<Try, { kind: 'valid' }>,
    signal: AbortSignal,
  ): Promise<Try> {
    if (first.kind === 'cut_off') return ask(question, largerBudget, signal);
    if (first.kind === 'refused') return ask(question, budgetOfFirst, signal);
    return ask(repairQuestion(question, first.content, first.problem), budgetOfFirst, signal);
  }

  async function classify(profileText: string, signal: AbortSignal): Promise<ClassificationAnswer> {
    const question = classificationQuestion(profileText);
    const first = await ask(question, budgetOfFirst, signal);
    if (first.kind === 'valid') return first.answer;
    const second = await askAgain(question, first, signal).catch((error: unknown) => {
      throw withEarlierUsage(error, [first.usage]);
    });
    const usage = usageAfter([first.usage], second.usage);
    if (second.kind === 'valid') return { ...second.answer, usage };
    if (second.kind === 'refused')
      throw new GiveUp('refused', `${model} refused to classify this profile: ${second.why}`, { usage });
    throw second.kind === 'cut_off'
      ? new RetryLater('cut_off', `${model} used up its answer budget without answering`, { usage })
      : new RetryLater('invalid_answer', `the answer of ${model} is not valid: ${second.problem}`, { usage });
  }

  return {
    provider: 'openai',
    model,
    promptVersion: PROMPT_VERSION,
    limits: {
      parallelCalls: options.parallelCalls,
      // Both tries, so that whoever reserves money for a call cannot be overrun.
      maxCompletionTokens: budgetOfFirst + largerBudget,
    },
    classify,
  };
}

/** 0 prompt tokens is what servers with a cached prompt say; it is no count of what was sent. */
function usageOf(usage: z.infer<typeof completion>['usage']): TokenUsage {
  return usage
    ? { promptTokens: usage.prompt_tokens || null, completionTokens: usage.completion_tokens ?? null }
    : UNKNOWN_USAGE;
}

/** What of the optional parts of a request a server accepts, as far as is known; learnt by refusals, for the life of the classifier. */
interface RequestShape {
  readonly effort: ReasoningEffort | null;
  readonly format: 'json_schema' | 'json_object' | null;
  readonly budget: 'max_completion_tokens' | 'max_tokens';
}

/** gpt-5, -mini and -nano know effort `minimal`, gpt-5.1 and later `none` (PROVIDERS.md §2.3); other models get no effort unless one is wished for. */
function firstShape(model: string, wished: ReasoningEffort | undefined): RequestShape {
  const generation = /^(?:[\w.-]+\/)?gpt-5(\.\d+)?(?:-|$)/.exec(model);
  const usual = generation === null ? null : generation[1] === undefined ? 'minimal' : 'none';
  return { effort: wished ?? usual, format: 'json_schema', budget: 'max_completion_tokens' };
}

/** The next thing to try when a parameter was refused; undefined when the refusal is of nothing that can be left out. */
function shapeWithout(shape: RequestShape, parameter: string): RequestShape | undefined {
  if (parameter === 'reasoning_effort' && shape.effort !== null) return { ...shape, effort: null };
  if (parameter === 'response_format' && shape.format !== null) {
    return { ...shape, format: shape.format === 'json_schema' ? 'json_object' : null };
  }
  if (parameter === 'max_completion_tokens' && shape.budget === 'max_completion_tokens') {
    return { ...shape, budget: 'max_tokens' };
  }
  return undefined;
}

/** No `temperature`: the gpt-5 family refuses any but its default. */
function requestBody(
  model: string,
  messages: readonly ChatMessage[],
  budget: number,
  shape: RequestShape,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [...messages],
    ...(shape.effort === null ? {} : { reasoning_effort: shape.effort }),
    [shape.budget]: budget,
    ...(shape.format === 'json_object' ? { response_format: { type: 'json_object' } } : {}),
    ...(shape.format === 'json_schema'
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'classification', strict: true, schema: CLASSIFICATION_SCHEMA },
          },
        }
      : {}),
  };
}
