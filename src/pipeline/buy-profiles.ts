import { GiveUp, RetryLater } from '../domain/errors.ts';
import { identityKeys } from '../domain/linkedin-id.ts';
import { isStub, type Profile } from '../domain/profile.ts';
import type { ScrapeTarget } from '../ports/profile-scraper.ts';
import type { CacheTerms, ProfileStore, ScrapedProfile, StoredProfile } from '../ports/profile-store.ts';
import type { CallContext } from '../ports/usage-ledger.ts';
import { ActorRuns, type ActorRunsOptions, type FinishedRun } from './actor-runs.ts';
import { Batcher } from './batcher.ts';
import { fullerThanPage } from './fuller-than-page.ts';
import { unlessElsewhere } from './unless-elsewhere.ts';

/** How long it is remembered that there is no such profile (SPEC §6.1). */
export const GONE_DAYS = 14;
const DAY_MS = 86_400_000;
/** Runs take seconds at least, and whoever looks takes a turn among all processes. */
const ELSEWHERE_PAUSE_MS = 1500;
/** An empty answer for at least this many people at once says that the scraper is broken, not that they are all gone. */
const BROKEN_RUN_TARGETS = 3;

/** Says what text stands for a profile: decided by the stage that uses it, stored along with the profile. */
export type DescribeProfile = (profile: Profile) => { text: string; textHash: string; textCut: boolean };

export interface FetchedProfile extends StoredProfile {
  readonly fromCache: boolean;
}

export interface ProfilesOptions extends ActorRunsOptions {
  readonly store: ProfileStore;
  readonly describe: DescribeProfile;
  readonly cacheDays: number;
}

interface Request {
  readonly target: ScrapeTarget;
  readonly context: CallContext;
  /** The run before this one had nothing for the person. */
  readonly again: boolean;
}

type Fetched =
  | { readonly kind: 'profile'; readonly fetched: FetchedProfile }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'nothing' | 'failed'; readonly message: string };

/** What came of one person in a run: undefined where it has no profile. */
type Kept = FetchedProfile | 'forgotten' | undefined;

/** Profiles of people: from the cache, else by actor runs, several people to a run and many runs at once. */
export class Profiles {
  readonly #options: ProfilesOptions;
  readonly #runs: ActorRuns;
  readonly #known: Batcher<ScrapeTarget, Awaited<ReturnType<ProfileStore['find']>>[number]>;
  readonly #scraped: Batcher<Request, () => Promise<Fetched>>;
  readonly #underWay = new Map<string, Promise<FetchedProfile>>();
  /** Profiles out of runs that were taken over, whatever the cache would still call fresh. */
  readonly #recovered = new Map<string, FetchedProfile | 'forgotten'>();
  #tookOver: Promise<void> | null = null;
  /** Whether this command has seen the scraper deliver anybody: from one that does not, nothing follows about a person. */
  #scraperDelivers = false;

  constructor(options: ProfilesOptions) {
    this.#options = options;
    this.#runs = new ActorRuns(options);
    const { scraper, store } = options;
    this.#known = new Batcher({
      maxInputs: 500,
      parallel: 1,
      run: (targets) => store.find(scraper.origin, targets, this.#cacheTerms()),
    });
    this.#scraped = new Batcher({
      maxInputs: scraper.limits.targetsPerRun,
      parallel: scraper.limits.parallelRuns,
      lingerMs: 30,
      // Those asked for again travel apart, so that an empty answer to them can be told from a broken scraper.
      group: (request) => String(request.again),
      run: (requests) => this.#scrape(requests),
    });
  }

  /** The person's profile. Throws GiveUp `profile_not_found` when there is none, `forgotten` for whoever is to stay so, RetryLater when it may come later. */
  get(target: ScrapeTarget, context: CallContext): Promise<FetchedProfile> {
    const keys = identityKeys(target);
    const running = keys.map((key) => this.#underWay.get(key)).find((work) => work !== undefined);
    if (running !== undefined) return running;
    const work = this.#get(target, context).finally(() => {
      for (const key of keys) this.#underWay.delete(key);
    });
    for (const key of keys) this.#underWay.set(key, work);
    return work;
  }

  /** Renews our hold on the runs under way. */
  renew(): Promise<void> {
    return this.#runs.renew();
  }

  /** Collects what dead processes have left behind, also of people whom nobody asked for; what cannot be had now stays for the next command. */
  async collectLeftBehind(): Promise<void> {
    await this.#takeOver();
    await this.#runs.collectedAll();
  }

  /** Asks once more for costs that were not final when their runs were collected. */
  settleCosts(): Promise<void> {
    return this.#runs.settleCosts();
  }

  /** Lets other processes collect the runs that we no longer wait for. */
  release(): Promise<void> {
    return this.#runs.release();
  }

  #cacheTerms(): CacheTerms {
    const now = this.#options.calls.clock.now().getTime();
    return {
      freshAfter: new Date(now - this.#options.cacheDays * DAY_MS),
      goneAfter: new Date(now - GONE_DAYS * DAY_MS),
    };
  }

  #get(target: ScrapeTarget, context: CallContext): Promise<FetchedProfile> {
    return unlessElsewhere(
      async () => {
        const known = await this.#lookUp(target);
        return known ?? (await this.#fetch(target, context));
      },
      this.#options.calls,
      ELSEWHERE_PAUSE_MS,
    );
  }

  /** Out of a run that was left behind, or the cache. Throws GiveUp for whoever is known to be gone. */
  async #lookUp(target: ScrapeTarget): Promise<FetchedProfile | null> {
    await this.#collectedBefore(target);
    const recovered = identityKeys(target)
      .map((key) => this.#recovered.get(key))
      .find((fetched) => fetched !== undefined);
    if (recovered !== undefined) return unlessForgotten(recovered);
    // The local scraper costs nothing and its source may have grown: ask it rather than the cache.
    if (this.#options.scraper.origin === 'local') return null;
    const known = await this.#known.submit(target);
    if (known?.kind === 'gone') throw notFound(target, 'it was not there when last asked for');
    return known === null ? null : { ...known, fromCache: true };
  }

  async #fetch(target: ScrapeTarget, context: CallContext): Promise<FetchedProfile | 'elsewhere'> {
    const first = await this.#ask({ target, context, again: false });
    const last =
      first.kind === 'nothing' || first.kind === 'failed'
        ? await this.#ask({ target, context, again: true })
        : first;
    if (last.kind === 'profile') return last.fetched;
    if (last.kind === 'elsewhere') {
      // The process that has the person may die before it collects the run.
      this.#tookOver = null;
      return 'elsewhere';
    }
    if (last.kind === 'failed') throw new RetryLater('scrape_failed', `${target.url}: ${last.message}`);
    if (!this.#scraperDelivers) {
      throw new RetryLater(
        'empty_run',
        `${target.url}: nothing twice, and the scraper has delivered nobody else either`,
      );
    }
    // Nothing twice from runs that succeeded, of a scraper that works: there is no public profile under this name.
    await this.#saveGone([target]);
    throw notFound(target, last.message);
  }

  async #ask(request: Request): Promise<Fetched> {
    const answer = await this.#scraped.submit(request);
    return answer();
  }

  #takeOver(): Promise<void> {
    this.#tookOver ??= this.#runs.takeOver(async (run) => {
      const kept = await this.#keep(run);
      run.targets.forEach((one, position) => {
        const fetched = kept[position];
        if (fetched !== undefined) for (const key of identityKeys(one)) this.#recovered.set(key, fetched);
      });
    });
    return this.#tookOver;
  }

  /** Runs that a dead process left behind are collected before the people in them are asked for again. */
  async #collectedBefore(target: ScrapeTarget): Promise<void> {
    try {
      await this.#takeOver();
      await this.#runs.collectedFor(target);
    } catch (error) {
      // Let go again, so that it can be taken over once more when its people come up the next time.
      this.#tookOver = null;
      throw error;
    }
  }

  /** One run for these people; what it says of each is had by calling the answer. */
  async #scrape(requests: readonly Request[]): Promise<(() => Promise<Fetched>)[]> {
    const run = await this.#runs
      .fetch({
        targets: requests.map((request) => request.target),
        contexts: requests.map((request) => request.context),
        cached: this.#cacheTerms(),
      })
      .catch((error: unknown) => {
        // A started run whose results cannot be read now is taken over again before these people are asked for again.
        this.#tookOver = null;
        throw error;
      });
    // Stored outside the batcher, whose place is free for the next run by now; nobody gets an answer before it is.
    const kept = this.#options.calls.recorded().then(async () => {
      const profiles = await this.#keep(run);
      await this.#runs.finish(run);
      return profiles;
    });
    if (run.outcomes.some((outcome) => outcome.kind === 'profile')) this.#scraperDelivers = true;
    const nothing = run.outcomes.filter((outcome) => outcome.kind === 'nothing').length;
    const asked = run.outcomes.filter(
      (outcome) => outcome.kind !== 'elsewhere' && outcome.kind !== 'forgotten',
    ).length;
    const broken = nothing === asked && nothing >= BROKEN_RUN_TARGETS && !requests[0]!.again;
    return requests.map(({ target }, position) => async () => {
      const fetched = (await kept)[position];
      const outcome = run.outcomes[position]!;
      if (outcome.kind === 'elsewhere') return outcome;
      if (outcome.kind === 'forgotten') throw forgotten();
      if (outcome.kind === 'profile') {
        if (fetched !== undefined) return { kind: 'profile', fetched: unlessForgotten(fetched) };
        throw new RetryLater('stub_profile', `the scraper returned an empty profile for ${target.url}`);
      }
      if (outcome.kind === 'gone') throw notFound(target, outcome.message);
      if (!run.succeeded) {
        throw new RetryLater('run_failed', `the actor run ended as ${run.status} without ${target.url}`);
      }
      if (broken) throw new RetryLater('empty_run', 'the actor run succeeded but returned nothing at all');
      return { kind: outcome.kind, message: outcome.message };
    });
  }

  /** Stores what a run produced, before anything else is done with it; the profiles by position of their target. */
  async #keep(run: FinishedRun): Promise<Kept[]> {
    const { scraper, store, describe } = this.#options;
    const fuller = await fullerThanPage(run, scraper.origin, store, this.#options.calls.clock.now());
    const scraped = run.outcomes.flatMap((outcome, position): (ScrapedProfile & { position: number })[] =>
      outcome.kind === 'profile' && !isStub(outcome.profile) && !fuller.has(position)
        ? [
            {
              asked: run.targets[position]!,
              profile: outcome.profile,
              ...describe(outcome.profile),
              position,
            },
          ]
        : [],
    );
    const ids = scraped.length === 0 ? [] : await store.save(scraper.origin, scraper.model, scraped);
    await this.#saveGone(run.targets.filter((_, position) => run.outcomes[position]!.kind === 'gone'));
    const kept: Kept[] = run.targets.map((_, position) => {
      const there = fuller.get(position);
      return there && { ...there, fromCache: true };
    });
    scraped.forEach(({ position, profile, text, textHash }, index) => {
      const profileId = ids[index]!;
      kept[position] =
        profileId === null ? 'forgotten' : { profileId, profile, text, textHash, fromCache: false };
    });
    return kept;
  }

  async #saveGone(targets: readonly ScrapeTarget[]): Promise<void> {
    const { scraper, store } = this.#options;
    if (targets.length > 0 && scraper.origin === 'network') {
      await store.saveGone(scraper.origin, scraper.model, targets);
    }
  }
}

/** Without a name, which would be kept with the failure. */
function forgotten(): GiveUp {
  return new GiveUp('forgotten', 'whoever was found is to stay forgotten (icp forget)');
}

function unlessForgotten(fetched: FetchedProfile | 'forgotten'): FetchedProfile {
  if (fetched === 'forgotten') throw forgotten();
  return fetched;
}

function notFound(target: ScrapeTarget, message: string): GiveUp {
  return new GiveUp('profile_not_found', `no LinkedIn profile at ${target.url}: ${message}`);
}
