import { halfPrice, type TokenPrice, tokenCostUsd } from '../config/prices.ts';
import { termsKey } from '../stages/qualify/qualify-lead.ts';
import { currentIcps } from '../store/clients.ts';
import {
  averageTokens,
  type CurrentScoring,
  listKnownTexts,
  listRerankedTexts,
  type SizedText,
} from '../store/estimates.ts';
import type { App } from './app.ts';
import { clientScoring } from './client-scoring.ts';
import { type KnownText, type PlannedScope, plannedLeads, type TextToScore } from './planned-leads.ts';
import type { Services } from './services.ts';

/** One line of what a command would do. */
export interface PlannedCalls {
  readonly stage: 'enrich' | 'qualify';
  readonly what: string;
  readonly provider: string;
  readonly model: string;
  /** Leads that need it, and how many of them are known already and cost nothing. */
  readonly leads: number;
  readonly known: number;
  readonly calls: number;
  readonly tokens: number | null;
  /** Null when the price is not known. */
  readonly costUsd: number | null;
}

export interface Plan {
  readonly leads: number;
  readonly steps: readonly PlannedCalls[];
  readonly costUsd: number | null;
}

/**
 * Tokens of a profile text and of the question around it, measured on the fixtures' profiles, and of an answer of two short sentences: for where the
 * ledger has no experience yet.
 */
const USUAL = { profileText: 260, question: 750, answer: 60 };
/** Measured on the fixtures' profiles, by the encoding of the embedding models. */
export const BYTES_PER_TOKEN = 4;

export interface PlanRequest extends Omit<PlannedScope, 'rescoring'> {
  /** Stale scores are made anew. */
  readonly rescore: boolean;
  readonly rerank: boolean;
  /** The reranker is asked about so many leads of each client at most. */
  readonly shortlist?: number | undefined;
  /** Embeddings and classifications through the batch API. */
  readonly batchApi?: boolean;
}

/** What the stages would buy and what that would cost, from the cache and the ledger alone: nothing is called. */
export async function planSpending(app: App, services: Services, request: PlanRequest): Promise<Plan> {
  const rescoring = request.rescore ? await currentScoring(app, services, request) : [];
  const { toEnrich, toScore } = await plannedLeads(app, services.origin, { ...request, rescoring });
  const steps: PlannedCalls[] = [];
  if (request.stages.includes('enrich') && toEnrich.length > 0)
    steps.push(...(await planEnrich(app, services, toEnrich, request.batchApi === true)));
  if (request.stages.includes('qualify') && request.rerank && toScore.length > 0) {
    steps.push(await planRerank(app, services, toScore, request.shortlist));
  }
  const known = steps.map((step) => step.costUsd);
  return {
    leads: Math.max(toEnrich.length, toScore.length),
    steps,
    costUsd: known.some((cost) => cost === null)
      ? null
      : known.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
  };
}

async function currentScoring(
  { database }: App,
  services: Services,
  { scope, rerank, shortlist }: PlanRequest,
): Promise<CurrentScoring[]> {
  const icps = await currentIcps(database, scope.clientId);
  // What speaks against a calibration is told when it is applied.
  const scoring = await clientScoring(
    { database, notice: () => {} },
    services,
    new Map(icps.map((icp) => [icp.clientId, icp])),
    {
      clientId: scope.clientId,
      reranking: rerank ? services.reranker(true) : 'no-rerank',
      shortlisted: shortlist !== undefined,
    },
  );
  return [...scoring].map(([clientId, { usual, beyond }]) => ({
    clientId,
    settingsKey: termsKey(usual),
    beyondKey: shortlist === undefined ? null : termsKey(beyond),
  }));
}

async function planEnrich(
  app: App,
  services: Services,
  people: readonly KnownText[],
  batchApi: boolean,
): Promise<PlannedCalls[]> {
  const { scraper, price } = await services.scraper();
  const { embedder, classifier } = services;
  const unknown = people.filter((known) => known === null).length;
  // Two people may share one text, which is then bought once.
  const texts = distinct(people.filter((known) => known !== 'gone'));
  const { embedded, classified } = await listKnownTexts(
    app.database,
    texts.map(({ textHash }) => textHash),
    { embedding: embedder.model, classifier: classifier.model, promptVersion: classifier.promptVersion },
  );
  const toScrape = services.origin === 'local' ? people.length : unknown;
  const runs = Math.ceil(toScrape / scraper.limits.targetsPerRun);
  const toEmbed = texts.filter(({ textHash }) => !embedded.has(textHash));
  const toClassify = unknown + texts.length - classified.size;
  const eachText = await usualTextTokens(app, embedder);
  const asking = (await averageTokens(app.database, classifier.model, 'enrich')) ?? {
    prompt: eachText + USUAL.question,
    completion: USUAL.answer,
  };
  const { list } = price;
  const priceOf = (model: string) => {
    const usual = app.prices.ofModel(model);
    return batchApi ? halfPrice(usual) : usual;
  };
  const leads = people.length;
  return [
    {
      stage: 'enrich',
      what: 'profiles',
      provider: scraper.provider,
      model: scraper.model,
      leads,
      known: leads - toScrape,
      calls: runs,
      tokens: null,
      costUsd: toScrape === 0 ? 0 : list === null ? null : runs * list.startUsd + toScrape * list.profileUsd,
    },
    tokenStep(priceOf(embedder.model), embedder, {
      stage: 'enrich',
      what: 'embeddings',
      leads,
      toBuy: unknown + toEmbed.length,
      calls: batchApi
        ? unknown + toEmbed.length
        : Math.ceil((unknown + toEmbed.length) / embedder.limits.inputsPerCall),
      promptTokens: unknown * eachText + tokensOf(toEmbed),
      completionTokens: 0,
    }),
    tokenStep(priceOf(classifier.model), classifier, {
      stage: 'enrich',
      what: 'classifications',
      leads,
      toBuy: toClassify,
      calls: toClassify,
      promptTokens: toClassify * asking.prompt,
      completionTokens: toClassify * asking.completion,
    }),
  ];
}

/** Each score that is not there yet, each text of a query once; a call asks for one query, which is read once per text. */
async function planRerank(
  app: App,
  services: Services,
  toScore: readonly TextToScore[],
  shortlist = Number.POSITIVE_INFINITY,
): Promise<PlannedCalls> {
  const reranker = services.reranker(true);
  const eachText = await usualTextTokens(app, services.embedder);
  let [toBuy, calls, promptTokens] = [0, 0, 0];
  for (const query of [...distinct(toScore.map((one) => one.query)), null]) {
    const own = toScore.filter((one) => one.query?.textHash === query?.textHash).map(({ text }) => text);
    const texts = distinct(own);
    const hashes = texts.map(({ textHash }) => textHash);
    const there =
      query === null
        ? new Set<string>()
        : await listRerankedTexts(app.database, reranker.model, query.textHash, hashes);
    const unknown = own.filter((text) => text === null).length;
    const missing = texts.filter(({ textHash }) => !there.has(textHash));
    const wanted = unknown + missing.length;
    // Which of them are the nearest is not known before the ICP has a vector, which costs; they are taken to be as long as the others.
    const documents = Math.min(wanted, shortlist);
    toBuy += documents;
    const textTokens = unknown * eachText + tokensOf(missing);
    const tokens =
      documents === 0
        ? 0
        : (textTokens * documents) / wanted + documents * tokensOf(query === null ? [] : [query]);
    const { documentsPerCall, tokensPerCall } = reranker.limits;
    calls += Math.ceil(Math.max(documents / documentsPerCall, tokens / tokensPerCall));
    promptTokens += tokens;
  }
  return tokenStep(app.prices.ofModel(reranker.model), reranker, {
    stage: 'qualify',
    what: 'rerank scores',
    leads: toScore.length,
    toBuy,
    calls,
    promptTokens,
    completionTokens: 0,
  });
}

/** Of a profile that nobody has seen yet: as many as those before it had. */
async function usualTextTokens(app: App, embedder: { readonly model: string }): Promise<number> {
  return (await averageTokens(app.database, embedder.model, 'enrich'))?.prompt ?? USUAL.profileText;
}

const tokensOf = (texts: readonly SizedText[]) =>
  texts.reduce((sum, { bytes }) => sum + bytes, 0) / BYTES_PER_TOKEN;

function distinct(texts: readonly (SizedText | null)[]): SizedText[] {
  const known = texts.filter((text) => text !== null);
  return [...new Map(known.map((text) => [text.textHash, text])).values()];
}

interface TokenCalls extends Pick<PlannedCalls, 'stage' | 'what' | 'leads' | 'calls'> {
  readonly toBuy: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

function tokenStep(
  price: TokenPrice | null,
  { provider, model }: { readonly provider: string; readonly model: string },
  { stage, what, leads, toBuy, calls, ...tokens }: TokenCalls,
): PlannedCalls {
  const usage = {
    promptTokens: Math.round(tokens.promptTokens),
    completionTokens: Math.round(tokens.completionTokens),
  };
  return {
    stage,
    what,
    provider,
    model,
    leads,
    known: leads - toBuy,
    calls,
    tokens: usage.promptTokens + usage.completionTokens,
    // Nothing to buy costs nothing, at whatever price.
    costUsd: toBuy === 0 ? 0 : tokenCostUsd(price, usage),
  };
}
