import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseIcp } from '../src/config/icp-file.ts';
import { hasCriteria } from '../src/domain/icp.ts';
import { isProfileMemberId, memberNumber, parseProfileLink } from '../src/domain/linkedin-id.ts';
import { loadProfileFile } from '../src/providers/profile-file.ts';
import { readPeople } from '../src/stages/ingest/read-people.ts';
import {
  FINANCE_LEADERS,
  FINANCE_TRAPS,
  fixturePeople,
  MARKETING_LEADERS,
} from './support/fixture-profiles.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const fixture = (name: string) => join(repository, 'fixtures', name);
const page = await readFile(fixture('followers.html'), 'utf8');
const items = (await readFile(fixture('profiles.jsonl'), 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { inputUrl: string; profileId?: string; error?: string });

/** The rows of the list, read off the markup by hand: the parser of the product is not to judge its own fixture. */
const rows = page
  .slice(page.indexOf('<ul role="list"'), page.indexOf('scaffold-finite-scroll__load-button'))
  .split('<li ')
  .slice(1)
  .map((row) => ({
    member: /data-chameleon-result-urn="urn:li:member:(\w+)"/.exec(row)![1]!,
    links: [...row.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!),
  }));
const people = rows.filter(({ links }) => links.length > 0);

it('the committed files are what the generator makes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'icp-fixtures-'));
  try {
    execFileSync(process.execPath, [join(repository, 'scripts/make-fixtures.mjs'), folder]);
    expect(await readFile(join(folder, 'followers.html'), 'utf8')).toBe(page);
    expect(await readFile(join(folder, 'profiles.jsonl'), 'utf8')).toBe(
      await readFile(fixture('profiles.jsonl'), 'utf8'),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('the followers page', () => {
  it('names about forty people, each in two equal links, and one without', () => {
    expect(people).toHaveLength(41);
    for (const { links } of people) expect(links).toEqual([links[0], links[0]]);
    expect(rows).toHaveLength(42);
  });

  it('has valid member ids that hold the member number of their row', () => {
    for (const { member, links } of people) {
      const token = /miniProfile%3A([\w-]+)$/.exec(links[0]!)![1]!;
      expect(isProfileMemberId(token)).toBe(true);
      expect(token).toHaveLength(39);
      expect(memberNumber(token)).toBe(Number(member));
    }
  });

  it('shows most people by member id alone', () => {
    const byId = people.filter(({ links }) => parseProfileLink(links[0]!)?.publicIdentifier === null);
    expect(byId.length).toBeGreaterThan(35);
    expect(byId.length).toBeLessThan(people.length);
  });

  it('states the length of its own address, as Chrome does', () => {
    const [, length, url] = /<!-- saved from url=\((\d{4})\)(\S+) -->/.exec(page)!;
    expect(url).toHaveLength(Number(length));
  });

  it('gives the product exactly its people', async () => {
    const reading = readPeople({ path: 'followers.html', bytes: await readFile(fixture('followers.html')) });
    const numbers = reading.people.map(({ memberUrn }) => memberUrn && memberNumber(memberUrn));
    expect(numbers).toEqual(people.map(({ member }) => Number(member)));
    expect(reading.statedTotal).toBe(3384);
    expect(reading.skipped).toBe(1);
    const byNumber = new Map(reading.people.map((person, at) => [numbers[at], person]));
    expect(byNumber.get(4103158391)).toMatchObject({
      name: 'Mirela Okonjari',
      publicIdentifier: 'mirela-okonjari-1',
    });
    expect(byNumber.get(4112039925)).toMatchObject({ name: 'Corwin Blatch', publicIdentifier: null });
    expect(byNumber.get(4121583390)?.headline).toMatch(/^=SUM/);
    expect(byNumber.get(4120640369)?.headline).toBeNull();
  });
});

describe('the profiles', () => {
  it('belong to the people of the page, each to one, all but one person', () => {
    const asked = items.map(({ inputUrl }) => inputUrl);
    const urls = people.map(({ links }) => links[0]!.replace(/\?.*$/, ''));
    expect(new Set(asked).size).toBe(asked.length);
    for (const url of asked) expect(urls).toContain(url);
    expect(urls.filter((url) => !asked.includes(url))).toHaveLength(1);
  });

  it('say of one person that there is no profile', () => {
    expect(items.filter(({ error }) => error !== undefined)).toHaveLength(1);
  });

  it('can all be read', async () => {
    const { profiles, unusable } = await loadProfileFile(fixture('profiles.jsonl'));
    expect(unusable).toBe(0);
    expect(profiles).toHaveLength(items.length);
    const flags = profiles.flatMap((source) => (source.kind === 'profile' ? source.profile.flags : []));
    expect(flags).toEqual(expect.arrayContaining(['company_was_duration', 'title_and_company_swapped']));
  });

  it('are repaired to the same current job as the list of people has', async () => {
    const known = await fixturePeople();
    const now = (name: string) =>
      known
        .get(name)!
        .profile.roles.filter((role) => role.isCurrent)
        .map(({ title, company }) => `${title} @ ${company}`);
    expect(now('Anselm Dürrbach')).toEqual(['Vice President Finance @ Pfennigbogen']);
    expect(now('Tobiah Wrenfield')).toEqual(['Finance Director @ Mosskeep']);
    expect(now('Priyanka Vellodi')).toContain('Chief Financial Officer @ Kiteledger');
    expect(now('Theodoric Lindqvist-Amadi')).toEqual(['Head of Finance @ Sparrowmint']);
  });

  it('hold everyone whom the other tests speak of', async () => {
    const known = await fixturePeople();
    for (const name of [...FINANCE_LEADERS, ...FINANCE_TRAPS, ...MARKETING_LEADERS])
      expect(known.has(name)).toBe(true);
    expect(known.size).toBe(40);
  });
});

describe.each(['icp-finance.yaml', 'icp-marketing.yaml'])('%s', (name) => {
  it('is a valid ICP', async () => {
    expect(hasCriteria(parseIcp(await readFile(fixture(name), 'utf8'), name))).toBe(true);
  });
});
