import { StopRun, type TokenUsage } from '../domain/errors.ts';
import type { Embedder, EmbeddingAnswer } from '../ports/embedder.ts';
import type { Fetch } from './http-answer.ts';
import { createOpenAiClient } from './openai-client.ts';
import { badVectors, embeddingsBody, isZero, readEmbeddings } from './openai-embeddings.ts';
import { cutToTokens } from './token-cut.ts';

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
    const body = embeddingsBody(model, texts, dimensions);
    const sent = await client.send((sdk, request) => sdk.embeddings.create(body, request), signal);
    const { vectors, usage } = readEmbeddings(sent, texts.length, client.call);

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
