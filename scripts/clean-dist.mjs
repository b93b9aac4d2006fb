// Removes what an earlier build left, but for the database template, which takes some seconds to make and names what it was made from.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
try {
  for (const name of readdirSync(dist)) {
    if (!name.startsWith('embedded-template')) rmSync(`${dist}${name}`, { recursive: true });
  }
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
