/** The cells of a row of Markdown, those put together again that a bar within one took apart: `PM \| developer`. */
export function withEscapedBars(cells: readonly string[]): readonly string[] {
  if (!cells.some((cell) => cell.endsWith('\\'))) return cells;
  const joined: string[] = [];
  let isOpen = false;
  for (const cell of cells) {
    if (isOpen) joined.push(`${joined.pop()!.slice(0, -1)}|${cell}`);
    else joined.push(cell);
    isOpen = cell.endsWith('\\');
  }
  return joined;
}

/**
 * The cells of a row that has too many, because delimiters within texts were not quoted: "Carnaby, PhD". In a text a blank comes after the
 * delimiter, between cells none. Null where that does not explain the number.
 */
export function rejoinedCells(
  cells: readonly string[],
  width: number,
  delimiter: string,
): readonly string[] | null {
  const isRest = (cell: string, at: number) => at > 0 && /^\s\S/.test(cell);
  if (cells.length <= width || cells.filter(isRest).length !== cells.length - width) return null;
  const joined: string[] = [];
  for (const [at, cell] of cells.entries()) {
    if (isRest(cell, at)) joined.push(`${joined.pop()}${delimiter}${cell}`);
    else joined.push(cell);
  }
  return joined;
}
