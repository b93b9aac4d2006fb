import { randomUUID } from 'node:crypto';
import type { Prices } from '../config/prices.ts';
import type { Settings } from '../config/settings.ts';
import { StopRun, UsageError } from '../domain/errors.ts';
import type { Allowance } from '../pipeline/pace.ts';
import type { BatchJobs } from '../ports/batch-jobs.ts';
import type { CallSource } from '../ports/call-source.ts';
import type { Classifier } from '../ports/classifier.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IcpExtractor } from '../ports/icp-extractor.ts';
import type { ProfileScraper, ScrapePrice } from '../ports/profile-scraper.ts';
import type { Reranker } from '../ports/reranker.ts';
import { apifyActorNames } from './apify-actors.ts';
import { apifyRunCapUsd } from './apify-price.ts';
import { createApifyScraper } from './apify-scraper.ts';
import { createFathomMeetings } from './fathom-meetings.ts';
import { createJinaReranker } from './jina-reranker.ts';
import { createLocalClassifier } from './local-classifier.ts';
import { createLocalEmbedder } from './local-embedder.ts';
import { createLocalIcpExtractor } from './local-icp-extractor.ts';
import { createLocalReranker } from './local-reranker.ts';
import { createLocalScraper } from './local-scraper.ts';
import { createOpenAiBatches } from './openai-batches.ts';
import { createOpenAiClassifier } from './openai-classifier.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';
import { createOpenAiIcpExtractor } from './openai-icp-extractor.ts';
import { loadProfileFile } from './profile-file.ts';
import { watchingAllowances } from './rate-headers.ts';

/**
 * Which provider plays which role. `--offline` takes the local one for every role, never for some: results of the two kinds do not
 * mix. A new provider is a file beside this one and a line here.
 */
export interface ProviderOptions {
  readonly settings: Settings;
  readonly prices: Prices;
  /** `--profiles FILE`. */
  readonly profilesFile: string | undefined;
  readonly notice: (message: string) => void;
  /** Told what a service says is left of its limits. */
  readonly onAllowance: (provider: string, model: string, allowance: Allowance) => void;
  readonly clock: { now(): Date; sleep(ms: number, signal?: AbortSignal): Promise<void> };
}

const FREE: ScrapePrice = { list: { startUsd: 0, profileUsd: 0 }, mostUsd: () => 0 };
const EMBEDDING_CALLS = 4;
const RERANK_CALLS = 8;

export async function createScraper({
  settings,
  prices,
  profilesFile,
  clock,
  notice,
}: ProviderOptions): Promise<{ scraper: ProfileScraper; price: ScrapePrice }> {
  if (settings.offline) {
    const { profiles, unusable } =
      profilesFile === undefined ? { profiles: [], unusable: 0 } : await loadProfileFile(profilesFile);
    if (unusable > 0) notice(`${profilesFile}: ${unusable} entries are no profiles and were left out`);
    return {
      scraper: createLocalScraper({ profiles, newRunId: randomUUID }),
      price: FREE,
    };
  }
  if (profilesFile !== undefined) {
    throw new UsageError(
      'profiles_need_offline',
      '--profiles is for the local providers; results of the two kinds are never mixed',
      'add --offline, or leave out --profiles',
    );
  }
  const price = prices.ofActor(apifyActorNames(settings.apifyActor));
  const scraper = createApifyScraper({
    token: settings.apifyToken!,
    baseUrl: settings.apifyBaseUrl,
    actor: settings.apifyActor,
    price,
    targetsPerRun: settings.scrapeBatch,
    parallelRuns: settings.scrapeConcurrency,
    now: clock.now,
    sleep: clock.sleep,
  });
  return { scraper, price: { list: price, mostUsd: (profiles) => apifyRunCapUsd(price, profiles) } };
}

export function createEmbedder({ settings, onAllowance }: ProviderOptions): Embedder {
  return settings.offline
    ? createLocalEmbedder()
    : createOpenAiEmbedder({
        apiKey: settings.openaiApiKey!,
        baseUrl: settings.openaiBaseUrl,
        model: settings.embeddingModel,
        fetch: watchedFetch(onAllowance, 'openai', settings.embeddingModel),
        parallelCalls: EMBEDDING_CALLS,
        ...timeLimit(settings),
      });
}

export function createClassifier({ settings, notice, onAllowance }: ProviderOptions): Classifier {
  return settings.offline
    ? createLocalClassifier()
    : createOpenAiClassifier({
        apiKey: settings.openaiApiKey!,
        baseUrl: settings.openaiBaseUrl,
        model: settings.classifierModel,
        fetch: watchedFetch(onAllowance, 'openai', settings.classifierModel),
        parallelCalls: settings.llmConcurrency,
        ...timeLimit(settings),
        effort: settings.reasoningEffort,
        notice,
      });
}

export function createIcpExtractor({ settings, notice, onAllowance }: ProviderOptions): IcpExtractor {
  return settings.offline
    ? createLocalIcpExtractor()
    : createOpenAiIcpExtractor({
        apiKey: settings.openaiApiKey!,
        baseUrl: settings.openaiBaseUrl,
        model: settings.extractorModel,
        fetch: watchedFetch(onAllowance, 'openai', settings.extractorModel),
        parallelCalls: settings.llmConcurrency,
        ...timeLimit(settings),
        effort: settings.reasoningEffort,
        notice,
      });
}

/** Recorded calls come from the network only; offline they come from files. */
export function createCallSource({ settings, onAllowance }: ProviderOptions): CallSource {
  const source = createFathomMeetings({
    apiKey: settings.fathomApiKey!,
    baseUrl: settings.fathomBaseUrl,
    fetch,
    onAllowance: (allowance) => onAllowance(source.provider, source.model, allowance),
    ...timeLimit(settings),
  });
  return source;
}

/** Embeddings and classifications a day later at half the price; null for the local providers, which cost nothing. */
export function createBatchJobs({ settings }: ProviderOptions): BatchJobs | null {
  return settings.offline
    ? null
    : createOpenAiBatches({
        apiKey: settings.openaiApiKey!,
        baseUrl: settings.openaiBaseUrl,
        embeddingModel: settings.embeddingModel,
        classifierModel: settings.classifierModel,
        effort: settings.reasoningEffort,
      });
}

/** Throws StopRun for a reranker whose scores depend on the other documents of a request, unless `allowListwise`. */
export function createReranker({ settings, onAllowance }: ProviderOptions, allowListwise: boolean): Reranker {
  const reranker = settings.offline
    ? createLocalReranker()
    : createJinaReranker({
        apiKey: settings.jinaApiKey!,
        baseUrl: settings.jinaBaseUrl,
        model: settings.rerankModel,
        parallelCalls: RERANK_CALLS,
        ...timeLimit(settings),
        fetch: watchedFetch(onAllowance, 'jina', settings.rerankModel),
      });
  if (!reranker.absoluteScores && !allowListwise) {
    throw new StopRun(
      'configuration',
      'listwise_reranker',
      `${reranker.model} scores each document in the light of the others in the request, so its scores do not compare across batches`,
      'set ICP_RERANK_MODEL to jina-reranker-v2-base-multilingual, or add --allow-listwise to accept that',
    );
  }
  return reranker;
}

/** Each provider has its own unless the user sets one: a model on the user's own machine may need minutes. */
function timeLimit({ callSeconds }: Settings): { timeoutMs?: number } {
  return callSeconds === undefined ? {} : { timeoutMs: callSeconds * 1000 };
}

/** The platform's fetch, told on what the service says is left of its limits for this model. */
function watchedFetch(
  onAllowance: ProviderOptions['onAllowance'],
  provider: string,
  model: string,
): typeof fetch {
  return watchingAllowances(fetch, (allowance) => onAllowance(provider, model, allowance));
}
