import type { Icp } from '../icp.ts';
import type { CriterionKind, Stance } from './criterion.ts';
import { listsOf, notesOf } from './icp-keys.ts';
import type { StatedCriterion } from './mention.ts';
import { sameCriterionKey } from './same-criterion.ts';

/** What somebody said in a call, word for word, and what of it is a criterion. */
export interface SaidCriterion extends StatedCriterion {
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

/** The lists of an ICP that have entries, each entry with what was said of it in calls; the notes last, as one entry, in which several criteria may stand, wanted or not. */
export function quoteIcp(icp: Icp, said: readonly SaidCriterion[]): readonly QuotedCriteria[] {
  const lists = listsOf(icp)
    .filter(({ values }) => values.length > 0)
    .map(({ kind, stance, values }) => ({
      kind,
      stance,
      values: values.map((value) => {
        const key = sameCriterionKey(kind, value);
        const isOfIt = (one: SaidCriterion) =>
          one.kind === kind && one.stance === stance && sameCriterionKey(kind, one.value) === key;
        return { value, said: once(said.filter(isOfIt)) };
      }),
    }));
  if (icp.notes === null) return lists;
  const isInNotes = notesOf(icp);
  const noted = said.filter((one) => one.kind === 'note' && isInNotes(one.value));
  return [...lists, { kind: 'note', stance: 'wants', values: [{ value: icp.notes, said: once(noted) }] }];
}

function once(said: readonly SaidCriterion[]): readonly SaidCriterion[] {
  const quotes = new Set<string>();
  return said.filter(({ quote }) => !quotes.has(quote) && quotes.add(quote));
}
