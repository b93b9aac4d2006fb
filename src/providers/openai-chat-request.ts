import type { OpenAI } from 'openai';
import type { ReasoningEffort } from '../config/settings.ts';
import type { ChatMessage } from './chat-message.ts';

/** The form in which an answer is to come. */
export interface AnswerFormat {
  readonly name: string;
  readonly schema: Record<string, unknown>;
}

/** Completion tokens that the reasoning before an answer may take. */
export function reasoningBudget(effort: ReasoningEffort | undefined): number {
  return effort === 'high' ? 7800 : effort === 'medium' ? 3800 : 1800;
}

/** What of the optional parts of a request a server accepts, as far as is known; learnt by refusals, for the life of who asks. */
export interface RequestShape {
  readonly effort: ReasoningEffort | null;
  readonly format: 'json_schema' | 'json_object' | null;
  readonly budget: 'max_completion_tokens' | 'max_tokens';
}

/** gpt-5, -mini and -nano know effort `minimal`, gpt-5.1 and later `none` (PROVIDERS.md §2.3); other models get no effort unless one is wished for. */
export function firstShape(model: string, wished: ReasoningEffort | undefined): RequestShape {
  const generation = /^(?:[\w.-]+\/)?gpt-5(\.\d+)?(?:-|$)/.exec(model);
  const usual = generation === null ? null : generation[1] === undefined ? 'minimal' : 'none';
  return { effort: wished ?? usual, format: 'json_schema', budget: 'max_completion_tokens' };
}

/** The next thing to try when a parameter was refused; undefined when the refusal is of nothing that can be left out. */
export function shapeWithout(shape: RequestShape, parameter: string): RequestShape | undefined {
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
export function completionBody(
  model: string,
  messages: readonly ChatMessage[],
  budget: number,
  shape: RequestShape,
  format: AnswerFormat,
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
            json_schema: { name: format.name, strict: true, schema: format.schema },
          },
        }
      : {}),
  };
}
