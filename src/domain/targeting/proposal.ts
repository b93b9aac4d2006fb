import { EMPTY_ICP, hasCriteria, type Icp, MOST_ENTRIES } from '../icp.ts';
import { type Contradiction, findContradictions } from './contradictions.ts';
import { entriesOf, type IcpKey, keyFor, notesOf } from './icp-keys.ts';
import type { Insight } from './insight.ts';
import { sameCriterionKey } from './same-criterion.ts';

/** An entry of the ICP with what was said for it. */
export interface BackedEntry {
  readonly key: IcpKey;
  /** As it stands in the ICP. */
  readonly value: string;
  readonly insight: Insight;
}

export interface Proposal {
  readonly icp: Icp;
  readonly added: readonly BackedEntry[];
  readonly confirmed: readonly BackedEntry[];
  readonly contradictions: readonly Contradiction[];
  /** Said, but nothing that an ICP can say, or has room for. */
  readonly other: readonly Insight[];
  /** Stood in an earlier version of the ICP, and somebody took it out: not proposed again. */
  readonly takenOut: readonly Insight[];
  /** Whether it can be made the current ICP: it differs from it and says whom to look for. */
  readonly applicable: boolean;
}

/** Notes are embedded and reranked with the rest: pages of them would drown it. */
const LONGEST_NOTES = 2000;

/**
 * The current ICP and what calls add to it. Nothing of the current one is dropped or reworded, and what is contradicted is added on neither side. The order
 * of the insights is kept. `earlier` are the versions before the current one: what stood in them and does not any more was rejected by a person.
 */
export function propose(
  current: Icp | null,
  insights: readonly Insight[],
  earlier: readonly Icp[] = [],
): Proposal {
  const icp: { -readonly [Key in keyof Icp]: Icp[Key] } = { ...(current ?? EMPTY_ICP) };
  const added: BackedEntry[] = [];
  const confirmed: BackedEntry[] = [];
  const other: Insight[] = [];
  const standsIn = standingEntries(icp);
  const stoodIn = earlier.map(standingEntries);
  const takenOut = insights.filter(
    (insight) => standsIn(insight) === null && stoodIn.some((find) => find(insight) !== null),
  );
  const open = insights.filter((insight) => !takenOut.includes(insight));
  const { contradictions, contradicted } = findContradictions(icp, open);
  for (const insight of open) {
    if (contradicted.has(insight)) continue;
    const { kind, stance, value } = insight;
    const standing = standsIn(insight);
    if (standing !== null) confirmed.push({ ...standing, insight });
    else {
      const key = keyFor(kind, stance);
      if (key === null || !hasRoom(icp, key, value)) other.push(insight);
      else if (key === 'notes') {
        icp.notes = icp.notes === null ? sentence(value) : `${icp.notes}\n${sentence(value)}`;
        added.push({ key, value: sentence(value), insight });
      } else {
        icp[key] = [...icp[key], value];
        added.push({ key, value, insight });
      }
    }
  }
  return {
    icp,
    added,
    confirmed,
    contradictions,
    other,
    takenOut,
    applicable: added.length > 0 && hasCriteria(icp),
  };
}

type Standing = Pick<BackedEntry, 'key' | 'value'>;

/** Finds the entry of the ICP that says what was said. Each entry is read once: there may be hundreds. */
function standingEntries(icp: Icp): (insight: Insight) => Standing | null {
  const entries = new Map<string, Standing>();
  for (const { kind, stance, key, value } of entriesOf(icp)) {
    const side = `${stance} ${sameCriterionKey(kind, value)}`;
    if (!entries.has(side)) entries.set(side, { key, value });
  }
  const isInNotes = notesOf(icp);
  return ({ kind, stance, key, value }) => {
    if (keyFor(kind, stance) !== 'notes') return entries.get(`${stance} ${key}`) ?? null;
    return isInNotes(value) ? { key: 'notes', value } : null;
  };
}

function hasRoom(icp: Icp, key: IcpKey, value: string): boolean {
  return key === 'notes'
    ? (icp.notes?.length ?? 0) + value.length + 2 <= LONGEST_NOTES
    : icp[key].length < MOST_ENTRIES;
}

function sentence(note: string): string {
  return /[.!?…]$/.test(note) ? note : `${note}.`;
}
