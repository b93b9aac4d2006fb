import type { ApifyFault } from '../simulators/apify.ts';
import type { RunFault } from '../simulators/apify-runs.ts';
import type { JinaFault } from '../simulators/jina.ts';
import type { OpenAiFault } from '../simulators/openai-faults.ts';
import { type ChaosClient, type ChaosPerson, createClients } from './population.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Everything about a round that is drawn before it begins. */
export interface RoundPlan {
  readonly clients: readonly ChaosClient[];
  readonly people: readonly ChaosPerson[];
  /** How many of the clients are there from the beginning. */
  readonly prepared: number;
  readonly processes: number;
  /** Whether the first processes start in the same moment, each for another client, as from cron. */
  readonly startTogether: boolean;
  readonly settings: Readonly<Record<string, string>>;
  /** How likely a request, and how likely a run, meets a fault. */
  readonly faultRate: number;
  readonly runFaultRate: number;
  readonly costsRise: boolean;
  /** How likely a process gets a signal before it is done. */
  readonly killRate: number;
}

// Left out everywhere: faults after which a person or an answer is rightly bought again or given up (a run that succeeds without
// delivering), those that stop a command for the account's sake, those that only time out after a minute, and `no_usage`, after which
// nobody can know what was billed.
export const APIFY_FAULTS: readonly ApifyFault[] = [
  { kind: 'error', status: 429, type: 'rate-limit-exceeded', message: 'You have exceeded the rate limit' },
  { kind: 'error', status: 500 },
  { kind: 'html', status: 502 },
  { kind: 'slow', ms: 400 },
  { kind: 'slow', ms: 1500 },
  { kind: 'refused' },
  { kind: 'lost' },
  { kind: 'lost' },
  { kind: 'truncated' },
];
export const RUN_FAULTS: readonly RunFault[] = [
  { status: 'FAILED', itemsPushed: 0 },
  { status: 'FAILED', itemsPushed: 2 },
  { status: 'FAILED' },
  { status: 'TIMED-OUT', itemsPushed: 1, runMs: 2500 },
  { status: 'ABORTED', itemsPushed: 3 },
  { items: 'shuffled' },
  { items: 'duplicated' },
  { items: 'without_echo' },
  { runMs: 4000 },
];
export const OPENAI_ROUND_FAULTS: readonly OpenAiFault[] = [
  'rate_limited_ms',
  'rate_limited_seconds',
  'rate_limited_message',
  'tokens_too_large',
  'bad_request',
  'timeout_408',
  'server_error',
  'bad_gateway_html',
  'overloaded',
  'html',
  'lost_request',
  'lost_answer',
  'truncated',
  'cut',
  'shuffled',
  'zero_vectors',
  'missing_vector',
  'duplicate_index',
  'unequal_lengths',
  'not_finite',
  'refusal',
  'content_filter',
  'cut_off_empty',
  'cut_off_half',
  'invalid_enum',
  'fenced',
];
export const JINA_ROUND_FAULTS: readonly JinaFault[] = [
  'rate_limited',
  'documents_too_large',
  'server_error',
  'overloaded_html',
  'html',
  'lost_request',
  'lost_answer',
  'truncated',
  'cut',
  'unsorted',
  'missing_result',
  'duplicate_index',
  'no_score',
];

export function drawPlan(random: SeededRandom, mostPeople: number): RoundPlan {
  const sizes = Array.from({ length: random.whole(2, 3) }, () => random.whole(100, mostPeople));
  return {
    ...createClients(random.fork(), sizes),
    prepared: random.whole(1, sizes.length),
    processes: random.whole(3, 5),
    startTogether: random.chance(0.6),
    settings: {
      ICP_LEASE_SECONDS: String(random.whole(5, 6)),
      ICP_SCRAPE_CONCURRENCY: String(random.whole(2, 10)),
      ICP_SCRAPE_BATCH: String(random.whole(3, 7)),
      ICP_LLM_CONCURRENCY: String(random.whole(4, 16)),
    },
    faultRate: random.between(0.02, 0.12),
    runFaultRate: random.between(0.05, 0.25),
    costsRise: random.chance(0.5),
    killRate: random.between(0.6, 0.95),
  };
}

/** What one process is to do. Whatever it exports goes to `output`. */
export function drawCommand(
  random: SeededRandom,
  clients: readonly ChaosClient[],
  output: string,
): readonly string[] {
  const client = random.pick(clients);
  const scope = random.chance(0.5) ? ['--client', client.slug] : [];
  const limit = random.chance(0.2) ? ['--limit', String(random.whole(5, 80))] : [];
  return random.weighted<readonly string[]>([
    [35, ['enrich', ...scope, ...limit]],
    [20, ['qualify', ...scope, ...limit]],
    [35, runCommand(client, output)],
    [5, ['export', '--client', client.slug, '-o', output]],
    [5, ['retry', ...scope]],
  ]);
}

export function runCommand(client: ChaosClient, output: string): readonly string[] {
  const files = client.files.map(({ name }) => name);
  return ['run', ...files, '--client', client.slug, '--icp', client.icpFile.name, '-o', output];
}

export function drawSignal(random: SeededRandom): NodeJS.Signals {
  return random.weighted<NodeJS.Signals>([
    [7, 'SIGKILL'],
    [1.5, 'SIGINT'],
    [1.5, 'SIGTERM'],
  ]);
}
