import type { Industry } from '../../domain/classification.ts';
import { INDUSTRY_TERMS } from '../../domain/scoring/industry-terms.ts';
import { PhraseTable, wordsOf } from '../../domain/scoring/phrase-search.ts';

export interface IndustryMention {
  /** More than one where the term is used by several trades. */
  readonly industries: readonly Industry[];
  /** The words as the text has them. */
  readonly quote: string;
  /** How many words they are: the longer, the less likely an accident. */
  readonly length: number;
}

/** Terms this short are words of other languages too ("ai", "ki", "aco"); as names of trades they are written in capitals. */
const SHORT_TERM = 3;

let table: PhraseTable<readonly Industry[]> | undefined;

function termTable(): PhraseTable<readonly Industry[]> {
  if (table !== undefined) return table;
  const industriesOf = new Map<string, Industry[]>();
  for (const [industry, terms] of Object.entries(INDUSTRY_TERMS) as [Industry, readonly string[]][])
    for (const term of terms) industriesOf.set(term, [...(industriesOf.get(term) ?? []), industry]);
  table = new PhraseTable();
  for (const [term, industries] of industriesOf) table.add(term, industries);
  return table;
}

/**
 * Where a text names a trade, from left to right: the longest term at each place, none inside another. With `anyCase` short abbreviations
 * count in small letters too, as in a list that somebody typed.
 */
export function industryMentions(text: string, anyCase = false): readonly IndustryMention[] {
  const words = wordsOf(text);
  const plain = words.map(({ folded }) => folded);
  const mentions: IndustryMention[] = [];
  for (let at = 0; at < words.length; ) {
    const found = termTable().longestAt(plain, at);
    if (found !== null) {
      const quote = text.slice(words[at]!.start, words[at + found.length - 1]!.end);
      if (anyCase || quote.length > SHORT_TERM || quote === quote.toUpperCase())
        mentions.push({ industries: found.value, quote, length: found.length });
    }
    at += found?.length ?? 1;
  }
  return mentions;
}
