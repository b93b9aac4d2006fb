import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, wherever it is installed: this file is `<package>/dist/app/…` or `<package>/src/app/…`. */
export const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const migrationsFolder = join(packageFolder, 'migrations');
export const fixturesFolder = join(packageFolder, 'fixtures');
/** An initialised embedded database, made when the package is built (scripts/build-embedded-template.mjs). */
export const embeddedTemplate = join(packageFolder, 'dist', 'embedded-template.tar.gz');
