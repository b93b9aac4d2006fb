import type { Settings } from '../config/settings.ts';
import { requireKeys } from '../config/settings.ts';
import { UsageError } from '../domain/errors.ts';
import type { Profile } from '../domain/profile.ts';
import { SCORING_VERSION } from '../domain/score.ts';
import { AnswerBatches } from '../pipeline/answer-batches.ts';
import { AnswerOrders } from '../pipeline/answer-orders.ts';
import type { Budget } from '../pipeline/budget.ts';
import { Classifications } from '../pipeline/buy-classifications.ts';
import { Embeddings } from '../pipeline/buy-embeddings.ts';
import { type FetchedProfile, Profiles } from '../pipeline/buy-profiles.ts';
import { RerankScores } from '../pipeline/buy-rerank-scores.ts';
import type { PaidCalls } from '../pipeline/paid-call.ts';
import { Similarities } from '../pipeline/similarities.ts';
import type { Classifier } from '../ports/classifier.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { ProfileScraper, ScrapePrice } from '../ports/profile-scraper.ts';
import type { Reranker } from '../ports/reranker.ts';
import type { ProviderOptions } from '../providers/registry.ts';
import { profileText } from '../stages/enrich/profile-text.ts';
import { createRunLedger } from '../store/actor-run-ledger.ts';
import { createAnswerBatchLedger } from '../store/answer-batch-ledger.ts';
import { createAnswerStore } from '../store/answers.ts';
import { createProfileStore } from '../store/profiles.ts';
import type { Scope } from '../store/scope.ts';
import { contentHash } from '../support/hash.ts';
import type { App } from './app.ts';
import { openPaidCalls } from './paid-calls.ts';

export interface SpendOptions {
  /** `--max-cost`, in dollars. */
  readonly maxCostUsd?: number | undefined;
  /** `--profiles FILE`: earlier scrapes, for the local scraper. */
  readonly profilesFile?: string | undefined;
  /** `--batch-api`: embeddings and classifications are ordered, to be collected by a later command. */
  readonly batchApi?: boolean | undefined;
}

export interface Services {
  readonly embedder: Embedder;
  readonly classifier: Classifier;
  scraper(): Promise<{ readonly scraper: ProfileScraper; readonly price: ScrapePrice }>;
  reranker(allowListwise: boolean): Reranker;
  readonly budget: Budget;
  readonly calls: PaidCalls;
  profiles(): Promise<Profiles>;
  /** Renews the hold on everything that is being bought. */
  renew(): Promise<void>;
  /** Lets other processes have what we no longer wait for. */
  release(): Promise<void>;
  /** Nothing more is bought with them. Never rejects: others notice when our lease runs out. */
  end(): Promise<void>;
  readonly embeddings: Embeddings;
  readonly classifications: Classifications;
  /** What earlier commands ordered; null for the local providers, of which nothing is ordered. */
  readonly batches: AnswerBatches | null;
  /** With `batchApi`: what this command orders. */
  readonly orders: AnswerOrders | null;
  readonly similarities: Similarities;
  rerankScores(allowListwise: boolean): RerankScores;
  readonly origin: 'network' | 'local';
}

/** Which keys a stage cannot do without; checked before any work. */
export function requireStageKeys(
  settings: Settings,
  stages: readonly ('enrich' | 'qualify')[],
  rerank: boolean,
): void {
  if (settings.offline) return;
  requireKeys(settings, [
    ...(stages.includes('enrich') ? (['apify'] as const) : []),
    'openai',
    ...(stages.includes('qualify') && rerank ? (['jina'] as const) : []),
  ]);
}

/** Throws UsageError for `--batch-api` with the local providers. */
export function requireBatchApi(settings: Settings): void {
  if (!settings.offline) return;
  throw new UsageError(
    'batch_api_offline',
    '--batch-api is for OpenAI; the local providers answer at once and cost nothing',
    'leave out --batch-api or --offline',
  );
}

/**
 * Wires the paid services of one command: providers below, cache, budget and ledger above them. Commands that run at the same time and
 * may be about the same leads keep to their limits together.
 */
export async function openServices(app: App, scope: Scope, options: SpendOptions): Promise<Services> {
  const { database, settings, clock, prices } = app;
  const calls = openPaidCalls(app, scope, options.maxCostUsd);
  const { budget } = calls;
  const registry = await import('../providers/registry.ts');
  const providerOptions: ProviderOptions = {
    settings,
    prices,
    profilesFile: options.profilesFile,
    clock,
    notice: app.notice,
    onAllowance: (provider, model, allowance) => calls.paceOf(provider, model).allow(allowance),
  };
  const answers = createAnswerStore(database, {
    worker: app.worker,
    leaseSeconds: settings.leaseSeconds,
    deadWorkers: app.deadWorkers,
  });
  const jobs = registry.createBatchJobs(providerOptions);
  const ledger = createAnswerBatchLedger(database, app.worker, settings.leaseSeconds, app.deadWorkers);
  const batchParts = jobs === null ? null : { jobs, ledger, calls, prices, notice: app.notice };
  const batches =
    batchParts === null
      ? null
      : new AnswerBatches({ ...batchParts, store: answers, observers: app.observers });
  const orders = batchParts === null || !options.batchApi ? null : new AnswerOrders(batchParts);
  const embedder = registry.createEmbedder(providerOptions);
  const classifier = registry.createClassifier(providerOptions);
  const scraper = once(() => registry.createScraper(providerOptions));
  const reranker = (allowListwise: boolean) => registry.createReranker(providerOptions, allowListwise);
  let rerankScores: RerankScores | null = null;
  let profiles: Profiles | null = null;

  const describe = (profile: Profile): Pick<FetchedProfile, 'text' | 'textHash'> & { textCut: boolean } => {
    const text = profileText(profile);
    return { text, textHash: contentHash(text), textCut: embedder.fit(text).cut };
  };
  return {
    budget,
    calls,
    origin: settings.offline ? 'local' : 'network',
    embedder,
    classifier,
    scraper,
    reranker,
    profiles: once(async () => {
      profiles = new Profiles({
        ...(await scraper()),
        store: createProfileStore(database),
        ledger: createRunLedger(database, app.worker, settings.leaseSeconds, app.deadWorkers),
        calls,
        describe,
        cacheDays: settings.cacheDays,
      });
      return profiles;
    }),
    renew: async () => {
      await Promise.all([answers.renew(), profiles?.renew(), ledger.renew(), budget.tellOthers(false)]);
    },
    release: async () => {
      await Promise.all([answers.release(), profiles?.release()]);
    },
    end: () => budget.tellOthers(true).catch(() => {}),
    embeddings: new Embeddings(embedder, answers, calls, prices.ofModel(embedder.model), orders),
    classifications: new Classifications(
      classifier,
      answers,
      calls,
      prices.ofModel(classifier.model),
      orders,
    ),
    batches,
    orders,
    similarities: new Similarities(answers, embedder.model),
    rerankScores: (allowListwise) => {
      if (rerankScores === null) {
        const chosen = reranker(allowListwise);
        rerankScores = new RerankScores(chosen, answers, calls, prices.ofModel(chosen.model));
      }
      return rerankScores;
    },
  };
}

/** What a score depends on in place of a reranker: `--no-rerank`, or others were nearer. */
export type WithoutReranker = 'no-rerank' | 'beyond-shortlist';

/** What a score is made with, besides a reranker. */
export interface ScoringModels {
  readonly embeddings: { readonly model: string };
  readonly classifications: { readonly key: string };
}

/** Names the models and weights that a score depends on; see ports/qualify-work.ts. */
export function scoringSettingsKey(
  services: ScoringModels,
  reranking: { readonly model: string } | WithoutReranker,
): string {
  return [
    services.embeddings.model,
    services.classifications.key,
    typeof reranking === 'string' ? reranking : reranking.model,
    `v${SCORING_VERSION}`,
  ].join('|');
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
