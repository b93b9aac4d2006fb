import { randomBytes } from 'node:crypto';
import { parseProfileLink, profileUrl } from '../../src/domain/linkedin-id.ts';
import { type Duration, FaultPlan, lasting, type RandomFaults, Tally } from './simulator-server.ts';

/** What the simulated LinkedIn holds of a person: a dataset item, nothing public, or no answer at all. */
export type SimulatedAnswer = Record<string, unknown> | 'gone' | 'missing';
/** By URL, vanity name or member id; or a function that is asked with the vanity name or member id. */
export type SimulatedProfiles = ReadonlyMap<string, SimulatedAnswer> | ((name: string) => SimulatedAnswer);

/** What befalls one run. Faults of the next runs are queued; a run without one does its work and succeeds. */
export interface RunFault {
  /** How the run ends; `SUCCEEDED` unless said otherwise. */
  readonly status?: 'FAILED' | 'TIMED-OUT' | 'ABORTED';
  /** Only this many items reach the dataset (and are charged). */
  readonly itemsPushed?: number;
  readonly items?: 'shuffled' | 'duplicated' | 'empty' | 'refusal' | 'without_echo';
  readonly runMs?: number;
}

export interface RunOptions {
  readonly profiles: SimulatedProfiles;
  readonly runMs: Duration;
  readonly pricePerProfileUsd: number;
  readonly startFeeUsd: number;
  /** How `usageTotalUsd` shows: right at the end, never, or half of it until `usageSettleMs` after the end. */
  readonly usage: 'settled' | 'missing' | 'rising';
  readonly usageSettleMs: number;
  readonly chance: RandomFaults<RunFault> | undefined;
}

export interface SimulatedRun {
  readonly id: string;
  readonly number: number;
  readonly actor: string;
  readonly input: unknown;
  readonly urls: readonly string[];
  readonly startedAtMs: number;
  endsAtMs: number;
  finalStatus: 'SUCCEEDED' | 'FAILED' | 'TIMED-OUT' | 'ABORTED';
  statusMessage: string;
  readonly items: readonly Record<string, unknown>[];
  readonly chargeUsd: number;
  readonly maxItems: number | null;
  readonly maxTotalChargeUsd: number | null;
}

export const REFUSAL_ITEM = {
  error: '❌ Users on the free Apify plan can run the actor through the UI and not via other methods.',
};

/** Every profile URL or name in an actor's input, whichever of the known actors it is for. */
export function urlsOfInput(input: unknown): string[] {
  const lists = ['urls', 'profileUrls', 'usernames', 'queries', 'publicIdentifiers', 'profileIds'];
  return lists.flatMap((name) => {
    const list = (input as Record<string, unknown> | null)?.[name];
    return Array.isArray(list)
      ? list.flatMap((entry: unknown) =>
          typeof entry === 'string' ? entry : ((entry as { url?: string })?.url ?? []),
        )
      : [];
  });
}

/** The actor runs of one simulated account: they live on whether or not anyone waits for them, and are billed once. */
export class SimulatedRuns {
  readonly all: SimulatedRun[] = [];
  /** How many runs pushed (and charged) a profile, by the canonical URL that was asked for. */
  readonly delivered = new Tally();
  readonly faults: FaultPlan<'run', RunFault>;
  private readonly options: RunOptions;
  /** Ids of two simulators never meet, as those of two runs of the real service never do. */
  private readonly tag: string;

  constructor(options: RunOptions) {
    this.options = options;
    this.faults = new FaultPlan(options.chance);
    this.tag = randomBytes(6).toString('hex');
  }

  start(
    actor: string,
    input: unknown,
    maxItems: number | null,
    maxTotalChargeUsd: number | null,
  ): SimulatedRun {
    const fault = this.faults.next('run') ?? {};
    const { pricePerProfileUsd, startFeeUsd } = this.options;
    const urls = urlsOfInput(input);
    const affordable =
      maxTotalChargeUsd === null
        ? Infinity
        : Math.floor((maxTotalChargeUsd - startFeeUsd) / pricePerProfileUsd + 1e-9);
    const most = Math.min(affordable, maxItems ?? Infinity, fault.itemsPushed ?? Infinity);
    const items: Record<string, unknown>[] = [];
    let charged = 0;
    if (fault.items === 'refusal') items.push({ ...REFUSAL_ITEM });
    else if (fault.items !== 'empty') {
      for (const url of new Set(urls)) {
        if (charged >= most) break;
        const answer = this.answerFor(url);
        if (answer === 'missing') continue;
        if (answer === 'gone') items.push({ inputUrl: url, error: 'Profile not found' });
        else {
          items.push(fault.items === 'without_echo' ? answer : { ...answer, ...echo(actor, url) });
          charged += 1;
          this.delivered.add(canonical(url));
        }
      }
    }
    const now = Date.now();
    const number = this.all.length + 1;
    const stopped = charged >= affordable && charged < urls.length;
    const millis = fault.runMs ?? lasting(this.options.runMs);
    const run: SimulatedRun = {
      id: `R${this.tag}${number}`,
      number,
      actor,
      input,
      urls,
      startedAtMs: now,
      endsAtMs: now + millis,
      finalStatus: fault.status ?? 'SUCCEEDED',
      statusMessage: fault.status ?? (stopped ? 'max charge reached' : 'Finished'),
      items: arrange(items, fault.items),
      chargeUsd: startFeeUsd + charged * pricePerProfileUsd,
      maxItems,
      maxTotalChargeUsd,
    };
    this.all.push(run);
    return run;
  }

  private answerFor(url: string): SimulatedAnswer {
    const { profiles } = this.options;
    const person = parseProfileLink(url);
    const names = [person?.publicIdentifier, person?.memberUrn, url].filter((name) => name != null);
    if (typeof profiles === 'function') return profiles(names[0]!);
    const spellings = [...names, ...(person === null ? [] : [profileUrl(person)])];
    return spellings.map((name) => profiles.get(name)).find((answer) => answer !== undefined) ?? 'missing';
  }

  abort(run: SimulatedRun): void {
    if (this.hasEnded(run)) return;
    run.endsAtMs = Date.now();
    run.finalStatus = 'ABORTED';
    run.statusMessage = 'Actor was aborted';
  }

  hasEnded(run: SimulatedRun): boolean {
    return Date.now() >= run.endsAtMs;
  }

  active(): number {
    return this.all.filter((run) => !this.hasEnded(run)).length;
  }

  statusOf(run: SimulatedRun): string {
    if (this.hasEnded(run)) return run.finalStatus;
    const [lived, life] = [Date.now() - run.startedAtMs, run.endsAtMs - run.startedAtMs];
    if (lived < life / 4) return 'READY';
    if (lived < (life * 3) / 4 || run.finalStatus === 'SUCCEEDED' || run.finalStatus === 'FAILED')
      return 'RUNNING';
    return run.finalStatus === 'TIMED-OUT' ? 'TIMING-OUT' : 'ABORTING';
  }

  /** Items reach the dataset one after another while the run lasts. */
  itemsOf(run: SimulatedRun): readonly Record<string, unknown>[] {
    if (this.hasEnded(run)) return run.items;
    const share = (Date.now() - run.startedAtMs) / Math.max(1, run.endsAtMs - run.startedAtMs);
    return run.items.slice(0, Math.floor(run.items.length * share));
  }

  /** The run object of PROVIDERS.md §1.2. */
  describe(run: SimulatedRun): Record<string, unknown> {
    const ended = this.hasEnded(run);
    const settled = Date.now() >= run.endsAtMs + this.options.usageSettleMs;
    const { usage } = this.options;
    return {
      id: run.id,
      actId: run.actor,
      userId: 'simulated-user',
      startedAt: new Date(run.startedAtMs).toISOString(),
      finishedAt: ended ? new Date(run.endsAtMs).toISOString() : null,
      status: this.statusOf(run),
      statusMessage: ended ? run.statusMessage : null,
      meta: { origin: 'API' },
      options: { maxItems: run.maxItems, maxTotalChargeUsd: run.maxTotalChargeUsd, memoryMbytes: 256 },
      defaultKeyValueStoreId: `K${run.id}`,
      defaultDatasetId: `D${run.id}`,
      defaultRequestQueueId: `Q${run.id}`,
      pricingInfo: { pricingModel: 'PAY_PER_EVENT' },
      ...(usage === 'missing' || !ended
        ? {}
        : { usageTotalUsd: usage === 'settled' || settled ? run.chargeUsd : run.chargeUsd / 2 }),
    };
  }
}

function canonical(url: string): string {
  const person = parseProfileLink(url);
  return person === null ? url : profileUrl(person);
}

function echo(actor: string, url: string): Record<string, unknown> {
  return actor.startsWith('harvestapi') ? { originalQuery: { url } } : { inputUrl: url };
}

function arrange(items: Record<string, unknown>[], fault: RunFault['items']): Record<string, unknown>[] {
  if (fault === 'shuffled') return items.toReversed();
  if (fault === 'duplicated') return items.flatMap((item) => [item, item]);
  return items;
}
