import { likelyTokens } from '../config/prices.ts';
import { isStub } from '../domain/profile.ts';
import type { ScrapedProfile } from '../ports/profile-store.ts';
import { normaliseItem } from '../providers/profile-items/normalise-item.ts';
import { profileText } from '../stages/enrich/profile-text.ts';
import type { ProfileItem } from '../stages/ingest/recogniser.ts';
import { createProfileStore } from '../store/profiles.ts';
import { contentHash } from '../support/hash.ts';
import type { App } from './app.ts';

/** Profiles per transaction: a dataset may hold many thousands. */
const CHUNK = 500;
/** What the embedding models take; a longer text is cut when it is embedded. */
const LONGEST_TEXT_TOKENS = 8191;

/**
 * Puts the scraped profiles that a file brought along into the cache, with the date of their scrape, so that nobody in them has to be scraped again while
 * they are fresh. A fresher profile in the cache stays; those of people who are to stay forgotten are not kept. Returns how many there were of the others.
 */
export async function keepBroughtProfiles(app: App, items: readonly ProfileItem[]): Promise<number> {
  const store = createProfileStore(app.database);
  const scraped = scrapedProfiles(items, app.clock.now());
  let kept = 0;
  for (let start = 0; start < scraped.length; start += CHUNK) {
    const ids = await store.save('network', 'dataset', scraped.slice(start, start + CHUNK));
    kept += ids.filter((id) => id !== null).length;
  }
  return kept;
}

/** The profiles in the items of a dataset, without stubs and those of nobody in particular. An item without a date was scraped `now`. */
export function scrapedProfiles(items: readonly ProfileItem[], now: Date): readonly ScrapedProfile[] {
  return items.flatMap(({ item, scrapedAt }): ScrapedProfile[] => {
    const read = normaliseItem(item);
    if (read.kind !== 'profile' || isStub(read.profile)) return [];
    const { profile, alsoKnownAs } = read;
    if (profile.memberUrn === null && profile.publicIdentifier === null) return [];
    const text = profileText(profile);
    const textCut = likelyTokens(text) > LONGEST_TEXT_TOKENS;
    return [
      {
        asked: alsoKnownAs,
        profile,
        text,
        textHash: contentHash(text),
        textCut,
        fetchedAt: scrapedAt ?? now,
      },
    ];
  });
}
