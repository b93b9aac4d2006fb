import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { UsageError } from '../../domain/errors.ts';
import type { Container } from './container.ts';
import {
  HARMLESS_UNPACKED_BYTES,
  MAX_INPUT_BYTES,
  MAX_UNPACK_RATIO,
  refuseBomb,
  refuseLargerThan,
} from './input-limits.ts';

const unpack = promisify(gunzip);

/** One file, or several behind one another, as gzip packs them (RFC 1952): `followers.html.gz`, an export of a scraper. */
export const gzip: Container = {
  kind: 'gzip',
  recognise({ bytes }) {
    // The two magic bytes, and 8, the only method there is.
    return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 ? 'it begins as gzip data' : null;
  },
  async open({ path, bytes }) {
    const unpacked = await unpackWithin(path, bytes);
    if (isTar(unpacked)) {
      throw new UsageError(
        'unreadable_input',
        `${path}: this is a tar archive`,
        'Unpack it first, and give the folder or the file that holds the list.',
      );
    }
    return [{ path: `${path}/${innerName(path)}`, bytes: unpacked }];
  },
};

async function unpackWithin(path: string, bytes: Uint8Array): Promise<Buffer> {
  const byRatio = Math.max(HARMLESS_UNPACKED_BYTES, bytes.length * MAX_UNPACK_RATIO);
  const maxOutputLength = Math.min(MAX_INPUT_BYTES, byRatio);
  try {
    return await unpack(bytes, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      refuseBomb(path, bytes.length, maxOutputLength + 1);
      refuseLargerThan(MAX_INPUT_BYTES, `${path}, unpacked`, MAX_INPUT_BYTES + 1);
    }
    const isCut = (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    throw new UsageError(
      'unreadable_input',
      `${path}: this gzip file is ${isCut ? 'cut off: its end is missing' : 'damaged'}`,
      'Copy or download it again.',
    );
  }
}

/** The mark of POSIX tar, in the header of the first file. */
function isTar(bytes: Buffer): boolean {
  return bytes.toString('latin1', 257, 262) === 'ustar';
}

function innerName(path: string): string {
  const name = path.split(/[\\/]/).at(-1)!;
  return name.replace(/\.(?:gz|gzip)$/i, '') || 'content';
}
