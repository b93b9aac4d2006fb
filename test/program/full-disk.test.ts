import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkplace } from '../support/icp-process.ts';
import { onServer } from '../support/test-database.ts';

/** A disk of its own takes root; elsewhere there is no way to fill one without harm. */
const disk = mkdtempSync(join(tmpdir(), 'icp-disk-'));
const mounted =
  !onServer && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe.skipIf(!mounted)('a disk that fills up', () => {
  it('is named, loses nothing that was committed, and the command goes on once there is room', async () => {
    const place = await createWorkplace({ ICP_HOME: join(disk, 'home') });
    mkdirSync(join(disk, 'home'));
    copyFileSync('fixtures/followers.html', join(place.folder, 'followers.html'));
    const many = Array.from(
      { length: 60_000 },
      (_, number) => `https://www.linkedin.com/in/somebody-of-a-long-name-${number}`,
    );
    writeFileSync(join(place.folder, 'many.txt'), many.join('\n'));
    await place.icp(['client', 'add', 'acme']);
    await place.icp(['ingest', 'followers.html', '--client', 'acme']);
    for (const command of [['ingest', 'many.txt', '--client', 'acme'], ['status']]) {
      const full = await place.icp(command);
      expect(full).toMatchObject({
        code: 5,
        stderr: expect.stringContaining(`${join(disk, 'home')}, is full`),
      });
    }
    expect(spawnSync('mount', ['-o', 'remount,size=400m', disk]).status).toBe(0);
    const leads = async () =>
      (await place.icp(['status', '--json'])).json<{ leads: { discovered: number } }>().leads;
    expect(await leads()).toMatchObject({ discovered: 41 });
    expect(await place.icp(['ingest', 'many.txt', '--client', 'acme'])).toMatchObject({ code: 0 });
    expect(await leads()).toMatchObject({ discovered: 60_041 });
    await place.close();
  });
});
