/** As much as a reader takes in; what is longer is cut between clauses. */
const LONGEST = 300;
/** No end are the dots of a hesitation, nor those of "e.g.". */
const SENTENCE_END = /(?<!\.|\.\p{L})[.!?](?=["'”’)\]]*(?:\s|$))|[。！？]/gu;
const AFTER_SENTENCE = /^["'”’)\]]*\s*/;
const CLAUSE_END = /[,;:–—]\s+/g;

export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Whether a passage is part of a question. */
export function isAsked(text: string, { to }: Bounds): boolean {
  const rest = text.slice(to - 1, to + LONGEST);
  const end = rest.search(SENTENCE_END);
  return end !== -1 && /[?？]/.test(rest.charAt(end));
}

/**
 * The passage with the sentence that it stands in, so that "we do not" is read with what follows it. Of a sentence that is too long as much as fits on both
 * sides is kept, from clause to clause, else from word to word.
 */
export function wholeSentence(text: string, { from, to }: Bounds): Bounds {
  const room = Math.max(0, LONGEST - (to - from));
  const before = from - startOf(text, from);
  const after = endOf(text, to) - to;
  const half = Math.floor(room / 2);
  return {
    from: from - reach(before, Math.max(half, room - after), (most) => cutBefore(text, from, most)),
    to: to + reach(after, Math.max(half, room - before), (most) => cutAfter(text, to, most)),
  };
}

function reach(wanted: number, most: number, cut: (most: number) => number): number {
  return wanted <= most ? wanted : cut(most);
}

/** Where the sentence begins, or the stretch that is looked at. */
function startOf(text: string, from: number): number {
  const low = Math.max(0, from - LONGEST);
  const stretch = text.slice(low, from);
  const end = [...stretch.matchAll(SENTENCE_END)].at(-1);
  if (end === undefined) return low + stretch.search(/\S|$/);
  const next = end.index + end[0].length;
  return low + next + AFTER_SENTENCE.exec(stretch.slice(next))![0].length;
}

/** Where the sentence ends, with its mark. */
function endOf(text: string, to: number): number {
  // The last character of the passage may be the mark.
  const stretch = text.slice(to - 1, to + LONGEST);
  const end = stretch.search(SENTENCE_END);
  return end === -1 ? to - 1 + stretch.trimEnd().length : to + end;
}

/** How much to keep of the characters before, beginning with a clause or a word. */
function cutBefore(text: string, from: number, most: number): number {
  const stretch = text.slice(from - most, from);
  const clause = /[,;:–—]\s+/.exec(stretch);
  if (clause !== null) return most - clause.index - clause[0].length;
  const word = /\s+/.exec(stretch);
  return word === null ? 0 : most - word.index - word[0].length;
}

function cutAfter(text: string, to: number, most: number): number {
  const stretch = text.slice(to, to + most);
  const clause = [...stretch.matchAll(CLAUSE_END)].at(-1);
  return clause?.index ?? Math.max(0, stretch.search(/\s+\S*$/));
}
