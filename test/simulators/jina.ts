import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Purchase, PurchaseBook } from './purchases.ts';
import { lexicalOverlap, realTokens } from './simulated-text.ts';
import {
  ConcurrencyGauge,
  type Duration,
  FaultPlan,
  lasting,
  type RandomFaults,
  type SimulatedAnswer,
  type SimulatedRequest,
  startSimulatorServer,
  Tally,
} from './simulator-server.ts';

/** What can go wrong with one request (PROVIDERS.md §3, §7). */
export const JINA_FAULTS = [
  'unauthorized',
  'no_balance',
  'rate_limited',
  'bad_request',
  'documents_too_large',
  'unprocessable',
  'server_error',
  'overloaded_html',
  'html',
  'redirect',
  'silent',
  'lost_request',
  // billed
  'lost_answer',
  'truncated',
  'cut',
  'stalled',
  'no_usage',
  'unsorted',
  'missing_result',
  'duplicate_index',
  'index_out_of_range',
  'fractional_index',
  'no_score',
  'raw_logits',
  'bare_list',
] as const;
export type JinaFault = (typeof JINA_FAULTS)[number];

export interface JinaSimulatorOptions {
  /** The key to accept; `jina_simulated` when left out. */
  readonly apiKey?: string;
  readonly latencyMs?: Duration;
  /** Relevance of a document; the share of the query's words that it has when left out. */
  readonly score?: (query: string, document: string) => number;
  readonly countTokens?: (text: string) => number;
  readonly chance?: RandomFaults<JinaFault>;
  readonly concurrencyLimit?: number;
  readonly maxDocuments?: number;
}

export interface JinaSimulator {
  /** What JINA_BASE_URL is set to. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly faults: FaultPlan<'rerank', JinaFault>;
  /** Requests, refused ones included. */
  readonly calls: Tally;
  readonly billedCalls: Tally;
  /** Tokens charged for: the query counts once for each document. */
  readonly billed: { totalTokens: number };
  /** What of them an answer that can be read has stated. */
  readonly stated: { totalTokens: number };
  /** How often each pair was scored for money, as `query \n\n document`. */
  readonly pairsScored: Tally;
  /** Every answer that was charged for, oldest first: when, for whom, and what became of it. */
  readonly purchases: readonly Purchase[];
  readonly requests: readonly Record<string, unknown>[];
  readonly concurrency: ConcurrencyGauge;
  close(): Promise<void>;
}

const rerankRequest = z.object({
  model: z.string(),
  query: z.string(),
  documents: z.array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])),
  top_n: z.number().int().positive().optional(),
  return_documents: z.boolean().default(true),
});

const MODELS = /^jina-(?:reranker-(?:v2-base-multilingual|v3|v3\.5|m0)|colbert-v2)$/;
const detail = (status: number, words: unknown): SimulatedAnswer => ({ status, body: { detail: words } });

/** A Jina on the loopback interface, with the one route that is used. v3 gives listwise scores that can be negative, as the real one. */
export async function startJinaSimulator(options: JinaSimulatorOptions = {}): Promise<JinaSimulator> {
  const apiKey = options.apiKey ?? 'jina_simulated';
  const faults = new FaultPlan<'rerank', JinaFault>(options.chance);
  const [calls, billedCalls, pairsScored] = [new Tally(), new Tally(), new Tally()];
  const billed = { totalTokens: 0 };
  const stated = { totalTokens: 0 };
  const requests: Record<string, unknown>[] = [];
  const concurrency = new ConcurrencyGauge();
  const book = new PurchaseBook();
  const countTokens = options.countTokens ?? realTokens;
  const scoreOf = options.score ?? lexicalOverlap;

  async function answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    if (request.method !== 'POST' || request.url.pathname !== '/v1/rerank') return detail(404, 'Not Found');
    calls.add('rerank');
    return await concurrency.during(() => rerank(request));
  }

  async function rerank(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const body = JSON.parse(request.body) as Record<string, unknown>;
    const beganMs = Date.now();
    requests.push(body);
    if (options.latencyMs !== undefined) await wait(lasting(options.latencyMs));
    if (request.headers.authorization !== `Bearer ${apiKey}`) return faultBeforeWork('unauthorized')!;
    if (concurrency.now > (options.concurrencyLimit ?? Number.POSITIVE_INFINITY)) {
      return faultBeforeWork('rate_limited')!;
    }
    const fault = faults.next('rerank');
    const early = fault && faultBeforeWork(fault);
    if (early) return early;
    const parsed = rerankRequest.safeParse(body);
    if (!parsed.success) return faultBeforeWork('unprocessable')!;
    const { model, query, documents, top_n, return_documents } = parsed.data;
    if (!MODELS.test(model)) {
      return detail(422, [{ loc: ['body', 'model'], msg: `Model ${model} not found`, type: 'value_error' }]);
    }
    const most = options.maxDocuments ?? 2048;
    if (documents.length > most) return tooMany(documents.length, most);

    const tokens = documents.reduce((sum, text) => sum + countTokens(text) + countTokens(query), 0);
    billedCalls.add('rerank');
    billed.totalTokens += tokens;
    if (fault !== 'no_usage' && fault !== 'bare_list' && (wireFault(fault) ?? 'whole') === 'whole')
      stated.totalTokens += tokens;
    const pairs = documents.map((document) => `${query}\n\n${document}`);
    for (const pair of pairs) pairsScored.add(pair);
    const onSent = book.enter({
      kind: 'rerank score',
      caller: request.caller,
      texts: pairs,
      tokens,
      beganMs,
      spoilt: fault !== undefined && fault !== 'no_usage' && fault !== 'unsorted',
    });
    const absolute = documents.map((document) => scoreOf(query, document));
    const mean = absolute.reduce((sum, score) => sum + score, 0) / Math.max(1, absolute.length);
    const scores = model.startsWith('jina-reranker-v3') ? absolute.map((score) => score - mean) : absolute;
    const results = scores
      .map((score, index) => ({
        index,
        relevance_score: score,
        ...(return_documents ? { document: { text: documents[index] } } : {}),
      }))
      .sort((one, other) => other.relevance_score - one.relevance_score)
      .slice(0, top_n ?? documents.length);
    const usage = fault === 'no_usage' ? {} : { usage: { total_tokens: tokens } };
    return {
      status: 200,
      body:
        fault === 'bare_list'
          ? scores.map((score, index) => ({ index, score }))
          : { model, ...usage, results: spoilt(results, fault) },
      delivery: wireFault(fault),
      onSent,
    };
  }

  const server = await startSimulatorServer(answer);
  return {
    baseUrl: `${server.url}/v1`,
    apiKey,
    faults,
    calls,
    billedCalls,
    billed,
    stated,
    pairsScored,
    purchases: book.all,
    requests,
    concurrency,
    close: server.close,
  };
}

const tooMany = (count: number, most: number) =>
  detail(400, `"documents" length ${count} is larger than the largest allowed size ${most}`);

const HTML = { headers: { 'content-type': 'text/html' }, body: '<html><h1>Service unavailable</h1></html>' };

function faultBeforeWork(fault: JinaFault): SimulatedAnswer | undefined {
  switch (fault) {
    case 'unauthorized':
      return detail(401, 'Invalid API key, you may get a new one');
    case 'no_balance':
      return detail(402, 'Account balance not enough to run this query, please recharge.');
    case 'rate_limited':
      return detail(429, 'Rate limit exceeded');
    case 'bad_request':
      return detail(400, 'The query could not be processed');
    case 'documents_too_large':
      return tooMany(2049, 2048);
    case 'unprocessable':
      return detail(422, [
        { loc: ['body', 'documents'], msg: 'field required', type: 'value_error.missing' },
      ]);
    case 'server_error':
      return detail(500, 'Internal error');
    case 'overloaded_html':
      return { status: 503, ...HTML };
    case 'html':
      return { status: 200, ...HTML };
    case 'redirect':
      return { status: 308, headers: { location: 'http://127.0.0.1:9/elsewhere' }, body: '' };
    case 'silent':
      return { status: 200, body: '', delivery: 'silent' };
    case 'lost_request':
      return { status: 200, body: '', delivery: 'lost' };
    default:
      return undefined;
  }
}

function wireFault(fault: JinaFault | undefined): NonNullable<SimulatedAnswer['delivery']> {
  if (fault === 'lost_answer') return 'lost';
  return fault === 'truncated' || fault === 'cut' || fault === 'stalled' ? fault : 'whole';
}

type Result = { index: number; relevance_score?: number };

function spoilt(results: Result[], fault: JinaFault | undefined): Result[] {
  const [first, ...rest] = results;
  if (first === undefined) return results;
  switch (fault) {
    case 'unsorted':
      return results.toReversed();
    case 'missing_result':
      return rest;
    case 'duplicate_index':
      return results.map((result) => ({ ...result, index: first.index }));
    case 'index_out_of_range':
      return [{ ...first, index: results.length }, ...rest];
    case 'fractional_index':
      return [{ ...first, index: 0.5 }, ...rest];
    case 'no_score':
      return [{ index: first.index }, ...rest];
    case 'raw_logits':
      return results.map((result) => ({
        ...result,
        relevance_score: (result.relevance_score ?? 0) * 20 - 11,
      }));
    default:
      return results;
  }
}
