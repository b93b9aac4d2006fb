import type { Icp } from '../icp.ts';
import type { CriterionKind, Stance } from './criterion.ts';
import { entriesOf, type IcpKey, notesOf } from './icp-keys.ts';
import type { Insight } from './insight.ts';
import type { Mention } from './mention.ts';
import { areOpposite, type ReadCriterion, readCriterion } from './opposite-criteria.ts';
import { sameCriterionKey } from './same-criterion.ts';

export interface ContradictingSide {
  readonly kind: CriterionKind;
  readonly value: string;
  /** None of what only stands in the current ICP. */
  readonly mentions: readonly Mention[];
  /** Where the current ICP says so, if it does. */
  readonly standsIn: IcpKey | null;
}

/** What some want and others avoid, in calls or in the current ICP. For a person to settle. */
export interface Contradiction {
  readonly wanted: ContradictingSide;
  readonly avoided: ContradictingSide;
}

export interface FoundContradictions {
  readonly contradictions: readonly Contradiction[];
  /** What was said on either side of one. */
  readonly contradicted: ReadonlySet<Insight>;
}

/** One side of what is wanted or avoided, said or in the ICP or both. */
interface Position {
  readonly stance: Stance;
  readonly read: ReadCriterion;
  readonly insight: Insight | null;
  readonly standsIn: IcpKey | null;
}

/** In the order of the insights. What contradicts itself within the current ICP is not told, unless calls speak of it too. */
export function findContradictions(icp: Icp, insights: readonly Insight[]): FoundContradictions {
  const positions = positionsOf(icp, insights);
  const against: Readonly<Record<Stance, readonly Position[]>> = {
    wants: positions.filter(({ stance }) => stance === 'avoids'),
    avoids: positions.filter(({ stance }) => stance === 'wants'),
  };
  const contradictions: Contradiction[] = [];
  const contradicted = new Set<Insight>();
  const compared = new Set<Position>();
  for (const position of positions) {
    if (position.insight === null) continue;
    compared.add(position);
    for (const other of against[position.stance]) {
      // Of the two sides, the first that comes up has told of both.
      if (compared.has(other)) continue;
      const [wanted, avoided] = position.stance === 'wants' ? [position, other] : [other, position];
      if (!areOpposite(wanted.read, avoided.read)) continue;
      contradictions.push({ wanted: sideOf(wanted), avoided: sideOf(avoided) });
      for (const { insight } of [wanted, avoided]) if (insight !== null) contradicted.add(insight);
    }
  }
  return { contradictions, contradicted };
}

/** Those that were said first; an entry of the ICP that was said is one with what was said. */
function positionsOf(icp: Icp, insights: readonly Insight[]): readonly Position[] {
  const positions = new Map<string, Position>();
  for (const insight of insights) {
    const { kind, stance, value, key } = insight;
    const read = readCriterion(kind, value, key);
    positions.set(`${stance} ${key}`, { stance, read, insight, standsIn: null });
  }
  const stand = (stance: Stance, kind: CriterionKind, value: string, standsIn: IcpKey) => {
    const key = sameCriterionKey(kind, value);
    const side = `${stance} ${key}`;
    const said = positions.get(side);
    if (said === undefined)
      positions.set(side, { stance, read: readCriterion(kind, value, key), insight: null, standsIn });
    else if (said.standsIn === null) positions.set(side, { ...said, standsIn });
  };
  for (const { kind, stance, value, key } of entriesOf(icp)) stand(stance, kind, value, key);
  const isInNotes = notesOf(icp);
  for (const { kind, value } of insights)
    if (kind === 'note' && isInNotes(value)) stand('wants', 'note', value, 'notes');
  return [...positions.values()];
}

function sideOf({ read: { kind, value }, insight, standsIn }: Position): ContradictingSide {
  return { kind, value, mentions: insight?.mentions ?? [], standsIn };
}
