import { FROM_PAGE_ONLY } from '../domain/profile.ts';
import type { CachedProfile, ProfileStore } from '../ports/profile-store.ts';
import type { FinishedRun } from './actor-runs.ts';

type WholeProfile = Extract<CachedProfile, { kind: 'profile' }>;

/**
 * Of people of whom a run has only what a list page tells (the local scraper, without `--profiles`): the whole profile that is there from before, however old, which that must
 * not replace. By position of the target.
 */
export async function fullerThanPage(
  { outcomes, targets }: FinishedRun,
  origin: 'network' | 'local',
  store: Pick<ProfileStore, 'find'>,
  now: Date,
): Promise<ReadonlyMap<number, WholeProfile>> {
  const positions = outcomes.flatMap((outcome, position) =>
    outcome.kind === 'profile' && outcome.profile.flags.includes(FROM_PAGE_ONLY) ? [position] : [],
  );
  if (positions.length === 0) return new Map();
  const people = positions.map((position) => targets[position]!);
  const known = await store.find(origin, people, { freshAfter: new Date(0), goneAfter: now });
  return new Map(
    positions.flatMap((position, index) => {
      const there = known[index];
      const isWhole = there?.kind === 'profile' && !there.profile.flags.includes(FROM_PAGE_ONLY);
      return isWhole ? [[position, there] as const] : [];
    }),
  );
}
