import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parsePerson, profileUrl } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { Profile } from '../../domain/profile.ts';
import { createLocalScraper } from '../../providers/local-scraper.ts';
import { loadProfileFile } from '../../providers/profile-file.ts';
import { normaliseItem } from '../../providers/profile-items/normalise-item.ts';
import { profileText } from '../../stages/enrich/profile-text.ts';
import type { ScorableProfile } from '../../stages/qualify/qualify-lead.ts';
import { findCached } from '../../store/find-cached.ts';
import { contentHash } from '../../support/hash.ts';
import type { App } from '../app.ts';
import { badLabels, type Label } from './label-file.ts';

/** Where label files and the profiles that they are about stand side by side. */
const BESIDE = 'profiles.jsonl';

export interface ProfileSources {
  readonly labelsFile: string;
  /** `--profiles`. */
  readonly profilesFile: string | undefined;
  readonly origin: 'network' | 'local';
}

/**
 * The profile of each label, in the order of the labels: the one that stands in the label itself, else in the file of scrapes, else in the cache, however old; null for
 * somebody who is found nowhere. Nobody is scraped: what is judged is what a person saw. Throws UsageError for a label that names nobody.
 */
export async function labelledProfiles(
  app: App,
  labels: readonly Label[],
  { labelsFile, profilesFile, origin }: ProfileSources,
): Promise<readonly (ScorableProfile | null)[]> {
  const people = labels.map((label) => personOf(label, labelsFile));
  const beside = join(dirname(labelsFile), BESIDE);
  const file = profilesFile ?? (labelsFile !== '-' && existsSync(beside) ? beside : undefined);
  const scraped = file === undefined ? [] : await profilesInFile(file, people, app.halt.signal);
  const cached = await findCached(
    app.database,
    origin,
    people.map((person) => person ?? { memberUrn: null, publicIdentifier: null }),
    { freshAfter: new Date(0), goneAfter: new Date() },
  );
  return labels.map(({ profile: own }, index) => {
    if (typeof own !== 'string') return described(profileInItem(own));
    const known = cached[index];
    return described(scraped[index] ?? null) ?? (known?.kind === 'profile' ? known : null);
  });
}

/** Null for a label that brings its profile along. */
function personOf({ profile, row }: Label, path: string): PersonIdentity | null {
  if (typeof profile !== 'string') return null;
  const person = parsePerson(profile);
  if (person === null) throw badLabels(path, [`${row}: "${profile}" is no LinkedIn profile`]);
  return person;
}

async function profilesInFile(
  file: string,
  people: readonly (PersonIdentity | null)[],
  signal: AbortSignal,
): Promise<readonly (Profile | null)[]> {
  const { profiles } = await loadProfileFile(file);
  const scraper = createLocalScraper({ profiles, newRunId: () => 'labels' });
  const targets = people.map((person) => ({
    memberUrn: person?.memberUrn ?? null,
    publicIdentifier: person?.publicIdentifier ?? null,
    url: person === null ? '' : profileUrl(person),
    name: null,
    headline: null,
  }));
  const { outcomes } = await scraper.collect('labels', targets, signal);
  return outcomes.map((outcome) => (outcome.kind === 'profile' ? outcome.profile : null));
}

function profileInItem(item: Readonly<Record<string, unknown>>): Profile | null {
  const read = normaliseItem(item);
  return read.kind === 'profile' ? read.profile : null;
}

function described(profile: Profile | null): ScorableProfile | null {
  if (profile === null) return null;
  const text = profileText(profile);
  return { profile, text, textHash: contentHash(text) };
}
