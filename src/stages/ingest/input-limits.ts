import { UsageError } from '../../domain/errors.ts';

/** Larger files are refused unread. */
export const MAX_INPUT_BYTES = 200_000_000;
/** JSON has to be held as a whole, several times the size of its text. */
export const MAX_JSON_BYTES = 100_000_000;
/** A mail with an archive with a page in it is three deep; more is made to do harm. */
export const MAX_CONTAINER_DEPTH = 3;
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
