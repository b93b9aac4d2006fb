import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive, thisProcess } from '../support/process-identity.ts';

/**
 * A lock on a folder that survives crashes. Two embedded databases on one folder silently lose committed rows, so this must never
 * admit two. Node has no flock, so ownership is a numbered file, `owner-<n>.json`; the highest number owns the folder.
 *
 * To take over from an owner that is gone (process dead, or released), the next number is created by a hard link to a finished file, which is
 * atomic and fails if it exists: of two that try, one wins. The highest file is never deleted, only lower ones, so a slow contender that created a
 * number which had been used and cleared meanwhile sees a higher one when it looks again, and steps back.
 */
const ownerSchema = z.object({
  pid: z.number().int(),
  started: z.string().nullable(),
  host: z.string(),
  pidNamespace: z.string().nullable().optional(),
  released: z.boolean(),
});
export type LockOwner = z.infer<typeof ownerSchema>;

export type LockResult =
  | { readonly kind: 'held'; release(): Promise<void> }
  | { readonly kind: 'busy'; readonly owner: LockOwner; readonly file: string };

/** Tries to take the lock once. `busy` names a living owner (or one on another host, whose life cannot be seen from here). */
export async function acquireFolderLock(folder: string): Promise<LockResult> {
  for (;;) {
    const highest = await highestOwner(folder);
    if (highest !== null && !highest.owner.released && isAlive(highest.owner) !== false) {
      return { kind: 'busy', owner: highest.owner, file: highest.file };
    }
    const number = (highest?.number ?? 0) + 1;
    const file = ownerFile(folder, number);
    const me: LockOwner = { ...thisProcess(), released: false };
    if (!(await createOnce(folder, file, me))) continue;
    if ((await highestOwner(folder))?.number !== number) {
      await rm(file, { force: true });
      continue;
    }
    await clearBelow(folder, number);
    return {
      kind: 'held',
      // On a full disk it cannot be written: then the end of the process says the same.
      release: () => writeFile(file, JSON.stringify({ ...me, released: true })).catch(() => {}),
    };
  }
}

const ownerFile = (folder: string, number: number) => join(folder, `owner-${number}.json`);

async function ownerNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => {
    const digits = /^owner-(\d{1,12})\.json$/.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

async function highestOwner(
  folder: string,
): Promise<{ number: number; file: string; owner: LockOwner } | null> {
  const numbers = await ownerNumbers(folder);
  if (numbers.length === 0) return null;
  const number = Math.max(...numbers);
  const file = ownerFile(folder, number);
  try {
    const owner = ownerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return { number, file, owner };
  } catch (error) {
    // Cleared by a newer owner between listing and reading: look at what is there now.
    const again = await ownerNumbers(folder);
    // A slow contender may create a cleared number again for a moment, so a file that was not there says "look again" too.
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing || !again.includes(number)) return highestOwner(folder);
    // Half-written while being released. Of a file that cannot be read at all, nobody knows whether its owner lives.
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    return { number, file, owner: { ...thisProcess(), released: true } };
  }
}

async function createOnce(folder: string, file: string, owner: LockOwner): Promise<boolean> {
  const draft = join(folder, `.owner-${owner.pid}-${process.hrtime.bigint()}`);
  try {
    await writeFile(draft, JSON.stringify(owner));
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function clearBelow(folder: string, number: number): Promise<void> {
  const lower = (await ownerNumbers(folder)).filter((other) => other < number);
  await Promise.all(lower.map((other) => rm(ownerFile(folder, other), { force: true })));
}
