import { foldForMatching } from '../../support/text.ts';
import type { Icp } from '../icp.ts';
import { type CriterionKind, STANCES, type Stance } from './criterion.ts';

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

/** Where an ICP says such a thing; null where it cannot. */
export function keyFor(kind: CriterionKind, stance: Stance): IcpKey | null {
  return kind === 'note' && stance === 'wants' ? 'notes' : (LISTS[stance][kind] ?? null);
}

/** One of the lists of an ICP, and what its entries say. */
interface CriteriaList {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly key: IcpList;
  readonly values: readonly string[];
}

/** All of them, what is wanted first; without the notes, which are prose. */
export function listsOf(icp: Icp): readonly CriteriaList[] {
  return STANCES.flatMap((stance) =>
    (Object.entries(LISTS[stance]) as [CriterionKind, IcpList][]).map(([kind, key]) => ({
      kind,
      stance,
      key,
      values: icp[key],
    })),
  );
}

/** An entry of one of the lists of an ICP. */
export interface IcpEntry extends Omit<CriteriaList, 'values'> {
  readonly value: string;
}

export function entriesOf(icp: Icp): readonly IcpEntry[] {
  return listsOf(icp).flatMap(({ values, ...list }) => values.map((value) => ({ ...list, value })));
}

/** Tells whether the notes of an ICP say something, word for word. */
export function notesOf(icp: Icp): (note: string) => boolean {
  const notes = ` ${foldForMatching(icp.notes ?? '')} `;
  return (note) => {
    const words = foldForMatching(note);
    return words !== '' && notes.includes(` ${words} `);
  };
}
