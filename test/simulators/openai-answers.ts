import { z } from 'zod';
import { type OpenAiFault, openAiError } from './openai-faults.ts';
import type { SimulatedAnswer, Tally } from './simulator-server.ts';

export interface OpenAiModel {
  readonly id: string;
  /** Of an embedding model: the length of its vectors. */
  readonly dimensions?: number;
}

/** What the two paid routes need. */
export interface OpenAiWork {
  readonly models: readonly OpenAiModel[];
  readonly countTokens: (text: string) => number;
  readonly vector: (text: string, dimensions: number) => number[];
  readonly classify: ((profileText: string, tries: number) => unknown) | undefined;
  readonly extract: ((transcript: string, tries: number) => unknown) | undefined;
  readonly reasoningTokens: number;
  readonly rejects: readonly string[];
  readonly ignoresEncodingFormat: boolean;
  readonly ignoresDimensions: boolean;
  readonly textsEmbedded: Tally;
  readonly profilesClassified: Tally;
  readonly partsExtracted: Tally;
}

/** Refused before it cost anything, or done and to be billed. */
export type PaidAnswer =
  | { readonly refused: SimulatedAnswer }
  | {
      readonly body: object;
      /** What was embedded or classified. */
      readonly texts: readonly string[];
      /** Where it is not what the route is usually for. */
      readonly kind?: 'extraction';
      readonly promptTokens: number;
      readonly completionTokens: number;
    };

export const refuse = (...error: Parameters<typeof openAiError>): PaidAnswer => ({
  refused: openAiError(...error),
});

export const noModel = (model: string) =>
  refuse(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
    code: 'model_not_found',
  });

const embeddingsRequest = z.object({
  model: z.string(),
  input: z.union([z.string().transform((text) => [text]), z.array(z.string())]),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.number().int().positive().optional(),
});

/** `POST /v1/embeddings` with the limits of PROVIDERS.md §2.2. */
export function embeddingsAnswer(
  sent: unknown,
  fault: OpenAiFault | undefined,
  work: OpenAiWork,
): PaidAnswer {
  const parsed = embeddingsRequest.safeParse(sent);
  if (!parsed.success) return refuse(400, "'$.input' is invalid.");
  const { model, input, encoding_format, dimensions } = parsed.data;
  const full = work.models.find(({ id }) => id === model)?.dimensions;
  if (full === undefined) return noModel(model);
  const rejected = work.rejects.find((name) => (sent as Record<string, unknown>)[name] !== undefined);
  if (rejected !== undefined) {
    return refuse(400, `Unsupported parameter: '${rejected}' is not supported with this model.`, {
      param: rejected,
      code: 'unsupported_parameter',
    });
  }
  if (input.length === 0 || input.some((text) => text === '')) return refuse(400, "'$.input' is invalid.");
  if (input.length > 2048) {
    return refuse(400, `'$.input' is invalid: array too long, at most 2048 items, not ${input.length}.`, {
      code: 'array_above_max_length',
      param: 'input',
    });
  }
  const counts = input.map(work.countTokens);
  const longest = Math.max(...counts);
  if (longest > 8192) {
    return refuse(
      400,
      `This model's maximum context length is 8192 tokens, however you requested ${longest} tokens (${longest} in your prompt; 0 for the completion). Please reduce your prompt; or completion length.`,
    );
  }
  const promptTokens = counts.reduce((sum, count) => sum + count, 0);
  if (promptTokens > 300_000) {
    return refuse(400, `Requested ${promptTokens} tokens, max 300000 tokens per request`, {
      type: 'max_tokens_per_request',
      code: 'max_tokens_per_request',
    });
  }
  for (const text of input) work.textsEmbedded.add(text);
  const length = work.ignoresDimensions ? full : (dimensions ?? full);
  const base64 = encoding_format === 'base64' && !work.ignoresEncodingFormat;
  const vectors = spoilt(
    input.map((text) => work.vector(text, length)),
    fault,
  );
  const data = vectors.map((vector, index) => ({
    object: 'embedding',
    index: fault === 'duplicate_index' ? 0 : index,
    embedding: base64 ? Buffer.from(new Float32Array(vector as number[]).buffer).toString('base64') : vector,
  }));
  if (fault === 'shuffled') data.reverse();
  return { body: { object: 'list', data, model }, texts: input, promptTokens, completionTokens: 0 };
}

function spoilt(vectors: number[][], fault: OpenAiFault | undefined): (number | null)[][] {
  const first = vectors[0]!;
  const zeros = (vector: number[]) => vector.map(() => 0);
  switch (fault) {
    case 'zero_vectors':
      return vectors.map(zeros);
    case 'one_zero_vector':
      return [zeros(first), ...vectors.slice(1)];
    case 'missing_vector':
      return vectors.slice(1);
    case 'unequal_lengths':
      return [first.slice(1), ...vectors.slice(1)];
    case 'not_finite':
      return [[null, ...first.slice(1)], ...vectors.slice(1)];
    default:
      return vectors;
  }
}
