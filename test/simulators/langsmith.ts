import { z } from 'zod';
import {
  type SimulatedAnswer,
  type SimulatedRequest,
  startSimulatorServer,
  Tally,
} from './simulator-server.ts';

/** How the endpoint behaves until told otherwise (PROVIDERS.md §4, §7). A closed port is a simulator that was closed. */
export type LangSmithMode =
  | 'ok'
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'server_error'
  | 'unprocessable'
  | 'redirect'
  | 'lost_answer'
  | 'silent'
  | 'stalled'
  | 'no_such_path'
  // as `ok`, but:
  | 'no_multipart'
  | 'no_info'
  | 'html_info';

/** A run as it arrived. */
const runSchema = z.object({
  id: z.uuid(),
  trace_id: z.uuid(),
  dotted_order: z.string().regex(/^\d{8}T\d{12}Z[0-9a-f-]{36}$/),
  session_name: z.string(),
  name: z.string(),
  run_type: z.enum(['llm', 'chain', 'tool', 'retriever', 'embedding', 'prompt', 'parser']),
  start_time: z.number(),
  end_time: z.number(),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()).optional(),
  error: z.string().optional(),
  extra: z.strictObject({ metadata: z.record(z.string(), z.unknown()) }),
});
export type ReceivedRun = z.infer<typeof runSchema>;

export interface LangSmithSimulator {
  /** What LANGSMITH_ENDPOINT is set to. */
  readonly url: string;
  readonly apiKey: string;
  mode: LangSmithMode;
  /** Requests by route: `info`, `multipart`, `batch`, and whatever else is asked for by its path. */
  readonly calls: Tally;
  /** Runs that were taken, oldest first; one that came twice stands once. */
  readonly runs: readonly ReceivedRun[];
  /** Every byte that came in, as text: lines of headers, and bodies unpacked. */
  readonly received: string;
  readonly requests: readonly SimulatedRequest[];
  close(): Promise<void>;
}

/** A LangSmith on the loopback interface, with the routes through which runs are taken. */
export async function startLangSmithSimulator(
  options: { mode?: LangSmithMode; gzip?: boolean; batchSize?: number } = {},
): Promise<LangSmithSimulator> {
  const apiKey = 'lsv2_pt_simulated0123456789';
  const calls = new Tally();
  const runs = new Map<string, ReceivedRun>();
  const requests: SimulatedRequest[] = [];

  const answer = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const path = request.url.pathname;
    const route = ROUTES[`${request.method} ${path}`] ?? path;
    calls.add(route);
    requests.push(request);
    const known = Object.values(ROUTES).includes(route);
    const isInfo = route === 'info';
    if (!known || simulator.mode === 'no_such_path') return { status: 404, body: { detail: 'Not Found' } };
    if (request.headers['x-api-key'] !== apiKey) return MISBEHAVIOUR.unauthorized!;
    if (isInfo && simulator.mode === 'no_info') return { status: 500, body: { detail: 'oops' } };
    if (isInfo && simulator.mode === 'html_info') return { status: 200, body: '<html>Welcome</html>' };
    if (route === 'multipart' && simulator.mode === 'no_multipart') return { status: 404, body: {} };
    const misbehaviour = MISBEHAVIOUR[simulator.mode];
    if (misbehaviour !== undefined) return misbehaviour;
    if (isInfo) return { status: 200, body: serverInfo(options) };
    const taken = route === 'multipart' ? readMultipart(request) : readBatch(request);
    const before = runs.size;
    for (const run of taken) runs.set(run.id, run);
    if (simulator.mode === 'lost_answer') return { status: 202, body: {}, delivery: 'lost' };
    return before === runs.size
      ? { status: 409, body: { detail: 'already received' } }
      : { status: 202, body: {} };
  };

  const server = await startSimulatorServer(answer);
  const simulator: LangSmithSimulator = {
    url: server.url,
    apiKey,
    mode: options.mode ?? 'ok',
    calls,
    get runs() {
      return [...runs.values()];
    },
    get received() {
      return requests
        .map(({ url, headers, body }) => `${url}\n${JSON.stringify(headers)}\n${body}`)
        .join('\n');
    },
    requests,
    close: server.close,
  };
  return simulator;
}

const ROUTES: Readonly<Record<string, string>> = {
  'GET /info': 'info',
  'POST /runs/multipart': 'multipart',
  'POST /runs/batch': 'batch',
};

const MISBEHAVIOUR: Partial<Record<LangSmithMode, SimulatedAnswer>> = {
  unauthorized: { status: 401, body: { detail: 'Invalid token' } },
  forbidden: { status: 403, body: { error: 'org_scoped_key_requires_workspace' } },
  rate_limited: { status: 429, body: { detail: 'Monthly unique traces usage limit exceeded' } },
  server_error: { status: 500, body: { detail: 'Internal server error' } },
  unprocessable: { status: 422, body: { detail: 'Unprocessable' } },
  redirect: { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' },
  silent: { status: 200, body: {}, delivery: 'silent' },
  stalled: { status: 200, body: { version: '0.13.0' }, delivery: 'stalled' },
};

const serverInfo = ({ gzip = true, batchSize = 100 }: { gzip?: boolean; batchSize?: number }) => ({
  version: '0.13.0',
  batch_ingest_config: {
    use_multipart_endpoint: true,
    size_limit: batchSize,
    size_limit_bytes: 20_971_520,
    scale_up_qsize_trigger: 1000,
    scale_up_nthreads_limit: 16,
    scale_down_nempty_trigger: 4,
  },
  instance_flags: { gzip_body_enabled: gzip },
});

/** Parts are named `post.<id>` and `post.<id>.<field>`; their fields make one run. */
function readMultipart({ headers, body }: SimulatedRequest): ReceivedRun[] {
  const boundary = /boundary=(\S+)/.exec(headers['content-type'] ?? '')![1]!;
  const drafts = new Map<string, Record<string, unknown>>();
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const [head = '', content = ''] = part.split('\r\n\r\n');
    const [, id = '', field] = /name="post\.([0-9a-f-]{36})(?:\.(\w+))?"/.exec(head) ?? [];
    const value: unknown = JSON.parse(content);
    const draft = drafts.get(id) ?? {};
    drafts.set(id, field === undefined ? { ...draft, ...(value as object) } : { ...draft, [field]: value });
  }
  return [...drafts.values()].map((draft) => runSchema.parse(draft));
}

function readBatch({ body }: SimulatedRequest): ReceivedRun[] {
  const { post } = z.object({ post: z.array(runSchema), patch: z.array(z.never()) }).parse(JSON.parse(body));
  return post;
}
