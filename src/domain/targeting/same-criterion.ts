import { foldForMatching } from '../../support/text.ts';
import { companyWords } from '../scoring/company-name.ts';
import { singular, singularTitle } from '../scoring/singular.ts';
import type { TitleReading } from '../scoring/title-chunk.ts';
import { readTitle } from '../scoring/title-reading.ts';
import { readCompanySize } from './company-size.ts';
import type { CriterionKind } from './criterion.ts';

/**
 * The key under which values of one kind count as one criterion: CFO and Chief Financial Officer, VP Sales and Vice President of Sales, 51-200 and "51 to
 * 200 people", the singular and the plural.
 */
export function sameCriterionKey(kind: CriterionKind, value: string): string {
  const meant = MEANINGS[kind]?.(value) ?? null;
  if (meant !== null) return `${kind}=${meant}`;
  const words = foldForMatching(value);
  return `${kind}:${kind === 'note' ? words : words.replace(/\S+$/, singular)}`;
}

const MEANINGS: Partial<Record<CriterionKind, (value: string) => string | null>> = {
  title: titleMeaning,
  company_size: sizeMeaning,
  company: (value) => companyWords(value).join(' '),
};

function titleMeaning(value: string): string | null {
  const { held, served } = readTitle(singularTitle(value), 'target');
  if (held.length !== 1 || served.length > 0) return null;
  const title = held[0]!;
  if (title.unread.length > 0 || title.fields.length > 0 || title.words.length === 0) return null;
  return JSON.stringify([jobMeaning(title), [...title.specialties].sort(), title.standing, title.assisting]);
}

/** From head upwards level and function say all; below, one pair of them stands for many jobs (controller, accountant), so the words decide. */
function jobMeaning({ level, functions, words }: TitleReading): readonly string[] {
  if (functions.length === 0 || (level !== 'c-level' && level !== 'vp' && level !== 'head'))
    return [...words].sort();
  const isDirector = level !== 'c-level' && words.some((word) => /^dire[ckt]/.test(word));
  return [level, ...(isDirector ? ['director'] : []), ...[...functions].sort()];
}

function sizeMeaning(value: string): string | null {
  const size = readCompanySize(value);
  if (size === null) return null;
  const { types, headCount } = size;
  return [types.join('+'), ...(headCount === null ? [] : [`${headCount.min}-${headCount.max}`])].join(' ');
}
