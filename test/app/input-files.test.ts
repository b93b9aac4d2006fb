import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LARGEST_OUTCOME_FILE } from '../../src/app/feedback/outcome-file.ts';
import { readInput } from '../../src/app/input-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'icp-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEGABYTE = 1024 * 1024;
const refused = (path: string) => ({
  code: 'input_too_large',
  message: `${path} is larger than 50 MB`,
  hint: expect.stringContaining('split it'),
});

it('refuses more than the limit of a command, named with the way out, before it is read', async () => {
  const path = join(folder, 'deals.csv');
  writeFileSync(path, '');
  truncateSync(path, 50 * MEGABYTE + 1);
  let pulled = 0;
  async function* stdin() {
    for (; pulled < 1000; pulled++) yield new Uint8Array(MEGABYTE);
  }
  await expect(readInput(path, stdin(), LARGEST_OUTCOME_FILE)).rejects.toMatchObject(refused(path));
  await expect(readInput('-', stdin(), LARGEST_OUTCOME_FILE)).rejects.toMatchObject(
    refused('standard input'),
  );
  expect(pulled).toBe(50);
  expect(await readInput(path, stdin())).toHaveLength(50 * MEGABYTE + 1);
});
