import type { Queryable } from '../../src/store/database.ts';

/** Every row of every table as text, as a dump of the database shows it; in lower case, so that no spelling hides a name. */
export async function dumpDatabase(database: Queryable): Promise<string> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(name, ...rows.map(({ row }) => row));
  }
  return parts.join('\n').toLowerCase();
}

/** Which of these stand anywhere in the database. */
export async function foundIn(database: Queryable, texts: readonly string[]): Promise<string[]> {
  const dump = await dumpDatabase(database);
  return texts.filter((text) => dump.includes(text.toLowerCase()));
}
