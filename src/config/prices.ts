import type { TokenUsage } from '../domain/errors.ts';

/** US dollars per million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * List prices as of November 2026, from secondary pages (PROVIDERS.md §2.6); Jina's from its token packages (50 dollars for a billion tokens).
 * Services change prices: what a bill says wins over this table.
 */
const PRICES: Readonly<Record<string, TokenPrice>> = {
  'text-embedding-3-small': { input: 0.02, output: 0 },
  'text-embedding-3-large': { input: 0.13, output: 0 },
  'gpt-5-mini': { input: 0.25, output: 2 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
  'jina-reranker-v2-base-multilingual': { input: 0.05, output: 0 },
  'jina-reranker-v3': { input: 0.05, output: 0 },
  'jina-reranker-m0': { input: 0.05, output: 0 },
};

const FREE: TokenPrice = { input: 0, output: 0 };

/** The price of a model, or null when it is not known. Local models (`local-…`) are free. */
export function tokenPrice(model: string): TokenPrice | null {
  if (model.startsWith('local-')) return FREE;
  return Object.hasOwn(PRICES, model) ? PRICES[model]! : null;
}

/** The price of a model where it is asked through a batch API: half (PROVIDERS.md §2.5). */
export function batchTokenPrice(model: string): TokenPrice | null {
  const price = tokenPrice(model);
  return price === null ? null : { input: price.input / 2, output: price.output / 2 };
}

/** Dollars for the tokens used; null when price or tokens are unknown. */
export function tokenCostUsd(price: TokenPrice | null, usage: TokenUsage): number | null {
  if (price === null || usage.promptTokens === null) return null;
  if (usage.completionTokens === null && price.output > 0) return null;
  return (usage.promptTokens * price.input + (usage.completionTokens ?? 0) * price.output) / 1_000_000;
}

/** An upper bound of the tokens of a text without a tokenizer: byte-pair tokens are at least one byte long. */
export function mostTokens(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** About how many tokens a text has, rather too many than too few: three bytes each, where English has four and Chinese three. */
export function likelyTokens(text: string): number {
  return Math.ceil(mostTokens(text) / 3);
}
