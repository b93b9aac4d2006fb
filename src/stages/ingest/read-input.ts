import { UsageError } from '../../domain/errors.ts';
import type { Part } from './container.ts';
import { CONTAINERS } from './containers.ts';
import { decodeText } from './decode.ts';
import { MAX_CONTAINER_DEPTH, MAX_INPUT_BYTES, refuseLargerThan } from './input-limits.ts';
import { mergePeople } from './merge-people.ts';
import { type Reading, readPeople } from './read-people.ts';
import type { ReadOptions } from './recogniser.ts';

/**
 * The people in one file, or in the files that it holds. Throws what readPeople throws; of a container, only when none of its parts
 * holds anybody.
 */
export async function readInput(source: Part, options: ReadOptions = {}, depth = 0): Promise<Reading> {
  refuseLargerThan(MAX_INPUT_BYTES, source.path, source.bytes.length);
  const opened = await openContainer(source);
  if (opened === null) return readPeople(source, options);
  if (depth === MAX_CONTAINER_DEPTH) {
    throw new UsageError(
      'unreadable_input',
      `${source.path}: archives in archives, ${MAX_CONTAINER_DEPTH} deep`,
      'Unpack it first.',
    );
  }
  const readings: Reading[] = [];
  let problem: UsageError | null = null;
  for (const part of opened.parts) {
    try {
      readings.push(await readInput(part, options, depth + 1));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problem ??= error;
    }
  }
  if (readings.length === 0) {
    throw (
      problem ??
      new UsageError(
        'no_people',
        `${source.path} (${opened.kind}: ${opened.why}): nothing in it is a list of people`,
        'Give a saved LinkedIn page, a CSV or JSON export, or an archive that holds one.',
      )
    );
  }
  return joinReadings(opened, readings);
}

async function openContainer(
  source: Part,
): Promise<{ kind: string; why: string; parts: readonly Part[] } | null> {
  const text = decodeText(source.bytes);
  for (const container of CONTAINERS) {
    const why = container.recognise({ ...source, text });
    if (why !== null) return { kind: container.kind, why, parts: await container.open({ ...source, text }) };
  }
  return null;
}

/** A container with one list in it is of that list's kind. */
function joinReadings(container: { kind: string; why: string }, readings: readonly Reading[]): Reading {
  const [first] = readings;
  const totals = readings.flatMap((reading) => (reading.statedTotal === null ? [] : [reading.statedTotal]));
  return {
    kind: readings.length === 1 ? first!.kind : container.kind,
    why: `${container.kind}: ${container.why}; in it ${readings.map(({ kind, why }) => `${kind}: ${why}`).join('; ')}`,
    people: readings.length === 1 ? first!.people : mergePeople(readings.map((reading) => reading.people)),
    skipped: readings.reduce((sum, reading) => sum + reading.skipped, 0),
    statedTotal: totals.length === 0 ? null : Math.max(...totals),
    warnings: [...new Set(readings.flatMap((reading) => reading.warnings))],
    rejects: readings.flatMap((reading) => reading.rejects),
    profileItems: readings.flatMap((reading) => reading.profileItems),
  };
}
