import { isMemberId } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { trimInvisible } from './invisible-marks.ts';
import { personOfToken, type Reference, referenceOf } from './profile-reference.ts';
import { formulaCell } from './spreadsheet-cell.ts';

const LONGEST = 4096;

/** What a cell that is nothing but a link or an id points at; links inside longer text do not count. */
export function cellReference(value: string): PersonIdentity | 'withheld' | null {
  const cell = trimInvisible(value);
  if (cell.length < 5 || cell.length > LONGEST) return null;
  const formula = formulaCell(cell);
  if (formula !== null) return cellReference(formula.link ?? formula.shown);
  if (/\s/.test(cell)) return null;
  const reference = cell.includes('/') ? addressReference(cell) : null;
  if (reference?.kind === 'person') return reference.person;
  if (reference?.kind === 'withheld') return 'withheld';
  if (/^urn:li:fs_salesProfile:/.test(cell)) return 'withheld';
  return personOfToken(cell) ?? (isMemberId(cell) ? 'withheld' : null);
}

function addressReference(cell: string): Reference | null {
  if (/^(?:www\.)?linkedin\.com\//i.test(cell)) return referenceOf(`https://${cell}`);
  if (/^in\//i.test(cell)) return referenceOf(`/${cell}`);
  return referenceOf(cell);
}
