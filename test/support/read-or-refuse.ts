import { UsageError } from '../../src/domain/errors.ts';
import { readInput } from '../../src/stages/ingest/read-input.ts';
import type { Reading } from '../../src/stages/ingest/read-people.ts';

/** The reading of a file, or the UsageError with which it was refused; any other error is a failure of the test. */
export async function readOrRefuse(
  bytes: Uint8Array | string,
  path = 'input',
): Promise<Reading | UsageError> {
  try {
    return await readInput({ path, bytes: Buffer.from(bytes as Uint8Array) });
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** The UsageError with which a file is refused. */
export async function refusalOf(bytes: Uint8Array | string, path?: string): Promise<UsageError> {
  const outcome = await readOrRefuse(bytes, path);
  if (outcome instanceof UsageError) return outcome;
  throw new Error(`the input was accepted as ${outcome.kind}`);
}

/** Vanity names of the people in a file, in order. */
export async function vanitiesIn(bytes: Uint8Array | string, path?: string): Promise<(string | null)[]> {
  const outcome = await readOrRefuse(bytes, path);
  if (outcome instanceof UsageError) throw outcome;
  return outcome.people.map((person) => person.publicIdentifier);
}
