import type { OpenAI } from 'openai';
import { boundedFetch, type Fetch, requireUsableKey, serviceUrl, withDeadline } from './http-answer.ts';
import { OPENAI_SETTINGS, type OpenAiCall, openAiFailure } from './openai-failure.ts';

export interface OpenAiConnection {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch?: Fetch;
  /** Milliseconds for one call, its whole body included. */
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
  readonly model: string;
  readonly modelVariable: OpenAiCall['modelVariable'];
}

export interface OpenAiClient {
  /** What failure messages name. */
  readonly call: OpenAiCall;
  /**
   * Sends one request through the official SDK, once. The result is what the server sent, unchecked: the SDK returns even the HTML
   * of a proxy as if it were the answer. Throws RetryLater, GiveUp, StopRun, or the signal's own reason when the caller aborts.
   */
  send(
    request: (sdk: OpenAI, options: { signal: AbortSignal }) => PromiseLike<unknown>,
    signal: AbortSignal,
  ): Promise<unknown>;
}

/**
 * An OpenAI client without the SDK's own retries, whose `retry-after` has no bound and which repeat exhausted quotas; retrying is the
 * pipeline's. The SDK is loaded by the first call, as it takes a tenth of a second and refuses to exist without a key.
 */
export function createOpenAiClient(connection: OpenAiConnection): OpenAiClient {
  const { apiKey, model, modelVariable, timeoutMs } = connection;
  const host = URL.canParse(connection.baseUrl) ? new URL(connection.baseUrl).host : 'the server';
  const call: OpenAiCall = { host, apiKey, model, modelVariable };
  let sdk: Promise<OpenAI> | undefined;
  return {
    call,
    async send(request, signal) {
      signal.throwIfAborted();
      sdk ??= loadSdk(connection);
      const client = await sdk;
      return await withDeadline(timeoutMs, signal, async (callSignal) => {
        try {
          return await request(client, { signal: callSignal });
        } catch (error) {
          throw openAiFailure(error, call);
        }
      });
    },
  };
}

async function loadSdk(connection: OpenAiConnection): Promise<OpenAI> {
  const { apiKey, timeoutMs, maxAnswerBytes } = connection;
  requireUsableKey(apiKey, OPENAI_SETTINGS);
  const baseURL = serviceUrl(connection.baseUrl, OPENAI_SETTINGS).href;
  const { OpenAI } = await import('openai');
  return new OpenAI({
    apiKey,
    // Would otherwise be read from the environment and sent in the place of the key.
    adminAPIKey: null,
    baseURL,
    maxRetries: 0,
    // Ours ends the call first; the SDK's covers no body.
    timeout: timeoutMs + 1000,
    fetch: boundedFetch(connection.fetch ?? globalThis.fetch, maxAnswerBytes),
    // With OPENAI_LOG set the SDK would print to stdout, which belongs to the result.
    logLevel: 'off',
  });
}
