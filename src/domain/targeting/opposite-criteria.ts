import { sameCompany } from '../scoring/company-name.ts';
import { type ExcludedTitle, excludesTitle, readExcludedTitle } from '../scoring/exclusions.ts';
import { findPhrase, type Word, wordsOf } from '../scoring/phrase-search.ts';
import { singular } from '../scoring/singular.ts';
import type { CriterionKind } from './criterion.ts';

/** A criterion as it is compared with others, read once. */
export interface ReadCriterion {
  readonly kind: CriterionKind;
  readonly value: string;
  /** See `sameCriterionKey`. */
  readonly key: string;
  /** In their singular. */
  readonly words: readonly Word[];
  readonly phrase: readonly string[];
  /** Of a title. */
  readonly title: ExcludedTitle | null;
}

export function readCriterion(kind: CriterionKind, value: string, key: string): ReadCriterion {
  const words = wordsOf(value).map((word) => ({ ...word, folded: singular(word.folded) }));
  return {
    kind,
    value,
    key,
    words,
    phrase: words.map(({ folded }) => folded),
    title: kind === 'title' ? readExcludedTitle(value) : null,
  };
}

/**
 * Whether nobody can be meant by both: it is one criterion, or the avoided one, in an ICP, would exclude those whom the wanted one asks for. That is asked of
 * the rules that exclude people when they are scored, so a wider title or keyword is against a narrower one ("no directors", "finance directors"), and a
 * narrower one refines ("CFOs", "no assistants to CFOs"). A company that is avoided is not what somebody works with ("SAP"), and notes are prose, in
 * which a word may stand for its contrary.
 */
export function areOpposite(wanted: ReadCriterion, avoided: ReadCriterion): boolean {
  if (wanted.key === avoided.key) return true;
  if (wanted.kind === 'note' || avoided.kind === 'note') return false;
  if (avoided.kind === 'company' || wanted.kind === 'company')
    return wanted.kind === avoided.kind && sameCompany(wanted.value, avoided.value);
  if (wanted.title !== null && avoided.title !== null) {
    const held = wanted.title.readings;
    return excludesTitle(avoided.title, { words: wordsOf(wanted.value), held });
  }
  return avoided.kind === 'keyword'
    ? findPhrase(wanted.words, avoided.phrase) !== null
    : wanted.kind !== avoided.kind && isSamePhrase(wanted.phrase, avoided.phrase);
}

function isSamePhrase(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((word, index) => word === other[index]);
}
