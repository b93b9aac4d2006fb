import { foldForMatching } from '../../support/text.ts';
import { EMPTY_ICP, hasCriteria, type Icp } from '../icp.ts';
import { type CriterionKind, STANCES, type Stance } from './criterion.ts';
import type { Insight } from './insight.ts';
import type { Mention } from './mention.ts';
import { sameCriterionKey } from './same-criterion.ts';

/** The keys of an ICP that hold criteria. */
export type IcpList = Exclude<keyof Icp, 'notes' | 'weights' | 'calibration'>;
export type IcpKey = IcpList | 'notes';

/** As they stand in an ICP file. */
export const ICP_KEYS: readonly IcpKey[] = [
  'targetTitles',
  'targetIndustries',
  'companySizes',
  'targetKeywords',
  'targetLocations',
  'excludeTitles',
  'excludeCompanies',
  'excludeKeywords',
  'notes',
];

/** An entry of the ICP with what was said for it. */
export interface BackedEntry {
  readonly key: IcpKey;
  /** As it stands in the ICP. */
  readonly value: string;
  readonly insight: Insight;
}

/** A criterion that some want and others avoid, or that calls say the contrary of what the ICP says. For a person to settle. */
export interface Contradiction {
  readonly kind: CriterionKind;
  readonly value: string;
  readonly wanted: readonly Mention[];
  readonly avoided: readonly Mention[];
  /** Where the current ICP has it, if it does. */
  readonly inIcp: IcpKey | null;
}

export interface Proposal {
  readonly icp: Icp;
  readonly added: readonly BackedEntry[];
  readonly confirmed: readonly BackedEntry[];
  readonly contradictions: readonly Contradiction[];
  /** Said, but nothing that an ICP can say, or has room for. */
  readonly other: readonly Insight[];
  /** Whether it can be made the current ICP: it differs from it and says whom to look for. */
  readonly applicable: boolean;
}

const LISTS: Readonly<Record<Stance, Partial<Record<CriterionKind, IcpList>>>> = {
  wants: {
    title: 'targetTitles',
    industry: 'targetIndustries',
    company_size: 'companySizes',
    keyword: 'targetKeywords',
    location: 'targetLocations',
  },
  avoids: { title: 'excludeTitles', company: 'excludeCompanies', keyword: 'excludeKeywords' },
};
const OPPOSITE: Readonly<Record<Stance, Stance>> = { wants: 'avoids', avoids: 'wants' };

/** As many entries as an ICP file may have in a list. */
const MOST_ENTRIES = 500;
/** Notes are embedded and reranked with the rest: pages of them would drown it. */
const LONGEST_NOTES = 2000;

/**
 * The current ICP and what calls add to it. Nothing of the current one is dropped or reworded, and what is contradicted is added on neither side. The order
 * of the insights is kept.
 */
export function propose(current: Icp | null, insights: readonly Insight[]): Proposal {
  const icp: { -readonly [Key in keyof Icp]: Icp[Key] } = { ...(current ?? EMPTY_ICP) };
  const added: BackedEntry[] = [];
  const confirmed: BackedEntry[] = [];
  const contradictions: Contradiction[] = [];
  const other: Insight[] = [];
  const bySide = new Map(insights.map((insight) => [`${insight.stance} ${insight.key}`, insight]));
  const standsIn = entriesBySide(current);
  const told = new Set<string>();
  for (const insight of insights) {
    const { kind, stance, value } = insight;
    const against = bySide.get(`${OPPOSITE[stance]} ${insight.key}`);
    const standing = standsIn(insight, stance);
    const standingAgainst = standsIn(insight, OPPOSITE[stance]);
    if (against !== undefined || standingAgainst !== null) {
      // Of the two sides, the first that comes up tells of both.
      if (told.has(insight.key)) continue;
      told.add(insight.key);
      const said = (side: Stance) =>
        side === stance ? insight.mentions : against === undefined ? [] : against.mentions;
      contradictions.push({
        kind,
        value,
        wanted: said('wants'),
        avoided: said('avoids'),
        inIcp: (standingAgainst ?? standing)?.key ?? null,
      });
    } else if (standing !== null) confirmed.push({ ...standing, insight });
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
    applicable: added.length > 0 && hasCriteria(icp),
  };
}

type Standing = Pick<BackedEntry, 'key' | 'value'>;

/** Finds the entry of the ICP that says this of a criterion. Each entry is read once: there may be hundreds. */
function entriesBySide(icp: Icp | null): (insight: Insight, stance: Stance) => Standing | null {
  const entries = new Map<string, Standing>();
  for (const stance of STANCES) {
    for (const [kind, list] of Object.entries(LISTS[stance]) as [CriterionKind, IcpList][]) {
      for (const value of icp?.[list] ?? []) {
        const side = `${stance} ${sameCriterionKey(kind, value)}`;
        if (!entries.has(side)) entries.set(side, { key: list, value });
      }
    }
  }
  const notes = ` ${foldForMatching(icp?.notes ?? '')} `;
  return ({ kind, key, value }, stance) => {
    if (keyFor(kind, stance) !== 'notes') return entries.get(`${stance} ${key}`) ?? null;
    return notes.includes(` ${foldForMatching(value)} `) ? { key: 'notes', value } : null;
  };
}

function keyFor(kind: CriterionKind, stance: Stance): IcpKey | null {
  return kind === 'note' && stance === 'wants' ? 'notes' : (LISTS[stance][kind] ?? null);
}

function hasRoom(icp: Icp, key: IcpKey, value: string): boolean {
  return key === 'notes'
    ? (icp.notes?.length ?? 0) + value.length + 2 <= LONGEST_NOTES
    : icp[key].length < MOST_ENTRIES;
}

function sentence(note: string): string {
  return /[.!?…]$/.test(note) ? note : `${note}.`;
}
