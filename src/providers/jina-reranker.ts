import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { NOT_BILLED, RetryLater, StopRun, type TokenUsage, UNKNOWN_USAGE } from '../domain/errors.ts';
import type { RerankAnswer, Reranker } from '../ports/reranker.ts';
import {
  boundedFetch,
  connectionFailure,
  type Fetch,
  requireUsableKey,
  serviceUrl,
  withDeadline,
} from './http-answer.ts';
import { balanceExhausted, JINA_SETTINGS, jinaFailure } from './jina-failure.ts';
import { tokenCount, usageAfter, withEarlierUsage } from './token-usage.ts';

export interface JinaRerankerOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly parallelCalls: number;
  readonly fetch: Fetch;
  /** Milliseconds for one call, its whole body included. */
  readonly timeoutMs?: number;
  /** Milliseconds before a call that was answered with 402 is sent once more. */
  readonly secondOpinionMs?: number;
}

/** What v3 takes; no limit of v2 on the hosted API is documented, and its requests are full of tokens before. */
const DOCUMENTS_PER_LISTWISE_CALL = 64;
const DOCUMENTS_PER_CALL = 256;
/** Within the 100,000 tokens a minute of a free key. */
const TOKENS_PER_CALL = 90_000;
/** A free key admits two calls at once, a paid one fifty (PROVIDERS.md §3). */
const FIRST_CALLS = 2;
const MAX_ANSWER_BYTES = 8_000_000;

/** Single-precision sums of sigmoids end a hair outside; a logit is far outside. */
const ROUNDING = 0.001;

/** Jina, vLLM and Cohere answer with `results`, TEI with the bare list and `score`. Fields of no use here are ignored. */
const scored = z.object({
  index: z.number().int().nonnegative(),
  relevance_score: z.number().optional(),
  score: z.number().optional(),
});
const rerankAnswer = z.union([
  z.object({
    results: z.array(scored),
    usage: z.object({ total_tokens: tokenCount, prompt_tokens: tokenCount }).nullish().catch(null),
  }),
  z.array(scored).transform((results) => ({ results, usage: null })),
]);

/**
 * Reranks with Jina, or any server with the same `POST /rerank`. Documents are sent whole: what a model reads of a long one is its own affair.
 * Scores outside 0–1 of a model whose scores should compare across requests are refused (StopRun `raw_logits`), not mapped: squashed
 * logits of one server and probabilities of another would pass for each other under one model name.
 */
export function createJinaReranker(options: JinaRerankerOptions): Reranker {
  const { apiKey, model } = options;
  const timeoutMs = options.timeoutMs ?? 60_000;
  const fetch = boundedFetch(options.fetch, MAX_ANSWER_BYTES);
  const absoluteScores = !/(?:^|\/)jina-reranker-v3/i.test(model);

  /** Learnt from the server's refusal, for the life of the reranker. */
  let wantsTexts = false;

  async function post(query: string, documents: readonly string[], signal: AbortSignal) {
    const url = serviceUrl(options.baseUrl, JINA_SETTINGS);
    requireUsableKey(apiKey, JINA_SETTINGS);
    url.pathname += '/rerank';
    const body = JSON.stringify(
      wantsTexts
        ? { query, texts: documents, raw_scores: false, return_text: false, truncate: true }
        : { model, query, documents, top_n: documents.length, return_documents: false },
    );
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      accept: 'application/json',
    };
    return await withDeadline(timeoutMs, signal, async (callSignal) => {
      try {
        const response = await fetch(url, { method: 'POST', headers, body, signal: callSignal });
        return { status: response.status, headers: response.headers, text: await response.text() };
      } catch (error) {
        throw error instanceof RetryLater ? error : connectionFailure(error, url.host);
      }
    });
  }

  async function rerank(
    query: string,
    documents: readonly string[],
    signal: AbortSignal,
  ): Promise<RerankAnswer> {
    if (documents.length === 0) return { scores: [], usage: { promptTokens: 0, completionTokens: 0 } };
    const call = { host: hostOf(options.baseUrl), apiKey, model };
    let answer = await post(query, documents, signal);
    const refusals: TokenUsage[] = [];
    if (missesTexts(answer)) {
      wantsTexts = true;
      refusals.push(NOT_BILLED);
      answer = await post(query, documents, signal);
    }
    if (answer.status === 402) {
      // Jina answers 402 now and then with credit left (jina-ai/reader #1255, #1192); twice in a row is meant.
      await wait(options.secondOpinionMs ?? 1000, undefined, { signal }).catch(() => signal.throwIfAborted());
      refusals.push(NOT_BILLED);
      answer = await post(query, documents, signal);
      if (answer.status === 402) throw withEarlierUsage(balanceExhausted(call), refusals);
    }
    try {
      if (answer.status !== 200) throw jinaFailure(answer, call);
      const { results, usage } = readAnswer(answer.text, call.host);
      const scores = inOrder(results, documents.length, usage);
      return {
        scores: absoluteScores ? scores.map((score) => probability(score, model, usage)) : scores,
        usage: usageAfter(refusals, usage),
      };
    } catch (error) {
      throw withEarlierUsage(error, refusals);
    }
  }

  return {
    provider: 'jina',
    model,
    absoluteScores,
    limits: {
      documentsPerCall: absoluteScores ? DOCUMENTS_PER_CALL : DOCUMENTS_PER_LISTWISE_CALL,
      tokensPerCall: TOKENS_PER_CALL,
      parallelCalls: options.parallelCalls,
      firstCalls: FIRST_CALLS,
    },
    rerank,
  };
}

/** TEI (Text Embeddings Inference) has the same route with other field names, and says which one it misses. */
function missesTexts({ status, text }: { readonly status: number; readonly text: string }): boolean {
  return (status === 422 || status === 400) && /missing field `?texts`?/i.test(text);
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : 'the reranker';
}

function readAnswer(text: string, host: string): { results: z.infer<typeof scored>[]; usage: TokenUsage } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badAnswer(`${host} sent an answer that is not valid JSON`, UNKNOWN_USAGE);
  }
  const parsed = rerankAnswer.safeParse(json);
  if (!parsed.success) throw badAnswer(`${host} sent an answer that is not a list of scores`, UNKNOWN_USAGE);
  const { results, usage } = parsed.data;
  const promptTokens = usage?.total_tokens || usage?.prompt_tokens || null;
  return { results, usage: promptTokens === null ? UNKNOWN_USAGE : { promptTokens, completionTokens: 0 } };
}

/** Results come best first, or in any order: `index` says which document is meant. */
function inOrder(results: readonly z.infer<typeof scored>[], count: number, usage: TokenUsage): number[] {
  const scores = new Map<number, number>();
  for (const result of results) {
    const score = result.relevance_score ?? result.score;
    if (score === undefined || !Number.isFinite(score) || result.index >= count) {
      throw badAnswer('the reranker sent results that do not fit the documents', usage);
    }
    scores.set(result.index, score);
  }
  if (scores.size !== count) {
    throw badAnswer(`the reranker sent ${scores.size} scores for ${count} documents`, usage);
  }
  return Array.from({ length: count }, (_, index) => scores.get(index)!);
}

function probability(score: number, model: string, usage: TokenUsage): number {
  if (score >= -ROUNDING && score <= 1 + ROUNDING) return Math.min(1, Math.max(0, score));
  throw new StopRun(
    'configuration',
    'raw_logits',
    `the reranker gives scores outside 0–1 for model ${model}, as llama.cpp does with its raw logits; they cannot be told from a fit`,
    'Use a reranker that gives scores from 0 to 1 (JINA_BASE_URL, ICP_RERANK_MODEL), or --no-rerank.',
    { usage },
  );
}

function badAnswer(message: string, usage: TokenUsage): RetryLater {
  return new RetryLater('bad_answer', message, { usage });
}
