import { identityKeys } from '../domain/linkedin-id.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { FROM_PAGE_ONLY, isStub, type Profile, type Role } from '../domain/profile.ts';
import type { ProfileScraper, ScrapeOutcome, ScrapeTarget } from '../ports/profile-scraper.ts';
import { cleanLine } from '../support/text.ts';
import { rolesOfHeadline } from './lexical/headline-roles.ts';
import type { ProfileSource } from './profile-file.ts';
import { identityOfUrl } from './profile-items/item-identity.ts';
import { matchItems } from './profile-items/match-items.ts';

export interface LocalScraperOptions {
  /** What is known from earlier scrapes, see `loadProfileFile`; may be empty. */
  readonly profiles: readonly ProfileSource[];
  /** Makes an id that no other run of any process has, such as a random UUID. */
  readonly newRunId: () => string;
}

/**
 * A scraper that calls nobody. A person's profile is the one scraped earlier; failing that, what the ingested page says of them, with the
 * flag `from_page_only`. An earlier "no such profile" is `gone`; a person of whom there is neither profile, name nor headline is `nothing`. Runs
 * cost nothing and live in no memory: the same targets can be collected again by any process.
 */
export function createLocalScraper({ profiles, newRunId }: LocalScraperOptions): ProfileScraper {
  const sources = sourcesByPerson(profiles);
  return {
    provider: 'local',
    model: 'local',
    origin: 'local',
    limits: { targetsPerRun: 100, parallelRuns: 1 },
    async start(_targets, signal) {
      signal.throwIfAborted();
      return { runId: `local-${newRunId()}` };
    },
    // A start is answered within this process, so no answer is ever lost; what is not known to have been started never was.
    async find(_targets, _since, _known, signal) {
      signal.throwIfAborted();
      return undefined;
    },
    async collect(_runId, targets, signal) {
      signal.throwIfAborted();
      const outcomes = targets.map((target) => outcomeFor(target, sources));
      return { succeeded: true, status: 'SUCCEEDED', outcomes, costUsd: 0 };
    },
    async cost(_runId, signal) {
      signal.throwIfAborted();
      return 0;
    },
  };
}

type SourcesByPerson = ReadonlyMap<string, readonly ProfileSource[]>;

function sourcesByPerson(profiles: readonly ProfileSource[]): SourcesByPerson {
  const sources = new Map<string, ProfileSource[]>();
  for (const source of profiles) {
    const people: PersonIdentity[] =
      source.kind === 'profile' ? [source.profile, source.alsoKnownAs] : [identityOfUrl(source.inputUrl)];
    for (const key of new Set(people.flatMap(identityKeys))) {
      const others = sources.get(key);
      if (others === undefined) sources.set(key, [source]);
      else others.push(source);
    }
  }
  return sources;
}

function outcomeFor(target: ScrapeTarget, sources: SourcesByPerson): ScrapeOutcome {
  const keys = new Set([target, identityOfUrl(target.url)].flatMap(identityKeys));
  const [known] = matchItems(
    [...keys].flatMap((key) => sources.get(key) ?? []),
    [target],
  );
  // An item that says only that an earlier scrape failed says nothing of the person.
  if (known != null && known.kind !== 'failed') return known;
  const profile = profileFromPage(target);
  return isStub(profile)
    ? { kind: 'nothing', message: 'no earlier scrape and no name or headline on the page' }
    : { kind: 'profile', profile };
}

/** What a list page tells of a person: name and headline, and what the headline says of current roles. */
function profileFromPage(target: ScrapeTarget): Profile {
  const headline = cleanLine(target.headline);
  return {
    memberUrn: target.memberUrn,
    publicIdentifier: target.publicIdentifier,
    fullName: cleanLine(target.name),
    headline,
    location: null,
    about: null,
    industry: null,
    roles: headline === null ? [] : rolesOfHeadline(headline).map(currentRole),
    education: [],
    skills: [],
    flags: [FROM_PAGE_ONLY],
  };
}

function currentRole({ title, company }: { title: string; company: string | null }): Role {
  return {
    title,
    company,
    location: null,
    description: null,
    employmentType: null,
    start: null,
    end: null,
    isCurrent: true,
    companySize: null,
    companyIndustries: [],
  };
}
