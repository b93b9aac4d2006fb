import { cleanLine } from '../../support/text.ts';
import type { FitVerdict } from './verdict.ts';

/** What an outcome in a CRM says of whether the person was the right one; `nothing` where it tells more of the sale than of the person. */
export type OutcomeMeaning = FitVerdict | 'nothing';

const FIT = [
  ...['fit', 'good fit', 'yes', 'y', 'true', '1', 'positive', 'good', 'right person'],
  ...['won', 'closed won', 'deal won', 'customer', 'client', 'signed', 'converted'],
  ...['meeting', 'meeting booked', 'meeting set', 'meeting held', 'call booked', 'demo', 'demo booked'],
  ...['replied', 'responded', 'interested', 'qualified', 'sql', 'sales qualified', 'sales qualified lead'],
  ...['opportunity', 'proposal', 'proposal sent', 'negotiation'],
];
const NOT_FIT = [
  ...['not fit', 'not a fit', 'no fit', 'bad fit', 'poor fit', 'no', 'n', 'false', '0', '-1'],
  ...['negative', 'bad'],
  ...['unqualified', 'not qualified', 'disqualified', 'rejected', 'not relevant', 'irrelevant'],
  ...['not interested', 'no interest', 'wrong person', 'wrong contact', 'wrong industry', 'wrong company'],
  ...['wrong role', 'too small', 'too big', 'competitor', 'spam', 'junk'],
];
const NOTHING = [
  ...['', '-', '–', '—', 'n/a', 'na', 'none', 'null', 'unknown', 'tbd'],
  ...['lost', 'closed lost', 'deal lost', 'churned'],
  ...['no reply', 'no response', 'no answer', 'not reached', 'unreachable', 'bounced', 'unsubscribed'],
  ...['contacted', 'attempted to contact', 'connected', 'sent', 'opened', 'follow up', 'nurture', 'later'],
  ...['open', 'new', 'lead', 'subscriber', 'marketing qualified lead', 'mql', 'in progress', 'pending'],
];

/** Accents, and not the strokes and rings that strike a letter out: NFKD makes of `≠` an equals sign with a stroke. */
const ACCENTS = /(?![\u0334-\u0338\u20d0-\u20ff])\p{M}/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const QUOTES = /[\s\p{Cf}\p{Pi}\p{Pf}"'`„‚]/gu;
/** What means nothing beside letters: dashes, brackets, full stops, commas, strokes. */
const HARMLESS = /[\p{Pd}\u2212\p{Ps}\p{Pe}_./,¡]/gu;

/**
 * The comparison form of an outcome: without case, accents, blanks and harmless punctuation, so that `Closed-Won` and `closedwon` are one. Any other sign
 * stays, since it may turn a word into its opposite (`≠ fit`, `fit?`); and a number keeps all of its own, since `-1` and `.1` are not `1`.
 */
export function outcomeKey(outcome: string): string {
  const line = cleanLine(outcome) ?? '';
  const folded = line.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(QUOTES, '');
  const key = /\p{L}/u.test(folded)
    ? folded.replace(HARMLESS, '')
    : folded.replace(DASHES, '-').replaceAll(',', '.');
  return shoutless(key).normalize('NFKD') || line;
}

/** An exclamation mark means nothing behind a word; before one it may mean "not". */
function shoutless(key: string): string {
  const start = key.search(/[\p{L}\p{N}]/u);
  return start < 0 ? key : key.slice(0, start) + key.slice(start).replaceAll('!', '');
}

const USUAL: ReadonlyMap<string, OutcomeMeaning> = meanings({ fit: FIT, not_fit: NOT_FIT, nothing: NOTHING });

/** What words mean by their comparison form; of a word under several, the last counts. */
export function meanings(
  words: Readonly<Partial<Record<OutcomeMeaning, readonly string[]>>>,
): ReadonlyMap<string, OutcomeMeaning> {
  const all = Object.entries(words) as [OutcomeMeaning, readonly string[]][];
  return new Map(all.flatMap(([meaning, list]) => list.map((word) => [outcomeKey(word), meaning] as const)));
}

/** What an outcome says: by the user's own words first, then as such words are usually meant; null for a word that is neither. */
export function meaningOf(outcome: string, own: ReadonlyMap<string, OutcomeMeaning>): OutcomeMeaning | null {
  const key = outcomeKey(outcome);
  return own.get(key) ?? USUAL.get(key) ?? null;
}
