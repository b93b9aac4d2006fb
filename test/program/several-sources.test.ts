import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followersPage } from '../support/followers-page.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { memberId } from '../support/member-id.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { describeOnServer, onServer } from '../support/test-database.ts';

let services: SimulatedServices;
let place: Workplace;

/** The first people of the fixtures' scraped profiles that have both names. */
const profiles = readFileSync('fixtures/profiles.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { publicIdentifier?: string; positions?: unknown })
  .filter((profile) => profile.publicIdentifier && Array.isArray(profile.positions))
  .slice(0, 5);

interface Listed {
  readonly leads: readonly {
    readonly member_urn: string | null;
    readonly public_identifier: string | null;
    readonly name: string;
    readonly headline: string | null;
  }[];
}

beforeAll(async () => {
  if (!onServer) return;
  services = await startServices();
  place = await createWorkplace(services.environment);
  await place.icp(['client', 'add', 'acme']);
});
afterAll(async () => {
  await services?.close();
  await place?.close();
});

const write = (name: string, content: string) => writeFileSync(join(place.folder, name), content);
const ingest = async (name: string) =>
  (await place.icp(['ingest', name, '--client', 'acme', '--json'])).json<{
    created: number;
    duplicates: number;
  }>();

describeOnServer('the same people from a page, a table and a dataset', () => {
  it('are one lead each, with the union of what was known', async () => {
    const people = Array.from({ length: 4 }, (_, number) => ({
      memberUrn: memberId(700 + number),
      name: `Wilhelmina Storck${number}`,
      headline: number % 2 === 0 ? null : `Treasurer ${number}`,
    }));
    write('page.html', followersPage(people));
    const rows = people.map(
      ({ memberUrn, name }, number) =>
        `${memberUrn},https://www.linkedin.com/in/Wilhelmina-Storck-${number}/,${name},CFO ${number}`,
    );
    write('table.csv', ['memberUrn,profileUrl,fullName,headline', ...rows].join('\n'));
    const items = people.map((_, number) => ({
      publicIdentifier: `wilhelmina-storck-${number}`,
      company: 'Ledgerly',
    }));
    write('dataset.json', JSON.stringify(items));
    expect(await ingest('page.html')).toMatchObject({ created: 4, duplicates: 0 });
    expect(await ingest('table.csv')).toMatchObject({ created: 0, duplicates: 4 });
    expect(await ingest('dataset.json')).toMatchObject({ created: 0, duplicates: 4 });
    const { leads } = (await place.icp(['leads', '--client', 'acme', '--json'])).json<Listed>();
    const sorted = [...leads].sort((one, other) => (one.name < other.name ? -1 : 1));
    expect(sorted).toMatchObject(
      people.map(({ memberUrn, name, headline }, number) => ({
        member_urn: memberUrn,
        public_identifier: `wilhelmina-storck-${number}`,
        name,
        headline: headline ?? `CFO ${number}`,
      })),
    );
  });
});

describeOnServer('a dataset of scraped profiles', () => {
  it('brings them along with the date of their scrape: nobody fresh is scraped again', async () => {
    await place.icp(['client', 'add', 'bringer']);
    const scrapedAt = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    const [old, ...fresh] = profiles;
    const items = [
      { ...old, scrapedAt: scrapedAt(45) },
      ...fresh.map((item) => ({ ...item, scrapedAt: scrapedAt(3) })),
    ];
    write('scraped.json', JSON.stringify(items));
    const brought = await place.icp(['ingest', 'scraped.json', '--client', 'bringer', '--json']);
    expect(brought.json()).toMatchObject({ created: 5, profiles: 5 });
    const enriched = await place.icp(['enrich', '--client', 'bringer', '--json']);
    expect(enriched.json()).toMatchObject({ enriched: 5, from_cache: 4 });
    expect(services.apify.runs.map((run) => run.urls)).toEqual([
      [expect.stringContaining(String(old!.publicIdentifier))],
    ]);
  });
});
