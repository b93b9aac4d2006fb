import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetPerson } from '../../src/store/forget-person.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import { foundIn } from '../support/database-dump.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { startServices } from '../support/simulated-services.ts';
import { describeOnServer, onServer } from '../support/test-database.ts';

/** What the page and the profile of one of the followers say of her, and nobody else's. */
const HERS = [
  'Mirela',
  'Okonjari',
  'mirela-okonjari-1',
  'ACoAAPSROncBa7kskI2puJo5Bl9N9Ss030js_Ps',
  'Subscription billing without the spreadsheets',
  'FINAL_v7',
  'First finance hire of a B2B SaaS company',
  'University of Wexmoor',
];
const URL = 'https://uk.linkedin.com/in/Mirela-Okonjari-1/?trk=people-guest';

let place: Workplace;
beforeEach(async () => {
  place = await createWorkplace();
  for (const name of ['followers.html', 'profiles.jsonl', 'icp-finance.yaml'])
    copyFileSync(join('fixtures', name), join(place.folder, name));
});
afterEach(() => place.close());

/** Files of the embedded database in which this can be read. */
function filesWith(text: string): string[] {
  const home = join(place.folder, '.icp');
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

it('icp forget leaves nothing of a person, whose page may come again; icp purge leaves the leads', async () => {
  const run = await place.icp([
    ...['run', 'followers.html', '--client', 'acme', '--icp', 'icp-finance.yaml'],
    ...['--offline', '--profiles', 'profiles.jsonl', '--json'],
  ]);
  expect(run.json()).toMatchObject({ ingest: { created: 41, forgotten: 0 } });
  writeFileSync(
    join(place.folder, 'Mirela Okonjari.txt'),
    'Mirela Okonjari: We sell to CFOs.\nBen: We target those whom Mirela Okonjari knows, CFOs.\nMirela Okonjari: Yes.\n',
  );
  const said = await place.here([
    ...['sync-icp', '--client', 'acme', '--offline', '--transcript', 'Mirela Okonjari.txt', '--json'],
  ]);
  expect(said.json()).toMatchObject({
    calls: { read: 1 },
    confirmed: [{ value: 'CFO', calls: 1, mentions: 2 }],
  });
  if (onServer) expect(await place.withDatabase((database) => foundIn(database, HERS))).toEqual(HERS);
  else expect(filesWith('Okonjari')).not.toEqual([]);

  const outcomes = `LinkedIn,Outcome\n${URL},Replied\nin/rutger-hoekzema,Wrong person\n`;
  const imported = await place.icp(['feedback', 'import', '-', '--client', 'acme', '--json'], {
    stdin: outcomes,
  });
  expect(imported.json()).toMatchObject({ command: 'feedback import', rows: 2, fit: 1, stored: 2 });

  const forgotten = await place.icp(['forget', URL, 'mirela-okonjari-1', '--json']);
  expect(forgotten).toMatchObject({ code: 0, stderr: '' });
  expect(forgotten.json()).toEqual({
    command: 'forget',
    forgotten: [
      { asked: URL, leads: 1, profiles: 1, answers: 3, verdicts: 1, runs: 1, mentions: expect.any(Number) },
      { asked: 'mirela-okonjari-1', leads: 0, profiles: 0, answers: 0, verdicts: 0, runs: 0, mentions: 0 },
    ],
  });
  if (!onServer) expect(HERS.flatMap(filesWith)).toEqual([]);

  const again = await place.here(['ingest', 'followers.html', '--client', 'acme']);
  expect(again.stdout).toContain(
    '0 new leads in batch followers, 40 people known already.\n1 person left out',
  );
  const purged = await place.here(['purge', '--older-than', '0h', '--json']);
  expect(purged.json()).toMatchObject({ command: 'purge', profiles: 39, answers: 117, kept: 0 });

  const left = await place.withDatabase(async (database) => ({
    hers: await foundIn(database, HERS),
    counts: (
      await database.query(
        `select (select count(*) from leads where name is not null) as leads, (select count(*) from profile_cache) as profiles,
                (select string_agg(outcome, '') from verdicts) as verdicts`,
      )
    ).rows,
  }));
  expect(left).toEqual({ hers: [], counts: [{ leads: 40, profiles: 0, verdicts: 'Wrong person' }] });
});

describeOnServer('people who are forgotten one by one while another process works on them', () => {
  it('are all gone when it has ended, whatever was under way of them, and nothing of the others is lost', async () => {
    const services = await startServices({
      apify: { runMs: () => 600 },
      openai: { latencyMs: { embeddings: 200, chat: 300 } },
      jina: { latencyMs: 400 },
    });
    const database = openPostgres(place.environment['DATABASE_URL']!, { applicationName: 'icp-tests' });
    try {
      await place.here(['client', 'add', 'acme', '--icp', 'icp-finance.yaml']);
      await place.here(['ingest', 'followers.html', '--client', 'acme']);
      const { rows: people } = await database.query<{ id: number; urn: string; name: string }>(
        'select id, member_urn as urn, name from leads order by id',
      );
      const running = place.start(['run', 'followers.html', '--client', 'acme'], {
        environment: { ...services.environment, ICP_SCRAPE_CONCURRENCY: '3', ICP_LLM_CONCURRENCY: '4' },
      });
      // Not the one of whom there is no profile, for whom the run ends with 3.
      const forgotten = people.filter(({ id }) => id % 2 === 1);
      for (const { urn } of forgotten) {
        await new Promise((wake) => setTimeout(wake, 150));
        await forgetPerson(database, [`urn:${urn}`]);
      }
      const { code, stderr } = await running.ended;
      expect({ code, stderr }).toEqual({ code: 3, stderr: expect.not.stringContaining('error:') });
      const known = forgotten.flatMap(({ urn, name }) => [urn, name]);
      expect(await foundIn(database, known)).toEqual([]);
      const { rows: ownerless } = await database.query(
        `select text_hash from classifications union all select text_hash from rerank_scores
         except select text_hash from profile_cache`,
      );
      expect(ownerless).toEqual([]);
      const { rows: left } = await database.query<{ id: number }>(
        `select id from leads where status <> 'failed'`,
      );
      const others = people.length - forgotten.length;
      expect(left.length).toBeGreaterThanOrEqual(others - 1);
      const { rows: open } = await database.query(
        `select from actor_runs where state in ('intended', 'started')`,
      );
      expect(open).toEqual([]);
    } finally {
      await database.close();
      await services.close();
    }
  });
});

describeOnServer('somebody who was forgotten by member id and is ingested under a vanity name', () => {
  it('is found out by the scraper: the new lead goes, the name is remembered, and nothing has failed', async () => {
    await place.icp(['forget', HERS[3]!]);
    writeFileSync(
      join(place.folder, 'urls.txt'),
      'linkedin.com/in/mirela-okonjari-1\nlinkedin.com/in/rutger-hoekzema\n',
    );
    const run = () =>
      place.icp([
        ...['run', 'urls.txt', '--client', 'new', '--icp', 'icp-finance.yaml'],
        ...['--offline', '--profiles', 'profiles.jsonl'],
      ]);
    const first = await run();
    expect(first.stderr).toContain('1 person is to stay forgotten');
    expect(first.stdout).toMatch(/ingest +2 people in batch urls, 2 new leads\nenrich +1 enriched /);
    expect(first.code).toBe(0);
    expect(await place.withDatabase((database) => foundIn(database, HERS))).toEqual([]);
    expect((await run()).stdout).toContain('1 person left out: they are to stay forgotten.');
  });
});
