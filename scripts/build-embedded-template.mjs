// Makes dist/embedded-template.tar.gz: an initialised, migrated data folder of the embedded database. Unpacking it takes about a
// second where initdb takes five. Made anew when PGlite or a migration has changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { migrationsFolder } from '../dist/app/package-folder.js';
import { startPglite, wrapPglite } from '../dist/store/embedded-database.js';
import { migrate, readMigrations } from '../dist/store/migrate.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const archive = `${dist}embedded-template.tar.gz`;
const madeFromFile = `${dist}embedded-template.json`;

const packageOf = (name) => {
  const entry = createRequire(import.meta.url).resolve(name);
  return JSON.parse(readFileSync(`${entry.slice(0, entry.lastIndexOf('/dist/'))}/package.json`, 'utf8'));
};
const migrations = await readMigrations(migrationsFolder);
const madeFrom = JSON.stringify({
  pglite: packageOf('@electric-sql/pglite').version,
  pgvector: packageOf('@electric-sql/pglite-pgvector').version,
  migrations: migrations.map(({ name, checksum }) => [name, checksum]),
});

const current = existsSync(archive) && existsSync(madeFromFile) ? readFileSync(madeFromFile, 'utf8') : null;
if (current !== madeFrom) {
  const pglite = await startPglite();
  await migrate(wrapPglite(pglite, 'template'), migrations);
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('gzip');
  writeFileSync(archive, Buffer.from(await dump.arrayBuffer()));
  writeFileSync(madeFromFile, madeFrom);
  await pglite.close();
}
