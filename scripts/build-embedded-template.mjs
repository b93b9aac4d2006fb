// Makes dist/embedded-template.tar.gz: an initialised, migrated data folder of the embedded database. Unpacking it takes about a
// second where initdb takes five. Made anew when PGlite, a migration or this script has changed.
import { createHash } from 'node:crypto';
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
  script: createHash('sha256')
    .update(readFileSync(new URL(import.meta.url)))
    .digest('hex'),
});

const current = existsSync(archive) && existsSync(madeFromFile) ? readFileSync(madeFromFile, 'utf8') : null;
if (current !== madeFrom) {
  const pglite = await startPglite();
  await migrate(wrapPglite(pglite, 'template'), migrations);
  // Nobody creates another database in this folder: without the two templates it has 470 files to unpack instead of 1,070.
  await pglite.exec("update pg_database set datistemplate = false where datname like 'template_'");
  await pglite.exec('drop database template0');
  await pglite.exec('drop database template1');
  await pglite.exec('checkpoint');
  const dump = await pglite.dumpDataDir('gzip');
  writeFileSync(archive, Buffer.from(await dump.arrayBuffer()));
  writeFileSync(madeFromFile, madeFrom);
  await pglite.close();
}
