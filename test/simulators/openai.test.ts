import { OpenAI } from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenAiSimulator, type OpenAiSimulatorOptions, startOpenAiSimulator } from './openai.ts';
import { FaultPlan } from './simulator-server.ts';

/** The traps of PROVIDERS.md §2 are there: the official SDK, used without care, falls into them. */
describe('the simulated OpenAI', () => {
  let simulator: OpenAiSimulator;
  const start = async (options: OpenAiSimulatorOptions = {}) => {
    simulator = await startOpenAiSimulator(options);
    const { apiKey, baseUrl } = simulator;
    return new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, adminAPIKey: null });
  };
  afterEach(() => simulator.close());
  const question = { model: 'gpt-5-mini', messages: [{ role: 'user' as const, content: 'x' }] };
  const embedding = { model: 'text-embedding-3-small', input: 'CFO' };

  it('encodes vectors as it is asked to', async () => {
    const sdk = await start();
    const decoded = (await sdk.embeddings.create(embedding)).data[0]!.embedding;
    const floats = (await sdk.embeddings.create({ ...embedding, encoding_format: 'float' })).data[0]!
      .embedding;
    expect(simulator.requests[0]!.body['encoding_format']).toBe('base64');
    expect(floats).toHaveLength(1536);
    expect(decoded).toEqual(floats.map(Math.fround));
  });

  it('can ignore the encoding, at which the SDK returns zeros of a quarter of the length', async () => {
    const sdk = await start({ ignoresEncodingFormat: true });
    const { embedding: vector } = (await sdk.embeddings.create(embedding)).data[0]!;
    expect(vector).toHaveLength(384);
    expect(vector.every((value) => value === 0)).toBe(true);
  });

  it('refuses a temperature on gpt-5', async () => {
    const sdk = await start();
    const call = sdk.chat.completions.create({ ...question, temperature: 0 });
    await expect(call).rejects.toMatchObject({
      status: 400,
      code: 'unsupported_value',
      param: 'temperature',
    });
  });

  it('refuses any other key', async () => {
    const sdk = (await start()).withOptions({ apiKey: 'sk-another' });
    await expect(sdk.embeddings.create(embedding)).rejects.toMatchObject({ status: 401 });
    await expect(sdk.models.retrieve('gpt-5-mini')).rejects.toMatchObject({ status: 401 });
    expect(simulator.billed.promptTokens).toBe(0);
  });

  it('refuses an empty text', async () => {
    const sdk = await start();
    await expect(sdk.embeddings.create({ ...embedding, input: [''] })).rejects.toMatchObject({ status: 400 });
  });

  it('knows its models', async () => {
    const sdk = await start();
    expect((await sdk.models.list()).data.map(({ id }) => id)).toContain('gpt-5-mini');
    expect((await sdk.models.retrieve('text-embedding-3-small')).id).toBe('text-embedding-3-small');
    await expect(sdk.models.retrieve('gpt-99')).rejects.toMatchObject({ code: 'model_not_found' });
  });

  it('refuses more requests at once than it is told to take', async () => {
    const sdk = await start({ concurrencyLimit: 2, latencyMs: { chat: 50 } });
    const calls = await Promise.allSettled(
      Array.from({ length: 5 }, () => sdk.chat.completions.create(question)),
    );
    expect(calls.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    expect(simulator.concurrency.highest).toBe(5);
  });

  it('counts what was bought twice', async () => {
    const sdk = await start();
    await sdk.embeddings.create({ ...embedding, input: ['CFO', 'CTO'] });
    await sdk.embeddings.create(embedding);
    expect(simulator.textsEmbedded.repeated).toEqual(['CFO']);
  });
});

describe('a plan of faults', () => {
  const chance = { seed: 7, rate: 0.5, faults: ['a', 'b'] };
  const draws = () => {
    const plan = new FaultPlan<'route', string>(chance);
    return Array.from({ length: 200 }, () => plan.next('route'));
  };

  it('draws the same faults again from the same seed, about as often as it is told', () => {
    expect(draws()).toEqual(draws());
    const met = draws().filter((fault) => fault !== undefined).length;
    expect(met).toBeGreaterThan(70);
    expect(met).toBeLessThan(130);
  });

  it('serves queued faults first, in order, to their own route', () => {
    const plan = new FaultPlan<'one' | 'other', string>();
    plan.queue('one', 'first', 'second');
    expect([plan.next('other'), plan.next('one'), plan.next('one'), plan.next('one')]).toEqual([
      undefined,
      'first',
      'second',
      undefined,
    ]);
  });
});
