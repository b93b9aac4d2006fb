// Puts the files of the review page that need no compiling beside those that did.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../src/review/page/', import.meta.url));
const to = fileURLToPath(new URL('../dist/review/page/', import.meta.url));
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (/\.(?:html|css|svg)$/.test(name)) copyFileSync(from + name, to + name);
}
