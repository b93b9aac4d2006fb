import { cleanLine, firstCharacters, foldForMatching } from '../../support/text.ts';

const MAX_QUOTES = 3;
const MAX_QUOTE_CHARACTERS = 60;

/** The weightiest of the quotes as a list for a sentence: `"payments", "fintech" and "open banking"`. */
export function quoted(quotes: ReadonlyMap<string, number>): string {
  const shown = new Map<string, string>();
  for (const [quote] of [...quotes].toSorted((one, other) => other[1] - one[1])) {
    const line = cleanLine(quote);
    const key = line === null ? '' : foldForMatching(line);
    if (line !== null && !shown.has(key)) shown.set(key, `"${shortened(line)}"`);
  }
  const list = [...shown.values()].slice(0, MAX_QUOTES);
  return list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : (list[0] ?? '');
}

function shortened(quote: string): string {
  if (quote.length <= MAX_QUOTE_CHARACTERS) return quote;
  return `${firstCharacters(quote, MAX_QUOTE_CHARACTERS - 1)}…`;
}
