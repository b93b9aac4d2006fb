import { afterEach, describe, expect, it } from 'vitest';
import type { BatchedAnswer, BatchJobs, BatchKind } from '../../src/ports/batch-jobs.ts';
import { createOpenAiBatches } from '../../src/providers/openai-batches.ts';
import {
  type OpenAiSimulator,
  type OpenAiSimulatorOptions,
  startOpenAiSimulator,
} from '../simulators/openai.ts';
import type { LineFate } from '../simulators/openai-batches.ts';
import type { OpenAiFault } from '../simulators/openai-faults.ts';

const SIGNAL = new AbortController().signal;
const LONG_AGO = new Date(0);
const TEXTS = ['CFO at a payments startup', 'Nurse at a hospital', 'Steel buyer', 'Marketing agency owner'];

let simulator: OpenAiSimulator;
let jobs: BatchJobs;

async function begin(options: OpenAiSimulatorOptions = {}, timeoutMs?: number): Promise<void> {
  simulator = await startOpenAiSimulator(options);
  jobs = createOpenAiBatches({
    apiKey: simulator.apiKey,
    baseUrl: simulator.baseUrl,
    embeddingModel: 'text-embedding-3-small',
    classifierModel: 'gpt-5-mini',
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}
afterEach(() => simulator.close());

async function upload(kind: BatchKind): Promise<string> {
  return jobs.upload(
    TEXTS.map((text, position) => jobs.request(kind, `id-${position}`, text)),
    SIGNAL,
  );
}
const create = async (kind: BatchKind, reference = 'reference') =>
  jobs.create(kind, await upload(kind), reference, SIGNAL);

/** What a job of the four texts brought, in order of their ids. */
async function answersOf(
  kind: BatchKind,
  fate: (position: number) => LineFate = () => undefined,
  executed?: number,
): Promise<BatchedAnswer[]> {
  const id = await create(kind);
  simulator.batches.end(executed === undefined ? 'completed' : 'expired', fate, executed);
  const job = await jobs.look(id, SIGNAL);
  if (job.kind !== 'ended') throw new Error('the job has not ended');
  const answers: BatchedAnswer[] = [];
  for (const file of job.files) answers.push(...(await jobs.read(kind, file, SIGNAL)));
  return answers.sort((one, other) => one.id.localeCompare(other.id));
}

describe('OpenAI batches', () => {
  it('bring embeddings as single calls would, in any order', async () => {
    await begin();
    const answers = await answersOf('embedding');
    expect(answers.map((answer) => answer.id)).toEqual(['id-0', 'id-1', 'id-2', 'id-3']);
    for (const { outcome, usage } of answers) {
      expect(outcome).toMatchObject({ kind: 'vector' });
      expect(usage).toEqual({ promptTokens: expect.any(Number), completionTokens: 0 });
    }
    const { requests } = simulator;
    expect(requests.map(({ body }) => body['input'])).toEqual(TEXTS.map((text) => [text]));
    expect(requests[0]!.body).toMatchObject({ encoding_format: 'float', model: 'text-embedding-3-small' });
  });

  it('bring classifications as single calls would', async () => {
    await begin();
    const answers = await answersOf('classification');
    expect(answers.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'classification', classification: { industry: 'Fintech', companyType: 'startup' } },
      { classification: { industry: 'Healthcare' } },
      { classification: { industry: 'Manufacturing' } },
      { classification: { industry: 'MarTech', companyType: 'agency' } },
    ]);
    expect(simulator.billed.promptTokens).toBe(
      answers.reduce((sum, { usage }) => sum + usage.promptTokens!, 0),
    );
    expect(simulator.requests[0]!.body).toMatchObject({
      reasoning_effort: 'minimal',
      response_format: { type: 'json_schema' },
    });
  });

  it.each<[BatchKind, LineFate, string, boolean]>([
    ['embedding', 'zero_vectors', 'bad_vectors', true],
    ['embedding', 'missing_vector', 'bad_vectors', true],
    ['embedding', 'not_finite', 'bad_vectors', true],
    ['embedding', 'refused_500', 'server_error', false],
    ['classification', 'invalid_enum', 'invalid_answer', true],
    ['classification', 'cut_off_half', 'cut_off', true],
    ['classification', 'refusal', 'refused', true],
    ['classification', 'content_filter', 'refused', true],
    ['classification', 'refused_500', 'server_error', false],
  ])('%s, one line %s: that one failed as %s, the others are whole', async (kind, fate, code, billed) => {
    await begin();
    const answers = await answersOf(kind, (position) => (position === 1 ? fate : undefined));
    expect(answers.map(({ outcome }) => outcome.kind === 'failed')).toEqual([false, true, false, false]);
    expect(answers[1]!.outcome).toMatchObject({ kind: 'failed', code });
    expect((answers[1]!.usage.promptTokens ?? 0) > 0).toBe(billed);
  });

  it('that expired keep what was done, and name what was not', async () => {
    await begin();
    const answers = await answersOf('embedding', undefined, 2);
    expect(answers.map(({ outcome }) => (outcome.kind === 'failed' ? outcome.code : outcome.kind))).toEqual([
      'vector',
      'vector',
      'batch_expired',
      'batch_expired',
    ]);
    expect(answers[3]!.usage).toEqual({ promptTokens: 0, completionTokens: 0 });
  });

  it('leave out lines that cannot be read', async () => {
    await begin();
    const answers = await answersOf('classification', (position) => (position === 2 ? 'garbled' : undefined));
    expect(answers.map((answer) => answer.id)).toEqual(['id-0', 'id-1', 'id-3']);
  });

  it('are told apart while they run, when they are unknown, and when they failed as a whole', async () => {
    await begin();
    const id = await create('embedding');
    expect(await jobs.look(id, SIGNAL)).toEqual({ kind: 'running' });
    expect(await jobs.look('batch_of_somebody_else', SIGNAL)).toEqual({ kind: 'unknown' });
    simulator.batches.fail('token_limit_exceeded', 'Enqueued token limit reached.');
    expect(await jobs.look(id, SIGNAL)).toMatchObject({
      status: 'failed',
      message: 'Enqueued token limit reached.',
      files: [],
    });
    await expect(jobs.read('embedding', 'file-gone', SIGNAL)).rejects.toMatchObject({
      code: 'file_not_found',
    });
  });

  it('are found by their reference, beyond the first page of the list', async () => {
    await begin();
    const first = await create('embedding', 'the first');
    for (let other = 0; other < 120; other += 1) await create('embedding', `other ${other}`);
    expect(await jobs.find('the first', LONG_AGO, SIGNAL)).toBe(first);
    expect(await jobs.find('never', LONG_AGO, SIGNAL)).toBeNull();
  });
});

describe('the creation of a batch', () => {
  it.each<OpenAiFault>([
    'lost_answer',
    'cut',
    'truncated',
    'html',
    'server_error',
    'bad_gateway_html',
    'silent',
    'timeout_408',
  ])('is unconfirmed after %s', async (fault) => {
    const silent = fault === 'silent';
    await begin({}, silent ? 300 : undefined);
    const file = silent ? 'file-never-read' : await upload('embedding');
    simulator.faults.queue('batch creation', fault);
    await expect(jobs.create('embedding', file, 'reference', SIGNAL)).rejects.toMatchObject({
      code: 'creation_unconfirmed',
    });
  });

  it.each<[OpenAiFault, string]>([
    ['rate_limited_ms', 'rate_limited'],
    ['insufficient_quota', 'quota_exhausted'],
    ['unauthorized', 'invalid_api_key'],
    ['forbidden', 'access_denied'],
  ])('surely did not happen after %s', async (fault, code) => {
    await begin();
    const file = await upload('embedding');
    simulator.faults.queue('batch creation', fault);
    await expect(jobs.create('embedding', file, 'reference', SIGNAL)).rejects.toMatchObject({ code });
    expect(simulator.batches.all).toEqual([]);
  });

  it('is unconfirmed when it is let go in the middle', async () => {
    await begin();
    const file = await upload('embedding');
    simulator.faults.queue('batch creation', 'silent');
    const letGo = new AbortController();
    const creation = jobs.create('embedding', file, 'reference', letGo.signal);
    while (simulator.calls.of('batch creation') === 0) await new Promise((wake) => setImmediate(wake));
    letGo.abort(new Error('stop'));
    await expect(creation).rejects.toMatchObject({ code: 'creation_unconfirmed' });
  });
});

describe('a server without a batch API', () => {
  it.each([400, 404, 405] as const)('that answers %i stops the run, with the way out', async (noBatches) => {
    await begin({ noBatches });
    await expect(upload('embedding')).rejects.toMatchObject({
      reason: 'configuration',
      code: 'no_batch_api',
    });
    await expect(jobs.create('embedding', 'file', 'reference', SIGNAL)).rejects.toMatchObject({
      code: 'no_batch_api',
      hint: expect.stringContaining('--batch-api'),
    });
  });
});
