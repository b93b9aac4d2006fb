import type { OpenAI } from 'openai';
import { z } from 'zod';
import { RetryLater, type TokenUsage, UNKNOWN_USAGE } from '../domain/errors.ts';
import type { EmbeddingAnswer } from '../ports/embedder.ts';
import { type OpenAiCall, unreadable } from './openai-failure.ts';
import { wellFormed } from './token-cut.ts';
import { tokenCount } from './token-usage.ts';

/** What is sent to `/embeddings` and how its answer is read, whether it comes at once or out of a batch. */

const embeddingList = z.object({
  data: z.array(z.object({ index: z.number().int().nullish(), embedding: z.unknown() })),
  usage: z.object({ prompt_tokens: tokenCount, total_tokens: tokenCount }).nullish().catch(null),
});
type EmbeddingList = z.infer<typeof embeddingList>;

export function embeddingsBody(
  model: string,
  texts: readonly string[],
  dimensions?: number,
): OpenAI.EmbeddingCreateParams {
  return {
    model,
    input: texts.map(wellFormed),
    // Left out, the SDK asks for base64 and reads a float answer as zeros of a quarter of the length.
    encoding_format: 'float',
    ...(dimensions === undefined ? {} : { dimensions }),
  };
}

/** One list of finite numbers per text, in the order of the texts. Throws RetryLater `bad_answer` or `bad_vectors`. */
export function readEmbeddings(sent: unknown, count: number, call: OpenAiCall): EmbeddingAnswer {
  const answer = embeddingList.safeParse(sent);
  if (!answer.success) throw unreadable(call, 'it is not a list of embeddings');
  const usage = embeddingUsage(answer.data);
  return { vectors: inOrder(answer.data, count, usage), usage };
}

/** Some servers state only the total, and Ollama 0 for cached input: that is no statement. */
function embeddingUsage({ usage }: EmbeddingList): TokenUsage {
  const promptTokens = usage?.prompt_tokens || usage?.total_tokens || null;
  return promptTokens === null ? UNKNOWN_USAGE : { promptTokens, completionTokens: 0 };
}

/** One vector per text, placed by `index`, or in the order received when the server numbers none of them. */
function inOrder({ data }: EmbeddingList, count: number, usage: TokenUsage): number[][] {
  if (data.length !== count) throw badVectors(`${data.length} vectors for ${count} texts`, usage);
  const numbered = data.some((entry) => typeof entry.index === 'number');
  const vectors = new Array<number[] | undefined>(count).fill(undefined);
  data.forEach((entry, position) => {
    const index = numbered ? entry.index : position;
    if (typeof index !== 'number' || index < 0 || index >= count || vectors[index] !== undefined) {
      throw badVectors('vectors whose numbering does not fit the texts', usage);
    }
    vectors[index] = numbersOf(entry.embedding, usage);
  });
  return vectors as number[][];
}

function numbersOf(embedding: unknown, usage: TokenUsage): number[] {
  if (!Array.isArray(embedding) || embedding.length === 0) throw badVectors('no list of numbers', usage);
  for (const value of embedding) {
    if (typeof value !== 'number' || !Number.isFinite(Math.fround(value)))
      throw badVectors('something that is not a number', usage);
  }
  return embedding;
}

/** In the single precision in which vectors are stored. */
export function isZero(vector: readonly number[]): boolean {
  return vector.every((value) => Math.fround(value) === 0);
}

export function badVectors(what: string, usage: TokenUsage): RetryLater {
  return new RetryLater('bad_vectors', `the embedding server sent ${what}`, { usage });
}
