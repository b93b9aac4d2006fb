/** What a formula in a cell shows, and the address that it opens. */
export interface FormulaCell {
  readonly shown: string;
  readonly link: string | null;
}

/** Excel saves its function names in English; a few exporters write the user's language. */
const HYPERLINK = /^[=+@]\s*[\p{L}.]{1,30}\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)?$/u;
const TEXT = /^=\s*"((?:[^"]|"")*)"$/;

/** True for a cell that a spreadsheet would run, if a spreadsheet wrote it. */
export function isFormula(cell: string): boolean {
  return cell.startsWith('=') || cell.startsWith('+') || cell.startsWith('@');
}

/** `=HYPERLINK("https://…","Jane Doe")` and `="text"` as what they stand for; null for any other cell. */
export function formulaCell(cell: string): FormulaCell | null {
  if (!isFormula(cell) || cell.length > 4096) return null;
  // Two runs of blanks behind one another, which anything might divide, would take the square of their length.
  const formula = cell.trimEnd();
  const text = TEXT.exec(formula);
  if (text !== null) return { shown: unquoted(text[1]!), link: null };
  const link = HYPERLINK.exec(formula);
  return link === null ? null : { shown: unquoted(link[2] ?? ''), link: unquoted(link[1]!) };
}

/** The cells of a row, a formula that was written without quotes and so fell apart at its comma put together again. */
export function joinedFormulas(cells: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    const next = cells[at + 1];
    const isCut = /^\s*=\s*HYPERLINK\([^)]*$/i.test(cell) && next !== undefined && /\)\s*$/.test(next);
    joined.push(isCut ? `${cell},${next}` : cell);
    if (isCut) at++;
  }
  return joined;
}

function unquoted(text: string): string {
  return text.replaceAll('""', '"');
}
