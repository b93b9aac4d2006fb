import type { Classification } from '../../src/domain/classification.ts';
import { identityKeys } from '../../src/domain/linkedin-id.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import type { AnswerKind, AnswerStore, Missing } from '../../src/ports/answer-store.ts';
import type { ClaimedLead, LeadDesk, LeadFailure, Settlement } from '../../src/ports/lead-desk.ts';
import type { ScrapeTarget } from '../../src/ports/profile-scraper.ts';
import type {
  CachedProfile,
  CacheTerms,
  ProfileStore,
  ScrapedProfile,
} from '../../src/ports/profile-store.ts';
import type { IntendedRun, Intent, RunLedger } from '../../src/ports/run-ledger.ts';
import type { Attempt, UsageLedger } from '../../src/ports/usage-ledger.ts';

/** The stores' ports in memory, with their state open to read. They behave as the real ones do, by the ports' contracts. */

export class MemoryUsageLedger implements UsageLedger {
  readonly attempts: Attempt[] = [];

  async record(attempts: readonly Attempt[]): Promise<void> {
    this.attempts.push(...attempts);
  }

  outcomes(): string[] {
    return this.attempts.map((attempt) => attempt.outcome);
  }
}

export class MemoryAnswerStore implements AnswerStore {
  readonly vectors = new Map<string, readonly number[]>();
  readonly classified = new Map<string, Classification>();
  readonly scores = new Map<string, number>();
  /** Who is buying what. */
  readonly reserved = new Map<string, 'us' | 'others'>();

  async reserveEmbeddings(model: string, hashes: readonly string[]) {
    return this.#reserve(hashes, (hash) => (this.vectors.has(`${model}/${hash}`) ? 'there' : null), model);
  }

  async saveEmbeddings(model: string, rows: readonly { textHash: string; vector: readonly number[] }[]) {
    for (const { textHash, vector } of rows) {
      this.vectors.set(`${model}/${textHash}`, vector);
      this.reserved.delete(`${model}/${textHash}`);
    }
  }

  async similarities(model: string, queryHash: string, hashes: readonly string[]) {
    const query = this.vectors.get(`${model}/${queryHash}`);
    return new Map(
      hashes.flatMap((hash): [string, number][] => {
        const vector = this.vectors.get(`${model}/${hash}`);
        return query === undefined || vector === undefined ? [] : [[hash, cosine(query, vector)]];
      }),
    );
  }

  async reserveClassifications(model: string, version: string, hashes: readonly string[]) {
    const kind = `${model}/${version}`;
    return this.#reserve(hashes, (hash) => this.classified.get(`${kind}/${hash}`) ?? null, kind);
  }

  async saveClassifications(
    model: string,
    version: string,
    rows: readonly { textHash: string; classification: Classification }[],
  ) {
    for (const row of rows) {
      this.classified.set(`${model}/${version}/${row.textHash}`, row.classification);
      this.reserved.delete(`${model}/${version}/${row.textHash}`);
    }
  }

  async reserveRerankScores(model: string, queryHash: string, hashes: readonly string[]) {
    const kind = `${model}/${queryHash}`;
    return this.#reserve(hashes, (hash) => this.scores.get(`${kind}/${hash}`) ?? null, kind);
  }

  async saveRerankScores(
    model: string,
    queryHash: string,
    rows: readonly { textHash: string; score: number }[],
  ) {
    for (const row of rows) {
      this.scores.set(`${model}/${queryHash}/${row.textHash}`, row.score);
      this.reserved.delete(`${model}/${queryHash}/${row.textHash}`);
    }
  }

  /** What a test says; null: not known. */
  knownLength: number | null = null;

  async vectorLength() {
    return this.knownLength;
  }

  async letGo(what: AnswerKind, hashes: readonly string[]) {
    const [, ...question] = Object.values(what);
    for (const hash of hashes) this.reserved.delete(`${question.join('/')}/${hash}`);
  }

  async renew() {}

  async release() {
    for (const [key, owner] of this.reserved) if (owner === 'us') this.reserved.delete(key);
  }

  #reserve<Answer>(
    hashes: readonly string[],
    find: (hash: string) => Answer | null,
    kind: string,
  ): Map<string, Answer | Missing> {
    return new Map(
      hashes.map((hash): [string, Answer | Missing] => {
        const there = find(hash);
        if (there !== null) return [hash, there];
        if (this.reserved.get(`${kind}/${hash}`) === 'others') return [hash, 'elsewhere'];
        this.reserved.set(`${kind}/${hash}`, 'us');
        return [hash, 'mine'];
      }),
    );
  }
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, index) => sum + value * b[index]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

interface KeptProfile {
  readonly id: number;
  scraped: ScrapedProfile | null;
  fetchedAt: Date | null;
  goneAt: Date | null;
}

export class MemoryProfileStore implements ProfileStore {
  /** Keys of people who are to stay forgotten. */
  readonly forgotten = new Set<string>();
  readonly #now: () => Date;
  readonly #byKey = new Map<string, KeptProfile>();
  #nextId = 1;

  constructor(now: () => Date) {
    this.#now = now;
  }

  async find(origin: string, persons: readonly PersonIdentity[], { freshAfter, goneAfter }: CacheTerms) {
    return persons.map((person): CachedProfile | null => {
      const kept = identityKeys(person)
        .map((key) => this.#byKey.get(`${origin}/${key}`))
        .find((one) => one !== undefined);
      if (kept?.scraped && kept.fetchedAt! > freshAfter) {
        const { profile, text, textHash } = kept.scraped;
        return { kind: 'profile', profileId: kept.id, profile, text, textHash };
      }
      return kept?.goneAt && kept.goneAt > goneAfter ? { kind: 'gone' } : null;
    });
  }

  async save(origin: string, _scraper: string, profiles: readonly ScrapedProfile[]) {
    return profiles.map((scraped) => {
      if (identityKeys(scraped.profile).some((key) => this.forgotten.has(key))) return null;
      const keys = [...identityKeys(scraped.asked), ...identityKeys(scraped.profile)].map(
        (key) => `${origin}/${key}`,
      );
      const kept = keys.map((key) => this.#byKey.get(key)).find((one) => one !== undefined) ?? this.#add();
      Object.assign(kept, { scraped, fetchedAt: this.#now(), goneAt: null });
      for (const key of keys) this.#byKey.set(key, kept);
      return kept.id;
    });
  }

  async saveGone(origin: string, _scraper: string, persons: readonly PersonIdentity[]) {
    for (const person of persons) {
      const keys = identityKeys(person).map((key) => `${origin}/${key}`);
      const kept = keys.map((key) => this.#byKey.get(key)).find((one) => one !== undefined) ?? this.#add();
      kept.goneAt = this.#now();
      for (const key of keys) this.#byKey.set(key, kept);
    }
  }

  #add(): KeptProfile {
    const kept = { id: this.#nextId, scraped: null, fetchedAt: null, goneAt: null };
    this.#nextId += 1;
    return kept;
  }
}

export interface KeptRun {
  readonly id: number;
  readonly provider: string;
  readonly actor: string;
  readonly targets: readonly ScrapeTarget[];
  readonly intendedAt: Date;
  runId: string | null;
  state: 'intended' | 'started' | 'collected' | 'abandoned';
  owned: boolean;
  costUsd: number | null;
  settled: boolean;
}

/** A ledger as one process sees it: what is `owned` is in the care of somebody living. */
export class MemoryRunLedger implements RunLedger {
  readonly runs: KeptRun[] = [];
  /** Every call in order, to see what was written down before what. */
  readonly log: string[] = [];
  renewed: number[] = [];
  /** Keys of people who stand in runs of other processes. */
  readonly elsewhere = new Set<string>();
  /** Keys of people who are to stay forgotten. */
  readonly forgotten = new Set<string>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** A run that a process left behind when it died. */
  leaveBehind(
    provider: string,
    actor: string,
    targets: readonly ScrapeTarget[],
    runId: string | null,
  ): KeptRun {
    return this.#add({
      provider,
      actor,
      targets,
      runId,
      state: runId === null ? 'intended' : 'started',
      owned: false,
    });
  }

  async intend({ provider, actor, targets }: IntendedRun): Promise<Intent> {
    this.log.push('intend');
    const positionsIn = (keys: ReadonlySet<string>) =>
      new Set(
        targets.flatMap((target, position) =>
          identityKeys(target).some((key) => keys.has(key)) ? [position] : [],
        ),
      );
    const absent = { elsewhere: positionsIn(this.elsewhere), forgotten: positionsIn(this.forgotten) };
    const mine = targets.filter(
      (_, position) => !absent.elsewhere.has(position) && !absent.forgotten.has(position),
    );
    if (mine.length === 0) return { id: null, ...absent };
    const { id } = this.#add({ provider, actor, targets: mine, runId: null, state: 'intended', owned: true });
    return { id, ...absent };
  }

  async started(id: number, runId: string) {
    this.log.push(`started ${runId}`);
    if (this.runs.some((run) => run.runId === runId && run.id !== id))
      throw new Error(`run ${runId} is in the ledger already`);
    Object.assign(this.#get(id), { runId, state: 'started' });
  }

  async collected(id: number, costUsd: number | null, listedUsd: number | null) {
    this.log.push(`collected ${this.#get(id).runId}`);
    Object.assign(this.#get(id), {
      state: 'collected',
      costUsd,
      settled: costUsd !== null && listedUsd !== null && costUsd >= listedUsd,
      owned: false,
    });
  }

  async abandoned(id: number) {
    this.log.push('abandoned');
    Object.assign(this.#get(id), { state: 'abandoned', owned: false, settled: true });
  }

  async released(ids: readonly number[]) {
    for (const id of ids) this.#get(id).owned = false;
  }

  async renew(ids: readonly number[]) {
    this.renewed = [...ids];
  }

  async takeOver(provider: string, actor: string) {
    this.log.push('takeOver');
    const open = this.runs.filter(
      (run) =>
        run.provider === provider &&
        run.actor === actor &&
        !run.owned &&
        ['intended', 'started'].includes(run.state),
    );
    for (const run of open) run.owned = true;
    return open.map(({ id, runId, targets, intendedAt }) => ({
      id,
      runId,
      targets,
      intendedAt,
      clientId: null,
      batchId: null,
    }));
  }

  async knownRunIds() {
    return new Set(this.runs.flatMap((run) => run.runId ?? []));
  }

  async unsettled(provider: string) {
    return this.runs
      .filter((run) => run.provider === provider && run.state === 'collected' && !run.settled)
      .map(({ id, runId }) => ({ id, runId: runId! }));
  }

  async settle(id: number, costUsd: number) {
    const difference = costUsd - (this.#get(id).costUsd ?? 0);
    Object.assign(this.#get(id), { costUsd, settled: true });
    return difference;
  }

  #get(id: number): KeptRun {
    return this.runs.find((run) => run.id === id)!;
  }

  #add(run: Omit<KeptRun, 'id' | 'intendedAt' | 'costUsd' | 'settled'>): KeptRun {
    const kept = { ...run, id: this.runs.length + 1, intendedAt: this.#now(), costUsd: null, settled: false };
    this.runs.push(kept);
    return kept;
  }
}

export interface KeptLead<Result> {
  readonly id: number;
  status: 'waiting' | 'done' | 'failed';
  failedAttempts: number;
  claims: number;
  held: boolean;
  result: Result | null;
  failure: LeadFailure | null;
  dueAt: number;
}

/** A desk with the given leads; failed ones fall due as the clock says, up to `maxAttempts`. */
export class MemoryDesk<Result> implements LeadDesk<ClaimedLead, Result> {
  readonly leads: KeptLead<Result>[];
  readonly claimSizes: number[] = [];
  readonly settled: (readonly Settlement<Result>[])[] = [];
  readonly released: number[] = [];
  renewals = 0;
  /** Runs before each claim is answered. */
  onClaim: () => void = () => {};
  readonly #now: () => number;
  readonly #maxAttempts: number;

  constructor(count: number, now: () => number, maxAttempts = 3) {
    this.#now = now;
    this.#maxAttempts = maxAttempts;
    this.leads = Array.from({ length: count }, (_, index) => ({
      id: index + 1,
      status: 'waiting',
      failedAttempts: 0,
      claims: 0,
      held: false,
      result: null,
      failure: null,
      dueAt: 0,
    }));
  }

  async claim(limit: number) {
    this.claimSizes.push(limit);
    this.onClaim();
    const up = this.leads
      .filter(
        (lead) =>
          !lead.held &&
          (lead.status === 'waiting' ||
            (lead.status === 'failed' &&
              lead.failure!.retryable &&
              lead.failedAttempts < this.#maxAttempts &&
              lead.dueAt <= this.#now())),
      )
      .slice(0, limit);
    for (const lead of up) Object.assign(lead, { held: true, status: 'waiting', claims: lead.claims + 1 });
    return up.map(({ id, failedAttempts }) => ({ id, failedAttempts }));
  }

  async renew() {
    this.renewals += 1;
  }

  async settle(settlements: readonly Settlement<Result>[]) {
    this.settled.push(settlements);
    for (const settlement of settlements) {
      const lead = this.leads.find((one) => one.id === settlement.leadId)!;
      lead.held = false;
      if (settlement.kind === 'done') Object.assign(lead, { status: 'done', result: settlement.result });
      else {
        lead.failedAttempts += 1;
        Object.assign(lead, {
          status: 'failed',
          failure: settlement.failure,
          dueAt: this.#now() + settlement.failure.retryInMs,
        });
      }
    }
  }

  async release(ids: readonly number[]) {
    this.released.push(...ids);
    for (const lead of this.leads) if (ids.includes(lead.id)) lead.held = false;
  }

  count(status: KeptLead<Result>['status']): number {
    return this.leads.filter((lead) => lead.status === status).length;
  }
}
