import { stat, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { type Finding, fine, wrong } from './finding.ts';

const LEAST_NODE: readonly [number, number] = [20, 19];
const LEAST_FREE_BYTES = 500_000_000;

/** Of a version such as `20.19.5`. */
export function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) {
    return fine('Node.js', version);
  }
  const fix = `install Node.js ${LEAST_NODE.join('.')} or newer`;
  return { what: 'Node.js', state: 'wrong', found: version, fix };
}

interface Place {
  readonly folder: string;
  readonly fix: string;
}

/** Room for the embedded database and for the default outputs folder, one line for each disk. */
export async function examineDisk(settings: Pick<Settings, 'databaseUrl' | 'home'>): Promise<Finding[]> {
  const outputs: Place = {
    folder: resolve('outputs'),
    fix: 'free some space, or export to another disk with -o FILE',
  };
  const home: Place = {
    folder: resolve(settings.home),
    fix: 'free some space, or set ICP_HOME to a folder on another disk',
  };
  const places = settings.databaseUrl === undefined ? [home, outputs] : [outputs];
  const disks = new Map<number, { readonly existing: string; readonly places: Place[] }>();
  const findings: Finding[] = [];
  for (const place of places) {
    try {
      const { existing, disk } = await nearestFolder(place.folder);
      const known = disks.get(disk);
      if (known === undefined) disks.set(disk, { existing, places: [place] });
      else known.places.push(place);
    } catch (error) {
      findings.push(wrong('free disk', error));
    }
  }
  for (const { existing, places: there } of disks.values()) {
    findings.push(await freeSpace(existing, there).catch((error: unknown) => wrong('free disk', error)));
  }
  return findings;
}

async function freeSpace(existing: string, places: readonly Place[]): Promise<Finding> {
  const { bavail, bsize } = await statfs(existing);
  return judgeSpace(bavail * bsize, places);
}

export function judgeSpace(freeBytes: number, places: readonly Place[]): Finding {
  const found = `${(freeBytes / 1e9).toFixed(1)} GB for ${places.map(({ folder }) => folder).join(' and ')}`;
  if (freeBytes >= LEAST_FREE_BYTES) return fine('free disk', found);
  return { what: 'free disk', state: 'wrong', found, fix: places[0]!.fix };
}

/** The folder, or the nearest one above it that is there already, and the number of its disk. */
async function nearestFolder(folder: string): Promise<{ existing: string; disk: number }> {
  for (let existing = folder; ; existing = dirname(existing)) {
    try {
      return { existing, disk: (await stat(existing)).dev };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(existing) === existing) throw error;
    }
  }
}
