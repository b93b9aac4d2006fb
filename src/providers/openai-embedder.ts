import { z } from 'zod';
import { RetryLater, StopRun, type TokenUsage } from '../domain/errors.ts';
import type { Embedder, EmbeddingAnswer } from '../ports/embedder.ts';
import type { Fetch } from './http-answer.ts';
import { createOpenAiClient } from './openai-client.ts';
import { unreadable } from './openai-failure.ts';
import { cutToTokens, wellFormed } from './token-cut.ts';
import { tokenCount, UNKNOWN_USAGE } from './token-usage.ts';

export interface OpenAiEmbedderOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly parallelCalls: number;
  /** Asks for shortened vectors, which only some models can give. */
  readonly dimensions?: number;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

/**
 * OpenAI's limits are 2048 inputs, 8192 tokens an input and 300,000 tokens a request (PROVIDERS.md §2.2). The two of
 * tokens keep a margin, for counts made here are of pieces of a text, and those of a batch are estimates.
 */
const INPUTS_PER_CALL = 2048;
const TOKENS_PER_INPUT = 8000;
const TOKENS_PER_CALL = 280_000;

/** So many vectors of one length in one answer say how long the model's vectors are. */
const TELLING_COUNT = 3;

/** 2048 vectors of 3072 numbers of 20 digits each. */
const MAX_ANSWER_BYTES = 160_000_000;

const embeddingList = z.object({
  data: z.array(z.object({ index: z.number().int().nullish(), embedding: z.unknown() })),
  usage: z.object({ prompt_tokens: tokenCount, total_tokens: tokenCount }).nullish().catch(null),
});
type EmbeddingList = z.infer<typeof embeddingList>;

/**
 * Embeddings of OpenAI, or of any server with the same `POST /embeddings`. Vectors are checked one by one: compatible servers answer out
 * of order, with too few or with zeros, and a wrong vector would be kept for good. A second answer in a row of nothing but zeros is
 * the server's doing and stops the run (`zero_vectors`); any other bad answer is RetryLater `bad_vectors`.
 */
export function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const { model, dimensions } = options;
  const client = createOpenAiClient({
    ...options,
    timeoutMs: options.timeoutMs ?? 60_000,
    maxAnswerBytes: MAX_ANSWER_BYTES,
    modelVariable: 'ICP_EMBEDDING_MODEL',
  });
  let expectedLength = dimensions;
  let zeroAnswers = 0;

  async function embed(texts: readonly string[], signal: AbortSignal): Promise<EmbeddingAnswer> {
    if (texts.length === 0) return { vectors: [], usage: { promptTokens: 0, completionTokens: 0 } };
    const body = {
      model,
      input: texts.map(wellFormed),
      // Left out, the SDK asks for base64 and reads a float answer as zeros of a quarter of the length.
      encoding_format: 'float' as const,
      ...(dimensions === undefined ? {} : { dimensions }),
    };
    const sent = await client.send((sdk, request) => sdk.embeddings.create(body, request), signal);
    const answer = embeddingList.safeParse(sent);
    if (!answer.success) throw unreadable(client.call, 'it is not a list of embeddings');
    const usage = embeddingUsage(answer.data);
    const vectors = inOrder(answer.data, texts.length, usage);

    zeroAnswers = vectors.every(isZero) ? zeroAnswers + 1 : 0;
    if (zeroAnswers > 1) throw zeroVectors(model, usage);
    if (vectors.some(isZero)) throw badVectors('a vector of zeros', usage);
    const length = vectors[0]!.length;
    if (vectors.some((vector) => vector.length !== length))
      throw badVectors('vectors of unequal length', usage);
    if (dimensions !== undefined && length !== dimensions) throw ignoredDimensions(length, dimensions, usage);
    // A wrong vector that comes alone cannot be told from a right one, and must not make the right ones look wrong.
    if (vectors.length >= TELLING_COUNT) expectedLength ??= length;
    if (expectedLength !== undefined && length !== expectedLength) {
      throw badVectors(`vectors of ${length} numbers after some of ${expectedLength}`, usage);
    }
    return { vectors, usage };
  }

  return {
    provider: 'openai',
    model,
    limits: {
      inputsPerCall: INPUTS_PER_CALL,
      tokensPerInput: TOKENS_PER_INPUT,
      tokensPerCall: TOKENS_PER_CALL,
      parallelCalls: options.parallelCalls,
    },
    fit: (text) => cutToTokens(text, TOKENS_PER_INPUT),
    embed,
  };
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
function isZero(vector: readonly number[]): boolean {
  return vector.every((value) => Math.fround(value) === 0);
}

function badVectors(what: string, usage: TokenUsage): RetryLater {
  return new RetryLater('bad_vectors', `the embedding server sent ${what}`, { usage });
}

function zeroVectors(model: string, usage: TokenUsage): StopRun {
  return new StopRun(
    'configuration',
    'zero_vectors',
    `the embedding server sends nothing but zeros for model ${model}`,
    'Check that OPENAI_BASE_URL serves ICP_EMBEDDING_MODEL as an embedding model and honours encoding_format.',
    { usage },
  );
}

function ignoredDimensions(length: number, dimensions: number, usage: TokenUsage): StopRun {
  return new StopRun(
    'configuration',
    'dimensions_ignored',
    `the embedding server sends ${length} numbers a vector where ${dimensions} were asked for`,
    'Use an embedding model (ICP_EMBEDDING_MODEL) that can shorten its vectors, or ask for its own length.',
    { usage },
  );
}
