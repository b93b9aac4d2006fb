import { UsageError } from '../../domain/errors.ts';

/** Larger files are refused unread. */
export const MAX_INPUT_BYTES = 200_000_000;
/** JSON has to be held as a whole, several times the size of its text. */
export const MAX_JSON_BYTES = 100_000_000;
/** A mail with an archive with a page in it is three deep; more is made to do harm. */
export const MAX_CONTAINER_DEPTH = 3;
/** All that one file unpacks to, archives in it included. */
export const MAX_UNPACKED_BYTES = 500_000_000;
/** Pages and exports shrink to a tenth or a twentieth; only what is made to do harm shrinks further. */
export const MAX_UNPACK_RATIO = 200;
/** What unpacks to less than this harms nobody, whatever its ratio. */
export const HARMLESS_UNPACKED_BYTES = 10_000_000;
/** As many files as a folder may have. */
export const MAX_ARCHIVE_ENTRIES = 10_000;
/** Three times the largest export that the pipeline is made for; a file of more is no list of followers. */
export const MAX_SIGHTINGS = 3_000_000;

/** Throws UsageError `input_too_large` when a file of `bytes` bytes is more than `limit`. */
export function refuseLargerThan(limit: number, path: string, bytes: number): void {
  if (bytes <= limit) return;
  throw new UsageError(
    'input_too_large',
    `${path}: ${Math.ceil(bytes / 1e6)} MB is more than the ${limit / 1e6} MB that one file of its kind may have`,
    'Split it into several files.',
  );
}

/** Throws UsageError `input_too_large` when a file names more people than can be held. */
export function refuseMoreSightings(count: number): void {
  if (count <= MAX_SIGHTINGS) return;
  throw new UsageError(
    'input_too_large',
    `the file names more than ${MAX_SIGHTINGS.toLocaleString('en-US')} people`,
    'Split it into several files.',
  );
}

/** Throws UsageError `input_too_large` when a file or an archive of `packed` bytes unpacks to more than it may. */
export function refuseBomb(path: string, packed: number, unpacked: number): void {
  if (unpacked > HARMLESS_UNPACKED_BYTES && unpacked > packed * MAX_UNPACK_RATIO) {
    throw new UsageError(
      'input_too_large',
      `${path}: it unpacks to more than ${MAX_UNPACK_RATIO} times its size, as no list of people does`,
      'Unpack it yourself and give the file that holds the list.',
    );
  }
}

/** Throws UsageError `input_too_large` when all that a file unpacks to is more than can be held. */
export function refuseMoreUnpacked(path: string, bytes: number): void {
  if (bytes <= MAX_UNPACKED_BYTES) return;
  throw new UsageError(
    'input_too_large',
    `${path}: it unpacks to more than ${MAX_UNPACKED_BYTES / 1e6} MB`,
    'Unpack it yourself and give the file that holds the list.',
  );
}

/** Throws UsageError `input_too_large` when an archive, a mail or a saved page holds more files than may be in one. */
export function refuseMoreEntries(path: string, count: number): void {
  if (count <= MAX_ARCHIVE_ENTRIES) return;
  throw new UsageError(
    'input_too_large',
    `${path}: it holds more than ${MAX_ARCHIVE_ENTRIES.toLocaleString('en-US')} files`,
    'Unpack it yourself and give the file that holds the list.',
  );
}
