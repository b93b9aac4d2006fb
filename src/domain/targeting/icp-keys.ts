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

/** An entry of one of the lists of an ICP. */
export interface IcpEntry {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly value: string;
  readonly key: IcpList;
}

/** All of them, but for the notes, which are prose. */
export function entriesOf(icp: Icp): readonly IcpEntry[] {
  return STANCES.flatMap((stance) =>
    (Object.entries(LISTS[stance]) as [CriterionKind, IcpList][]).flatMap(([kind, key]) =>
      icp[key].map((value) => ({ kind, stance, value, key })),
    ),
  );
}

/** Tells whether the notes of an ICP say something, word for word. */
export function notesOf(icp: Icp): (note: string) => boolean {
  const notes = ` ${foldForMatching(icp.notes ?? '')} `;
  return (note) => notes.includes(` ${foldForMatching(note)} `);
}
