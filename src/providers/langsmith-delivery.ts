import type { Client } from 'langsmith';
import { z } from 'zod';
import { RetryLater } from '../domain/errors.ts';
import { boundedFetch, connectionFailure, type Fetch, retryAfterMs, withDeadline } from './http-answer.ts';
import type { TracedRun } from './langsmith-run.ts';

export interface LangSmithConnection {
  readonly apiKey: string;
  readonly endpoint: string;
  readonly workspaceId: string | undefined;
  readonly fetch?: Fetch;
  /** Milliseconds for one request, its answer included. */
  readonly timeoutMs?: number;
}

export interface DeliveryFailure {
  /** `later`: the same may work after a while; `batch`: not these runs; `all`: no run will ever be taken. */
  readonly scope: 'later' | 'batch' | 'all';
  /** What happened, without anything that was sent. */
  readonly words: string;
  /** How long the service asked us to wait. */
  readonly retryAfterMs?: number | undefined;
}

const REQUEST_MS = 10_000;
const MAX_ANSWER_BYTES = 1_000_000;

/** What the SDK goes by of `GET /info`; whatever else stands there is its default. */
const serverInfo = z.object({
  batch_ingest_config: z
    .object({
      use_multipart_endpoint: z.boolean().optional().catch(undefined),
      size_limit: z.number().int().positive().optional().catch(undefined),
      size_limit_bytes: z.number().int().positive().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  instance_flags: z
    .object({ gzip_body_enabled: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/**
 * Brings runs to LangSmith through its SDK, one batch at a time. The SDK on its own would ask a dead endpoint for over a minute and print
 * what it thinks of it (measured, 0.10.5: 83 s and a line for each batch), so it is given a fetch that never fails: each request is made
 * once, within a time limit; what came of it is kept here, and the SDK is told that all is well.
 */
export class LangSmithDelivery {
  readonly #connection: LangSmithConnection;
  readonly #host: string;
  readonly #fetch: Fetch;
  readonly #letGo: AbortSignal;
  #client: Promise<Client> | null = null;
  #failure: DeliveryFailure | null = null;

  /** Requests under way are let go when `letGo` is aborted. */
  constructor(connection: LangSmithConnection, letGo: AbortSignal) {
    this.#connection = connection;
    this.#host = new URL(connection.endpoint).host;
    this.#fetch = boundedFetch(connection.fetch ?? globalThis.fetch, MAX_ANSWER_BYTES);
    this.#letGo = letGo;
  }

  /** Sends the runs; null when they have arrived. One call at a time; never rejects. */
  async send(runs: readonly TracedRun[]): Promise<DeliveryFailure | null> {
    this.#failure = null;
    try {
      this.#client ??= this.#load();
      const client = await this.#client;
      const { apiKey, endpoint: apiUrl, workspaceId = '' } = this.#connection;
      for (const run of runs) await client.createRun({ ...run }, { apiKey, apiUrl, workspaceId });
      await client.flush();
    } catch (error) {
      const words = `the SDK of LangSmith failed (${error instanceof Error ? error.name : typeof error})`;
      this.#failure ??= { scope: 'all', words };
    }
    // The SDK keeps what it was told about the server, also when that was made up; the next one asks again.
    if (this.#failure !== null) this.#client = null;
    return this.#failure;
  }

  /** Loaded by the first batch, as that takes some 60 ms. Everything is set here: the SDK would fill gaps from LANGCHAIN_* and ~/.langsmith. */
  async #load(): Promise<Client> {
    const { apiKey, endpoint, workspaceId } = this.#connection;
    const { Client } = await import('langsmith');
    return new Client({
      apiKey,
      apiUrl: endpoint,
      workspaceId: workspaceId ?? '',
      fetchImplementation: (input, init) => this.#request(input, init),
      // Sent when told to, with no timers and no worker threads of its own.
      manualFlushMode: true,
      callerOptions: { maxRetries: 0 },
      tracingMode: 'langsmith',
      tracingSamplingRate: 1,
      // What is hidden never gets here.
      hideInputs: false,
      hideOutputs: false,
      hideMetadata: false,
      // Would send every LANGSMITH_* and LANGCHAIN_* variable along.
      omitTracedRuntimeInfo: true,
      disablePromptCache: true,
      debug: false,
    });
  }

  async #request(input: string | URL | Request, init: RequestInit | undefined): Promise<Response> {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    const isInfo = path.endsWith('/info');
    const nothing = () => Response.json({}, { status: isInfo ? 200 : 202 });
    if (this.#failure !== null) return nothing();
    try {
      const response = await withDeadline(
        this.#connection.timeoutMs ?? REQUEST_MS,
        this.#letGo,
        async (signal) => this.#fetch(input, { ...init, ...(await wholeBody(init)), signal }),
      );
      if (isInfo && (response.ok || response.status === 404)) return Response.json(await readInfo(response));
      // Taken already, by an attempt whose answer was lost.
      if (response.ok || response.status === 409) return nothing();
      // Servers without this route take the plain one; the SDK sees to that.
      if (response.status === 404 && path.endsWith('/multipart')) return new Response(null, { status: 404 });
      this.#failure ??= refusal(response, this.#host);
    } catch (error) {
      this.#failure ??= { scope: 'later', words: this.#wordsFor(error) };
    }
    return nothing();
  }

  #wordsFor(error: unknown): string {
    if (this.#letGo.aborted) return `${this.#host} did not answer in time`;
    if (error instanceof RetryLater) return `${this.#host}: ${error.message}`;
    return connectionFailure(error, this.#host).message;
  }
}

/** In one piece, so that its length is told: proxies refuse bodies of unknown length. */
async function wholeBody(init: RequestInit | undefined): Promise<{ body?: ArrayBuffer }> {
  if (init?.body === undefined || init.body === null) return {};
  return { body: await new Response(init.body).arrayBuffer() };
}

async function readInfo(response: Response): Promise<z.infer<typeof serverInfo>> {
  const json: unknown = await response.json().catch(() => null);
  const parsed = serverInfo.safeParse(json);
  return parsed.success ? parsed.data : {};
}

function refusal({ status, headers }: Response, host: string): DeliveryFailure {
  if (status === 401 || status === 403) {
    const check = 'check LANGSMITH_API_KEY, LANGSMITH_ENDPOINT and LANGSMITH_WORKSPACE_ID';
    return { scope: 'all', words: `${host} refuses the key (${status}); ${check}` };
  }
  if (status === 404 || (status >= 300 && status < 400)) {
    return { scope: 'all', words: `${host} takes no traces there (${status}); check LANGSMITH_ENDPOINT` };
  }
  const words = `${host} answered ${status}`;
  const passes = status >= 500 || [408, 425, 429].includes(status);
  return passes ? { scope: 'later', words, retryAfterMs: retryAfterMs(headers) } : { scope: 'batch', words };
}
