import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityKeys } from '../../src/domain/linkedin-id.ts';
import type { ProfileScraper, ScrapeOutcome, ScrapeTarget } from '../../src/ports/profile-scraper.ts';

/** What an implementation brings to the contract: itself, and people about whom it has something to say. */
export interface ProfileScraperSetup {
  readonly scraper: ProfileScraper;
  /** At least two different people whose profiles it finds, no more than fit one run. */
  readonly found: readonly ScrapeTarget[];
  /** People of whom it has no profile; may be empty. */
  readonly missing: readonly ScrapeTarget[];
  close(): Promise<void>;
}

const headlines = (outcomes: readonly ScrapeOutcome[]) =>
  outcomes.map((outcome) => (outcome.kind === 'profile' ? outcome.profile.headline : outcome.kind));

/** The promises of src/ports/profile-scraper.ts, for every implementation of it. Call at the top level of a test file. */
export function profileScraperContract(name: string, make: () => Promise<ProfileScraperSetup>): void {
  describe(`${name} keeps the contract of a profile scraper`, () => {
    let setup: ProfileScraperSetup;
    const never = new AbortController().signal;
    const collectNew = async (targets: readonly ScrapeTarget[]) => {
      const { runId } = await setup.scraper.start(targets, never);
      return setup.scraper.collect(runId, targets, never);
    };
    beforeAll(async () => {
      setup = await make();
    });
    afterAll(async () => {
      await setup.close();
    });

    it('names itself and states usable limits', () => {
      const { provider, model, origin, limits } = setup.scraper;
      expect(provider).toMatch(/\S/);
      expect(model).toMatch(/\S/);
      expect(['network', 'local']).toContain(origin);
      expect(Number.isInteger(limits.targetsPerRun) && limits.targetsPerRun >= 1).toBe(true);
      expect(Number.isInteger(limits.parallelRuns) && limits.parallelRuns >= 1).toBe(true);
      expect(setup.found.length).toBeGreaterThanOrEqual(2);
      expect(setup.found.length).toBeLessThanOrEqual(limits.targetsPerRun);
    });

    it('answers each target with its own profile, in the order of the targets', async () => {
      const collected = await collectNew(setup.found);
      expect(collected.succeeded).toBe(true);
      expect(collected.status).toMatch(/\S/);
      expect(collected.outcomes).toHaveLength(setup.found.length);
      for (const [index, outcome] of collected.outcomes.entries()) {
        if (outcome.kind !== 'profile') throw new Error(`no profile for ${setup.found[index]?.url}`);
        const known = identityKeys(outcome.profile);
        if (known.length > 0)
          expect(known.some((key) => identityKeys(setup.found[index]!).includes(key))).toBe(true);
      }
      const reversed = await collectNew(setup.found.toReversed());
      expect(reversed.outcomes).toEqual(collected.outcomes.toReversed());
    });

    it('answers every target, also those it finds nothing for and those named twice', async () => {
      const first = setup.found[0]!;
      for (const missing of setup.missing.slice(0, 1)) {
        const { outcomes } = await collectNew([missing, first]);
        expect(outcomes.map((outcome) => outcome.kind === 'profile')).toEqual([false, true]);
        expect(outcomes[0]).toMatchObject({ message: expect.stringMatching(/\S/) });
      }
      const twice = await collectNew([first, first]);
      expect(twice.outcomes[0]).toEqual(twice.outcomes[1]);
      expect(twice.outcomes[0]?.kind).toBe('profile');
    });

    it('can be collected again, with the same result', async () => {
      const { runId } = await setup.scraper.start(setup.found, never);
      const first = await setup.scraper.collect(runId, setup.found, never);
      const again = await setup.scraper.collect(runId, setup.found.toReversed(), never);
      expect(headlines(again.outcomes)).toEqual(headlines(first.outcomes).toReversed());
    });

    it('states a cost that is a number of dollars or unknown', async () => {
      const { runId } = await setup.scraper.start(setup.found, never);
      const { costUsd } = await setup.scraper.collect(runId, setup.found, never);
      for (const cost of [costUsd, await setup.scraper.cost(runId, never)]) {
        if (cost !== null) expect(Number.isFinite(cost) && cost >= 0).toBe(true);
      }
    });

    it('finds no run that is known, belongs to others or lies before the time asked for', async () => {
      const [first, second] = [setup.found.slice(0, 1), setup.found.slice(1, 2)];
      const since = new Date();
      const { runId } = await setup.scraper.start(first, never);
      const lookFor = async (targets: readonly ScrapeTarget[], from: Date, known: string[]) =>
        (await setup.scraper.find(targets, from, new Set(known), never))?.runId;
      expect(await lookFor(first, since, [runId])).not.toBe(runId);
      expect(await lookFor(second, since, [])).not.toBe(runId);
      expect(await lookFor(first, new Date(since.getTime() + 3_600_000), [])).toBeUndefined();
      const found = await lookFor(first, since, []);
      if (found !== undefined)
        expect((await setup.scraper.collect(found, first, never)).outcomes).toHaveLength(1);
    });

    it('stops at once when it is told to', async () => {
      const { runId } = await setup.scraper.start(setup.found, never);
      const reason = new Error('told to stop');
      const aborted = AbortSignal.abort(reason);
      await expect(setup.scraper.start(setup.found, aborted)).rejects.toBe(reason);
      await expect(setup.scraper.collect(runId, setup.found, aborted)).rejects.toBe(reason);
      await expect(setup.scraper.find(setup.found, new Date(), new Set(), aborted)).rejects.toBe(reason);
      await expect(setup.scraper.cost(runId, aborted)).rejects.toBe(reason);
    });
  });
}
