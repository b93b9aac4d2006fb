import { z } from 'zod';
import { GiveUp, RetryLater, type TokenUsage, UNKNOWN_USAGE } from '../domain/errors.ts';
import { serviceWords } from './http-answer.ts';
import { type OpenAiCall, unreadable } from './openai-failure.ts';
import { tokenCount } from './token-usage.ts';

/** How an answer of `/chat/completions` is read, whether it comes at once or out of a batch. */

/** What the content of an answer turned out to be. */
export type ReadContent<Answer> =
  | { readonly kind: 'valid'; readonly answer: Answer }
  | { readonly kind: 'invalid'; readonly problem: string };

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
export type Try<Answer> = { readonly usage: TokenUsage } & (
  | { readonly kind: 'valid'; readonly answer: Answer }
  | { readonly kind: 'invalid'; readonly content: string; readonly problem: string }
  | { readonly kind: 'cut_off' }
  | { readonly kind: 'refused'; readonly why: string }
);

/** Throws RetryLater `bad_answer` for what is no completion. */
export function readCompletion<Answer>(
  sent: unknown,
  call: OpenAiCall,
  readContent: (content: string) => ReadContent<Answer>,
): Try<Answer> {
  const parsed = completion.safeParse(sent);
  if (!parsed.success) throw unreadable(call, 'it is not a chat completion');
  const usage = usageOf(parsed.data.usage);
  const { finish_reason: end, message } = parsed.data.choices[0]!;
  if (message.refusal || end === 'content_filter') {
    const why = message.refusal ? serviceWords(message.refusal, call.apiKey) : 'content filter';
    return { kind: 'refused', usage, why };
  }
  const content = message.content ?? '';
  const read = readContent(content);
  if (read.kind === 'valid') return { ...read, usage };
  return end === 'length'
    ? { kind: 'cut_off', usage }
    : { kind: 'invalid', usage, content, problem: read.problem };
}

/** What becomes of a try that brought nothing and is not followed by another; `task` is what was asked for, as "classify this profile". */
export function unusable(
  last: Exclude<Try<unknown>, { kind: 'valid' }>,
  model: string,
  task: string,
  usage: TokenUsage,
): RetryLater | GiveUp {
  if (last.kind === 'refused')
    return new GiveUp('refused', `${model} refused to ${task}: ${last.why}`, { usage });
  return last.kind === 'cut_off'
    ? new RetryLater('cut_off', `${model} used up its answer budget without answering`, { usage })
    : new RetryLater('invalid_answer', `the answer of ${model} is not valid: ${last.problem}`, { usage });
}

/** 0 prompt tokens is what servers with a cached prompt say; it is no count of what was sent. */
function usageOf(usage: z.infer<typeof completion>['usage']): TokenUsage {
  return usage
    ? { promptTokens: usage.prompt_tokens || null, completionTokens: usage.completion_tokens ?? null }
    : UNKNOWN_USAGE;
}
