import type { Profile } from '../profile.ts';
import { findPhrase, phraseOf, quoteAround } from './phrase-search.ts';
import { fieldsOf } from './profile-fields.ts';
import type { PartEvidence } from './score-types.ts';

export interface KeywordEvidence extends PartEvidence {
  /** The keywords that were found, as the ICP writes them. */
  readonly found: readonly string[];
}

/** One hit may be chance, a third tells no more: what the first, the second and further hits are worth. */
const WORTH = [0, 0.6, 0.85, 1];
/** A profile with less text than this of its own says too little for a missing keyword to mean anything. */
const ENOUGH_WORDS = 25;

/** Which keywords the profile uses anywhere, as whole words, each with a passage that shows it. Repeating a word adds nothing. */
export function matchKeywords(keywords: readonly string[], profile: Profile): KeywordEvidence {
  const fields = fieldsOf(profile);
  const asked = keywords.filter((keyword) => phraseOf(keyword).length > 0);
  const hits = asked.flatMap((keyword) => {
    const phrase = phraseOf(keyword);
    for (const field of fields) {
      const passage = findPhrase(field.words, phrase);
      if (passage !== null) return [{ keyword, quote: quoteAround(field.text, passage) }];
    }
    return [];
  });
  if (hits.length === 0) {
    const words = fields.reduce((sum, field) => sum + field.words.length, 0);
    return words < ENOUGH_WORDS
      ? { match: null, reason: 'too little text to look for keywords in', quote: null, found: [] }
      : { match: 0, reason: 'none of the keywords', quote: null, found: [] };
  }
  return {
    match: hits.length >= asked.length ? 1 : WORTH[Math.min(hits.length, WORTH.length - 1)]!,
    reason: hits.map(({ keyword, quote }) => `${keyword} (“${quote.replace(/\s+/gu, ' ')}”)`).join(', '),
    quote: hits[0]!.quote,
    found: hits.map((hit) => hit.keyword),
  };
}
