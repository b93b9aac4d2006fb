import { identityKeys, normaliseVanity, parseProfileLink } from '../../src/domain/linkedin-id.ts';
import type { PersonIdentity } from '../../src/domain/person.ts';
import { supremeCoderItem } from '../simulators/apify-items.ts';
import type { SimulatedAnswer } from '../simulators/apify-runs.ts';
import { followersPage } from '../support/followers-page.ts';
import { memberId } from '../support/member-id.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface ChaosPerson {
  readonly memberUrn: string;
  readonly vanity: string;
  readonly name: string;
  readonly headline: string;
  /** Whether LinkedIn has no such profile any more. */
  readonly gone: boolean;
  readonly answer: SimulatedAnswer;
}

export interface ChaosClient {
  readonly slug: string;
  readonly people: readonly ChaosPerson[];
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly icpFile: { readonly name: string; readonly content: string };
}

const FIRST_NAMES = [
  'Ana',
  'Zoë',
  'Ben',
  'Clémence',
  'Dmitri',
  'Eun-ji',
  'Farah',
  'Giulio',
  'Hanne',
  'Ikram',
];
const LAST_NAMES = ['Brandt', 'Okoro', 'Varga', 'Lindqvist', 'Santamorra', 'Vellodi', 'Hoekzema', 'Abara'];
const TITLES = [
  'CFO',
  'VP Finance',
  'Head of Marketing',
  'VP Sales',
  'Finance Director',
  'Executive Assistant to the CFO',
  'Nurse',
  'Head of Security',
  'Founder',
];
const COMPANIES = [
  'Nordlicht Systems',
  'Kranwerk',
  'Ledgerly',
  'Rosenhof',
  'Tidewater Payments',
  'Helix Care',
];
const INDUSTRIES = ['Software', 'Payments', 'Hospital', 'Steel', 'Consulting', 'Marketing', 'Security'];
const SIZES = [{ start: 1, end: 10 }, { start: 51, end: 200 }, { start: 1001, end: 5000 }, { start: 10_001 }];
const WORDS = ['fundraising', 'Series B', 'forecast', 'hiring', 'startup', 'agency', 'global', 'seed', 'ARR'];

/** People whose profiles all differ; a few of them are gone. Numbers from `first` on keep populations apart. */
export function createPeople(random: SeededRandom, count: number, first = 50_000): ChaosPerson[] {
  return Array.from({ length: count }, (_, index) => createPerson(random, first + index));
}

function createPerson(random: SeededRandom, number: number): ChaosPerson {
  const [firstName, lastName] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const [title, company] = [random.pick(TITLES), random.pick(COMPANIES)];
  const memberUrn = memberId(number);
  const vanity = normaliseVanity(`${firstName}-${lastName}-${number}`)!;
  const gone = random.chance(0.04);
  const item = supremeCoderItem({
    vanity,
    memberUrn,
    firstName,
    lastName: `${lastName} ${number}`,
    title,
    company,
    industry: random.pick(INDUSTRIES),
    about: `Number ${number}: ${random.shuffled(WORDS).slice(0, 3).join(', ')}.`,
    employees: random.pick(SIZES),
  });
  const name = `${firstName} ${lastName} ${number}`;
  return { memberUrn, vanity, name, headline: `${title} at ${company}`, gone, answer: gone ? 'gone' : item };
}

/** Clients that share about 30 % of their people, some of those under another spelling. */
export function createClients(
  random: SeededRandom,
  sizes: readonly number[],
): { clients: ChaosClient[]; people: ChaosPerson[] } {
  const shared = createPeople(random, Math.round(Math.min(...sizes) * 0.3));
  const own = sizes.map((size, position) =>
    createPeople(random, size - shared.length, 100_000 * (position + 1)),
  );
  // Those who are shared are most likely wanted by two processes at the same moment where they come first.
  const sharedFirst = random.chance(0.6);
  const clients = own.map((people, position) => {
    const all = [...shared, ...people];
    return createClient(random, `client-${position + 1}`, sharedFirst ? all : random.shuffled(all));
  });
  return { clients, people: [...shared, ...own.flat()] };
}

/** Most people stand on a followers page, by member id; the others on a list of links, by vanity name. */
export function createClient(
  random: SeededRandom,
  slug: string,
  people: readonly ChaosPerson[],
  listed = 0.3,
): ChaosClient {
  const onList = new Set(people.filter(() => random.chance(listed)));
  const onPage = people.filter((person) => !onList.has(person));
  const links = [...onList].map((person) => spelling(random, person.vanity));
  const titles = random.shuffled(TITLES).slice(0, 3);
  return {
    slug,
    people,
    files: [
      { name: `${slug}.html`, content: followersPage(onPage) },
      ...(links.length === 0 ? [] : [{ name: `${slug}.txt`, content: `${links.join('\n')}\n` }]),
    ],
    icpFile: {
      name: `${slug}.yaml`,
      content: `target_titles: [${titles.join(', ')}]\ntarget_industries: [SaaS, Payments]\ntarget_keywords: [${random.pick(WORDS)}]\nexclude_titles: [Assistant]\nnotes: Whom ${slug} wants to meet\n`,
    },
  };
}

/** One of the ways in which a profile's link is written. */
function spelling(random: SeededRandom, vanity: string): string {
  return random.pick([
    `https://www.linkedin.com/in/${encodeURIComponent(vanity)}`,
    `https://uk.linkedin.com/in/${encodeURIComponent(vanity.toUpperCase())}/`,
    `http://linkedin.com/in/${vanity}?trk=public_profile`,
    `https://www.linkedin.com/in/${encodeURIComponent(vanity.normalize('NFD'))}/overlay/contact-info/`,
  ]);
}

/** Finds people by any of their names. */
export class People {
  readonly #byKey = new Map<string, ChaosPerson>();

  constructor(people: readonly ChaosPerson[]) {
    for (const person of people) {
      const identity = { memberUrn: person.memberUrn, publicIdentifier: person.vanity };
      for (const key of identityKeys(identity)) this.#byKey.set(key, person);
    }
  }

  of(identity: PersonIdentity): ChaosPerson | undefined {
    return identityKeys(identity)
      .map((key) => this.#byKey.get(key))
      .find((person) => person !== undefined);
  }

  ofUrl(url: string): ChaosPerson | undefined {
    const identity = parseProfileLink(url);
    return identity === null ? undefined : this.of(identity);
  }

  /** For the simulated scraper, which asks by member id or vanity name. */
  readonly answerTo = (name: string): SimulatedAnswer =>
    this.#byKey.get(`urn:${name}`)?.answer ?? this.#byKey.get(`in:${name}`)?.answer ?? 'missing';
}
