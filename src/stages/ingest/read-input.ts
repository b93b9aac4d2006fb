import { UsageError } from '../../domain/errors.ts';
import type { Part } from './container.ts';
import { CONTAINERS } from './containers.ts';
import { decodeText } from './decode.ts';
import {
  MAX_CONTAINER_DEPTH,
  MAX_INPUT_BYTES,
  MAX_UNPACKED_BYTES,
  refuseLargerThan,
  refuseMoreUnpacked,
} from './input-limits.ts';
import { mergePeople } from './merge-people.ts';
import { NobodyFound } from './nobody-found.ts';
import { type Reading, readPeople } from './read-people.ts';
import type { ReadOptions } from './recogniser.ts';

/** A mail with a hundred logos is warned of in a few lines. */
const MOST_UNREAD_SHOWN = 5;

/** How far into containers a file lies, and how much they have unpacked to so far. */
interface Nesting {
  /** The file that the user named. */
  readonly root: string;
  readonly depth: number;
  readonly unpacked: { bytes: number };
}

/**
 * The people in one file, or in the files that it holds. Throws what readPeople throws; of a container, only when none of its parts
 * holds anybody. What a container holds and nobody can read is warned of; that it holds other things than lists is as usual as not.
 */
export async function readInput(source: Part, options: ReadOptions = {}): Promise<Reading> {
  return await readNested(source, options, { root: source.path, depth: 0, unpacked: { bytes: 0 } });
}

async function readNested(source: Part, options: ReadOptions, nesting: Nesting): Promise<Reading> {
  refuseLargerThan(MAX_INPUT_BYTES, source.path, source.bytes.length);
  const opened = await openContainer(source);
  if (opened === null) return readPeople(source, options);
  const { root, depth, unpacked } = nesting;
  if (depth === MAX_CONTAINER_DEPTH) {
    throw new UsageError(
      'unreadable_input',
      `${source.path}: archives in archives, more than ${MAX_CONTAINER_DEPTH} deep`,
      'Unpack it first.',
    );
  }
  for (const part of opened.parts) unpacked.bytes += part.bytes.length;
  refuseMoreUnpacked(root, unpacked.bytes);

  const readings: Reading[] = [];
  const problems: UsageError[] = [];
  for (const part of opened.parts) {
    if (part.isFallback === true && readings.length > 0) continue;
    try {
      readings.push(await readNested(part, options, { ...nesting, depth: depth + 1 }));
    } catch (error) {
      // An archive of many small archives must not be opened to its end.
      if (!(error instanceof UsageError) || unpacked.bytes > MAX_UNPACKED_BYTES) throw error;
      problems.push(error);
    }
  }
  const unread = problems.filter((problem) => !(problem instanceof NobodyFound));
  const nobody = joinRejected(problems.filter((problem) => problem instanceof NobodyFound));
  if (readings.length > 0) return joinReadings(opened, readings, unread, nobody);
  throw unread[0] ?? nobodyIn(source, opened, problems[0], nobody);
}

/** Says of the first part why, and brings the rows of all. */
function nobodyIn(
  { path }: Part,
  { kind, why }: OpenedContainer,
  first: UsageError | undefined,
  rejected: Rejected,
): NobodyFound {
  return new NobodyFound(
    first?.message ?? `${path} (${kind}: ${why}): nothing in it is a list of people`,
    first?.hint ?? 'Give a saved LinkedIn page, a CSV or JSON export, or an archive that holds one.',
    rejected,
  );
}

type Rejected = Pick<Reading, 'rejects' | 'skipped'>;

function joinRejected(all: readonly Rejected[]): Rejected {
  return {
    rejects: all.flatMap(({ rejects }) => rejects),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

interface OpenedContainer {
  readonly kind: string;
  readonly why: string;
  readonly parts: readonly Part[];
}

async function openContainer(source: Part): Promise<OpenedContainer | null> {
  const text = decodeText(source.bytes);
  for (const container of CONTAINERS) {
    const why = container.recognise({ ...source, text });
    if (why !== null) return { kind: container.kind, why, parts: await container.open({ ...source, text }) };
  }
  return null;
}

/** A container with one list in it is of that list's kind. */
function joinReadings(
  container: OpenedContainer,
  readings: readonly Reading[],
  unread: readonly UsageError[],
  nobody: Rejected,
): Reading {
  const [first] = readings;
  const totals = readings.flatMap((reading) => (reading.statedTotal === null ? [] : [reading.statedTotal]));
  return {
    kind: readings.length === 1 ? first!.kind : container.kind,
    why: `${container.kind}: ${container.why}; in it ${readings.map(({ kind, why }) => `${kind}: ${why}`).join('; ')}`,
    people: readings.length === 1 ? first!.people : mergePeople(readings.map((reading) => reading.people)),
    ...joinRejected([...readings, nobody]),
    statedTotal: totals.length === 0 ? null : Math.max(...totals),
    warnings: [
      ...new Set(readings.flatMap((reading) => reading.warnings)),
      ...unread.slice(0, MOST_UNREAD_SHOWN).map((problem) => `left out: ${problem.message}`),
      ...(unread.length > MOST_UNREAD_SHOWN
        ? [`left out: ${unread.length - MOST_UNREAD_SHOWN} further files in it that cannot be read`]
        : []),
    ],
    profileItems: readings.flatMap((reading) => reading.profileItems),
  };
}
