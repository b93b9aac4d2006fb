import type { TokenUsage } from '../domain/errors.ts';

/** US dollars per million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** Dollars for starting a run of an actor, and for each profile that it delivers. */
export interface ActorPrice {
  readonly startUsd: number;
  readonly profileUsd: number;
}

/** Prices of a user's own, by model and by actor; they win over the lists below. */
export interface OwnPrices {
  readonly models: ReadonlyMap<string, TokenPrice>;
  readonly actors: ReadonlyMap<string, ActorPrice>;
}

/** Where a list price comes from. None is from the vendor's own price page, so all are unverified: a bill or ICP_PRICES wins. */
interface Source {
  readonly asOf: string;
  readonly source: string;
}

const OPENAI: Source = {
  asOf: '2026-11',
  source: "pages other than OpenAI's that quote its prices (PROVIDERS.md §2.6); unverified",
};
const JINA: Source = {
  asOf: '2026-11',
  source:
    "no price per model is to be found (PROVIDERS.md §3): reckoned from Jina's token packages, 50 dollars for a billion tokens; unverified",
};
const APIFY: Source = {
  asOf: '2026-11',
  source: 'public code and notes that use the actor, not its page (PROVIDERS.md §1.6); unverified',
};

/** List prices of models. A model that is not here has an unknown price, never a free one. */
const MODELS: Readonly<Record<string, TokenPrice & Source>> = {
  'text-embedding-3-small': { input: 0.02, output: 0, ...OPENAI },
  'text-embedding-3-large': { input: 0.13, output: 0, ...OPENAI },
  'gpt-5-mini': { input: 0.25, output: 2, ...OPENAI },
  'gpt-5-nano': { input: 0.05, output: 0.4, ...OPENAI },
  'jina-reranker-v2-base-multilingual': { input: 0.05, output: 0, ...JINA },
  'jina-reranker-v3': { input: 0.05, output: 0, ...JINA },
  'jina-reranker-m0': { input: 0.05, output: 0, ...JINA },
};

/** List prices of actors, by name. */
const ACTORS: Readonly<Record<string, ActorPrice & Source>> = {
  'supreme_coder/linkedin-profile-scraper': {
    startUsd: 0.002,
    profileUsd: 0.003,
    ...APIFY,
    source: `${APIFY.source}; a note of July 2026 has 0.002 a profile, so this is the dearer reading`,
  },
  'dev_fusion/linkedin-profile-scraper': { startUsd: 0, profileUsd: 0.01, ...APIFY },
  'harvestapi/linkedin-profile-scraper': {
    startUsd: 0,
    profileUsd: 0.004,
    ...APIFY,
    source: `${APIFY.source}; the mode without e-mail addresses, the other one is 0.01`,
  },
  'apimaestro/linkedin-profile-batch-scraper-no-cookies-required': {
    startUsd: 0,
    profileUsd: 0.005,
    ...APIFY,
  },
};

const FREE: TokenPrice = { input: 0, output: 0 };
const NONE: OwnPrices = { models: new Map(), actors: new Map() };

/** What everything costs, for one command: the user's own prices, else the list's. */
export class Prices {
  readonly #own: OwnPrices;

  constructor(own: OwnPrices = NONE) {
    this.#own = own;
  }

  /** The price of a model, or null when it is not known. Local models (`local-…`) are free. */
  ofModel(model: string): TokenPrice | null {
    if (model.startsWith('local-')) return FREE;
    return this.#own.models.get(model) ?? (Object.hasOwn(MODELS, model) ? MODELS[model]! : null);
  }

  /** The price of an actor under the first of its names that has one, as `user/name` or id; null when it is not known. */
  ofActor(names: readonly string[]): ActorPrice | null {
    const own = names.find((name) => this.#own.actors.has(name));
    if (own !== undefined) return this.#own.actors.get(own)!;
    const listed = names.find((name) => Object.hasOwn(ACTORS, name));
    return listed === undefined ? null : ACTORS[listed]!;
  }
}

/** The price of a model where it is asked through a batch API: half (PROVIDERS.md §2.5). */
export function halfPrice(price: TokenPrice | null): TokenPrice | null {
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
