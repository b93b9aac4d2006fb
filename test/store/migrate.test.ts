import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.ts';
import {
  type Migration,
  migrate,
  migrationStatus,
  readMigrations,
  requireMigrated,
} from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import {
  createServerDatabase,
  createTestDatabase,
  onServer,
  type TestDatabase,
} from '../support/test-database.ts';

let test: TestDatabase;
let migrations: readonly Migration[];
beforeAll(async () => {
  test = await createTestDatabase();
  migrations = await readMigrations('migrations');
});
afterAll(() => test.close());

const extra = (version: number, sql: string): Migration => ({
  version,
  name: `000${version}_extra.sql`,
  sql,
  checksum: `sum of ${sql}`,
});

/** Runs `work` and takes back what it wrote about migrations. */
async function withoutTrace(work: () => Promise<void>): Promise<void> {
  const { rows } = await test.database.query<object>('select * from schema_migrations');
  try {
    await work();
  } finally {
    await test.database.query('delete from schema_migrations');
    await test.database.query(
      `insert into schema_migrations select * from json_populate_recordset(null::schema_migrations, $1::json)`,
      [JSON.stringify(rows)],
    );
  }
}

describe('readMigrations', () => {
  it('reads numbered files in order, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'icp-migrations-'));
    await cp('migrations', folder, { recursive: true });
    await writeFile(join(folder, 'notes.sql'), 'drop table leads;');
    await writeFile(join(folder, '0002_x.sql.orig'), 'drop table leads;');
    expect(await readMigrations(folder)).toEqual(migrations);
    expect(migrations.map((one) => one.version)).toEqual(migrations.map((_, index) => index + 1));
    await rm(folder, { recursive: true });
  });
});

describe('migrate', () => {
  it('does nothing the second time', async () => {
    expect(await migrate(test.database, migrations)).toEqual([]);
    await requireMigrated(test.database, migrations);
    const states = await migrationStatus(test.database, migrations);
    expect(states.map((state) => state.appliedAt)).toEqual(migrations.map(() => expect.any(Date)));
  });

  it('applies what is missing and says so', () =>
    withoutTrace(async () => {
      const next = extra(
        migrations.length + 1,
        '-- a remark; with a semicolon\ncreate table extra_one (id int);\n\ncreate function extra_f() returns int language sql as $$\n  select 1;\n$$;\ninsert into extra_one values (extra_f())',
      );
      await expect(requireMigrated(test.database, [...migrations, next])).rejects.toMatchObject({
        code: 'schema_not_migrated',
        hint: expect.stringContaining('icp migrate'),
      });
      expect(await migrate(test.database, [...migrations, next])).toEqual([next]);
      expect((await test.database.query('select id from extra_one')).rows).toEqual([{ id: 1 }]);
      await test.database.query('drop table extra_one; ').catch(() => {});
    }));

  it('leaves nothing half done when one fails', () =>
    withoutTrace(async () => {
      const good = extra(migrations.length + 1, 'create table half_done (id int);');
      const bad = extra(migrations.length + 2, 'create table half_done_too (id int);\nselect 1 / 0;');
      await expect(migrate(test.database, [...migrations, good, bad])).rejects.toThrow(/division by zero/);
      const { rows } = await test.database.query<{ there: boolean }>(
        `select to_regclass('half_done') is not null as there`,
      );
      expect(rows).toEqual([{ there: false }]);
      expect((await migrationStatus(test.database, [...migrations, good])).at(-1)!.appliedAt).toBeNull();
    }));

  it('refuses a database that is ahead of this program, and one of another build', () =>
    withoutTrace(async () => {
      const older = migrations.slice(0, -1);
      for (const act of [migrate, requireMigrated]) {
        await expect(act(test.database, older)).rejects.toMatchObject({ code: 'schema_too_new' });
      }
      const edited = migrations.map((one, index) => (index === 1 ? { ...one, checksum: 'other' } : one));
      for (const act of [migrate, requireMigrated]) {
        const refused = act(test.database, edited);
        await expect(refused).rejects.toBeInstanceOf(UsageError);
        await expect(refused).rejects.toMatchObject({ code: 'schema_differs' });
      }
    }));
});

describe.runIf(onServer)('on an empty server', () => {
  it('several at once all succeed, and each migration is applied once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const empty = await createServerDatabase(false);
      const databases = Array.from({ length: 8 }, () =>
        openPostgres(empty.url, { applicationName: 'icp-tests' }),
      );
      try {
        await expect(requireMigrated(databases[0]!, migrations)).rejects.toMatchObject({
          code: 'schema_not_migrated',
        });
        const applied = await Promise.all(databases.map((database) => migrate(database, migrations)));
        expect(
          applied
            .flat()
            .map((one) => one.version)
            .sort((one, other) => one - other),
        ).toEqual(migrations.map((one) => one.version));
      } finally {
        await Promise.all(databases.map((database) => database.close()));
        await empty.drop();
      }
    }
  });
});
