export interface TextLine {
  /** Counted from 1, as an editor does. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text that are not empty, one at a time: a file of nothing but line breaks makes no list of millions. */
export function* textLines(text: string): Generator<TextLine> {
  const end = /\r\n?|\n/g;
  let start = 0;
  let number = 1;
  for (let match = end.exec(text); match !== null; match = end.exec(text), number++) {
    if (match.index > start) yield { number, text: text.slice(start, match.index) };
    start = end.lastIndex;
  }
  if (start < text.length) yield { number, text: text.slice(start) };
}
