import { foldForMatching } from '../../support/text.ts';
import type { Icp } from '../icp.ts';
import type { CriterionKind, Stance } from './criterion.ts';
import { sameCriterionKey } from './same-criterion.ts';

/** What somebody said in a call, word for word, and what of it is a criterion. */
export interface SaidCriterion {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly value: string;
  readonly quote: string;
  readonly speaker: string | null;
  readonly call: string | null;
  readonly heldAt: Date | null;
}

export interface QuotedValue {
  readonly value: string;
  /** In the order given, each quote once. */
  readonly said: readonly SaidCriterion[];
}

/** One list of an ICP. */
export interface QuotedCriteria {
  readonly kind: CriterionKind;
  readonly stance: Stance;
  readonly values: readonly QuotedValue[];
}

/** The lists of an ICP that have entries, each entry with what was said of it in calls; the notes last, as one entry. */
export function quoteIcp(icp: Icp, said: readonly SaidCriterion[]): readonly QuotedCriteria[] {
  const lists: readonly (readonly [CriterionKind, Stance, readonly string[]])[] = [
    ['title', 'wants', icp.targetTitles],
    ['industry', 'wants', icp.targetIndustries],
    ['company_size', 'wants', icp.companySizes],
    ['keyword', 'wants', icp.targetKeywords],
    ['location', 'wants', icp.targetLocations],
    ['title', 'avoids', icp.excludeTitles],
    ['company', 'avoids', icp.excludeCompanies],
    ['keyword', 'avoids', icp.excludeKeywords],
    ['note', 'wants', icp.notes === null ? [] : [icp.notes]],
  ];
  return lists
    .filter(([, , values]) => values.length > 0)
    .map(([kind, stance, values]) => ({
      kind,
      stance,
      values: values.map((value) => ({
        value,
        said: once(said.filter((one) => belongs(one, kind, stance, value))),
      })),
    }));
}

/** Notes are prose in which several criteria may stand, wanted or not; any other entry is one criterion. */
function belongs(one: SaidCriterion, kind: CriterionKind, stance: Stance, value: string): boolean {
  if (one.kind !== kind) return false;
  if (kind !== 'note') {
    return one.stance === stance && sameCriterionKey(kind, one.value) === sameCriterionKey(kind, value);
  }
  const words = foldForMatching(one.value);
  return words !== '' && ` ${foldForMatching(value)} `.includes(` ${words} `);
}

function once(said: readonly SaidCriterion[]): readonly SaidCriterion[] {
  const quotes = new Set<string>();
  return said.filter(({ quote }) => !quotes.has(quote) && quotes.add(quote));
}
