import { readFile } from 'node:fs/promises';
import { parseIcp } from '../../src/config/icp-file.ts';
import { icpText } from '../../src/domain/icp.ts';
import { profileUrl } from '../../src/domain/linkedin-id.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { createLocalScraper } from '../../src/providers/local-scraper.ts';
import { loadProfileFile } from '../../src/providers/profile-file.ts';
import { profileText } from '../../src/stages/enrich/profile-text.ts';
import { readPeople } from '../../src/stages/ingest/read-people.ts';

const fixture = (name: string) => new URL(`../../fixtures/${name}`, import.meta.url);

export interface FixturePerson {
  readonly profile: Profile;
  /** What stands for the profile wherever it is embedded, classified or reranked. */
  readonly text: string;
}

/** The people of fixtures/followers.html with the profiles that an offline run gives them, by full name. */
export async function fixturePeople(): Promise<ReadonlyMap<string, FixturePerson>> {
  const { people } = readPeople({ path: 'followers.html', bytes: await readFile(fixture('followers.html')) });
  const { profiles } = await loadProfileFile(fixture('profiles.jsonl').pathname);
  const scraper = createLocalScraper({ profiles, newRunId: () => 'run' });
  const targets = people.map((person) => ({ ...person, url: profileUrl(person) }));
  const { outcomes } = await scraper.collect('run', targets, new AbortController().signal);
  return new Map(
    outcomes.flatMap((outcome) =>
      outcome.kind === 'profile'
        ? [[outcome.profile.fullName ?? '', { profile: outcome.profile, text: profileText(outcome.profile) }]]
        : [],
    ),
  );
}

export async function fixtureIcpText(name: 'icp-finance.yaml' | 'icp-marketing.yaml'): Promise<string> {
  return icpText(parseIcp(await readFile(fixture(name), 'utf8'), name));
}

/** Finance leaders at SaaS and fintech companies: whom icp-finance.yaml is about. */
export const FINANCE_LEADERS = [
  'Mirela Okonjari',
  'Anselm Dürrbach',
  'Clémence Vautherin-Diallo',
  'Rutger Hoekzema',
  'Priyanka Vellodi',
  'Tobiah Wrenfield',
  'Ximena Quirarte Lobo',
  'Giulio Santamorra',
  'Hyun-woo Baekseo',
  'Solenne Abara',
  'Theodoric Lindqvist-Amadi',
];

/** People who look like them to a search for words: assistant, recruiter, seller, painter, student, other trades, and one who gives orders. */
export const FINANCE_TRAPS = [
  'Bettina Crowhurst',
  'Dashiell Pomfrey-Oyelaran',
  'Kenzo Marchetti-Ruud',
  'Odalys Fennimore',
  'Jarek Wysmułek',
  'Marguerite Thistlewood',
  'Heinz-Rüdiger Kaltenborn',
  'Corwin Blatch',
];

/** Whom icp-marketing.yaml is about. */
export const MARKETING_LEADERS = ['Saskia Immerveld', 'Bastien Courteline', 'Adaeze Winterbourne-Lund'];
