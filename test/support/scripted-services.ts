import { RetryLater } from '../../src/domain/errors.ts';
import { identityKeys } from '../../src/domain/linkedin-id.ts';
import { Budget } from '../../src/pipeline/budget.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { PaidCalls } from '../../src/pipeline/paid-call.ts';
import type { CallObserver } from '../../src/ports/call-observer.ts';
import type { Embedder } from '../../src/ports/embedder.ts';
import type {
  CollectedRun,
  ProfileScraper,
  ScrapeOutcome,
  ScrapePrice,
  ScrapeTarget,
} from '../../src/ports/profile-scraper.ts';
import type { CallContext } from '../../src/ports/usage-ledger.ts';
import { HeldClock } from './held-clock.ts';
import { MemoryUsageLedger } from './in-memory-stores.ts';
import { profile } from './leads.ts';

/** Everything above the ports that one command has, with its clock held. */
export function paidCalls(maxCostUsd: number | null = null, observers: readonly CallObserver[] = []) {
  const clock = new HeldClock();
  const halt = new Halt();
  const budget = new Budget(maxCostUsd);
  const usage = new MemoryUsageLedger();
  return {
    clock,
    halt,
    budget,
    usage,
    calls: new PaidCalls({ halt, budget, clock, ledger: usage, observers }),
  };
}

/** A cent a run and four tenths of a cent a profile. */
export const RUN_PRICE: ScrapePrice = {
  list: { startUsd: 0.01, profileUsd: 0.004 },
  mostUsd: (profiles) => 0.01 + 0.004 * profiles,
};

export const onBehalfOf = (leadId: number): CallContext => ({ clientId: 1, batchId: 1, leadId });

export function target(name: string): ScrapeTarget {
  return {
    memberUrn: null,
    publicIdentifier: name,
    url: `https://www.linkedin.com/in/${name}`,
    name: null,
    headline: null,
  };
}

/** Answers to the next calls, in order; then whatever is usual. An error is thrown. */
export type Script<T> = (T | Error)[];

async function next<T>(script: Script<T>, usual: () => T): Promise<T> {
  const answer = script.length > 0 ? script.shift()! : usual();
  if (answer instanceof Error) throw answer;
  return answer;
}

/** An embedder whose vectors tell the length of the text; refuses what `refuses` names. */
export class ScriptedEmbedder implements Embedder {
  readonly provider = 'scripted';
  readonly model: string;
  readonly limits;
  readonly calls: (readonly string[])[] = [];
  readonly script: Script<'usual'> = [];
  refuses: (texts: readonly string[]) => Error | null = () => null;

  constructor(limits: Partial<Embedder['limits']> = {}, model = 'text-embedding-3-small') {
    this.model = model;
    this.limits = {
      inputsPerCall: 100,
      tokensPerInput: 8191,
      tokensPerCall: 300_000,
      parallelCalls: 4,
      ...limits,
    };
  }

  fit(text: string) {
    return { text: text.slice(0, this.limits.tokensPerInput), cut: text.length > this.limits.tokensPerInput };
  }

  async embed(texts: readonly string[]) {
    this.calls.push(texts);
    await next(this.script, () => 'usual' as const);
    const refusal = this.refuses(texts);
    if (refusal !== null) throw refusal;
    return {
      vectors: texts.map((text) => [1, text.length]),
      usage: { promptTokens: texts.join('').length, completionTokens: 0 },
    };
  }
}

/** A scraper with a list of runs as the service would have it. Everybody has a profile unless `outcomeOf` says otherwise. */
export class ScriptedScraper implements ProfileScraper {
  readonly provider = 'scripted';
  readonly model = 'actor';
  readonly origin: 'network' | 'local' = 'network';
  readonly limits;
  /** The service's list: what was really started. */
  readonly runs = new Map<string, readonly ScrapeTarget[]>();
  /** Every act in order. */
  readonly log: string[] = [];
  readonly starts: Script<'usual' | 'lost'> = [];
  readonly collects: Script<'usual'> = [];
  /** How many searches come up empty before the service's list shows a run. */
  listLag = 0;
  outcomeOf: (asked: ScrapeTarget) => ScrapeOutcome = (asked) => ({
    kind: 'profile',
    profile: profile({
      publicIdentifier: asked.publicIdentifier,
      memberUrn: asked.memberUrn,
      fullName: asked.publicIdentifier,
    }),
  });
  ended: Pick<CollectedRun, 'succeeded' | 'status'> = { succeeded: true, status: 'SUCCEEDED' };
  costUsd: number | null = 0.01;
  /** Resolves when runs may end; by default at once. */
  gate: Promise<void> = Promise.resolve();
  running = 0;
  mostRunning = 0;

  constructor(limits: Partial<ProfileScraper['limits']> = {}) {
    this.limits = { targetsPerRun: 5, parallelRuns: 20, ...limits };
  }

  async start(targets: readonly ScrapeTarget[]) {
    this.log.push(`start ${names(targets)}`);
    const answer = await next(this.starts, () => 'usual' as const);
    const runId = `run-${this.runs.size + 1}`;
    this.runs.set(runId, targets);
    if (answer === 'lost') throw new RetryLater('start_unconfirmed', 'the answer to the start was lost');
    return { runId };
  }

  async find(targets: readonly ScrapeTarget[], _since: Date, known: ReadonlySet<string>) {
    this.log.push(`find ${names(targets)}`);
    if (this.listLag > 0) {
      this.listLag -= 1;
      return undefined;
    }
    const wanted = names(targets);
    const found = [...this.runs].find(([runId, own]) => !known.has(runId) && names(own) === wanted);
    return found === undefined ? undefined : { runId: found[0] };
  }

  async collect(runId: string, targets: readonly ScrapeTarget[]): Promise<CollectedRun> {
    this.log.push(`collect ${runId}`);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      await this.gate;
      await next(this.collects, () => 'usual' as const);
      return { ...this.ended, outcomes: targets.map(this.outcomeOf), costUsd: this.costUsd };
    } finally {
      this.running -= 1;
    }
  }

  async cost() {
    return this.costUsd;
  }
}

function names(targets: readonly ScrapeTarget[]): string {
  return targets.map((one) => identityKeys(one).join('+')).join(',');
}
