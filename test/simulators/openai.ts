import { setTimeout as wait } from 'node:timers/promises';
import { embeddingsAnswer, type OpenAiModel, type OpenAiWork, type PaidAnswer } from './openai-answers.ts';
import { BatchDesk } from './openai-batches.ts';
import { chatAnswer } from './openai-chat.ts';
import { faultBeforeWork, type OpenAiFault, openAiError, spoilsAnswer, wireFault } from './openai-faults.ts';
import { type Purchase, PurchaseBook } from './purchases.ts';
import { bagOfWordsVector, realTokens } from './simulated-text.ts';
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

export type OpenAiRoute =
  | 'embeddings'
  | 'chat'
  | 'models'
  | 'upload'
  | 'batch creation'
  | 'batch list'
  | 'batch'
  | 'file';

export interface OpenAiSimulatorOptions {
  /** The key to accept; `sk-simulated` when left out. */
  readonly apiKey?: string;
  /** How long an answer takes. */
  readonly latencyMs?: { readonly embeddings?: Duration; readonly chat?: Duration };
  /** Vector of a text; a hashed bag of words when left out. */
  readonly vector?: (text: string, dimensions: number) => number[];
  /** Content of a chat answer: an object is sent as JSON, a text as it is. A rule on the profile's words when left out. */
  readonly classify?: (profileText: string, tries: number) => unknown;
  /** The same for a question about a transcript. */
  readonly extract?: (transcript: string, tries: number) => unknown;
  readonly countTokens?: (text: string) => number;
  /** Billed as completion tokens on top of the answer's own. */
  readonly reasoningTokens?: number;
  readonly chance?: RandomFaults<OpenAiFault>;
  /** Request parameters that this server refuses, such as `reasoning_effort` or `response_format.json_schema`. */
  readonly rejects?: readonly string[];
  /** Sends floats whatever is asked for, as LM Studio does. */
  readonly ignoresEncodingFormat?: boolean;
  readonly ignoresDimensions?: boolean;
  /** More requests at once than this are answered with 429. */
  readonly concurrencyLimit?: number;
  readonly models?: readonly OpenAiModel[];
  readonly clockAheadMs?: number;
  /** A compatible server that knows no files and no batches, and says so with this status. */
  readonly noBatches?: 400 | 404 | 405;
}

export interface OpenAiSimulator {
  /** What OPENAI_BASE_URL is set to. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly faults: FaultPlan<OpenAiRoute, OpenAiFault>;
  /** Requests by route, refused ones included. */
  readonly calls: Tally;
  /** Requests that were charged for, by route. */
  readonly billedCalls: Tally;
  /** Tokens charged for, answers that were lost on the wire included. */
  readonly billed: { promptTokens: number; completionTokens: number };
  /** What of it an answer that can be read has stated. */
  readonly stated: { promptTokens: number; completionTokens: number };
  /** How often each text was embedded for money. */
  readonly textsEmbedded: Tally;
  /** How often each profile text was classified for money. */
  readonly profilesClassified: Tally;
  /** How often each part of a call was read for money. */
  readonly partsExtracted: Tally;
  /** Every answer that was charged for, oldest first: when, for whom, and what became of it. */
  readonly purchases: readonly Purchase[];
  /** Bodies of all requests, oldest first. */
  readonly requests: readonly { readonly route: OpenAiRoute; readonly body: Record<string, unknown> }[];
  readonly concurrency: ConcurrencyGauge;
  /** The Batch API: what was handed in, and what becomes of it. */
  readonly batches: BatchDesk;
  close(): Promise<void>;
}

const MODELS: readonly OpenAiModel[] = [
  { id: 'text-embedding-3-small', dimensions: 1536 },
  { id: 'text-embedding-3-large', dimensions: 3072 },
  { id: 'gpt-5-mini' },
  { id: 'gpt-5-nano' },
  { id: 'gpt-5.1' },
  { id: 'gpt-4o-mini' },
];

const ROUTES: Readonly<Record<string, OpenAiRoute>> = {
  'POST /v1/embeddings': 'embeddings',
  'POST /v1/chat/completions': 'chat',
};

/** An OpenAI on the loopback interface: embeddings, chat completions, models, batches; limits, errors and faults as PROVIDERS.md §2 has them. */
export async function startOpenAiSimulator(options: OpenAiSimulatorOptions = {}): Promise<OpenAiSimulator> {
  const apiKey = options.apiKey ?? 'sk-simulated';
  const models = options.models ?? MODELS;
  const faults = new FaultPlan<OpenAiRoute, OpenAiFault>(options.chance);
  const [calls, billedCalls] = [new Tally(), new Tally()];
  const [textsEmbedded, profilesClassified, partsExtracted] = [new Tally(), new Tally(), new Tally()];
  const billed = { promptTokens: 0, completionTokens: 0 };
  const stated = { promptTokens: 0, completionTokens: 0 };
  const requests: { route: OpenAiRoute; body: Record<string, unknown> }[] = [];
  const concurrency = new ConcurrencyGauge();
  const book = new PurchaseBook();
  const work: OpenAiWork = {
    models,
    countTokens: options.countTokens ?? realTokens,
    vector: options.vector ?? bagOfWordsVector,
    classify: options.classify,
    extract: options.extract,
    reasoningTokens: options.reasoningTokens ?? 0,
    rejects: options.rejects ?? [],
    ignoresEncodingFormat: options.ignoresEncodingFormat ?? false,
    ignoresDimensions: options.ignoresDimensions ?? false,
    textsEmbedded,
    profilesClassified,
    partsExtracted,
  };

  async function answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    if (request.method === 'GET' && request.url.pathname.startsWith('/v1/models')) {
      calls.add('models');
      return modelsAnswer(request);
    }
    if (/^\/v1\/(files|batches)/.test(request.url.pathname)) return await batchAnswer(request);
    const route = ROUTES[`${request.method} ${request.url.pathname}`];
    if (route === undefined) return openAiError(404, `Invalid URL (${request.url.pathname})`);
    calls.add(route);
    return await concurrency.during(() => paidAnswer(route, request));
  }

  const batches = new BatchDesk((endpoint, body, fault) => {
    const route = endpoint === '/v1/embeddings' ? 'embeddings' : 'chat';
    requests.push({ route, body });
    const done = route === 'chat' ? chatAnswer(body, fault, work) : embeddingsAnswer(body, fault, work);
    return 'refused' in done ? done : { ...done, usage: charge(route, done) };
  });

  function charge(
    route: 'embeddings' | 'chat',
    { promptTokens, completionTokens }: Extract<PaidAnswer, { body: object }>,
  ): object {
    billedCalls.add(route);
    billed.promptTokens += promptTokens;
    billed.completionTokens += completionTokens;
    return {
      prompt_tokens: promptTokens,
      ...(route === 'chat' ? { completion_tokens: completionTokens } : {}),
      total_tokens: promptTokens + completionTokens,
    };
  }

  async function batchAnswer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, url } = request;
    const [, , collection, id = '', part = ''] = url.pathname.split('/');
    const route: OpenAiRoute =
      collection === 'files'
        ? id === ''
          ? 'upload'
          : 'file'
        : id !== ''
          ? 'batch'
          : method === 'POST'
            ? 'batch creation'
            : 'batch list';
    calls.add(route);
    if (request.headers.authorization !== `Bearer ${apiKey}`) return faultBeforeWork('unauthorized', '')!;
    if (options.noBatches !== undefined) return openAiError(options.noBatches, 'Unknown request URL');
    const fault = faults.next(route);
    const early = fault && faultBeforeWork(fault, '');
    if (early) return early;
    const answers: Partial<Record<OpenAiRoute, () => SimulatedAnswer | Promise<SimulatedAnswer>>> = {
      upload: () => batches.upload(request),
      'batch creation': () => batches.create(JSON.parse(request.body)),
      'batch list': () => batches.list(url),
      batch: () => batches.show(id),
      file: () => (method === 'DELETE' ? batches.remove(id) : batches.content(part === 'content' ? id : '')),
    };
    return { ...(await answers[route]!()), delivery: wireFault(fault) ?? 'whole' };
  }

  function modelsAnswer(request: SimulatedRequest): SimulatedAnswer {
    if (request.headers.authorization !== `Bearer ${apiKey}`) return faultBeforeWork('unauthorized', '')!;
    const fault = faults.next('models');
    const failure = fault && faultBeforeWork(fault, '');
    if (failure) return failure;
    const list = models.map(({ id }) => ({ id, object: 'model', created: 1, owned_by: 'system' }));
    const id = decodeURIComponent(request.url.pathname.slice('/v1/models/'.length));
    if (id === '') return { status: 200, body: { object: 'list', data: list } };
    const found = list.find((model) => model.id === id);
    return found === undefined ? faultBeforeWork('model_not_found', id)! : { status: 200, body: found };
  }

  async function paidAnswer(route: OpenAiRoute, request: SimulatedRequest): Promise<SimulatedAnswer> {
    const body = JSON.parse(request.body) as Record<string, unknown>;
    const beganMs = Date.now();
    requests.push({ route, body });
    const latency = route === 'chat' ? options.latencyMs?.chat : options.latencyMs?.embeddings;
    if (latency !== undefined) await wait(lasting(latency));
    if (request.headers.authorization !== `Bearer ${apiKey}`) return faultBeforeWork('unauthorized', '')!;
    if (concurrency.now > (options.concurrencyLimit ?? Number.POSITIVE_INFINITY)) {
      return faultBeforeWork('rate_limited_ms', String(body['model']))!;
    }
    const fault = faults.next(route);
    const early = fault && faultBeforeWork(fault, String(body['model']));
    if (early) return early;
    const done = route === 'chat' ? chatAnswer(body, fault, work) : embeddingsAnswer(body, fault, work);
    if ('refused' in done) return done.refused;
    const usage = charge(route === 'chat' ? 'chat' : 'embeddings', done);
    const delivery = wireFault(fault) ?? 'whole';
    if (fault !== 'no_usage' && delivery === 'whole') {
      stated.promptTokens += done.promptTokens;
      stated.completionTokens += done.completionTokens;
    }
    const onSent = book.enter({
      kind: done.kind ?? (route === 'chat' ? 'classification' : 'embedding'),
      caller: request.caller,
      texts: done.texts,
      tokens: done.promptTokens + done.completionTokens,
      beganMs,
      spoilt: spoilsAnswer(fault, route === 'chat' ? 'chat' : 'embeddings'),
    });
    return {
      status: 200,
      headers: { 'x-request-id': `req_${requests.length}` },
      body: { ...done.body, ...(fault === 'no_usage' ? {} : { usage }) },
      delivery,
      onSent,
    };
  }

  const server = await startSimulatorServer(answer, options.clockAheadMs);
  return {
    baseUrl: `${server.url}/v1`,
    apiKey,
    faults,
    calls,
    billedCalls,
    billed,
    stated,
    textsEmbedded,
    profilesClassified,
    partsExtracted,
    purchases: book.all,
    requests,
    concurrency,
    batches,
    close: server.close,
  };
}
