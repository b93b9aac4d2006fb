import { wordsOf } from '../../domain/scoring/phrase-search.ts';
import type { Standing } from '../../domain/scoring/title-lexicon.ts';
import { namesJob, titleMentions } from './title-mentions.ts';

const MOST_WORDS = 6;
/** With one of these at its end a phrase names no title: "owner of", "to CFOs". */
const MARGINAL = new Set(['preposition', 'noise', 'company', 'audience', 'now']);
/** Who has no job yet, by a word that stands alone. */
const OUTSIDERS: ReadonlySet<Standing> = new Set<Standing>(['student', 'trainee']);

/** The job titles that running text names ("heads of finance", "CFOs"), verbatim, from left to right, the longest at each place. */
export function titlePhrases(text: string): readonly string[] {
  const words = wordsOf(text);
  const phrases: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(MOST_WORDS, words.length - at);
    while (length > 0 && !isTitle(text.slice(words[at]!.start, words[at + length - 1]!.end))) length -= 1;
    if (length > 0) phrases.push(text.slice(words[at]!.start, words[at + length - 1]!.end));
    at += Math.max(1, length);
  }
  return phrases;
}

function isTitle(phrase: string): boolean {
  // Two titles with something between them are two.
  if (/[,;:()/]|\b(?:and|or|und|oder)\b/i.test(phrase)) return false;
  const { entries, coverAll } = titleMentions(phrase);
  const isMarginal = (entry: (typeof entries)[number] | undefined) =>
    entry === undefined || MARGINAL.has(entry.kind);
  const isOutsider = entries.some((entry) => entry.kind === 'standing' && OUTSIDERS.has(entry.standing));
  const names = namesJob(phrase) || (isOutsider && entries.length === 1);
  return coverAll && names && !isMarginal(entries[0]) && !isMarginal(entries.at(-1));
}
