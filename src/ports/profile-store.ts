import type { PersonIdentity } from '../domain/person.ts';
import type { Profile } from '../domain/profile.ts';

/** A profile with the text that stands for it. */
export interface StoredProfile {
  readonly profileId: number;
  readonly profile: Profile;
  readonly text: string;
  readonly textHash: string;
}

export type CachedProfile = ({ readonly kind: 'profile' } & StoredProfile) | { readonly kind: 'gone' };

export interface ScrapedProfile {
  /** Under which the profile was asked for; it may call itself otherwise. */
  readonly asked: PersonIdentity;
  readonly profile: Profile;
  readonly text: string;
  readonly textHash: string;
  readonly textCut: boolean;
  /** When it was scraped; now when left out. It never replaces a fresher profile. */
  readonly fetchedAt?: Date;
}

/** What counts as fresh: a profile fetched, and one found gone, after these times. */
export interface CacheTerms {
  readonly freshAfter: Date;
  readonly goneAfter: Date;
}

export interface ProfileStore {
  /** What is known of each person and fresh enough, in the order of the persons; null where nothing is. */
  find(
    origin: 'network' | 'local',
    persons: readonly PersonIdentity[],
    terms: CacheTerms,
  ): Promise<readonly (CachedProfile | null)[]>;
  /** Keeps profiles, under every name of the person; returns their ids in order, null for people who are to stay forgotten. */
  save(
    origin: 'network' | 'local',
    scraper: string,
    profiles: readonly ScrapedProfile[],
  ): Promise<readonly (number | null)[]>;
  /** Remembers that there are no such profiles. */
  saveGone(origin: 'network' | 'local', scraper: string, persons: readonly PersonIdentity[]): Promise<void>;
}
