import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireFolderLock } from '../../src/store/folder-lock.ts';
import { thisProcess } from '../../src/support/process-identity.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const BUILT = resolve('dist/store/folder-lock.js');

async function leaveOwner(number: number, owner: object): Promise<void> {
  await writeFile(
    join(folder, `owner-${number}.json`),
    JSON.stringify({ released: false, host: hostname(), ...owner }),
  );
}

/** A process that takes the lock `rounds` times, writing down when it holds it, and dies in the end, at times without letting go. */
function contender(rounds: number): Promise<number | null> {
  const script = `
    const { acquireFolderLock } = await import(${JSON.stringify(BUILT)});
    const { open, rm, appendFile } = await import('node:fs/promises');
    const folder = ${JSON.stringify(folder)};
    for (let round = 0; round < ${rounds}; ) {
      const lock = await acquireFolderLock(folder);
      if (lock.kind === 'busy') { await new Promise((wake) => setTimeout(wake, Math.random() * 3)); continue; }
      round += 1;
      // Fails when another process is in here.
      const file = await open(folder + '/inside', 'wx').catch(async (error) => {
        await appendFile(folder + '/collisions', process.pid + ' ' + error.code + '\\n');
      });
      await new Promise((wake) => setTimeout(wake, Math.random() * 2));
      await file?.close();
      await rm(folder + '/inside', { force: true });
      if (round === ${rounds}) process.kill(process.pid, 'SIGKILL');
      await lock.release();
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((ended) => child.on('close', (code) => ended(code)));
}

describe('a folder lock', () => {
  it('is held by one, and free again when released', async () => {
    const first = await acquireFolderLock(folder);
    expect(first.kind).toBe('held');
    expect(await acquireFolderLock(folder)).toMatchObject({ kind: 'busy', owner: { pid: process.pid } });
    if (first.kind === 'held') await first.release();
    expect((await acquireFolderLock(folder)).kind).toBe('held');
  });

  it('is taken over from a process that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await leaveOwner(4, { pid, started: '123' });
    expect((await acquireFolderLock(folder)).kind).toBe('held');
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['owner-5.json']);
  });

  it.runIf(process.platform === 'linux')(
    'is taken over from a process whose pid another has by now',
    async () => {
      await leaveOwner(1, { pid: process.ppid, started: '1' });
      expect((await acquireFolderLock(folder)).kind).toBe('held');
    },
  );

  it('is not taken from a living process, whatever its start time cannot tell', async () => {
    await leaveOwner(1, { pid: process.ppid, started: null });
    expect(await acquireFolderLock(folder)).toMatchObject({
      kind: 'busy',
      owner: { pid: process.ppid },
      file: join(folder, 'owner-1.json'),
    });
  });

  it('is not taken from another host, whose processes cannot be seen', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await leaveOwner(1, { pid, started: '1', host: 'elsewhere.invalid' });
    expect(await acquireFolderLock(folder)).toMatchObject({
      kind: 'busy',
      owner: { host: 'elsewhere.invalid' },
    });
  });

  it('leaves nothing behind but one file of its own, and says there who it is', async () => {
    await acquireFolderLock(folder);
    expect(await readdir(folder)).toEqual(['owner-1.json']);
    expect(JSON.parse(await readFile(join(folder, 'owner-1.json'), 'utf8'))).toEqual({
      ...thisProcess(),
      released: false,
    });
  });

  it('survives a file that was cut off by a power failure', async () => {
    await writeFile(join(folder, 'owner-3.json'), '');
    expect((await acquireFolderLock(folder)).kind).toBe('held');
  });

  it('is won by one of many that try at once', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => acquireFolderLock(folder)));
    expect(results.filter((one) => one.kind === 'held')).toHaveLength(1);
  });

  it('never has two holders among many processes that take it, let go and die', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => contender(15)));
    expect(codes).toEqual(Array.from({ length: 8 }, () => null));
    await expect(readFile(join(folder, 'collisions'), 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
