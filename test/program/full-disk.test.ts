import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
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

const filler = join(disk, 'filler');

/** Leaves so many bytes on the disk. */
function fillUpTo(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const more = Math.floor(bavail - left / bsize);
  const file = openSync(filler, 'a');
  for (let page = 0; page < more; page += 1) writeSync(file, Buffer.alloc(bsize, 1));
  closeSync(file);
}

describe.skipIf(!mounted)('a disk that fills up', () => {
  it('is named, loses nothing that was committed, and the command goes on once there is room', async () => {
    const home = join(disk, 'home');
    const place = await createWorkplace({ ICP_HOME: home });
    mkdirSync(home);
    place.bringUsualCase();
    const many = Array.from(
      { length: 5000 },
      (_, number) => `https://www.linkedin.com/in/somebody-${number}`,
    );
    writeFileSync(join(place.folder, 'many.txt'), many.join('\n'));
    await place.here(['client', 'add', 'acme']);
    await place.here(['ingest', 'followers.html', '--client', 'acme']);
    const ingest = ['ingest', 'many.txt', '--client', 'acme'];
    // First the tables cannot grow; then nothing is left at all, not even for the folder's lock.
    for (const [left, command] of [
      [200_000, ingest],
      [0, ['status']],
    ] as const) {
      fillUpTo(left);
      expect(await place.icp(command)).toMatchObject({
        code: 5,
        stderr: expect.stringContaining(`${home}, is full`),
      });
    }
    rmSync(filler);
    const leads = async () =>
      (await place.here(['status', '--json'])).json<{ leads: { discovered: number } }>().leads;
    expect(await leads()).toMatchObject({ discovered: 41 });
    expect(await place.here(ingest)).toMatchObject({ code: 0 });
    expect(await leads()).toMatchObject({ discovered: 5041 });
    await place.close();
  });
});
