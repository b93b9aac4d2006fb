import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkplace } from '../support/icp-process.ts';
import { onServer } from '../support/test-database.ts';

/** A disk of its own takes root; elsewhere there is no way to fill one without harm. */
const disk = mkdtempSync(join(tmpdir(), 'icp-disk-'));
const mounted =
  !onServer && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const resize = (size: number) => spawnSync('mount', ['-o', `remount,size=${size}m`, disk]).status;

describe.skipIf(!mounted)('a disk that fills up', () => {
  // Where the database takes 26 MB: on the smaller one it cannot write its log, on the larger one nothing is left at all, not even for the folder's lock.
  it.each([
    [45, 15_000],
    [50, 25_000],
  ])(
    'of %i MB is named, loses nothing that was committed, and the command goes on once there is room',
    async (size, people) => {
      expect(resize(size)).toBe(0);
      const home = join(disk, `home-${size}`);
      const place = await createWorkplace({ ICP_HOME: home });
      mkdirSync(home);
      place.bringUsualCase();
      const many = Array.from(
        { length: people },
        (_, number) => `https://www.linkedin.com/in/somebody-of-a-long-name-${number}`,
      );
      writeFileSync(join(place.folder, 'many.txt'), many.join('\n'));
      await place.icp(['client', 'add', 'acme']);
      await place.icp(['ingest', 'followers.html', '--client', 'acme']);
      for (const command of [['ingest', 'many.txt', '--client', 'acme'], ['status']]) {
        const full = await place.icp(command);
        expect(full).toMatchObject({ code: 5, stderr: expect.stringContaining(`${home}, is full`) });
      }
      expect(resize(400)).toBe(0);
      const leads = async () =>
        (await place.here(['status', '--json'])).json<{ leads: { discovered: number } }>().leads;
      expect(await leads()).toMatchObject({ discovered: 41 });
      expect(await place.icp(['ingest', 'many.txt', '--client', 'acme'])).toMatchObject({ code: 0 });
      expect(await leads()).toMatchObject({ discovered: people + 41 });
      rmSync(home, { recursive: true });
      await place.close();
    },
  );
});
