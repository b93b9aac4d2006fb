import { cellReference } from './cell-reference.ts';
import type { Field, FieldRole } from './field-role.ts';
import { personName } from './person-text.ts';
import { formulaCell, isFormula, joinedFormulas } from './spreadsheet-cell.ts';

/** What each column holds; null for a table without column names. */
export type Roles = readonly FieldRole[] | null;

/** The cells of a row with what they hold, those of unimportant columns left out. */
export function fieldsOf(cells: readonly string[], roles: Roles): Field[] {
  const hasFormula = cells.some(isFormula);
  if (roles === null) return nameless(hasFormula ? joinedFormulas(cells).flatMap(shownAndLink) : cells);
  if (hasFormula) return formulaFields(joinedFormulas(cells), roles);
  const fields: Field[] = [];
  for (let at = 0; at < cells.length; at++) {
    const role = roles[at] ?? 'ignored';
    if (role !== 'ignored' && cells[at] !== '') fields.push({ role, value: cells[at]! });
  }
  return fields;
}

/** Without column names, a short text without digits is taken for the name. */
function nameless(row: readonly string[]): Field[] {
  const nameAt = row.findIndex(
    (cell) =>
      cell.length <= 80 && !/[\d@/:]/.test(cell) && personName(cell) !== null && cellReference(cell) === null,
  );
  return row.map((value, at): Field => ({ role: at === nameAt ? 'name' : 'unknown', value }));
}

/** A name that is a link holds both. */
function formulaFields(cells: readonly string[], roles: readonly FieldRole[]): Field[] {
  return cells.flatMap((cell, at): Field[] => {
    const role = roles[at] ?? 'ignored';
    if (role === 'ignored') return [];
    const formula = formulaCell(cell);
    if (formula === null) return [{ role, value: cell }];
    const { shown, link } = formula;
    if (link === null) return [{ role, value: shown }];
    if (role === 'link' || role === 'id' || role === 'vanity') {
      return [
        { role, value: link },
        { role: 'possibleName', value: shown },
      ];
    }
    return [
      { role, value: shown },
      { role: 'unknown', value: link },
    ];
  });
}

function shownAndLink(cell: string): string[] {
  const formula = formulaCell(cell);
  if (formula === null) return [cell];
  return formula.link === null ? [formula.shown] : [formula.shown, formula.link];
}
