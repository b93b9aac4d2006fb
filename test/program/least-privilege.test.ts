import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createWorkplace } from '../support/icp-process.ts';
import { onServer } from '../support/test-database.ts';

const README_ROLE = 'icp_runner';

/** The statements that the README shows, for a role of this test alone: roles belong to the whole server. */
function statementsOfReadme(role: string): string {
  const sql = /```sql\n([\s\S]+?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  expect(sql).toContain(README_ROLE);
  return sql.replaceAll(README_ROLE, role);
}

it.skipIf(!onServer)("the README's role runs the pipeline and cannot change the schema", async () => {
  const place = await createWorkplace();
  const role = `icp_runner_${process.pid}`;
  const owner = new pg.Client({ connectionString: place.environment['DATABASE_URL']! });
  await owner.connect();
  try {
    await owner.query(statementsOfReadme(role));
    const url = new URL(place.environment['DATABASE_URL']!);
    url.username = role;
    const asRunner = { environment: { DATABASE_URL: url.href } };
    for (const name of ['followers.html', 'profiles.jsonl', 'icp-finance.yaml'])
      copyFileSync(join('fixtures', name), join(place.folder, name));

    const run = await place.icp(
      [
        ...['run', 'followers.html', '--client', 'acme', '--icp', 'icp-finance.yaml'],
        ...['--offline', '--profiles', 'profiles.jsonl', '--json'],
      ],
      asRunner,
    );
    expect(run.json<{ export: { exported: number } }>().export.exported).toBeGreaterThan(30);
    for (const command of [
      ['status'],
      ['usage'],
      ['retry', '--all'],
      ['qualify', '--rescore', '--offline'],
      ['forget', '1'],
      ['purge', '--older-than', '90d'],
    ])
      expect(await place.icp(command, asRunner)).toMatchObject({ code: 0 });

    expect(await place.icp(['migrate'], asRunner)).toMatchObject({ code: 0 });
    expect(await place.icp(['migrate', '--status'], asRunner)).toMatchObject({ code: 0 });
    await owner.query('delete from schema_migrations where version = 4');
    const refused = await place.icp(['migrate'], asRunner);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('may not change the schema') });
    const runner = new pg.Client({ connectionString: url.href });
    await runner.connect();
    for (const statement of [
      'alter table leads add x int',
      'drop table leads',
      'delete from schema_migrations',
    ])
      await expect(runner.query(statement)).rejects.toMatchObject({ code: '42501' });
    await runner.end();
  } finally {
    await owner.query(`drop owned by ${role}`).catch(() => {});
    await owner.query(`drop role if exists ${role}`);
    await owner.end();
    await place.close();
  }
});
