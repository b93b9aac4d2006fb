/** The lines of a text, one at a time: a file of nothing but line breaks makes no list of millions. */
export function* textLines(text: string): Generator<string> {
  const end = /\r\n?|\n/g;
  let start = 0;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    if (match.index > start) yield text.slice(start, match.index);
    start = end.lastIndex;
  }
  if (start < text.length) yield text.slice(start);
}
