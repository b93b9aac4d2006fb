import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { UsageError } from '../../domain/errors.ts';
import { cleanLine } from '../../support/text.ts';
import { listsAmong, refuseOpenDocument } from './archive-contents.ts';
import type { Container, Part } from './container.ts';
import {
  MAX_INPUT_BYTES,
  refuseBomb,
  refuseLargerThan,
  refuseMoreEntries,
  refuseMoreUnpacked,
} from './input-limits.ts';

/** A ZIP archive: LinkedIn's copy of an account's data, or saved pages. */
export const zip: Container = {
  kind: 'zip',
  recognise({ bytes }) {
    const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
    // A file, or the end of an archive without files (APPNOTE.TXT §4.3.6).
    return start === 'PK\u0003\u0004' || start === 'PK\u0005\u0006' ? 'it begins as a ZIP archive' : null;
  },
  async open({ path, bytes }) {
    refuseOpenDocument(bytes, path);
    const archive = await openArchive(path, bytes);
    try {
      return await readLists(archive, path);
    } catch (error) {
      throw asUsageError(path, error);
    } finally {
      archive.close();
    }
  },
};

async function openArchive(path: string, bytes: Uint8Array): Promise<ZipFile> {
  const { fromBufferPromise } = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    // Nothing is written to a disk, so names such as "../x" or "C:\x" do no harm: `decodeStrings` would refuse them.
    return await fromBufferPromise(buffer, { autoClose: false, decodeStrings: false });
  } catch (error) {
    throw asUsageError(path, error);
  }
}

async function readLists(archive: ZipFile, path: string): Promise<readonly Part[]> {
  const entries = await entriesOf(archive, path);
  const wanted = listsAmong([...entries.keys()], path);
  const chosen = [...entries].filter(([name]) => wanted.has(name));
  let total = 0;
  for (const [name, entry] of chosen) {
    const inner = partPath(path, name);
    refuseEncrypted(inner, entry.isEncrypted());
    refuseOtherMethod(inner, entry);
    refuseLargerThan(MAX_INPUT_BYTES, inner, entry.uncompressedSize);
    refuseBomb(inner, entry.compressedSize, entry.uncompressedSize);
    total += entry.uncompressedSize;
    refuseMoreUnpacked(path, total);
  }
  const parts: Part[] = [];
  for (const [name, entry] of chosen) {
    const inner = partPath(path, name);
    parts.push({ path: inner, bytes: await unpackEntry(archive, entry, inner) });
  }
  return parts;
}

/** Files by name, the last of a name as other programs have it; links to files elsewhere are none. */
async function entriesOf(archive: ZipFile, path: string): Promise<Map<string, Entry>> {
  const { getFileNameLowLevel } = await import('yauzl');
  const entries = new Map<string, Entry>();
  refuseMoreEntries(path, archive.entryCount);
  for await (const entry of archive.eachEntry()) {
    const isSymbolicLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
    if (isSymbolicLink) continue;
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    entries.set(getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false), entry);
    refuseMoreEntries(path, entries.size);
  }
  return entries;
}

function partPath(path: string, name: string): string {
  return `${path}/${cleanLine(name.slice(-200)) ?? 'file'}`;
}

async function unpackEntry(archive: ZipFile, entry: Entry, path: string): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(entry.uncompressedSize);
  let length = 0;
  // yauzl fails when the data is not exactly as long as the archive says.
  for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    length += chunk.copy(bytes, length);
  }
  if (crc32(bytes) !== entry.crc32) throw damaged(path, 'its checksum is another');
  return bytes;
}

function refuseEncrypted(path: string, isEncrypted: boolean): void {
  if (!isEncrypted) return;
  throw new UsageError(
    'unreadable_input',
    `${path}: this ZIP archive is encrypted`,
    'Unpack it with its password first.',
  );
}

function refuseOtherMethod(path: string, entry: Entry): void {
  if (entry.canDecodeFileData()) return;
  throw new UsageError(
    'unreadable_input',
    `${path}: it is packed with method ${entry.compressionMethod}, which icp cannot read`,
    'Unpack it first.',
  );
}

/** What yauzl finds wrong with an archive. */
function asUsageError(path: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const { message } = error as Error;
  if (/encryption/.test(message)) {
    return new UsageError(
      'unreadable_input',
      `${path}: this ZIP archive is encrypted`,
      'Unpack it with its password first.',
    );
  }
  return damaged(path, message);
}

function damaged(path: string, why: string): UsageError {
  const reason = cleanLine(why.slice(0, 200)) ?? 'no reason given';
  return new UsageError(
    'unreadable_input',
    `${path}: this ZIP archive is damaged or cut off (${reason})`,
    'Copy or download it again.',
  );
}
