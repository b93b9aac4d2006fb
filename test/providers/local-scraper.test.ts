import { describe, expect, it } from 'vitest';
import { profileUrl } from '../../src/domain/linkedin-id.ts';
import type { ScrapeOutcome, ScrapeTarget } from '../../src/ports/profile-scraper.ts';
import { createLocalScraper } from '../../src/providers/local-scraper.ts';
import type { ProfileSource } from '../../src/providers/profile-file.ts';
import { normaliseItem } from '../../src/providers/profile-items/normalise-item.ts';
import { profileScraperContract } from '../contracts/profile-scraper.ts';
import { memberId } from '../support/member-id.ts';

const never = new AbortController().signal;

function target(person: Partial<ScrapeTarget>): ScrapeTarget {
  const identity = {
    memberUrn: person.memberUrn ?? null,
    publicIdentifier: person.publicIdentifier ?? null,
  };
  return { ...identity, url: profileUrl(identity), name: null, headline: null, ...person };
}

function source(item: unknown): ProfileSource {
  const normalised = normaliseItem(item);
  if (normalised.kind === 'refusal' || normalised.kind === 'unusable') throw new Error(normalised.message);
  return normalised;
}

function scraped(memberNumber: number, publicIdentifier: string, headline: string, inputUrl?: string) {
  return source({
    profileId: memberId(memberNumber),
    publicIdentifier,
    firstName: 'Ana',
    lastName: publicIdentifier,
    headline,
    positions: [],
    ...(inputUrl !== undefined && { inputUrl }),
  });
}

async function ask(
  sources: readonly ProfileSource[],
  ...targets: ScrapeTarget[]
): Promise<readonly ScrapeOutcome[]> {
  const scraper = createLocalScraper({ profiles: sources, newRunId: () => 'one' });
  const { runId } = await scraper.start(targets, never);
  return (await scraper.collect(runId, targets, never)).outcomes;
}

const headline = (outcome: ScrapeOutcome | undefined) =>
  outcome?.kind === 'profile' ? outcome.profile.headline : outcome?.kind;

let runs = 0;
profileScraperContract('local scraper', async () => ({
  scraper: createLocalScraper({
    profiles: [scraped(1, 'ana-one', 'CFO at Ledgerly'), scraped(2, 'ana-two', 'Painter')],
    newRunId: () => String(++runs),
  }),
  found: [
    target({ memberUrn: memberId(1) }),
    target({ publicIdentifier: 'ana-two' }),
    target({ publicIdentifier: 'bela', name: 'Bela', headline: 'Cook' }),
  ],
  missing: [target({ publicIdentifier: 'nobody' })],
  close: async () => {},
}));

describe('the local scraper', () => {
  it('finds a profile by the URL asked for then, by member id and by vanity name', async () => {
    const sources = [
      scraped(1, 'new-name', 'One', 'https://uk.linkedin.com/in/Old-Name/?x=1'),
      scraped(2, 'two', 'Two'),
      scraped(3, 'three', 'Three'),
    ];
    const outcomes = await ask(
      sources,
      target({ publicIdentifier: 'old-name' }),
      target({ publicIdentifier: 'new-name' }),
      target({ memberUrn: memberId(2) }),
      target({ publicIdentifier: 'three' }),
    );
    expect(outcomes.map(headline)).toEqual(['One', 'One', 'Two', 'Three']);
  });

  it('does not give a person the profile of another member who took over the vanity name', async () => {
    const [outcome] = await ask(
      [scraped(7, 'ana', 'Someone else')],
      target({ memberUrn: memberId(8), publicIdentifier: 'ana', headline: 'Myself' }),
    );
    expect(headline(outcome)).toBe('Myself');
  });

  it('takes the first of two scrapes of one person', async () => {
    const [outcome] = await ask(
      [scraped(1, 'ana', 'First'), scraped(1, 'ana', 'Second')],
      target({ publicIdentifier: 'ana' }),
    );
    expect(headline(outcome)).toBe('First');
  });

  it('says "gone" of a person whom an earlier scrape did not find, whatever the page says', async () => {
    const url = 'https://www.linkedin.com/in/gone-person';
    const sources = [source({ inputUrl: url, error: 'Profile not found' })];
    const [outcome] = await ask(sources, target({ publicIdentifier: 'gone-person', headline: 'CFO' }));
    expect(outcome).toEqual({ kind: 'gone', message: expect.stringContaining('not found') });
  });

  it('falls back to the page where an earlier scrape merely failed', async () => {
    const sources = [source({ inputUrl: 'https://www.linkedin.com/in/late', error: 'Timed out, try again' })];
    const [outcome] = await ask(sources, target({ publicIdentifier: 'late', headline: 'CFO at Ledgerly' }));
    expect(headline(outcome)).toBe('CFO at Ledgerly');
  });

  it('makes a profile of what the page says, and says so', async () => {
    const person = target({
      memberUrn: memberId(9),
      name: 'Ines \u001b[31mBrandl',
      headline: 'VP Finance bei Ledgerly | Vorständin im Ruderclub',
    });
    const [outcome] = await ask([], person);
    expect(outcome).toEqual({
      kind: 'profile',
      profile: {
        memberUrn: memberId(9),
        publicIdentifier: null,
        fullName: 'Ines Brandl',
        headline: 'VP Finance bei Ledgerly | Vorständin im Ruderclub',
        location: null,
        about: null,
        industry: null,
        roles: [
          {
            title: 'VP Finance',
            company: 'Ledgerly',
            location: null,
            description: null,
            employmentType: null,
            start: null,
            end: null,
            isCurrent: true,
            companySize: null,
            companyIndustries: [],
          },
        ],
        education: [],
        skills: [],
        flags: ['from_page_only'],
      },
    });
  });

  it.each([
    ['a name alone', { name: 'Ines Brandl' }, 'profile'],
    ['a headline alone', { headline: 'Reader of maps' }, 'profile'],
    ['neither', {}, 'nothing'],
    ['blanks and control characters', { name: ' \u0007 ', headline: '\u200f' }, 'nothing'],
  ])('with no earlier scrape and %s on the page answers %s', async (_, page, kind) => {
    const [outcome] = await ask([], target({ publicIdentifier: 'ines', ...page }));
    expect(outcome?.kind).toBe(kind);
  });

  it('costs nothing and has nothing to find', async () => {
    const scraper = createLocalScraper({ profiles: [], newRunId: () => 'one' });
    const { runId } = await scraper.start([target({ publicIdentifier: 'ines' })], never);
    expect(runId).toBe('local-one');
    expect(await scraper.cost(runId, never)).toBe(0);
    expect(await scraper.find([], new Date(0), new Set(), never)).toBeUndefined();
    expect(scraper.origin).toBe('local');
  });
});
