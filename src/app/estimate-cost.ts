import { batchTokenPrice, tokenCostUsd, tokenPrice } from '../config/prices.ts';
import { identityKeys } from '../domain/linkedin-id.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { currentIcps } from '../store/clients.ts';
import {
  averageTokens,
  countKnownAnswers,
  countKnownRerankScores,
  countUnscored,
  listStatuses,
  listToEnrich,
} from '../store/estimates.ts';
import type { Scope } from '../store/scope.ts';
import { contentHash } from '../support/hash.ts';
import type { App } from './app.ts';
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

/** Tokens that a call takes where the ledger has no experience yet: measured on the fixtures' profiles. */
const USUAL = { profileText: 420, question: 700, answer: 110, rerankQuery: 60 };

export interface PlanRequest {
  readonly scope: Scope;
  readonly limit: number | null;
  readonly stages: readonly ('enrich' | 'qualify')[];
  readonly rerank: boolean;
  readonly rescore: boolean;
  /** Embeddings and classifications through the batch API. */
  readonly batchApi?: boolean;
  /** Instead of the leads in scope: people of files that may not be leads yet (`icp run --dry-run`). */
  readonly newcomers?: { readonly client: string; readonly people: readonly PersonIdentity[] };
}

/** What the stages would buy and what that would cost, from the cache and the ledger alone: nothing is called. */
export async function planSpending(app: App, services: Services, request: PlanRequest): Promise<Plan> {
  const { toEnrich, toScore } = await leadsOf(app, request);
  const steps: PlannedCalls[] = [];
  if (request.stages.includes('enrich') && toEnrich.length > 0)
    steps.push(...(await planEnrich(app, services, toEnrich, request.batchApi === true)));
  if (request.stages.includes('qualify') && request.rerank && toScore > 0) {
    steps.push(await planRerank(app, services, request.scope, toScore));
  }
  const leads = Math.max(request.stages.includes('enrich') ? toEnrich.length : 0, toScore);
  const known = steps.map((step) => step.costUsd);
  return {
    leads,
    steps,
    costUsd: known.some((cost) => cost === null)
      ? null
      : known.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
  };
}

async function leadsOf(
  { database, settings }: App,
  request: PlanRequest,
): Promise<{ toEnrich: readonly PersonIdentity[]; toScore: number }> {
  if (request.newcomers !== undefined) {
    const { client, people } = request.newcomers;
    const statuses = await listStatuses(database, client, people.map(identityKeys));
    const toEnrich = people.filter(
      (_, position) => (statuses.get(position) ?? 'discovered') === 'discovered',
    );
    const enriched = [...statuses.values()].filter((status) => status === 'enriched').length;
    return { toEnrich, toScore: toEnrich.length + enriched };
  }
  const { scope, limit, rescore, stages } = request;
  if (!stages.includes('qualify')) {
    return { toEnrich: await listToEnrich(database, scope, settings.maxAttempts, limit), toScore: 0 };
  }
  const waiting = await countUnscored(database, scope, settings.maxAttempts, rescore);
  return { toEnrich: [], toScore: Math.min(waiting, limit ?? waiting) };
}

async function planEnrich(
  app: App,
  services: Services,
  people: readonly PersonIdentity[],
  batchApi: boolean,
): Promise<PlannedCalls[]> {
  const { settings } = app;
  const priceOf = batchApi ? batchTokenPrice : tokenPrice;
  const { scraper, price } = await services.scraper();
  const { embedder, classifier } = services;
  const known = await countKnownAnswers(app.database, {
    origin: services.origin,
    personKeys: people.map(identityKeys),
    cacheDays: settings.cacheDays,
    embeddingModel: embedder.model,
    classifierModel: classifier.model,
    promptVersion: classifier.promptVersion,
  });
  const toScrape = services.origin === 'local' ? people.length : people.length - known.profiles - known.gone;
  const runs = Math.ceil(toScrape / scraper.limits.targetsPerRun);
  const toEmbed = people.length - known.gone - known.embedded;
  const toClassify = people.length - known.gone - known.classified;
  const embedding = (await averageTokens(app.database, embedder.model)) ?? {
    prompt: USUAL.profileText,
    completion: 0,
  };
  const asking = (await averageTokens(app.database, classifier.model)) ?? {
    prompt: USUAL.profileText + USUAL.question,
    completion: USUAL.answer,
  };
  return [
    {
      stage: 'enrich',
      what: 'profiles',
      provider: scraper.provider,
      model: scraper.model,
      leads: people.length,
      known: people.length - toScrape,
      calls: runs,
      tokens: null,
      costUsd: price.list === null ? null : runs * price.list.startUsd + toScrape * price.list.profileUsd,
    },
    tokenStep(
      'embeddings',
      embedder,
      people.length,
      toEmbed,
      batchApi ? toEmbed : Math.ceil(toEmbed / embedder.limits.inputsPerCall),
      embedding,
      priceOf,
    ),
    tokenStep('classifications', classifier, people.length, toClassify, toClassify, asking, priceOf),
  ];
}

async function planRerank(app: App, services: Services, scope: Scope, leads: number): Promise<PlannedCalls> {
  const reranker = services.reranker(true);
  const queries = (await currentIcps(app.database, scope.clientId)).map((icp) => ({
    clientId: icp.clientId,
    queryHash: contentHash(icp.text),
  }));
  const known = Math.min(leads, await countKnownRerankScores(app.database, scope, reranker.model, queries));
  const tokens = (await averageTokens(app.database, reranker.model)) ?? {
    prompt: USUAL.profileText + USUAL.rerankQuery,
    completion: 0,
  };
  const calls = Math.ceil((leads - known) / reranker.limits.documentsPerCall);
  return { ...tokenStep('rerank scores', reranker, leads, leads - known, calls, tokens), stage: 'qualify' };
}

function tokenStep(
  what: string,
  service: { readonly provider: string; readonly model: string },
  leads: number,
  toBuy: number,
  calls: number,
  each: { prompt: number; completion: number },
  priceOf = tokenPrice,
): PlannedCalls {
  const usage = {
    promptTokens: Math.round(toBuy * each.prompt),
    completionTokens: Math.round(toBuy * each.completion),
  };
  return {
    stage: 'enrich',
    what,
    provider: service.provider,
    model: service.model,
    leads,
    known: leads - toBuy,
    calls,
    tokens: usage.promptTokens + usage.completionTokens,
    costUsd: tokenCostUsd(priceOf(service.model), usage),
  };
}
