import { identityKeys, parseProfileLink } from '../domain/linkedin-id.ts';
import type { ScrapeTarget } from '../ports/profile-scraper.ts';
import { apifyActorFamily } from './apify-actors.ts';

const HARVESTAPI_MODE = 'Profile details no email ($4 per 1k)';

/** The last path segment of a profile URL: the vanity name or member id, as apimaestro's `usernames` take it. */
function segmentOf(target: ScrapeTarget): string {
  return target.publicIdentifier ?? target.memberUrn ?? target.url;
}

/** The input of one run over these targets, in the shape that the actor takes (PROVIDERS.md §1.6). */
export function apifyInput(actor: string, targets: readonly ScrapeTarget[]): Record<string, unknown> {
  const urls = [...new Set(targets.map((target) => target.url))];
  switch (apifyActorFamily(actor)) {
    case 'dev_fusion':
      return { profileUrls: urls };
    case 'harvestapi':
      return {
        profileScraperMode: HARVESTAPI_MODE,
        queries: [],
        urls,
        publicIdentifiers: [],
        profileIds: [],
      };
    case 'apimaestro':
      return { usernames: [...new Set(targets.map(segmentOf))], includeEmail: false };
    default:
      // Plain strings were refused by some versions of the actor.
      return { urls: urls.map((url) => ({ url })), scrapeCompany: false, findContacts: false };
  }
}

const LISTS = ['urls', 'profileUrls', 'queries', 'publicIdentifiers', 'profileIds', 'usernames'] as const;
const MOST_ENTRIES = 10_000;

/**
 * Whom an input asks for, in a form in which two inputs for the same people are equal: whatever the actor, the spelling of the URLs or
 * their order. Takes anything; an input that asks for nobody gives an empty text.
 */
export function apifyInputKey(input: unknown): string {
  const fields = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
  const people = LISTS.flatMap((list) => {
    const entries = fields[list];
    return Array.isArray(entries) ? entries.slice(0, MOST_ENTRIES).flatMap(personKey) : [];
  });
  return [...new Set(people)].sort().join('\n');
}

function personKey(entry: unknown): string[] {
  const text = typeof entry === 'string' ? entry : (entry as { url?: unknown } | null)?.url;
  if (typeof text !== 'string' || text === '') return [];
  const person = parseProfileLink(text);
  return [person === null ? `as written:${text}` : identityKeys(person).join('|')];
}
