import { z } from 'zod';
import type { PaidAnswer } from './openai-answers.ts';
import { type OpenAiFault, openAiError } from './openai-faults.ts';
import { hashOf } from './simulated-text.ts';
import type { SimulatedAnswer, SimulatedRequest } from './simulator-server.ts';

/** What becomes of one request of a job: answered (the default), answered under a fault, or one of these. */
export type LineFate = OpenAiFault | 'refused_500' | 'garbled' | 'left_out' | undefined;

export interface SimulatedBatch {
  readonly id: string;
  readonly endpoint: '/v1/embeddings' | '/v1/chat/completions';
  readonly metadata: Record<string, string>;
  readonly lines: readonly BatchLine[];
  status: string;
  errors: readonly { code: string; message: string }[];
  output: string | null;
  errorOutput: string | null;
}

const batchLine = z.object({
  custom_id: z.string().min(1),
  method: z.literal('POST'),
  url: z.string(),
  body: z.record(z.string(), z.unknown()),
});
type BatchLine = z.infer<typeof batchLine>;

const creation = z.object({
  input_file_id: z.string(),
  endpoint: z.enum(['/v1/embeddings', '/v1/chat/completions']),
  completion_window: z.literal('24h'),
  metadata: z.record(z.string(), z.string()).optional(),
});

/** Does one request and charges for it, as if it had come alone. */
export type DoLine = (
  endpoint: SimulatedBatch['endpoint'],
  body: Record<string, unknown>,
  fault: OpenAiFault | undefined,
) => PaidAnswer & { readonly usage?: object };

/**
 * The files and batches of the OpenAI simulator. A batch stays in progress until a test ends it; then its requests are done and charged for, and
 * its lines come back in another order.
 */
export class BatchDesk {
  readonly all: SimulatedBatch[] = [];
  readonly #files = new Map<string, string>();
  readonly #do: DoLine;
  #made = 0;

  constructor(doLine: DoLine) {
    this.#do = doLine;
  }

  /** Files of requests that are there and that no batch was made from. */
  get unusedFiles(): number {
    return [...this.#files.keys()].filter((id) => id.startsWith('file-in')).length - this.all.length;
  }

  /** Ends every open batch; `fate` decides on each request, `executed` on how many there was time for. */
  end(
    status: 'completed' | 'expired' | 'cancelled',
    fate: (position: number, line: BatchLine) => LineFate = () => undefined,
    executed = Number.POSITIVE_INFINITY,
  ): void {
    for (const batch of this.all.filter((one) => one.status === 'in_progress')) {
      const output: string[] = [];
      const errors: string[] = [];
      batch.lines.forEach((line, position) => {
        if (position >= executed) {
          errors.push(
            answerLine(line, null, {
              code: `batch_${status}`,
              message: 'This request could not be executed.',
            }),
          );
          return;
        }
        const become = fate(position, line);
        if (become === 'left_out') return;
        if (become === 'refused_500') {
          const { body } = openAiError(500, 'The server had an error', { type: 'server_error' });
          errors.push(answerLine(line, { status_code: 500, body }, null));
          return;
        }
        const done = this.#do(batch.endpoint, line.body, become === 'garbled' ? undefined : become);
        if ('refused' in done) {
          errors.push(answerLine(line, { status_code: done.refused.status, body: done.refused.body }, null));
          return;
        }
        const whole = answerLine(line, { status_code: 200, body: { ...done.body, usage: done.usage } }, null);
        output.push(become === 'garbled' ? whole.slice(0, whole.length / 2) : whole);
      });
      batch.status = status;
      batch.output = this.#keep('out', shuffled(output));
      batch.errorOutput = this.#keep('err', shuffled(errors));
    }
  }

  /** Every open batch fails as a whole, before any of its requests is done. */
  fail(code: string, message: string): void {
    for (const batch of this.all.filter((one) => one.status === 'in_progress')) {
      batch.status = 'failed';
      batch.errors = [{ code, message }];
    }
  }

  async upload(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const form = await new Response(request.body, {
      headers: { 'content-type': String(request.headers['content-type']) },
    }).formData();
    const file = form.get('file');
    if (form.get('purpose') !== 'batch' || file === null || typeof file === 'string')
      return openAiError(400, "'file' is a required property");
    const id = this.#keep('in', (await file.text()).split('\n').slice(0, -1))!;
    return { status: 200, body: { id, object: 'file', purpose: 'batch', status: 'processed' } };
  }

  create(sent: unknown): SimulatedAnswer {
    const parsed = creation.safeParse(sent);
    if (!parsed.success) return openAiError(400, 'Invalid batch request.');
    const file = this.#files.get(parsed.data.input_file_id);
    if (file === undefined) return openAiError(400, 'No such input file.');
    const lines = file.split('\n').map((line) => batchLine.parse(JSON.parse(line)));
    const ids = new Set(lines.map((line) => line.custom_id));
    const models = new Set(lines.map((line) => line.body['model']));
    if (lines.some((line) => line.url !== parsed.data.endpoint) || ids.size < lines.length || models.size > 1)
      throw new Error('a batch file of several endpoints or models, or with repeated ids');
    this.#made += 1;
    const batch: SimulatedBatch = {
      id: `batch_${this.#made}`,
      endpoint: parsed.data.endpoint,
      metadata: parsed.data.metadata ?? {},
      lines,
      status: 'in_progress',
      errors: [],
      output: null,
      errorOutput: null,
    };
    this.all.push(batch);
    return { status: 200, body: shownBatch(batch) };
  }

  list(url: URL): SimulatedAnswer {
    const newestFirst = [...this.all].reverse();
    const after = newestFirst.findIndex((batch) => batch.id === url.searchParams.get('after'));
    const limit = Number(url.searchParams.get('limit') ?? 20);
    const page = newestFirst.slice(after + 1, after + 1 + limit);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        object: 'list',
        data: page.map(shownBatch),
        first_id: page[0]?.id ?? null,
        last_id: last?.id ?? null,
        has_more: last !== undefined && last !== newestFirst.at(-1),
      },
    };
  }

  show(id: string): SimulatedAnswer {
    const batch = this.all.find((one) => one.id === id);
    return batch === undefined
      ? openAiError(404, `No batch found with id '${id}'.`)
      : { status: 200, body: shownBatch(batch) };
  }

  content(id: string): SimulatedAnswer {
    const text = this.#files.get(id);
    return text === undefined
      ? openAiError(404, `No such File object: ${id}`)
      : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: text };
  }

  remove(id: string): SimulatedAnswer {
    const deleted = this.#files.delete(id);
    return { status: deleted ? 200 : 404, body: { id, object: 'file', deleted } };
  }

  /** OpenAI makes no file of nothing. */
  #keep(kind: 'in' | 'out' | 'err', lines: readonly string[]): string | null {
    if (lines.length === 0) return null;
    const id = `file-${kind}-${this.#files.size + 1}`;
    this.#files.set(id, lines.join('\n'));
    return id;
  }
}

function shownBatch(batch: SimulatedBatch): object {
  return {
    id: batch.id,
    object: 'batch',
    endpoint: batch.endpoint,
    errors: batch.errors.length === 0 ? null : { object: 'list', data: batch.errors },
    completion_window: '24h',
    status: batch.status,
    output_file_id: batch.output,
    error_file_id: batch.errorOutput,
    created_at: Math.floor(Date.now() / 1000),
    metadata: batch.metadata,
    request_counts: { total: batch.lines.length, completed: 0, failed: 0 },
  };
}

function answerLine(
  { custom_id }: BatchLine,
  response: { readonly status_code: number; readonly body: unknown } | null,
  error: { readonly code: string; readonly message: string } | null,
): string {
  return JSON.stringify({ id: `batch_req_${custom_id.slice(0, 8)}`, custom_id, response, error });
}

function shuffled(lines: readonly string[]): string[] {
  return [...lines].sort((one, other) => hashOf(one) - hashOf(other));
}
